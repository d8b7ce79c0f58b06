//! How the clocks stood when they were last looked at.

use crate::clock::Beats;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_session::Pace;

/// How the clocks stood when they were last looked at.
#[derive(Clone, Debug, Default)]
pub struct Looked {
    /// Whether no countdown is to be shown.
    pub hidden: bool,
    /// Whether the white cell looks at the board before it deals with a hard clock that ran out.
    pub put_off: bool,
    /// Time that passed unseen, and of which the white cell has not said whether it counts.
    pub lapse: Option<Lapse>,
    /// The time then.
    pub(crate) at: String,
    /// The last entry then.
    pub(crate) entry: EntryNumber,
    /// How they stood.
    pub(crate) pace: Pace,
    /// The clock of the day then, and the machine's own.
    pub(crate) beats: Option<Beats>,
    /// When it was kept last what is used of the clocks, in seconds since 1970.
    pub(crate) kept: i64,
    /// The minute then, since 1970, where a time of day was waited for.
    pub(crate) minute: i64,
}

impl Looked {
    /// Forgets how they stood: none is set.
    pub(crate) fn forget(&mut self) {
        self.put_off = false;
        self.at.clear();
        self.entry = EntryNumber::STARTEX;
        self.pace = Pace::default();
    }
}

/// Time that passed on the clock of the day and not on the machine's own: it slept, or a clock was set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lapse {
    /// Its last second, since 1970.
    pub till: i64,
    /// How long it was, in seconds.
    pub seconds: i64,
    /// The last entry then.
    pub(crate) entry: EntryNumber,
}
