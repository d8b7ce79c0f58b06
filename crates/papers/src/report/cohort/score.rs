//! How near estimates came, over all sessions: Brier scores by seat, and calibration.

use serde::Serialize;

use crate::report::cohort::line::{Given, SessionLine};
use unequal_core::engine::seat::Seat;
use unequal_session::estimates::{Calibration, brier, calibrated, mean};

/// How near the estimates of all sessions came.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Scores {
    /// Sessions with estimates on what was resolved.
    pub sessions: usize,
    /// Estimates on what was resolved.
    pub estimates: usize,
    /// Their mean Brier score: 0 is best, 1 worst.
    pub brier: f64,
    /// The same by seat, in the order of the seats.
    pub seats: Vec<SeatScore>,
    /// How often what was called so likely happened; only ranges with estimates.
    pub calibration: Vec<Calibration>,
}

/// How near the estimates from one seat came.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SeatScore {
    /// The seat's word.
    pub seat: &'static str,
    /// Estimates from there.
    pub estimates: usize,
    /// Their mean Brier score.
    pub brier: f64,
}

/// How near estimates came in all sessions; none where nothing was resolved.
pub(super) fn scores(sessions: &[SessionLine]) -> Option<Scores> {
    let all: Vec<Given> = sessions
        .iter()
        .flat_map(|line| line.estimates.iter().copied())
        .collect();
    let score = |of: &dyn Fn(&&Given) -> bool| {
        let given = all.iter().filter(of);
        mean(given.map(|given| brier(given.percent, given.happened)))
    };
    let seats = Seat::ALL.into_iter().filter_map(|seat| {
        let own = |given: &&Given| given.seat == seat.word();
        Some(SeatScore {
            seat: seat.word(),
            estimates: all.iter().filter(own).count(),
            brier: score(&own)?,
        })
    });
    let pairs: Vec<(u8, bool)> = all
        .iter()
        .map(|given| (given.percent, given.happened))
        .collect();
    Some(Scores {
        sessions: sessions
            .iter()
            .filter(|line| !line.estimates.is_empty())
            .count(),
        estimates: all.len(),
        brier: score(&|_| true)?,
        seats: seats.collect(),
        calibration: calibrated(&pairs),
    })
}
