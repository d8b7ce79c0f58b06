//! Where a page may lead: the screens, told as data, so that no page has to know another.

use unequal_core::engine::seat::Seat;

/// A screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// What to do: new session, continue, replay, decks.
    Home,
    /// A new session.
    Setup,
    /// The decks, to read.
    Decks,
    /// What a seat reads before its first act.
    Briefing(Seat),
    /// Between two seats at one screen: the seat that is to sit down.
    Curtain(Seat),
    /// The table.
    Board,
    /// The session has ended.
    End,
    /// The session that is read.
    Replay,
    /// A session that is played elsewhere, for the room.
    Projector,
}
