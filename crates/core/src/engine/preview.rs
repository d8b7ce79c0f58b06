//! What a choice would likely do, worked out on a position as a seat knows it.

use crate::engine::refused::Refused;
use crate::engine::room::inject::News;
use crate::engine::room::plan::effect_of;
use crate::model::choice::{
    Band, BySide, Demand, FollowUp, MeasureKind, Offer, Reply, Response, Step,
};
use crate::model::contest::{Factors, factors, odds};
use crate::model::crisis;
use crate::model::current::Exchange;
use crate::model::europe::Europe;
use crate::model::exchange::{answer, table};
use crate::model::follow_up::{follow_up, hold};
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::ledger::{Books, Silent};
use crate::model::luck::ways;
use crate::model::offer::{set_aside, take_up};
use crate::model::position::Position;
use crate::model::progress::Progress;
use crate::model::red_line::cross_since;
use crate::model::scenario::Scenario;

/// Where a choice is looked at from.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The deck's numbers.
    pub scenario: &'a Scenario,
    /// The position as the seat knows it.
    pub position: &'a Position,
    /// How far each card has come.
    pub progress: &'a Progress,
    /// Whether an offer lies on the table that would be set aside.
    pub offer_waits: bool,
}

/// What an exchange would do before the follow-up and the drift.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// What presses and what resists.
    pub factors: Factors,
    /// How many of the 36 rolls give slip, as offered, hold.
    pub odds: [i64; 3],
    /// The three possible results, in the same order.
    pub results: [Expected; 3],
}

/// One possible result of an exchange.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The band.
    pub band: Band,
    /// Percent of the card that would be delivered.
    pub delivered: i64,
    /// Net changes of gauges, in canonical order; gauges that stay are left out.
    pub changes: Vec<(Gauge, i64)>,
    /// Change of the stability that circumstances support.
    pub supported: i64,
    /// Red lines that would be crossed, as far as the seat knows where they lie.
    pub crossed: usize,
}

/// What something would do if it happened now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Net changes of gauges, in canonical order; gauges that stay are left out.
    pub changes: Vec<(Gauge, i64)>,
    /// The stability that circumstances support, before and after.
    pub supported: (i64, i64),
    /// Red lines that would be crossed, as far as the seat knows where they lie.
    pub crossed: usize,
}

/// What a measure of Europe's would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasurePreview {
    /// How many of the 36 rolls let it work, do nothing besides, backfire or come out; as far as it is known
    /// who complies.
    pub odds: [i64; 3],
    /// The three possible results, in the same order.
    pub results: [Moved; 3],
}

/// The gauges that differ, in canonical order, and by how much.
fn differences(scenario: &Scenario, before: &Position, after: &Position) -> Vec<(Gauge, i64)> {
    scenario
        .gauges()
        .into_iter()
        .map(|gauge| (gauge, after.get(gauge) - before.get(gauge)))
        .filter(|(_, by)| *by != 0)
        .collect()
}

impl Ground<'_> {
    /// What something done to the position would come to.
    fn moved(&self, change: impl FnOnce(&mut Books<'_, Position, Silent>)) -> Moved {
        let mut after = *self.position;
        let mut books = Books::silent(self.scenario, &mut after);
        change(&mut books);
        self.compared(after)
    }

    /// What differs between two positions, once the red lines are checked.
    fn compared(&self, mut after: Position) -> Moved {
        let crossed = cross_since(&mut Books::silent(self.scenario, &mut after), self.position);
        Moved {
            changes: differences(self.scenario, self.position, &after),
            supported: (
                self.position.supported_stability(self.scenario),
                after.supported_stability(self.scenario),
            ),
            crossed,
        }
    }

    fn set_aside(&self, books: &mut Books<'_, Position, Silent>) {
        if self.offer_waits {
            set_aside(books);
        }
    }

    /// What news would do.
    ///
    /// # Errors
    ///
    /// As [`effect_of`].
    pub fn news(&self, news: &News) -> Result<Moved, Refused> {
        let (after, _) = effect_of(self.scenario, self.position, news)?;
        Ok(Moved {
            crossed: 0,
            ..self.compared(after)
        })
    }

    /// What a demand and a reply would do; `place` is the demand's place in its move, from 0.
    pub fn exchange(&self, demand: Demand, reply: Reply, place: u32) -> Preview {
        let factors = factors(self.scenario, self.position, demand);
        let result = |band: Band| {
            let mut delivered = 0;
            let moved = self.moved(|books| {
                self.set_aside(books);
                table(books, demand, place.into());
                let leverage = factors.leverage;
                delivered = answer(books, self.progress, demand, reply, band, leverage);
            });
            expected(band, delivered, moved)
        };
        Preview {
            factors,
            odds: odds(self.scenario, factors.modifier),
            results: [Band::Slip, Band::AsOffered, Band::Hold].map(result),
        }
    }

    /// What a follow-up to an exchange would do.
    pub fn follow_up(&self, exchange: &Exchange, choice: FollowUp) -> Expected {
        let moved = self.moved(|books| {
            follow_up(books, exchange.demand, exchange.reply.response, choice);
        });
        expected(exchange.band, exchange.delivered, moved)
    }

    /// What a follow-up to such an answer would do as things stand, before the answer itself has moved anything.
    pub fn follow_up_to(&self, demand: Demand, response: Response, choice: FollowUp) -> Moved {
        self.moved(|books| follow_up(books, demand, response, choice))
    }

    /// What asking for nothing would do.
    pub fn hold(&self) -> Moved {
        self.moved(|books| {
            self.set_aside(books);
            hold(books);
        })
    }

    /// What taking up an offer would do.
    pub fn take_up(&self, offer: Offer) -> Moved {
        self.moved(|books| {
            take_up(books, self.progress, offer);
        })
    }

    /// What it would do if the sides decided so in a crisis.
    pub fn crisis_acts(&self, acts: BySide<bool>, mediated: bool) -> Moved {
        self.moved(|books| crisis::de_escalate(books, acts, mediated))
    }

    /// What a measure would do; `europe` is what is known of Europe.
    pub fn measure(&self, europe: Europe, step: Step) -> MeasurePreview {
        let kind = self.scenario.measure(step.measure).kind;
        let rules = &self.scenario.europe;
        let known = if kind == MeasureKind::Sanction && europe.compliance_known {
            europe.compliance
        } else {
            0
        };
        let mut odds = [0; 3];
        let mut rolls = [None; 3];
        for roll in 2..=12 {
            let bad = if step.in_secret {
                roll <= rules.leaks_at
            } else {
                roll + known <= rules.backfires_at
            };
            let place = match (bad, roll + known >= rules.works_at) {
                (true, _) => 2,
                (false, true) => 0,
                (false, false) => 1,
            };
            odds[place] += ways(roll);
            rolls[place] = Some(roll);
        }
        let assumed = Europe {
            compliance: known,
            ..europe
        };
        let result = |roll: Option<i64>| {
            self.moved(|books| {
                if let Some(roll) = roll {
                    let mut europe = assumed;
                    europe.take(books, step, roll);
                }
            })
        };
        MeasurePreview {
            odds,
            results: rolls.map(result),
        }
    }
}

fn expected(band: Band, delivered: i64, moved: Moved) -> Expected {
    let (before, after) = moved.supported;
    Expected {
        band,
        delivered,
        changes: moved.changes,
        supported: after - before,
        crossed: moved.crossed,
    }
}
