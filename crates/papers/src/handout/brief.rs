//! Briefings for STARTEX, and the sources on which the other papers rest.

use crate::booklet;
use crate::document::{Block, Rank, Span, Table, cells, line, paragraph};
use unequal_core::deck::Deck;
use unequal_core::deck::text::Grade;
use unequal_core::engine::seat::Seat;

/// The briefing of a seat on a page; nothing where the deck says nothing to it.
pub(super) fn sheets(deck: &Deck, seat: Seat) -> Vec<Block> {
    let about = &deck.text.about;
    let Some(leaf) = booklet::briefing(deck, seat) else {
        return Vec::new();
    };
    let under_title = format!("{} · STARTEX briefing. For this seat only.", about.title);
    let mut blocks = vec![
        Block::Heading(1, line(leaf.name)),
        paragraph(Rank::Lead, under_title),
    ];
    blocks.extend(leaf.card.blocks);
    blocks.push(paragraph(Rank::Note, &about.disclaimer));
    vec![Block::Sheet(blocks)]
}

/// What the marks in brackets on the other pages stand for; nothing where there are none.
pub(super) fn sources(deck: &Deck) -> Vec<Block> {
    if deck.text.sources.is_empty() {
        return Vec::new();
    }
    let rows = deck.text.sources.iter().map(|source| {
        let grade = source.grade.map_or("", Grade::letter);
        let address = Span::Code(source.address.clone());
        cells! {
            [(&source.id)] [(&source.title) (Span::Break) (address)] [(&source.publisher)] [(&source.date)]
            [(grade)] [(source.seen_in_words())]
        }
    });
    let table = Table::default()
        .texts(["Mark", "What, and where", "Who", "When", "Grade", "Read"])
        .rows(rows);
    let grades = "Grade A: primary, official or research body. B: established outlet or agency. C: reprint, \
                  aggregator or party to the conflict.";
    vec![Block::Sheet(vec![
        Block::Heading(1, line("Sources")),
        paragraph(Rank::Lead, &deck.text.about.title),
        paragraph(Rank::Note, grades),
        Block::Table(table),
    ])]
}
