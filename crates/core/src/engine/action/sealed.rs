//! Plans of sealed mode, in the words of the record.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::choice::{Demand, FollowUp, Inducement, Intensity, Response};
use crate::model::scenario::Scenario;

/// The patron's decision committed in sealed mode, with the follow-ups decided beforehand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SealedDemand {
    /// Whether the offer on the table is taken up; then there is no demand.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub take_up: bool,
    /// The demand; none is to hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub demand: Option<NamedDemand>,
    /// The follow-up if the demand is met; where it is illegal: pocket, else back down.
    pub if_met: FollowUp,
    /// The follow-up if it is not; where it is illegal: pocket, else back down.
    pub if_defied: FollowUp,
}

/// A demand by its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NamedDemand {
    /// The card's id.
    pub card: String,
    /// How hard.
    pub intensity: Intensity,
    /// What is promised.
    #[serde(default)]
    pub inducement: Inducement,
}

impl NamedDemand {
    /// The words for a demand.
    pub fn of(scenario: &Scenario, demand: Demand) -> Self {
        Self {
            card: scenario.card(demand.card).id.clone(),
            intensity: demand.intensity,
            inducement: demand.inducement,
        }
    }
}

/// Replies committed in sealed mode: one line for each domain, in the deck's order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SealedResponse {
    /// One line a domain.
    pub replies: Vec<SealedReplies>,
}

/// The replies to demands in one domain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SealedReplies {
    /// The domain's id.
    pub domain: String,
    /// To a probe or a request.
    pub gentle: SealedReply,
    /// To a pressed demand or an ultimatum.
    pub hard: SealedReply,
}

/// A reply by its words. What cannot be given when it is opened becomes the next of *accept*, *conditions*,
/// *partial*, *stall* that can; a deflection becomes *partial*, else *stall*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SealedReply {
    /// The response.
    pub response: Response,
    /// For *deflect*: the card that is given instead, by its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<String>,
    /// For *conditions*: what is asked in return.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask: Option<String>,
    /// What is answered, in the seat's own words; the response is then the one that it comes nearest to. They stand
    /// also where something else comes of that response when it is opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}
