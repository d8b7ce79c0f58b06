//! As much of a position as one demand can touch, with each of the promises that may come with it.

#![expect(
    clippy::inline_always,
    reason = "what bots weigh stays in registers only where no call takes its address"
)]

use super::worth::Basis;
use crate::model::arithmetic::{level, rounded};
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges;
use crate::model::ledger::Books;
use crate::model::place::{At as _, DomainAt};
use crate::model::position::Position;
use crate::model::red_line::shock;
use crate::model::scenario::{Scenario, Weights};

/// What stays as it is while a demand in one domain is answered.
#[derive(Clone, Copy, Debug)]
pub(super) struct Surroundings<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) base: &'a Position,
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
    fn shift(&self, domain: DomainAt, outside_option: i64) -> i64 {
        let option = self.scenario.outside_option.index();
        let weight = i64::from(self.scenario.leverage[option][domain.index()]);
        let moved = weight * (outside_option - self.outside_option);
        rounded(self.base.leverage_hundredths(domain) + moved, 100)
    }

    /// The leverage of the other domains together when the outside option has moved.
    fn leverage_under(&self, outside_option: i64) -> i64 {
        let others = self.scenario.domains().filter(|&at| at != self.domain);
        let leverage = |at: DomainAt| {
            let dependence = self.base.get(Gauge::Dependence(at));
            level(dependence + self.shift(at, outside_option))
        };
        others.map(leverage).sum()
    }
}

/// What a demand can touch in one domain.
#[derive(Clone, Copy, Debug, Default)]
struct Ground {
    dependence: i64,
    capacity: i64,
    strain: i64,
}

impl Ground {
    fn of(position: &Position, at: DomainAt) -> Self {
        Self {
            dependence: position.get(Gauge::Dependence(at)),
            capacity: position.get(Gauge::Capacity(at)),
            strain: position.get(Gauge::Strain(at)),
        }
    }
}

/// What a promise moves: it pays where it is kept, and softens what is asked in any case.
#[derive(Clone, Copy, Debug)]
pub(super) struct Promise {
    /// Resentment after the demand was tabled.
    pub(super) resentment: i64,
    /// Endurance that keeping it brings the client.
    pub(super) relief: i64,
    /// What keeping it costs the patron, in tenths of gain.
    pub(super) price: i64,
}

/// What changes one after the other, each limited at once, have made of a level, whatever that was:
/// a sum, limited by what the limits have become.
#[derive(Clone, Copy, Debug)]
struct Moved {
    sum: i64,
    least: i64,
    most: i64,
}

impl Moved {
    /// Nothing has changed.
    const NOT: Self = Self {
        sum: 0,
        least: 0,
        most: 100,
    };

    #[inline]
    const fn shift(&mut self, delta: i64) {
        self.sum += delta;
        self.least = level(self.least + delta);
        self.most = level(self.most + delta);
    }

    /// What has become of a level.
    #[inline]
    fn from(&self, start: i64) -> i64 {
        (start + self.sum).max(self.least).min(self.most)
    }
}

/// The gauges that a demand in one domain can move, and its answer in another.
///
/// A promise moves nothing but gains, resentment and endurance, and no rule of a demand reads these. So a
/// demand is worked out once for all that may be promised with it: of these gauges is kept how they move.
#[derive(Clone, Copy, Debug)]
pub(super) struct Prospect<'a> {
    around: &'a Surroundings<'a>,
    gains: i64,
    /// How resentment has moved since the demand was tabled.
    resentment: Moved,
    /// Endurance before the promise was kept, or before the demand.
    unrelieved: i64,
    /// How it has moved since.
    endurance: Moved,
    /// Whether the promise is kept.
    keeps: bool,
    trust: i64,
    credibility: i64,
    autonomy: i64,
    shared_front: i64,
    stability: i64,
    outside_option: i64,
    /// What outside conditions add to dependence here.
    shift: i64,
    here: Ground,
    /// The domain that pays instead, or none.
    elsewhere: Option<DomainAt>,
    there: Ground,
}

impl<'a> Prospect<'a> {
    /// What there is before the demand.
    pub(super) fn new(around: &'a Surroundings<'a>) -> Self {
        let base = around.base;
        Self {
            around,
            gains: base.get(Gauge::Gains),
            resentment: Moved::NOT,
            unrelieved: base.get(Gauge::Endurance),
            endurance: Moved::NOT,
            keeps: false,
            trust: base.get(Gauge::Trust),
            credibility: base.get(Gauge::Credibility),
            autonomy: base.get(Gauge::Autonomy),
            shared_front: base.get(Gauge::SharedFront),
            stability: base.get(Gauge::Stability),
            outside_option: around.outside_option,
            shift: base.leverage_shift(around.domain),
            here: Ground::of(base, around.domain),
            elsewhere: None,
            there: Ground::default(),
        }
    }

    /// Leaves it to the promise how much resentment there is at this moment.
    pub(super) fn leave_resentment(&mut self) {
        self.resentment = Moved::NOT;
    }

    /// Keeps the promise.
    #[inline(always)]
    pub(super) fn keep_promise(&mut self) {
        self.keeps = true;
        self.unrelieved = self.get(Gauge::Endurance);
        self.endurance = Moved::NOT;
    }

    /// What it is worth with each of the `sought` ones of some promises; 0 with the others.
    #[inline(always)]
    pub(super) fn worths<const N: usize>(
        &self,
        weights: &Weights,
        promises: &[Promise; N],
        sought: [bool; N],
    ) -> [i64; N] {
        let basis = Basis::of(self.around.scenario, self, weights);
        let mut worths = [0; N];
        for place in 0..N {
            if sought[place] {
                let promise = &promises[place];
                let (mut gains, mut endurance) = (self.gains, self.unrelieved);
                if self.keeps {
                    gains -= promise.price;
                    endurance = level(endurance + promise.relief);
                }
                worths[place] = basis.with(
                    gains,
                    self.resentment.from(promise.resentment),
                    self.endurance.from(endurance),
                );
            }
        }
        worths
    }

    /// Lets another domain pay.
    #[inline(always)]
    pub(super) fn let_pay(&mut self, domain: DomainAt) {
        self.elsewhere = Some(domain);
        self.there = Ground::of(self.around.base, domain);
    }

    /// Checks all red lines; every crossing does the same, so that their order makes no difference.
    #[inline(always)]
    pub(super) fn cross(&mut self) {
        let around = self.around;
        let mut crossings = around.crossings_elsewhere;
        crossings += usize::from(self.here.strain >= around.crossing);
        if let Some(at) = self.elsewhere {
            let reached = self.there.strain >= around.base.crossing(at);
            crossings += usize::from(reached && !around.base.has_reached_line(at));
        }
        for _ in 0..crossings {
            shock(&mut Books::silent(around.scenario, self), around.domain);
        }
    }

    #[inline(always)]
    fn ground(&self, domain: DomainAt) -> Ground {
        if self.elsewhere == Some(domain) {
            self.there
        } else {
            self.here
        }
    }

    /// Changes one of the two domains. (By value: what is pointed to would be kept in memory.)
    #[inline(always)]
    fn change_ground(&mut self, domain: DomainAt, change: impl FnOnce(&mut Ground)) {
        let mut ground = self.ground(domain);
        change(&mut ground);
        if self.elsewhere == Some(domain) {
            self.there = ground;
        } else {
            self.here = ground;
        }
    }

    /// What the domain that pays instead adds to a sum of all domains.
    #[inline(always)]
    fn moved_there(&self, of: impl Fn(DomainAt, &Ground) -> i64) -> i64 {
        self.elsewhere.map_or(0, |at| {
            of(at, &self.there) - of(at, &Ground::of(self.around.base, at))
        })
    }
}

impl Gauges for Prospect<'_> {
    /// What a promise moves is given as it is without one.
    #[inline(always)]
    fn get(&self, gauge: Gauge) -> i64 {
        match gauge {
            Gauge::Trust => self.trust,
            Gauge::Credibility => self.credibility,
            Gauge::Resentment => self.resentment.from(self.around.base.get(gauge)),
            Gauge::Autonomy => self.autonomy,
            Gauge::Endurance => self.endurance.from(self.unrelieved),
            Gauge::SharedFront => self.shared_front,
            Gauge::Stability => self.stability,
            Gauge::Gains => self.gains,
            Gauge::Dependence(at) => self.ground(at).dependence,
            Gauge::Capacity(at) => self.ground(at).capacity,
            Gauge::Strain(at) => self.ground(at).strain,
            Gauge::Condition(at) if at == self.around.scenario.outside_option => {
                self.outside_option
            }
            Gauge::Condition(_) | Gauge::Unity | Gauge::Exposure => self.around.base.get(gauge),
        }
    }

    #[inline(always)]
    fn set(&mut self, _: &Scenario, gauge: Gauge, value: i64) {
        match gauge {
            Gauge::Trust => self.trust = value,
            Gauge::Credibility => self.credibility = value,
            Gauge::Resentment => self.resentment.shift(value - self.get(gauge)),
            Gauge::Autonomy => self.autonomy = value,
            Gauge::Endurance => self.endurance.shift(value - self.get(gauge)),
            Gauge::SharedFront => self.shared_front = value,
            Gauge::Stability => self.stability = value,
            Gauge::Gains => self.gains = value,
            Gauge::Dependence(at) => self.change_ground(at, |ground| ground.dependence = value),
            Gauge::Capacity(at) => self.change_ground(at, |ground| ground.capacity = value),
            Gauge::Strain(at) => self.change_ground(at, |ground| ground.strain = value),
            // No demand moves another condition, and none what is Europe's.
            Gauge::Condition(_) => {
                self.shift = self.around.shift(self.around.domain, value);
                self.outside_option = value;
            }
            Gauge::Unity | Gauge::Exposure => {}
        }
    }

    #[inline(always)]
    fn shift(&mut self, scenario: &Scenario, gauge: Gauge, delta: i64) {
        match gauge {
            Gauge::Resentment => self.resentment.shift(delta),
            Gauge::Endurance => self.endurance.shift(delta),
            Gauge::Gains => self.gains += delta,
            _ => self.set(scenario, gauge, level(self.get(gauge) + delta)),
        }
    }

    #[inline]
    fn outside_option(&self, _: &Scenario) -> i64 {
        self.outside_option
    }

    #[inline(always)]
    fn leverage(&self, _: DomainAt) -> i64 {
        level(self.here.dependence + self.shift)
    }

    #[inline(always)]
    fn total_leverage(&self) -> i64 {
        let around = self.around;
        let here = self.leverage(around.domain);
        if self.outside_option != around.outside_option {
            return here + around.leverage_under(self.outside_option);
        }
        let moved = self
            .moved_there(|at, ground| level(ground.dependence + around.base.leverage_shift(at)));
        here + around.leverage_elsewhere + moved
    }

    #[inline(always)]
    fn total_dependence(&self) -> i64 {
        let moved = self.moved_there(|_, ground| ground.dependence);
        self.here.dependence + self.around.dependence_elsewhere + moved
    }

    #[inline(always)]
    fn total_capacity(&self) -> i64 {
        let moved = self.moved_there(|_, ground| ground.capacity);
        self.here.capacity + self.around.capacity_elsewhere + moved
    }

    #[inline(always)]
    fn largest_strain(&self) -> i64 {
        // What is conceded elsewhere only adds to the strain there; without a domain there it is 0.
        let most = self.here.strain.max(self.there.strain);
        most.max(self.around.strain_elsewhere)
    }

    #[inline]
    fn signal(&self, domain: DomainAt) -> u8 {
        self.around.base.signal(domain)
    }

    #[inline]
    fn learn_line(&mut self, _: DomainAt) {}
}
