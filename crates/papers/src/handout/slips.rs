//! Slips to write on: a seat's decision with its reason, and everybody's own estimate.

use crate::document::{Block, Card, Rank, paragraph};
use unequal_core::deck::Deck;
use unequal_core::engine::seat::Seat;

/// Slips for decisions on a page.
const DECISIONS: usize = 4;
/// Slips for estimates on a page.
const ESTIMATES: usize = 8;

/// What every decision is asked for; empty lines leave room to write.
const WHY: [&str; 6] = [
    "Why",
    "",
    "",
    "How sure are we, 0 to 100?",
    "Who would have done otherwise, and what?",
    "",
];

pub(super) fn sheets(deck: &Deck) -> Vec<Block> {
    let decisions = Seat::PLAYING.map(|seat| {
        let asked = match seat {
            Seat::Patron => [
                "What we ask, or take up, or nothing",
                "How hard, and with what promise",
            ],
            Seat::Client => ["What we answer, or offer", "What we want in return"],
            _ => [
                "What we do, in the open or in secret, or nothing",
                "What it is for",
            ],
        };
        let lines = asked.into_iter().chain(WHY);
        Card {
            kind: vec!["Decision".to_owned(), "Move ______".to_owned()],
            title: deck.text.seat_name(seat).to_owned(),
            blocks: lines.map(|line| paragraph(Rank::Plain, line)).collect(),
            foot: Vec::new(),
        }
    });
    let of_seats = decisions.map(|card| Block::Cards(DECISIONS, vec![card; DECISIONS]));
    let estimate = Card {
        kind: vec![
            "Blind estimate".to_owned(),
            "0 is never, 100 is certain".to_owned(),
        ],
        title: "How likely is it? __________".to_owned(),
        blocks: [
            "Question ____________________________",
            "Name ________________________________",
            "Because",
        ]
        .map(|line| paragraph(Rank::Plain, line))
        .into(),
        foot: Vec::new(),
    };
    let estimates = Block::Cards(ESTIMATES, vec![estimate; ESTIMATES]);
    of_seats.into_iter().chain([estimates]).collect()
}
