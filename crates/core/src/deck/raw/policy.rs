//! Mirrors the bots of a deck.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::engine::choice::{FollowUp, Inducement, Intensity, Response};

/// How a bot decides.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Policy {
    /// Any legal option, evenly.
    Random {},
    /// The option of the highest value, or by logit.
    Value {
        /// Sharpness of choice; -1: always the best.
        #[schemars(range(min = -1, max = 1000))]
        lambda: i64,
        /// Lowest intensity it considers: 0 probe to 3 ultimatum.
        #[serde(default)]
        #[schemars(range(min = 0, max = 3))]
        floor: i64,
        /// Weights in the patron's seat.
        patron: Weights,
        /// Weights in the client's seat.
        client: Weights,
    },
    /// A value bot that answers in kind.
    TitForTat {
        /// Sharpness of choice; -1: always the best.
        #[schemars(range(min = -1, max = 1000))]
        lambda: i64,
        /// Weights in the patron's seat.
        patron: Weights,
        /// Weights in the client's seat.
        client: Weights,
    },
    /// Plays each candidate to the end some times.
    Rollout {
        /// The policy of the playouts: of kind value or tit-for-tat.
        base: String,
        /// Candidate demands tried.
        #[schemars(range(min = 1, max = 64))]
        top: i64,
        /// Playouts a candidate.
        #[schemars(range(min = 1, max = 256))]
        rolls: i64,
    },
    /// Always the same, for tests and comparisons.
    Fixed {
        /// The reply.
        reply: Response,
        /// The intensity of the first card in hand, or `none` to ask for nothing.
        intensity: FixedIntensity,
        /// The inducement.
        inducement: Inducement,
        /// The first legal one of these is the follow-up.
        #[schemars(length(min = 1, max = 4))]
        follow_ups: Vec<FollowUp>,
    },
}

/// Weights of the features of a position, in hundredths of a point per unit; 0 where none is given.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// Per tenth of gain.
    #[serde(default)]
    #[schemars(range(min = -1000, max = 1000))]
    pub gain: i64,
    /// Per point of trust.
    #[serde(default)]
    #[schemars(range(min = -1000, max = 1000))]
    pub trust: i64,
    /// Per point of credibility.
    #[serde(default)]
    #[schemars(range(min = -1000, max = 1000))]
    pub credibility: i64,
    /// Per point of resentment.
    #[serde(default)]
    #[schemars(range(min = -1000, max = 1000))]
    pub resentment: i64,
    /// Per point of autonomy.
    #[serde(default)]
    #[schemars(range(min = -1000, max = 1000))]
    pub autonomy: i64,
    /// Per point of endurance.
    #[serde(default)]
    #[schemars(range(min = -1000, max = 1000))]
    pub endurance: i64,
    /// Per point of the shared front.
    #[serde(default)]
    #[schemars(range(min = -1000, max = 1000))]
    pub shared_front: i64,
    /// Per point of the outlook.
    #[serde(default)]
    #[schemars(range(min = -1000, max = 1000))]
    pub outlook: i64,
    /// Per point of the largest strain.
    #[serde(default)]
    #[schemars(range(min = -1000, max = 1000))]
    pub strain: i64,
    /// Per point of mean dependence.
    #[serde(default)]
    #[schemars(range(min = -1000, max = 1000))]
    pub dependence: i64,
    /// Per point that the outlook is under crisis.enter + 8.
    #[serde(default)]
    #[schemars(range(min = -1000, max = 1000))]
    pub danger: i64,
    /// Per point that autonomy is under vassalage.enter + 10.
    #[serde(default)]
    #[schemars(range(min = -1000, max = 1000))]
    pub vassalage: i64,
}

/// The intensity of a fixed bot's demands.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FixedIntensity {
    /// Asks for nothing.
    None,
    /// A feeler.
    Probe,
    /// An ordinary request.
    Request,
    /// Pressed with weight.
    Press,
    /// Take it or face the consequences.
    Ultimatum,
}

impl FixedIntensity {
    /// The intensity; none where the bot always holds.
    pub const fn intensity(self) -> Option<Intensity> {
        Some(match self {
            Self::None => return None,
            Self::Probe => Intensity::Probe,
            Self::Request => Intensity::Request,
            Self::Press => Intensity::Press,
            Self::Ultimatum => Intensity::Ultimatum,
        })
    }
}
