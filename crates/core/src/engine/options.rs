//! How a session is played.

use serde::{Deserialize, Serialize};

/// How rulings are made in a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AdjudicationMode {
    /// By rule only.
    Rigid,
    /// By rule, with the white cell's change.
    #[default]
    SemiRigid,
    /// By the white cell: every ruling names its band and reason.
    Free,
}

/// When the client answers, if several demands may be tabled in a move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Announcement {
    /// Each demand is answered before the next is tabled.
    #[default]
    InTurn,
    /// All demands are announced together, then all are answered, then resolved in order.
    Together,
}

/// How a session is played; fixed at STARTEX but for the way rulings are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// Demand and replies are committed at the same time and then revealed.
    #[serde(default)]
    pub sealed: bool,
    /// When several demands are answered; sealed sessions go slot by slot.
    #[serde(default)]
    pub announcement: Announcement,
    /// Who makes rulings.
    #[serde(default)]
    pub adjudication: AdjudicationMode,
}
