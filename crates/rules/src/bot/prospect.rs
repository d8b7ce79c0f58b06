//! As much of a position as one demand can touch, small enough to be copied for every outcome.

use crate::model::arithmetic::{level, rounded};
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges;
use crate::model::ledger::Books;
use crate::model::place::{At as _, DomainAt};
use crate::model::position::Position;
use crate::model::red_line::shock;
use crate::model::scenario::Scenario;

/// What stays as it is while a demand in one domain is answered.
#[derive(Clone, Copy, Debug)]
pub(super) struct Surroundings<'a> {
    scenario: &'a Scenario,
    base: &'a Position,
    domain: DomainAt,
    outside_option: i64,
    /// The other domain with the most capacity; of equals the earlier.
    pub(super) roomiest: Option<DomainAt>,
    /// The strain from which the red line here is crossed.
    crossing: i64,
    /// The largest strain of the other domains.
    strain_elsewhere: i64,
    /// Dependence, capacity and leverage of the other domains together.
    dependence_elsewhere: i64,
    capacity_elsewhere: i64,
    leverage_elsewhere: i64,
    /// Red lines of other domains that the next check will find crossed.
    crossings_elsewhere: usize,
}

impl<'a> Surroundings<'a> {
    /// The surroundings of a demand in `domain`.
    pub(super) fn new(scenario: &'a Scenario, base: &'a Position, domain: DomainAt) -> Self {
        let others = || scenario.domains().filter(|&other| other != domain);
        let strains = others().map(|other| base.get(Gauge::Strain(other)));
        let reached = others().filter(|&other| base.has_reached_line(other));
        let capacity = |other: &DomainAt| base.get(Gauge::Capacity(*other));
        Self {
            scenario,
            base,
            domain,
            outside_option: base.outside_option(scenario),
            roomiest: others().rev().max_by_key(capacity),
            crossing: base.crossing(domain),
            strain_elsewhere: strains.max().unwrap_or(0),
            dependence_elsewhere: base.total_dependence() - base.get(Gauge::Dependence(domain)),
            capacity_elsewhere: base.total_capacity() - base.get(Gauge::Capacity(domain)),
            leverage_elsewhere: base.total_leverage() - base.leverage(domain),
            crossings_elsewhere: reached.count(),
        }
    }

    /// What outside conditions add to dependence in a domain when the outside option has moved.
    fn shift(&self, domain: DomainAt, outside_option: i64) -> i16 {
        let option = self.scenario.outside_option.index();
        let weight = i64::from(self.scenario.leverage[option][domain.index()]);
        let moved = weight * (outside_option - self.outside_option);
        narrow(rounded(self.base.leverage_hundredths(domain) + moved, 100))
    }
}

/// What a demand can touch in one domain.
#[derive(Clone, Copy, Debug)]
struct Ground {
    at: DomainAt,
    dependence: i8,
    capacity: i8,
    strain: i8,
}

impl Ground {
    fn of(position: &Position, at: DomainAt) -> Self {
        Self {
            at,
            dependence: small(position.get(Gauge::Dependence(at))),
            capacity: small(position.get(Gauge::Capacity(at))),
            strain: small(position.get(Gauge::Strain(at))),
        }
    }
}

/// A level as it is kept for many copies.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a level lies within 0..=100"
)]
const fn small(level: i64) -> i8 {
    level as i8
}

/// What conditions add to dependence: all that moves a level is within the smaller range.
fn narrow(shift: i64) -> i16 {
    i16::try_from(shift.clamp(-100, 100)).unwrap_or(0)
}

/// The gauges that a demand in one domain can move, and its answer in another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Prospect<'a> {
    around: &'a Surroundings<'a>,
    gains: i64,
    trust: i8,
    credibility: i8,
    resentment: i8,
    autonomy: i8,
    endurance: i8,
    shared_front: i8,
    stability: i8,
    outside_option: i8,
    /// What outside conditions add to dependence here.
    shift: i16,
    here: Ground,
    /// The domain that pays instead, or none.
    there: Option<Ground>,
}

impl<'a> Prospect<'a> {
    /// What there is before the demand.
    pub(super) fn new(around: &'a Surroundings<'a>) -> Self {
        let base = around.base;
        Self {
            around,
            gains: base.get(Gauge::Gains),
            trust: small(base.get(Gauge::Trust)),
            credibility: small(base.get(Gauge::Credibility)),
            resentment: small(base.get(Gauge::Resentment)),
            autonomy: small(base.get(Gauge::Autonomy)),
            endurance: small(base.get(Gauge::Endurance)),
            shared_front: small(base.get(Gauge::SharedFront)),
            stability: small(base.get(Gauge::Stability)),
            outside_option: small(around.outside_option),
            shift: narrow(base.leverage_shift(around.domain)),
            here: Ground::of(base, around.domain),
            there: None,
        }
    }

    /// Lets another domain pay.
    #[inline]
    pub(super) fn let_pay(&mut self, domain: DomainAt) {
        self.there = Some(Ground::of(self.around.base, domain));
    }

    /// Checks all red lines; every crossing does the same, so that their order makes no difference.
    #[inline]
    pub(super) fn cross(&mut self) {
        let around = self.around;
        let mut crossings = around.crossings_elsewhere;
        crossings += usize::from(i64::from(self.here.strain) >= around.crossing);
        if let Some(there) = self.there {
            let reached = i64::from(there.strain) >= around.base.crossing(there.at);
            crossings += usize::from(reached && !around.base.has_reached_line(there.at));
        }
        for _ in 0..crossings {
            shock(&mut Books::silent(around.scenario, self), around.domain);
        }
    }

    #[inline]
    fn ground(&self, domain: DomainAt) -> &Ground {
        match &self.there {
            Some(there) if there.at == domain => there,
            Some(_) | None => &self.here,
        }
    }

    #[inline]
    fn ground_mut(&mut self, domain: DomainAt) -> &mut Ground {
        match &mut self.there {
            Some(there) if there.at == domain => there,
            Some(_) | None => &mut self.here,
        }
    }

    /// What the domain that pays instead adds to a sum of all domains.
    #[inline]
    fn moved_there(&self, of: impl Fn(&Ground) -> i64) -> i64 {
        self.there.map_or(0, |there| {
            of(&there) - of(&Ground::of(self.around.base, there.at))
        })
    }
}

impl Gauges for Prospect<'_> {
    #[inline]
    fn get(&self, gauge: Gauge) -> i64 {
        i64::from(match gauge {
            Gauge::Trust => self.trust,
            Gauge::Credibility => self.credibility,
            Gauge::Resentment => self.resentment,
            Gauge::Autonomy => self.autonomy,
            Gauge::Endurance => self.endurance,
            Gauge::SharedFront => self.shared_front,
            Gauge::Stability => self.stability,
            Gauge::Gains => return self.gains,
            Gauge::Dependence(at) => self.ground(at).dependence,
            Gauge::Capacity(at) => self.ground(at).capacity,
            Gauge::Strain(at) => self.ground(at).strain,
            Gauge::Condition(at) if at == self.around.scenario.outside_option => {
                self.outside_option
            }
            Gauge::Condition(_) | Gauge::Unity | Gauge::Exposure => {
                return self.around.base.get(gauge);
            }
        })
    }

    #[inline]
    fn set(&mut self, _: &Scenario, gauge: Gauge, value: i64) {
        let place = match gauge {
            Gauge::Trust => &mut self.trust,
            Gauge::Credibility => &mut self.credibility,
            Gauge::Resentment => &mut self.resentment,
            Gauge::Autonomy => &mut self.autonomy,
            Gauge::Endurance => &mut self.endurance,
            Gauge::SharedFront => &mut self.shared_front,
            Gauge::Stability => &mut self.stability,
            Gauge::Gains => {
                self.gains = value;
                return;
            }
            Gauge::Dependence(at) => &mut self.ground_mut(at).dependence,
            Gauge::Capacity(at) => &mut self.ground_mut(at).capacity,
            Gauge::Strain(at) => &mut self.ground_mut(at).strain,
            // No demand moves another condition, and none what is Europe's.
            Gauge::Condition(_) => {
                self.shift = self.around.shift(self.here.at, value);
                &mut self.outside_option
            }
            Gauge::Unity | Gauge::Exposure => return,
        };
        *place = small(value);
    }

    #[inline]
    fn outside_option(&self, _: &Scenario) -> i64 {
        i64::from(self.outside_option)
    }

    #[inline]
    fn leverage(&self, _: DomainAt) -> i64 {
        level(i64::from(self.here.dependence) + i64::from(self.shift))
    }

    fn total_leverage(&self) -> i64 {
        let around = self.around;
        let here = self.leverage(self.here.at);
        let outside_option = i64::from(self.outside_option);
        if outside_option != around.outside_option {
            let others = around.scenario.domains().filter(|&at| at != self.here.at);
            let leverage = |at: DomainAt| {
                let dependence = around.base.get(Gauge::Dependence(at));
                level(dependence + i64::from(around.shift(at, outside_option)))
            };
            return here + others.map(leverage).sum::<i64>();
        }
        let shift = |at| narrow(around.base.leverage_shift(at));
        let moved = self.moved_there(|ground| {
            level(i64::from(ground.dependence) + i64::from(shift(ground.at)))
        });
        here + around.leverage_elsewhere + moved
    }

    #[inline]
    fn total_dependence(&self) -> i64 {
        let moved = self.moved_there(|ground| ground.dependence.into());
        i64::from(self.here.dependence) + self.around.dependence_elsewhere + moved
    }

    #[inline]
    fn total_capacity(&self) -> i64 {
        let moved = self.moved_there(|ground| ground.capacity.into());
        i64::from(self.here.capacity) + self.around.capacity_elsewhere + moved
    }

    #[inline]
    fn largest_strain(&self) -> i64 {
        // What is conceded elsewhere only adds to the strain there.
        let there = self.there.map_or(0, |ground| ground.strain);
        i64::from(self.here.strain.max(there)).max(self.around.strain_elsewhere)
    }

    #[inline]
    fn signal(&self, domain: DomainAt) -> u8 {
        self.around.base.signal(domain)
    }

    #[inline]
    fn learn_line(&mut self, _: DomainAt) {}
}
