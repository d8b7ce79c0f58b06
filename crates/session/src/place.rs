//! A place at a session: what one seat may see of it, and what it may do.
//!
//! What a place hands out is data of its own, made for its seat, and holds nothing that the seat may not
//! know: a place can lie in another thread, and one day at the other end of a wire. Only the white
//! cell's place sees all.

mod cards;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Serialize;

use crate::desk::{Desk, Ruling};
use crate::dry_run::Effect;
use crate::error::SubmitError;
use crate::history::History;
use crate::moment::Remarks;
use crate::pace::Pace;
use crate::setup::Holder;
use crate::sight::Seen;
use crate::table::Table;
use unequal_core::deck::Deck;
use unequal_core::engine::action::Action;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::side::BySide;
use unequal_core::engine::view::View;

/// The one owner of a table in this program. Its clones are the same owner.
#[derive(Clone, Debug)]
pub struct Owner(Arc<Mutex<Table>>);

/// A session as one seat sees it after an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sight {
    /// Whose eyes.
    pub seat: Seat,
    /// The session's name.
    pub name: String,
    /// The last entry that is known.
    pub entry: u64,
    /// Whether acts are taken: not of a session that is only read.
    pub open: bool,
    /// Who holds the seats that play.
    pub holders: BySide<Holder>,
    /// What the seat may know now, with what it may do.
    pub view: View,
    /// The record as the seat may see it.
    pub seen: Vec<Seen>,
    /// How the session stands with its time.
    pub pace: Pace,
    /// Stability where the session began, after each closed move, and now.
    pub curve: Vec<i64>,
    /// The deck as far as the seat may read it. It travels as its own text, once.
    #[serde(skip)]
    pub deck: Arc<Deck>,
}

/// A place at a session.
#[derive(Debug)]
pub struct Place {
    sight: Sight,
    door: Door,
}

/// Where the table of a place is.
#[derive(Clone, Debug)]
enum Door {
    /// In this program.
    Here(Owner),
}

impl Owner {
    /// Takes a table over. From now on it is reached through places alone.
    pub fn of(table: Table) -> Self {
        Self(Arc::new(Mutex::new(table)))
    }

    /// A place in a seat, as things stand at a moment given as RFC 3339 text.
    pub fn place(&self, seat: Seat, now: &str) -> Place {
        Place {
            sight: Sight::of(&self.table(), seat, now),
            door: Door::Here(self.clone()),
        }
    }

    /// The table, for as long as nobody else is to have it.
    ///
    /// A thread that panicked while it had it has left it as it was, or has written an entry that the
    /// table does not know of; then the journal refuses whatever comes next.
    fn table(&self) -> MutexGuard<'_, Table> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets bots and the program act on the table; they know all of it.
    pub fn run<T>(&self, act: impl FnOnce(&mut Table) -> T) -> T {
        act(&mut self.table())
    }
}

impl Sight {
    /// What a seat may see of a session at a moment given as RFC 3339 text.
    fn of(table: &Table, seat: Seat, now: &str) -> Self {
        Self {
            open: table.is_writable(),
            pace: Pace::of(table, now),
            ..Self::of_history(table, seat)
        }
    }

    /// What a seat may see of a record that nobody goes on with here.
    pub fn of_history(history: &History, seat: Seat) -> Self {
        Self {
            seat,
            name: history.setup().name.clone(),
            entry: history.last_number(),
            open: false,
            holders: BySide::from_fn(|side| history.holder(side.into())),
            view: history.view(seat),
            seen: history.seen(seat),
            pace: Pace::at_last(history),
            curve: history.curve(),
            deck: cards::deck_for(history, seat),
        }
    }
}

impl Place {
    /// Whose place it is.
    pub const fn seat(&self) -> Seat {
        self.sight.seat
    }

    /// What the seat saw when it looked last.
    pub const fn sight(&self) -> &Sight {
        &self.sight
    }

    /// Looks at the session, at a moment given as RFC 3339 text; gives whether entries have come in.
    pub fn look(&mut self, now: &str) -> bool {
        let Door::Here(owner) = &self.door;
        let table = owner.table();
        let news = table.last_number() != self.sight.entry;
        if news {
            self.sight = Sight::of(&table, self.sight.seat, now);
        } else {
            self.sight.pace = Pace::of(&table, now);
        }
        news
    }

    /// Hands in an act of the seat, decided on what it saw last; `by` names the person, `now` is the time
    /// as RFC 3339 text. What it sees then is the session after it. Gives the number of the entry.
    ///
    /// # Errors
    ///
    /// Says which rule the act would break, what has come in and changes what it means, or why it could
    /// not be written; nothing is changed then.
    pub fn submit(
        &mut self,
        by: impl Into<Player>,
        action: &Action,
        remarks: Remarks,
        now: &str,
    ) -> Result<u64, SubmitError> {
        self.submit_for(self.sight.seat, by, action, remarks, now)
    }

    /// Hands in an act of another seat, which the white cell enters for it.
    ///
    /// # Errors
    ///
    /// As [`Place::submit`]; nobody but the white cell acts for others.
    pub fn submit_for(
        &mut self,
        seat: Seat,
        by: impl Into<Player>,
        action: &Action,
        remarks: Remarks,
        now: &str,
    ) -> Result<u64, SubmitError> {
        if seat != self.sight.seat && self.sight.seat != Seat::WhiteCell {
            return Err(SubmitError::OtherSeat);
        }
        let Door::Here(owner) = &self.door;
        let mut table = owner.table();
        let made = table.submit(self.sight.entry, seat, by, action, remarks, now)?;
        let number = made.entry.number;
        self.sight = Sight::of(&table, self.sight.seat, now);
        Ok(number)
    }

    /// The exchange that waits for its ruling, for the white cell.
    pub fn desk(&self) -> Option<Desk> {
        self.as_white_cell(History::desk)?
    }

    /// The rulings that stand, for the white cell.
    pub fn rulings(&self) -> Option<Vec<Ruling>> {
        self.as_white_cell(History::rulings)
    }

    /// What each inject of the plan would change now, for the white cell.
    pub fn effects(&self) -> Option<Vec<Effect>> {
        self.as_white_cell(History::effects)
    }

    /// The seed of all luck, for the white cell.
    pub fn seed(&self) -> Option<u64> {
        self.as_white_cell(|table| table.setup().seed)
    }

    fn as_white_cell<T>(&self, ask: impl FnOnce(&History) -> T) -> Option<T> {
        let Door::Here(owner) = &self.door;
        (self.sight.seat == Seat::WhiteCell).then(|| ask(&owner.table()))
    }
}
