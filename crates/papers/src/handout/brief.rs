//! Briefings for STARTEX, and the sources on which the other papers rest.

use crate::booklet;
use crate::document::{Block, Marker, Rank, Span, Table, cells, line, paragraph};
use unequal_core::deck::Deck;
use unequal_core::deck::text::{Grade, Seen, Source};
use unequal_core::engine::seat::Seat;

/// The briefing of a seat on a page, and on its back what all sides accept; nothing where the deck says nothing to it.
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
    let mut back = Vec::new();
    if !about.artificialities.is_empty() {
        let accepted = about.artificialities.iter().map(|one| line(one).into());
        back.push(Block::Heading(
            1,
            line("What all sides accept for this exercise"),
        ));
        back.push(Block::List(Marker::Dot, accepted.collect()));
    }
    back.push(paragraph(Rank::Note, &about.disclaimer));
    vec![Block::Sheet(blocks), Block::Sheet(back)]
}

/// How a source was read; nothing in the usual case, where only its address is given.
fn read(source: &Source) -> String {
    match source.seen {
        Seen::Unsaid => String::new(),
        Seen::Nowhere => "not opened".to_owned(),
        Seen::Original | Seen::At(_) => source.seen_in_words(),
    }
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
            [(grade)] [(read(source))]
        }
    });
    let table = Table::default()
        .texts(["Mark", "What, and where", "Who", "When", "Grade", "Read"])
        .rows(rows);
    let grades = "Grade A: primary, official or research body. B: established outlet or agency. C: reprint, \
                  aggregator or party to the conflict. “Read” is blank where nothing else is said than the address.";
    vec![Block::Sheet(vec![
        Block::Heading(1, line("Sources")),
        paragraph(Rank::Lead, &deck.text.about.title),
        paragraph(Rank::Note, grades),
        Block::Table(table),
    ])]
}
