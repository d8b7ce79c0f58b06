//! One entry of the record with what it brought about.

use unequal_core::engine::action::Action;
use unequal_core::engine::fact::Fact;
use unequal_core::model::ledger::Change;
use unequal_core::store::Entry;

/// What people say with an act.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remarks {
    /// Why.
    pub rationale: Option<String>,
    /// How sure, 0..=100.
    pub confidence: Option<u8>,
    /// Who disagreed, and how.
    pub dissent: Option<String>,
}

/// An entry, the changes it brought with their reasons, and what happened.
#[derive(Clone, Debug)]
pub struct Moment {
    /// The entry as it stands in the record.
    pub entry: Entry,
    /// Every change of every gauge, in order.
    pub changes: Vec<Change>,
    /// What happened.
    pub facts: Vec<Fact>,
}

/// What a seat knows of an entry.
pub(crate) struct Known {
    /// The act; none where only its kind is known.
    pub(crate) act: Option<Action>,
    /// The changes, with their reasons as far as these are known.
    pub(crate) changes: Vec<Change>,
    /// What happened.
    pub(crate) facts: Vec<Fact>,
}
