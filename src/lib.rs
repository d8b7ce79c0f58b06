//! `unequal`: wargaming sessions about an unequal partnership, in a terminal.
//!
//! Map of the code, lowest layer first; a layer may use those above it in this list, never below:
//! [`engine`] (the rules), [`deck`] (scenario files), [`store`] (the record), [`analysis`] (bots and
//! ensembles), [`session`] (the table), [`document`],
//! [`booklet`], [`balance`], [`report`] and [`handout`], [`tui`], [`cli`]. All but the last are
//! crates of their own under `crates/`. Beside the engine stand the second rules: [`model`] and [`bot`].

pub mod cli;

pub use unequal_core::{analysis, bot, deck, engine, model, store};
pub use unequal_papers::{balance, booklet, document, handout, report};
pub use unequal_session as session;
pub use unequal_tui as tui;
