//! Keeps sealed plans from commitment to reveal, beside the record where there is one.

use crate::cli::error::Error;
use unequal_core::engine::action::Action;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_core::store::Drafts;
use unequal_session::Table;
use unequal_session::seal::SealedPlan;

/// Plans that are committed and not revealed.
#[derive(Debug)]
pub(super) struct Plans {
    /// Of this run, each under its hash.
    plans: Vec<(Seat, SealedPlan)>,
    /// What the record's own drafts keep, from earlier runs too.
    drafts: Option<Drafts>,
}

impl Plans {
    /// The plans of a table.
    pub(super) fn of(table: &Table) -> Self {
        Self {
            plans: Vec::new(),
            drafts: table.path().map(|path| Drafts::load(path).0),
        }
    }

    /// Keeps a plan, before its commitment is recorded.
    pub(super) fn keep(&mut self, seat: Seat, sealed: SealedPlan) -> Result<(), Error> {
        if let (Some(drafts), Some(plan)) = (&mut self.drafts, sealed.to_keep()) {
            drafts.keep_plan(sealed.hash(), plan)?;
        }
        self.plans.push((seat, sealed));
        Ok(())
    }

    /// Whether the plan behind a side's commitment is known.
    pub(super) fn has(&self, table: &Table, seat: Seat) -> bool {
        self.reveal(table, seat).is_some()
    }

    /// The next plan to reveal, with its side.
    pub(super) fn to_reveal(&self, table: &Table) -> Option<(Seat, Action)> {
        let view = table.view(Seat::Observer);
        if view.phase != Phase::Reveal {
            return None;
        }
        let mut sides = view.waits_for.into_iter();
        sides.find_map(|seat| Some((seat, self.reveal(table, seat)?)))
    }

    /// Forgets a plan that was revealed: it is in the record now.
    pub(super) fn forget(&mut self, hash: &str) -> Result<(), Error> {
        self.plans.retain(|(_, plan)| plan.hash() != hash);
        match &mut self.drafts {
            Some(drafts) => Ok(drafts.remove_plan(hash)?),
            None => Ok(()),
        }
    }

    fn reveal(&self, table: &Table, seat: Seat) -> Option<Action> {
        let hash = table.commitment(seat)?;
        let own = self
            .plans
            .iter()
            .find(|(side, plan)| *side == seat && plan.hash() == hash);
        own.map(|(_, plan)| plan.reveal.clone()).or_else(|| {
            let drafts = self.drafts.as_ref()?;
            table.kept_reveal(drafts, seat)
        })
    }
}
