//! Every number of a deck by its path, the range in which it may be varied, and decks with other numbers.
//!
//! A path is written as the keys of a deck are: `stability.trust`, `domain.economy.dependence`,
//! `card.gas-discount.gain`, `event.oil-slump.change.oil`, `policy.logit.patron.gain`. In a pattern `*`
//! stands for anything. The weights by which bots expect the other side to choose are
//! `session.patron_model.weights` and `session.client_model.weights`; they are not those of the policy
//! that the deck names there once they are varied.

mod slot;
#[cfg(test)]
mod tests;
mod walk;

use serde::Serialize;

use crate::bot::EuropeBot;
use crate::model::arithmetic::rounded;
use crate::model::place::{At as _, CardAt, EventAt, PolicyAt};
use crate::model::playable::playable;
use crate::model::scenario::Scenario;
use crate::study::StudyError;
use crate::study::reading::Reading;
use crate::study::session::Pairing;

use walk::Part;

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
    /// In which part of the deck it stands.
    #[serde(skip)]
    part: Part,
    /// Its place among the numbers of that part.
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
    let mut numbers = all(&mut copy);
    numbers.retain_mut(|number| {
        let now = number.now;
        let by = rounded(now.abs() * SPREAD, 100).max(1);
        let (least, most) = bounds(&number.path);
        let (least, most) = (least.min(now), most.max(now));
        let mut holds = |value: i64| {
            let held = number.set(&mut copy, value) && playable(&copy).is_ok();
            number.set(&mut copy, now);
            held
        };
        let mut end = |value: i64| Some(value).filter(|value| holds(*value)).unwrap_or(now);
        let low = end((now - by).clamp(least, most));
        let high = end((now + by).clamp(least, most));
        (number.low, number.high) = (low, high);
        low < high
    });
    numbers
}

/// Every number of a deck, in its order, each with no range but what it is.
fn all(scenario: &mut Scenario) -> Vec<Number> {
    let mut numbers = Vec::new();
    for part in walk::parts(scenario) {
        let mut place = 0;
        walk::each(scenario, part, &mut |key, slot| {
            let now = slot.get();
            numbers.push(Number {
                path: key.path(),
                now,
                low: now,
                high: now,
                part,
                place,
            });
            place += 1;
        });
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
        walk::each(scenario, self.part, &mut |_, mut slot| {
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

    /// Whether anything is done differently where the lever is moved: the weights of bots that do not
    /// play are never looked at, nor are measures where nobody takes any.
    pub(super) fn is_read(&self, scenario: &Scenario, pairings: &[Pairing]) -> bool {
        let is_read = |number: &Number| match number.part {
            Part::Measure(_) => pairings
                .iter()
                .any(|pairing| pairing.europe != EuropeBot::Absent),
            Part::Policy(at) => pairings
                .iter()
                .any(|pairing| pairing.weighs(scenario, PolicyAt::new(at))),
            _ => true,
        };
        self.numbers.iter().any(is_read)
    }

    /// Whether a session between bots that do not look ahead, in which so much of the deck was read, can
    /// come out in another way where the lever is moved.
    pub(super) fn is_read_in(&self, reading: &Reading) -> bool {
        let is_read = |number: &Number| match number.part {
            Part::Card(at) => {
                reading.has_card(CardAt::new(at)) || number.path.ends_with(".not_before")
            }
            Part::Event(at) => reading.has_event(EventAt::new(at)),
            _ => true,
        };
        self.numbers.iter().any(is_read)
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
    let mut all = all(&mut other);
    for change in changes.split(',').filter(|change| !change.is_empty()) {
        let unknown = || StudyError::UnknownNumber(change.to_owned());
        let (left, value) = change.split_once('=').ok_or_else(unknown)?;
        let value: i64 = value.parse().map_err(|_| unknown())?;
        let sign = left.chars().last().filter(|sign| "+*".contains(*sign));
        let pattern = left.strip_suffix(['+', '*'].as_slice()).unwrap_or(left);
        let mut found = false;
        for number in all.iter_mut().filter(|number| fits(pattern, &number.path)) {
            found = true;
            let to = match sign {
                Some('+') => number.now + value,
                Some(_) => rounded(number.now * value, 100),
                None => value,
            };
            let (least, most) = bounds(&number.path);
            number.now = to.clamp(least, most);
            number.set(&mut other, number.now);
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
