//! How far a number of the deck may be moved before a result is another one.

use serde::Serialize;

use crate::model::choice::{Band, Demand};
use crate::model::contest::{band, factors};
use crate::model::gauges::Gauges;
use crate::model::playable::playable;
use crate::model::scenario::Scenario;
use crate::study::number::{Number, numbers};

/// Settings that are tried either side of what a number is.
const REACH: i64 = 60;

/// The nearest values of a number at which a result is another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tipping<T> {
    /// Where the number stands in the deck.
    pub path: String,
    /// What it is.
    pub now: i64,
    /// The largest value below at which the result is another one, and that result.
    pub below: Option<(i64, T)>,
    /// The smallest value above at which it is another one, and that result.
    pub above: Option<(i64, T)>,
}

impl<T> Tipping<T> {
    /// How far the nearer of both values lies, in percent of what the number is now.
    fn distance(&self) -> i64 {
        let ends = [&self.below, &self.above].into_iter().flatten();
        let off = |value: i64| 100 * (value - self.now).abs() / self.now.abs().max(1);
        ends.map(|(value, _)| off(*value)).min().unwrap_or(i64::MAX)
    }
}

impl<T: std::fmt::Display> Tipping<T> {
    /// One sentence: `holds unless contest.scale were at most 6 (now 8): then slip`.
    pub fn says(&self) -> String {
        let below = self
            .below
            .iter()
            .map(|(value, then)| (" at most ", value, then));
        let above = self
            .above
            .iter()
            .map(|(value, then)| (" at least ", value, then));
        let ends: Vec<String> = below
            .chain(above)
            .map(|(word, value, then)| format!("were{word}{value} (then {then})"))
            .collect();
        format!(
            "holds unless {} {}, now {}",
            self.path,
            ends.join(" or "),
            self.now
        )
    }
}

/// Looks for the nearest values of each number at which `judge` comes to another result than now; numbers
/// that change nothing within reach are left out, the nearest come first.
pub fn tipping<T: PartialEq>(
    scenario: &Scenario,
    numbers: &[Number],
    judge: impl Fn(&Scenario) -> T,
) -> Vec<Tipping<T>> {
    let now = judge(scenario);
    let mut copy = scenario.clone();
    let mut found = Vec::new();
    for number in numbers {
        let mut towards = |step: i64| {
            for distance in 1..=REACH {
                let value = number.now + step * distance;
                if !number.set(&mut copy, value) || playable(&copy).is_err() {
                    break;
                }
                let then = judge(&copy);
                if then != now {
                    return Some((value, then));
                }
            }
            None
        };
        let (below, above) = (towards(-1), towards(1));
        number.set(&mut copy, number.now);
        if below.is_some() || above.is_some() {
            found.push(Tipping {
                path: number.path.clone(),
                now: number.now,
                below,
                above,
            });
        }
    }
    found.sort_by_key(Tipping::distance);
    found
}

/// For a computed band: the numbers of the contest, of the card, the intensity and the inducement whose
/// other value would give another band under the same roll and arguments.
pub fn band_tipping(
    scenario: &Scenario,
    position: &impl Gauges,
    demand: Demand,
    roll: i64,
    arguments: i64,
) -> Vec<Tipping<Band>> {
    let card = format!("card.{}.red_line_weight", scenario.card(demand.card).id);
    let intensity = format!("intensity.{}.push", demand.intensity);
    let inducement = format!("inducement.{}.push", demand.inducement);
    let bears = |number: &Number| {
        let path = &number.path;
        path.starts_with("contest.") || [&card, &intensity, &inducement].contains(&path)
    };
    let bearing: Vec<Number> = numbers(scenario).into_iter().filter(bears).collect();
    tipping(scenario, &bearing, |scenario| {
        let modifier = factors(scenario, position, demand).modifier;
        band(scenario, roll, modifier + arguments)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::choice::{Inducement, Intensity};
    use crate::model::position::Position;
    use crate::study::number::changed;
    use crate::study::tests::reference;

    #[test]
    fn a_band_changes_just_where_it_is_said_to() {
        let scenario = reference();
        let position = Position::at_start(&scenario, 7);
        let demand = Demand {
            card: scenario.card_at("submarine-tech").expect("a card"),
            intensity: Intensity::Press,
            inducement: Inducement::Modest,
        };
        let mut seen = 0;
        for roll in 2..=12 {
            let judge = |scenario: &Scenario| {
                let modifier = factors(scenario, &position, demand).modifier;
                band(scenario, roll, modifier)
            };
            let now = judge(&scenario);
            for tipping in band_tipping(&scenario, &position, demand, roll, 0) {
                for (value, then) in tipping.below.iter().chain(&tipping.above) {
                    let step = (tipping.now - value).signum();
                    let at = |value: i64| {
                        changed(&scenario, &format!("{}={value}", tipping.path)).expect("playable")
                    };
                    assert_eq!(judge(&at(*value)), *then, "{}", tipping.says());
                    assert_eq!(judge(&at(value + step)), now, "{}", tipping.says());
                    seen += 1;
                }
            }
        }
        assert!(seen > 20, "{seen}");
    }

    #[test]
    fn a_tipping_point_is_said_in_a_sentence() {
        let tipping = Tipping {
            path: "contest.scale".to_owned(),
            now: 8,
            below: Some((6, Band::Slip)),
            above: None,
        };
        assert_eq!(
            tipping.says(),
            "holds unless contest.scale were at most 6 (then slip), now 8"
        );
    }
}
