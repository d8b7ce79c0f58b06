//! Whose turn it is: who is due, for what, and until when; whoever drives a session asks nothing else.

use serde::Serialize;

use crate::history::History;
use crate::pace::Run;
use crate::pilot::{commits_by, is_due_back};
use crate::setup::Holder;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::options::AdjudicationMode;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::room::clock::ClockOf;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::state::State;
use unequal_core::engine::view::waits_for;

/// Whose turn it is after an entry. All of it is public but for one thing: which sides have decided in a crisis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Turn {
    /// The entry after which it is so: an act for this turn was decided on having seen it.
    pub entry: EntryNumber,
    /// What is to be done.
    pub phase: Phase,
    /// Whether play is paused.
    pub paused: bool,
    /// The seats whose act is waited for.
    pub waits_for: Vec<Seat>,
    /// Who makes the next act.
    pub due: Due,
    /// Whether the program opens and closes moves and rules: then no white cell is needed.
    pub by_program: bool,
    /// The seats that people hold and act from, in the order in which they are asked.
    pub people: Vec<Seat>,
    /// The clocks that run.
    pub deadlines: Vec<Deadline>,
}

/// Who makes the next act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Due {
    /// Nobody: the session has ended, or is paused.
    Nobody,
    /// The seats that are waited for: people act from them.
    People,
    /// A bot, by its name, for a seat.
    Bot(Seat, String),
    /// A program of somebody's own, by the name of its file, for a seat.
    Outside(Seat, String),
    /// The program.
    Program,
    /// Whoever has the plans that these seats sealed; beside each the bot that opens its own, where it was
    /// a bot that committed.
    Opening(Vec<(Seat, Option<String>)>),
}

/// A clock that runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// The clock.
    pub of: ClockOf,
    /// When it runs out, in seconds since 1970.
    pub at: i64,
    /// Whether it ends a turn then.
    pub hard: bool,
    /// Whether it is on the record that it has run out.
    pub told: bool,
}

impl Turn {
    /// Whose turn it is where people hold the white cell, unless the session was set up without one.
    pub fn of(history: &History) -> Self {
        Self::after(history, history.rules_by_program(), || Run::of(history))
    }

    /// Whose turn it is in a session without a white cell, whatever its setup says: in headless runs.
    pub fn unattended(history: &History) -> Self {
        Self::after(history, true, || Run::of(history))
    }

    /// The same as [`Self::of`], beside clocks that are worked out already.
    pub(crate) fn beside(history: &History, clocks: &Run) -> Self {
        Self::after(history, history.rules_by_program(), || clocks.clone())
    }

    fn after(history: &History, by_program: bool, run: impl FnOnce() -> Run) -> Self {
        let state = history.state();
        let waits_for = waits_for(state);
        let white_cell = (!by_program).then_some(Seat::WhiteCell);
        let playing = Seat::PLAYING.into_iter();
        let playing = playing.filter(|seat| history.holder(*seat) == Holder::Human);
        Self {
            entry: history.last_number(),
            phase: state.phase,
            paused: state.room.pause.is_some(),
            due: due(history, state, &waits_for, by_program),
            waits_for,
            by_program,
            people: white_cell.into_iter().chain(playing).collect(),
            // Clocks cost a look at all entries: most sessions have none.
            deadlines: if state.room.clocks.is_empty() {
                Vec::new()
            } else {
                deadlines(&run())
            },
        }
    }

    /// The same as one seat may know it: in a crisis both sides are waited for until both have decided, but
    /// for the seat's own.
    #[must_use]
    pub(crate) fn known_to(mut self, seat: Seat) -> Self {
        if self.phase == Phase::Crisis && seat != Seat::WhiteCell {
            let both = self.phase.waits_for().iter().copied();
            self.waits_for = both
                .filter(|side| *side != seat || self.waits_for.contains(side))
                .collect();
            if matches!(self.due, Due::Bot(..) | Due::Outside(..)) {
                self.due = Due::People;
            }
        }
        self
    }

    /// Whether nobody but bots plays.
    pub const fn is_of_bots(&self) -> bool {
        self.people.is_empty()
    }

    /// Whether a seat is held by people who act from it.
    pub fn is_of_people(&self, seat: Seat) -> bool {
        self.people.contains(&seat)
    }

    /// The first of the seats waited for that people act from.
    pub fn next_person(&self) -> Option<Seat> {
        self.next_person_of(|_| true)
    }

    /// The same among some of the seats.
    pub fn next_person_of(&self, among: impl Fn(Seat) -> bool) -> Option<Seat> {
        let mut people = self.people.iter().copied();
        people.find(|seat| self.waits_for.contains(seat) && among(*seat))
    }
}

impl History {
    /// Whether the program opens and closes moves and rules: a rigid session needs no white cell.
    ///
    /// A white cell that goes over to rigid rulings in mid-session keeps its seat.
    fn rules_by_program(&self) -> bool {
        let rigid = |mode| mode == AdjudicationMode::Rigid;
        rigid(self.setup().options.adjudication) && rigid(self.options().adjudication)
    }
}

fn due(history: &History, state: &State, waits_for: &[Seat], by_program: bool) -> Due {
    if state.room.pause.is_some() {
        return Due::Nobody;
    }
    match state.phase {
        Phase::Ended => Due::Nobody,
        // A seat that was handed over for some moves.
        Phase::Inject if is_due_back(state) => Due::Program,
        Phase::Inject | Phase::Ruling | Phase::Drift if by_program => Due::Program,
        Phase::Inject | Phase::Ruling | Phase::Drift => Due::People,
        // A sealed follow-up was decided beforehand; the program only carries it out.
        Phase::FollowUp if state.options.sealed => Due::Program,
        Phase::Reveal => {
            let opens = |seat: &Seat| (*seat, opened_by(history, *seat, waits_for));
            Due::Opening(waits_for.iter().map(opens).collect())
        }
        Phase::Europe
        | Phase::Crisis
        | Phase::Offer
        | Phase::Demand
        | Phase::Sealing
        | Phase::Response
        | Phase::FollowUp => {
            let mut seats = waits_for.iter();
            let machine = seats.find_map(|seat| match history.holder(*seat) {
                Holder::Bot(name) => Some(Due::Bot(*seat, name)),
                Holder::Outside(name) => Some(Due::Outside(*seat, name)),
                Holder::Human | Holder::Nobody => None,
            });
            machine.unwrap_or(Due::People)
        }
    }
}

/// The bot that opens a side's sealed plan: the one that committed to it, whoever holds the seat by now.
fn opened_by(history: &History, seat: Seat, waits_for: &[Seat]) -> Option<String> {
    if let Some(bot) = commits_by(history, seat) {
        return Some(bot.to_owned());
    }
    match history.holder(seat) {
        // A bot in the place of people commits anew, as long as nothing has been revealed.
        Holder::Bot(name) if waits_for.len() == 2 => Some(name),
        Holder::Bot(_) | Holder::Outside(_) | Holder::Human | Holder::Nobody => None,
    }
}

fn deadlines(run: &Run) -> Vec<Deadline> {
    let clocks = run.at_last().clocks.into_iter();
    let running = clocks.filter(|reading| reading.runs);
    running
        .map(|reading| Deadline {
            of: reading.clock.of,
            at: run.last().saturating_add(reading.left()),
            hard: reading.clock.hard,
            told: reading.told,
        })
        .collect()
}
