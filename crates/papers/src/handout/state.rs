//! The state of play of each domain, a page each, and what has happened so far.

use crate::booklet::Part;
use crate::document::{Block, Rank, line, paragraph};
use unequal_core::deck::Deck;

pub(super) fn sheets(deck: &Deck) -> Vec<Block> {
    let about = &deck.text.about;
    let of_domains = Part::State.leaves(deck).into_iter();
    let happened = Part::Timeline.leaves(deck).into_iter();
    of_domains
        .chain(happened)
        .map(|leaf| {
            let mut blocks = vec![
                Block::Heading(1, line(leaf.name)),
                paragraph(Rank::Lead, format!("State of play · {}", about.title)),
            ];
            blocks.extend(leaf.card.blocks);
            Block::Sheet(blocks)
        })
        .collect()
}
