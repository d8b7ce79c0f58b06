//! The language of acts: what seats may do, as it stands in the record and in scripts.

use serde::{Deserialize, Serialize};

use crate::engine::choice::{Band, FollowUp, Inducement, Intensity, Response};

/// One act of a seat. The same words serve the record, scripts, and the interface.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Action {
    /// White cell: opens a move with the event that the pile gives, or another.
    Inject {
        /// An event's id, or `quiet`, instead of the drawn one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        instead: Option<String>,
    },
    /// Patron: tables a demand.
    Demand {
        /// The card's id.
        card: String,
        /// How hard.
        intensity: Intensity,
        /// What is promised.
        #[serde(default = "no_inducement")]
        inducement: Inducement,
    },
    /// Patron: asks for nothing (more) in this move.
    Hold,
    /// Client: answers the demand on the table.
    Respond {
        /// The response.
        response: Response,
        /// For *deflect*: the domain offered instead.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<String>,
        /// For *conditions*: what is asked in return, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ask: Option<String>,
    },
    /// Patron or client, sealed mode: commits to a plan by its hash.
    Commit {
        /// BLAKE3 of nonce and plan, in hex.
        hash: String,
    },
    /// Patron, sealed mode: opens what was committed.
    RevealDemand {
        /// The nonce.
        nonce: String,
        /// The plan.
        plan: SealedDemand,
    },
    /// Client, sealed mode: opens what was committed.
    RevealResponse {
        /// The nonce.
        nonce: String,
        /// The plan.
        plan: SealedResponse,
    },
    /// White cell: adjudicates the exchange. With nothing set, by rule.
    Rule {
        /// The sum of two dice rolled by hand.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        roll: Option<i64>,
        /// Net argued modifier.
        #[serde(default, skip_serializing_if = "is_zero")]
        arguments: i64,
        /// A band instead of the computed one; needs a reason.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        band: Option<Band>,
        /// Why the ruling departs from the computed result.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// Patron: follows up.
    FollowUp {
        /// How.
        choice: FollowUp,
    },
    /// White cell: closes the move.
    CloseMove,
    /// White cell: changes a gauge by ruling.
    Adjust {
        /// The gauge's word: `trust`, `oil`, `economy.dependence`.
        gauge: String,
        /// The stated change.
        by: i64,
        /// Why.
        reason: String,
    },
    /// White cell: ends the session where it stands.
    End {
        /// Why.
        reason: String,
    },
    /// Anybody: a note in the record, without effect on play.
    Note {
        /// The text.
        text: String,
        /// Seen by its own seat and the white cell only.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        private: bool,
    },
    /// Anybody: a mark to come back to.
    Bookmark {
        /// A label, may be empty.
        #[serde(default)]
        label: String,
    },
    /// White cell: goes back to the state after entry `to`; nothing is erased.
    Undo {
        /// The entry after which play goes on; 0 is STARTEX.
        to: u64,
        /// Why.
        reason: String,
    },
}

const fn no_inducement() -> Inducement {
    Inducement::None
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_zero(value: &i64) -> bool {
    *value == 0
}

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
    #[serde(default = "no_inducement")]
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

impl Action {
    /// The word that names the kind of act in the record.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Inject { .. } => "inject",
            Self::Demand { .. } => "demand",
            Self::Hold => "hold",
            Self::Respond { .. } => "respond",
            Self::Commit { .. } => "commit",
            Self::RevealDemand { .. } => "reveal-demand",
            Self::RevealResponse { .. } => "reveal-response",
            Self::Rule { .. } => "rule",
            Self::FollowUp { .. } => "follow-up",
            Self::CloseMove => "close-move",
            Self::Adjust { .. } => "adjust",
            Self::End { .. } => "end",
            Self::Note { .. } => "note",
            Self::Bookmark { .. } => "bookmark",
            Self::Undo { .. } => "undo",
        }
    }

    /// Whether a seat decides something here, so that a reason is worth asking for.
    pub const fn is_decision(&self) -> bool {
        matches!(
            self,
            Self::Demand { .. }
                | Self::Hold
                | Self::Respond { .. }
                | Self::Commit { .. }
                | Self::FollowUp { .. }
        )
    }

    /// An act of adjudication by rule.
    pub const fn rule_as_computed() -> Self {
        Self::Rule {
            roll: None,
            arguments: 0,
            band: None,
            reason: None,
        }
    }
}
