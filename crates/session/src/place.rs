//! A place at a session: what one seat may see of it, and what it may do.
//!
//! What a place hands out is data of its own, made for its seat, and holds nothing that the seat may not
//! know: a place can lie in another thread, and one day at the other end of a wire. Only the white
//! cell's place sees all. What is asked of an entry depends on the entry and the seat alone, whatever
//! comes in later, so that an answer can be kept.

mod asked;
mod cards;
mod sealed;
mod sight;
mod standing;

use std::sync::Arc;

use crate::error::SubmitError;
use crate::history::History;
use crate::moment::Remarks;
use crate::owned::{Held, Owned};
use crate::pace::Pace;
use crate::phones::Phones;
use crate::presence::{Asks, Entrance, Presence, Present};
use crate::setup::Holder;
use crate::table::Table;
use crate::turn::Turn;
use unequal_core::deck::Deck;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::view::View;
use unequal_core::model::scenario::Scenario;
use unequal_core::store::StoreError;
use unequal_core::store::stage::{Call, Scene};

pub use sight::{Sight, Sign};
pub use standing::Standing;

/// The one owner of a table in this program. Its clones are the same owner.
#[derive(Clone, Debug)]
pub struct Owner(Arc<Owned>);

/// A place at a session.
#[derive(Debug)]
pub struct Place {
    sight: Arc<Sight>,
    standing: Arc<Standing>,
    /// Whether all seats sit here in turn, so that the place goes from one to another.
    of_all: bool,
    /// Whether somebody only looks on from here.
    beside: bool,
    owner: Owner,
}

impl Owner {
    /// Takes a table over. From now on it is reached through places alone.
    pub fn of(table: Table) -> Self {
        Self(Arc::new(Owned::new(table)))
    }

    /// A place of one seat alone.
    pub fn place(&self, seat: Seat) -> Place {
        Place::at(self.clone(), seat, false)
    }

    /// A place from which somebody looks on at what a seat sees, and does nothing.
    pub fn place_beside(&self, seat: Seat) -> Place {
        Place {
            beside: true,
            ..self.place(seat)
        }
    }

    /// A place at which all seats sit in turn: a screen that is handed round, or a reader with the whole
    /// record. It begins with what is public.
    pub fn place_of_all(&self) -> Place {
        Place::at(self.clone(), Seat::Audience, true)
    }

    /// The table, for as long as nobody else is to have it.
    pub fn table(&self) -> Held<'_> {
        self.0.table()
    }

    /// Who sits at it from elsewhere.
    pub fn presence(&self) -> &Presence {
        &self.0.presence
    }

    /// Phones from which people in the room enter something.
    pub fn phones(&self) -> &Phones {
        &self.0.phones
    }

    /// Calls `listener` whenever an entry has come in, or somebody has come or gone, until it says that it wants no
    /// more. It must not ask for the table itself.
    pub fn listen(&self, listener: impl Fn() -> bool + Send + 'static) {
        self.0.bell.listen(listener);
    }
}

impl Place {
    fn at(owner: Owner, seat: Seat, of_all: bool) -> Self {
        let (sight, standing) = seen(&owner.table(), seat, of_all);
        Self {
            sight,
            standing,
            of_all,
            beside: false,
            owner,
        }
    }

    /// Asks the table. Nothing that is asked may ask this place again: the table is its alone meanwhile.
    fn ask<T>(&self, ask: impl FnOnce(&Table) -> T) -> T {
        ask(&self.owner.table())
    }

    /// Whose place it is, or who sits at it now.
    pub fn seat(&self) -> Seat {
        self.sight.seat
    }

    /// Whether all seats sit here in turn.
    pub const fn is_of_all(&self) -> bool {
        self.of_all
    }

    /// A seat sits down here; gives whether it may.
    pub fn sit(&mut self, seat: Seat) -> bool {
        if seat != self.seat() && self.of_all {
            (self.sight, self.standing) = self.ask(|table| seen(table, seat, true));
        }
        seat == self.seat()
    }

    /// What the seat saw when it looked last.
    pub const fn sight(&self) -> &Arc<Sight> {
        &self.sight
    }

    /// What the seat may know of the session as a whole, as it stood when it looked last.
    pub fn standing(&self) -> &Standing {
        &self.standing
    }

    /// Looks at the session; gives whether entries have come in.
    pub fn look(&mut self) -> bool {
        let known = self.last_number();
        let seat = self.seat();
        let all = self.of_all;
        let found =
            self.ask(|table| (table.last_number() != known).then(|| seen(table, seat, all)));
        let news = found.is_some();
        if let Some((sight, standing)) = found {
            (self.sight, self.standing) = (sight, standing);
        }
        news
    }

    /// Looks again at what is no entry: the file of the record lies elsewhere now.
    pub fn look_anew(&mut self) {
        let (seat, all) = (self.seat(), self.of_all);
        (self.sight, self.standing) = self.ask(|table| seen(table, seat, all));
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
    ) -> Result<EntryNumber, SubmitError> {
        self.submit_for(self.seat(), by, action, remarks, now)
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
    ) -> Result<EntryNumber, SubmitError> {
        if seat != self.seat() && self.seat() != Seat::WhiteCell && !self.of_all {
            return Err(SubmitError::OtherSeat);
        }
        if self.beside {
            return Err(SubmitError::LooksOn);
        }
        let mut table = self.owner.table();
        let made = table.submit(self.last_number(), seat, by, action, remarks, now)?;
        let number = made.entry.number;
        let found = seen(&table, self.sight.seat, self.of_all);
        drop(table);
        (self.sight, self.standing) = found;
        Ok(number)
    }

    /// What was called onto the projector for this record, read from beside it; none where nothing was.
    pub fn called(&self) -> Option<Call> {
        let call = Call::beside(self.standing.path.as_ref()?)?;
        self.ask(|table| table.knows(&call)).then_some(call)
    }

    /// Lets the projector show the link that lets phones in now, where it was called to show one: the link before lets
    /// nobody in any more. Where no page is served, the scene is taken off.
    ///
    /// # Errors
    ///
    /// Says why what was called cannot be kept.
    pub fn call_link_anew(&self) -> Result<(), StoreError> {
        let called = self.called().zip(self.standing.path.as_deref());
        let Some((called, path)) = called.filter(|(call, _)| call.scene == Some(Scene::Phones))
        else {
            return Ok(());
        };
        let invitation = self.phones().and_then(Phones::invitation);
        let call = Call {
            scene: called.scene.filter(|_| invitation.is_some()),
            link: invitation.map(|invitation| invitation.link),
            ..called.clone()
        };
        if call == called {
            return Ok(());
        }
        call.keep(path)
    }

    /// What became of the file of the record; nothing while every act is in it.
    pub fn lost(&self) -> Option<String> {
        self.owner
            .table()
            .look()
            .err()
            .map(|error| error.to_string())
    }

    /// The deck as the seat may read it.
    pub fn deck(&self) -> &Deck {
        &self.standing.deck
    }

    /// The rules data of the deck.
    pub fn scenario(&self) -> &Scenario {
        &self.deck().scenario
    }

    /// What the seat may know now.
    pub fn view(&self) -> &View {
        &self.sight.view
    }

    /// Whose turn it is.
    pub fn turn(&self) -> &Turn {
        &self.standing.turn
    }

    /// The last entry that is known; 0 at STARTEX.
    pub fn last_number(&self) -> EntryNumber {
        self.sight.entry
    }

    /// Who sits at the seats from elsewhere, as far as this place may know: the white cell's alone does.
    pub fn present(&self) -> Vec<Present> {
        if self.seat() == Seat::WhiteCell {
            self.owner.presence().all()
        } else {
            Vec::new()
        }
    }

    /// Whoever asks for a seat: the white cell's to decide.
    pub fn asks(&self) -> Vec<Asks> {
        if self.seat() == Seat::WhiteCell {
            self.owner.presence().asks()
        } else {
            Vec::new()
        }
    }

    /// The way in from elsewhere, with its codes: the white cell's to know.
    pub fn entrance(&self) -> Option<Entrance> {
        let entrance = || self.owner.presence().entrance();
        (self.seat() == Seat::WhiteCell).then(entrance).flatten()
    }

    /// Draws another code for a seat.
    pub fn renew_code(&self, seat: Seat) {
        if self.seat() == Seat::WhiteCell {
            self.owner.presence().renew(seat);
        }
    }

    /// How phones come in, where a page is served: the white cell's to know, and to change.
    pub fn phones(&self) -> Option<&Phones> {
        let phones = self.owner.phones();
        (self.seat() == Seat::WhiteCell && phones.invitation().is_some()).then_some(phones)
    }

    /// Lets somebody have the seat that they ask for, or not.
    pub fn answer(&self, asks: &Asks, leave: bool) {
        if self.seat() == Seat::WhiteCell {
            self.owner.presence().answer(asks.id, leave);
        }
    }

    /// Whether a seat has been taken from elsewhere: then no screen that is handed round is given to it.
    pub fn is_elsewhere(&self, seat: Seat) -> bool {
        self.owner.presence().is_elsewhere(seat)
    }

    /// Says whether whoever sits here is writing.
    pub fn writes(&self, writing: bool) {
        if !self.of_all && !self.beside {
            self.owner.presence().writes(self.seat(), writing);
        }
    }

    /// Calls `listener` whenever an entry has come in, or somebody has come or gone, until it says that it wants no
    /// more. It must not ask for the place itself.
    pub fn listen(&self, listener: impl Fn() -> bool + Send + 'static) {
        self.owner.listen(listener);
    }

    /// Whether somebody only looks on from here.
    pub const fn looks_on(&self) -> bool {
        self.beside
    }

    /// Whether acts are taken: not of a session that is only read.
    pub fn is_writable(&self) -> bool {
        self.standing.open
    }

    /// Whether the session has ended on the line of play.
    pub fn has_ended(&self) -> bool {
        self.sight.view.outcome.is_some()
    }

    /// Who holds a seat now.
    pub fn holder(&self, seat: Seat) -> &Holder {
        let holder = self.standing.holders.of(seat);
        holder.unwrap_or(&Holder::Human)
    }

    /// How the clocks stand at a moment, given as RFC 3339 text.
    pub fn pace(&self, now: &str) -> Pace {
        self.standing.clocks.at(now)
    }
}

fn seen(history: &History, seat: Seat, of_all: bool) -> (Arc<Sight>, Arc<Standing>) {
    let sight = Sight::at(history, seat, history.last_number());
    let standing = Standing::of(history, seat, of_all);
    (Arc::new(sight), Arc::new(standing))
}
