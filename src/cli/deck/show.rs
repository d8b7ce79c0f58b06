//! `unequal deck show`: a deck to read, whole or as one seat may.

use serde_json::Value;

use super::pager;
use crate::cli::args::DeckShow;
use crate::cli::decks;
use crate::cli::error::Error;
use crate::cli::out::Out;
use unequal_core::deck::Deck;
use unequal_core::engine::seat::Seat;
use unequal_papers::booklet::{self, Part, Pick};
use unequal_papers::document::text::{text, within};
use unequal_tui::terminal::size;

pub(super) fn run(args: &DeckShow, out: &mut Out) -> Result<(), Error> {
    let deck = decks::load(&args.deck)?;
    let pick = Pick::of(args.seat);
    if args.json {
        out.json(&data(&deck, pick))
    } else {
        let parts = Part::ALL.into_iter().filter(|part| pick.part(*part));
        let paper = booklet::document(&deck, parts);
        let page = if out.is_terminal() {
            within(&paper, usize::from(size().0))
        } else {
            text(&paper)
        };
        pager::show(&page, !args.no_pager, out)
    }
}

/// The deck's own tables and keys, without what the seat may not read.
fn data(deck: &Deck, pick: Pick) -> Value {
    let mut data: Value =
        toml::from_str(&deck.source).expect("a deck that was loaded is a table of plain values");
    if let Value::Object(tables) = &mut data {
        tables.retain(|name, _| pick.table(name));
        if let Some(Value::Array(cards)) = tables.get_mut("card") {
            let is = |card: &Value, key: &str| card.get(key).and_then(Value::as_bool) == Some(true);
            cards.retain(|card| pick.card(is(card, "own"), is(card, "offer")));
        }
        if let Some(Value::Object(briefings)) = tables.get_mut("briefing") {
            // In decks the third seat is called by what it does first of all.
            let seat = |word: &str| match word {
                "observer" => Some(Seat::Europe),
                word => Seat::from_word(word),
            };
            briefings.retain(|word, _| seat(word).is_some_and(|seat| pick.briefing(seat)));
        }
    }
    data
}
