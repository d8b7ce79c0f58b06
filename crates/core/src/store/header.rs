//! The head of a record: which session this is, how it is played, and the whole deck.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use crate::engine::entry_number::EntryNumber;
use crate::engine::holder::Holders;
use crate::engine::options::Options;

/// Everything that is fixed at STARTEX. The deck's text is part of it, so that one file is enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The version of the rules.
    pub rules: u32,
    /// The version of the program that began the session.
    pub program: String,
    /// The session's name.
    pub name: String,
    /// When it began, in UTC: `2026-11-23T20:42:07Z`.
    pub started: String,
    /// Where all luck comes from.
    pub seed: u64,
    /// How it is played.
    pub options: SessionOptions,
    /// Who holds the seats that play.
    pub seats: Holders,
    /// The entry of another record from which this one branches off.
    pub parent: Option<Parent>,
    /// The deck.
    pub deck: DeckCopy,
}

/// How a session is played, with what it changes in the deck's own numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SessionOptions {
    /// Sealed or open, in turn or together, who makes rulings, and whether somebody sits in Europe's seat: that
    /// is not written here, it follows from who holds the seats.
    pub play: Options,
    /// The expected number of moves instead of the deck's.
    pub moves: Option<u32>,
    /// How far the last move may lie from it, instead of the deck's.
    pub moves_spread: Option<u32>,
    /// Demands a move instead of the deck's.
    pub demands: Option<u32>,
}

/// The entry of another record from which a session branches off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parent {
    /// The name of the other record's file.
    pub file: String,
    /// The entry after which this session goes its own way; 0 is STARTEX.
    pub entry: EntryNumber,
    /// That entry's digest; for 0 the digest of the other record's header.
    pub digest: String,
    /// How many entries at the head of this record are copies of that one's; what follows them is a what-if.
    pub copied: u64,
    /// Where luck was drawn anew, in order; empty where the session's own seed goes on.
    #[serde(default)]
    pub luck: Vec<LuckAnew>,
}

impl Parent {
    /// The last entry of this record that is a copy; STARTEX where none is.
    pub fn last_copied(&self) -> EntryNumber {
        EntryNumber::new(self.copied)
    }
}

/// Everything that was still hidden, but for the red lines, was drawn anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LuckAnew {
    /// The last entry before that; 0 is STARTEX.
    pub after: EntryNumber,
    /// The seed of all luck from there on.
    #[serde(deserialize_with = "seed_in_text")]
    pub seed: u64,
}

/// A seed is text in the record: a TOML reader need not take integers above 2^63.
fn seed_in_text<'de, D: Deserializer<'de>>(from: D) -> Result<u64, D::Error> {
    let text = String::deserialize(from)?;
    text.parse()
        .map_err(|_| D::Error::custom(format!("seed \"{text}\" is not a whole number from 0")))
}

/// The deck as it was at STARTEX.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeckCopy {
    /// The deck's id.
    pub id: String,
    /// The deck's title.
    pub title: String,
    /// The version of the format in which the source is written.
    pub format: u32,
    /// BLAKE3 of the source, in hex.
    pub hash: String,
    /// The whole text of the deck's file.
    pub source: String,
}

impl DeckCopy {
    /// Takes a copy of a deck's text, with its hash.
    pub fn new(
        format: u32,
        id: impl Into<String>,
        title: impl Into<String>,
        source: impl Into<String>,
    ) -> Self {
        let source = source.into();
        Self {
            id: id.into(),
            title: title.into(),
            format,
            hash: Self::hash_of(&source),
            source,
        }
    }

    /// The hash of a deck's text.
    pub fn hash_of(source: &str) -> String {
        blake3::hash(source.as_bytes()).to_hex().to_string()
    }
}
