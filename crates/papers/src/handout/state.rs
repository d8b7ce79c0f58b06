//! The state of play: where all stands at STARTEX, what is known of each domain; and for the white cell, what came after.

use crate::booklet::{self, Part};
use crate::document::{Block, Facts, Rank, Section, Table, line, paragraph};
use unequal_core::deck::Deck;
use unequal_core::deck::text::Subject;
use unequal_core::engine::seat::Seat;
use unequal_core::model::gauge::Gauge;
use unequal_session::telling::{gauge_name, seat_name};

/// For everybody what was known before the first move; for the white cell what happened in the time that is played.
pub(super) fn sheets(deck: &Deck, reader: Option<Seat>) -> Vec<Block> {
    match reader {
        None => known(deck),
        Some(_) => record(deck),
    }
}

/// All that everybody knows, in one flow: short domains share a page.
fn known(deck: &Deck) -> Vec<Block> {
    let mut blocks = head("State of play", &deck.text.about.title);
    blocks.push(Section::titled(
        "Where things stand at STARTEX",
        start(deck),
    ));
    blocks.extend(deck.scenario.domains.places().map(|at| {
        let page = booklet::domain_page(deck, at);
        Section::titled(&page.name, page.card.blocks)
    }));
    blocks
}

fn head(title: &str, under: &str) -> Vec<Block> {
    vec![Block::Heading(1, line(title)), paragraph(Rank::Lead, under)]
}

/// The gauges of the partnership, what lies outside both, and what the third seat has done.
fn start(deck: &Deck) -> Vec<Block> {
    let all = Gauge::GLOBALS.iter().zip(&deck.scenario.start);
    let shown = all.filter(|(gauge, _)| !gauge.is_europes() && **gauge != Gauge::Gains);
    let (names, values): (Vec<_>, Vec<_>) = shown
        .map(|(gauge, value)| (gauge_name(deck, *gauge), line(*value)))
        .unzip();
    let gauges = Table::default().numbers(names).rows([values]);
    let conditions = deck.scenario.conditions.places();
    let mut outside = Facts(conditions.map(|at| booklet::condition(deck, at)).collect());
    let europe = booklet::happened(deck, Subject::Europe);
    outside = outside.list(seat_name(deck, Seat::Europe), europe);
    vec![Block::Table(gauges), Block::Facts(outside)]
}

fn record(deck: &Deck) -> Vec<Block> {
    let leaves = Part::Record.leaves(deck).into_iter();
    let sheet = |leaf: booklet::Leaf| {
        let under =
            "For the white cell alone until ENDEX: what happened in the time that is played.";
        let mut blocks = head(&leaf.name, under);
        blocks.extend(leaf.card.blocks);
        Block::Sheet(blocks)
    };
    leaves.map(sheet).collect()
}
