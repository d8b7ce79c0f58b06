//! A session line by line, for those who hear the screen: lines are only added, choices are numbered, and how things
//! stand is said when it is asked for.

mod at_seat;
mod choices;
mod ear;
mod handing;
mod hearing;
mod overtime;
mod sealing;
mod state;

use std::collections::{BTreeMap, BTreeSet};

use crate::cli::clock::Clock;
use crate::cli::error::Error;
use crate::cli::lines;
use crate::cli::out::Out;
use unequal_core::deck::plain;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_core::store::typed;
use unequal_seat::Attended;
use unequal_session::telling::{NAMELESS, seat_name};
use unequal_session::{Owner, Place, Remarks, SubmitError, Turn, pilot};

use choices::{Choice, choices};

pub use ear::{Ear, Shown};
#[cfg(all(unix, not(feature = "portable")))]
pub(super) use state::ways_in;

/// A session that is played and run line by line.
pub struct Text<'a> {
    owner: Owner,
    attended: Attended,
    clock: Clock,
    ear: Ear<'a>,
    out: &'a mut Out,
    /// Whose hand the record names.
    by: String,
    /// The last entry of which each seat was told.
    told: BTreeMap<Seat, EntryNumber>,
    /// Who was asked last.
    asked: Option<Seat>,
    /// The questions for leave of which the white cell was told.
    asked_leave: BTreeSet<u64>,
    /// What was typed in words for an act that is not handed in yet.
    typed: Vec<String>,
    /// Whether a question has ended because its time was over.
    over: bool,
    /// Whether an answer to it may still be on its way.
    late: bool,
}

impl std::fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Text")
            .field("asked", &self.asked)
            .finish_non_exhaustive()
    }
}

/// What came of the choices.
enum Chosen<T> {
    /// An act, or a part of one.
    Act(T),
    /// Something else was done.
    Nothing,
    /// Whoever sits here leaves.
    Leaves,
}

/// What was said at a prompt.
enum Said {
    /// A number, or a word that is no command.
    Answer(String),
    /// Something was done, or told.
    Done,
    /// The choices are to be said again.
    Again,
    /// Something has come in, or somebody has come or gone.
    News,
    /// Whoever sits here leaves.
    Leaves,
}

impl<'a> Text<'a> {
    /// A session at a table, with what is typed and what is printed.
    pub fn new(
        owner: Owner,
        attended: Attended,
        clock: Clock,
        ear: Ear<'a>,
        out: &'a mut Out,
    ) -> Self {
        Self {
            owner,
            attended,
            clock,
            ear,
            out,
            by: NAMELESS.to_owned(),
            told: BTreeMap::new(),
            asked: None,
            asked_leave: BTreeSet::new(),
            typed: Vec::new(),
            over: false,
            late: false,
        }
    }

    /// The same where the record names a person by a name; an empty one is none.
    #[must_use]
    pub fn by(mut self, name: &str) -> Self {
        if !name.is_empty() {
            name.clone_into(&mut self.by);
        }
        self
    }

    /// Goes on until the session ends, or whoever sits here leaves.
    ///
    /// # Errors
    ///
    /// Says why the record could not be written.
    pub fn play(mut self) -> Result<(), Error> {
        let name = plain(self.owner.table().name());
        self.line(format!("Session: {name}. Type help for what can be typed."))?;
        loop {
            let turn = Turn::of(&self.owner.table());
            if turn.phase == Phase::Ended {
                self.ended()?;
                break;
            }
            if self.goes_by_itself(&turn)? {
                continue;
            }
            let goes_on = if let Some(overtime) = self.overtime(&turn) {
                self.decides(overtime)?
            } else if let Some(seat) = self.who_is_asked(&turn) {
                self.ask(seat)?
            } else {
                self.line("Nobody who sits here is to act.")?;
                false
            };
            if !goes_on && !std::mem::take(&mut self.over) {
                self.kept()?;
                break;
            }
        }
        self.attended.dismiss("the session is over or is left");
        self.out.flush()
    }

    /// Lets a bot, the program, or a program of somebody's own act; gives whether one did.
    fn goes_by_itself(&mut self, turn: &Turn) -> Result<bool, Error> {
        let now = self.clock.now();
        let timely = pilot::by_the_clock(&self.owner.table(), turn, &now);
        if timely.is_none() && self.opens(turn)? {
            return Ok(true);
        }
        let next = timely.or_else(|| pilot::next(&self.owner.table(), turn));
        if let Some(next) = next {
            let none = Remarks::default();
            let mut table = self.owner.table();
            let made = table.submit(turn.entry, next.seat, &next.by, &next.action, none, &now);
            return made.map(|_| true).map_err(fault);
        }
        self.attended
            .step(&self.owner, &|| self.clock.now())
            .map_err(fault)
    }

    /// Asks a seat for its act; gives whether it goes on.
    fn ask(&mut self, seat: Seat) -> Result<bool, Error> {
        let mut place = self.owner.place(seat);
        if !self.sits_down(&place)? {
            return Ok(false);
        }
        self.news(&place)?;
        self.line(state::whose_turn(&place))?;
        self.acts(&mut place)
    }

    /// Calls whoever sits at a place, where somebody else was asked before; gives whether it goes on.
    fn sits_down(&mut self, place: &Place) -> Result<bool, Error> {
        let seat = place.seat();
        if self.asked == Some(seat) {
            return Ok(true);
        }
        if place.turn().people.len() > 1 {
            let name = plain(seat_name(place.deck(), seat));
            let Some(text) = self.prompt(&format!("Now {name}. Enter goes on: "))? else {
                return Ok(false);
            };
            self.keep_late(self.asked, &text)?;
        }
        self.asked = Some(seat);
        Ok(true)
    }

    /// Asks at a place until its seat has acted, or something has come in; gives whether it goes on.
    fn acts(&mut self, place: &mut Place) -> Result<bool, Error> {
        self.typed.clear();
        let before = place.last_number();
        if place.is_to_seal() {
            return self.seal(place);
        }
        loop {
            let all = choices(place);
            match self.choose(place, &all)? {
                Chosen::Leaves => return Ok(false),
                // Something was said or done meanwhile.
                Chosen::Nothing if place.look() || place.last_number() != before => {
                    return Ok(true);
                }
                Chosen::Nothing => {}
                Chosen::Act(action) => match self.hand_in(place, action)? {
                    None => return Ok(false),
                    Some(true) => return Ok(true),
                    Some(false) if place.look() => return Ok(true),
                    Some(false) => {}
                },
            }
        }
    }

    /// Says what the seat of a place has not been told yet.
    fn news(&mut self, place: &Place) -> Result<(), Error> {
        let seat = place.seat();
        let told = self
            .told
            .insert(seat, place.last_number())
            .unwrap_or(EntryNumber::STARTEX);
        let since = place.place_of(told.next())..place.entries();
        for seen in place.seen(since) {
            let text = state::entry(&seen);
            self.line(text)?;
            let news = place.news_text(seen.number);
            if !news.is_empty() {
                self.line(plain(&news))?;
            }
        }
        Ok(())
    }

    /// Asks for an act, step by step.
    fn choose<T: Clone>(
        &mut self,
        place: &mut Place,
        all: &[Choice<T>],
    ) -> Result<Chosen<T>, Error> {
        let mut path: Vec<String> = Vec::new();
        let before = place.last_number();
        let mut said = false;
        loop {
            let open: Vec<&Choice<T>> = all
                .iter()
                .filter(|choice| choice.0.starts_with(&path))
                .collect();
            if let [(_, only)] = open.as_slice()
                && !path.is_empty()
            {
                return Ok(Chosen::Act(only.clone()));
            }
            let mut labels: Vec<&String> = Vec::new();
            for label in open.iter().filter_map(|choice| choice.0.get(path.len())) {
                if !labels.contains(&label) {
                    labels.push(label);
                }
            }
            if !std::mem::replace(&mut said, true) {
                for (number, label) in labels.iter().enumerate() {
                    self.line(format!("{}. {label}", number + 1))?;
                }
                if !path.is_empty() {
                    self.line("0. Back")?;
                }
            }
            match self.said(place, "Choice: ")? {
                Said::Leaves => return Ok(Chosen::Leaves),
                Said::Done if place.last_number() != before => return Ok(Chosen::Nothing),
                Said::News if place.look() => return Ok(Chosen::Nothing),
                Said::Done | Said::News => {}
                Said::Again => said = false,
                Said::Answer(text) => match text.parse::<usize>() {
                    Ok(0) if !path.is_empty() => {
                        path.pop();
                        said = false;
                    }
                    Ok(number) if (1..=labels.len()).contains(&number) => {
                        path.push(labels[number - 1].clone());
                        said = false;
                    }
                    _ => {
                        let most = labels.len();
                        self.line(format!(
                            "Not understood. A number from 1 to {most}, or help."
                        ))?;
                    }
                },
            }
        }
    }

    /// Who is asked: whoever is due among those who sit here; while play is paused, or where a plan cannot be opened any
    /// more, the white cell.
    fn who_is_asked(&self, turn: &Turn) -> Option<Seat> {
        let white = turn.people.contains(&Seat::WhiteCell);
        let white = white.then_some(Seat::WhiteCell);
        if turn.paused {
            return white;
        }
        if turn.phase == Phase::Reveal {
            let mut people = turn.people.iter().copied();
            return people
                .find(|seat| self.owner.place(*seat).is_to_seal())
                .or(white);
        }
        turn.next_person().or(white)
    }

    /// Says how it ended.
    fn ended(&mut self) -> Result<(), Error> {
        let place = self.owner.place(self.asked.unwrap_or(Seat::Audience));
        self.news(&place)?;
        self.told_how_it_ended(&place)?;
        self.kept()
    }

    fn told_how_it_ended(&mut self, place: &Place) -> Result<(), Error> {
        if let Some(ending) = lines::ending(place.deck(), place.view()) {
            self.out.text(&ending)?;
        }
        for told in place.ending_told() {
            self.line(plain(&told))?;
        }
        Ok(())
    }

    /// Says where the record is.
    fn kept(&mut self) -> Result<(), Error> {
        let table = self.owner.table();
        table.is_together(&self.clock.now())?;
        let (ended, path) = (table.has_ended(), table.path().map(typed));
        drop(table);
        match path {
            Some(path) if ended => self.line(format!("Kept in {path}.")),
            Some(shown) => self.line(format!(
                "Kept in {shown}. Go on with `unequal resume {shown} --text`."
            )),
            None => Ok(()),
        }
    }
}

fn fault(error: SubmitError) -> Error {
    match error {
        SubmitError::Store(error) => error.into(),
        error => Error::fault(error.to_string()),
    }
}
