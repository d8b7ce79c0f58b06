//! Why stability moved: an account of a move whose parts add up to the change that is shown (rules 15).
//!
//! Stability follows what supports it. So there are three kinds of reasons: where it was heading before the move, what the
//! move changed of that, and what moved stability itself at once.

mod words;

use serde::Serialize;

use crate::history::History;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::seat::Seat;
use unequal_core::model::arithmetic::rounded;
use unequal_core::model::gauge::Gauge;
use unequal_core::model::gauges::Gauges as _;
use unequal_core::model::ledger::{Change, Reason};
use unequal_core::model::scenario::Scenario;

/// Why stability moved in a move, or in as much of it as has been played.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Account {
    /// The move, from 1; 0 where none has been opened.
    pub move_number: u32,
    /// Whether the move was closed: only then stability follows what supports it.
    pub closed: bool,
    /// Stability before the move, and after it or by now, 0 to 100.
    pub stability: (i64, i64),
    /// Where stability was heading before the move, and is heading now, 0 to 100.
    pub heading: (i64, i64),
    /// Points by which it came nearer to where it was heading already.
    pub on_its_way: i64,
    /// Points by which it moved, or did not move, because the move changed where it is heading.
    pub turned: i64,
    /// What moved stability itself, by reason, the strongest first; its points are of stability.
    pub at_once: Vec<Moved>,
    /// What moved where it is heading, the strongest first; its points add up to the change of the heading.
    pub turns: Vec<Moved>,
}

/// A change of a gauge for one reason, and what it is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// The gauge.
    pub gauge: Gauge,
    /// By how much it changed.
    pub by: i64,
    /// Why.
    pub reason: Reason,
    /// What that is worth, in whole points.
    pub points: i64,
}

impl Account {
    /// The change that is shown: the sum of all parts.
    pub const fn change(&self) -> i64 {
        self.stability.1 - self.stability.0
    }
}

impl History {
    /// Why stability moved in the move that was played last up to an entry, as a seat may know it.
    pub fn account(&self, number: EntryNumber, seat: Seat) -> Account {
        let (start, line) = self.game_line(number);
        let ends_move = |number: &&EntryNumber| {
            let moment = self.moment(**number);
            moment.is_some_and(|moment| moment.facts.contains(&Fact::MoveClosed))
        };
        let mut closed: Vec<EntryNumber> = line.iter().filter(ends_move).copied().collect();
        // What moved unseen must not be told by where the account ends.
        let seen =
            |entry: EntryNumber| Some(self.known_of(self.moment(entry)?, number, seat)?.changes);
        let moves = |entry: &EntryNumber| seen(*entry).is_some_and(|changes| !changes.is_empty());
        let last = line
            .iter()
            .rfind(|number| moves(number))
            .copied()
            .unwrap_or(start);
        let is_closed = closed.last() == Some(&last);
        if is_closed {
            closed.pop();
        }
        let before = closed.last().copied().unwrap_or(start);
        let entries = line
            .into_iter()
            .filter(|entry| *entry > before && *entry <= last);
        let changes: Vec<Change> = entries.filter_map(seen).flatten().collect();
        let levels = (before, last);
        self.accounted(levels, is_closed, &changes)
    }

    fn accounted(
        &self,
        (before, last): (EntryNumber, EntryNumber),
        closed: bool,
        changes: &[Change],
    ) -> Account {
        let scenario = self.scenario();
        let ends = [before, last].map(|number| &self.state_at(number).game.position);
        let stability = ends.map(|position| position.get(Gauge::Stability));
        let heading = ends.map(|position| position.supported_stability(scenario));
        let of_itself = |change: &&Change| change.gauge == Gauge::Stability;
        let (followed, at_once): (Vec<&Change>, Vec<&Change>) = changes
            .iter()
            .filter(of_itself)
            .partition(|change| change.reason == Reason::Supported);
        let followed: i64 = followed.into_iter().map(Change::by).sum();
        let divisor = scenario.drift.stability_divisor;
        let on_its_way = if closed {
            rounded(heading[0] - stability[0], divisor)
        } else {
            0
        };
        let mut moved: Vec<Moved> = Vec::new();
        for change in at_once {
            add(&mut moved, change.gauge, change.reason, change.by());
        }
        for one in &mut moved {
            one.points = one.by;
        }
        let room = ends.map(|position| (position.largest_strain(), strained(scenario, position)));
        Account {
            move_number: self
                .moment(last)
                .map_or(0, |moment| moment.entry.move_number),
            closed,
            stability: stability.into(),
            heading: heading.into(),
            on_its_way,
            turned: followed - on_its_way,
            at_once: strongest_first(moved),
            turns: turns(scenario, heading[1] - heading[0], changes, room),
        }
    }
}

/// The domain under the greatest strain.
fn strained(
    scenario: &Scenario,
    position: &impl unequal_core::model::gauges::Gauges,
) -> Option<Gauge> {
    let strains = scenario.domains.places().map(Gauge::Strain);
    strains.max_by_key(|gauge| position.get(*gauge))
}

fn add(moved: &mut Vec<Moved>, gauge: Gauge, reason: Reason, by: i64) {
    match moved
        .iter_mut()
        .find(|one| (one.gauge, one.reason) == (gauge, reason))
    {
        Some(one) => one.by += by,
        None => moved.push(Moved {
            gauge,
            by,
            reason,
            points: 0,
        }),
    }
}

/// What moved the heading by `change` points. Only the greatest strain counts: what it rose or fell by is told of its
/// domain, for the strongest reason there.
fn turns(
    scenario: &Scenario,
    change: i64,
    changes: &[Change],
    room: [(i64, Option<Gauge>); 2],
) -> Vec<Moved> {
    let mut moved: Vec<Moved> = Vec::new();
    let mut strains: Vec<Moved> = Vec::new();
    for change in changes {
        let into = match change.gauge {
            Gauge::Trust | Gauge::SharedFront | Gauge::Resentment => &mut moved,
            Gauge::Strain(_) if room.iter().any(|(_, most)| *most == Some(change.gauge)) => {
                &mut strains
            }
            _ => continue,
        };
        add(into, change.gauge, change.reason, change.by());
    }
    let risen = room[1].0 - room[0].0;
    let same_way = |one: &&Moved| one.by.signum() == risen.signum();
    if let Some(most) = strains
        .iter()
        .filter(same_way)
        .max_by_key(|one| one.by.abs())
    {
        moved.push(Moved { by: risen, ..*most });
    }
    let weights = &scenario.stability;
    let hundredths: Vec<i64> = moved
        .iter()
        .map(|one| {
            let share = match one.gauge {
                Gauge::Trust => weights.trust,
                Gauge::SharedFront => weights.shared_front,
                Gauge::Resentment => -weights.calm,
                _ => -weights.room,
            };
            one.by * share * weights.stretch / 100
        })
        .collect();
    for (one, points) in moved.iter_mut().zip(whole_points(&hundredths, change)) {
        one.points = points;
    }
    moved.retain(|one| one.by != 0);
    strongest_first(moved)
}

fn strongest_first(mut moved: Vec<Moved>) -> Vec<Moved> {
    moved.sort_by_key(|one| std::cmp::Reverse((one.points.abs(), one.by.abs())));
    moved
}

/// Whole points for parts given in hundredths, so that they add up to `sum`: the largest remainders are rounded up.
fn whole_points(hundredths: &[i64], sum: i64) -> Vec<i64> {
    let mut points: Vec<i64> = hundredths.iter().map(|part| part.div_euclid(100)).collect();
    let mut order: Vec<usize> = (0..points.len()).collect();
    order.sort_by_key(|place| std::cmp::Reverse(hundredths[*place].rem_euclid(100)));
    let missing = sum - points.iter().sum::<i64>();
    let places = order
        .iter()
        .cycle()
        .take(usize::try_from(missing).unwrap_or(0));
    for place in places {
        points[*place] += 1;
    }
    let too_much = usize::try_from(-missing).unwrap_or(0);
    for place in order.iter().rev().cycle().take(too_much) {
        points[*place] -= 1;
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_points_add_up_and_lie_next_to_what_they_stand_for() {
        assert_eq!(whole_points(&[150, -50, 140], 2), [2, -1, 1]);
        assert_eq!(whole_points(&[30, 30, 30], 1), [1, 0, 0]);
        assert_eq!(whole_points(&[-30, -30], -1), [0, -1]);
        assert_eq!(whole_points(&[120], 0), [0]);
        assert_eq!(whole_points(&[], 3), [0; 0]);
    }
}
