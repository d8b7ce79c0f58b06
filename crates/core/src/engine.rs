//! The rules, as a pure library: no clock, no file, no float, no hash order.
//!
//! `scenario` holds a deck's numbers; `game` is the fast core that playouts run on; `state`,
//! `legal`, `apply` and `view` are the table around it: acts in, facts out, each seat its own view.

#![deny(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::float_arithmetic,
    clippy::iter_over_hash_type,
    clippy::wildcard_enum_match_arm
)]

pub mod action;
mod admit;
pub mod apply;
pub mod choice;
mod deed;
pub mod digest;
pub mod fact;
pub mod game;
pub mod gauge;
pub mod gauges;
pub mod holder;
pub mod ledger;
pub mod legal;
pub mod limits;
pub mod log;
pub mod name;
pub mod options;
pub mod phase;
pub mod player;
pub mod position;
pub mod preview;
pub mod refused;
pub mod resolve;
pub mod room;
pub mod scenario;
pub mod sealing;
pub mod seat;
pub mod state;
pub mod unseen;
pub mod view;

// The first rules stand on what the second ones share with them.
pub(crate) use crate::model::vocabulary;
pub use crate::model::{arithmetic, luck, place as at, side};

/// The version of the rules that this program plays.
pub const RULES: u32 = 1;
/// The version of the format of decks that holds the numbers of these rules.
pub const DECK_FORMAT: u32 = 1;
