//! Keeps sealed plans from commitment to reveal, beside the record where there is one.

use super::waiting::next_entry;
use crate::cli::error::Error;
use unequal_core::engine::action::Action;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_core::store::Drafts;
use unequal_core::store::drafts::DraftsLost;
use unequal_session::seal::SealedPlan;
use unequal_session::{Table, Turn};

/// Plans that are committed and not revealed.
#[derive(Debug)]
pub struct Plans {
    /// Plans that were sealed in this run.
    of_this_run: Vec<(Seat, SealedPlan)>,
    /// What the record's own drafts keep, from earlier runs too.
    drafts: Option<Drafts>,
    /// The hashes of plans that the rules no longer allow, each with the rule.
    impossible: Vec<(String, String)>,
}

impl Plans {
    /// The plans of a table; and why those of earlier runs are not there, if they could not be read.
    pub fn of(table: &Table) -> (Self, Option<DraftsLost>) {
        let (drafts, lost) = table.path().map(Drafts::load).unzip();
        let plans = Self {
            of_this_run: Vec::new(),
            drafts,
            impossible: Vec::new(),
        };
        (plans, lost.flatten())
    }

    /// Keeps a plan, before its commitment is recorded.
    pub(super) fn keep(&mut self, seat: Seat, sealed: SealedPlan) -> Result<(), Error> {
        if let (Some(drafts), Some(plan)) = (&mut self.drafts, sealed.to_keep()) {
            drafts.keep_plan(sealed.hash(), &plan)?;
        }
        self.of_this_run.push((seat, sealed));
        Ok(())
    }

    /// Whether the plan behind a side's commitment is known.
    pub(super) fn has(&self, table: &Table, seat: Seat) -> bool {
        self.reveal(table, seat).is_some()
    }

    /// Finds the plans that wait to be revealed and that the rules no longer allow.
    pub(super) fn look(&mut self, table: &Table, turn: &Turn) {
        for (seat, act) in self.to_reveal(table, turn) {
            if let (Some(refused), Some(hash)) = (table.refuses(seat, &act), table.commitment(seat))
            {
                self.impossible.push((hash.to_owned(), refused.to_string()));
            }
        }
    }

    /// The next plan to reveal, with its side. As long as nothing is revealed, a side whose plan the rules
    /// no longer allow may seal another, so none is opened then.
    pub(super) fn next_reveal(&self, table: &Table, turn: &Turn) -> Option<(Seat, Action)> {
        let untouched = turn.waits_for.len() == 2;
        if untouched && self.impossible(table, turn).is_some() {
            return None;
        }
        self.to_reveal(table, turn).into_iter().next()
    }

    /// The plans that are known and may be opened now, each with its side.
    fn to_reveal(&self, table: &Table, turn: &Turn) -> Vec<(Seat, Action)> {
        if turn.phase != Phase::Reveal || turn.paused {
            return Vec::new();
        }
        let opens = |seat: &Seat| Some((*seat, self.reveal(table, *seat)?));
        turn.waits_for.iter().filter_map(opens).collect()
    }

    /// Forgets a plan that was revealed: it is in the record now.
    pub(super) fn forget(&mut self, hash: &str) -> Result<(), Error> {
        self.of_this_run.retain(|(_, plan)| plan.hash() != hash);
        match &mut self.drafts {
            Some(drafts) => Ok(drafts.remove_plan(hash)?),
            None => Ok(()),
        }
    }

    /// What is to be said where the session waits because a plan can no longer be opened.
    pub(super) fn impossible(&self, table: &Table, turn: &Turn) -> Option<Error> {
        let (seat, rule) = turn.waits_for.iter().find_map(|seat| {
            let hash = table.commitment(*seat)?;
            let (_, rule) = self.impossible.iter().find(|(aside, _)| aside == hash)?;
            Some((*seat, rule))
        })?;
        let at = next_entry(table);
        let message =
            format!("the plan that the {seat} seat sealed can no longer be opened at {at}: {rule}");
        // Until the other side has shown its plan, another may take the place of this one.
        let hint = if turn.waits_for.len() == 2 {
            format!("seal another: a line of the {seat} seat with `seal`")
        } else {
            "the white cell goes back to before the plans were sealed, with `undo`".to_owned()
        };
        Some(Error::data(message).hint(hint))
    }

    fn reveal(&self, table: &Table, seat: Seat) -> Option<Action> {
        let hash = table.commitment(seat)?;
        if self.impossible.iter().any(|(aside, _)| aside == hash) {
            return None;
        }
        let own = self
            .of_this_run
            .iter()
            .find(|(side, plan)| *side == seat && plan.hash() == hash);
        own.map(|(_, plan)| plan.reveal.clone()).or_else(|| {
            let drafts = self.drafts.as_ref()?;
            table.kept_reveal(drafts, seat)
        })
    }
}
