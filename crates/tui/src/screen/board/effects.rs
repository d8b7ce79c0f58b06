//! What a choice would likely do, in a few words for a list and in rows for a sheet.

use ratatui::text::{Line, Span};

use crate::glance::{Glance, band_words};
use crate::theme::Theme;
use crate::widget::change::{signed, signed_tenths};
use crate::widget::fit::{PART, wrap_parts};
use crate::widget::prose::Piece;
use unequal_core::engine::preview::{Expected, MeasurePreview, Moved, Preview};
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

/// One of several results that dice may give.
struct Weighed<'a> {
    odds: i64,
    supported: i64,
    changes: &'a [(Gauge, i64)],
    crossed: usize,
}

/// What results come to on average.
fn average(glance: &Glance<'_>, results: &[Weighed<'_>]) -> Likely {
    let supported = results.iter().map(|of| of.odds * of.supported).sum();
    let sum = |gauge: Gauge| {
        let all = results.iter();
        all.map(|of| of.odds * change_of(of.changes, gauge)).sum()
    };
    let gauges = glance.scenario().gauges().into_iter();
    let changes = gauges.map(|gauge| (gauge, rounded(sum(gauge))));
    let crossing = results.iter().filter(|of| of.crossed > 0);
    Likely {
        supported: rounded(supported),
        changes: changes.filter(|(_, by)| *by != 0).collect(),
        crossing: crossing.map(|of| of.odds).sum(),
    }
}

/// What a demand and a reply would do on average.
pub fn likely(glance: &Glance<'_>, preview: &Preview) -> Likely {
    let results = preview.odds.into_iter().zip(&preview.results);
    let results = results.map(|(odds, result)| Weighed {
        odds,
        supported: result.supported,
        changes: &result.changes,
        crossed: result.crossed,
    });
    average(glance, &results.collect::<Vec<_>>())
}

/// What a measure would do on average.
pub fn of_measure(glance: &Glance<'_>, preview: &MeasurePreview) -> Likely {
    let results = preview.odds.into_iter().zip(&preview.results);
    let results = results.map(|(odds, moved)| Weighed {
        odds,
        supported: moved.supported.1 - moved.supported.0,
        changes: &moved.changes,
        crossed: moved.crossed,
    });
    average(glance, &results.collect::<Vec<_>>())
}

/// What something would do for certain.
pub fn certain(moved: &Moved) -> Likely {
    let (before, after) = moved.supported;
    Likely {
        supported: after - before,
        changes: moved.changes.clone(),
        crossing: if moved.crossed > 0 { ROLLS } else { 0 },
    }
}

/// What a follow-up would do.
pub fn of_follow_up(expected: &Expected) -> Likely {
    Likely {
        supported: expected.supported,
        changes: expected.changes.clone(),
        crossing: if expected.crossed > 0 { ROLLS } else { 0 },
    }
}

/// The change of a gauge among others.
fn change_of(changes: &[(Gauge, i64)], gauge: Gauge) -> i64 {
    let mut all = changes.iter();
    let found = all.find(|(changed, _)| *changed == gauge);
    found.map_or(0, |(_, by)| *by)
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
    let heading = heading(&likely.changes, likely.supported);
    let crosses = if likely.crossing > 0 {
        "✗ may cross a red line".to_owned()
    } else {
        String::new()
    };
    let mut parts = vec![crosses, heading, words(glance, &likely.changes)];
    parts.retain(|part| !part.is_empty());
    parts.join(PART)
}

/// How much lower or higher stability is heading. What moves stability itself stands among the changes: beside that it has
/// another name, and nothing is said where it is not heading elsewhere.
fn heading(changes: &[(Gauge, i64)], supported: i64) -> String {
    match (change_of(changes, Gauge::Stability), supported) {
        (0, heading) => format!("stability {}", signed(heading)),
        (_, 0) => String::new(),
        (_, heading) => format!("heading {}", signed(heading)),
    }
}

/// All that a result would move, with where stability is heading first.
pub fn moves(glance: &Glance<'_>, result: &Expected) -> String {
    let mut parts = vec![
        heading(&result.changes, result.supported),
        words(glance, &result.changes),
    ];
    parts.retain(|part| !part.is_empty());
    parts.join(PART)
}

/// A band with its odds and what is handed over, and in words what it would move.
fn told(
    glance: &Glance<'_>,
    odds: i64,
    result: &Expected,
    beside: bool,
    theme: &Theme,
) -> (Line<'static>, String) {
    let crossed = match (result.crossed > 0, beside) {
        (true, true) => "✗ red line · ",
        (true, false) => "✗ red line",
        (false, _) => "",
    };
    let head = Line::from(vec![
        Span::styled(format!("{odds:>2}/36 "), theme.strong),
        Span::styled(format!("{:<25}", band_words(result.band)), theme.text),
        Span::styled(format!("{:>3} %  ", result.delivered), theme.text),
        Span::styled(crossed, theme.danger),
    ]);
    (head, moves(glance, result))
}

/// Columns from which what a band would move stands beside it, and not below.
const BESIDE: usize = 130;

/// The three bands with their odds, offers and changes, each told to its end.
pub fn bands(
    glance: &Glance<'_>,
    preview: &Preview,
    columns: usize,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let all = preview.odds.into_iter().zip(&preview.results);
    let all = all.flat_map(|(odds, result)| -> Vec<Line<'static>> {
        let beside = columns >= BESIDE;
        let (head, moves) = told(glance, odds, result, beside, theme);
        if !beside {
            let under = Line::raw("      ");
            let words = wrap_parts(&moves, columns.saturating_sub(under.width()));
            let under = hung(&under, words, theme);
            return std::iter::once(head).chain(under).collect();
        }
        let words = wrap_parts(&moves, columns.saturating_sub(head.width()));
        hung(&head, words, theme)
    });
    all.collect()
}

/// Lines of words that hang behind a head, which stands before the first of them.
pub fn hung(head: &Line<'static>, words: Vec<String>, theme: &Theme) -> Vec<Line<'static>> {
    let blank = Line::raw(" ".repeat(head.width()));
    let lines = words.into_iter().enumerate().map(|(at, words)| {
        let mut line = if at == 0 { head.clone() } else { blank.clone() };
        line.push_span(Span::styled(words, theme.dim));
        line
    });
    lines.collect()
}

/// The three bands to read: the throws that give each, what of which card is handed over, all that it would move.
pub fn bands_to_read(
    glance: &Glance<'_>,
    preview: &Preview,
    code: &str,
    theme: &Theme,
) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (odds, result) in preview.odds.into_iter().zip(&preview.results) {
        if odds == 0 {
            continue;
        }
        let crossed = if result.crossed > 0 {
            " · ✗ red line"
        } else {
            ""
        };
        let band = band_words(result.band);
        let head = format!(
            "{odds} of {ROLLS} throws: {band} · {} % of {code}{crossed}",
            result.delivered
        );
        pieces.push(Piece::Heading(head, theme.strong));
        pieces.push(Piece::Parts(moves(glance, result)));
    }
    pieces
}
