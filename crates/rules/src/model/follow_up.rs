//! What the patron does after the reply, and what asking for nothing does (rules 3 and 13).

#![expect(
    clippy::inline_always,
    reason = "what bots weigh stays in registers only where no call takes its address"
)]

use crate::model::arithmetic::rounded;
use crate::model::choice::{Demand, FollowUp, Intensity, Response, is_met};
use crate::model::exchange::asked;
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges;
use crate::model::ledger::{Books, Ledger, Reason};

/// The legal follow-ups, in canonical order: a threat that was tabled must be carried out or withdrawn.
pub const fn legal_follow_ups(intensity: Intensity, response: Response) -> &'static [FollowUp] {
    use FollowUp::{BackDown, Pocket, Punish, Reward};
    if is_met(response) {
        &[Pocket, Reward]
    } else if intensity.threatens() && !matches!(response, Response::Stall) {
        &[Punish, BackDown]
    } else {
        &[Pocket, Punish, BackDown]
    }
}

/// Applies a follow-up.
#[inline(always)]
pub fn follow_up(
    books: &mut Books<'_, impl Gauges, impl Ledger>,
    demand: Demand,
    response: Response,
    choice: FollowUp,
) {
    let scenario = books.scenario;
    let conditional = matches!(response, Response::Conditions);
    match choice {
        FollowUp::Pocket => {
            if conditional {
                let rules = &scenario.pocket;
                books.add(Gauge::Trust, rules.unmet_trust, Reason::Pocketed);
                books.add(Gauge::Resentment, rules.unmet_resentment, Reason::Pocketed);
            }
        }
        FollowUp::Reward => {
            let rules = &scenario.reward;
            let because = Reason::Rewarded;
            let asked = asked(scenario, demand.card, demand.intensity);
            let extra = if conditional {
                rules.endurance_if_met
            } else {
                0
            };
            books.add(Gauge::Gains, -rounded(rules.price * asked, 100), because);
            books.add(Gauge::Trust, rules.trust, because);
            books.add(Gauge::Resentment, rules.resentment, because);
            let relief = rounded((rules.endurance + extra) * asked, 100);
            books.add(Gauge::Endurance, relief, because);
        }
        FollowUp::Punish => punish(books, demand),
        FollowUp::BackDown => {
            let rules = &scenario.back_down;
            books.add(Gauge::Credibility, -rules.credibility, Reason::BackedDown);
            books.add(Gauge::Resentment, rules.resentment, Reason::BackedDown);
        }
    }
}

#[inline(always)]
fn punish(books: &mut Books<'_, impl Gauges, impl Ledger>, demand: Demand) {
    let scenario = books.scenario;
    let rules = &scenario.punish;
    let because = Reason::Punished;
    let domain = scenario.card(demand.card).domain;
    let steps = demand.intensity.steps();
    let price = rules.price + rules.price_per_intensity * steps;
    books.add(Gauge::Gains, -price, because);
    let hit = books.position.leverage(domain) * (rules.hit + rules.hit_per_intensity * steps);
    books.add(Gauge::Endurance, -rounded(hit, rules.hit_divisor), because);
    let rankles = rules.resentment + rules.resentment_per_intensity * steps;
    books.add(Gauge::Resentment, rankles, because);
    books.add(Gauge::Trust, rules.trust, because);
    books.add(Gauge::Credibility, rules.credibility, because);
    books.add(Gauge::Dependence(domain), -rules.wean, because);
    books.add(Gauge::Strain(domain), rules.strain, because);
}

/// The effect of a move in which the patron asks for nothing.
pub fn hold(books: &mut Books<'_, impl Gauges, impl Ledger>) {
    let rules = &books.scenario.hold;
    books.add(Gauge::Trust, rules.trust, Reason::Restraint);
    books.add(Gauge::Resentment, rules.resentment, Reason::Restraint);
    books.add(Gauge::Credibility, rules.credibility, Reason::Restraint);
}
