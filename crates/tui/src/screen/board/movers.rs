//! Why stability moved: what each change of trust, front, grievance and strain did to the level it follows.

use std::collections::BTreeMap;

use crate::glance::Glance;
use crate::widget::change::{arrow, signed};
use unequal_core::engine::fact::Fact;
use unequal_core::model::gauge::Gauge;
use unequal_core::model::ledger::Reason;
use unequal_session::sight::Seen;
use unequal_session::telling::reason_words;

/// One reason for which stability moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mover {
    /// Hundredths of a point of the stability that circumstances support.
    pub hundredths: i64,
    /// The gauge.
    pub gauge: Gauge,
    /// By how much it changed.
    pub by: i64,
    /// Why.
    pub reason: Reason,
    /// The move.
    pub move_number: u32,
}

impl Mover {
    /// The weight as a number: `−3`, `+1`; `·` where it rounds to nothing.
    pub fn weight(&self) -> String {
        let points = (self.hundredths.abs() + 50) / 100 * self.hundredths.signum();
        if points == 0 {
            "·".to_owned()
        } else {
            signed(points)
        }
    }

    /// What moved, in words.
    pub fn words(&self, glance: &Glance<'_>) -> String {
        let gauge = glance.short_name(self.gauge);
        let reason = reason_words(glance.place.deck(), self.reason);
        if self.gauge == Gauge::Stability {
            return format!("{reason} (move {})", self.move_number);
        }
        format!(
            "{gauge} {}: {reason} (move {})",
            arrow(self.by),
            self.move_number
        )
    }
}

/// What moved the supported stability in this move and the one before, the strongest first.
pub fn movers(glance: &Glance<'_>) -> Vec<Mover> {
    let current = glance.view.move_number;
    let from = if glance.is_underway() {
        current
    } else {
        current.saturating_sub(1)
    };
    let found = since(glance, from);
    if found.is_empty() {
        since(glance, from.saturating_sub(1))
    } else {
        found
    }
}

fn since(glance: &Glance<'_>, from: u32) -> Vec<Mover> {
    let entries = glance.moved().take_while(|seen| seen.move_number >= from);
    let mut sums: BTreeMap<(Gauge, Reason, u32), i64> = BTreeMap::new();
    for seen in entries {
        count(&seen, &mut sums);
    }
    let domains = glance.scenario().domains.places();
    let strained = domains
        .map(Gauge::Strain)
        .max_by_key(|gauge| glance.view.get(*gauge));
    let mut found: Vec<Mover> = sums
        .into_iter()
        .filter_map(|((gauge, reason, move_number), by)| {
            Some(Mover {
                hundredths: by * weight(glance, gauge, strained)?,
                gauge,
                by,
                reason,
                move_number,
            })
        })
        .filter(|mover| mover.hundredths != 0)
        .collect();
    found.sort_by_key(|mover| std::cmp::Reverse(mover.hundredths.abs()));
    found
}

fn count(seen: &Seen, sums: &mut BTreeMap<(Gauge, Reason, u32), i64>) {
    let closing = seen.facts.contains(&Fact::MoveClosed);
    for change in &seen.changes {
        // Stability's own pull is the sum of the others; pulls at the end of a move are theirs.
        if change.gauge == Gauge::Stability && closing {
            continue;
        }
        *sums
            .entry((change.gauge, change.reason, seen.move_number))
            .or_default() += change.by();
    }
}

/// Hundredths of a point of supported stability for one point of a gauge.
fn weight(glance: &Glance<'_>, gauge: Gauge, strained: Option<Gauge>) -> Option<i64> {
    let weights = &glance.scenario().stability;
    let share = match gauge {
        Gauge::Stability => return Some(100),
        Gauge::Trust => weights.trust,
        Gauge::SharedFront => weights.shared_front,
        Gauge::Resentment => -weights.calm,
        Gauge::Strain(_) if Some(gauge) == strained => -weights.room,
        _ => return None,
    };
    Some(share * weights.stretch / 100)
}
