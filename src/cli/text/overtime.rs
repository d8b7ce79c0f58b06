//! Hard clocks line by line: a question ends when its time is over, and the white cell says what follows.

use std::time::Duration;

use super::choices::Choice;
use super::{Chosen, Text, fault};
use crate::cli::error::Error;
use unequal_core::deck::plain;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_session::overtime::{Overtime, overtime, untold};
use unequal_session::telling::{clock_name, seat_name};
use unequal_session::{Place, Remarks, SubmitError, Turn};

/// How often it is looked whether a time is over, while a clock is set that ends turns.
const LOOK: Duration = Duration::from_millis(200);

/// What the white cell may say when a time is over.
#[derive(Clone)]
enum Follows {
    More(u32),
    NoClock,
    ActFor(Seat),
}

impl Text<'_> {
    /// How long an answer may be waited for before it is looked at the clocks; without a clock that ends turns, and where
    /// somebody else looks at them, as long as it takes.
    pub(super) fn patience(&self) -> Option<Duration> {
        let looks = self.ear.is_here() && self.owner.table().has_hard_clock();
        looks.then_some(LOOK)
    }

    /// Whether the time of whoever is asked has run out.
    pub(super) fn is_out(&self) -> bool {
        let turn = Turn::of(&self.owner.table());
        let now = self.clock.now();
        if self.ear.is_here() {
            return untold(&turn, &now).is_some();
        }
        let ends = |seat| overtime(&turn, &now).is_some_and(|overtime| overtime.ends(seat));
        self.asked.is_some_and(ends)
    }

    /// Says that the time is over; what was typed is kept as a note of the seat that was asked.
    pub(super) fn ends(&mut self) -> Result<(), Error> {
        self.line("Time is over.")?;
        (self.over, self.late) = (true, true);
        let typed = std::mem::take(&mut self.typed).join("; ");
        match self.asked {
            Some(seat) if !typed.is_empty() => self.note(seat, &typed),
            Some(_) | None => Ok(()),
        }
    }

    /// The clock that the white cell has to deal with.
    pub(super) fn overtime(&self, turn: &Turn) -> Option<Overtime> {
        overtime(turn, &self.clock.now())
    }

    /// Calls the white cell, and asks it what follows; gives whether it goes on.
    pub(super) fn decides(&mut self, overtime: Overtime) -> Result<bool, Error> {
        let mut place = self.owner.place(Seat::WhiteCell);
        if !self.sits_down(&place)? {
            return Ok(false);
        }
        self.news(&place)?;
        self.follows(&mut place, overtime)
    }

    /// Asks the white cell what follows; gives whether it goes on.
    pub(super) fn follows(&mut self, place: &mut Place, overtime: Overtime) -> Result<bool, Error> {
        let deck = place.deck();
        let whose = match overtime.side {
            Some(seat) => seat_name(deck, seat).to_owned(),
            None => clock_name(deck, overtime.of),
        };
        let mut all: Vec<Choice<Follows>> = vec![
            (vec!["Give 2 more minutes".to_owned()], Follows::More(2)),
            (vec!["Give 5 more minutes".to_owned()], Follows::More(5)),
            (
                vec!["Go on without this clock".to_owned()],
                Follows::NoClock,
            ),
        ];
        all.extend(overtime.side.map(|seat| {
            let label = format!("Act for {}", plain(seat_name(deck, seat)));
            (vec![label], Follows::ActFor(seat))
        }));
        let whose = plain(&whose);
        self.line(format!(
            "Time is over: {whose}. What happens now is yours to say."
        ))?;
        let of = overtime.of;
        let action = match self.choose(place, &all)? {
            Chosen::Leaves => return Ok(false),
            Chosen::Nothing => return Ok(true),
            Chosen::Act(Follows::ActFor(seat)) => {
                let mut other = self.owner.place(seat);
                self.line(super::state::whose_turn(&other))?;
                return self.acts(&mut other);
            }
            Chosen::Act(Follows::NoClock) => Action::SetClock {
                of,
                seconds: None,
                hard: false,
            },
            Chosen::Act(Follows::More(minutes)) => {
                // It may have been thought about for long.
                let now = self.overtime(place.turn()).unwrap_or(overtime);
                let seconds = now.more(minutes);
                Action::ExtendClock { of, seconds }
            }
        };
        let (seat, by) = (place.seat(), self.by.clone());
        self.submit(place, seat, &by, &action, Remarks::default())?;
        Ok(true)
    }

    /// Keeps what was still on its way to a question when its time was over.
    pub(super) fn keep_late(&mut self, of: Option<Seat>, text: &str) -> Result<(), Error> {
        let late = std::mem::take(&mut self.late);
        let Some(seat) = of.filter(|_| late && !text.is_empty()) else {
            return Ok(());
        };
        self.line("That is kept as a note of the seat that was asked.")?;
        self.note(seat, text)
    }

    fn note(&mut self, seat: Seat, text: &str) -> Result<(), Error> {
        let note = Action::Note {
            text: format!("typed when the time was over: {text}"),
            private: true,
        };
        let by = self.by.clone();
        let mut place = self.owner.place(seat);
        match place.submit(by, &note, Remarks::default(), &self.clock.now()) {
            Err(error @ SubmitError::Store(_)) => Err(fault(error)),
            // Longer than the record takes: whoever typed it has it before them.
            Ok(_) | Err(_) => Ok(()),
        }
    }
}
