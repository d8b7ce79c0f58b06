//! The two sides of the contest, and what there is once for each of them.

use std::ops::{Index, IndexMut};

use serde::{Deserialize, Serialize};

use crate::model::vocabulary::vocabulary;

vocabulary!(
    /// A side: a seat that plays, and does not only run or watch.
    Side {
        /// Tables the demands.
        Patron = "patron",
        /// Answers them.
        Client = "client",
    }
);

/// One thing for each side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BySide<T> {
    /// The patron's.
    pub patron: T,
    /// The client's.
    pub client: T,
}

impl<T> BySide<T> {
    /// The patron's and the client's.
    pub const fn new(patron: T, client: T) -> Self {
        Self { patron, client }
    }

    /// What a function gives for each side.
    pub fn from_fn(mut of: impl FnMut(Side) -> T) -> Self {
        Self::new(of(Side::Patron), of(Side::Client))
    }

    /// Each as a reference.
    pub const fn as_ref(&self) -> BySide<&T> {
        BySide::new(&self.patron, &self.client)
    }

    /// Something else made of each.
    pub fn map<U>(self, mut of: impl FnMut(T) -> U) -> BySide<U> {
        BySide::new(of(self.patron), of(self.client))
    }

    /// Each together with another thing of the same side.
    pub fn zip<U>(self, other: BySide<U>) -> BySide<(T, U)> {
        BySide::new((self.patron, other.patron), (self.client, other.client))
    }

    /// Each with its side, in the order of [`Side::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Side, &T)> {
        Side::ALL.iter().map(|side| (*side, &self[*side]))
    }
}

impl<T> Index<Side> for BySide<T> {
    type Output = T;

    fn index(&self, side: Side) -> &T {
        match side {
            Side::Patron => &self.patron,
            Side::Client => &self.client,
        }
    }
}

impl<T> IndexMut<Side> for BySide<T> {
    fn index_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Patron => &mut self.patron,
            Side::Client => &mut self.client,
        }
    }
}
