//! A session against the time of day by which it must end: how far it comes at this pace, and what would fit.
//!
//! A move to come takes what the deck's running order gives it, stretched or shortened as the closed moves
//! were; where the deck has no running order, as long as the closed moves took on the average. Breaks of the
//! running order keep their minutes, and so does what comes after the last move. The time before the first
//! move is opened is no measure of pace: people arrive then.

#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::pace::stand::{Pace, Spent};
use unequal_core::deck::text::Stretch;
use unequal_core::engine::phase::Phase;

/// Something that is still to come, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ahead {
    /// The moves, first and last; none where nothing is played.
    pub moves: Option<(u32, u32)>,
    /// What is done, in the deck's words; may be empty beside moves.
    pub what: String,
    /// When it begins, in seconds since 1970.
    pub begins: i64,
    /// When it is over.
    pub ends: i64,
}

/// What a phase took, and what it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Share {
    /// The phase.
    pub phase: Phase,
    /// Seconds that it took in a closed move, on the average.
    pub took: i64,
    /// Seconds that it has in each move to come, so that the session ends in time.
    pub has: i64,
}

/// A session against the time by which it must end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Day {
    /// By when it must end, in seconds since 1970.
    pub end: i64,
    /// When all that is planned would be over at this pace.
    pub over: i64,
    /// The last move that can be played to its end, at this pace, with what comes after it still done in time.
    pub reach: u32,
    /// Moves closed by now.
    pub closed: u32,
    /// Moves planned.
    pub planned: u32,
    /// What is to come, in order.
    pub ahead: Vec<Ahead>,
    /// The phases of the closed moves, in the order in which they were played; empty before one is closed.
    pub shares: Vec<Share>,
}

impl Day {
    /// How the day would go on from a moment; none before anything is known of how long a move takes, and in turn
    /// zero.
    pub fn of(pace: &Pace, order: &[Stretch], now: i64, end: i64) -> Option<Self> {
        let (closed, planned) = pace.moves;
        if planned == 0 {
            return None;
        }
        let measure = Measure::of(pace, order, closed)?;
        let mut days = Days {
            at: now,
            ahead: Vec::new(),
        };
        let current = closed + 1;
        let mut reach = closed;
        let after = together(closing(order));
        let opening = opening(pace, order);
        let mut breaks = opening;
        if opening > 0 {
            days.push(None, "before the first move", opening);
        }
        for number in current..=planned {
            for stretch in before(order, number).filter(|_| number > current) {
                breaks += seconds(stretch);
                days.push(None, &stretch.what, seconds(stretch));
            }
            let mut takes = measure.takes(number);
            if number == current {
                takes = (takes - spent_in(&pace.spent, number)).max(0);
            }
            days.push(Some(number), "", takes);
            if days.at + after <= end {
                reach = number;
            }
        }
        let played = days.at - now - breaks;
        for stretch in closing(order) {
            days.push(None, &stretch.what, seconds(stretch));
        }
        let free = end - now - breaks - after;
        Some(Self {
            end,
            over: days.at,
            reach,
            closed,
            planned,
            ahead: days.ahead,
            shares: shares(&pace.spent, closed, free, played),
        })
    }

    /// Whether all that is planned fits.
    pub const fn fits(&self) -> bool {
        self.over <= self.end
    }

    /// How many moves in all would end in time, where those that are planned do not; the move that is played is never
    /// taken away.
    pub fn proposal(&self) -> Option<u32> {
        let moves = self.reach.max(self.closed + 1);
        (!self.fits() && moves < self.planned).then_some(moves)
    }
}

/// What is to come, as it is put together.
struct Days {
    at: i64,
    ahead: Vec<Ahead>,
}

impl Days {
    /// Something comes next; moves that follow each other are one thing.
    fn push(&mut self, number: Option<u32>, what: &str, takes: i64) {
        let begins = self.at;
        self.at += takes;
        if let (Some(number), Some(last)) = (number, self.ahead.last_mut())
            && let Some((_, to)) = &mut last.moves
        {
            *to = number;
            last.ends = self.at;
            return;
        }
        self.ahead.push(Ahead {
            moves: number.map(|number| (number, number)),
            what: what.to_owned(),
            begins,
            ends: self.at,
        });
    }
}

/// How long a move takes.
enum Measure<'a> {
    /// As long as the running order says, times a fraction.
    Order(&'a [Stretch], i64, i64),
    /// As long as the closed moves on the average, in seconds.
    Mean(i64),
}

impl<'a> Measure<'a> {
    fn of(pace: &Pace, order: &'a [Stretch], closed: u32) -> Option<Self> {
        let played: Vec<(u32, i64)> = (1..=closed)
            .map(|number| (number, spent_in(&pace.spent, number)))
            .filter(|(_, seconds)| *seconds > 0)
            .collect();
        let took: i64 = played.iter().map(|(_, seconds)| seconds).sum();
        let moves = played.iter().map(|(number, _)| *number);
        if order.iter().any(|stretch| stretch.moves.is_some()) {
            let meant: i64 = moves.map(|number| given(order, number)).sum();
            return Some(if took > 0 && meant > 0 {
                Self::Order(order, took, meant)
            } else {
                Self::Order(order, 1, 1)
            });
        }
        let number = i64::try_from(played.len()).unwrap_or(i64::MAX);
        (number > 0).then(|| Self::Mean(took / number))
    }

    fn takes(&self, number: u32) -> i64 {
        match self {
            Self::Order(order, took, meant) => given(order, number) * took / meant,
            Self::Mean(seconds) => *seconds,
        }
    }
}

/// Seconds that the running order gives a move: beyond its last, as many as its last has.
fn given(order: &[Stretch], number: u32) -> i64 {
    let played = || order.iter().filter(|stretch| stretch.moves.is_some());
    let its = played().find(|stretch| stretch.moves.is_some_and(|(_, last)| number <= last));
    let stretch = its.or_else(|| played().next_back());
    stretch.map_or(0, |stretch| i64::from(stretch.minutes) * 60)
}

/// Seconds that a move was played, without the time before the first is opened.
fn spent_in(spent: &[Spent], number: u32) -> i64 {
    let counts = |one: &&Spent| one.move_number == number && !is_arrival(one);
    spent.iter().filter(counts).map(|one| one.seconds).sum()
}

/// Whether it is the time before the first move is opened.
fn is_arrival(one: &Spent) -> bool {
    one.move_number == 1 && one.phase == Phase::Inject
}

fn seconds(stretch: &Stretch) -> i64 {
    i64::from(stretch.takes()) * 60
}

fn together<'a>(stretches: impl Iterator<Item = &'a Stretch>) -> i64 {
    stretches.map(seconds).sum()
}

/// What stands in the running order right before a move, if it is the first of its stretch.
fn before(order: &[Stretch], number: u32) -> impl Iterator<Item = &Stretch> {
    let at = order
        .iter()
        .position(|stretch| stretch.moves.is_some_and(|(first, _)| first == number));
    let stretches = at.map_or(&[][..], |at| &order[..at]);
    let from = stretches
        .iter()
        .rposition(|stretch| stretch.moves.is_some())
        .map_or(0, |last| last + 1);
    stretches.get(from..).unwrap_or_default().iter()
}

/// What comes after the last move.
fn closing(order: &[Stretch]) -> impl Iterator<Item = &Stretch> {
    let from = order
        .iter()
        .rposition(|stretch| stretch.moves.is_some())
        .map_or(order.len(), |last| last + 1);
    order.get(from..).unwrap_or_default().iter()
}

/// Seconds that are left of what comes before the first move is opened.
fn opening(pace: &Pace, order: &[Stretch]) -> i64 {
    let opened = pace.spent.iter().any(|one| !is_arrival(one));
    if pace.moves.0 > 0 || opened {
        return 0;
    }
    let so_far: i64 = pace.spent.iter().map(|one| one.seconds).sum();
    (together(before(order, 1)) - so_far).max(0)
}

/// What each phase took in the closed moves, and what it has where `free` seconds are shared out as `played` would be.
fn shares(spent: &[Spent], closed: u32, free: i64, played: i64) -> Vec<Share> {
    let moves = i64::from(closed);
    if moves == 0 || played <= 0 {
        return Vec::new();
    }
    let mut shares: Vec<Share> = Vec::new();
    let counts = |one: &&Spent| one.move_number <= closed && !is_arrival(one);
    for one in spent.iter().filter(counts) {
        match shares.iter_mut().find(|share| share.phase == one.phase) {
            Some(share) => share.took += one.seconds,
            None => shares.push(Share {
                phase: one.phase,
                took: one.seconds,
                has: 0,
            }),
        }
    }
    for share in &mut shares {
        share.took /= moves;
        share.has = (share.took * free / played).max(0);
    }
    shares
}
