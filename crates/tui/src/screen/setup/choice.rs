//! What may be chosen on the lines of the form, and what it means.

use unequal_core::engine::options::{AdjudicationMode, Announcement};

/// What a choice of rulings is called.
pub(super) const fn rulings(mode: AdjudicationMode) -> &'static str {
    match mode {
        AdjudicationMode::SemiRigid => "computed; the white cell may rule otherwise",
        AdjudicationMode::Rigid => "computed; the program runs the moves",
        AdjudicationMode::Free => "by the white cell, with a reason each time",
    }
}

/// What a choice of rulings means.
pub(super) const fn about_rulings(mode: AdjudicationMode) -> &'static str {
    match mode {
        AdjudicationMode::SemiRigid => {
            "A facilitator opens and closes each move and sees every computed result first: it stands, \
             or is overridden with a reason. Both results stay in the record."
        }
        AdjudicationMode::Rigid => {
            "No facilitator is needed: injects, rulings and the end of each move follow the rules."
        }
        AdjudicationMode::Free => {
            "A facilitator opens and closes each move and names every result, with a reason. The \
             computed result stays in the record beside it."
        }
    }
}

/// The choices of rulings in their order.
pub(super) const RULINGS: [AdjudicationMode; 3] = [
    AdjudicationMode::SemiRigid,
    AdjudicationMode::Rigid,
    AdjudicationMode::Free,
];

/// The ways of announcing demands in their order.
pub(super) const ANNOUNCEMENTS: [Announcement; 2] = [Announcement::InTurn, Announcement::Together];

/// What a way of announcing demands is called.
pub(super) const fn announcement(choice: Announcement) -> &'static str {
    match choice {
        Announcement::InTurn => "each is answered before the next",
        Announcement::Together => "all are tabled, then all are answered",
    }
}
