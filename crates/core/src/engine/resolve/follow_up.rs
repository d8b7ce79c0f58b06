//! What the patron does after the response (rules 8), and what asking for nothing does.

use crate::engine::choice::{FollowUp, Intensity, Response};
use crate::engine::gauge::Gauge;
use crate::engine::gauges::Gauges;
use crate::engine::ledger::{Ledger, Reason};
use crate::model::arithmetic::rounded;

use crate::engine::resolve::contest::{Demand, MET};
use crate::engine::scenario::Scenario;

/// The legal follow-ups, in canonical order: a tabled threat must be executed or withdrawn.
pub const fn legal_follow_ups(
    intensity: Intensity,
    response: Response,
    offer: i64,
) -> &'static [FollowUp] {
    use FollowUp::{BackDown, Pocket, Punish, Reward};
    if offer >= MET {
        &[Pocket, Reward]
    } else if intensity.threatens() && !matches!(response, Response::Stall) {
        &[Punish, BackDown]
    } else {
        &[Pocket, Punish, BackDown]
    }
}

/// Applies a follow-up.
pub fn follow_up(
    scenario: &Scenario,
    position: &mut impl Gauges,
    demand: Demand,
    response: Response,
    offer: i64,
    choice: FollowUp,
    ledger: &mut impl Ledger,
) {
    let domain = scenario.cards[demand.card].domain;
    let steps = demand.intensity.steps();
    let met = offer >= MET;
    let conditional = matches!(response, Response::Conditions);
    match choice {
        FollowUp::Pocket => {
            let rules = &scenario.pocket;
            let because = Reason::Pocketed;
            if met && conditional {
                position.add(Gauge::Trust, rules.unmet_trust, because, ledger);
                position.add(Gauge::Resentment, rules.unmet_resentment, because, ledger);
            }
            if !met {
                let lost = rules.unanswered_credibility * steps;
                position.add(Gauge::Credibility, -lost, because, ledger);
            }
        }
        FollowUp::Reward => {
            let rules = &scenario.reward;
            let because = Reason::Rewarded;
            let scope = scenario.intensity(demand.intensity).scope;
            let extra = if conditional {
                rules.endurance_if_met
            } else {
                0
            };
            let relief = rounded((rules.endurance + extra) * scope, 100);
            position.add(
                Gauge::Gains,
                -rounded(rules.price * scope, 100),
                because,
                ledger,
            );
            position.add(Gauge::Trust, rules.trust, because, ledger);
            position.add(Gauge::Resentment, rules.resentment, because, ledger);
            position.add(Gauge::Endurance, relief, because, ledger);
        }
        FollowUp::Punish => {
            let rules = &scenario.punish;
            let because = Reason::Punished;
            let price = rules.price + rules.price_per_intensity * steps;
            let leverage = position.leverage(scenario, domain);
            let hit = leverage * (rules.hit + rules.hit_per_intensity * steps);
            let grievance = rules.resentment + rules.resentment_per_intensity * steps;
            position.add(Gauge::Gains, -price, because, ledger);
            position.add(
                Gauge::Endurance,
                -rounded(hit, rules.hit_divisor),
                because,
                ledger,
            );
            position.add(Gauge::Resentment, grievance, because, ledger);
            position.add(Gauge::Trust, rules.trust, because, ledger);
            position.add(Gauge::Credibility, rules.credibility, because, ledger);
            position.add(Gauge::SharedFront, rules.shared_front, because, ledger);
            position.add(Gauge::Dependence(domain), -rules.wean, because, ledger);
            position.add(Gauge::Strain(domain), rules.strain, because, ledger);
        }
        FollowUp::BackDown => {
            let rules = &scenario.back_down;
            let because = Reason::BackedDown;
            let lost = rules.credibility + rules.credibility_per_intensity * steps;
            position.add(Gauge::Credibility, -lost, because, ledger);
            position.add(Gauge::Resentment, rules.resentment, because, ledger);
            position.add(Gauge::Trust, rules.trust, because, ledger);
        }
    }
}

/// The effect of a move in which the patron asks for nothing (rules 3).
pub fn hold(scenario: &Scenario, position: &mut impl Gauges, ledger: &mut impl Ledger) {
    let rules = &scenario.hold;
    position.add(Gauge::Trust, rules.trust, Reason::Restraint, ledger);
    position.add(
        Gauge::Resentment,
        rules.resentment,
        Reason::Restraint,
        ledger,
    );
    position.add(
        Gauge::Credibility,
        rules.credibility,
        Reason::Restraint,
        ledger,
    );
}
