//! Slips to write on: a seat's decisions with their reasons, and everybody's own estimate.

use crate::document::{Block, Card, Rank, paragraph};
use unequal_core::deck::Deck;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::Side;

/// Slips for decisions on a page.
const DECISIONS: usize = 4;
/// Slips for estimates, and for what both sides decide in a crisis, on a page.
const SHORT: usize = 8;

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
    let secrets = deck
        .scenario
        .measures
        .iter()
        .any(|measure| measure.secret.is_some());
    let decision = |seat: Seat, what: &str, asked: [&str; 2]| {
        let lines: Vec<&str> = asked.into_iter().chain(WHY).collect();
        let name = deck.text.seat_name(seat);
        vec![slip([what, MOVE], name, &lines); DECISIONS]
    };
    let asked = [
        "What we ask, or take up, or nothing",
        "How hard, and with what promise",
    ];
    let measure = if secrets {
        "What we do, in the open or in secret, or nothing"
    } else {
        "What we do, or nothing"
    };
    let crisis = |side: Side| {
        let act = &deck.text.crisis.act(side).name;
        let lines = [
            format!("“{act}”: ☐ yes   ☐ no"),
            "Why".to_owned(),
            String::new(),
        ];
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        vec![
            slip(
                ["In a crisis", MOVE],
                deck.text.seat_name(Seat::from(side)),
                &lines
            );
            DECISIONS
        ]
    };
    let estimate = ["Question", "Because", ""];
    let estimate = slip(
        ["Blind estimate, 0 is never, 100 is certain", MOVE],
        "How likely is it? ______",
        &estimate,
    );
    let follow_up = ["How we follow up", "What it is for"];
    let client = [
        "What we answer, or offer; in our own words: nearest to",
        "What we want in return",
    ];
    let sheets = [
        (DECISIONS, decision(Seat::Patron, "Demand", asked)),
        (DECISIONS, decision(Seat::Patron, "Follow-up", follow_up)),
        (
            DECISIONS,
            decision(Seat::Client, "Offer, or answer", client),
        ),
        (
            DECISIONS,
            decision(Seat::Europe, "Measure", [measure, "What it is for"]),
        ),
        (SHORT, Side::ALL.iter().copied().flat_map(crisis).collect()),
        (SHORT, vec![estimate; SHORT]),
    ];
    sheets
        .map(|(a_page, slips)| Block::Cards(a_page, slips))
        .into()
}

/// Of which move a slip is.
const MOVE: &str = "Move ____";

/// A slip of lines, each behind what is asked for.
fn slip(kind: [&str; 2], title: &str, lines: &[&str]) -> Card {
    let lines = lines.iter().map(|line| paragraph(Rank::Write, *line));
    Card {
        kind: kind.map(str::to_owned).into(),
        title: title.to_owned(),
        blocks: lines.collect(),
        foot: Vec::new(),
    }
}
