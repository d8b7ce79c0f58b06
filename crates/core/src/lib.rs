//! Everything about a wargaming session that needs no screen: what an analyst may depend on alone.
//!
//! Lowest layer first; a layer may use those above it in this list, never below: [`engine`] (the
//! rules), [`deck`] (scenario files), [`store`] (the record), [`analysis`] (bots and ensembles).
//! Beside them stand the second rules: [`model`] (a pure library), [`bot`] (what plays it) and [`study`]
//! (what can be found out about a deck by playing it often).

pub mod analysis;
pub mod bot;
pub mod deck;
pub mod engine;
pub mod model;
pub mod store;
pub mod study;
