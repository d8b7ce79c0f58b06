//! The characters of bots, as a deck gives them (rules 21).

use serde::Deserialize;

use crate::model::choice::{FollowUp, Inducement, Intensity, Response};
use crate::model::place::PolicyAt;

/// A bot's character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The name that command lines and seats use.
    pub name: String,
    /// How it decides.
    pub kind: PolicyKind,
}

/// How a bot decides (rules 21.7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PolicyKind {
    /// Any legal option, evenly.
    Random,
    /// The option of the highest value, or by logit.
    Value(ValuePolicy),
    /// A value bot that answers in kind.
    TitForTat(ValuePolicy),
    /// Plays each candidate to the end some times; `base` is a value policy's place.
    Rollout {
        /// The policy of the playouts.
        base: PolicyAt,
        /// Candidate demands tried.
        top: usize,
        /// Playouts a candidate.
        rolls: u64,
    },
    /// Always the same, for tests and comparisons.
    Fixed(FixedPolicy),
}

impl PolicyKind {
    /// The weights of a policy that has any.
    pub const fn weighs(&self) -> Option<&ValuePolicy> {
        match self {
            Self::Value(policy) | Self::TitForTat(policy) => Some(policy),
            Self::Random | Self::Rollout { .. } | Self::Fixed(_) => None,
        }
    }
}

/// Weights of a value bot, in hundredths of a point per unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValuePolicy {
    /// Sharpness of choice; below 0 the first maximum is taken.
    pub lambda: i64,
    /// Lowest intensity it considers, as steps.
    pub floor: usize,
    /// Weights in the patron's seat.
    pub patron: Weights,
    /// Weights in the client's seat.
    pub client: Weights,
}

/// Always one reply, or one kind of demand; no offers and no acts of de-escalation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixedPolicy {
    /// The reply (deflect: to the card that needs least capacity, of equals the last); where that is
    /// illegal to give a part, where that is illegal, too, to stall.
    pub reply: Response,
    /// The intensity, lowered as far as effort and a time-out force; none: always hold.
    pub intensity: Option<Intensity>,
    /// The inducement.
    pub inducement: Inducement,
    /// The first legal one of these; if none is, the first that is legal.
    pub follow_ups: Vec<FollowUp>,
}

/// Weights of the features of a position (rules 21.1), in hundredths of a point per unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Weights {
    /// Per tenth of gain.
    pub gain: i64,
    pub trust: i64,
    pub credibility: i64,
    pub resentment: i64,
    pub autonomy: i64,
    pub endurance: i64,
    pub shared_front: i64,
    pub outlook: i64,
    /// Of the largest strain.
    pub strain: i64,
    /// Of the mean dependence.
    pub dependence: i64,
    /// Of how far outlook lies under the threshold of crisis plus 8.
    pub danger: i64,
    /// Of how far autonomy lies under the threshold of capture plus 10.
    pub capture: i64,
    /// Of where resentment comes to rest.
    pub grievance: i64,
    /// Of the mean capacity.
    pub capacity: i64,
    /// Of the outside option.
    pub outside: i64,
}
