//! Decks of the records that have been read: sessions of one deck need it read and checked once.

use unequal_core::deck::{Deck, Problems};

/// Decks that have been read and checked.
#[derive(Clone, Debug, Default)]
pub struct Decks(Vec<Deck>);

impl Decks {
    /// The deck of a record, whose digest is known to be that of its source.
    pub(super) fn of(
        &mut self,
        name: &str,
        format: u32,
        source: &str,
        hash: &str,
    ) -> Result<Deck, Problems> {
        let mut known = self.0.iter();
        if let Some(deck) = known.find(|deck| deck.hash == hash && deck.format == format) {
            return Ok(deck.clone());
        }
        let deck = Deck::of_record(name, format, source)?;
        self.0.push(deck.clone());
        Ok(deck)
    }
}
