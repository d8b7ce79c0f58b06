//! The numbers of the course of play: drift, grievance, market, stability, crisis, endings and Europe.

use serde::Deserialize;

/// Targets and divisors of the drift (rules 15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Drift {
    pub endurance_base: i64,
    /// Percent of (mean capacity − 50) added to the endurance target.
    pub endurance_capacity: i64,
    pub shared_front_base: i64,
    pub autonomy_base: i64,
    pub strain: i64,
    pub resentment_divisor: i64,
    pub trust_divisor: i64,
    pub credibility_divisor: i64,
    pub autonomy_divisor: i64,
    pub endurance_divisor: i64,
    pub shared_front_divisor: i64,
    pub stability_divisor: i64,
    pub capacity_divisor: i64,
    pub dividend_divisor: i64,
    /// Isolation from which dependence grows by itself.
    pub trend_at: i64,
}

/// Where resentment comes to rest, in percent (rules 2.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grievance {
    /// Of what the client lacks in autonomy.
    pub autonomy: i64,
    /// Of what the mean leverage exceeds autonomy by.
    pub imbalance: i64,
    /// Of what endurance lacks.
    pub exhaustion: i64,
    /// The endurance under which the client is exhausted.
    pub exhausted_below: i64,
}

/// The market discount (rules 15).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Market {
    /// Divides (isolation − 50) × leverage.
    pub divisor: i64,
    /// Tenths of gain for each point of discount.
    pub gain: i64,
}

/// Weights of the stability that circumstances support, its base and its stretch in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct StabilityWeights {
    pub base: i64,
    pub trust: i64,
    pub shared_front: i64,
    pub calm: i64,
    pub room: i64,
    pub stretch: i64,
}

/// The crisis regime and the break (rules 7, 16 and 17).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crisis {
    /// Stability below which a crisis begins.
    pub enter: i64,
    /// Stability at which it is over.
    pub leave: i64,
    /// Stability at which the partnership breaks at once.
    pub break_at: i64,
    /// Moves in crisis after which it breaks.
    pub break_moves: i64,
    /// The exit at which the client can afford to leave.
    pub exit_at: i64,
    /// What an act of de-escalation costs.
    pub act: CrisisAct,
    /// Stability that a lone act brings.
    pub alone: i64,
    /// Stability that a lone act brings while Europe mediates.
    pub mediated: i64,
    /// Stability that two acts bring.
    pub both: i64,
}

/// What an act of de-escalation costs each side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CrisisAct {
    /// Effort of the patron's.
    pub effort: i64,
    /// Tenths of the patron's gain.
    pub price: i64,
    /// Autonomy of the client's: face.
    pub autonomy: i64,
    /// The highest intensity, as steps, that a time-out leaves the patron.
    pub intensity_limit: usize,
}

/// The cliff when strain reaches a red line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Breach {
    pub stability: i64,
    pub resentment: i64,
}

/// Autonomy thresholds of capture, and the moves that it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Capture {
    pub enter: i64,
    pub leave: i64,
    pub moves: i64,
}

/// Thresholds of the quiet endings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// Outlook, trust and autonomy of an entente.
    pub entente: [i64; 3],
    /// Outlook of a managed asymmetry.
    pub managed: i64,
}

/// What an ending is worth to the sides, and how hard it hits Europe.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct EndingRules {
    pub patron: i64,
    pub client: i64,
    pub shock: i64,
}

/// Weights of the aims, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Score {
    pub client_autonomy: i64,
    pub client_endurance: i64,
    pub client_stability: i64,
    pub patron_goal: i64,
    pub client_goal: i64,
}

/// Europe's seat (rules 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EuropeRules {
    /// What Europe can agree on.
    pub unity: UnityRules,
    /// Exposure at the start.
    pub exposure: i64,
    /// Moves that a signal stands.
    pub signal_moves: u8,
    /// Tenths of gain that each step of intensity costs the patron while a signal stands.
    pub signal_price: i64,
    /// The roll from which a measure works.
    pub works_at: i64,
    /// The roll down to which it backfires.
    pub backfires_at: i64,
    /// How much banks that comply, or do not, add to the roll of a sanction.
    pub compliance_step: i64,
    /// Percent of the shock that a plan spares.
    pub plan_relief: i64,
    /// Percent of dependence in the presence domain that weighs on Europe.
    pub presence: i64,
    /// Percent of (shared front × outlook / 100) that weighs on Europe.
    pub joint_front: i64,
    /// What a point of unity that is left is worth.
    pub unity_left: i64,
    /// The roll down to which a secret comes out (rules 5.3).
    pub leaks_at: i64,
}

/// What Europe can agree on, move by move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct UnityRules {
    pub start: i64,
    pub gain: i64,
    pub max: i64,
}
