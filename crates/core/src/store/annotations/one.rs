//! One annotation: what somebody wrote about an entry, and when.

use crate::engine::entry_number::EntryNumber;
use serde::{Deserialize, Serialize};

/// What an annotation says of its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnnotationKind {
    /// Words.
    Comment,
    /// A judgement by sign: `!`, `?`, `!!`, `??`.
    Glyph,
    /// A place to come back to; its text is a label and may be empty.
    Bookmark,
    /// Takes back the annotation whose id is the text.
    Withdrawal,
}

impl AnnotationKind {
    /// The word in the file.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Comment => "comment",
            Self::Glyph => "glyph",
            Self::Bookmark => "bookmark",
            Self::Withdrawal => "withdrawal",
        }
    }
}

/// The glyphs, as game annotators use them.
pub const GLYPHS: [&str; 4] = ["!!", "!", "?", "??"];

/// One annotation. The order is that of the file: by entry, then time, then author.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Annotation {
    /// The entry it speaks of; 0 is STARTEX.
    pub entry: EntryNumber,
    /// When it was made, as RFC 3339 text.
    pub at: String,
    /// Who made it.
    pub author: String,
    /// What kind it is.
    pub kind: AnnotationKind,
    /// Its text.
    pub text: String,
}

impl Annotation {
    /// The hash of the content, 16 hex digits: the same annotation has the same id everywhere.
    pub fn id(&self) -> String {
        let mut sum = blake3::Hasher::new();
        for part in [self.at.as_str(), &self.author, self.kind.word(), &self.text] {
            sum.update(&(part.len() as u64).to_le_bytes());
            sum.update(part.as_bytes());
        }
        sum.update(&self.entry.get().to_le_bytes());
        sum.finalize().to_hex().chars().take(16).collect()
    }
}
