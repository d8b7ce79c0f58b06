//! Parts of a deck as a paper.

use crate::booklet::leaves::briefing;
use crate::booklet::{Leaf, Part};
use crate::document::{Block, Document, Look, Section};
use unequal_core::deck::Deck;

/// These parts of a deck as a paper.
pub fn document(deck: &Deck, parts: impl IntoIterator<Item = Part>) -> Document {
    let mut blocks = Vec::new();
    for part in parts {
        // What all sides accept is told once, with what the deck is.
        let leaves = match part {
            Part::Briefing(seat) => briefing(deck, seat).into_iter().collect(),
            part => part.leaves(deck),
        };
        if leaves.is_empty() {
            continue;
        }
        let cards = leaves.iter().map(Leaf::with_id);
        let within = if part.is_one_text() {
            cards.flat_map(|card| card.blocks).collect()
        } else {
            vec![Block::Cards(8, cards.collect())]
        };
        blocks.push(Section::titled(&part.title(deck), within));
    }
    paper(deck, &deck.text.about.title, blocks)
}

/// A paper about a deck, in its language.
pub(crate) fn paper(deck: &Deck, title: &str, blocks: Vec<Block>) -> Document {
    let language = deck.text.about.language.as_str();
    let language = if language.is_empty() { "en" } else { language };
    Document {
        title: title.to_owned(),
        language: language.to_owned(),
        look: Look::Handout,
        blocks,
    }
}
