//! Everything about a wargaming session that needs no screen: what an analyst may depend on alone.
//!
//! Lowest layer first; a layer may use those above it in this list, never below: [`model`] (the
//! rules, a pure library) and [`bot`] (what plays them), which stand in a crate of their own, [`engine`] (the session: acts, seats, room,
//! sealing, views), [`deck`] (scenario files), [`store`] (the record), [`analysis`] (ensembles and
//! what is learnt from them), [`study`] (what can be found out about a deck by playing it often).

pub mod analysis;
pub mod deck;
pub mod engine;
pub mod store;
pub mod study;

pub use unequal_rules::{bot, model};

#[cfg(test)]
mod promises;
