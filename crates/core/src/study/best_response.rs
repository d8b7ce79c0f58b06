//! How well each bot answers each other: what a side could gain by another of the bots.

use serde::Serialize;

use crate::analysis::balance::Survey;
use crate::analysis::stats::Moments;
use crate::model::choice::BySide;
use crate::model::scenario::Scenario;
use crate::study::StudyError;
use crate::study::record::{Measure, Record};
use crate::study::sensitivity::estimate::{Estimate, count, mean};
use crate::study::sensitivity::target::Figures;
use crate::study::session::{Arm, Pairing, Plan, Watch, play_all};

/// A pairing of two bots, and what either side could gain.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cell {
    /// The bots.
    pub pairing: String,
    /// What came of it.
    pub figures: Figures,
    /// The sides' aims.
    pub aims: BySide<Estimate>,
    /// What the best of the bots would gain each side against the same other, in points of its aim: the
    /// best-response gap. 0 for the best itself.
    pub gaps: BySide<Estimate>,
    /// Which bots those are.
    pub best: BySide<String>,
}

/// What either side of a pairing of a survey could gain by another of the deck's bots.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Gaps {
    /// The bots.
    pub bots: BySide<String>,
    /// What the best of the bots would gain each side against the same other, in points of its aim; 0 for the
    /// best itself.
    pub gain: BySide<Estimate>,
    /// Which bots those are.
    pub best: BySide<String>,
}

impl Gaps {
    /// What the side could gain that could gain more.
    pub const fn larger(&self) -> f64 {
        self.gain.patron.value.max(self.gain.client.value)
    }
}

/// The gaps of all pairings of a survey, in its order.
pub fn gaps(survey: &Survey<'_>) -> Vec<Gaps> {
    let names: Vec<&str> = survey
        .scenario
        .policies
        .iter()
        .map(|bot| &*bot.name)
        .collect();
    let all = names.len();
    let found = gaps_between(all, |patron, client| {
        survey.pairings[patron * all + client].tally.scores
    });
    let pairings = survey.pairings.iter().zip(found);
    let of = pairings.map(|(pairing, found)| Gaps {
        bots: pairing.summary.bots.clone(),
        gain: BySide::new(found.patron.1, found.client.1),
        best: found.map(|(best, _)| names[best].to_owned()),
    });
    of.collect()
}

/// Every bot against every other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Responses {
    /// The bots.
    pub bots: Vec<String>,
    /// The pairings: patron by patron, client by client.
    pub cells: Vec<Cell>,
}

impl Responses {
    /// What each bot's side comes to in each seat: the mean of its aim over those bots in the other.
    pub fn over(&self, others: &[&str]) -> Vec<BySide<Estimate>> {
        let all = self.bots.len();
        let picked = || (0..all).filter(|&other| others.contains(&&*self.bots[other]));
        let pooled = |estimates: Vec<Estimate>| {
            let squares: f64 = estimates.iter().map(|one| one.error * one.error).sum();
            let value = mean(estimates.iter().map(|one| one.value));
            let error = squares.sqrt() / count(estimates.len().max(1));
            Estimate { value, error }
        };
        let of = |own: usize| {
            let patron = picked().map(|other| self.cells[own * all + other].aims.patron);
            let client = picked().map(|other| self.cells[other * all + own].aims.client);
            BySide::new(pooled(patron.collect()), pooled(client.collect()))
        };
        (0..all).map(of).collect()
    }

    /// The pairing in which the side that could gain more could gain least: the nearest to one in which
    /// nobody would choose otherwise.
    pub fn steadiest(&self) -> Option<&Cell> {
        let larger = |cell: &Cell| cell.gaps.patron.value.max(cell.gaps.client.value);
        let order = |a: &&Cell, b: &&Cell| larger(a).total_cmp(&larger(b));
        self.cells.iter().min_by(order)
    }
}

/// Plays every bot against every other.
///
/// # Errors
///
/// Fails if a bot is not there, if there is nothing to play, or if `watch` breaks off.
pub fn responses(
    scenario: &Scenario,
    bots: &[&str],
    plan: Plan,
    watch: Watch<'_>,
) -> Result<Responses, StudyError> {
    let arms: Vec<Arm> = bots
        .iter()
        .flat_map(|patron| bots.iter().map(move |client| Pairing::new(patron, client)))
        .map(|pairing| Arm {
            scenario: scenario.clone(),
            pairing,
        })
        .collect();
    let records = play_all::<Record>(&arms, plan, watch)?;
    let at = |patron: usize, client: usize| records[patron * bots.len() + client].aims;
    let found = gaps_between(bots.len(), at);
    let cells = arms.iter().zip(&records).zip(found);
    let cells = cells.map(|((arm, record), found)| Cell {
        pairing: arm.pairing.to_string(),
        figures: Figures::of(record),
        aims: BySide::new(estimate(&record.aims.patron), estimate(&record.aims.client)),
        gaps: BySide::new(found.patron.1, found.client.1),
        best: found.map(|(best, _)| bots[best].to_owned()),
    });
    Ok(Responses {
        cells: cells.collect(),
        bots: bots.iter().map(|bot| (*bot).to_owned()).collect(),
    })
}

fn estimate(moments: &Moments) -> Estimate {
    Estimate {
        value: moments.mean(),
        error: moments.error(),
    }
}

/// Of so many bots, patron by patron and client by client, the best in the seat of each side against the same
/// other, and how far one's own aim lies below its. `aims` gives those of a pairing.
fn gaps_between(
    bots: usize,
    aims: impl Fn(usize, usize) -> BySide<Moments>,
) -> Vec<BySide<(usize, Estimate)>> {
    let sides = |patron: usize, client: usize| {
        let own = aims(patron, client);
        let patrons: Vec<Moments> = (0..bots).map(|other| aims(other, client).patron).collect();
        let clients: Vec<Moments> = (0..bots).map(|other| aims(patron, other).client).collect();
        BySide::new(gap(&own.patron, &patrons), gap(&own.client, &clients))
    };
    let each = (0..bots).flat_map(|patron| (0..bots).map(move |client| (patron, client)));
    each.map(|(patron, client)| sides(patron, client)).collect()
}

/// The best of some, and how far one's own lies below it.
fn gap(own: &Moments, all: &[Moments]) -> (usize, Estimate) {
    let best = (0..all.len()).max_by(|&a, &b| all[a].mean().total_cmp(&all[b].mean()));
    let best = best.unwrap_or(0);
    let value = all[best].mean() - own.mean();
    let error = if value > 0.0 {
        all[best].error().hypot(own.error())
    } else {
        0.0
    };
    (best, Estimate { value, error })
}

impl Cell {
    /// A figure of the pairing.
    pub const fn figure(&self, measure: Measure) -> f64 {
        self.figures.get(measure)
    }
}
