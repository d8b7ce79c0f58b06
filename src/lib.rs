//! `unequal`: wargaming sessions about an unequal partnership, in a terminal.
//!
//! Map of the code, lowest layer first; a layer may use those above it in this list, never below:
//! `engine` (the rules), `deck` (scenario files), `store` (the record), `analysis` (bots and
//! ensembles), `session` (the table), `report`, `tui`, `cli`.

pub mod analysis;
pub mod cli;
pub mod deck;
pub mod engine;
pub mod handout;
pub mod report;
pub mod session;
pub mod store;
pub mod tui;
