//! What a seat may know of a session as a whole: its name, who holds which seat, whose turn it is, how the clocks run.

use std::path::PathBuf;
use std::sync::Arc;

use serde::Serialize;

use crate::history::History;
use crate::pace::Run;
use crate::place::cards;
use crate::setup::Holders;
use crate::turn::Turn;
use unequal_core::deck::Deck;
use unequal_core::engine::action::Kind;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;

/// A session as a seat may know it, whichever entry it looks at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The session's name.
    pub name: String,
    /// Whether acts are taken: not of a session that is only read.
    pub open: bool,
    /// The last entry that a branch shares with the record it leaves: what follows is a what-if.
    pub parted: Option<EntryNumber>,
    /// When the session began, as RFC 3339 text.
    pub started: String,
    /// When the last entry was recorded; before the first, when the session began.
    pub recorded: String,
    /// Who holds the seats that play.
    pub holders: Holders,
    /// Who was to hold them when the session was set up.
    pub set_up: Holders,
    /// Whose turn it is, as far as the seat may know.
    pub turn: Turn,
    /// How the clocks run, as far as it may know.
    pub clocks: Run,
    /// The entries that the seat may know of, undone ones too.
    pub known: Vec<EntryNumber>,
    /// Those of them that stand and took nothing back.
    pub line: Vec<EntryNumber>,
    /// The digest of the record, where the seat may know all that it is made from.
    pub digest: Option<String>,
    /// The file of the record, where it lies on this machine.
    #[serde(skip)]
    pub path: Option<PathBuf>,
    /// The deck as far as the seat may read it. It travels as its own text, once.
    #[serde(skip)]
    pub deck: Arc<Deck>,
}

impl Standing {
    /// As a seat may know it; at a screen that is handed round, everybody sees who sits down next.
    pub(super) fn of(history: &History, seat: Seat, of_all: bool) -> Self {
        let last = history.last_number();
        let started = &history.header().started;
        let recorded = history.moment(last).map(|moment| &moment.entry.at);
        let eyes = if of_all { Seat::WhiteCell } else { seat };
        let clocks = Run::known_to(history, eyes);
        let known = history.known(seat);
        let digest = || history.digest_at(last).to_owned();
        Self {
            name: history.name().to_owned(),
            open: history.is_writable(),
            parted: history.parted_at(),
            started: started.clone(),
            recorded: recorded.unwrap_or(started).clone(),
            holders: history.holders(),
            set_up: history.setup().seats.clone(),
            turn: Turn::beside(history, &clocks).known_to(eyes),
            clocks,
            line: line(history, &known),
            known,
            digest: history.is_open_at(last, seat).then(digest),
            path: history.path().map(ToOwned::to_owned),
            deck: cards::deck_for(history, seat),
        }
    }
}

fn line(history: &History, known: &[EntryNumber]) -> Vec<EntryNumber> {
    let standing = history.standing().map(|moment| &moment.entry);
    standing
        .filter(|entry| entry.act.kind() != Kind::Undo)
        .map(|entry| entry.number)
        .filter(|number| known.binary_search(number).is_ok())
        .collect()
}
