//! Sessions: their history, and the table that goes on with it.
//!
//! A [`History`] is what the entries of a record come to, and nothing else makes sense of them. A
//! [`Table`] is a history with the pen: an act is checked and worked out on a copy, written and synced,
//! and only then shown. Bots and the program act through the same door as people.
//!
//! A screen gets neither: it sits at a [`Place`], which shows one seat what it may know and takes its acts. Whose
//! [`Turn`] it is, is worked out once for all who drive a session.

pub mod account;
pub mod asked;
pub mod bell;
pub mod branch;
pub mod clock;
pub mod compare;
pub mod desk;
pub mod dry_run;
pub mod ending;
pub mod error;
pub mod estimates;
pub mod exchange;
pub mod expectations;
pub mod family;
pub mod fan;
pub mod gaps;
pub mod glossary;
pub mod history;
pub mod knowledge;
pub mod ledger;
pub mod lengths;
pub mod listed;
pub mod moment;
pub mod open_loop;
pub mod overtime;
pub mod owned;
pub mod pace;
pub mod phones;
pub mod pilot;
pub mod place;
pub mod play_out;
pub mod presence;
pub mod reading;
pub mod research;
pub mod seal;
pub mod setup;
pub mod shelf;
pub mod sight;
pub mod table;
pub mod telling;
pub mod tour;
pub mod turn;
pub mod voices;
pub mod warning;
pub mod watch;

pub use error::{SessionError, SubmitError};
pub use history::History;
pub use moment::{Moment, Remarks};
pub use pace::Pace;
pub use place::{Owner, Place, Sight, Sign, Standing};
pub use setup::{Holder, Holders, Setup};
pub use table::Table;
pub use turn::{Due, Turn};
pub use unequal_core::store::{Drafts, StoreError, TornTail};
pub use watch::{Condition, Watch};
