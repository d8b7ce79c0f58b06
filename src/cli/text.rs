//! A session line by line, for those who hear the screen: lines are only added, choices are numbered, and how things
//! stand is said when it is asked for.

mod at_seat;
mod choices;
mod ear;
mod hearing;
mod state;

use std::collections::{BTreeMap, BTreeSet};

use crate::cli::clock::Clock;
use crate::cli::error::Error;
use crate::cli::lines;
use crate::cli::out::Out;
use unequal_core::deck::plain;
use unequal_core::engine::action::Action;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::Response;
use unequal_core::store::typed;
use unequal_seat::Attended;
use unequal_session::telling::seat_name;
use unequal_session::{Owner, Place, Remarks, SubmitError, Turn, pilot};

use choices::{Choice, choices};

pub use ear::{Ear, Shown};

/// Whose hand the record names where no name was given.
const PERSON: &str = "person";

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
    told: BTreeMap<Seat, u64>,
    /// Who was asked last.
    asked: Option<Seat>,
    /// The questions for leave of which the white cell was told.
    asked_leave: BTreeSet<u64>,
}

impl std::fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Text")
            .field("asked", &self.asked)
            .finish_non_exhaustive()
    }
}

/// What came of the choices.
enum Chosen {
    /// An act.
    Act(Action),
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
            by: PERSON.to_owned(),
            told: BTreeMap::new(),
            asked: None,
            asked_leave: BTreeSet::new(),
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
            let Some(seat) = who_is_asked(&turn) else {
                self.line("Nobody who sits here is to act.")?;
                self.kept()?;
                break;
            };
            if !self.ask(seat, &turn)? {
                self.kept()?;
                break;
            }
        }
        self.attended.dismiss("the session is over or is left");
        self.out.flush()
    }

    /// Lets a bot, the program, or a program of somebody's own act; gives whether one did.
    fn goes_by_itself(&mut self, turn: &Turn) -> Result<bool, Error> {
        let next = pilot::next(&self.owner.table(), turn);
        let now = self.clock.now();
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
    fn ask(&mut self, seat: Seat, turn: &Turn) -> Result<bool, Error> {
        let mut place = self.owner.place(seat);
        if self.asked != Some(seat) {
            let name = plain(seat_name(place.deck(), seat));
            if turn.people.len() > 1 {
                let Some(_) = self.prompt(&format!("Now {name}. Enter goes on: "))? else {
                    return Ok(false);
                };
            }
            self.asked = Some(seat);
        }
        self.news(&place)?;
        self.line(state::whose_turn(&place))?;
        loop {
            let all = choices(&place);
            match self.choose(&mut place, &all)? {
                Chosen::Leaves => return Ok(false),
                Chosen::Nothing => {
                    // Something was said or done meanwhile.
                    if place.look() || place.last_number() != turn.entry {
                        return Ok(true);
                    }
                }
                Chosen::Act(action) => match self.hand_in(&mut place, action)? {
                    None => return Ok(false),
                    Some(true) => return Ok(true),
                    Some(false) => {}
                },
            }
        }
    }

    /// Says what the seat of a place has not been told yet.
    fn news(&mut self, place: &Place) -> Result<(), Error> {
        let seat = place.seat();
        let told = self.told.insert(seat, place.last_number()).unwrap_or(0);
        let since = place.place_of(told + 1)..place.entries();
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
    fn choose(&mut self, place: &mut Place, all: &[Choice]) -> Result<Chosen, Error> {
        let mut path: Vec<String> = Vec::new();
        let before = place.last_number();
        let mut said = false;
        loop {
            let open: Vec<&Choice> = all
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

    /// Asks why, and hands the act in. None where whoever sits here leaves; whether it was taken.
    fn hand_in(&mut self, place: &mut Place, action: Action) -> Result<Option<bool>, Error> {
        place.writes(true);
        let taken = self.remarked(place, action);
        place.writes(false);
        taken
    }

    fn remarked(&mut self, place: &mut Place, action: Action) -> Result<Option<bool>, Error> {
        let mut action = action;
        if let Action::Respond {
            response: Response::Conditions,
            ask,
            ..
        } = &mut action
        {
            let Some(wanted) =
                self.prompt("What is asked in return? Enter for nothing in words: ")?
            else {
                return Ok(None);
            };
            *ask = some(wanted);
        }
        let mut remarks = Remarks::default();
        if let Action::Rule {
            band: Some(_),
            reason,
            ..
        } = &mut action
        {
            let Some(why) = self.prompt("Why this result? ")? else {
                return Ok(None);
            };
            *reason = some(why);
        } else if action.is_decision() {
            let Some(why) = self.prompt("Why? Enter for no reason: ")? else {
                return Ok(None);
            };
            let Some(sure) = self.prompt("How sure, 0 to 100? Enter to leave it open: ")? else {
                return Ok(None);
            };
            let Some(dissent) = self.prompt("Who would have done otherwise? Enter for nobody: ")?
            else {
                return Ok(None);
            };
            remarks = Remarks {
                rationale: some(why),
                confidence: sure.trim_end_matches(['%', ' ']).parse().ok(),
                dissent: some(dissent),
            };
        }
        let seat = place.seat();
        let by = self.by.clone();
        self.submit(place, seat, &by, &action, remarks).map(Some)
    }

    /// Hands an act in; gives whether it was taken, and says why where it was not.
    fn submit(
        &mut self,
        place: &mut Place,
        seat: Seat,
        by: &str,
        action: &Action,
        remarks: Remarks,
    ) -> Result<bool, Error> {
        match place.submit_for(seat, by, action, remarks, &self.clock.now()) {
            Ok(_) => {
                self.line("Taken.")?;
                Ok(true)
            }
            Err(SubmitError::Store(error)) => Err(error.into()),
            Err(error) => {
                self.line(format!("Not taken: {error}."))?;
                Ok(false)
            }
        }
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

/// Who is asked: whoever is due among those who sit here; while play is paused, the white cell.
fn who_is_asked(turn: &Turn) -> Option<Seat> {
    let white = turn
        .people
        .contains(&Seat::WhiteCell)
        .then_some(Seat::WhiteCell);
    if turn.paused {
        return white;
    }
    turn.next_person().or(white)
}

fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

fn fault(error: SubmitError) -> Error {
    match error {
        SubmitError::Store(error) => error.into(),
        error => Error::fault(error.to_string()),
    }
}
