//! Places in a file beside a record that cannot be understood: each told with its line, so that who writes there by hand
//! finds it, while the rest is read.

use std::fmt;

use serde::de::DeserializeOwned;

use super::text::on_one_line;

/// How many places are told one by one.
const TOLD: usize = 3;
/// The most characters of what is said of a place: a line may be as long as a file.
const LONGEST: usize = 160;

/// A place that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Flaw {
    /// Its line, from 1.
    line: usize,
    /// What is wrong there, on one line.
    what: String,
}

impl Flaw {
    pub(crate) fn new(line: usize, what: &str) -> Self {
        let whole = on_one_line(what);
        let mut what: String = whole.chars().take(LONGEST).collect();
        if what.len() < whole.len() {
            what.push('…');
        }
        Self { line, what }
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

/// Several in a sentence: the first of them, and how many more there are.
pub(crate) fn told(flaws: &[Flaw]) -> String {
    let first: Vec<String> = flaws.iter().take(TOLD).map(Flaw::to_string).collect();
    let more = flaws.len().saturating_sub(TOLD);
    let more = if more > 0 {
        format!("; and {more} more")
    } else {
        String::new()
    };
    first.join("; ") + &more
}

/// Some lines of a file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part<'a> {
    /// The number of the first, from 1.
    pub(crate) line: usize,
    pub(crate) bytes: &'a [u8],
}

impl<'a> Part<'a> {
    /// A whole file.
    pub(crate) const fn whole(bytes: &'a [u8]) -> Self {
        Self { line: 1, bytes }
    }

    /// What stands before the first line that begins a part, and each part.
    pub(crate) fn split(self, begins: impl Fn(&[u8]) -> bool) -> Vec<Self> {
        let (mut parts, mut from, mut at) = (vec![self], 0, 0);
        for (place, line) in self
            .bytes
            .split_inclusive(|byte| *byte == b'\n')
            .enumerate()
        {
            if place > 0 && begins(line.trim_ascii()) {
                if let Some(last) = parts.last_mut() {
                    last.bytes = &self.bytes[from..at];
                }
                from = at;
                parts.push(Self {
                    line: self.line + place,
                    bytes: &self.bytes[from..],
                });
            }
            at += line.len();
        }
        parts
    }

    /// What it says as TOML.
    pub(crate) fn read<T: DeserializeOwned>(self) -> Result<T, Flaw> {
        let text = std::str::from_utf8(self.bytes).map_err(|error| {
            let what = "this is not UTF-8: save it as UTF-8";
            Flaw::new(self.line_at(error.valid_up_to()), what)
        })?;
        toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            Flaw::new(self.line_at(at), error.message())
        })
    }

    /// The line of a byte. What is missing at the end is missing on the last line.
    fn line_at(self, at: usize) -> usize {
        let at = at.min(self.bytes.trim_ascii_end().len());
        let before = self.bytes.get(..at).unwrap_or_default();
        self.line + before.split(|byte| *byte == b'\n').count() - 1
    }
}
