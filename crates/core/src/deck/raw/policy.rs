//! Mirrors the bots of a deck.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::choice::{FollowUp, Inducement, Intensity, Response};
use crate::model::scenario as to;

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
        /// The intensity of its demands, each for a card drawn from the menu, or `none` to ask for nothing.
        intensity: FixedIntensity,
        /// The inducement.
        inducement: Inducement,
        /// The first legal one of these is the follow-up.
        #[schemars(length(min = 1, max = 4))]
        follow_ups: Vec<FollowUp>,
    },
}

macro_rules! weights {
    ($($(#[$doc:meta])* $key:ident),* $(,)?) => {
        /// Weights of the features of a position (rules 21.1), in hundredths of a point per unit; 0 where none is given.
        #[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct Weights {
            $($(#[$doc])* #[serde(default)] #[schemars(range(min = -1000, max = 1000))] pub $key: i64,)*
        }

        impl Weights {
            /// The weights as the bots take them.
            pub(in crate::deck) const fn rules(&self) -> to::Weights {
                to::Weights { $($key: self.$key,)* }
            }
        }
    };
}

weights!(
    /// Per tenth of gain.
    gain,
    /// Per point of trust.
    trust,
    /// Per point of credibility.
    credibility,
    /// Per point of resentment.
    resentment,
    /// Per point of autonomy.
    autonomy,
    /// Per point of endurance.
    endurance,
    /// Per point of the shared front.
    shared_front,
    /// Per point of the outlook.
    outlook,
    /// Per point of the largest strain.
    strain,
    /// Per point of mean dependence.
    dependence,
    /// Per point that the outlook is under crisis.enter + 8.
    danger,
    /// Per point that autonomy is under capture.enter + 10.
    capture,
    /// Per point of grievance, where resentment comes to rest.
    grievance,
    /// Per point of mean capacity.
    capacity,
    /// Per point of the outside option.
    outside,
);

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
