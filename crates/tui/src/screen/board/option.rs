//! The options of the board as rows of its list: what each is called, and what it would likely do.

use crate::glance::{Glance, lines};
use crate::screen::board::choices::{Choice, measures, offerable, replies};
use crate::screen::board::consequence;
use crate::screen::board::effects::{certain, likely, note, of_follow_up, words};
use crate::widget::option_list::OptionRow;
use unequal_core::engine::preview::Moved;
use unequal_core::model::choice::{Demand, MeasureKind, Response};
use unequal_core::model::place::CardAt;
use unequal_core::model::side::BySide;
use unequal_session::telling::{capital, count, news_title};

/// What an answer in own words is called where answers are chosen.
pub const IN_OWN_WORDS: &str = "In our own words …";

/// The option as a row of the list.
pub fn row(glance: &Glance<'_>, choice: &Choice) -> OptionRow {
    let text = glance.text();
    let open = |name: String, note: String| OptionRow {
        name,
        note,
        open: true,
        ..OptionRow::default()
    };
    match choice {
        Choice::Measure(kind) => measures_row(glance, *kind),
        Choice::Abstain => open("No measure".to_owned(), "unity is kept".to_owned()),
        Choice::CrisisAct(climb_down) => crisis_row(glance, *climb_down),
        Choice::OfferIn(domain) => {
            let of = |card: &&CardAt| glance.scenario().card(**card).domain == *domain;
            let number = offerable(glance).iter().filter(of).count();
            open(
                format!("{} …", text.domains[*domain].name),
                format!("{number} to offer"),
            )
        }
        Choice::NoOffer => open("No offer".to_owned(), "one may come next move".to_owned()),
        Choice::TakeUp => take_up_row(glance),
        Choice::Card(card) => card_row(glance, *card),
        Choice::Hold => open(text.hold.name.clone(), text.hold.text.clone()),
        Choice::Response(response) => response_row(glance, *response),
        Choice::OwnWords => own_words_row(),
        Choice::FollowUp(choice) => {
            let name = text.follow_up(*choice).name.clone();
            let expected = glance.view.preview_follow_up(glance.scenario(), *choice);
            let said =
                expected.map(|expected| consequence::in_brief(glance, &of_follow_up(&expected)));
            OptionRow::said(name, said.unwrap_or_default())
        }
        Choice::OpenMove => open(
            match glance.view.move_number {
                0 => "Open a move of turn zero".to_owned(),
                number => format!("Open move {number}"),
            },
            match glance.view.next_event.flatten() {
                Some(event) => text.events[event].title.clone(),
                None => "no news from outside is due".to_owned(),
            },
        ),
        Choice::OtherEvent => open("Another event, or none".to_owned(), String::new()),
        Choice::GoOn => open("Go on".to_owned(), "the pause is over".to_owned()),
        Choice::Fire(id) => open(
            format!("Fire: {}", planned_title(glance, id)),
            planned_effect(glance, id),
        ),
        Choice::HandScreen(seat) => open(
            format!("Hand the screen to {}", glance.name(*seat)),
            "the curtain falls".to_owned(),
        ),
        Choice::EnterFor(seat) => OptionRow::said(
            format!("Enter what {} says", glance.name(*seat)),
            [
                "from here, without the curtain",
                "without the curtain",
                "from here",
            ]
            .map(str::to_owned)
            .to_vec(),
        ),
        Choice::SetMeasure => open(
            format!("Rule what {} does", text.europe_name),
            "another measure, or none, with a reason".to_owned(),
        ),
        Choice::SetCrisisAct(side) => open(
            format!("Rule whether {} climbs down", glance.name((*side).into())),
            "with a reason".to_owned(),
        ),
        Choice::VetoOffer => open(
            "Veto the offer".to_owned(),
            "it was never tabled, with a reason".to_owned(),
        ),
        Choice::Rule => open("Rule on this exchange".to_owned(), String::new()),
        Choice::CloseMove => open(
            match glance.view.move_number {
                0 => "Close the move".to_owned(),
                number => format!("Close move {number}"),
            },
            "gauges drift, stability follows".to_owned(),
        ),
        Choice::Seal => open(
            "Seal your plan".to_owned(),
            "both sides commit, then both are revealed".to_owned(),
        ),
        Choice::Step => open(
            "Next act".to_owned(),
            format!("{} to act", glance.waits_for()),
        ),
        Choice::End => open("How it ended".to_owned(), String::new()),
    }
}

fn own_words_row() -> OptionRow {
    let said = [
        "and which of these it comes nearest to",
        "nearest to one of these",
        "nearest to one",
    ];
    OptionRow::said(IN_OWN_WORDS.to_owned(), said.map(str::to_owned).to_vec())
}

fn card_row(glance: &Glance<'_>, card: CardAt) -> OptionRow {
    let words = &glance.text().cards[card];
    let domain = glance.scenario().card(card).domain;
    let domain = glance.text().domains[domain].short.clone();
    let given = match glance.view.progress.given(card) {
        0 => String::new(),
        percent => format!(" · {percent} % given"),
    };
    OptionRow {
        name: format!("{} {}", words.code, words.title),
        note: format!("{}{given}", severity(words.severity)),
        aside: domain,
        open: true,
        ..OptionRow::default()
    }
}

fn measures_row(glance: &Glance<'_>, kind: MeasureKind) -> OptionRow {
    let scenario = glance.scenario();
    let all = measures(glance).into_iter().map(|at| scenario.measure(at));
    let of_kind: Vec<i64> = all
        .filter(|measure| measure.kind == kind)
        .map(|measure| measure.unity)
        .collect();
    let least = of_kind.iter().min().copied().unwrap_or(0);
    let number = of_kind.len();
    let name = match lines::kind_words(kind) {
        words @ ("talks" | "sanctions" | "mediation" | "find out") => words.to_owned(),
        words => format!("{words}s"),
    };
    OptionRow {
        name: format!("{} …", capital(&name)),
        note: format!(
            "{} · from {least} of unity",
            count(number, "measure", "measures")
        ),
        open: true,
        ..OptionRow::default()
    }
}

/// What it would do for a side to climb down, or not to, if it did so alone.
fn crisis_row(glance: &Glance<'_>, climb_down: bool) -> OptionRow {
    let Some(side) = glance.seat.side() else {
        return OptionRow::default();
    };
    let name = if climb_down {
        glance.text().crisis.act(side).name.clone()
    } else {
        "Stand where we stand".to_owned()
    };
    let acts = BySide::from_fn(|other| climb_down && other == side);
    let moved = glance.view.preview_crisis_acts(glance.scenario(), acts);
    let said = if moved.changes.is_empty() {
        vec!["nothing moves, if the other side stands, too".to_owned()]
    } else {
        let said = consequence::in_brief(glance, &certain(&moved)).into_iter();
        said.map(|said| format!("if alone: {said}")).collect()
    };
    OptionRow::said(name, said)
}

/// What is taken up stands where other options have what they do: its page tells the rest.
fn take_up_row(glance: &Glance<'_>) -> OptionRow {
    let offer = glance.view.open_offer();
    let said = offer.map(|offer| {
        let code = glance.text().cards[offer.card].code.clone();
        let title = lines::card(glance, offer.card);
        vec![lines::offer(glance, offer), title, code]
    });
    OptionRow::said("Take up the offer".to_owned(), said.unwrap_or_default())
}

/// What something would do, for the note of an option.
pub fn moved_note(glance: &Glance<'_>, moved: &Moved) -> String {
    note(glance, &certain(moved))
}

/// The headline of a planned inject.
pub fn planned_title(glance: &Glance<'_>, id: &str) -> String {
    let plan = glance.view.room.plan.as_deref().unwrap_or_default();
    plan.iter().find(|planned| planned.id == id).map_or_else(
        || id.to_owned(),
        |planned| news_title(glance.place.deck(), &planned.news),
    )
}

/// What a planned inject would do now, in words.
fn planned_effect(glance: &Glance<'_>, id: &str) -> String {
    let plan = glance.view.room.plan.as_deref().unwrap_or_default();
    let planned = plan.iter().find(|planned| planned.id == id);
    let moved = planned.and_then(|planned| {
        glance
            .view
            .preview_news(glance.scenario(), &planned.news)
            .ok()
    });
    moved.map_or_else(String::new, |moved| {
        format!("due ● {}", words(glance, &moved.changes))
    })
}

fn response_row(glance: &Glance<'_>, response: Response) -> OptionRow {
    let name = glance.text().response(response).name.clone();
    let replies = replies(glance, response);
    let demand = glance.view.open_demand();
    match (replies.as_slice(), demand) {
        ([], Some(demand)) => OptionRow {
            name,
            note: why_closed(glance, demand, response).to_owned(),
            open: false,
            ..OptionRow::default()
        },
        (_, None) => OptionRow {
            name,
            note: String::new(),
            open: false,
            ..OptionRow::default()
        },
        ([reply], Some(demand)) if response != Response::Deflect => {
            let preview = glance.view.preview(glance.scenario(), demand, *reply);
            OptionRow::said(
                name,
                consequence::in_brief(glance, &likely(glance, &preview)),
            )
        }
        (several, Some(_)) => OptionRow {
            name: format!("{name} …"),
            note: match several.len() {
                1 => "one card".to_owned(),
                number => format!("one of {number} cards"),
            },
            open: true,
            ..OptionRow::default()
        },
    }
}

/// Why a response cannot be given.
pub fn why_closed(glance: &Glance<'_>, demand: Demand, response: Response) -> &'static str {
    let whole = glance.scenario().card(demand.card).indivisible;
    match response {
        Response::Deflect => "no card of another domain can be given",
        Response::Partial if whole => "it is given whole or not at all",
        _ => "there is not the capacity to pay for it",
    }
}

/// How grave a card is, in a word.
pub const fn severity(severity: unequal_core::deck::text::Severity) -> &'static str {
    match severity {
        unequal_core::deck::text::Severity::Mild => "mild",
        unequal_core::deck::text::Severity::Firm => "firm",
        unequal_core::deck::text::Severity::Severe => "severe",
    }
}
