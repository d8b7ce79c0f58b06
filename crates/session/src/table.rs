//! The table: owner of the state, writer of the record.
//!
//! Order is the promise: check, apply to a copy, write and sync, then show. What a seat has seen is
//! on disk.

use std::path::{Path, PathBuf};

use crate::error::{SessionError, SubmitError};
use crate::moment::{Moment, Remarks};
use crate::setup::{Holder, Setup};
use unequal_core::deck::Deck;
use unequal_core::engine::action::Action;
use unequal_core::engine::apply::apply;
use unequal_core::engine::digest::digest;
use unequal_core::engine::fact::{Applied, Fact};
use unequal_core::engine::gauge::Gauge;
use unequal_core::engine::ledger::Change;
use unequal_core::engine::log::{end_line, move_line};
use unequal_core::engine::scenario::Scenario;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::state::{Options, State};
use unequal_core::engine::view::{View, view};
use unequal_core::store::{ChangeLine, Drawn, Entry, Header, Journal, NewEntry};

/// Characters that one text of an act may have.
pub const LONGEST_TEXT: usize = 10_000;

/// A session in progress or in review.
#[derive(Debug)]
pub struct Table {
    pub(crate) deck: Deck,
    pub(crate) scenario: Scenario,
    setup: Setup,
    header: Header,
    path: Option<PathBuf>,
    journal: Option<Journal>,
    moments: Vec<Moment>,
    /// The state after each entry; the first is STARTEX.
    states: Vec<State>,
    /// The undo acts: the number of each, and the entry to which it went back.
    undos: Vec<(u64, u64)>,
}

impl Table {
    /// A table from its parts, before any entry.
    pub(crate) fn laid(
        mut deck: Deck,
        setup: Setup,
        header: Header,
        path: Option<PathBuf>,
        journal: Option<Journal>,
    ) -> Result<Self, SessionError> {
        let scenario = setup.scenario(&deck)?;
        deck.text.forget_written(scenario.cards.len());
        let start = State::at_start(&scenario, setup.seed, setup.options);
        Ok(Self {
            path,
            journal,
            ..Self::aside(deck, scenario, setup, header, start)
        })
    }

    /// A table in memory that goes on from a state, without the entries that led to it.
    pub(crate) fn aside(
        deck: Deck,
        scenario: Scenario,
        setup: Setup,
        header: Header,
        state: State,
    ) -> Self {
        Self {
            deck,
            scenario,
            setup,
            header,
            path: None,
            journal: None,
            moments: Vec::new(),
            states: vec![state],
            undos: Vec::new(),
        }
    }

    /// Starts a session and writes its header to a new file.
    ///
    /// # Errors
    ///
    /// Fails where the deck cannot serve the setup, or the file cannot be written or exists already.
    pub fn create(deck: Deck, setup: &Setup, path: &Path, at: &str) -> Result<Self, SessionError> {
        setup.scenario(&deck)?;
        let header = setup.header(&deck, at);
        let journal = Journal::create(path, &header)?;
        Self::laid(
            deck,
            setup.clone(),
            header,
            Some(path.to_owned()),
            Some(journal),
        )
    }

    /// Starts a session that is kept in memory only: for headless runs and rehearsals.
    ///
    /// # Errors
    ///
    /// Fails where the deck cannot serve the setup.
    pub fn unrecorded(deck: Deck, setup: &Setup, at: &str) -> Result<Self, SessionError> {
        let header = setup.header(&deck, at);
        Self::laid(deck, setup.clone(), header, None, None)
    }

    /// Takes an act of a seat: checks it, writes it, and makes it the state of the table.
    ///
    /// `by` names who acted: a person, `bot:NAME` or `program`; `at` is the time as RFC 3339 text.
    ///
    /// # Errors
    ///
    /// Says which rule the act would break, or why it could not be written; the table is as before.
    ///
    /// # Panics
    ///
    /// Never: a moment has just been added when the last one is taken.
    pub fn submit(
        &mut self,
        seat: Seat,
        by: &str,
        action: &Action,
        remarks: Remarks,
        at: &str,
    ) -> Result<&Moment, SubmitError> {
        check_texts(action, &remarks)?;
        let written = self.with_written(action)?;
        let rules = written.as_ref().unwrap_or(&self.scenario);
        let applied = self.try_act(rules, seat, action)?;
        let before = self.state();
        let draft = NewEntry {
            after: self.moments.len() as u64,
            at: at.to_owned(),
            seat,
            by: by.to_owned(),
            move_number: before.move_number(),
            phase: before.phase,
            act: action.clone(),
            rationale: remarks.rationale,
            confidence: remarks.confidence,
            dissent: remarks.dissent,
            drawn: self.drawn(&applied.facts),
            changes: self.change_lines(&applied.changes),
            state: digest(rules, &applied.state),
        };
        let entry = match &mut self.journal {
            Some(journal) => journal.append(draft)?,
            None => draft.recorded(self.last_number() + 1, String::new()),
        };
        if let Some(scenario) = written {
            self.take_written(scenario, action);
        }
        self.seat_moment(entry, applied);
        Ok(self.moments.last().expect("a moment was just added"))
    }

    /// What an act would do, on a copy.
    pub(crate) fn try_act(
        &self,
        scenario: &Scenario,
        seat: Seat,
        action: &Action,
    ) -> Result<Applied, SubmitError> {
        if let Action::Undo { to, reason } = action {
            return self.try_undo(seat, *to, reason);
        }
        Ok(apply(scenario, self.state(), seat, action)?)
    }

    pub(crate) fn take_journal(&mut self, journal: Journal) {
        self.journal = Some(journal);
    }

    /// Makes room for entries to come, so that a long record is not moved again and again while it is read.
    pub(crate) fn make_room(&mut self, entries: usize) {
        self.moments.reserve_exact(entries);
        self.states.reserve_exact(entries);
    }

    pub(crate) fn seat_moment(&mut self, entry: Entry, applied: Applied) {
        self.states.push(applied.state);
        if let Action::Undo { to, .. } = entry.act {
            self.undos.push((entry.number, to));
        }
        self.moments.push(Moment {
            entry,
            changes: applied.changes,
            facts: applied.facts,
        });
    }

    /// What chance and the rules gave, for the record.
    pub(crate) fn drawn(&self, facts: &[Fact]) -> Drawn {
        let mut drawn = Drawn::default();
        for fact in facts {
            match fact {
                Fact::EventDrawn(event) => {
                    let id = event.map_or("quiet", |event| self.scenario.events[event].id.as_str());
                    drawn.event = Some(id.to_owned());
                }
                Fact::Resolved(exchange) => {
                    drawn.roll = Some(exchange.roll);
                    let computed = exchange.computed(&self.scenario);
                    drawn.computed = (computed != exchange.band).then_some(computed);
                }
                _ => {}
            }
        }
        drawn
    }

    /// The ledger in words, for the record.
    pub(crate) fn change_lines(&self, changes: &[Change]) -> Vec<ChangeLine> {
        changes
            .iter()
            .map(|change| ChangeLine {
                gauge: self.scenario.gauge_word(change.gauge),
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
    pub fn state_at(&self, number: u64) -> &State {
        let place = usize::try_from(number).unwrap_or(usize::MAX);
        self.states.get(place).unwrap_or_else(|| self.state())
    }

    /// How the session is played now: the white cell may change how rulings are made.
    pub fn options(&self) -> Options {
        self.state().options
    }

    /// The deck.
    pub const fn deck(&self) -> &Deck {
        &self.deck
    }

    /// The rules data, with the setup's changes.
    pub const fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// How the session was set up.
    pub const fn setup(&self) -> &Setup {
        &self.setup
    }

    /// The header of the record.
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// The file being written, where there is one.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Whether acts can be recorded: false for a record opened for reading.
    pub const fn is_writable(&self) -> bool {
        self.journal.is_some() || self.path.is_none()
    }

    /// Who holds a seat now: as set up, or whom the white cell handed it over to.
    pub fn holder(&self, seat: Seat) -> Holder {
        let handed = match seat {
            Seat::Patron => self.state().room.holders[0].as_ref(),
            Seat::Client => self.state().room.holders[1].as_ref(),
            Seat::WhiteCell | Seat::Observer => None,
        };
        handed
            .and_then(|word| Holder::try_from(word.clone()).ok())
            .unwrap_or_else(|| self.setup.holder(seat).clone())
    }

    /// What a seat may know now.
    pub fn view(&self, seat: Seat) -> View {
        view(&self.scenario, self.state(), seat)
    }

    /// What a seat could know after entry `number`; 0 is STARTEX.
    pub fn view_at(&self, number: u64, seat: Seat) -> View {
        view(&self.scenario, self.state_at(number), seat)
    }

    /// The value of a gauge after entry `number`; 0 is STARTEX. All gauges are public.
    pub fn gauge_at(&self, number: u64, gauge: Gauge) -> i64 {
        self.state_at(number).game.position.get(gauge)
    }

    /// All entries with what they brought about, undone ones too, in the order of the file.
    pub fn moments(&self) -> &[Moment] {
        &self.moments
    }

    /// The number of the last entry; 0 at STARTEX.
    pub const fn last_number(&self) -> u64 {
        self.moments.len() as u64
    }

    /// Whether an entry stands: false once it has been undone.
    pub fn is_standing(&self, number: u64) -> bool {
        let last = self.last_number();
        (1..=last).contains(&number) && !self.is_undone_by(number, last)
    }

    /// Whether an entry had been undone right after entry `at`.
    pub(crate) fn is_undone_by(&self, number: u64, at: u64) -> bool {
        self.undos
            .iter()
            .any(|(undo, to)| *to < number && number < *undo && *undo <= at)
    }

    /// The entries that stand, in order.
    pub fn standing(&self) -> impl Iterator<Item = &Moment> {
        let stands = self.standing_marks();
        self.moments
            .iter()
            .zip(stands)
            .filter(|(_, stands)| *stands)
            .map(|(moment, _)| moment)
    }

    /// Whether each entry stands, in order: one pass for records of any length.
    pub fn standing_marks(&self) -> Vec<bool> {
        let mut marks = vec![true; self.moments.len()];
        for (place, moment) in self.moments.iter().enumerate() {
            if let Action::Undo { to, .. } = moment.entry.act {
                let from = usize::try_from(to).unwrap_or(usize::MAX).min(place);
                marks[from..place].fill(false);
            }
        }
        marks
    }

    /// The canonical log of what stands (rules 2.4).
    pub fn canonical_log(&self) -> String {
        let mut log = String::new();
        let closing: Vec<u64> = self
            .standing()
            .filter(|moment| moment.entry.act == Action::CloseMove)
            .filter(|moment| !self.state_at(moment.entry.number).room.rehearsing)
            .map(|moment| moment.entry.number)
            .collect();
        for number in closing {
            log += &move_line(&self.scenario, &self.state_at(number).game);
        }
        if let Some(outcome) = &self.state().game.outcome {
            log += &end_line(outcome);
        }
        log
    }
}

fn check_texts(action: &Action, remarks: &Remarks) -> Result<(), SubmitError> {
    if let Some(confidence) = remarks.confidence.filter(|confidence| *confidence > 100) {
        return Err(SubmitError::Confidence(confidence));
    }
    let said = action.texts();
    let remarks = [remarks.rationale.as_deref(), remarks.dissent.as_deref()];
    for text in said.into_iter().chain(remarks.into_iter().flatten()) {
        let given = text.chars().count();
        if given > LONGEST_TEXT {
            return Err(SubmitError::TooLong {
                given,
                limit: LONGEST_TEXT,
            });
        }
    }
    Ok(())
}
