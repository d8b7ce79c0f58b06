//! The number of an entry of a session.

use std::borrow::Cow;
use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

/// The number of an entry: the first of a session has 1, and each the one after that of the entry before it.
///
/// 0 is STARTEX, where no entry has been made yet: in a record that is the header. So a number is also a point in a
/// session, the one after its entry; and that of the last entry says how many there are, which is not the same as the
/// place of an entry in a list of them. Whoever needs a place or a count asks for it by [`index`](Self::index) or
/// [`count`](Self::count).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct EntryNumber(u64);

impl EntryNumber {
    /// Before the first entry.
    pub const STARTEX: Self = Self(0);
    /// The first entry.
    pub const FIRST: Self = Self(1);

    /// A number as it is written down.
    pub const fn new(number: u64) -> Self {
        Self(number)
    }

    /// The number as it is written down.
    pub const fn get(self) -> u64 {
        self.0
    }

    /// The last of so many entries; STARTEX where there are none.
    pub const fn last_of(count: usize) -> Self {
        Self(count as u64)
    }

    /// The entry at a place in the list of all entries, which begins with the first at 0.
    pub const fn at_index(index: usize) -> Self {
        Self::last_of(index).next()
    }

    /// Whether no entry has been made yet.
    pub const fn is_startex(self) -> bool {
        self.0 == 0
    }

    /// The entry that follows.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// The entry before it; STARTEX before the first, and before itself.
    #[must_use]
    pub const fn before(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// The place in the list of all entries; none for STARTEX, which is no entry.
    pub fn index(self) -> Option<usize> {
        self.count().checked_sub(1)
    }

    /// How many entries there are up to this one, itself included: its place in a list that begins with STARTEX.
    pub fn count(self) -> usize {
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }

    /// How many entries came after another up to this one; 0 where it is not behind that one.
    pub const fn since(self, earlier: Self) -> u64 {
        self.0.saturating_sub(earlier.0)
    }

    /// This entry and those that follow it, for ever.
    pub fn onwards(self) -> impl Iterator<Item = Self> {
        (self.0..).map(Self)
    }

    /// This number and those that follow it, up to another and with it.
    pub fn through(self, last: Self) -> impl DoubleEndedIterator<Item = Self> + Clone {
        (self.0..=last.0).map(Self)
    }

    /// Those that follow this one, up to another and with it.
    pub fn up_to(self, last: Self) -> impl DoubleEndedIterator<Item = Self> + Clone {
        self.next().through(last)
    }
}

impl fmt::Display for EntryNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<EntryNumber> for u64 {
    fn from(entry: EntryNumber) -> Self {
        entry.0
    }
}

impl FromStr for EntryNumber {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

/// In a schema it is the number that it is in a file.
impl JsonSchema for EntryNumber {
    fn inline_schema() -> bool {
        u64::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        u64::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        u64::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        u64::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_entry_has_the_first_place_and_startex_has_none() {
        assert_eq!(EntryNumber::STARTEX.index(), None);
        assert_eq!(EntryNumber::FIRST.index(), Some(0));
        assert_eq!(EntryNumber::STARTEX.next(), EntryNumber::FIRST);
        for place in 0..5 {
            let entry = EntryNumber::at_index(place);
            assert_eq!((entry.index(), entry.count()), (Some(place), place + 1));
            assert_eq!(EntryNumber::last_of(place).next(), entry);
            assert_eq!(entry.next().before(), entry);
        }
    }

    #[test]
    fn nothing_lies_before_startex_and_no_number_runs_over() {
        let last = EntryNumber::new(u64::MAX);
        assert_eq!(EntryNumber::STARTEX.before(), EntryNumber::STARTEX);
        assert_eq!(last.next(), last);
        assert_eq!(EntryNumber::FIRST.since(last), 0);
    }

    #[test]
    fn entries_are_gone_through_with_or_without_the_first() {
        let [two, four] = [2, 4].map(EntryNumber::new);
        let numbers = |entries: Vec<EntryNumber>| entries.into_iter().map(EntryNumber::get);
        assert!(numbers(two.through(four).collect()).eq([2, 3, 4]));
        assert!(numbers(two.up_to(four).collect()).eq([3, 4]));
        assert_eq!(four.up_to(two).count(), 0);
        assert_eq!(four.since(two), 2);
    }

    #[test]
    fn it_is_written_and_read_as_the_number_that_it_is() {
        let entry: EntryNumber = serde_json::from_str("18").unwrap();
        assert_eq!(serde_json::to_string(&entry).unwrap(), "18");
        assert_eq!(format!("{entry:>4}"), "  18");
        assert_eq!("18".parse(), Ok(entry));
        assert!(serde_json::from_str::<EntryNumber>("\"18\"").is_err());
        let schema = |of: Schema| of.to_value();
        let mut generator = SchemaGenerator::default();
        assert_eq!(
            schema(generator.subschema_for::<EntryNumber>()),
            schema(generator.subschema_for::<u64>())
        );
    }
}
