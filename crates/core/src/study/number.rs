//! Every number of a deck by its path, the range in which it may be varied, and decks with other numbers.
//!
//! A path is written as the keys of a deck are: `stability.trust`, `domain.economy.dependence`,
//! `card.gas-discount.gain`, `event.oil-slump.change.oil`, `policy.logit.patron.gain`. In a pattern `*`
//! stands for anything. The weights by which bots expect the other side to choose are
//! `session.patron_model.weights` and `session.client_model.weights`; they are not those of the policy
//! that the deck names there once they are varied.

mod slot;
mod walk;

use serde::Serialize;

use crate::model::arithmetic::rounded;
use crate::model::playable::playable;
use crate::model::scenario::Scenario;
use crate::study::StudyError;

/// Percent of its value by which a number may be varied either way.
const SPREAD: i64 = 20;

/// One number of a deck.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Number {
    /// Where it stands.
    pub path: String,
    /// What it is.
    pub now: i64,
    /// The least that it may be varied to.
    pub low: i64,
    /// The most that it may be varied to.
    pub high: i64,
    /// Its place among all numbers of the deck.
    #[serde(skip)]
    place: usize,
}

/// What is varied as one: a number, or several that are moved together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lever {
    /// The path, or the pattern that several paths fit.
    pub name: String,
    /// What `low`, `now` and `high` count.
    pub unit: Unit,
    /// Its lowest setting.
    pub low: i64,
    /// The setting at which the deck is as it is.
    pub now: i64,
    /// Its highest setting.
    pub high: i64,
    #[serde(skip)]
    numbers: Vec<Number>,
}

/// What the settings of a lever count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// The number itself.
    Value,
    /// Percent of what each of several numbers is now.
    Percent,
    /// What is added to each of several numbers.
    Added,
}

/// Every number of a deck that may be varied, in the deck's order: by 20 % of its value either way and
/// at least by 1, as far as the deck stays one that the rules can play.
pub fn numbers(scenario: &Scenario) -> Vec<Number> {
    let mut copy = scenario.clone();
    let mut found = Vec::new();
    walk::each(&mut copy, &mut |key, slot| {
        found.push((key.path(), slot.get()));
    });
    let mut numbers = Vec::new();
    for (place, (path, now)) in found.into_iter().enumerate() {
        let by = rounded(now.abs() * SPREAD, 100).max(1);
        let (least, most) = bounds(&path);
        let mut number = Number {
            low: (now - by).clamp(least.min(now), most.max(now)),
            high: (now + by).clamp(least.min(now), most.max(now)),
            path,
            now,
            place,
        };
        let mut holds = |value: i64| {
            let held = number.set(&mut copy, value) && playable(&copy).is_ok();
            number.set(&mut copy, now);
            held
        };
        let (low, high) = (holds(number.low), holds(number.high));
        number.low = if low { number.low } else { now };
        number.high = if high { number.high } else { now };
        if number.low < number.high {
            numbers.push(number);
        }
    }
    numbers
}

/// What a number may be at all, by where it stands.
fn bounds(path: &str) -> (i64, i64) {
    let parts: Vec<&str> = path.split('.').collect();
    match parts[..] {
        ["start" | "base", _]
        | ["condition", _, "start"]
        | ["europe", "exposure"]
        | [
            "domain",
            _,
            "dependence" | "capacity" | "capacity_max" | "red_line" | "strain",
        ] => (0, 100),
        ["domain", _, "restraint_norm"] | ["crisis", "act", "intensity_limit"] => (0, 3),
        ["session", ..] | ["card", _, "capacity_need"] => (0, i64::MAX),
        _ => (i64::MIN, i64::MAX),
    }
}

impl Number {
    /// Sets the number in a deck; says whether it can hold the value.
    pub fn set(&self, scenario: &mut Scenario, value: i64) -> bool {
        let (mut place, mut held) = (0, false);
        walk::each(scenario, &mut |_, mut slot| {
            if place == self.place {
                held = slot.set(value);
            }
            place += 1;
        });
        held
    }
}

impl From<Number> for Lever {
    fn from(number: Number) -> Self {
        Self {
            name: number.path.clone(),
            unit: Unit::Value,
            low: number.low,
            now: number.now,
            high: number.high,
            numbers: vec![number],
        }
    }
}

impl Lever {
    /// What a pattern means in a deck: one number by its value, several together from 80 to 120 % of
    /// each; with `|STEP` behind it, STEP more or less of each.
    ///
    /// # Errors
    ///
    /// Fails if no number fits the pattern.
    pub fn named(scenario: &Scenario, pattern: &str) -> Result<Self, StudyError> {
        Self::among(&numbers(scenario), pattern)
    }

    /// As [`Lever::named`], among numbers that were listed before.
    ///
    /// # Errors
    ///
    /// Fails if no number fits the pattern.
    pub fn among(numbers: &[Number], pattern: &str) -> Result<Self, StudyError> {
        let unknown = || StudyError::UnknownNumber(pattern.to_owned());
        let (paths, step) = match pattern.split_once('|') {
            Some((paths, step)) => (paths, Some(step.parse::<i64>().map_err(|_| unknown())?)),
            None => (pattern, None),
        };
        let fitting = numbers.iter().filter(|number| fits(paths, &number.path));
        let mut fitting: Vec<Number> = fitting.cloned().collect();
        let (unit, low, now, high) = match (step, fitting.len()) {
            (_, 0) => return Err(unknown()),
            (None, 1) => return Ok(fitting.remove(0).into()),
            (None, _) => (Unit::Percent, 100 - SPREAD, 100, 100 + SPREAD),
            (Some(step), _) => (Unit::Added, -step, 0, step),
        };
        Ok(Self {
            name: pattern.to_owned(),
            unit,
            low,
            now,
            high,
            numbers: fitting,
        })
    }

    /// Moves the lever in a deck to a setting. Only what a number can hold, and its place allows, is set.
    pub fn set(&self, scenario: &mut Scenario, setting: i64) {
        for number in &self.numbers {
            let value = match self.unit {
                Unit::Value => setting,
                Unit::Percent => rounded(number.now * setting, 100),
                Unit::Added => number.now + setting,
            };
            let (least, most) = bounds(&number.path);
            number.set(scenario, value.clamp(least, most));
        }
    }

    /// The deck with the lever at a setting.
    #[must_use]
    pub fn at(&self, scenario: &Scenario, setting: i64) -> Scenario {
        let mut other = scenario.clone();
        self.set(&mut other, setting);
        other
    }

    /// The setting at a place of its range, from 0 to 1: every setting has the same share of it.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        reason = "a range is short"
    )]
    pub fn setting(&self, place: f64) -> i64 {
        let count = (self.high - self.low + 1) as f64;
        let step = (place * count).floor() as i64;
        (self.low + step).clamp(self.low, self.high)
    }
}

/// A deck with some levers at settings: `stability.trust=30`, `domain.*.dependence+=20`,
/// `condition.*.start*=120` (percent), several by commas.
///
/// # Errors
///
/// Fails where no number fits, or what stands behind the sign is no number.
pub fn changed(scenario: &Scenario, changes: &str) -> Result<Scenario, StudyError> {
    let mut other = scenario.clone();
    let mut all = Vec::new();
    walk::each(&mut other, &mut |key, slot| {
        all.push((key.path(), slot.get()));
    });
    for change in changes.split(',').filter(|change| !change.is_empty()) {
        let unknown = || StudyError::UnknownNumber(change.to_owned());
        let (left, value) = change.split_once('=').ok_or_else(unknown)?;
        let value: i64 = value.parse().map_err(|_| unknown())?;
        let sign = left.chars().last().filter(|sign| "+*".contains(*sign));
        let pattern = left.strip_suffix(['+', '*'].as_slice()).unwrap_or(left);
        let mut found = false;
        for (place, (path, now)) in all.iter_mut().enumerate() {
            if !fits(pattern, path) {
                continue;
            }
            found = true;
            *now = match sign {
                Some('+') => *now + value,
                Some(_) => rounded(*now * value, 100),
                None => value,
            };
            let (least, most) = bounds(path);
            *now = (*now).clamp(least, most);
            let number = Number {
                path: path.clone(),
                now: *now,
                low: *now,
                high: *now,
                place,
            };
            number.set(&mut other, *now);
        }
        if !found {
            return Err(unknown());
        }
    }
    playable(&other)?;
    Ok(other)
}

/// Whether a path fits a pattern, in which `*` stands for anything.
fn fits(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((before, after)) => path.strip_prefix(before).is_some_and(|rest| {
            let ends = rest.char_indices().map(|(place, _)| place);
            ends.chain([rest.len()])
                .any(|place| rest.get(place..).is_some_and(|rest| fits(after, rest)))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::place::{At as _, DomainAt};
    use crate::study::tests::reference;

    #[test]
    fn every_number_can_be_set_and_taken_back() {
        let scenario = reference();
        let numbers = numbers(&scenario);
        assert!(numbers.len() > 500, "{}", numbers.len());
        let mut copy = scenario.clone();
        for number in numbers {
            assert!(number.low <= number.now && number.now <= number.high);
            let other = if number.low < number.now {
                number.low
            } else {
                number.high
            };
            assert!(
                number.set(&mut copy, other) && copy != scenario,
                "{}",
                number.path
            );
            assert!(
                number.set(&mut copy, number.now) && copy == scenario,
                "{}",
                number.path
            );
        }
    }

    #[test]
    fn numbers_stand_where_the_deck_has_them() {
        let scenario = reference();
        for (path, now) in [
            ("stability.trust", 20),
            ("start.endurance", 45),
            ("condition.sanctions.start", 65),
            ("domain.economy.leverage.oil", -30),
            ("card.gas-discount.capacity_need", 36),
            ("event.oil-slump.change.oil", -18),
            ("event.offensive-stalls.change.defence.dependence", 3),
            ("measure.sanction-banks.works.endurance", -4),
            ("response.hedge.outside_option", 10),
            ("follow_up.back-down.credibility", 24),
            ("crisis.act.effort", 2),
            ("ending.entente.trust", 56),
            ("europe.unity.max", 5),
            ("policy.logit.lambda", 12),
        ] {
            let lever = Lever::named(&scenario, path).expect(path);
            assert_eq!((lever.now, lever.unit), (now, Unit::Value), "{path}");
        }
        assert!(Lever::named(&scenario, "stability.truth").is_err());
    }

    #[test]
    fn several_numbers_move_together() {
        let scenario = reference();
        let lever = Lever::named(&scenario, "domain.*.dependence").expect("domains");
        let up = lever.at(&scenario, 120);
        assert_eq!(up.domains[DomainAt::new(0)].dependence, 79);
        assert_eq!(up.domains[DomainAt::new(1)].dependence, 62);
        let lever = Lever::named(&scenario, "domain.*.restraint_norm|1").expect("norms");
        let up = lever.at(&scenario, 1);
        assert_eq!(up.domains[DomainAt::new(0)].restraint_norm, 3);
        assert_eq!(lever.at(&scenario, 0), scenario);
        let other = changed(
            &scenario,
            "domain.*.dependence+=20,start.trust=50,drift.*_base*=80",
        );
        let other = other.expect("it can be played");
        assert_eq!(other.domains[DomainAt::new(4)].dependence, 56);
        assert_eq!((other.start[0], other.drift.autonomy_base), (50, 91));
    }

    #[test]
    fn every_setting_has_the_same_share_of_a_range() {
        let scenario = reference();
        let lever = Lever::named(&scenario, "crisis.act.effort").expect("one");
        let counts = [1, 2, 3].map(|setting| {
            let places = (0..300).map(|place| f64::from(place) / 300.0);
            places
                .filter(|place| lever.setting(*place) == setting)
                .count()
        });
        assert_eq!(counts, [100, 100, 100]);
        assert_eq!(lever.setting(1.0), 3);
    }
}
