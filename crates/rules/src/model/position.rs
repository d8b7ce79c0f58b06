//! A position: all gauges, red lines and signals. Copied freely, changed only through the books.

use serde::Serialize;

use crate::model::arithmetic::{level, rounded};
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges;
use crate::model::luck::{Stream, below};
use crate::model::place::{At as _, DomainAt, First as _, MAX_CONDITIONS, MAX_DOMAINS};
use crate::model::scenario::Scenario;

/// One small number for each domain; 0 where the deck has none.
pub type Lanes = [i16; MAX_DOMAINS];

/// Gauges that stand for no domain and no condition, gains left out.
const GLOBALS: usize = Gauge::GLOBALS.len() + Gauge::EUROPES.len();

/// The strain of a red line that nothing reaches: it stands crossed, or there is none.
const OUT_OF_REACH: i16 = i16::MAX;

/// The value of every gauge at one moment, and where the red lines lie.
///
/// Its parts can be read, so that a digest can name each; they are changed through the books, which keep
/// what follows from others in step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Position {
    /// Gains of the patron so far.
    pub gains: i64,
    /// What conditions add to dependence, in hundredths: kept, because it is read far more often
    /// than a condition changes.
    pub shift: [i32; MAX_DOMAINS],
    /// The seven of the partnership, unity and exposure.
    pub globals: [i16; GLOBALS],
    /// In the deck's order; 0 where it has none.
    pub conditions: [i16; MAX_CONDITIONS],
    /// The client's, by domain, conditions left out.
    pub dependence: Lanes,
    /// What the client can give, by domain.
    pub capacity: Lanes,
    /// On each domain's red line.
    pub strain: Lanes,
    /// The strain at which a line is crossed, hidden offset included.
    pub crossing: Lanes,
    /// By how much each real line lies off the declared one.
    pub hidden: [i8; MAX_DOMAINS],
    /// Lines that were crossed.
    pub breached: [bool; MAX_DOMAINS],
    /// Lines that the patron has probed.
    pub known: [bool; MAX_DOMAINS],
    /// Moves that a signal of Europe's still stands.
    pub signals: [u8; MAX_DOMAINS],
}

impl Position {
    /// The position at STARTEX, hidden offsets drawn from the seed (rules 22.2).
    pub fn at_start(scenario: &Scenario, seed: u64) -> Self {
        let mut position = Self {
            gains: 0,
            shift: [0; MAX_DOMAINS],
            globals: [0; GLOBALS],
            conditions: [0; MAX_CONDITIONS],
            dependence: [0; MAX_DOMAINS],
            capacity: [0; MAX_DOMAINS],
            strain: [0; MAX_DOMAINS],
            crossing: [OUT_OF_REACH; MAX_DOMAINS],
            hidden: [0; MAX_DOMAINS],
            breached: [false; MAX_DOMAINS],
            known: [false; MAX_DOMAINS],
            signals: [0; MAX_DOMAINS],
        };
        for (gauge, value) in Gauge::GLOBALS.into_iter().zip(scenario.start) {
            position.set(scenario, gauge, value);
        }
        position.set(scenario, Gauge::Exposure, scenario.europe.exposure);
        let neutral = -50;
        for weights in &scenario.leverage[..scenario.conditions.len()] {
            for (sum, weight) in position.shift.iter_mut().zip(weights) {
                *sum += neutral * weight;
            }
        }
        for (at, condition) in scenario.conditions.placed() {
            position.set(scenario, Gauge::Condition(at), condition.start);
        }
        for (at, domain) in scenario.domains.placed() {
            position.set(scenario, Gauge::Dependence(at), domain.dependence);
            position.set(scenario, Gauge::Capacity(at), domain.capacity);
            position.set(scenario, Gauge::Strain(at), domain.strain);
            position.lay_line(scenario, at, hidden_offset(seed, at));
        }
        position
    }

    /// How far the client is isolated.
    #[inline]
    pub fn isolation(&self, scenario: &Scenario) -> i64 {
        self.get(Gauge::Condition(scenario.isolation))
    }

    /// What outside conditions add to dependence in a domain.
    #[inline]
    pub fn leverage_shift(&self, domain: DomainAt) -> i64 {
        rounded(self.leverage_hundredths(domain), 100)
    }

    /// What outside conditions add to dependence in a domain, in hundredths.
    #[inline]
    pub fn leverage_hundredths(&self, domain: DomainAt) -> i64 {
        i64::from(self.shift[domain.index()])
    }

    /// The strain at which a red line is crossed, hidden offset included; out of reach if it stands crossed.
    #[inline]
    pub fn crossing(&self, domain: DomainAt) -> i64 {
        i64::from(self.crossing[domain.index()])
    }

    /// How far a red line lies from where it was declared: −10, 0 or +10.
    pub fn hidden(&self, domain: DomainAt) -> i64 {
        i64::from(self.hidden[domain.index()])
    }

    /// Whether a red line was crossed.
    pub fn is_breached(&self, domain: DomainAt) -> bool {
        self.breached[domain.index()]
    }

    /// Whether the patron knows where a red line lies.
    pub fn is_known(&self, domain: DomainAt) -> bool {
        self.known[domain.index()]
    }

    /// Whether strain has reached a red line that does not stand crossed.
    #[inline]
    pub fn has_reached_line(&self, domain: DomainAt) -> bool {
        self.strain[domain.index()] >= self.crossing[domain.index()]
    }

    /// Whether strain has reached any red line that does not stand crossed.
    #[inline]
    pub(in crate::model) fn has_reached_any_line(&self) -> bool {
        let lines = self.strain.iter().zip(&self.crossing);
        let reached: u32 = lines
            .map(|(strain, crossing)| u32::from(strain >= crossing))
            .sum();
        reached > 0
    }

    /// Notes that a red line was crossed, for good.
    pub(in crate::model) fn cross_line(&mut self, domain: DomainAt) {
        self.breached[domain.index()] = true;
        self.crossing[domain.index()] = OUT_OF_REACH;
    }

    /// Lays a red line, with an offset from where it was declared.
    fn lay_line(&mut self, scenario: &Scenario, domain: DomainAt, offset: i8) {
        self.hidden[domain.index()] = offset;
        if !self.breached[domain.index()] {
            let strain = scenario.domain(domain).red_line + i64::from(offset);
            self.crossing[domain.index()] = i16::try_from(strain).unwrap_or(OUT_OF_REACH);
        }
    }

    /// Lays the red lines that the patron does not know as another seed draws them.
    pub(in crate::model) fn redraw_unknown_lines(&mut self, scenario: &Scenario, seed: u64) {
        for domain in scenario.domains() {
            if !self.is_known(domain) {
                self.lay_line(scenario, domain, hidden_offset(seed, domain));
            }
        }
    }

    /// The position as far as the patron knows it: a line that it has not probed lies where it was
    /// declared (rules 21.3).
    #[must_use]
    pub fn as_patron_knows(self, scenario: &Scenario) -> Self {
        let known = self.known;
        self.as_known(scenario, |domain| known[domain.index()])
    }

    /// The position as far as somebody knows it who knows where some red lines lie: all others lie where
    /// they were declared.
    #[must_use]
    pub fn as_known(mut self, scenario: &Scenario, knows: impl Fn(DomainAt) -> bool) -> Self {
        for domain in scenario.domains() {
            if !knows(domain) {
                self.lay_line(scenario, domain, 0);
            }
        }
        self
    }

    /// Sets for how many moves a signal stands in a domain.
    pub(in crate::model) fn set_signal(&mut self, domain: DomainAt, moves: u8) {
        self.signals[domain.index()] = moves;
    }
}

impl Gauges for Position {
    #[inline]
    fn get(&self, gauge: Gauge) -> i64 {
        i64::from(match gauge {
            Gauge::Gains => return self.gains,
            Gauge::Trust => self.globals[0],
            Gauge::Credibility => self.globals[1],
            Gauge::Resentment => self.globals[2],
            Gauge::Autonomy => self.globals[3],
            Gauge::Endurance => self.globals[4],
            Gauge::SharedFront => self.globals[5],
            Gauge::Stability => self.globals[6],
            Gauge::Unity => self.globals[7],
            Gauge::Exposure => self.globals[8],
            Gauge::Condition(at) => self.conditions[at.index()],
            Gauge::Dependence(at) => self.dependence[at.index()],
            Gauge::Capacity(at) => self.capacity[at.index()],
            Gauge::Strain(at) => self.strain[at.index()],
        })
    }

    #[inline]
    fn set(&mut self, scenario: &Scenario, gauge: Gauge, value: i64) {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a level lies within 0..=100"
        )]
        let small = level(value) as i16;
        let place = match gauge {
            Gauge::Gains => {
                self.gains = value;
                return;
            }
            Gauge::Trust => &mut self.globals[0],
            Gauge::Credibility => &mut self.globals[1],
            Gauge::Resentment => &mut self.globals[2],
            Gauge::Autonomy => &mut self.globals[3],
            Gauge::Endurance => &mut self.globals[4],
            Gauge::SharedFront => &mut self.globals[5],
            Gauge::Stability => &mut self.globals[6],
            Gauge::Unity => &mut self.globals[7],
            Gauge::Exposure => &mut self.globals[8],
            Gauge::Dependence(at) => &mut self.dependence[at.index()],
            Gauge::Capacity(at) => &mut self.capacity[at.index()],
            Gauge::Strain(at) => &mut self.strain[at.index()],
            Gauge::Condition(at) => {
                let place = &mut self.conditions[at.index()];
                let by = i32::from(small) - i32::from(*place);
                for (sum, weight) in self.shift.iter_mut().zip(&scenario.leverage[at.index()]) {
                    *sum += by * weight;
                }
                place
            }
        };
        *place = small;
    }

    #[inline]
    fn leverage(&self, domain: DomainAt) -> i64 {
        level(i64::from(self.dependence[domain.index()]) + self.leverage_shift(domain))
    }

    #[inline]
    fn total_leverage(&self) -> i64 {
        // Where the deck has no domain, dependence and shift are 0.
        let places = DomainAt::first(MAX_DOMAINS);
        places.map(|domain| self.leverage(domain)).sum()
    }

    #[inline]
    fn total_dependence(&self) -> i64 {
        i64::from(self.dependence.iter().sum::<i16>())
    }

    #[inline]
    fn total_capacity(&self) -> i64 {
        i64::from(self.capacity.iter().sum::<i16>())
    }

    #[inline]
    fn largest_strain(&self) -> i64 {
        i64::from(self.strain.iter().copied().fold(0, i16::max))
    }

    #[inline]
    fn signal(&self, domain: DomainAt) -> u8 {
        self.signals[domain.index()]
    }

    #[inline]
    fn learn_line(&mut self, domain: DomainAt) {
        self.known[domain.index()] = true;
    }
}

/// The hidden offset of a domain's red line under a seed: −10, 0 or +10.
pub fn hidden_offset(seed: u64, domain: DomainAt) -> i8 {
    match below(seed, Stream::Hidden, domain.index() as u64, 3) {
        0 => -10,
        1 => 0,
        _ => 10,
    }
}
