//! The lines of the form and what each of them means.

use unequal_core::engine::options::{AdjudicationMode, Announcement};
use unequal_core::engine::scenario::{Policy, PolicyKind};
use unequal_core::engine::seat::Seat;

/// A line of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// Which deck.
    Deck,
    /// The deck's file, where it is not one of those that come with the program.
    DeckFile,
    /// The session's name.
    Name,
    /// Who holds the patron's seat.
    Patron,
    /// Who holds the client's seat.
    Client,
    /// Who makes rulings.
    Rulings,
    /// In the open, or sealed.
    Answers,
    /// Demands a move.
    Demands,
    /// Whether several demands are answered in turn or together.
    Announcement,
    /// Cards in hand.
    Hand,
    /// Moves.
    Moves,
    /// Whether a curtain falls between seats.
    Curtain,
    /// The seed.
    Seed,
}

impl Row {
    /// Whether a free line stands before it where there is room.
    pub const fn opens_group(self) -> bool {
        matches!(
            self,
            Self::Patron | Self::Rulings | Self::Demands | Self::Curtain
        )
    }

    /// The side whose seat it fills.
    pub const fn side(self) -> Option<Seat> {
        match self {
            Self::Patron => Some(Seat::Patron),
            Self::Client => Some(Seat::Client),
            _ => None,
        }
    }
}

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

/// What a way of announcing demands is called.
pub(super) const fn announcement(choice: Announcement) -> &'static str {
    match choice {
        Announcement::InTurn => "each is answered before the next",
        Announcement::Together => "all are tabled, then all are answered",
    }
}

/// What a bot does, in a sentence.
pub(super) fn about_bot(policy: &Policy) -> String {
    let about = match &policy.kind {
        PolicyKind::Random => "does anything that is legal, evenly",
        PolicyKind::Value(_) => "weighs every option and takes the best by its lights",
        PolicyKind::TitForTat(_) => "weighs its options, and answers in kind",
        PolicyKind::Rollout { .. } => {
            "plays every promising option to the end many times; the strongest, and the slowest"
        }
        PolicyKind::Fixed(_) => "does the same every time, for comparison",
    };
    format!("The bot “{}” {about}.", policy.name)
}
