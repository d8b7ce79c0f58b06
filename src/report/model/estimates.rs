//! What participants expected of stated outcomes, and how near they came.

use serde::Serialize;

/// What participants expected, and what came of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Estimates {
    /// The questions, in the order in which they were asked.
    pub polls: Vec<PollLine>,
    /// Everybody who gave an estimate on a question that was resolved, the nearest first.
    pub forecasters: Vec<Forecaster>,
    /// How often what was called so likely happened; only ranges with estimates.
    pub calibration: Vec<Calibration>,
}

/// A question, with what people answered.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PollLine {
    /// Its name.
    pub id: String,
    /// The entry in which it was asked.
    pub entry: u64,
    /// The question.
    pub question: String,
    /// What decides it.
    pub resolution: String,
    /// How many gave an estimate.
    pub answered: usize,
    /// The estimates; empty until they are revealed.
    pub estimates: Vec<EstimateLine>,
    /// Their mean, in percent; none until they are revealed.
    pub mean: Option<f64>,
    /// What came true; none until somebody says so.
    pub happened: Option<bool>,
    /// The entry that said so.
    pub resolved_by: Option<u64>,
    /// The mean Brier score; none until it is resolved.
    pub brier: Option<f64>,
}

/// One person's estimate.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EstimateLine {
    /// Whose.
    pub name: String,
    /// The entry that holds it: the last one before the reveal.
    pub entry: u64,
    /// 0 to 100.
    pub percent: u8,
    /// The Brier score: the square of how far it was from what happened, 0 best and 1 worst.
    pub brier: Option<f64>,
}

/// Somebody who gave estimates.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Forecaster {
    /// The name.
    pub name: String,
    /// Resolved questions with an estimate of theirs.
    pub questions: usize,
    /// The mean Brier score over them.
    pub brier: f64,
}

/// How often what was called so likely happened.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Calibration {
    /// The range of estimates, in percent: from here,
    pub from: u8,
    /// to here, this one included.
    pub to: u8,
    /// Estimates in the range.
    pub estimates: usize,
    /// Their mean, in percent.
    pub expected: f64,
    /// Of how many of them it happened, in percent.
    pub happened: f64,
}
