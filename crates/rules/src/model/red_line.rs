//! The cliff: strain that reaches a red line crosses it for good (rules 14).

use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges;
use crate::model::ledger::{Books, Ledger, Reason};
use crate::model::place::DomainAt;
use crate::model::position::Position;

/// Crosses every red line that strain has reached; returns how many were crossed now.
#[inline]
pub fn cross(books: &mut Books<'_, Position, impl Ledger>) -> usize {
    if books.position.has_reached_any_line() {
        cross_reached(books)
    } else {
        0
    }
}

/// Crosses the red lines that strain has reached since an earlier position; one that strain had passed then without
/// crossing it, because it lies elsewhere than it was declared, is met again only by more strain.
pub fn cross_since(books: &mut Books<'_, Position, impl Ledger>, earlier: &Position) -> usize {
    let mut crossed = 0;
    for domain in books.scenario.domains() {
        let strain = Gauge::Strain(domain);
        let held =
            earlier.has_reached_line(domain) && books.position.get(strain) <= earlier.get(strain);
        if books.position.has_reached_line(domain) && !held {
            crossed += 1;
            books.position.cross_line(domain);
            shock(books, domain);
        }
    }
    crossed
}

fn cross_reached(books: &mut Books<'_, Position, impl Ledger>) -> usize {
    let scenario = books.scenario;
    let mut crossed = 0;
    for domain in scenario.domains() {
        if books.position.has_reached_line(domain) {
            crossed += 1;
            books.position.cross_line(domain);
            shock(books, domain);
        }
    }
    crossed
}

/// What crossing a domain's red line does, wherever that line lies.
#[inline]
pub fn shock(books: &mut Books<'_, impl Gauges, impl Ledger>, domain: DomainAt) {
    let rules = &books.scenario.breach;
    let because = Reason::RedLine(domain);
    books.add(Gauge::Stability, -rules.stability, because);
    books.add(Gauge::Resentment, rules.resentment, because);
}
