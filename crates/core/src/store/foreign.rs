//! Tells what a file is that is no session, or a session that some other program has made over.

use std::fmt;
use std::path::Path;

use super::frame::{self, Beginning};
use super::text::typed;

/// How the first line of a copy begins.
pub const COPY_LEAD: &str = "{\"unequal-copy\":";
/// How a file with a key to copies begins.
pub(crate) const KEY_LEAD: &str = "# The key to copies of a session of unequal.";

/// What a file is that does not begin as a session does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A session with a byte order mark before it.
    ByteOrderMark,
    /// A text with two bytes a character.
    Utf16,
    /// A file made smaller, such as a session that was packed for sending.
    Packed,
    /// A deck.
    Deck,
    /// What people write about a session that they study.
    Annotations,
    /// What was typed and not sent.
    Drafts,
    /// What one seat may know of a session, the rest sealed.
    Copy,
    /// The key to such copies.
    Seals,
    /// A page for browsers, such as a report.
    Page,
    /// Tables, or text in another form that this program writes.
    Document,
    /// Something else.
    Unknown,
}

/// The first bytes of packed files: gzip, zip, xz, zstd.
const PACKED: [&[u8]; 4] = [b"\x1f\x8b", b"PK\x03\x04", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd"];

impl Foreign {
    /// Looks at the bytes of a file.
    pub fn of(bytes: &[u8]) -> Self {
        let is_session = |bytes| !matches!(frame::beginning(bytes), Beginning::Other);
        let begins = |with: &str| bytes.starts_with(with.as_bytes());
        if bytes.strip_prefix(b"\xef\xbb\xbf").is_some_and(is_session) {
            return Self::ByteOrderMark;
        }
        if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
            return Self::Utf16;
        }
        if PACKED.iter().any(|packed| bytes.starts_with(packed)) {
            return Self::Packed;
        }
        if begins("<!DOCTYPE html>") {
            return Self::Page;
        }
        if begins(COPY_LEAD) {
            return Self::Copy;
        }
        if begins(KEY_LEAD) {
            return Self::Seals;
        }
        if begins("{") || begins("session,") {
            return Self::Document;
        }
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        let Ok(table) = toml::from_str::<toml::Table>(text) else {
            return if begins("# ") {
                Self::Document
            } else {
                Self::Unknown
            };
        };
        let holds = |key| table.contains_key(key);
        if holds("deck") {
            Self::Deck
        } else if holds("annotation") {
            Self::Annotations
        } else if holds("texts") || holds("plans") {
            Self::Drafts
        } else {
            Self::Unknown
        }
    }

    /// What to do with it.
    pub fn hint(self, path: &Path) -> String {
        match self {
            Self::ByteOrderMark => {
                "a program has put three bytes before it: take the file again from \
                                    where it came, copied as it is"
                    .to_owned()
            }
            Self::Utf16 => {
                "a program has written it anew with two bytes a character: take the file \
                            again from where it came, copied as it is"
                    .to_owned()
            }
            Self::Packed => "unpack it first".to_owned(),
            Self::Deck => format!("play it: `unequal play --deck {name}`", name = typed(path)),
            Self::Copy => format!(
                "`unequal replay {shown} --text` reads it, `unequal verify {shown}` checks it; \
                 the session itself is the white cell's until it has ended",
                shown = typed(path)
            ),
            Self::Annotations | Self::Drafts | Self::Seals => {
                format!(
                    "it belongs to {}: name that",
                    typed(&path.with_extension(""))
                )
            }
            Self::Page | Self::Document => "name the session that it was made from".to_owned(),
            Self::Unknown => "name a file that `unequal` wrote".to_owned(),
        }
    }
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ByteOrderMark => "a session with a byte order mark before its first line",
            Self::Utf16 => "a text in UTF-16, and a session is UTF-8",
            Self::Packed => "a packed file",
            Self::Deck => "a deck, not a session",
            Self::Annotations => "annotations of a session, not a session",
            Self::Drafts => "drafts of a session, not a session",
            Self::Copy => "what one seat may know of a session, not the session",
            Self::Seals => "the key to copies of a session, not a session",
            Self::Page => "a page for browsers, not a session",
            Self::Document => "a document, not a session",
            Self::Unknown => {
                "not a session file: expected its first line to begin \"# unequal session, format\""
            }
        })
    }
}
