//! The two sides of the contest, and what there is once for each of them.

use std::ops::{Index, IndexMut};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::vocabulary::vocabulary;

macro_rules! sides {
    ($($(#[$meta:meta])* $side:ident $field:ident = $word:literal;)+) => {
        vocabulary!(
            /// A side: a seat that plays, and does not only run or watch.
            Side { $($(#[$meta])* $side = $word),+ }
        );

        /// One thing for each side.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct BySide<T> { $(#[doc = concat!("That of `", $word, "`.")] pub $field: T),+ }

        impl<T> BySide<T> {
            /// What a function gives for each side.
            pub fn from_fn(mut of: impl FnMut(Side) -> T) -> Self {
                Self { $($field: of(Side::$side)),+ }
            }

            /// Each as a reference.
            pub const fn as_ref(&self) -> BySide<&T> {
                BySide { $($field: &self.$field),+ }
            }

            /// Something else made of each.
            pub fn map<U>(self, mut of: impl FnMut(T) -> U) -> BySide<U> {
                BySide { $($field: of(self.$field)),+ }
            }

            /// Each together with another thing of the same side.
            pub fn zip<U>(self, other: BySide<U>) -> BySide<(T, U)> {
                BySide { $($field: (self.$field, other.$field)),+ }
            }

            /// Each with its side, in the order of [`Side::ALL`].
            pub fn iter(&self) -> impl Iterator<Item = (Side, &T)> {
                Side::ALL.iter().map(|side| (*side, &self[*side]))
            }
        }

        impl<T> Index<Side> for BySide<T> {
            type Output = T;

            fn index(&self, side: Side) -> &T {
                match side { $(Side::$side => &self.$field),+ }
            }
        }

        impl<T> IndexMut<Side> for BySide<T> {
            fn index_mut(&mut self, side: Side) -> &mut T {
                match side { $(Side::$side => &mut self.$field),+ }
            }
        }
    };
}

sides! {
    /// Tables the demands.
    Patron patron = "patron";
    /// Answers them.
    Client client = "client";
}

impl<T> BySide<T> {
    /// The patron's and the client's.
    pub const fn new(patron: T, client: T) -> Self {
        Self { patron, client }
    }
}
