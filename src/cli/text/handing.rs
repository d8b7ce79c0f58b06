//! An act handed in line by line, with what people say beside it.

use super::Text;
use crate::cli::error::Error;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::Response;
use unequal_session::{Place, Remarks, SubmitError};

impl Text<'_> {
    /// Asks why, and hands the act in. None where whoever sits here leaves; whether it was taken.
    pub(super) fn hand_in(
        &mut self,
        place: &mut Place,
        action: Action,
    ) -> Result<Option<bool>, Error> {
        place.writes(true);
        let taken = self.remarked(place, action);
        place.writes(false);
        taken
    }

    fn remarked(&mut self, place: &mut Place, action: Action) -> Result<Option<bool>, Error> {
        let mut action = action;
        if let Action::Respond {
            words: words @ Some(_),
            ..
        } = &mut action
        {
            let Some(said) = self.own_words()? else {
                return Ok(None);
            };
            *words = some(said);
        }
        if let Action::Respond {
            response: Response::Conditions,
            ask,
            ..
        } = &mut action
        {
            let Some(wanted) = self.counter_ask()? else {
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
            let Some(said) = self.remarks()? else {
                return Ok(None);
            };
            remarks = said;
        }
        let seat = place.seat();
        let by = self.by.clone();
        self.submit(place, seat, &by, &action, remarks).map(Some)
    }

    /// Asks what is answered in own words; none where whoever sits here leaves.
    pub(super) fn own_words(&mut self) -> Result<Option<String>, Error> {
        self.prompt("What is answered, in our own words? Enter for the named answer alone: ")
    }

    /// Asks what is asked in return; none where whoever sits here leaves.
    pub(super) fn counter_ask(&mut self) -> Result<Option<String>, Error> {
        self.prompt("What is asked in return? Enter for nothing in words: ")
    }

    /// Asks why, how sure, and who disagreed; none where whoever sits here leaves.
    pub(super) fn remarks(&mut self) -> Result<Option<Remarks>, Error> {
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
        Ok(Some(Remarks {
            rationale: some(why),
            confidence: sure.trim_end_matches(['%', ' ']).parse().ok(),
            dissent: some(dissent),
        }))
    }

    /// Hands an act in; gives whether it was taken, and says why where it was not.
    pub(super) fn submit(
        &mut self,
        place: &mut Place,
        seat: Seat,
        by: &str,
        action: &Action,
        remarks: Remarks,
    ) -> Result<bool, Error> {
        let made = place.submit_for(seat, by, action, remarks, &self.clock.now());
        self.told_of(made, "Taken.")
    }

    /// Says what came of an act; gives whether it was taken.
    pub(super) fn told_of(
        &mut self,
        made: Result<EntryNumber, SubmitError>,
        taken: &str,
    ) -> Result<bool, Error> {
        match made {
            Ok(_) => {
                self.typed.clear();
                self.line(taken)?;
                Ok(true)
            }
            Err(SubmitError::Store(error)) => Err(error.into()),
            Err(error) => {
                self.line(format!("Not taken: {error}."))?;
                Ok(false)
            }
        }
    }
}

/// A text, where there is one.
pub(super) fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}
