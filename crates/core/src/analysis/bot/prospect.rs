//! As much of a position as one demand can touch, small enough to be copied for every outcome.

use crate::engine::gauge::{Gauge, Part, Scope};
use crate::engine::gauges::Gauges;
use crate::engine::ledger::{Ledger, Reason, Silent};
use crate::engine::position::Position;
use crate::engine::resolve::red_line::shock;
use crate::engine::scenario::Scenario;
use crate::model::arithmetic::level;
use crate::model::place::DomainAt;

/// What stays as it is while a demand in one domain is answered.
#[derive(Clone, Copy, Debug)]
pub(super) struct Surroundings<'a> {
    base: &'a Position,
    /// Where a demand here would be deflected to: the other domain with most capacity.
    pub(super) roomiest: Option<DomainAt>,
    domain: DomainAt,
    /// What outside conditions add to dependence here.
    shift: i64,
    /// The strain from which the red line here is crossed; out of reach if it stands crossed.
    crossing: i64,
    /// The largest strain of the other domains.
    strain_elsewhere: i64,
    /// The sum of dependence over the other domains.
    dependence_elsewhere: i64,
    /// Red lines of other domains that the next check will find crossed.
    crossings_elsewhere: usize,
}

impl<'a> Surroundings<'a> {
    /// The surroundings of a demand in `domain`.
    pub(super) fn new(scenario: &Scenario, base: &'a Position, domain: DomainAt) -> Self {
        let others = || scenario.domains.places().filter(|&other| other != domain);
        let due = |&other: &DomainAt| {
            !base.breached[other]
                && base.get(Gauge::Strain(other)) >= base.crossing(scenario, other)
        };
        Self {
            base,
            roomiest: roomiest(scenario, base, domain),
            domain,
            shift: base.leverage_shift(scenario, domain),
            crossing: if base.breached[domain] {
                i64::MAX
            } else {
                base.crossing(scenario, domain)
            },
            strain_elsewhere: others()
                .map(|d| base.get(Gauge::Strain(d)))
                .max()
                .unwrap_or(0),
            dependence_elsewhere: others().map(|d| base.get(Gauge::Dependence(d))).sum(),
            crossings_elsewhere: others().filter(due).count(),
        }
    }
}

/// The domain other than `own` with the most capacity; of equals the earlier.
pub(super) fn roomiest(
    scenario: &Scenario,
    position: &Position,
    own: DomainAt,
) -> Option<DomainAt> {
    let others = scenario.domains.places().filter(|&d| d != own);
    others
        .rev()
        .max_by_key(|&d| position.get(Gauge::Capacity(d)))
}

/// The gauges that a demand in one domain can move.
///
/// What is left of the capacity is not tracked: it is read before a concession and no policy values
/// it afterwards.
#[derive(Clone, Copy, Debug)]
pub(super) struct Prospect<'a> {
    around: &'a Surroundings<'a>,
    levels: [i64; Gauge::GLOBALS.len()],
    gains: i64,
    dependence: i64,
    strain: i64,
}

impl<'a> Prospect<'a> {
    /// What there is before the demand.
    pub(super) fn new(around: &'a Surroundings<'a>) -> Self {
        let base = around.base;
        Self {
            around,
            levels: Gauge::GLOBALS.map(|gauge| base.get(gauge)),
            gains: base.get(Gauge::Gains),
            dependence: base.get(Gauge::Dependence(around.domain)),
            strain: base.get(Gauge::Strain(around.domain)),
        }
    }

    /// Checks all red lines; every crossing does the same, so their order makes no difference.
    #[inline]
    pub(super) fn cross(&mut self, scenario: &Scenario) {
        let here = usize::from(self.strain >= self.around.crossing);
        for _ in 0..here + self.around.crossings_elsewhere {
            shock(scenario, self, self.around.domain, &mut Silent);
        }
    }
}

impl Gauges for Prospect<'_> {
    #[inline]
    fn get(&self, gauge: Gauge) -> i64 {
        match gauge.scope() {
            Scope::Whole(_) => gauge.slot().map_or(self.gains, |slot| self.levels[slot]),
            Scope::Domain(_, Part::Dependence) => self.dependence,
            Scope::Domain(_, Part::Strain) => self.strain,
            Scope::Domain(_, Part::Capacity) | Scope::Condition(_) => self.around.base.get(gauge),
        }
    }

    #[inline]
    fn add(&mut self, gauge: Gauge, delta: i64, _: Reason, _: &mut impl Ledger) {
        let place = match gauge.scope() {
            Scope::Whole(_) => {
                let Some(slot) = gauge.slot() else {
                    self.gains += delta;
                    return;
                };
                &mut self.levels[slot]
            }
            Scope::Domain(_, Part::Dependence) => &mut self.dependence,
            Scope::Domain(_, Part::Strain) => &mut self.strain,
            Scope::Domain(_, Part::Capacity) | Scope::Condition(_) => return,
        };
        *place = level(*place + delta);
    }

    #[inline]
    fn leverage(&self, _: &Scenario, _: DomainAt) -> i64 {
        level(self.dependence + self.around.shift)
    }

    #[inline]
    fn largest_strain(&self, _: &Scenario) -> i64 {
        self.strain.max(self.around.strain_elsewhere)
    }

    #[inline]
    fn total_dependence(&self, _: &Scenario) -> i64 {
        self.dependence + self.around.dependence_elsewhere
    }

    #[inline]
    fn is_breached(&self, domain: DomainAt) -> bool {
        self.around.base.breached[domain]
    }

    #[inline]
    fn learn_red_line(&mut self, _: DomainAt) {}
}
