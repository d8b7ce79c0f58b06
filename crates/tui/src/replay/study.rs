//! What the program has to say of a session: a layer of its own, that can be switched off.
//!
//! It rests on where the red lines truly lie, so that it is shown with everything only.

use std::collections::BTreeMap;

use unequal_core::engine::entry_number::EntryNumber;
use unequal_papers::report::Aar;
use unequal_session::expectations::Answer;
use unequal_session::fan::Fan;

/// What the program found.
#[derive(Debug, Default)]
pub(crate) struct Study {
    /// Whether it is not shown.
    pub(crate) hidden: bool,
    /// What can be said of the whole session.
    pub(crate) aar: Option<Box<Aar>>,
    /// What could be expected of single entries.
    pub(crate) answers: BTreeMap<EntryNumber, Answer>,
    /// Where sessions could go from entries.
    pub(crate) fans: BTreeMap<EntryNumber, Fan>,
}
