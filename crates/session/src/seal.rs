//! Sealing plans: a nonce, the hash that commits to the plan, and the text that opens it again.

use serde::Serialize;

use crate::error::SubmitError;
use crate::history::History;
use unequal_core::engine::action::{Action, SealedDemand, SealedResponse};
use unequal_core::engine::refused::Refused;
use unequal_core::engine::sealing::{self, commitment};
use unequal_core::engine::seat::Seat;
use unequal_core::store::{Drafts, Plan, SealedPlan as KeptPlan};

/// A sealed plan of one side: what the record gets now, and what it gets at the reveal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct SealedPlan {
    /// The act that commits.
    pub commit: Action,
    /// The act that reveals; secret until then.
    pub reveal: Action,
}

/// Seals a demand under a nonce.
pub fn seal_demand(plan: SealedDemand, nonce: String) -> SealedPlan {
    let hash = commitment(&nonce, &plan);
    SealedPlan {
        commit: Action::Commit { hash },
        reveal: Action::RevealDemand { nonce, plan },
    }
}

/// Seals replies under a nonce.
pub fn seal_response(plan: SealedResponse, nonce: String) -> SealedPlan {
    let hash = commitment(&nonce, &plan);
    SealedPlan {
        commit: Action::Commit { hash },
        reveal: Action::RevealResponse { nonce, plan },
    }
}

impl SealedPlan {
    /// The commitment's hash, under which drafts keep the plan until it is revealed.
    pub fn hash(&self) -> &str {
        match &self.commit {
            Action::Commit { hash } => hash,
            _ => "",
        }
    }

    /// The plan as drafts keep it; none for a plan that is not sealed.
    pub fn to_keep(&self) -> Option<Plan> {
        match self.reveal.clone() {
            Action::RevealDemand { nonce, plan } => Some(Plan {
                nonce,
                plan: KeptPlan::Demand(plan),
            }),
            Action::RevealResponse { nonce, plan } => Some(Plan {
                nonce,
                plan: KeptPlan::Response(plan),
            }),
            _ => None,
        }
    }
}

impl History {
    /// Whether a plan could be opened as things stand. What is sealed is seen by nobody, so it is checked
    /// before the hash is laid on the table: afterwards it could only be taken back.
    ///
    /// # Errors
    ///
    /// Names the rule that the plan would break.
    pub fn check_plan(&self, plan: &SealedPlan) -> Result<(), Refused> {
        match &plan.reveal {
            Action::RevealDemand { plan, .. } => {
                sealing::check_demand(self.scenario(), self.state(), plan)
            }
            Action::RevealResponse { plan, .. } => sealing::check_response(self.scenario(), plan),
            _ => Ok(()),
        }
    }

    /// Why the rules would refuse an act of a seat now; none where it can be made.
    pub fn refuses(&self, seat: Seat, action: &Action) -> Option<SubmitError> {
        self.work_out(seat, action).err()
    }

    /// The hash by which a side has committed in this place of the move.
    pub fn commitment(&self, seat: Seat) -> Option<&str> {
        self.state().sealed.commitment(seat)
    }

    /// The act that opens what a side of people committed, from the plan that its drafts kept.
    ///
    /// None where nothing is committed, or the plan is lost: then the side commits again.
    pub fn kept_reveal(&self, drafts: &Drafts, seat: Seat) -> Option<Action> {
        drafts.plan(self.commitment(seat)?).map(revealed)
    }
}

/// The act that opens a plan that was kept.
pub fn revealed(kept: &Plan) -> Action {
    let Plan { nonce, plan } = kept.clone();
    match plan {
        KeptPlan::Demand(plan) => Action::RevealDemand { nonce, plan },
        KeptPlan::Response(plan) => Action::RevealResponse { nonce, plan },
    }
}

/// A nonce that nobody can guess, for people.
pub fn fresh_nonce() -> String {
    format!("{:016x}{:016x}", random(), random())
}

/// A key for seals, of 256 bits, as hex.
pub fn fresh_key() -> String {
    fresh_nonce() + &fresh_nonce()
}

/// A seed for a new session: fifteen digits at most can be typed, and trying all of them until events
/// and dice fit what a room has seen takes longer than any session is secret.
pub fn fresh_seed() -> u64 {
    1 + random() % 999_999_999_999_999
}

/// 64 bits that nobody can guess.
pub(crate) fn random() -> u64 {
    getrandom::u64().expect("every system that the program runs on gives random numbers")
}
