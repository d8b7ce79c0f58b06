//! Places in a deck's lists, one type for each list, and how long the lists may be.

use std::ops::Range;

pub use crate::engine::at::{At, CardAt, DomainAt, EventAt};

macro_rules! places {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
            #[serde(transparent)]
            pub struct $name(u8);

            impl At for $name {
                #[inline]
                #[expect(clippy::cast_possible_truncation, reason = "no such list of a deck is longer than 100")]
                fn new(index: usize) -> Self {
                    Self(index as u8)
                }

                #[inline]
                fn index(self) -> usize {
                    self.0.into()
                }
            }
        )+
    };
}

places!(
    /// An outside condition, by its place in the deck.
    ConditionAt,
    /// Something that the client may ask in return for an offer, by its place in the deck.
    AskAt,
    /// A measure of Europe's, by its place in the deck.
    MeasureAt,
    /// A policy, by its place in the deck.
    PolicyAt,
);

/// Places of a list of which only the length is known.
pub trait First: At {
    /// The first `count` places, in order.
    #[inline]
    fn first(count: usize) -> std::iter::Map<Range<usize>, fn(usize) -> Self> {
        (0..count).map(Self::new)
    }
}

impl<K: At> First for K {}

/// Domains a deck may have at most.
pub const MAX_DOMAINS: usize = 8;
/// Outside conditions a deck may have at most.
pub const MAX_CONDITIONS: usize = 8;
/// Cards a deck may have at most.
pub const MAX_CARDS: usize = 250;
/// Events a deck may have at most.
pub const MAX_EVENTS: usize = 200;
/// Asks, measures or policies a deck may have at most.
pub const MAX_OTHERS: usize = 100;
