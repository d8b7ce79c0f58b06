//! `unequal`: wargaming sessions about an unequal partnership, in a terminal.
//!
//! Map of the code, lowest layer first; a layer may use those above it in this list, never below:
//! [`model`] (the rules), [`bot`] (who plays them), [`engine`] (the table's acts, phases and seats),
//! [`deck`] (scenario files), [`store`] (the record), [`analysis`] (ensembles and shares), [`study`] (what a
//! deck claims), [`session`] (the table), [`document`], [`booklet`], [`balance`], [`warning`], [`report`] and
//! [`handout`], [`seat`], [`host`], [`tui`], [`cli`].
//! All but the last are in crates of their own under `crates/`.

pub mod cli;

pub use unequal_core::{analysis, bot, deck, engine, model, store, study};
pub use unequal_host as host;
#[cfg(feature = "page")]
pub use unequal_page as page;
pub use unequal_papers::{balance, booklet, closing, document, handout, report, warning};
pub use unequal_seat as seat;
pub use unequal_session as session;
pub use unequal_tui as tui;
