//! What is worked out about a session: turning points, overrides, shares of the change, expectations.

use serde::Serialize;

use unequal_core::analysis::expectations::{Difference, Expectation};

/// The moments that moved most.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TurningPoints {
    /// What was measured.
    pub measure: String,
    /// The points, largest first.
    pub points: Vec<TurningPoint>,
}

/// A moment that moved much.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TurningPoint {
    /// The entry.
    pub entry: u64,
    /// The move, from 1.
    pub move_number: u32,
    /// The entry in a sentence.
    pub sentence: String,
    /// What led there: demand and response, each with its entry.
    pub context: Vec<(u64, String)>,
    /// By how many points.
    pub moved: f64,
    /// The standard error, where it was sampled.
    pub error: Option<f64>,
    /// To what value.
    pub to: f64,
    /// Why, where a side said so.
    pub rationale: Option<String>,
}

/// Where the white cell departed from the computed result.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Overrides {
    /// The overrides, in order.
    pub lines: Vec<OverrideLine>,
    /// Stability at STARTEX.
    pub start: i64,
    /// Stability where the session stands.
    pub end: i64,
    /// Where the same acts and dice would have led without them; none where the seat may not know it.
    pub without: Option<i64>,
    /// Their part in the total change of stability, in percent; none where nothing changed.
    pub share_percent: Option<f64>,
    /// The same in a sentence.
    pub sentence: String,
}

/// One override.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OverrideLine {
    /// The entry.
    pub entry: u64,
    /// The move, from 1.
    pub move_number: u32,
    /// Who ruled.
    pub by: String,
    /// `event`, `ruling` or `adjustment`.
    pub kind: &'static str,
    /// What it is about.
    pub about: String,
    /// What was computed or drawn.
    pub computed: String,
    /// What stands.
    pub ruled: String,
    /// Why.
    pub reason: String,
    /// How far this override alone moved the final stability; none where the seat may not know it.
    pub effect: Option<i64>,
}

/// The change of stability shared out among the acts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Attribution {
    /// Stability with all acts as played.
    pub with_all: i64,
    /// Stability had the patron always held.
    pub without_demands: i64,
    /// Stability had the client always accepted in part.
    pub without_replies: i64,
    /// Orders sampled; none where all coalitions were replayed.
    pub orders: Option<u64>,
    /// The exchanges, in order.
    pub lines: Vec<ShareLine>,
}

/// What the two acts of an exchange account for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShareLine {
    /// The move, from 1.
    pub move_number: u32,
    /// The entry of the demand.
    pub demand_entry: u64,
    /// The demand, in a sentence.
    pub demand: String,
    /// The entry of the response.
    pub reply_entry: u64,
    /// The response, in a sentence.
    pub reply: String,
    /// What the demand accounts for, against holding.
    pub demand_worth: Worth,
    /// What the response accounts for, against accepting in part.
    pub reply_worth: Worth,
}

/// What an act accounts for, in points of final stability.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Worth {
    /// The Shapley value.
    pub shapley: f64,
    /// Its standard error; 0 where it is exact.
    pub error: f64,
    /// What the act alone changes, all others being as played.
    pub leave_one_out: i64,
}

/// What could be expected at each moment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExpectationReport {
    /// The policy that played on, in both seats.
    pub policy: String,
    /// Playouts a choice.
    pub playouts: u64,
    /// The seed of the playouts' seeds.
    pub seed: u64,
    /// After each entry that stands.
    pub points: Vec<ExpectedPoint>,
    /// For each decision, what could have been chosen instead.
    pub decisions: Vec<DecisionExpectation>,
}

/// What could be expected after an entry.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExpectedPoint {
    /// The entry.
    pub entry: u64,
    /// What could be expected after it.
    pub expected: Expectation,
    /// How far the entry moved expected final stability.
    pub moved: Difference,
}

/// A decision and what could have been decided instead.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DecisionExpectation {
    /// The entry.
    pub entry: u64,
    /// The move, from 1.
    pub move_number: u32,
    /// The seat's word.
    pub seat: &'static str,
    /// The decision, in a sentence.
    pub sentence: String,
    /// What could be expected of it.
    pub taken: Expectation,
    /// The alternatives, most stabilising first.
    pub options: Vec<OptionLine>,
}

/// An alternative.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OptionLine {
    /// The alternative, in words.
    pub words: String,
    /// What could be expected of it.
    pub expected: Expectation,
    /// How much more final stability than the decision taken.
    pub difference: Difference,
}
