//! How far each ending is, in the deck's words.

use super::DeckText;
use super::signpost::{Blanks, Sign};
use crate::model::choice::Ending;
use crate::model::crisis::Clocks;
use crate::model::ending::{break_now, quiet_ending};
use crate::model::europe::Europe;
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::place::{CardAt, DomainAt, First as _};
use crate::model::position::Position;
use crate::model::progress::Progress;
use crate::model::scenario::Scenario;
use crate::model::signpost::signposts;

/// What the signs are read from.
#[derive(Clone, Copy, Debug)]
pub struct Outlook<'a> {
    /// The numbers by which it is played.
    pub scenario: &'a Scenario,
    /// The position now.
    pub position: &'a Position,
    /// What was given so far.
    pub progress: &'a Progress,
    /// The clocks of crisis and capture.
    pub clocks: &'a Clocks,
    /// Europe, for those who may know its plans.
    pub europe: Option<&'a Europe>,
    /// The move, from 0.
    pub move_index: u32,
}

/// Points of strain below a declared line from which it counts as near.
const NEAR: i64 = 10;

impl DeckText {
    /// A sign in the deck's words.
    pub fn sign(&self, sign: Sign, blanks: Blanks<'_>) -> String {
        self.signs.say(sign, blanks)
    }

    /// All signs that a position gives, in the order of [`Sign::ALL`], those of domains in the deck's order.
    pub fn signs(&self, now: &Outlook<'_>) -> Vec<(Sign, String)> {
        let Outlook {
            scenario, position, ..
        } = *now;
        let far = signposts(scenario, position, now.progress, now.clocks, now.move_index);
        let mut signs = Vec::new();
        let mut note = |sign: Sign, number: i64, moves: i64, gauge: &str| {
            let blanks = Blanks {
                number,
                moves,
                gauge,
                domain: "",
            };
            signs.push((sign, self.sign(sign, blanks)));
        };
        if now.clocks.in_crisis {
            note(Sign::BreakClock, 0, far.crisis_moves_left, "");
        } else {
            note(Sign::Break, far.above_break, 0, "");
        }
        if far.exit_margin >= 0 {
            note(Sign::BreakRupture, 0, 0, "");
        } else {
            note(Sign::BreakCollapse, 0, 0, "");
            note(Sign::ExitNear, -far.exit_margin, 0, "");
        }
        if now.clocks.capture > 0 {
            note(Sign::CaptureClock, 0, far.capture_moves_left, "");
        } else {
            note(Sign::Capture, far.above_capture, 0, "");
        }
        if far.entente_margin < 0 {
            let gauge = lacks_most(scenario, position);
            note(Sign::Entente, -far.entente_margin, 0, gauge);
        }
        if far.managed_margin >= 0 {
            note(Sign::Managed, far.managed_margin, 0, "");
        } else {
            note(Sign::ManagedBelow, -far.managed_margin, 0, "");
        }
        let heading = position.get(Gauge::Resentment) + far.anger_ahead;
        if far.anger_ahead > 0 {
            note(Sign::AngerUp, heading, 0, "");
        } else {
            note(Sign::AngerDown, heading, 0, "");
        }
        for domain in scenario.domains() {
            self.signs_of_domain(now, domain, &mut signs);
        }
        if let Some(europe) = now.europe {
            let planned = europe.has_plan(nearest(scenario, position));
            let sign = if planned { Sign::Plan } else { Sign::PlanNone };
            signs.push((sign, self.sign(sign, Blanks::default())));
        }
        signs.sort_by_key(|(sign, _)| sign.index());
        signs
    }

    fn signs_of_domain(
        &self,
        now: &Outlook<'_>,
        domain: DomainAt,
        signs: &mut Vec<(Sign, String)>,
    ) {
        let Outlook {
            scenario, position, ..
        } = *now;
        let mut note = |sign: Sign, number: i64| {
            let blanks = Blanks {
                number,
                domain: &self.domains[domain].short,
                ..Blanks::default()
            };
            signs.push((sign, self.sign(sign, blanks)));
        };
        let capacity = position.get(Gauge::Capacity(domain));
        let payable = CardAt::first(scenario.cards.len())
            .filter(|card| scenario.card(*card).domain == domain)
            .filter(|card| now.progress.is_open(scenario, *card, now.move_index))
            .filter(|card| scenario.card(*card).capacity_need <= capacity)
            .count();
        match i64::try_from(payable).unwrap_or(i64::MAX) {
            0 => note(Sign::CapacityNone, 0),
            payable => note(Sign::Capacity, payable),
        }
        let below = scenario.domain(domain).red_line - position.get(Gauge::Strain(domain));
        match below {
            _ if position.is_breached(domain) => {}
            ..0 => note(Sign::LinePassed, -below),
            0..=NEAR => note(Sign::LineNear, below),
            _ => {}
        }
    }
}

/// What an entente lacks most.
fn lacks_most(scenario: &Scenario, position: &Position) -> &'static str {
    let [stable, trusting, free] = scenario.thresholds.entente;
    let margins = [
        (position.outlook(scenario) - stable, "outlook"),
        (position.get(Gauge::Trust) - trusting, "trust"),
        (position.get(Gauge::Autonomy) - free, "autonomy"),
    ];
    margins
        .into_iter()
        .min_by_key(|(margin, _)| *margin)
        .map_or("", |(_, gauge)| gauge)
}

/// The ending that is nearest now: the break in a crisis, capture while its clock could run, else what
/// the end of the session would be.
fn nearest(scenario: &Scenario, position: &Position) -> Ending {
    if position.get(Gauge::Stability) < scenario.crisis.enter {
        break_now(scenario, position)
    } else if position.get(Gauge::Autonomy) <= scenario.capture.enter {
        Ending::Capture
    } else {
        quiet_ending(scenario, position)
    }
}
