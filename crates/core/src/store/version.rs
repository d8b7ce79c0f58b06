//! Versions that a record names: whether this program may read it, and what to say where it may not.

use std::fmt;

use semver::Version;

use super::FORMAT;
use crate::engine::entry_number::EntryNumber;
use crate::engine::{DECK_FORMAT, RULES};

/// The version of this program, as the header of a record names it.
pub const PROGRAM: &str = env!("CARGO_PKG_VERSION");

/// On which side of this program a version lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// This program came after it and does not read it any more.
    Older,
    /// It came after this program.
    Newer,
}

/// What of a record is of another version than this program's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The format of the record.
    Format(u64),
    /// The rules that were played.
    Rules(u64),
    /// The format of the deck in it.
    Deck(u64),
    /// Something that only a later program can mean, in words: an act, a key.
    Words(String),
}

/// A record of another version: whole as far as this program can tell, and not for it to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherVersion {
    /// On which side of this program it lies.
    pub age: Age,
    /// What is of another version.
    pub part: Part,
    /// The entry in which that stands; 0 is the header.
    pub entry: EntryNumber,
    /// The program that wrote it, where that can be read.
    pub program: Option<String>,
}

impl OtherVersion {
    /// Looks at a number of the header: nothing where it is this program's own.
    fn of(given: u64, own: u64, part: Part, program: Option<String>) -> Option<Self> {
        let age = match given.cmp(&own) {
            std::cmp::Ordering::Less => Age::Older,
            std::cmp::Ordering::Equal => return None,
            std::cmp::Ordering::Greater => Age::Newer,
        };
        Some(Self {
            age,
            part,
            entry: EntryNumber::STARTEX,
            program,
        })
    }

    /// The version that a record's format makes it, if it is not this program's.
    pub(crate) fn of_format(format: u64, program: Option<String>) -> Option<Self> {
        Self::of(format, FORMAT, Part::Format(format), program)
    }

    /// The version that a header's numbers make its record, if it is not this program's.
    pub(crate) fn of_header(header: &toml::Table) -> Option<Self> {
        let program = || program_of(header.get("session")?);
        let rules = number(header, "session", "rules")?;
        Self::of(rules, RULES.into(), Part::Rules(rules), program()).or_else(|| {
            let format = number(header, "deck", "format")?;
            // A deck of an earlier format is lifted into this program's when it is loaded.
            Self::of(format, DECK_FORMAT.into(), Part::Deck(format), program())
                .filter(|other| other.age == Age::Newer)
        })
    }

    /// What cannot be understood because a later program wrote it.
    pub(crate) fn of_words(entry: EntryNumber, program: &str, what: String) -> Option<Self> {
        is_later(program).then(|| Self {
            age: Age::Newer,
            part: Part::Words(what),
            entry,
            program: Some(program.to_owned()),
        })
    }

    /// What to do next.
    pub fn hint(&self) -> String {
        let which = match (&self.program, self.age) {
            (Some(program), Age::Older) => format!("unequal {program}"),
            (Some(program), Age::Newer) if is_later(program) => {
                format!("unequal {program} or later")
            }
            (_, Age::Older) => "an earlier version of the program".to_owned(),
            (_, Age::Newer) => "a later version of the program".to_owned(),
        };
        format!("the file is in order and nothing was changed; open it with {which}")
    }
}

impl fmt::Display for OtherVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let by = |f: &mut fmt::Formatter<'_>| match &self.program {
            Some(program) => write!(f, " by unequal {program}"),
            None => Ok(()),
        };
        match &self.part {
            Part::Format(format) => {
                write!(f, "written in format {format}")?;
                by(f)?;
                write!(f, "; this program, {PROGRAM}, reads format {FORMAT}")
            }
            Part::Rules(rules) => {
                write!(f, "played under rules {rules}, written")?;
                by(f)?;
                write!(f, "; this program, {PROGRAM}, plays rules {RULES}")
            }
            Part::Deck(format) => {
                write!(f, "its deck is of format {format}, written")?;
                by(f)?;
                write!(
                    f,
                    "; this program, {PROGRAM}, reads decks of format {DECK_FORMAT}"
                )
            }
            Part::Words(what) => {
                if self.entry.is_startex() {
                    f.write_str("its header was written")?;
                } else {
                    write!(f, "entry {} was written", self.entry)?;
                }
                by(f)?;
                write!(f, "; this program, {PROGRAM}, cannot understand it: {what}")
            }
        }
    }
}

/// Whether a version of the program came after this one.
fn is_later(program: &str) -> bool {
    match (Version::parse(program), Version::parse(PROGRAM)) {
        (Ok(program), Ok(own)) => program > own,
        _ => false,
    }
}

/// The program that a header's session, or an entry, names. What is no version is no name.
pub(crate) fn program_of(table: &toml::Value) -> Option<String> {
    let named = table.get("program")?.as_str()?;
    Version::parse(named).is_ok().then(|| named.to_owned())
}

fn number(header: &toml::Table, table: &str, key: &str) -> Option<u64> {
    u64::try_from(header.get(table)?.get(key)?.as_integer()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_version_above_this_one_is_later() {
        assert!(is_later("999.0.0") && is_later("999.0.0-alpha.1"));
        for other in [PROGRAM, "0.0.1", "", "later", "999", "999.0"] {
            assert!(!is_later(other), "{other}");
        }
    }
}
