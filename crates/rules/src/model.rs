//! The rules, as a pure library: no session, no record, no screen, no clock, no file.
//!
//! [`scenario`] holds the numbers of a deck. [`game`] is a session in play, advanced step by step;
//! [`legal`] lists what a seat may do at each step, and [`log`] writes what two implementations must
//! agree on. The rules themselves stand in one file each: [`inject`], [`europe`], [`menu`], [`crisis`], [`offer`], [`contest`], [`exchange`],
//! [`follow_up`], [`red_line`], [`drift`], [`ending`]. What is worked out from a position and never
//! stored is in [`gauges`] and [`signpost`].

#![deny(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::float_arithmetic,
    clippy::iter_over_hash_type,
    clippy::wildcard_enum_match_arm
)]

pub mod arithmetic;
pub mod card_set;
pub mod choice;
pub mod contest;
pub mod crisis;
pub mod current;
pub mod drift;
pub mod ending;
pub mod europe;
pub mod exchange;
pub mod follow_up;
pub mod game;
pub mod gauge;
pub mod gauges;
pub mod inject;
pub mod ledger;
pub mod legal;
pub mod log;
pub mod luck;
pub mod menu;
pub mod offer;
pub mod place;
pub mod playable;
pub mod position;
pub mod progress;
pub mod red_line;
pub mod ruling;
pub mod scenario;
pub mod side;
pub mod signpost;
pub mod vocabulary;

/// The version of these rules.
pub const RULES: u32 = 2;
