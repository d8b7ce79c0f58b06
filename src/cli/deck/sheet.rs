//! A deck as text to read.

mod demands;
mod page;
mod reading;

use super::pick::Pick;
use unequal_core::deck::{Deck, plain};
use unequal_core::engine::choice::{Ending, FollowUp, Inducement, Intensity, Response};
use unequal_core::engine::seat::Seat;

use page::Page;

/// The parts of a deck that may be read, as text.
pub(super) fn text(deck: &Deck, pick: Pick) -> String {
    let mut page = Page::default();
    about(&mut page, deck);
    domains(&mut page, deck);
    for seat in [Seat::Patron, Seat::Client, Seat::Observer] {
        if pick.briefing(seat) {
            reading::briefing(&mut page, deck, seat);
        }
    }
    conditions(&mut page, deck);
    if pick.demands {
        demands::demands(&mut page, deck);
    }
    if pick.demands {
        words(&mut page, deck);
    }
    responses(&mut page, deck);
    if pick.injects {
        demands::injects(&mut page, deck);
    }
    if pick.behind {
        endings(&mut page, deck);
        reading::questions(&mut page, deck);
        bots(&mut page, deck);
    }
    reading::sources(&mut page, deck);
    page.text
}

fn about(page: &mut Page, deck: &Deck) {
    let about = &deck.text.about;
    page.heading(&about.title);
    page.paragraphs(&about.subtitle, 0);
    page.paragraphs(&about.summary, 0);
    page.blank();
    let rules = &deck.scenario.session;
    page.labelled("Deck", &deck.scenario.id, 0);
    page.labelled("Version", &about.version, 0);
    page.labelled("Date", &about.date, 0);
    page.labelled("Setting", &about.setting, 0);
    page.labelled("Takes", &about.duration, 0);
    let sides = format!(
        "{} (patron), {} (client), {} (observer)",
        deck.text.patron, deck.text.client, deck.text.observer
    );
    page.labelled("Sides", &sides, 0);
    let spread = rules.moves_spread;
    let moves = match spread {
        0 => format!("{}", rules.moves),
        _ => format!("{}, the last hidden within {spread} of that", rules.moves),
    };
    page.labelled("Moves", &moves, 0);
    page.labelled("Demands a move", &rules.demands.to_string(), 0);
    page.labelled("Cards in hand", &rules.hand.to_string(), 0);
    page.labelled("Disclaimer", &about.disclaimer, 0);
    page.list("Artificialities to accept", &about.artificialities, 0);
    page.list("Credits", &about.credits, 0);
}

fn domains(page: &mut Page, deck: &Deck) {
    page.heading("Domains");
    for (words, rules) in deck.text.domains.iter().zip(&deck.scenario.domains) {
        page.title(&format!("{}  {}", words.code, words.name));
        let numbers = format!(
            "dependence {}, can offer {} (at most {}, regrows {}), strain {} of a red line at {}, \
             pressing is normal up to {}",
            rules.dependence,
            rules.capacity,
            rules.capacity_max,
            rules.capacity_regrowth,
            rules.strain,
            rules.red_line,
            intensity_at(rules.restraint_norm),
        );
        page.labelled("At STARTEX", &numbers, 4);
        page.paragraphs(&words.text, 4);
        let figures: Vec<String> = words
            .baseline
            .iter()
            .map(|figure| match &figure.source {
                Some(source) => format!("{} [{source}]", figure.figure),
                None => figure.figure.clone(),
            })
            .collect();
        page.list("Figures", &figures, 4);
        let lines = |side: &str| format!("Red lines of {side}");
        page.list(&lines(&deck.text.patron), &words.patron_red_lines, 4);
        page.list(&lines(&deck.text.client), &words.client_red_lines, 4);
        page.labelled("What holds the patron back", &words.restraint, 4);
        page.blank();
    }
}

fn intensity_at(steps: i64) -> &'static str {
    let found = Intensity::ALL
        .iter()
        .find(|intensity| intensity.steps() == steps);
    found.map_or("any intensity", |intensity| intensity.word())
}

fn conditions(page: &mut Page, deck: &Deck) {
    page.heading("Outside conditions");
    for (words, rules) in deck.text.conditions.iter().zip(&deck.scenario.conditions) {
        page.title(&format!("{}: {} at STARTEX", words.name, rules.start));
        page.paragraphs(&words.text, 4);
    }
}

/// How hard, and with what promise.
fn words(page: &mut Page, deck: &Deck) {
    page.heading("Intensities and inducements");
    for &intensity in Intensity::ALL {
        let words = deck.text.intensity(intensity);
        page.labelled(&words.name, &words.text, 0);
    }
    page.blank();
    for &inducement in Inducement::ALL {
        let words = deck.text.inducement(inducement);
        page.labelled(&words.name, &words.text, 0);
    }
}

fn responses(page: &mut Page, deck: &Deck) {
    page.heading("Responses");
    for &response in Response::ALL {
        let words = deck.text.response(response);
        let offer = deck.scenario.response(response).offer;
        page.title(&format!("{} ({offer} % of what is asked)", words.name));
        page.paragraphs(&words.text, 4);
        page.labelled(&deck.text.client, &words.client_voice, 4);
    }
    page.heading("Follow-ups");
    let follow_ups = FollowUp::ALL
        .iter()
        .map(|choice| deck.text.follow_up(*choice));
    for words in follow_ups.chain([&deck.text.hold]) {
        page.title(&words.name);
        page.paragraphs(&words.text, 4);
        page.labelled(&deck.text.patron, &words.patron_voice, 4);
    }
}

fn endings(page: &mut Page, deck: &Deck) {
    page.heading("Endings");
    for &ending in Ending::ALL {
        let words = deck.text.ending(ending);
        page.title(&words.title);
        page.paragraphs(&words.text, 4);
        page.blank();
    }
}

fn bots(page: &mut Page, deck: &Deck) {
    let policies = &deck.scenario.policies;
    let names: Vec<&str> = policies.iter().map(|policy| policy.name.as_str()).collect();
    page.heading("Bots");
    page.paragraphs(&plain(&names.join(", ")), 0);
}
