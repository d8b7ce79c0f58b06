//! The session around the rules: acts in, facts out, each seat its own view.
//!
//! The rules themselves are [`model`](crate::model)'s. `state` is the table: the game, the phase and
//! what lies on the table unresolved. `apply` takes an act to a new state; `legal` lists what a seat may
//! do, `view` and `seen` say what it may know, and `room` holds what the white cell runs people by.
//! Nothing here touches a clock or a file.

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
mod deed;
pub mod digest;
pub mod entry_number;
pub mod fact;
pub mod holder;
pub mod legal;
pub mod limits;
pub mod name;
pub mod options;
pub mod phase;
pub mod player;
pub mod preview;
pub mod refused;
pub mod room;
pub mod sealing;
pub mod seat;
pub mod seen;
pub mod state;
pub mod unseen;
pub mod view;

pub use crate::model::RULES;

/// The version of the format of decks that holds the numbers of these rules.
pub const DECK_FORMAT: u32 = 2;
