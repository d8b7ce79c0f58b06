//! Mirrors the course of play: the contest, the drift, crisis, thresholds and aims.

use schemars::JsonSchema;
use serde::Deserialize;

use super::table::table;
use crate::model::scenario as to;

table! {
    /// The contest of wills, and what giving does (rules 11 and 12).
    Contest => to::Contest {
        /// Resistance for each point of the card's `red_line_weight`.
        red_line_weight: 0..=100,
        /// Resentment divided by this resists.
        resentment: 1..=10000,
        /// Autonomy divided by this resists.
        autonomy: 1..=10000,
        /// Endurance divided by this resists.
        endurance: 1..=10000,
        /// Credibility divided by this presses, for each step of intensity.
        credibility: 1..=10000,
        /// Resistance minus press is divided by this.
        scale: 1..=10000,
        /// The result is limited to this either way.
        limit: 0..=10,
        /// Margin from which the client holds its ground.
        hold: 1..=20,
        /// Margin below zero from which the client gives more than it meant to.
        slip: 1..=20,
        /// Added to resentment when the client slips.
        slip_resentment: -100..=100,
        /// Added to credibility when the client holds.
        hold_credibility: -100..=100,
        /// Arguments at the table count for this much either way.
        argument_limit: 0..=10,
        /// Divisor of the resentment that giving under pressure raises.
        duress: 1..=10000,
        /// Divisor of the strain that giving adds.
        concede_strain: 1..=10000,
        /// Percent of what is offered that is delivered at trust 0.
        compliance: 0..=100,
    }
}

table! {
    /// Targets and divisors of the drift at the end of each move (rules 15).
    Drift => to::Drift {
        /// What endurance drifts towards, before conditions, support and capacity.
        endurance_base: 0..=200,
        /// Percent of (mean capacity - 50) added to that.
        endurance_capacity: -200..=200,
        /// What the shared front drifts towards, before conditions.
        shared_front_base: 0..=200,
        /// What autonomy drifts towards, before the mean leverage is taken off.
        autonomy_base: 0..=200,
        /// Strain above its start that fades each move.
        strain: 0..=100,
        /// Divisor of the pull on resentment.
        resentment_divisor: 1..=10000,
        /// Divisor of the pull on trust.
        trust_divisor: 1..=10000,
        /// Divisor of the pull on credibility.
        credibility_divisor: 1..=10000,
        /// Divisor of the pull on autonomy.
        autonomy_divisor: 1..=10000,
        /// Divisor of the pull on endurance.
        endurance_divisor: 1..=10000,
        /// Divisor of the pull on the shared front.
        shared_front_divisor: 1..=10000,
        /// Divisor of the pull on stability.
        stability_divisor: 1..=10000,
        /// Divisor of what grows back of capacity, times endurance.
        capacity_divisor: 1..=1_000_000,
        /// Shared front times stability, divided by this, is the patron's dividend in tenths of gain.
        dividend_divisor: 1..=10000,
        /// Isolation from which dependence grows by itself; 101 for never.
        trend_at: 0..=101,
    }
}

table! {
    /// Where resentment comes to rest, in percent (rules 2.6).
    Grievance => to::Grievance {
        /// Of what the client lacks in autonomy.
        autonomy: 0..=1000,
        /// Of what the mean leverage exceeds autonomy by.
        imbalance: 0..=1000,
        /// Of what endurance lacks.
        exhaustion: 0..=1000,
        /// The endurance under which the client is exhausted.
        exhausted_below: 0..=100,
    }
    and {
        /// Words to search and group by; those that begin with `report:` name a claim that it puts into play.
        #[serde(default)]
        #[schemars(length(max = 40))]
        tags: Vec<String>,
    }
}

table! {
    /// The discount that nobody demands (rules 15).
    Market => to::Market {
        /// (isolation - 50) times leverage, divided by this, is lost in endurance each move.
        divisor: 1..=1_000_000,
        /// Tenths of gain that the patron has of each point.
        gain: 0..=1000,
    }
    and {
        /// Id of the domain in which the client sells.
        domain: String,
        /// Words to search and group by; those that begin with `report:` name a claim that it puts into play.
        #[serde(default)]
        #[schemars(length(max = 40))]
        tags: Vec<String>,
    }
}

table! {
    /// Weights of what supports stability, in percent; the middle four together 100 (rules 2.6).
    Stability => to::StabilityWeights {
        /// What is supported where everything stands at 50.
        base: 0..=100,
        /// Weight of trust.
        trust: 0..=100,
        /// Weight of the shared front.
        shared_front: 0..=100,
        /// Weight of 100 minus resentment.
        calm: 0..=100,
        /// Weight of 100 minus the largest strain.
        room: 0..=100,
        /// Stretch around the base, in percent.
        stretch: 0..=1000,
    }
}

/// The crisis regime, and the acts that end it (rules 7, 16 and 17).
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Crisis {
    /// Stability below which a crisis begins.
    #[schemars(range(min = 0, max = 100))]
    pub enter: i64,
    /// Stability from which it ends; above enter.
    #[schemars(range(min = 0, max = 100))]
    pub leave: i64,
    /// Stability at or below which the partnership breaks at once.
    #[schemars(range(min = 0, max = 100))]
    pub break_at: i64,
    /// Moves of crisis after which it breaks.
    #[schemars(range(min = 1, max = 100))]
    pub break_moves: i64,
    /// Half of autonomy and endurance together, and a third of the outside option, from which a client can leave.
    #[schemars(range(min = 0, max = 200))]
    pub exit_at: i64,
    /// What a crisis act costs, and what it leaves the patron.
    pub act: CrisisAct,
    /// Stability that a lone act brings.
    #[schemars(range(min = 0, max = 100))]
    pub alone: i64,
    /// Stability that a lone act brings while Europe mediates.
    #[schemars(range(min = 0, max = 100))]
    pub mediated: i64,
    /// Stability that two acts bring.
    #[schemars(range(min = 0, max = 100))]
    pub both: i64,
    /// Name of the patron's act.
    #[schemars(length(min = 1, max = 40))]
    pub patron_act: Option<String>,
    /// What the patron's act means.
    #[schemars(length(max = 1000))]
    pub patron_act_text: Option<String>,
    /// Name of the client's act.
    #[schemars(length(min = 1, max = 40))]
    pub client_act: Option<String>,
    /// What the client's act means.
    #[schemars(length(max = 1000))]
    pub client_act_text: Option<String>,
    /// Said when both acted.
    #[schemars(length(max = 600))]
    pub both_text: Option<String>,
    /// Said when one acted.
    #[schemars(length(max = 600))]
    pub alone_text: Option<String>,
    /// Said when nobody acted.
    #[schemars(length(max = 600))]
    pub neither_text: Option<String>,
    /// Words to search and group by; those that begin with `report:` name a claim that it puts into play.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub tags: Vec<String>,
}

/// What a crisis act costs, and what it leaves the patron.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CrisisAct {
    /// Effort that the patron's act costs.
    #[schemars(range(min = 0, max = 100))]
    pub effort: i64,
    /// Tenths of gain that the patron's act costs.
    #[schemars(range(min = 0, max = 1000))]
    pub price: i64,
    /// Autonomy that the client's act costs.
    #[schemars(range(min = 0, max = 100))]
    pub autonomy: i64,
    /// The highest intensity that it leaves the patron: 0 probe to 3 ultimatum.
    #[schemars(range(min = 0, max = 3))]
    pub intensity_limit: i64,
}

table! {
    /// What crossing a red line does (rules 14).
    Breach => to::Breach {
        /// Stability lost.
        stability: 0..=100,
        /// Resentment raised.
        resentment: 0..=100,
    }
    and {
        /// Said when a line is crossed.
        #[schemars(length(max = 600))]
        text: Option<String>,
        /// Words to search and group by; those that begin with `report:` name a claim that it puts into play.
        #[serde(default)]
        #[schemars(length(max = 40))]
        tags: Vec<String>,
    }
}

table! {
    /// Thresholds of capture (rules 17).
    Capture => to::Capture {
        /// Autonomy at or below which the clock starts.
        enter: 0..=100,
        /// Autonomy from which it is reset; above enter.
        leave: 0..=100,
        /// Moves of the clock after which the client is captured.
        moves: 1..=100,
    }
}

table! {
    /// How the aims are weighed, in percent, and when they are met (rules 18).
    Score => to::Score {
        /// Weight of autonomy in the client's figure.
        client_autonomy: 0..=1000,
        /// Weight of endurance in the client's figure.
        client_endurance: 0..=1000,
        /// Weight of the outlook in the client's figure.
        client_stability: 0..=1000,
        /// Figure at which the patron's aim is met.
        patron_goal: -1000..=1000,
        /// Figure at which the client's aim is met.
        client_goal: -1000..=1000,
    }
}
