//! "Why?": what moved a gauge, entry by entry.

use crate::history::History;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_core::model::gauge::Gauge;
use unequal_core::model::ledger::Reason;

/// One line of the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhyLine {
    /// The entry.
    pub number: EntryNumber,
    /// The move, from 1.
    pub move_number: u32,
    /// By how much.
    pub by: i64,
    /// To what value.
    pub to: i64,
    /// The reason of the rules.
    pub reason: Reason,
    /// The entry in a sentence.
    pub sentence: String,
}

/// What moved `gauge` on this line of play, newest first, as `seat` may know it.
pub fn why(table: &History, gauge: Gauge, seat: Seat) -> Vec<WhyLine> {
    let mut lines: Vec<WhyLine> = Vec::new();
    for seen in table.seen(seat).into_iter().filter(|seen| !seen.undone) {
        for change in seen.changes.iter().filter(|change| change.gauge == gauge) {
            lines.push(WhyLine {
                number: seen.number,
                move_number: seen.move_number,
                by: change.by(),
                to: change.to,
                reason: change.reason,
                sentence: seen.sentence.clone(),
            });
        }
    }
    lines.reverse();
    lines
}
