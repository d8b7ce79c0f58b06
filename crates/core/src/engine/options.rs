//! How a session is played.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::vocabulary::vocabulary;

vocabulary!(
    /// How rulings are made in a session.
    #[derive(Default)]
    AdjudicationMode {
        /// By rule only.
        Rigid = "rigid",
        /// By rule, with the white cell's change.
        #[default]
        SemiRigid = "semi-rigid",
        /// By the white cell: every ruling names its band and reason.
        Free = "free",
    }
);

vocabulary!(
    /// When the client answers, if several demands may be tabled in a move.
    #[derive(Default)]
    Announcement {
        /// Each demand is answered before the next is tabled.
        #[default]
        InTurn = "in-turn",
        /// All demands are announced together, then all are answered, then resolved in order.
        Together = "together",
    }
);

/// How a session is played; fixed at STARTEX but for the way rulings are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// Somebody sits in Europe's seat at STARTEX: without, its phase is never played.
    #[serde(default)]
    pub europe: bool,
    /// Demand and replies are committed at the same time and then revealed.
    #[serde(default)]
    pub sealed: bool,
    /// When several demands are answered; sealed sessions go demand by demand.
    #[serde(default)]
    pub announcement: Announcement,
    /// Who makes rulings.
    #[serde(default)]
    pub adjudication: AdjudicationMode,
}
