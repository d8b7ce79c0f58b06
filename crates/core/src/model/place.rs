//! Places in a deck's lists, one type for each list, so that no card is taken for a domain.

macro_rules! places {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
            pub struct $name(u8);

            impl $name {
                /// The place in the deck's order, from 0; no list of a deck is longer than 256.
                pub const fn new(index: usize) -> Self {
                    debug_assert!(index < 256, "no list of a deck is that long");
                    #[expect(clippy::cast_possible_truncation, reason = "no list of a deck is longer than 256")]
                    Self(index as u8)
                }

                /// The place as an index, from 0.
                #[inline]
                pub const fn index(self) -> usize {
                    self.0 as usize
                }

                /// The first `count` places, in order.
                pub fn first(count: usize) -> impl DoubleEndedIterator<Item = Self> + Clone {
                    (0..count).map(Self::new)
                }
            }
        )+
    };
}

places!(
    /// A card, by its place in the deck.
    CardAt,
    /// A domain, by its place in the deck.
    DomainAt,
    /// An outside condition, by its place in the deck.
    ConditionAt,
    /// Something that Russia may ask in return for an offer, by its place in the deck.
    AskAt,
    /// A measure of Europe's, by its place in the deck.
    MeasureAt,
    /// An event, by its place in the deck.
    EventAt,
    /// A policy, by its place in the deck.
    PolicyAt,
);

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
