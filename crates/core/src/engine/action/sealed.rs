//! Plans of sealed mode, in the words of the record.

use serde::{Deserialize, Serialize};

use crate::engine::choice::{FollowUp, Inducement, Intensity, Response};

/// A demand committed in sealed mode, with the follow-ups decided beforehand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealedDemand {
    /// The demand; none is to hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub demand: Option<NamedDemand>,
    /// The follow-up if at least half is offered.
    pub if_met: FollowUp,
    /// The follow-up if less is offered; where it is illegal: pocket, else back down.
    pub if_defied: FollowUp,
}

/// A demand by its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// Replies committed in sealed mode: one line for each domain, in the deck's order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealedResponse {
    /// One line a domain.
    pub replies: Vec<SealedReplies>,
}

/// The replies to demands in one domain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealedReplies {
    /// The domain's id.
    pub domain: String,
    /// To a probe or a request.
    pub gentle: SealedReply,
    /// To a pressed demand or an ultimatum.
    pub hard: SealedReply,
}

/// A reply by its words. A deflection that turns out illegal becomes *partial*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealedReply {
    /// The response.
    pub response: Response,
    /// For *deflect*: the domain offered instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// For *conditions*: what is asked in return.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask: Option<String>,
}
