//! Mirrors the third seat: what Europe can agree on, and what it may do (rules 5).

use schemars::JsonSchema;
use serde::Deserialize;

use super::cited::Precedent;
use super::numbers::Changes;
use super::table::table;
use crate::model::choice::{Ending, MeasureKind};
use crate::model::scenario as to;

/// Europe's seat.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Europe {
    /// What Europe can agree on, move by move.
    pub unity: Unity,
    /// How hard an ending would hit Europe, at STARTEX.
    #[schemars(range(min = 0, max = 100))]
    pub exposure: i64,
    /// Moves that a signal stands.
    #[schemars(range(min = 0, max = 64))]
    pub signal_moves: i64,
    /// Tenths of gain that each step of intensity costs the patron while a signal stands.
    #[schemars(range(min = 0, max = 1000))]
    pub signal_price: i64,
    /// The roll of two dice from which a measure works; 13 for never.
    #[schemars(range(min = 2, max = 13))]
    pub works_at: i64,
    /// The roll down to which it backfires; 1 for never.
    #[schemars(range(min = 1, max = 12))]
    pub backfires_at: i64,
    /// How much hidden compliance adds to the roll of a sanction, or takes off.
    #[schemars(range(min = 0, max = 10))]
    pub compliance_step: i64,
    /// Percent of the shock of an ending that a plan for it spares.
    #[schemars(range(min = 0, max = 100))]
    pub plan_relief: i64,
    /// Percent of dependence in the presence domain that Europe counts against itself.
    #[schemars(range(min = 0, max = 200))]
    pub presence: i64,
    /// Id of the domain in which the patron's presence touches Europe.
    pub presence_domain: String,
    /// Percent of (shared front times outlook / 100) that Europe counts against itself.
    #[schemars(range(min = 0, max = 200))]
    pub joint_front: i64,
    /// What a point of unity that is left is worth.
    #[schemars(range(min = 0, max = 20))]
    pub unity_left: i64,
    /// The roll down to which a secret measure comes out; 1 for never.
    #[serde(default)]
    #[schemars(range(min = 0, max = 12))]
    pub leaks_at: i64,
    /// What unity means.
    #[schemars(length(max = 1000))]
    pub unity_text: Option<String>,
    /// What exposure means.
    #[schemars(length(max = 1000))]
    pub exposure_text: Option<String>,
    /// What hidden compliance means.
    #[schemars(length(max = 1000))]
    pub compliance_text: Option<String>,
    /// Said when compliance turns out to be low.
    #[schemars(length(max = 600))]
    pub compliance_low: Option<String>,
    /// Said when compliance turns out to be middling.
    #[schemars(length(max = 600))]
    pub compliance_middle: Option<String>,
    /// Said when compliance turns out to be high.
    #[schemars(length(max = 600))]
    pub compliance_high: Option<String>,
    /// Words to search and group by; those that begin with `report:` name a claim that it puts into play.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub tags: Vec<String>,
}

table! {
    /// What Europe can agree on, move by move.
    Unity => to::UnityRules {
        /// Unity in the first move.
        start: 0..=100,
        /// Unity gained in each later move.
        gain: 0..=100,
        /// Unity at most.
        max: 0..=100,
    }
}

/// Something that Europe may do.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Name in this file and in saves.
    #[schemars(schema_with = "super::id::schema")]
    pub id: String,
    /// Title on the screens.
    #[schemars(length(min = 1, max = 120))]
    pub title: String,
    /// What kind of thing it is.
    pub kind: MeasureKind,
    /// What it takes of Europe's unity.
    #[schemars(range(min = 0, max = 100))]
    pub unity: i64,
    /// Id of the domain that a signal is about.
    pub domain: Option<String>,
    /// The ending that a plan is for.
    pub ending: Option<Ending>,
    /// What it adds to gauges and conditions in any case, in this order; here also `unity` and `exposure`.
    #[serde(default)]
    pub change: Changes,
    /// What it adds besides if it works.
    #[serde(default)]
    pub works: Changes,
    /// What it adds besides if it backfires.
    #[serde(default)]
    pub backfires: Changes,
    /// Unity that secrecy takes besides; where it is left out, it cannot be kept secret.
    #[schemars(range(min = 0, max = 100))]
    pub secret: Option<i64>,
    /// What it adds besides if the secret comes out.
    #[serde(default)]
    pub leaks: Changes,
    /// What is done, in a sentence or two.
    #[schemars(length(max = 1000))]
    pub text: Option<String>,
    /// What it would be good for, in a sentence.
    #[schemars(length(max = 600))]
    pub why: Option<String>,
    /// What the members say to it, in a sentence.
    #[schemars(length(max = 600))]
    pub members: Option<String>,
    /// Said when it works.
    #[schemars(length(max = 600))]
    pub works_text: Option<String>,
    /// Said when it backfires.
    #[schemars(length(max = 600))]
    pub backfires_text: Option<String>,
    /// Said when the secret comes out.
    #[schemars(length(max = 600))]
    pub leaks_text: Option<String>,
    /// What has happened of the kind.
    pub precedent: Option<Precedent>,
    /// Words to search and group by; those that begin with `report:` name a claim that it puts into play.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub tags: Vec<String>,
}
