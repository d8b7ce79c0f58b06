//! What every leaf of a deck is made of: its card, its paragraphs, its lists.

use crate::booklet::Leaf;
use crate::document::{Block, Card, Facts, Item, Marker, Rank, dim, line, paragraph};
use unequal_core::deck::Deck;
use unequal_core::model::place::{DomainAt, First as _};
use unequal_core::model::scenario::Changes;
use unequal_session::telling::{gauge_name, signed};

pub(super) fn leaf(
    title: &str,
    kind: impl Into<Vec<String>>,
    mut blocks: Vec<Block>,
    facts: Facts,
) -> Leaf {
    if !facts.0.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    let mut kind: Vec<String> = kind.into();
    kind.retain(|words| !words.is_empty());
    let card = Card {
        kind,
        title: title.to_owned(),
        blocks,
        foot: Vec::new(),
    };
    Leaf {
        name: title.to_owned(),
        card,
        tags: Vec::new(),
        id: String::new(),
        seat: None,
    }
}

/// A text as paragraphs; nothing where there is none.
pub(super) fn said(text: &str) -> Vec<Block> {
    let text = (!text.trim().is_empty()).then(|| paragraph(Rank::Plain, text));
    text.into_iter().collect()
}

pub(super) fn listed(title: &str, items: Vec<Item>) -> Vec<Leaf> {
    let list = |items| vec![Block::List(Marker::Dot, items)];
    let some = (!items.is_empty()).then(|| leaf(title, [], list(items), Facts::default()));
    some.into_iter().collect()
}

pub(super) fn item<const N: usize>(text: &str, under: [(&str, &String); N]) -> Item {
    let mut item = Item::from(line(text));
    for (label, words) in under.into_iter().filter(|(_, words)| !words.is_empty()) {
        item.add(dim(format!("{label}{words}")));
    }
    item
}

/// What changes come to, in words: `trust +2 · oil −3`.
pub(super) fn moved(deck: &Deck, changes: &Changes) -> String {
    let words = |&(gauge, by)| format!("{} {}", gauge_name(deck, gauge), signed(by));
    let words: Vec<String> = changes.iter().map(words).collect();
    words.join(" · ")
}

/// The names of domains, in the deck's order.
pub(super) fn domain_names(deck: &Deck) -> impl Iterator<Item = &str> {
    let places = DomainAt::first(deck.scenario.domains.len());
    places.map(|at| deck.text.domains[at].name.as_str())
}
