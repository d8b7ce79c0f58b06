//! A plan that is sealed from a place: kept beside the record before it is committed to, opened when its time has come.

use std::path::Path;

use super::Place;
use crate::error::SubmitError;
use crate::moment::Remarks;
use crate::seal::{SealedPlan, revealed};
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::player::Player;
use unequal_core::store::{Drafts, StoreError};

impl Place {
    /// Whether the seat is to seal a plan: the first time, or again where its plan can no longer be opened and no other has
    /// been.
    pub fn is_to_seal(&self) -> bool {
        let turn = self.turn();
        let again = turn.phase == Phase::Reveal && turn.waits_for.len() == 2;
        let due = turn.phase == Phase::Sealing || again && self.cannot_open().is_some();
        let waited = turn.waits_for.contains(&self.seat()) && !turn.paused;
        self.seat().side().is_some() && waited && due
    }

    /// Keeps a plan of the seat and commits to it: a commitment whose plan is lost could never be opened. Gives the number
    /// of the entry.
    ///
    /// # Errors
    ///
    /// Says which rule the plan would break, or why it could not be kept or written; nothing is changed then.
    pub fn seal(
        &mut self,
        by: impl Into<Player>,
        plan: &SealedPlan,
        remarks: Remarks,
        now: &str,
    ) -> Result<EntryNumber, SubmitError> {
        self.check_plan(plan)?;
        if let (Some(path), Some(kept)) = (self.record(), plan.to_keep()) {
            Drafts::unread(path).keep_plan(plan.hash(), &kept)?;
        }
        let made = self.submit(by, &plan.commit, remarks, now);
        match &made {
            // Whether it was written is not known then.
            Ok(_) | Err(SubmitError::Store(_)) => {}
            Err(_) => self.forget_plan(plan.hash())?,
        }
        made
    }

    /// Opens what the seat has sealed, where its time has come and the plan was kept; gives whether it did. A plan that the
    /// rules no longer allow stays closed: [`Self::cannot_open`] says why.
    ///
    /// # Errors
    ///
    /// Says why the record could not be written.
    pub fn open(&mut self, by: impl Into<Player>, now: &str) -> Result<bool, SubmitError> {
        let Some((hash, act)) = self.kept_reveal() else {
            return Ok(false);
        };
        match self.submit(by, &act, Remarks::default(), now) {
            Ok(_) => {
                self.forget_plan(&hash)?;
                Ok(true)
            }
            Err(error @ SubmitError::Store(_)) => Err(error),
            Err(_) => Ok(false),
        }
    }

    /// Why what the seat has sealed cannot be opened though its time has come; none where it can.
    pub fn cannot_open(&self) -> Option<String> {
        self.to_open()?;
        let Some((_, act)) = self.kept_reveal() else {
            return Some("the plan that was sealed is not kept any more".to_owned());
        };
        let refused = self.ask(|table| table.refuses(self.seat(), &act));
        refused.map(|refused| refused.to_string())
    }

    /// Forgets a plan that the record holds, or that was never committed to.
    ///
    /// # Errors
    ///
    /// Says why it could not be written.
    pub fn forget_plan(&self, hash: &str) -> Result<(), StoreError> {
        self.record()
            .map_or(Ok(()), |path| Drafts::unread(path).forget_plan(hash))
    }

    fn kept_reveal(&self) -> Option<(String, Action)> {
        let hash = self.to_open()?;
        let (kept, _) = Drafts::load(self.record()?);
        let act = kept.plan(&hash).map(revealed)?;
        Some((hash, act))
    }

    /// The file of the record; none for a session in memory.
    fn record(&self) -> Option<&Path> {
        self.standing().path.as_deref()
    }
}
