//! What a choice would likely do, in a few words for a list and in rows for a sheet.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::glance::{Glance, band_words};
use crate::theme::Theme;
use crate::widget::change::{signed, signed_tenths};
use crate::widget::fit::{PART, fit_parts, wrap_parts};
use unequal_core::engine::preview::{Expected, Preview};
use unequal_core::engine::seat::Seat;
use unequal_core::model::gauge::Gauge;
use unequal_core::model::place::DomainAt;

/// The rolls of two dice.
const ROLLS: i64 = 36;

/// Changes weighed by the odds of the three bands, rounded; the supported stability with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likely {
    /// Change of the stability that circumstances support.
    pub supported: i64,
    /// Changes of gauges, in canonical order.
    pub changes: Vec<(Gauge, i64)>,
    /// Chances in 36 that a red line is crossed, as far as the seat knows where they lie.
    pub crossing: i64,
}

fn rounded(sum: i64) -> i64 {
    (sum.abs() * 2 + ROLLS) / (2 * ROLLS) * sum.signum()
}

/// What a demand and a reply would do on average.
pub fn likely(glance: &Glance<'_>, preview: &Preview) -> Likely {
    let weighed: Vec<(i64, &Expected)> = preview.odds.into_iter().zip(&preview.results).collect();
    let supported = weighed
        .iter()
        .map(|(odds, result)| odds * result.supported)
        .sum();
    let changes = glance
        .scenario()
        .gauges()
        .into_iter()
        .map(|gauge| {
            let sum = weighed
                .iter()
                .map(|(odds, result)| odds * change_of(result, gauge))
                .sum();
            (gauge, rounded(sum))
        })
        .filter(|(_, by)| *by != 0)
        .collect();
    let crossing = weighed
        .iter()
        .filter(|(_, result)| result.crossed > 0)
        .map(|(odds, _)| odds)
        .sum();
    Likely {
        supported: rounded(supported),
        changes,
        crossing,
    }
}

/// The change of a gauge in a result.
pub fn change_of(result: &Expected, gauge: Gauge) -> i64 {
    result
        .changes
        .iter()
        .find(|(changed, _)| *changed == gauge)
        .map_or(0, |(_, by)| *by)
}

/// One change in words: `trust −5`, `gains +4.5`, `strain +3`; other domains by their code: `AR capacity −5`.
pub fn one(glance: &Glance<'_>, gauge: Gauge, by: i64) -> String {
    if gauge == Gauge::Gains {
        return format!("gains {}", signed_tenths(by));
    }
    let here = glance.at_stake();
    let of = |d: DomainAt, part: &str| {
        if here == Some(d) {
            part.to_owned()
        } else {
            format!("{} {part}", glance.text().domains[d].code)
        }
    };
    let name = match gauge {
        Gauge::Dependence(d) => of(d, "dependence"),
        Gauge::Capacity(d) => of(d, "capacity"),
        Gauge::Strain(d) => of(d, "strain"),
        other => glance.short_name(other),
    };
    format!("{name} {}", signed(by))
}

/// How much a side cares about a gauge: what is its own comes first.
fn weight(seat: Seat, gauge: Gauge) -> i64 {
    match (seat, gauge) {
        (Seat::Client, Gauge::Autonomy | Gauge::Endurance | Gauge::Strain(_))
        | (Seat::Patron, Gauge::Credibility)
        | (Seat::Europe, Gauge::Unity | Gauge::Exposure) => 30,
        (Seat::Client, Gauge::Capacity(_)) => 20,
        (Seat::Patron, Gauge::Gains) => 4,
        (_, Gauge::Gains) => 1,
        _ => 10,
    }
}

/// Changes in words, those first that matter most to the seat that looks.
pub fn words(glance: &Glance<'_>, changes: &[(Gauge, i64)]) -> String {
    let mut sorted = changes.to_vec();
    sorted.retain(|(gauge, _)| glance.view.has_europe || !gauge.is_europes());
    sorted.sort_by_key(|(gauge, by)| std::cmp::Reverse(by.abs() * weight(glance.seat, *gauge)));
    let parts: Vec<String> = sorted
        .into_iter()
        .map(|(gauge, by)| one(glance, gauge, by))
        .collect();
    parts.join(" · ")
}

/// What a choice would likely do, for the note of an option.
pub fn note(glance: &Glance<'_>, likely: &Likely) -> String {
    let mut note = format!("stability {}", signed(likely.supported));
    let rest = words(glance, &likely.changes);
    if likely.crossing > 0 {
        note = format!("✗ may cross a red line · {note}");
    }
    if !rest.is_empty() {
        note = format!("{note} · {rest}");
    }
    note
}

/// A band with its odds and what is handed over, and in words what it would move.
fn told(
    glance: &Glance<'_>,
    odds: i64,
    result: &Expected,
    theme: &Theme,
) -> (Line<'static>, String) {
    let crossed = if result.crossed > 0 {
        "✗ red line · "
    } else {
        ""
    };
    let head = Line::from(vec![
        Span::styled(format!("{odds:>2}/36 "), theme.strong),
        Span::styled(format!("{:<25}", band_words(result.band)), theme.text),
        Span::styled(format!("{:>3} %  ", result.delivered), theme.text),
        Span::styled(crossed, theme.danger),
    ]);
    let rest = words(glance, &result.changes);
    let moves = format!("stability {}{PART}{rest}", signed(result.supported));
    (head, moves.trim_end_matches(PART).to_owned())
}

/// The three bands with their odds, offers and changes, one line each.
pub fn bands(
    glance: &Glance<'_>,
    preview: &Preview,
    columns: usize,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let all = preview.odds.into_iter().zip(&preview.results);
    all.map(|(odds, result)| {
        let (mut line, moves) = told(glance, odds, result, theme);
        let room = columns.saturating_sub(line.width());
        line.push_span(Span::styled(fit_parts(&moves, room), theme.dim));
        line
    })
    .collect()
}

/// The same with all that each would move, below it where the line does not hold it.
pub fn bands_in_full(
    glance: &Glance<'_>,
    preview: &Preview,
    columns: usize,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let all = preview.odds.into_iter().zip(&preview.results);
    let all: Vec<_> = all
        .map(|(odds, result)| told(glance, odds, result, theme))
        .collect();
    let fits = |(line, moves): &(Line<'_>, String)| line.width() + moves.width() <= columns;
    if all.iter().all(fits) {
        return bands(glance, preview, columns, theme);
    }
    let below = all.into_iter().flat_map(|(line, moves)| {
        let moved = wrap_parts(&moves, columns.saturating_sub(UNDER.len()));
        let moved = moved
            .into_iter()
            .map(|words| Line::styled(format!("{UNDER}{words}"), theme.dim));
        std::iter::once(line).chain(moved)
    });
    below.collect()
}

/// What stands before the changes below a band: the columns of its odds.
const UNDER: &str = "      ";
