//! What the rules and the bots promise to hold, on the reference deck.

mod bots;
mod experts;
mod position;
mod sessions;

use crate::deck::Deck;
use crate::model::scenario::Scenario;

fn reference() -> Scenario {
    let text = include_str!("../../../tests/golden/deck.toml");
    let deck = Deck::from_text("reference", text).expect("the deck is right");
    deck.scenario
}
