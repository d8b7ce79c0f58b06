//! A demand before the reply, with each of the promises that may come with it (rules 21.2 and 21.3).

#![expect(
    clippy::inline_always,
    reason = "what bots weigh stays in registers only where no call takes its address"
)]

use std::{array, iter};

use super::prospect::{Promise, Prospect, Surroundings};
use crate::model::arithmetic::level;
use crate::model::choice::{
    Band, Demand, FollowUp, Inducement, Intensity, Reply, Response, is_met,
};
use crate::model::contest::{band, factors, odds};
use crate::model::exchange::{answer_unpaid, rankling, show_pressure_works, table};
use crate::model::follow_up::{follow_up, legal_follow_ups};
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::ledger::Books;
use crate::model::place::CardAt;
use crate::model::progress::Progress;
use crate::model::scenario::{Scenario, Weights};

/// Demands on the table that differ in nothing but what they promise, before the reply: what all their
/// outcomes have in common.
pub(super) struct Opening<'a, const N: usize> {
    scenario: &'a Scenario,
    progress: &'a Progress,
    /// What they ask for; what it promises is not looked at.
    demand: Demand,
    /// What they promise: all that is given by promise is in this order.
    promises: [Promise; N],
    /// Leverage before the demand was tabled.
    leverage: i64,
    /// The contest's modifier, before any effect of the demand, by promise.
    pub(super) modifiers: [i64; N],
    /// What there is after the friction of asking.
    tabled: Prospect<'a>,
}

impl<'a, const N: usize> Opening<'a, N> {
    /// A demand counts as the first of its move.
    pub(super) fn new(
        around: &'a Surroundings<'a>,
        progress: &'a Progress,
        (card, intensity): (CardAt, Intensity),
        promises: [Inducement; N],
    ) -> Self {
        let (scenario, position) = (around.scenario, around.base);
        let promising = |inducement| Demand {
            card,
            intensity,
            inducement,
        };
        let demand = promising(Inducement::None);
        let factors = factors(scenario, position, demand);
        let mut tabled = Prospect::new(around);
        table(&mut Books::silent(scenario, &mut tabled), demand, 0);
        tabled.leave_resentment();
        let before = position.get(Gauge::Resentment);
        let kept = promises.map(|inducement| {
            let rankles = rankling(scenario, position, promising(inducement), 0);
            let rules = scenario.inducement(inducement);
            Promise {
                resentment: level(before + rankles),
                relief: rules.relief,
                price: rules.price,
            }
        });
        Self {
            scenario,
            progress,
            demand,
            promises: kept,
            leverage: factors.leverage,
            modifiers: promises.map(|promise| factors.promising(scenario, promise).modifier),
            tabled,
        }
    }

    /// What a reply leads to if the contest comes out in `band`.
    #[inline(always)]
    fn answered(&self, reply: Reply, band: Band) -> Prospect<'a> {
        let mut after = self.tabled;
        if let Some(card) = reply.instead {
            after.let_pay(self.scenario.card(card).domain);
        }
        let (demand, leverage) = (self.demand, self.leverage);
        let mut books = Books::silent(self.scenario, &mut after);
        answer_unpaid(&mut books, self.progress, demand, reply, band, leverage);
        if is_met(reply.response) {
            show_pressure_works(&mut books, demand.intensity);
            after.keep_promise();
        }
        after
    }

    /// A hundred times the client's values of a reply if the contest comes out in a band, with the promises
    /// that are sought.
    pub(super) fn client_values(
        &self,
        weights: &Weights,
        (reply, band): (Reply, Band),
        sought: [bool; N],
    ) -> [i64; N] {
        let after = self.answered(reply, band);
        let response = reply.response;
        let (percent, likely, otherwise) = if response == Response::Conditions {
            let faith = after.get(Gauge::Trust);
            (faith, FollowUp::Reward, FollowUp::Pocket)
        } else if is_met(response) || !self.demand.intensity.threatens() {
            let worths = self.closed(weights, after, sought);
            return worths.map(|worth| 100 * worth);
        } else {
            let belief = after.get(Gauge::Credibility);
            if response == Response::Stall {
                (belief >> 1, FollowUp::Punish, FollowUp::Pocket)
            } else {
                (belief, FollowUp::Punish, FollowUp::BackDown)
            }
        };
        let mut values = [0; N];
        for (percent, choice) in [(percent, likely), (100 - percent, otherwise)] {
            if percent > 0 {
                let worths = self.followed(weights, after, (response, choice), sought);
                for (value, worth) in values.iter_mut().zip(worths) {
                    *value += percent * worth;
                }
            }
        }
        values
    }

    /// The worths after a follow-up and the check of the red lines.
    #[inline(always)]
    fn followed(
        &self,
        weights: &Weights,
        mut after: Prospect<'_>,
        (response, choice): (Response, FollowUp),
        sought: [bool; N],
    ) -> [i64; N] {
        let mut books = Books::silent(self.scenario, &mut after);
        follow_up(&mut books, self.demand, response, choice);
        self.closed(weights, after, sought)
    }

    /// The worths after the check of the red lines, without any follow-up.
    #[inline(always)]
    fn closed(&self, weights: &Weights, mut after: Prospect<'_>, sought: [bool; N]) -> [i64; N] {
        after.cross();
        after.worths(weights, &self.promises, sought)
    }

    /// The replies that the patron expects: the client model's best in the band of a roll of seven.
    pub(super) fn predicted_replies(&self, replies: &[Reply]) -> [Reply; N] {
        let bands = self
            .modifiers
            .map(|modifier| band(self.scenario, 7, modifier));
        let client = &self.scenario.expected.client;
        let mut best = [(Reply::plain(Response::Stall), i64::MIN); N];
        for &reply in replies {
            for (band, sharing) in alike(bands) {
                let values = self.client_values(client, (reply, band), sharing);
                for ((best, value), shares) in best.iter_mut().zip(values).zip(sharing) {
                    if shares && value > best.1 {
                        *best = (reply, value);
                    }
                }
            }
        }
        best.map(|(reply, _)| reply)
    }

    /// The patron's values of the demands: over the bands, those of its best follow-up to a reply.
    pub(super) fn patron_values(&self, weights: &Weights, replies: [Reply; N]) -> [i64; N] {
        let odds = self.modifiers.map(|modifier| odds(self.scenario, modifier));
        let mut values = [0; N];
        for (reply, sharing) in alike(replies) {
            for &band in Band::ALL {
                let ways: [i64; N] = array::from_fn(|place| {
                    if sharing[place] {
                        odds[place][band.index()]
                    } else {
                        0
                    }
                });
                if ways == [0; N] {
                    continue;
                }
                let best = self.best_follow_up(weights, (reply, band), ways.map(|ways| ways > 0));
                for ((value, ways), best) in values.iter_mut().zip(ways).zip(best) {
                    *value += ways * best;
                }
            }
        }
        values
    }

    /// The worths after the patron's best follow-up to a reply, if the contest comes out in a band.
    fn best_follow_up(
        &self,
        weights: &Weights,
        (reply, band): (Reply, Band),
        sought: [bool; N],
    ) -> [i64; N] {
        let after = self.answered(reply, band);
        let response = reply.response;
        let mut best = [i64::MIN; N];
        for &choice in legal_follow_ups(self.demand.intensity, response) {
            let worths = self.followed(weights, after, (response, choice), sought);
            for (best, worth) in best.iter_mut().zip(worths) {
                *best = worth.max(*best);
            }
        }
        best
    }
}

/// Each of some values by promise, with the promises that share it.
fn alike<T: Copy + PartialEq, const N: usize>(
    values: [T; N],
) -> impl Iterator<Item = (T, [bool; N])> {
    let mut left = [true; N];
    iter::from_fn(move || {
        let first = left.iter().position(|left| *left)?;
        let shares = |place: usize| left[place] && values[place] == values[first];
        let sharing = array::from_fn(shares);
        for (left, shares) in left.iter_mut().zip(sharing) {
            *left &= !shares;
        }
        Some((values[first], sharing))
    })
}
