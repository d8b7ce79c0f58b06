//! Early warning: which signs come before the partnership breaks or the client is captured, and how early.
//!
//! A sign counts where it shows after some move before the last: what only shows when it is over warns
//! nobody. Shares have Wilson intervals, leads normal ones, 95 %. Several pairings count together, each
//! as often: a sign may owe some of what it tells to who plays.

use serde::Serialize;

use crate::analysis::stats::{Histogram, Moments, Share};
use crate::model::choice::Ending;
use crate::model::ending::Outcome;
use crate::model::game::Game;
use crate::model::scenario::Scenario;
use crate::study::StudyError;
use crate::study::session::{Arm, Observer, Pairing, Plan, Watch, play_all};
use crate::study::sign::Sign;

/// The endings that there is reason to be warned of.
pub const ENDINGS: [Ending; 3] = [Ending::Rupture, Ending::Collapse, Ending::Capture];

/// The 97.5 % point of the standard normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// Counts of what one sign showed before.
#[derive(Clone, Debug, Default, PartialEq)]
struct Shown {
    /// Sessions in which it showed in time, by ending.
    endings: [u64; 6],
    /// How many moves before the end, by ending.
    leads: [(Moments, Histogram); 6],
}

/// Counts of signs and endings.
#[derive(Clone, Debug, Default, PartialEq)]
struct Counts {
    endings: [u64; 6],
    shown: Vec<Shown>,
    /// After which move each sign showed first, in the session at hand.
    first: Vec<Option<u32>>,
}

/// How early a sign shows, in moves before the end.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Lead {
    /// The mean.
    pub mean: f64,
    /// Lower end of its interval.
    pub low: f64,
    /// Upper end of its interval.
    pub high: f64,
    /// A quarter of the sessions have at most so many.
    pub quarter: i64,
    /// Half of them have at most so many.
    pub median: i64,
}

/// What a sign tells about an ending.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Warning {
    /// The sign.
    pub sign: Sign,
    /// The ending.
    pub ending: Ending,
    /// Of sessions in which the sign showed in time, those that ended so.
    pub with: Share,
    /// Of sessions in which it did not, those that ended so.
    pub without: Share,
    /// Of sessions that ended so, those that were warned.
    pub warned: Share,
    /// How early, where they ended so; none where none did.
    pub lead: Option<Lead>,
}

impl Warning {
    /// How many points more often sessions with the sign end so.
    pub const fn difference(&self) -> f64 {
        self.with.percent - self.without.percent
    }

    /// Whether both intervals lie apart.
    pub const fn is_clear(&self) -> bool {
        self.with.low > self.without.high || self.with.high < self.without.low
    }
}

/// What all signs tell about each ending, what tells most first.
///
/// # Errors
///
/// Fails if a bot is not there, if there is nothing to play, or if `watch` breaks off.
pub fn warnings(
    scenario: &Scenario,
    pairings: &[Pairing],
    plan: Plan,
    watch: Watch<'_>,
) -> Result<Vec<Warning>, StudyError> {
    let arm = |pairing: &Pairing| Arm {
        scenario: scenario.clone(),
        pairing: pairing.clone(),
    };
    let arms: Vec<Arm> = pairings.iter().map(arm).collect();
    let mut all = Counts::default();
    for counts in play_all::<Counts>(&arms, plan, watch)? {
        all.merge(counts);
    }
    let mut found = Vec::new();
    for ending in ENDINGS {
        let mut of: Vec<Warning> = Sign::ALL
            .iter()
            .map(|&sign| all.warning(sign, ending))
            .collect();
        of.sort_by(|a, b| {
            b.difference()
                .total_cmp(&a.difference())
                .then(a.sign.cmp(&b.sign))
        });
        found.extend(of);
    }
    Ok(found)
}

impl Counts {
    fn warning(&self, sign: Sign, ending: Ending) -> Warning {
        let shown = &self.shown[sign.index()];
        let all: u64 = self.endings.iter().sum();
        let with: u64 = shown.endings.iter().sum();
        let (ended, ended_with) = (self.endings[ending.index()], shown.endings[ending.index()]);
        let (moments, leads) = &shown.leads[ending.index()];
        let lead = leads.quantile(50).map(|median| {
            let (mean, error) = (moments.mean(), moments.error());
            Lead {
                mean,
                low: mean - Z * error,
                high: mean + Z * error,
                quarter: leads.quantile(25).unwrap_or(median),
                median,
            }
        });
        Warning {
            sign,
            ending,
            with: Share::new(ended_with, with),
            without: Share::new(ended - ended_with, all - with),
            warned: Share::new(ended_with, ended),
            lead,
        }
    }
}

impl Observer for Counts {
    fn begin(&mut self, _: &Scenario, _: &Game) {
        self.first = vec![None; Sign::ALL.len()];
        self.shown.resize(Sign::ALL.len(), Shown::default());
    }

    fn after_move(&mut self, scenario: &Scenario, game: &Game) {
        for (first, sign) in self.first.iter_mut().zip(Sign::ALL) {
            if first.is_none() && sign.shows(scenario, game) {
                *first = Some(game.move_index);
            }
        }
    }

    fn end(&mut self, _: &Scenario, game: &Game, outcome: &Outcome) {
        let place = outcome.ending.index();
        self.endings[place] += 1;
        for (first, shown) in self.first.iter().zip(&mut self.shown) {
            if let Some(first) = first.filter(|first| *first < game.move_index) {
                let lead = i64::from(game.move_index - first);
                shown.endings[place] += 1;
                shown.leads[place].0.add(lead);
                shown.leads[place].1.add(lead);
            }
        }
    }

    fn merge(&mut self, other: Self) {
        for (mine, theirs) in self.endings.iter_mut().zip(other.endings) {
            *mine += theirs;
        }
        self.shown.resize(Sign::ALL.len(), Shown::default());
        for (mine, theirs) in self.shown.iter_mut().zip(&other.shown) {
            for place in 0..mine.endings.len() {
                mine.endings[place] += theirs.endings[place];
                mine.leads[place].0.merge(&theirs.leads[place].0);
                mine.leads[place].1.merge(&theirs.leads[place].1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::session::unwatched;
    use crate::study::tests::reference;

    fn found(threads: usize) -> Vec<Warning> {
        let scenario = reference();
        let pairings = ["random:random", "hardliner:random"].map(str::parse);
        let pairings: Vec<Pairing> = pairings
            .into_iter()
            .map(|one| one.expect("a pairing"))
            .collect();
        let plan = Plan {
            first: 80_000,
            sessions: 150,
            threads: Some(threads),
        };
        warnings(&scenario, &pairings, plan, &unwatched).expect("it plays")
    }

    #[test]
    fn every_session_is_with_a_sign_or_without() {
        let found = found(2);
        assert_eq!(found, self::found(1));
        assert_eq!(found.len(), 3 * Sign::ALL.len());
        for warning in found {
            assert_eq!(warning.with.of + warning.without.of, 300);
            assert_eq!(
                warning.with.count + warning.without.count,
                warning.warned.of
            );
            assert!(
                warning
                    .lead
                    .is_none_or(|lead| lead.mean >= 1.0 && lead.quarter <= lead.median)
            );
        }
    }

    #[test]
    fn a_crisis_warns_of_a_break_and_lost_freedom_of_capture() {
        let found = found(2);
        let of = |sign: Sign, ending: Ending| {
            let mut all = found.iter();
            all.find(|warning| (warning.sign, warning.ending) == (sign, ending))
                .expect("all are there")
        };
        let crisis = of(Sign::Crisis, Ending::Collapse);
        assert!(
            crisis.difference() > 20.0 && crisis.is_clear(),
            "{crisis:?}"
        );
        assert!(of(Sign::LostFreedom, Ending::Capture).difference() > 0.0);
    }
}
