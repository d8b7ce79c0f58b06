//! Leaves of what is known: the state of play of a domain, what has happened, where the facts come from.

use super::shape::{domain_names, leaf, listed, said};
use crate::booklet::Leaf;
use crate::document::{Block, Facts, Item, Rank, line, paragraph, said as words, strong};
use unequal_core::deck::Deck;
use unequal_core::deck::text::{Figure, Happening, Label, Source, Subject};
use unequal_core::engine::seat::Seat;
use unequal_core::model::place::{At as _, DomainAt};

/// The page of a domain's state of play; none where the deck says nothing of it.
pub(super) fn state(deck: &Deck, at: DomainAt) -> Option<Leaf> {
    let text = &deck.text.domains[at];
    let happened = deck.text.timeline_of(Subject::Domain(at));
    let happened = happened.map(|happening| told(deck, happening));
    let facts = Facts::default()
        .list("Figures", text.baseline.iter().map(figure))
        .list("What has happened", happened);
    if text.state.is_empty() && facts.0.is_empty() {
        return None;
    }
    let blocks = text.state.iter().map(|part| {
        let heading = format!("{}. ", part.heading);
        paragraph(Rank::Plain, words! { (strong(heading)) (&part.text) })
    });
    let name = domain_names(deck).nth(at.index()).unwrap_or_default();
    Some(leaf(
        name,
        [text.code.clone()],
        blocks.collect::<Vec<Block>>(),
        facts,
    ))
}

/// A figure with its sources, and with its grade beside it.
pub(crate) fn figure(figure: &Figure) -> String {
    let marks: Vec<String> = figure.sources.iter().map(|id| format!(" [{id}]")).collect();
    let marks = marks.concat();
    let as_of = Some(&figure.as_of).filter(|as_of| !as_of.is_empty());
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

/// All that has happened, in order.
pub(super) fn timeline(title: &str, deck: &Deck) -> Vec<Leaf> {
    let items = deck.text.timeline.iter().map(|happening| {
        let about = match happening.about {
            Subject::Domain(at) => deck.text.domains[at].short.as_str(),
            Subject::Condition(at) => deck.text.conditions[at].short.as_str(),
            Subject::Europe => deck.text.seat_name(Seat::Europe),
        };
        Item::from(line(format!(
            "{}, {about}: {}",
            happening.date,
            what(deck, happening)
        )))
    });
    listed(title, items.collect())
}

fn told(deck: &Deck, happening: &Happening) -> String {
    format!("{}: {}", happening.date, what(deck, happening))
}

/// What happened, with its grade, and with how sure it is where it is not established.
fn what(deck: &Deck, happening: &Happening) -> String {
    let label = match happening.label {
        Label::Fact | Label::None => "",
        Label::Claim => " (claimed)",
        Label::Leak => " (from a leak)",
    };
    let grade = deck.text.best_grade(&happening.sources);
    let grade = grade.map_or_else(String::new, |grade| format!(", grade {}", grade.letter()));
    format!("{}{grade}{label}", happening.sourced())
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
