//! What came of many sessions of one pairing, counted while they are played.

mod crisis;
mod play;

use serde::Serialize;

use crate::analysis::stats::Moments;
use crate::model::choice::{BySide, Ending};
use crate::model::ending::{Outcome, ease};
use crate::model::game::Game;
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::scenario::Scenario;
use crate::model::vocabulary::vocabulary;
use crate::study::session::Observer;

use play::add;

pub use crisis::Crises;
pub use play::Played;

/// Points of stability either side of its start within which a session counts as quiet.
const QUIET: i64 = 8;
/// The move after which early gains are looked at.
const EARLY: u32 = 3;

vocabulary!(
    /// A figure of many sessions that depends on the deck's numbers.
    Measure {
        /// Stability at the end, mean.
        Stability = "stability",
        /// Sessions that end in rupture, in percent.
        Rupture = "rupture",
        /// In collapse.
        Collapse = "collapse",
        /// In capture.
        Capture = "capture",
        /// In entente.
        Entente = "entente",
        /// In managed asymmetry.
        Managed = "managed",
        /// In drift.
        Drift = "drift",
        /// Mean leverage less autonomy at the end, mean.
        Imbalance = "imbalance",
        /// Where resentment comes to rest, at the end, mean.
        Grievance = "grievance",
        /// The patron's aim, mean.
        Patron = "patron",
        /// The client's aim, mean.
        Client = "client",
        /// Europe's aim, mean.
        Europe = "europe",
    }
);

/// A gauge, or what is worked out from gauges, at the end of sessions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AtEnd {
    /// Stability.
    pub stability: Moments,
    /// Mean leverage less autonomy.
    pub imbalance: Moments,
    /// Where resentment comes to rest.
    pub grievance: Moments,
    /// Resentment.
    pub resentment: Moments,
    /// The client's endurance.
    pub endurance: Moments,
    /// Shared front.
    pub shared_front: Moments,
}

/// How many sessions met their aims.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Met {
    /// The patron's.
    pub patron: u64,
    /// The client's.
    pub client: u64,
    /// Both.
    pub both: u64,
}

/// Europe's aim where it had a plan for the ending, and had it had none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ease {
    /// With a plan.
    pub planned: Moments,
    /// Without.
    pub unplanned: Moments,
}

/// What came of many sessions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Sessions.
    pub sessions: u64,
    /// How they ended, in the order of [`Ending::ALL`].
    pub endings: [u64; 6],
    /// The sides' aims.
    pub aims: BySide<Moments>,
    /// Europe's aim.
    pub europe: Moments,
    /// How many met their aims.
    pub met: Met,
    /// Gauges at the end.
    pub at_end: AtEnd,
    /// Stability at the start and after each move.
    pub path: Vec<Moments>,
    /// Sessions in which stability never left the eight points around its start.
    pub quiet: u64,
    /// The patron's gains after three moves, in tenths.
    pub early_gains: Moments,
    /// What the market discount brought the patron a session.
    pub discount: Moments,
    /// Europe's aim by ending, with a plan and without.
    pub ease: [Ease; 6],
    /// Sessions with a red line crossed, and how many of them broke; the same without.
    pub crossed: [[u64; 2]; 2],
    /// Crises.
    pub crises: Crises,
    /// What was asked, answered and offered.
    pub played: Played,
    /// Sums of the session at hand.
    current: Current,
}

/// What is kept of the session at hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Current {
    discount: i64,
    crossed: bool,
    early_gains: Option<i64>,
}

impl Record {
    /// The share of an ending, from 0 to 1.
    pub fn share(&self, ending: Ending) -> f64 {
        crate::analysis::stats::ratio(self.endings[ending.index()], self.sessions)
    }

    /// How many sessions broke.
    pub const fn breaks(&self) -> u64 {
        self.endings[Ending::Rupture.index()] + self.endings[Ending::Collapse.index()]
    }

    /// A figure of all sessions.
    pub fn measure(&self, measure: Measure) -> f64 {
        let percent = |ending| 100.0 * self.share(ending);
        match measure {
            Measure::Stability => self.at_end.stability.mean(),
            Measure::Rupture => percent(Ending::Rupture),
            Measure::Collapse => percent(Ending::Collapse),
            Measure::Capture => percent(Ending::Capture),
            Measure::Entente => percent(Ending::Entente),
            Measure::Managed => percent(Ending::Managed),
            Measure::Drift => percent(Ending::Drift),
            Measure::Imbalance => self.at_end.imbalance.mean(),
            Measure::Grievance => self.at_end.grievance.mean(),
            Measure::Patron => self.aims.patron.mean(),
            Measure::Client => self.aims.client.mean(),
            Measure::Europe => self.europe.mean(),
        }
    }

    /// How far the shares of endings of two records lie apart, from 0 to 100: half the sum of the
    /// differences in percent (total variation).
    pub fn apart(&self, other: &Self) -> f64 {
        let shares = Ending::ALL.iter();
        let sum: f64 = shares
            .map(|&ending| (self.share(ending) - other.share(ending)).abs())
            .sum();
        50.0 * sum
    }
}

impl Observer for Record {
    fn begin(&mut self, _: &Scenario, _: &Game) {}

    fn after_move(&mut self, scenario: &Scenario, game: &Game) {
        self.played.after_move(scenario, game);
        self.current.discount += game.market_discount;
        let mut exchanges = game.current.exchanges.iter();
        self.current.crossed |= exchanges.any(|exchange| exchange.crossed > 0);
        if game.move_index == EARLY {
            self.current.early_gains = Some(game.position.get(Gauge::Gains));
        }
    }

    fn end(&mut self, scenario: &Scenario, game: &Game, outcome: &Outcome) {
        let position = &game.position;
        let get = |gauge| position.get(gauge);
        self.sessions += 1;
        self.endings[outcome.ending.index()] += 1;
        self.aims.patron.add(outcome.patron);
        self.aims.client.add(outcome.client);
        self.europe.add(outcome.europe);
        let patron = outcome.patron >= scenario.score.patron_goal;
        let client = outcome.client >= scenario.score.client_goal;
        self.met.patron += u64::from(patron);
        self.met.client += u64::from(client);
        self.met.both += u64::from(patron && client);
        let at_end = &mut self.at_end;
        at_end.stability.add(get(Gauge::Stability));
        at_end
            .imbalance
            .add(position.mean_leverage(scenario) - get(Gauge::Autonomy));
        at_end.grievance.add(position.grievance(scenario));
        at_end.resentment.add(get(Gauge::Resentment));
        at_end.endurance.add(get(Gauge::Endurance));
        at_end.shared_front.add(get(Gauge::SharedFront));
        for (place, &stability) in game.path.iter().enumerate() {
            if place == self.path.len() {
                self.path.push(Moments::default());
            }
            self.path[place].add(stability);
        }
        let near = |stability: &i64| (stability - game.path[0]).abs() <= QUIET;
        self.quiet += u64::from(game.path.iter().all(near));
        let early = self.current.early_gains.unwrap_or(get(Gauge::Gains));
        self.early_gains.add(early);
        self.discount.add(self.current.discount);
        let here = &mut self.ease[outcome.ending.index()];
        here.planned
            .add(ease(scenario, position, outcome.ending, true));
        here.unplanned
            .add(ease(scenario, position, outcome.ending, false));
        let crossed = self.current.crossed
            || scenario
                .domains()
                .any(|domain| position.is_breached(domain));
        let broke = matches!(outcome.ending, Ending::Rupture | Ending::Collapse);
        let count = &mut self.crossed[usize::from(!crossed)];
        count[0] += 1;
        count[1] += u64::from(broke);
        self.crises.end(scenario, game, outcome.ending);
        self.current = Current::default();
    }

    fn merge(&mut self, other: Self) {
        self.sessions += other.sessions;
        add(&mut self.endings, &other.endings);
        self.aims.patron.merge(&other.aims.patron);
        self.aims.client.merge(&other.aims.client);
        self.europe.merge(&other.europe);
        self.met.patron += other.met.patron;
        self.met.client += other.met.client;
        self.met.both += other.met.both;
        let (mine, theirs) = (&mut self.at_end, &other.at_end);
        mine.stability.merge(&theirs.stability);
        mine.imbalance.merge(&theirs.imbalance);
        mine.grievance.merge(&theirs.grievance);
        mine.resentment.merge(&theirs.resentment);
        mine.endurance.merge(&theirs.endurance);
        mine.shared_front.merge(&theirs.shared_front);
        let longest = self.path.len().max(other.path.len());
        self.path.resize(longest, Moments::default());
        for (mine, theirs) in self.path.iter_mut().zip(&other.path) {
            mine.merge(theirs);
        }
        self.quiet += other.quiet;
        self.early_gains.merge(&other.early_gains);
        self.discount.merge(&other.discount);
        for (mine, theirs) in self.ease.iter_mut().zip(&other.ease) {
            mine.planned.merge(&theirs.planned);
            mine.unplanned.merge(&theirs.unplanned);
        }
        for (mine, theirs) in self.crossed.iter_mut().zip(&other.crossed) {
            add(mine, theirs);
        }
        self.crises.merge(&other.crises);
        self.played.merge(&other.played);
    }
}
