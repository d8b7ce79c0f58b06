//! Leaves of what is known: the state of play of a domain, what has happened, where the facts come from.

use super::shape::{domain_names, leaf, listed, said};
use crate::booklet::Leaf;
use crate::document::{Block, Facts, Item, Rank, line, paragraph, said as words, strong};
use unequal_core::deck::Deck;
use unequal_core::deck::text::{Figure, Happening, Label, Source, Subject};
use unequal_core::engine::seat::Seat;
use unequal_core::model::place::{At as _, DomainAt};

/// The page of a domain's state of play; none where the deck says nothing of it that is known at STARTEX.
pub(super) fn state(deck: &Deck, at: DomainAt) -> Option<Leaf> {
    let (blocks, facts) = of_domain(deck, at);
    if blocks.is_empty() && facts.0.is_empty() {
        return None;
    }
    let name = domain_names(deck).nth(at.index()).unwrap_or_default();
    let code = deck.text.domains[at].code.clone();
    Some(leaf(name, [code], blocks, facts))
}

/// What is known of a domain at STARTEX: paragraphs; figures and what has happened.
pub(super) fn of_domain(deck: &Deck, at: DomainAt) -> (Vec<Block>, Facts) {
    let (text, about) = (&deck.text.domains[at], &deck.text.about);
    let parts = text
        .state
        .iter()
        .filter(|part| !about.tells_ahead(&part.text));
    let blocks = parts.map(|part| {
        let heading = format!("{}. ", part.heading);
        paragraph(Rank::Plain, words! { (strong(heading)) (&part.text) })
    });
    let figures = text
        .baseline
        .iter()
        .filter(|one| !about.is_ahead(&one.as_of));
    let facts = Facts::default()
        .list("Figures", figures.map(figure))
        .list("What has happened", happened(deck, Subject::Domain(at)));
    (blocks.collect(), facts)
}

/// What has happened to a subject before the first move, with its dates.
pub(crate) fn happened(deck: &Deck, subject: Subject) -> Vec<String> {
    let all = deck.text.timeline_of(subject);
    let before = all.filter(|one| !deck.text.about.is_ahead(&one.date));
    before
        .map(|one| format!("{}: {}", one.date, what(deck, one)))
        .collect()
}

/// A figure with its sources, and with its grade beside it.
pub(crate) fn figure(figure: &Figure) -> String {
    let marks: Vec<String> = figure.sources.iter().map(|id| format!(" [{id}]")).collect();
    let marks = marks.concat();
    let as_of = Some(&figure.as_of);
    let as_of = as_of.filter(|as_of| !as_of.is_empty() && !names(&figure.figure, as_of));
    let as_of = as_of.map_or_else(String::new, |as_of| format!(" ({as_of})"));
    let grade = figure
        .grade
        .map_or_else(String::new, |grade| format!(", grade {}", grade.letter()));
    let not_checked = match figure.not_checked.as_str() {
        "" => String::new(),
        what => format!("; not checked: {what}"),
    };
    format!("{}{as_of}{marks}{grade}{not_checked}", figure.figure)
}

/// Whether a text names a date itself, be it with the whole name of a month.
fn names(text: &str, date: &str) -> bool {
    let words: Vec<&str> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .collect();
    let short: Vec<&str> = date.split(' ').rev().take(2).collect();
    let [year, month] = short.as_slice() else {
        return text.contains(date);
    };
    words
        .windows(2)
        .any(|pair| pair[0].starts_with(month) && pair[1] == *year)
}

/// All that has happened before the first move, in order.
pub(super) fn timeline(title: &str, deck: &Deck) -> Vec<Leaf> {
    let ahead = |one: &&Happening| !deck.text.about.is_ahead(&one.date);
    let items = deck.text.timeline.iter().filter(ahead);
    listed(title, items.map(|one| entry(deck, one)).collect())
}

/// What happened in the time that is played: told to nobody who plays before it is over.
pub(super) fn record(title: &str, deck: &Deck) -> Vec<Leaf> {
    let (text, about) = (&deck.text, &deck.text.about);
    let domains = text.domains.iter().flat_map(|domain| {
        let parts = domain.text.split("\n\n");
        let parts = parts.chain(domain.state.iter().map(|part| part.text.as_str()));
        let told = parts.filter(|part| about.tells_ahead(part));
        let told = told.map(|part| words! { (strong(format!("{}: ", domain.name))) (part) });
        let figures = domain
            .baseline
            .iter()
            .filter(|one| about.is_ahead(&one.as_of));
        let figures = figures.map(|one| line(format!("{}: {}", domain.name, figure(one))));
        told.chain(figures).map(Item::from).collect::<Vec<Item>>()
    });
    let outside = text.conditions.iter().flat_map(|one| {
        let told = one
            .text
            .split("\n\n")
            .filter(|part| about.tells_ahead(part));
        let told = told.map(|part| words! { (strong(format!("{}: ", one.name))) (part) });
        told.map(Item::from).collect::<Vec<Item>>()
    });
    let ahead = text.timeline.iter().filter(|one| about.is_ahead(&one.date));
    let items: Vec<Item> = ahead
        .map(|one| entry(deck, one))
        .chain(outside)
        .chain(domains)
        .collect();
    listed(title, items)
}

/// An entry of the timeline: when, about what, and what.
fn entry(deck: &Deck, happening: &Happening) -> Item {
    let about = match happening.about {
        Subject::Domain(at) => deck.text.domains[at].short.as_str(),
        Subject::Condition(at) => deck.text.conditions[at].short.as_str(),
        Subject::Europe => deck.text.seat_name(Seat::Europe),
    };
    let what = what(deck, happening);
    Item::from(line(format!("{}, {about}: {what}", happening.date)))
}

/// What happened: its sources together, with the best grade of them, before the full stop; and how sure it is where it is
/// not established.
fn what(deck: &Deck, happening: &Happening) -> String {
    let label = match happening.label {
        Label::Fact | Label::None => "",
        Label::Claim => "claimed",
        Label::Leak => "from a leak",
    };
    let grade = deck.text.best_grade(&happening.sources);
    let grade = grade.map_or_else(String::new, |grade| format!("grade {}", grade.letter()));
    let both: Vec<&str> = [grade.as_str(), label]
        .into_iter()
        .filter(|one| !one.is_empty())
        .collect();
    let text = happening.sourced();
    let (said, marks) = text
        .rsplit_once(". [")
        .map_or((text.as_str(), String::new()), |(said, marks)| {
            (said, format!(" [{marks}"))
        });
    let said = said.trim_end_matches('.');
    if both.is_empty() {
        return format!("{said}{marks}.");
    }
    format!("{said}{marks} ({}).", both.join(", "))
}

pub(super) fn source(source: &Source) -> Leaf {
    let grade = source
        .grade
        .map_or_else(String::new, |grade| format!("grade {}", grade.letter()));
    let state = source.state_media.then(|| "state media".to_owned());
    let kind = [
        source.publisher.clone(),
        source.date.clone(),
        grade,
        source.seen_in_words(),
        state.unwrap_or_default(),
    ];
    leaf(
        &format!("{} {}", source.id, source.title),
        kind,
        said(&source.address),
        Facts::default(),
    )
}
