//! Early warning: which signs come before the partnership breaks or the client is captured, and how early.
//!
//! A sign counts where it shows after some move before the last: what only shows when it is over warns
//! nobody. Shares have Wilson intervals, leads normal ones, 95 %. Several pairings count together, each
//! as often: a sign may owe some of what it tells to who plays.

#[cfg(test)]
mod tests;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use serde::Serialize;

use crate::analysis::ensemble::{self, session_seed};
use crate::analysis::expectations::{Onward, hidden_anew};
use crate::analysis::stats::{Histogram, Moments, Share, Z};
use crate::bot::{Players, play, seat};
use crate::engine::state::State;
use crate::model::choice::Ending;
use crate::model::ending::Outcome;
use crate::model::game::Game;
use crate::model::scenario::Scenario;
use crate::study::StudyError;
use crate::study::session::{Arm, Counter, Observer, Pairing, Plan, Watch, play_all, threaded};
use crate::study::sign::Sign;

/// The endings that there is reason to be warned of.
pub const ENDINGS: [Ending; 3] = [Ending::Rupture, Ending::Collapse, Ending::Capture];

/// Sessions that one thread plays before it takes up something else.
const BATCH: u64 = 10;

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

/// A moment of a recorded session from which others are played on.
#[derive(Clone, Debug)]
pub struct Taken<'a> {
    state: &'a State,
    /// After which move each sign had shown first.
    first: Vec<Option<u32>>,
}

impl<'a> Taken<'a> {
    /// Up at a state of which `closed` are the moves before it, each as it was when it had just closed.
    pub fn up(
        scenario: &Scenario,
        state: &'a State,
        closed: impl IntoIterator<Item = &'a Game>,
    ) -> Self {
        let mut noted = Counts::default();
        noted.open(None);
        for game in closed {
            noted.after_move(scenario, game);
        }
        let first = noted.first;
        Self { state, first }
    }
}

/// A sign that had shown before sessions were played on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Earlier {
    /// The sign.
    pub sign: Sign,
    /// After which move it showed first, from 1.
    #[serde(rename = "move")]
    pub move_number: u32,
}

/// What the signs in the sessions of an ensemble tell.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EarlyWarning {
    /// Sessions played.
    pub sessions: u64,
    /// Signs that had shown before the sessions were taken up: they tell nothing apart.
    pub earlier: Vec<Earlier>,
    /// What each sign tells about each ending, what tells most first.
    pub warnings: Vec<Warning>,
}

/// What the signs tell in the sessions of an ensemble: the very sessions that [`ensemble::run`] plays, or
/// [`ensemble::run_from`] a moment of a record.
///
/// # Errors
///
/// Fails if a bot is not there, if there are no threads, or if `watch` breaks off.
pub fn early_warning(
    scenario: &Scenario,
    plan: &ensemble::Plan,
    from: Option<&Taken<'_>>,
    watch: Watch<'_>,
) -> Result<EarlyWarning, StudyError> {
    let counter = Counter::new(plan.runs, watch);
    let batch = |mut counts: Counts, begin: u64| -> Result<Counts, StudyError> {
        let patron = seat(scenario, &plan.bots.patron, plan.europe)?;
        let client = seat(scenario, &plan.bots.client, plan.europe)?;
        let players = Players {
            patron: &*patron,
            client: &*client,
            europe: plan.europe,
        };
        for index in begin..(begin + BATCH).min(plan.runs) {
            counts.session(
                scenario,
                players,
                session_seed(plan.seed, plan.first.wrapping_add(index)),
                from,
            );
            counter.add(1)?;
        }
        Ok(counts)
    };
    let counts = threaded(plan.threads, || {
        let batches = (0..plan.runs.div_ceil(BATCH)).into_par_iter();
        batches
            .try_fold(Counts::default, |counts, place| {
                batch(counts, place * BATCH)
            })
            .try_reduce(Counts::default, |mut counts, more| {
                counts.merge(more);
                Ok(counts)
            })
    })?;
    let earlier = from.into_iter().flat_map(|from| {
        let signs = Sign::ALL.iter().zip(&from.first);
        signs.filter_map(|(&sign, first)| {
            let move_number = (*first)?;
            Some(Earlier { sign, move_number })
        })
    });
    Ok(EarlyWarning {
        sessions: counts.endings.iter().sum(),
        earlier: earlier.collect(),
        warnings: counts.warnings(),
    })
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
    Ok(all.warnings())
}

impl Counts {
    /// Makes ready for a session, in which signs may have shown before.
    fn open(&mut self, earlier: Option<&Taken<'_>>) {
        self.first.clear();
        if let Some(earlier) = earlier {
            self.first.extend_from_slice(&earlier.first);
        }
        self.first.resize(Sign::ALL.len(), None);
        self.shown.resize(Sign::ALL.len(), Shown::default());
    }

    /// Plays a session of an ensemble and takes it in.
    fn session(
        &mut self,
        scenario: &Scenario,
        players: Players<'_>,
        seed: u64,
        from: Option<&Taken<'_>>,
    ) {
        self.open(from);
        let game = if let Some(Taken { state, .. }) = from {
            let game = hidden_anew(scenario, state, seed);
            let onward = Onward::new(scenario, players, game, state);
            onward.finish_seen(|game| self.after_move(scenario, game))
        } else {
            let mut game = Game::new(scenario, seed);
            play(scenario, &mut game, players, |game| {
                self.after_move(scenario, game);
            });
            game
        };
        if let Some(outcome) = game.outcome {
            self.end(scenario, &game, &outcome);
        }
    }

    fn warnings(&self) -> Vec<Warning> {
        let mut found = Vec::new();
        if self.shown.is_empty() {
            return found;
        }
        for ending in ENDINGS {
            let mut of: Vec<Warning> = Sign::ALL
                .iter()
                .map(|&sign| self.warning(sign, ending))
                .collect();
            of.sort_by(|a, b| {
                b.difference()
                    .total_cmp(&a.difference())
                    .then(a.sign.cmp(&b.sign))
            });
            found.extend(of);
        }
        found
    }

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
        self.open(None);
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
