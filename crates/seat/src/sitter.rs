//! A program that sits at a place: asked, heard, and its act handed in.

use std::time::Instant;

use serde_json::{Map, Value};

use crate::asking::{Question, to_seal, turn};
use crate::fault::Fault;
use crate::line::shortened;
use crate::message::{Act, Forecast, FromSeat, ToSeal, ToSeat};
use crate::program::Program;
use unequal_core::engine::action::{Action, Kind};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::player::Player;
use unequal_core::store::StoreError;
use unequal_session::seal::{SealedPlan, fresh_nonce, seal_demand, seal_response};
use unequal_session::{Place, Remarks, SubmitError};

/// Faults of one turn that go on the record; a program that does nothing else is not listened to for longer.
const MOST_FAULTS: usize = 20;

/// Numbers of questions that an entry has: more than are ever asked after one.
const TURNS_AN_ENTRY: u64 = 1000;

/// What became of a turn of a program.
#[derive(Debug, Default)]
pub struct Turned {
    /// What went wrong, each with the number of the try.
    pub faults: Vec<(u32, Fault)>,
    /// The entry of its act; none where no try was good.
    pub entry: Option<EntryNumber>,
    /// Whether something came in meanwhile that ended the turn, or the session is left: nothing is to follow then.
    pub overtaken: bool,
}

/// A program that sits at a place.
#[derive(Debug)]
pub struct Sitter {
    /// Where it sits.
    pub place: Place,
    /// The program.
    pub program: Program,
    /// The number of the last question.
    turn: u64,
    /// The last entry of which it was told.
    told: EntryNumber,
    /// Plans that it has sealed.
    plans: Vec<SealedPlan>,
}

impl Sitter {
    /// Somebody who has just sat down.
    pub const fn new(place: Place, program: Program) -> Self {
        Self {
            place,
            program,
            turn: 0,
            told: EntryNumber::STARTEX,
            plans: Vec::new(),
        }
    }

    /// Somebody who sits down in a session that goes on, perhaps not for the first time: questions are numbered from
    /// the last entry on, so that an answer to one that was asked before is never taken for another.
    pub fn again(place: Place, program: Program) -> Self {
        Self {
            turn: place.last_number().get().saturating_mul(TURNS_AN_ENTRY),
            ..Self::new(place, program)
        }
    }

    /// The same program at another place.
    #[must_use]
    pub fn at(self, place: Place) -> Self {
        Self { place, ..self }
    }

    /// Asks the program until an answer is taken, or its tries are used up.
    ///
    /// # Errors
    ///
    /// Says why the record could not be written.
    pub fn turn(&mut self, now: &dyn Fn() -> String) -> Result<Turned, SubmitError> {
        let mut turned = Turned::default();
        self.place.look();
        let limits = self.program.limits();
        for number in 1..=limits.tries.max(1) {
            let asked = self.one(number, &mut turned.faults, now);
            match asked {
                Ok(Ok(entry)) => {
                    turned.entry = Some(entry);
                    return Ok(turned);
                }
                Ok(Err(fault)) => {
                    let tries_left = limits.tries.saturating_sub(number);
                    let over = fault.is_final() || turned.faults.len() >= MOST_FAULTS;
                    let refused = ToSeat::Refused {
                        turn: self.turn,
                        rule: fault.to_string(),
                        tries_left,
                    };
                    turned.overtaken = fault == Fault::Left || self.place.look();
                    if turned.overtaken {
                        if matches!(fault, Fault::Refused(_)) {
                            // Where it is gone, the next turn tells.
                            let _told = self.program.tell(&refused);
                        }
                        return Ok(turned);
                    }
                    turned.faults.push((number, fault));
                    if over {
                        return Ok(turned);
                    }
                    if let Err(fault) = self.program.tell(&refused) {
                        turned.faults.push((number, fault));
                        return Ok(turned);
                    }
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(turned)
    }

    /// One try: asked, and its act handed in.
    fn one(
        &mut self,
        number: u32,
        faults: &mut Vec<(u32, Fault)>,
        now: &dyn Fn() -> String,
    ) -> Result<Result<EntryNumber, Fault>, StoreError> {
        match self.asked(number, faults) {
            Ok(act) => self.act(act, number, now),
            Err(fault) => Ok(Err(fault)),
        }
    }

    /// Asks, and waits for the answer. What comes too late for an earlier question is noted.
    fn asked(&mut self, number: u32, faults: &mut Vec<(u32, Fault)>) -> Result<Act, Fault> {
        let limits = self.program.limits();
        let until = Instant::now() + limits.time;
        self.turn += 1;
        let question = Question {
            turn: self.turn,
            try_number: number,
            told: self.told,
            seconds: limits.time.as_secs_f64(),
        };
        let asked = ToSeat::Turn(Box::new(turn(&self.place, question)));
        self.program.tell(&asked)?;
        self.told = self.place.last_number();
        loop {
            let act = match self.program.hear(until)? {
                FromSeat::Act(act) => act,
                FromSeat::Ready(_) => {
                    return Err(Fault::Garbage("`ready` was said already".to_owned()));
                }
            };
            if act.turn < self.turn && faults.len() < MOST_FAULTS {
                faults.push((number, Fault::Late(act.turn)));
                continue;
            }
            if act.turn != self.turn {
                let what = format!("turn {} is asked, not turn {}", self.turn, act.turn);
                return Err(Fault::Garbage(what));
            }
            return Ok(*act);
        }
    }

    /// What the program would do here, where nothing of it is done: its act with its forecast, or why its tries brought
    /// none. `legal` says what is wrong with an act.
    ///
    /// # Errors
    ///
    /// The last of what went wrong.
    pub fn would(
        &mut self,
        legal: &dyn Fn(&Action) -> Result<(), String>,
    ) -> Result<(Action, Option<Forecast>), Fault> {
        let limits = self.program.limits();
        let mut faults = Vec::new();
        let mut number = 1;
        loop {
            let answered = self.asked(number, &mut faults).and_then(|act| {
                let (action, _) = self.deed(&act).map_err(Fault::Refused)?;
                check_forecast(act.forecast.as_ref())?;
                legal(&action).map_err(Fault::Refused)?;
                Ok((action, act.forecast))
            });
            let fault = match answered {
                Ok(answer) => return Ok(answer),
                Err(fault) => fault,
            };
            if fault.is_final() || number >= limits.tries {
                return Err(fault);
            }
            self.program.tell(&ToSeat::Refused {
                turn: self.turn,
                rule: fault.to_string(),
                tries_left: limits.tries - number,
            })?;
            number += 1;
        }
    }

    /// Hands in what the program has answered.
    fn act(
        &mut self,
        act: Act,
        number: u32,
        now: &dyn Fn() -> String,
    ) -> Result<Result<EntryNumber, Fault>, StoreError> {
        let (action, plan) = match self.deed(&act) {
            Ok(deed) => deed,
            Err(rule) => return Ok(Err(Fault::Refused(rule))),
        };
        let by = Player::Outside {
            program: self.program.called().to_owned(),
            tries: number,
        };
        let remarks = Remarks {
            rationale: act.reason,
            confidence: act.confidence,
            dissent: act.dissent,
        };
        if let Err(fault) = check_forecast(act.forecast.as_ref()) {
            return Ok(Err(fault));
        }
        let made = match &plan {
            Some(plan) => self.place.seal(&by, plan, remarks, &now()),
            None => self.place.submit(&by, &action, remarks, &now()),
        };
        let entry = match made {
            Ok(entry) => entry,
            Err(SubmitError::Store(error)) => return Err(error),
            Err(error) => return Ok(Err(Fault::Refused(error.to_string()))),
        };
        self.plans.extend(plan);
        if let Some(forecast) = act.forecast {
            // Nothing hangs on it: what cannot be noted is not.
            let note = forecast_note(&forecast);
            let _noted = self.place.submit(&by, &note, Remarks::default(), &now());
        }
        // Where it is gone, the next turn tells.
        let _told = self.program.tell(&ToSeat::Taken { entry });
        Ok(Ok(entry))
    }

    /// What an answer does, with the plan that it seals.
    fn deed(&self, act: &Act) -> Result<(Action, Option<SealedPlan>), String> {
        let acts = &self.place.view().acts;
        match (act.choice, &act.act) {
            (Some(choice), None) => {
                let chosen = acts.get(choice).cloned();
                let known = acts.len();
                let rule = format!("there is no act {choice}: {known} are open, counted from 0");
                chosen.map(|action| (action, None)).ok_or(rule)
            }
            (None, Some(deed)) if deed.get("kind") == Some(&Value::from("seal")) => {
                let plan = self.sealed(deed)?;
                Ok((plan.commit.clone(), Some(plan)))
            }
            (None, Some(deed)) => {
                let action: Action = serde_json::from_value(Value::Object(deed.clone()))
                    .map_err(|error| shortened(&error.to_string()))?;
                if !action.is_decision() || action.kind() == Kind::Commit {
                    return Err(format!("`{}` is not what is asked for", action.word()));
                }
                Ok((action, None))
            }
            (Some(_), Some(_)) => Err("an answer has `choice` or `act`, not both".to_owned()),
            (None, None) => Err("an answer has `choice` or `act`".to_owned()),
        }
    }

    fn sealed(&self, deed: &Map<String, Value>) -> Result<SealedPlan, String> {
        let view = self.place.view();
        let plan = deed.get("plan").cloned().unwrap_or_default();
        let wrong = |error: serde_json::Error| shortened(&error.to_string());
        let plan = match to_seal(view.phase, self.place.seat()) {
            Some(ToSeal::Demand) => {
                seal_demand(serde_json::from_value(plan).map_err(wrong)?, fresh_nonce())
            }
            Some(ToSeal::Response) => {
                seal_response(serde_json::from_value(plan).map_err(wrong)?, fresh_nonce())
            }
            None => return Err("nothing is sealed now".to_owned()),
        };
        let checked = self.place.check_plan(&plan);
        checked.map_err(|refused| refused.to_string())?;
        Ok(plan)
    }

    /// Opens the plan that it has sealed; gives whether there was one that could be opened.
    ///
    /// # Errors
    ///
    /// Says why the record could not be written.
    pub fn open(&mut self, now: &dyn Fn() -> String) -> Result<bool, SubmitError> {
        self.place.look();
        let Some(hash) = self.place.to_open() else {
            return Ok(false);
        };
        let Some(at) = self.plans.iter().position(|plan| plan.hash() == hash) else {
            return Ok(false);
        };
        let plan = self.plans.remove(at);
        let by = Player::Outside {
            program: self.program.called().to_owned(),
            tries: 1,
        };
        match self
            .place
            .submit(by, &plan.reveal, Remarks::default(), &now())
        {
            Ok(_) => {
                self.place.forget_plan(plan.hash())?;
                Ok(true)
            }
            Err(error @ SubmitError::Store(_)) => Err(error),
            // The white cell has changed the game since: whoever drives the session says what to do.
            Err(_) => Ok(false),
        }
    }
}

fn check_forecast(forecast: Option<&Forecast>) -> Result<(), Fault> {
    let over = forecast.is_some_and(|forecast| forecast.percent > 100);
    let rule = || Fault::Refused("a forecast is 0 to 100 percent".to_owned());
    if over { Err(rule()) } else { Ok(()) }
}

/// A forecast as a note of the seat's own.
fn forecast_note(forecast: &Forecast) -> Action {
    Action::Note {
        text: shortened(&format!(
            "forecast: {} {} %",
            forecast.expects, forecast.percent
        )),
        private: true,
    }
}
