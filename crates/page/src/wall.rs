//! What stands on the wall, as HTML: headings and lists that can be heard as well as seen.

use maud::{Markup, html};
use unequal_core::deck::plain;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::view::PollView;
use unequal_tui::wall::Wall;
use unequal_tui::wall::scene::{Act, Scene};
use unequal_tui::wall::slide::Slide;
use unequal_tui::wall::spread;
use unequal_tui::wall::stage::{Rolled, Stage};
use unequal_tui::widget::change::arrow;

use crate::curve::curve;
use crate::ticking::{TIME, Ticking};

/// The wall.
pub(crate) fn html(wall: &Wall<'_>, ticking: Option<&Ticking>) -> Markup {
    let scene = &wall.scene;
    html! {
        div data-news=(news(wall)) {
            div.where {
                p { strong { (plain(&scene.headline)) } @for part in scene.phase.iter().filter(|part| !part.is_empty()) { " · " span { (plain(part)) } } }
                @if let Some(ticking) = ticking { (clock(ticking)) }
            }
            @if let Some(words) = &scene.announcement { p.announced dir="auto" { (plain(words)) } }
            (stage(&wall.stage, scene))
            (stability(scene))
            @if !scene.table.is_empty() {
                section.table aria-labelledby="table" {
                    h2 #table { "On the table" }
                    ul { @for (seat, words) in &scene.table { li class=(class(Some(*seat))) dir="auto" { (plain(words)) } } }
                }
            }
            (acts(&scene.acts))
        }
    }
}

/// What somebody who listens is told when it has changed.
fn news(wall: &Wall<'_>) -> String {
    let of = |slides: &[Slide]| {
        let first = slides.first()?;
        let words = [&first.over, &first.title];
        let words: Vec<&str> = words.iter().map(|words| words.as_str()).collect();
        Some(words.join(": "))
    };
    let on_stage = match &wall.stage {
        Stage::Slides(slides) => of(slides),
        Stage::Answers(title, _) => Some(title.clone()),
        Stage::Estimates(poll, _) => Some(format!("Estimates: {}", poll.question)),
        Stage::Dice(_, result) => Some(result.title.clone()),
        Stage::Curve => Some(wall.scene.account.clone()),
        Stage::Board | Stage::WayIn(_) => wall.scene.acts.first().map(|act| act.sentence.clone()),
    };
    let words = on_stage.unwrap_or_default();
    let parts = [wall.scene.headline.as_str(), words.trim_start_matches(": ")];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    plain(&parts.join(". "))
}

fn clock(ticking: &Ticking) -> Markup {
    html! {
        p.clock data-at=(ticking.at) data-up[ticking.up] {
            @if !ticking.of.is_empty() { span { (plain(&ticking.of)) " " } }
            time { (TIME) }
        }
    }
}

/// The class of a seat's colour.
fn class(seat: Option<Seat>) -> &'static str {
    match seat {
        Some(Seat::Patron) => "seat patron",
        Some(Seat::Client) => "seat client",
        Some(Seat::Europe) => "seat europe",
        Some(Seat::WhiteCell) => "seat white-cell",
        Some(Seat::Audience) | None => "seat",
    }
}

fn stage(stage: &Stage, scene: &Scene<'_>) -> Markup {
    html! {
        @match stage {
            // Whoever reads the page is not let in by that.
            Stage::Board | Stage::WayIn(_) => {},
            Stage::Slides(slides) => @for one in told_once(slides) { (slide(&one)) },
            Stage::Answers(title, answers) => section.slide {
                h1 dir="auto" { (plain(title)) }
                ol.answers { @for (name, about) in answers { li dir="auto" { strong { (plain(name)) } @if !about.is_empty() { " " span { (plain(about)) } } } } }
            },
            Stage::Estimates(poll, names) => (estimates(poll, *names)),
            Stage::Dice(rolled, result) => (dice(*rolled, result)),
            Stage::Curve => section.slide { h1 { "Why stability moved" } p dir="auto" { (plain(&scene.account)) } },
        }
    }
}

/// Slides that say more of one thing are one here: there is room below.
fn told_once(slides: &[Slide]) -> Vec<Slide> {
    let mut told: Vec<Slide> = Vec::new();
    for slide in slides {
        match told.last_mut() {
            Some(last) if (&last.over, &last.title) == (&slide.over, &slide.title) => {
                last.body.extend(slide.body.iter().cloned());
            }
            _ => told.push(slide.clone()),
        }
    }
    told
}

fn slide(slide: &Slide) -> Markup {
    html! {
        section class=(format!("slide {}", class(slide.seat))) {
            @if !slide.over.is_empty() { p.over dir="auto" { (plain(&slide.over)) } }
            @if !slide.title.is_empty() { h1 dir="auto" { (plain(&slide.title)) } }
            @for words in &slide.body { p dir="auto" { (plain(words)) } }
            @if !slide.under.is_empty() { p.under dir="auto" { (plain(&slide.under)) } }
        }
    }
}

/// Estimates that were revealed: on a scale, and with names where that was called for.
fn estimates(poll: &PollView, names: bool) -> Markup {
    let given = poll.estimates.as_deref().unwrap_or_default();
    let told = spread::told(given).unwrap_or_else(|| "Nobody has given an estimate.".to_owned());
    let x = |percent: u8| 12.0 + f64::from(percent) * 3.16;
    html! {
        section.slide {
            p.over { "Estimates" }
            h1 dir="auto" { (plain(&poll.question)) }
            svg.scale viewBox="0 0 340 44" role="img" aria-label=(told) {
                line.grid x1="12" x2="328" y1="18" y2="18" {}
                @for mark in [0_u8, 25, 50, 75, 100] { text x=(format!("{:.1}", x(mark))) y="40" text-anchor="middle" { (mark) } }
                @for one in given { circle cx=(format!("{:.1}", x(one.percent))) cy="18" r="7" {} }
            }
            p { (told) }
            @if names { ul.named { @for one in spread::highest_first(given) { li dir="auto" { strong { (one.percent) " %" } " " (plain(&one.name)) } } } }
        }
    }
}

/// The dice in words, and what they came to.
fn dice(rolled: Rolled, result: &Slide) -> Markup {
    html! {
        p.dice {
            @if let Some((one, other)) = rolled.faces { strong { (one) " and " (other) } " · " }
            (rolled.told())
        }
        (slide(result))
    }
}

fn stability(scene: &Scene<'_>) -> Markup {
    html! {
        section.stability aria-labelledby="stability" {
            h2 #stability { "Stability" }
            p.number {
                strong { (scene.now) }
                @if scene.change != 0 { " " span.change { (arrow(scene.change)) } }
                " " span class=[scene.grave.then_some("grave")] { (plain(&scene.regime)) }
            }
            (curve(scene))
            @if !scene.account.is_empty() { p.account dir="auto" { (plain(&scene.account)) } }
            dl {
                @for (name, value, change) in &scene.gauges {
                    div { dt { (plain(name)) } dd { (value) @if *change != 0 { " " span.change { (arrow(*change)) } } } }
                }
            }
            @if !scene.signs.is_empty() {
                ul.signs { @for (grave, words) in &scene.signs { li class=[grave.then_some("grave")] dir="auto" { (plain(words)) } } }
            }
        }
    }
}

fn acts(acts: &[Act]) -> Markup {
    html! {
        section.acts aria-labelledby="acts" {
            h2 #acts { "What happened last" }
            @if acts.is_empty() { p { "Nothing has been played yet." } }
            ol {
                @for act in acts {
                    li class=(class(Some(act.seat))) dir="auto" {
                        @if act.undone { s { (plain(&act.sentence)) } " " em { "(taken back)" } } @else { (plain(&act.sentence)) }
                        @if !act.more.is_empty() { p { (plain(&act.more)) } }
                    }
                }
            }
        }
    }
}
