//! The order in which sessions stand: by what each was, from the end that is looked for first.

use serde::Serialize;

use crate::report::cohort::line::SessionLine;

/// What sessions are sorted by. Of those that have the same, and of those of which it is not known, the order stays as it
/// was; the latter stand last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// The name, from A to Z.
    Name,
    /// The title of the ending, from A to Z.
    Ending,
    /// Stability at the last entry, the highest first.
    Stability,
    /// The lowest stability, the lowest first.
    Lowest,
    /// Moves closed, the most first.
    Moves,
    /// Overrides, the most first.
    Overrides,
    /// Decisions by people without a reason, the most first.
    Reasons,
}

/// All of them.
pub const SORTS: [Sort; 7] = [
    Sort::Name,
    Sort::Ending,
    Sort::Stability,
    Sort::Lowest,
    Sort::Moves,
    Sort::Overrides,
    Sort::Reasons,
];

impl Sort {
    /// Its word on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Ending => "ending",
            Self::Stability => "stability",
            Self::Lowest => "lowest",
            Self::Moves => "moves",
            Self::Overrides => "overrides",
            Self::Reasons => "reasons",
        }
    }

    /// That of this word.
    pub fn from_word(word: &str) -> Option<Self> {
        SORTS.into_iter().find(|sort| sort.word() == word)
    }

    /// What it is, in words.
    pub const fn what(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Ending => "ending",
            Self::Stability => "stability",
            Self::Lowest => "lowest stability",
            Self::Moves => "moves",
            Self::Overrides => "overrides",
            Self::Reasons => "decisions without a reason",
        }
    }

    /// What is said of sessions in this order.
    pub fn told(self) -> String {
        let from = match self {
            Self::Name | Self::Ending => "from A to Z",
            Self::Stability => "the highest first",
            Self::Lowest => "the lowest first",
            Self::Moves | Self::Overrides | Self::Reasons => "the most first",
        };
        format!("The sessions are sorted by {}, {from}.", self.what())
    }

    /// Puts sessions into this order.
    pub(super) fn put(self, lines: &mut [SessionLine]) {
        lines.sort_by_cached_key(|line| {
            let (words, number) = self.of(line);
            (words.is_none() && number.is_none(), words, number)
        });
    }

    /// What a session is sorted by, in words or as a number; neither where it is not known.
    fn of(self, line: &SessionLine) -> (Option<String>, Option<i64>) {
        let words = |text: &str| (!text.is_empty()).then(|| text.to_lowercase());
        let most = |count: Option<usize>| {
            let count = count.and_then(|count| i64::try_from(count).ok());
            count.map(|count| -count)
        };
        match self {
            Self::Name => (words(&line.name).or_else(|| words(&line.session)), None),
            Self::Ending => (line.ending_title.as_deref().and_then(words), None),
            Self::Stability => (None, line.stability.map(|level| -level)),
            Self::Lowest => (None, line.curve.iter().min().copied()),
            Self::Moves => (None, line.moves.map(|moves| -i64::from(moves))),
            Self::Overrides => (None, most(line.overrides)),
            Self::Reasons => (None, most(line.without_reason)),
        }
    }
}
