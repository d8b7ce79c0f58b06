//! The decks that are studied, with what is changed in them.

use std::error::Error;

use unequal_core::deck::Deck;
use unequal_core::model::scenario::Scenario;
use unequal_core::study::number::changed;

/// The reference deck of the rules.
const REFERENCE: &str = include_str!("../../../../tests/golden/deck.toml");

/// A deck by its name: `reference`, or the path of a file; behind a comma what is changed in it.
pub(crate) fn deck(name: &str) -> Result<Scenario, Box<dyn Error>> {
    let name = name.split_once('@').map_or(name, |(_, deck)| deck);
    let (file, changes) = name.split_once(',').unwrap_or((name, ""));
    let text = if file == "reference" {
        REFERENCE.to_owned()
    } else {
        std::fs::read_to_string(file)?
    };
    let deck = Deck::from_text(file, &text).map_err(|wrong| wrong.to_string())?;
    Ok(changed(&deck.scenario, changes)?)
}
