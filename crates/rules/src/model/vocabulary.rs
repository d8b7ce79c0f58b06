//! How a fixed list of words is declared: once, with everything that reads or tells it.

/// Declares an enumeration of words, each with its meaning: serialised, told and found by its word.
#[macro_export]
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$item:meta])* $variant:ident = $word:tt),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        pub enum $name { $($(#[$item])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// All of them, in canonical order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Their words, in canonical order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The place in canonical order, from 0.
            pub const fn index(self) -> usize { self as usize }

            /// The word used in decks, saves and scripts.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// Finds the value that a word names.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.word() == word)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.word()) }
        }
    };
}

pub use vocabulary;
