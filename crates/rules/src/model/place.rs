//! Places in a deck's lists, one type for each list, and how long the lists may be.

use std::marker::PhantomData;
use std::ops::{Deref, Index, IndexMut, Range};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A place in a list of the deck, from 0, in the deck's order.
pub trait At: Copy {
    /// The place with this number.
    fn new(index: usize) -> Self;

    /// The number.
    fn index(self) -> usize;
}

impl At for usize {
    #[inline]
    fn new(index: usize) -> Self {
        index
    }

    #[inline]
    fn index(self) -> usize {
        self
    }
}

/// A domain of the deck.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct DomainAt(u8);

impl At for DomainAt {
    #[inline]
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a deck has at most eight domains"
    )]
    fn new(index: usize) -> Self {
        Self(index as u8)
    }

    #[inline]
    fn index(self) -> usize {
        self.0.into()
    }
}

/// A card of the deck, or one that was written in the room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct CardAt(usize);

impl At for CardAt {
    #[inline]
    fn new(index: usize) -> Self {
        Self(index)
    }

    #[inline]
    fn index(self) -> usize {
        self.0
    }
}

/// An entry of the pile of events: an event of the deck, or beyond all of those a quiet move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct EventAt(usize);

impl At for EventAt {
    #[inline]
    fn new(index: usize) -> Self {
        Self(index)
    }

    #[inline]
    fn index(self) -> usize {
        self.0
    }
}

macro_rules! places {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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

/// A list of the deck, which is entered only by places of its own kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed<K, T>(Vec<T>, PhantomData<K>);

impl<K: At, T> Listed<K, T> {
    /// All places, in the deck's order.
    #[inline]
    pub fn places(
        &self,
    ) -> impl DoubleEndedIterator<Item = K> + ExactSizeIterator + Clone + use<K, T> {
        (0..self.0.len()).map(K::new)
    }

    /// All items, each with its place.
    #[inline]
    pub fn placed(&self) -> impl DoubleEndedIterator<Item = (K, &T)> + ExactSizeIterator {
        self.0
            .iter()
            .enumerate()
            .map(|(index, item)| (K::new(index), item))
    }

    /// The place of the first item that fits.
    pub fn place(&self, fits: impl FnMut(&T) -> bool) -> Option<K> {
        self.0.iter().position(fits).map(K::new)
    }

    /// The item at a place; none where the deck has no such place.
    #[inline]
    pub fn get(&self, at: K) -> Option<&T> {
        self.0.get(at.index())
    }

    /// The same, to change it.
    pub fn get_mut(&mut self, at: K) -> Option<&mut T> {
        self.0.get_mut(at.index())
    }
}

impl<K, T> Listed<K, T> {
    /// Adds an item as the last one.
    pub fn push(&mut self, item: T) {
        self.0.push(item);
    }

    /// Leaves the first `len` items.
    pub fn truncate(&mut self, len: usize) {
        self.0.truncate(len);
    }
}

impl<K, T: Serialize> Serialize for Listed<K, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self)
    }
}

impl<'de, K, T: Deserialize<'de>> Deserialize<'de> for Listed<K, T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Vec::deserialize(from).map(Self::from)
    }
}

impl<K, T> From<Vec<T>> for Listed<K, T> {
    fn from(items: Vec<T>) -> Self {
        Self(items, PhantomData)
    }
}

impl<K, T> FromIterator<T> for Listed<K, T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        items.into_iter().collect::<Vec<T>>().into()
    }
}

impl<K, T> Deref for Listed<K, T> {
    type Target = [T];

    #[inline]
    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'a, K, T> IntoIterator for &'a Listed<K, T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<'a, K, T> IntoIterator for &'a mut Listed<K, T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter_mut()
    }
}

impl<K: At, T> Index<K> for Listed<K, T> {
    type Output = T;

    #[inline]
    fn index(&self, at: K) -> &T {
        &self.0[at.index()]
    }
}

impl<K: At, T> IndexMut<K> for Listed<K, T> {
    #[inline]
    fn index_mut(&mut self, at: K) -> &mut T {
        &mut self.0[at.index()]
    }
}

/// One thing for each domain that a deck can have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct ByDomain<T>([T; MAX_DOMAINS]);

impl<T> ByDomain<T> {
    /// In the deck's order; what is beyond the deck's domains is at rest.
    #[inline]
    pub const fn as_slice(&self) -> &[T] {
        &self.0
    }

    /// The same, to change it.
    #[inline]
    pub const fn as_mut_slice(&mut self) -> &mut [T] {
        &mut self.0
    }
}

impl<T> Index<DomainAt> for ByDomain<T> {
    type Output = T;

    #[inline]
    fn index(&self, at: DomainAt) -> &T {
        &self.0[at.index()]
    }
}

impl<T> IndexMut<DomainAt> for ByDomain<T> {
    #[inline]
    fn index_mut(&mut self, at: DomainAt) -> &mut T {
        &mut self.0[at.index()]
    }
}
