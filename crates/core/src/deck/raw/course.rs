//! Mirrors the course of play: the contest, the drift, thresholds, endings and scores.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

/// Stands in the schema for a percentage that an author gives by a key of their own.
#[derive(Debug)]
pub struct Percent;

impl JsonSchema for Percent {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Percent".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "integer",
            "minimum": -200,
            "maximum": 200,
            "description": "Percent of (condition - 50) added to dependence.",
        })
    }
}

/// Stands in the schema for a change of a gauge that an author gives by a key of their own.
#[derive(Debug)]
pub struct Delta;

impl JsonSchema for Delta {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Delta".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "integer",
            "minimum": -100,
            "maximum": 100,
            "description": "What is added to the gauge.",
        })
    }
}

/// The contest of wills (rules 6 and 7).
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contest {
    /// Resistance for each point of the card's `red_line_weight`.
    #[schemars(range(min = 0, max = 100))]
    pub red_line_weight: i64,
    /// Resentment divided by this resists.
    #[schemars(range(min = 1, max = 10000))]
    pub resentment: i64,
    /// Autonomy divided by this resists.
    #[schemars(range(min = 1, max = 10000))]
    pub autonomy: i64,
    /// The outside option divided by this resists.
    #[schemars(range(min = 1, max = 10000))]
    pub outside_option: i64,
    /// Resistance where a red line stands crossed.
    #[schemars(range(min = 0, max = 1000))]
    pub breach: i64,
    /// Credibility divided by this presses, for each step of intensity.
    #[schemars(range(min = 1, max = 10000))]
    pub credibility: i64,
    /// Resistance minus press is divided by this.
    #[schemars(range(min = 1, max = 10000))]
    pub scale: i64,
    /// The result is limited to this either way.
    #[schemars(range(min = 0, max = 10))]
    pub limit: i64,
    /// Margin from which the client holds its ground.
    #[schemars(range(min = 1, max = 20))]
    pub hold: i64,
    /// Margin below zero from which the client gives more than it meant to.
    #[schemars(range(min = 1, max = 20))]
    pub slip: i64,
    /// Added to the offer when the client holds.
    #[schemars(range(min = -100, max = 0))]
    pub hold_offer: i64,
    /// Added to the offer when the client slips.
    #[schemars(range(min = 0, max = 100))]
    pub slip_offer: i64,
    /// Added to resentment when the client slips.
    #[schemars(range(min = -100, max = 100))]
    pub slip_resentment: i64,
    /// Divisor of the resentment that conceding under pressure raises.
    #[schemars(range(min = 1, max = 10000))]
    pub duress: i64,
    /// Divisor of the strain that conceding adds.
    #[schemars(range(min = 1, max = 10000))]
    pub concede_strain: i64,
    /// Added to credibility when the client holds.
    #[schemars(range(min = -100, max = 100))]
    pub hold_credibility: i64,
    /// Arguments at the table count for this much either way.
    #[schemars(range(min = 0, max = 10))]
    pub argument_limit: i64,
    /// Percent of what is offered that is delivered at trust 0.
    #[schemars(range(min = 0, max = 100))]
    pub compliance: i64,
}

/// Targets and divisors of the drift at the end of each move (rules 10).
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Drift {
    /// What endurance drifts towards, before conditions and support.
    #[schemars(range(min = 0, max = 100))]
    pub endurance_base: i64,
    /// What the shared front drifts towards, before conditions.
    #[schemars(range(min = 0, max = 100))]
    pub shared_front_base: i64,
    /// What autonomy drifts towards, before the mean leverage is taken off.
    #[schemars(range(min = 0, max = 200))]
    pub autonomy_base: i64,
    /// Strain that fades each move.
    #[schemars(range(min = 0, max = 100))]
    pub strain: i64,
    /// Strain that fades each move where a red line stands crossed.
    #[schemars(range(min = 0, max = 100))]
    pub strain_breached: i64,
    /// Divisor of the pull on resentment.
    #[schemars(range(min = 1, max = 10000))]
    pub resentment_divisor: i64,
    /// Divisor of the pull on trust.
    #[schemars(range(min = 1, max = 10000))]
    pub trust_divisor: i64,
    /// Divisor of the pull on credibility.
    #[schemars(range(min = 1, max = 10000))]
    pub credibility_divisor: i64,
    /// Divisor of the pull on autonomy.
    #[schemars(range(min = 1, max = 10000))]
    pub autonomy_divisor: i64,
    /// Divisor of the pull on endurance.
    #[schemars(range(min = 1, max = 10000))]
    pub endurance_divisor: i64,
    /// Divisor of the pull on the shared front.
    #[schemars(range(min = 1, max = 10000))]
    pub shared_front_divisor: i64,
    /// Divisor of the pull on stability.
    #[schemars(range(min = 1, max = 10000))]
    pub stability_divisor: i64,
    /// Shared front times stability, divided by this, is the patron's dividend in tenths of gain.
    #[schemars(range(min = 1, max = 10000))]
    pub dividend_divisor: i64,
    /// Isolation from which dependence grows by itself; 101 for never.
    #[schemars(range(min = 0, max = 101))]
    pub trend_at: i64,
}

/// Weights of what supports stability, in percent; together 100.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stability {
    /// Weight of trust.
    #[schemars(range(min = 0, max = 100))]
    pub trust: i64,
    /// Weight of the shared front.
    #[schemars(range(min = 0, max = 100))]
    pub shared_front: i64,
    /// Weight of 100 minus resentment.
    #[schemars(range(min = 0, max = 100))]
    pub calm: i64,
    /// Weight of 100 minus the largest strain.
    #[schemars(range(min = 0, max = 100))]
    pub room: i64,
    /// Stretch around 50, in percent.
    #[schemars(range(min = 0, max = 1000))]
    pub stretch: i64,
}

/// The crisis regime (rules 11 and 12).
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Crisis {
    /// Stability below which a crisis begins.
    #[schemars(range(min = 0, max = 100))]
    pub enter: i64,
    /// Stability from which it ends; above enter.
    #[schemars(range(min = 0, max = 100))]
    pub leave: i64,
    /// Resentment raised in each move of crisis.
    #[schemars(range(min = 0, max = 100))]
    pub resentment: i64,
    /// Trust lost in each move of crisis.
    #[schemars(range(min = 0, max = 100))]
    pub trust: i64,
    /// Stability at or below which the partnership breaks.
    #[schemars(range(min = 0, max = 100))]
    pub rupture_at: i64,
    /// Moves of crisis after which it breaks.
    #[schemars(range(min = 1, max = 100))]
    pub rupture_moves: i64,
    /// Autonomy and a third of the outside option from which a client can leave.
    #[schemars(range(min = 0, max = 200))]
    pub exit_at: i64,
}

/// What crossing a red line does.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Breach {
    /// Stability lost.
    #[schemars(range(min = 0, max = 100))]
    pub stability: i64,
    /// Trust lost.
    #[schemars(range(min = 0, max = 100))]
    pub trust: i64,
    /// Resentment raised.
    #[schemars(range(min = 0, max = 100))]
    pub resentment: i64,
    /// Shared front lost.
    #[schemars(range(min = 0, max = 100))]
    pub shared_front: i64,
    /// Strain must fall this far below the line for it to heal.
    #[schemars(range(min = 0, max = 100))]
    pub heal: i64,
}

/// Thresholds of vassalage.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Vassalage {
    /// Autonomy at or below which the clock starts.
    #[schemars(range(min = 0, max = 100))]
    pub enter: i64,
    /// Autonomy from which it is reset; above enter.
    #[schemars(range(min = 0, max = 100))]
    pub leave: i64,
    /// Moves of the clock after which the client is a vassal.
    #[schemars(range(min = 1, max = 100))]
    pub moves: i64,
    /// Autonomy lost in a move that endurance ends under 10.
    #[schemars(range(min = 0, max = 100))]
    pub starvation: i64,
}

/// An ending that is worth something to both sides.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// Added to the patron's score.
    #[schemars(range(min = -1000, max = 1000))]
    pub patron: i64,
    /// Added to the client's score.
    #[schemars(range(min = -1000, max = 1000))]
    pub client: i64,
    /// Title on the end screen.
    #[schemars(length(min = 1, max = 60))]
    pub title: Option<String>,
    /// The situation in 60 to 120 words; no winners.
    #[schemars(length(max = 4000))]
    pub text: Option<String>,
}

/// The ending of a stable and trusting partnership.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entente {
    /// Outlook from which it is reached.
    #[schemars(range(min = 0, max = 100))]
    pub stability: i64,
    /// Trust from which it is reached.
    #[schemars(range(min = 0, max = 100))]
    pub trust: i64,
    /// Autonomy from which it is reached.
    #[schemars(range(min = 0, max = 100))]
    pub autonomy: i64,
    /// Added to the patron's score.
    #[schemars(range(min = -1000, max = 1000))]
    pub patron: i64,
    /// Added to the client's score.
    #[schemars(range(min = -1000, max = 1000))]
    pub client: i64,
    /// Title on the end screen.
    #[schemars(length(min = 1, max = 60))]
    pub title: Option<String>,
    /// The situation in 60 to 120 words; no winners.
    #[schemars(length(max = 4000))]
    pub text: Option<String>,
}

/// The ending of a stable and unequal partnership.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Managed {
    /// Outlook from which it is reached.
    #[schemars(range(min = 0, max = 100))]
    pub stability: i64,
    /// Added to the patron's score.
    #[schemars(range(min = -1000, max = 1000))]
    pub patron: i64,
    /// Added to the client's score.
    #[schemars(range(min = -1000, max = 1000))]
    pub client: i64,
    /// Title on the end screen.
    #[schemars(length(min = 1, max = 60))]
    pub title: Option<String>,
    /// The situation in 60 to 120 words; no winners.
    #[schemars(length(max = 4000))]
    pub text: Option<String>,
}

/// The five endings.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Endings {
    /// The partnership broke and the client left.
    pub rupture: Ending,
    /// The client stayed because it could not leave.
    pub vassalage: Ending,
    /// Stable, trusting, and the client free enough.
    pub entente: Entente,
    /// Stable and unequal.
    pub managed: Managed,
    /// Neither broken nor stable.
    pub drift: Ending,
}

/// How the aims are scored (rules 13).
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// Weight of the outlook in the patron's score, in tenths a point.
    #[schemars(range(min = 0, max = 1000))]
    pub patron_stability: i64,
    /// Weight of autonomy in the client's score, in percent.
    #[schemars(range(min = 0, max = 1000))]
    pub client_autonomy: i64,
    /// Weight of endurance in the client's score, in percent.
    #[schemars(range(min = 0, max = 1000))]
    pub client_endurance: i64,
    /// Weight of the outlook in the client's score, in percent.
    #[schemars(range(min = 0, max = 1000))]
    pub client_stability: i64,
    /// Score at which the patron's aim is met.
    #[schemars(range(min = -1000, max = 1000))]
    pub patron_goal: i64,
    /// Score at which the client's aim is met.
    #[schemars(range(min = -1000, max = 1000))]
    pub client_goal: i64,
}
