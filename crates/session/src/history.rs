//! The history of a session: what the entries of a record come to, and nothing else makes sense of them.
//!
//! A record that is read, a session that is played, one that is watched: all are histories. Every entry
//! is worked out by the rules again, and what it says is held against that.

mod decks;
mod errata;
mod held;
mod line;
mod replay;
mod undo;
mod verify;
mod written;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::error::{SessionError, SubmitError};
use crate::moment::Moment;
use crate::setup::{Holder, Holders, Setup};
use unequal_core::deck::Deck;
use unequal_core::engine::action::Action;
use unequal_core::engine::apply::apply;
use unequal_core::engine::digest::digest;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::{Applied, Fact};
use unequal_core::engine::options::Options;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::state::State;
use unequal_core::engine::view::{View, view};
use unequal_core::model::gauge::Gauge;
use unequal_core::model::gauges::Gauges as _;
use unequal_core::model::ledger::Change;
use unequal_core::model::log::{end_line, move_line};
use unequal_core::model::scenario::Scenario;
use unequal_core::store::{ChangeLine, Drawn, Entry, Header, LuckAnew};

pub use decks::Decks;
pub use held::Held;
pub use line::TakenBack;
pub use verify::Verified;

/// A session as its entries tell it.
#[derive(Debug)]
pub struct History {
    /// The deck as this session plays it: with the setup's changes and the cards written in the room.
    deck: Arc<Deck>,
    setup: Setup,
    header: Arc<Header>,
    /// The digest of the header, from which the first entry's follows; empty where nothing is recorded.
    header_digest: String,
    path: Option<PathBuf>,
    moments: Vec<Moment>,
    /// The state after each entry; the first is STARTEX.
    states: Vec<State>,
    /// The undo acts: the number of each, and the entry to which it went back.
    undos: Vec<(EntryNumber, EntryNumber)>,
    /// The corrections: the number of each, and the entry that it puts right.
    corrections: Vec<(EntryNumber, EntryNumber)>,
    /// Whether a table goes on with it here.
    goes_on: bool,
}

/// An act worked out against the state after the last entry, and not taken yet.
#[derive(Debug)]
pub(crate) struct Outcome {
    applied: Applied,
    /// The rules from then on, where the act wrote a card.
    written: Option<Scenario>,
    /// What chance and the rules gave, for the record.
    pub(crate) drawn: Drawn,
    /// The ledger in words, for the record.
    pub(crate) changes: Vec<ChangeLine>,
    /// The digest of the state that it leads to.
    pub(crate) state: String,
}

/// Where a branch, or one from which it leaves, drew its luck anew.
fn drawn_anew(header: &Header) -> &[LuckAnew] {
    header.parent.as_ref().map_or(&[], |parent| &parent.luck)
}

impl History {
    /// A history before its first entry, of a session that plays with this deck.
    pub(crate) fn begin(
        in_play: Deck,
        setup: Setup,
        header: Header,
        path: Option<PathBuf>,
        header_digest: String,
    ) -> Self {
        let mut start = State::at_start(&in_play.scenario, setup.seed, setup.play());
        let anew = drawn_anew(&header).iter();
        for luck in anew.filter(|luck| luck.after.is_startex()) {
            start.draw_anew(&in_play.scenario, luck.seed);
        }
        Self {
            header_digest,
            path,
            ..Self::aside(Arc::new(in_play), setup, Arc::new(header), start)
        }
    }

    /// A history that goes on from a state, without the entries that led to it.
    pub(crate) fn aside(deck: Arc<Deck>, setup: Setup, header: Arc<Header>, state: State) -> Self {
        Self {
            deck,
            setup,
            header,
            header_digest: String::new(),
            path: None,
            moments: Vec::new(),
            states: vec![state],
            undos: Vec::new(),
            corrections: Vec::new(),
            goes_on: false,
        }
    }

    /// The record lies in another file from now on.
    pub(crate) fn lies_in(&mut self, path: &Path) {
        self.path = Some(path.to_owned());
    }

    /// The same session before its first entry, to go through its entries again.
    #[must_use]
    pub fn anew(&self) -> Self {
        let mut deck = Deck::clone(&self.deck);
        deck.forget_written();
        let header = Header::clone(&self.header);
        let digest = self.header_digest.clone();
        Self::begin(deck, self.setup.clone(), header, self.path.clone(), digest)
    }

    /// The same session when only the first `at` entries had been made: what came later is not known.
    ///
    /// # Errors
    ///
    /// As [`History::replay`], which it goes through again.
    pub fn upto(&self, at: EntryNumber) -> Result<Self, SessionError> {
        let mut before = self.anew();
        for moment in self.moments().iter().take(at.count()) {
            before.replay(moment.entry.clone())?;
        }
        Ok(before)
    }

    /// Works an act of a seat out, on a copy of the state.
    pub(crate) fn work_out(&self, seat: Seat, action: &Action) -> Result<Outcome, SubmitError> {
        let written = self.with_written(action)?;
        let rules = written.as_ref().unwrap_or_else(|| self.scenario());
        self.check_correction(seat, action)?;
        let applied = match action {
            Action::Undo { to, reason } => self.try_undo(seat, *to, reason)?,
            action => apply(rules, self.state(), seat, action)?,
        };
        Ok(Outcome {
            drawn: self.drawn(&applied.facts),
            changes: self.change_lines(&applied.changes),
            state: digest(&applied.state),
            applied,
            written,
        })
    }

    /// Takes an entry with what it was worked out to bring about.
    pub(crate) fn take(&mut self, entry: Entry, outcome: Outcome) {
        let Outcome {
            applied, written, ..
        } = outcome;
        if let Some(scenario) = written {
            self.take_written(scenario, &entry.act);
        }
        let mut state = applied.state;
        for luck in self.drawn_anew() {
            if luck.after == entry.number {
                state.draw_anew(self.scenario(), luck.seed);
            }
        }
        self.states.push(state);
        if let Action::Undo { to, .. } = entry.act {
            self.undos.push((entry.number, to));
        }
        if let Action::Correct { entry: of, .. } = entry.act {
            self.corrections.push((entry.number, of));
        }
        self.moments.push(Moment {
            entry,
            changes: applied.changes,
            facts: applied.facts,
        });
    }

    /// What chance and the rules gave, as facts tell it.
    pub(crate) fn drawn(&self, facts: &[Fact]) -> Drawn {
        let scenario = self.scenario();
        let mut drawn = Drawn::default();
        for fact in facts {
            match fact {
                Fact::EventDrawn(event) => {
                    let id = event.map_or("quiet", |event| scenario.events[event].id.as_str());
                    drawn.event = Some(id.to_owned());
                }
                Fact::MeasureTaken(taken) => drawn.roll = Some(taken.roll),
                Fact::Resolved(exchange) => {
                    drawn.roll = Some(exchange.roll);
                    let computed = exchange.computed(scenario);
                    drawn.computed = (computed != exchange.band).then_some(computed);
                }
                Fact::ClimbedDown(_)
                | Fact::OfferTakenUp { .. }
                | Fact::OfferSetAside(_)
                | Fact::OfferVetoed(_)
                | Fact::Committed(_)
                | Fact::Revealed(_)
                | Fact::RedLineCrossed(_)
                | Fact::CrisisBegan
                | Fact::CrisisEnded
                | Fact::MoveClosed
                | Fact::Ended(_)
                | Fact::KnownAlready(_) => {}
            }
        }
        drawn
    }

    /// The ledger in the words of the record.
    pub(crate) fn change_lines(&self, changes: &[Change]) -> Vec<ChangeLine> {
        changes
            .iter()
            .map(|change| ChangeLine {
                gauge: self.scenario().gauge_word(change.gauge),
                from: change.from,
                to: change.to,
                reason: change.reason.word().to_owned(),
            })
            .collect()
    }

    /// The state now. Screens get views, not this.
    pub(crate) fn state(&self) -> &State {
        self.states
            .last()
            .expect("the state at STARTEX is always there")
    }

    /// The state after an entry; 0 is STARTEX. It holds what no seat may know: screens get views.
    pub fn state_at(&self, number: EntryNumber) -> &State {
        let after = self.states.get(number.count());
        after.unwrap_or_else(|| self.state())
    }

    /// How the session is played now: the white cell may change how rulings are made.
    pub fn options(&self) -> Options {
        self.state().options
    }

    /// The deck as this session plays it, cards written in the room among its own.
    pub fn deck(&self) -> &Deck {
        &self.deck
    }

    /// The deck, to be kept by what is worked out beside the session.
    pub(crate) fn shared_deck(&self) -> Arc<Deck> {
        Arc::clone(&self.deck)
    }

    /// The rules data of the deck in play.
    pub fn scenario(&self) -> &Scenario {
        &self.deck.scenario
    }

    /// How the session was set up.
    pub const fn setup(&self) -> &Setup {
        &self.setup
    }

    /// The header of the record.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Where all luck was drawn anew, in order; nowhere where the session's own seed goes on.
    pub fn drawn_anew(&self) -> &[LuckAnew] {
        drawn_anew(&self.header)
    }

    /// The header, to be kept by what is worked out beside the session.
    pub(crate) fn shared_header(&self) -> Arc<Header> {
        Arc::clone(&self.header)
    }

    /// The file of the record, where there is one.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Whether acts are taken here: false for a record that is only read.
    pub const fn is_writable(&self) -> bool {
        self.goes_on
    }

    /// From now on a table goes on with it.
    pub(crate) const fn go_on(mut self) -> Self {
        self.goes_on = true;
        self
    }

    /// Who holds a seat now: as set up, or whom the white cell handed it over to.
    pub fn holder(&self, seat: Seat) -> Holder {
        let handed = self.state().room.holders.get(&seat);
        handed.unwrap_or_else(|| self.setup.holder(seat)).clone()
    }

    /// Who holds the seats that play now.
    pub fn holders(&self) -> Holders {
        Holders {
            patron: self.holder(Seat::Patron),
            client: self.holder(Seat::Client),
            europe: self.holder(Seat::Europe),
        }
    }

    /// What a seat may know now.
    pub fn view(&self, seat: Seat) -> View {
        view(self.scenario(), self.state(), seat)
    }

    /// What a seat could know after entry `number`; 0 is STARTEX.
    pub fn view_at(&self, number: EntryNumber, seat: Seat) -> View {
        view(self.scenario(), self.state_at(number), seat)
    }

    /// The value of a gauge after entry `number`; 0 is STARTEX. Europe's own are not for every seat.
    pub fn gauge_at(&self, number: EntryNumber, gauge: Gauge) -> i64 {
        self.state_at(number).game.position.get(gauge)
    }

    /// Stability and what supports it, weighted 1 : 2, after entry `number`; 0 is STARTEX. Both are public.
    pub fn outlook_at(&self, number: EntryNumber) -> i64 {
        let position = &self.state_at(number).game.position;
        position.outlook(self.scenario())
    }

    /// Stability where the session began, after each closed move, and now. Turn zero and what was
    /// undone have no part in it.
    pub fn curve(&self) -> Vec<i64> {
        let game = self.state().counting();
        let mut curve = game.path.clone();
        let now = game.position.get(Gauge::Stability);
        if curve.last() != Some(&now) {
            curve.push(now);
        }
        curve
    }

    /// All entries with what they brought about, undone ones too, in the order of the file.
    pub fn moments(&self) -> &[Moment] {
        &self.moments
    }

    /// An entry with what it brought about; none for 0 and for what is still to come.
    pub fn moment(&self, number: EntryNumber) -> Option<&Moment> {
        self.moments.get(number.index()?)
    }

    /// The number of the last entry; 0 at STARTEX.
    pub const fn last_number(&self) -> EntryNumber {
        EntryNumber::last_of(self.moments.len())
    }

    /// The chained digest after an entry, of the header for 0; for sessions kept in memory, empty.
    pub fn digest_at(&self, number: EntryNumber) -> &str {
        self.moment(number)
            .map_or(&self.header_digest, |moment| &moment.entry.digest)
    }

    /// Whether the session has ended on the line of play.
    pub fn has_ended(&self) -> bool {
        self.state().game.outcome.is_some()
    }

    /// The canonical log of what stands (rules 22.3).
    pub fn canonical_log(&self) -> String {
        let mut log = String::new();
        let closing: Vec<EntryNumber> = self
            .standing()
            .filter(|moment| moment.entry.act == Action::CloseMove)
            .filter(|moment| !self.state_at(moment.entry.number).room.rehearsing)
            .map(|moment| moment.entry.number)
            .collect();
        for number in closing {
            log += &move_line(self.scenario(), &self.state_at(number).game);
        }
        if let Some(outcome) = &self.state().game.outcome {
            log += &end_line(outcome);
        }
        log
    }
}
