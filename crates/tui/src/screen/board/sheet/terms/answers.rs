//! What each answer to a demand would likely move, as a table: the answers as rows, the gauges that a patron looks at as
//! columns.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::glance::Glance;
use crate::screen::board::effects::Likely;
use crate::screen::board::option::why_closed;
use crate::theme::Theme;
use crate::widget::change::{signed, signed_tenths};
use crate::widget::fit::pad;
use unequal_core::model::choice::{Demand, Reply, Response};
use unequal_core::model::gauge::Gauge;

/// Columns of the names of answers and of each number, by the room there is.
struct Cells {
    first: usize,
    stability: usize,
    others: [usize; COLUMNS.len()],
}

impl Cells {
    fn of(glance: &Glance<'_>, width: u16) -> Self {
        if width >= WIDE {
            let others = COLUMNS.map(|(_, name, _)| name.width() + 2);
            let stability = STABILITY.width() + 2;
            return Self {
                first: 32,
                stability,
                others,
            };
        }
        // No wider than its heading, so that the names of answers are read to their end.
        let others = COLUMNS.map(|(_, _, short)| short.width().max(NUMBER) + 1);
        let stability = STABILITY.width() + 1;
        let taken = stability + others.iter().sum::<usize>();
        let names = Response::ALL.iter();
        let longest = names.map(|response| glance.text().response(*response).name.width());
        let longest = longest.max().unwrap_or(0) + 1;
        let room = usize::from(width).saturating_sub(taken);
        let first = (longest + CODE).min(room).max(12);
        Self {
            first,
            stability,
            others,
        }
    }
}

/// The fewest columns in which every number has a wide column, and a crossed line words of its own.
const WIDE: u16 = 107;

const STABILITY: &str = "stability";

/// Columns of the card that a deflection would give: ` → AR1`.
const CODE: usize = 6;

/// The widest number: `+12.5`.
const NUMBER: usize = 5;

/// The gauges that a patron looks at, in full and short.
const COLUMNS: [(Gauge, &str, &str); 5] = [
    (Gauge::Gains, "gains", "gains"),
    (Gauge::Trust, "trust", "trust"),
    (Gauge::Resentment, "resentment", "resent."),
    (Gauge::Autonomy, "autonomy", "autonomy"),
    (Gauge::Credibility, "credibility", "credib."),
];

/// The headings.
pub(super) fn head(glance: &Glance<'_>, width: u16, theme: &Theme) -> Line<'static> {
    let cells = Cells::of(glance, width);
    let mut text = pad(&format!("If {} answers", glance.text().client), cells.first);
    text.push_str(&pad(STABILITY, cells.stability));
    for ((_, name, short), cell) in COLUMNS.into_iter().zip(cells.others) {
        let name = if name.width() < cell { name } else { short };
        text.push_str(&pad(name, cell));
    }
    Line::from(Span::styled(text, theme.dim))
}

/// An answer with what it would likely move.
pub(super) fn row(
    glance: &Glance<'_>,
    reply: Reply,
    likely: &Likely,
    width: u16,
    theme: &Theme,
) -> Line<'static> {
    let text = glance.text();
    let cells = Cells::of(glance, width);
    let crosses = likely.crossing > 0;
    let narrow = width < WIDE;
    let mut name = text.response(reply.response).name.clone();
    if narrow && crosses {
        name.insert_str(0, "✗ ");
    }
    let with_card = reply
        .instead
        .map(|card| format!("{name} → {}", text.cards[card].code));
    let name = with_card
        .filter(|name| name.width() < cells.first)
        .unwrap_or(name);
    let hue = if crosses { theme.danger } else { theme.client };
    let mut spans = vec![
        Span::styled(pad(&name, cells.first - 1), hue),
        Span::raw(" "),
        Span::styled(
            pad(&signed(likely.supported), cells.stability),
            theme.strong,
        ),
    ];
    for ((gauge, ..), cell) in COLUMNS.into_iter().zip(cells.others) {
        let by = likely
            .changes
            .iter()
            .find(|(changed, _)| *changed == gauge)
            .map_or(0, |(_, by)| *by);
        let number = match (gauge, by) {
            (_, 0) => "·".to_owned(),
            (Gauge::Gains, by) => signed_tenths(by),
            (_, by) => signed(by),
        };
        spans.push(Span::styled(pad(&number, cell), theme.text));
    }
    if crosses && !narrow {
        spans.push(Span::styled(
            format!("✗ red line {}/36", likely.crossing),
            theme.danger,
        ));
    }
    Line::from(spans)
}

/// A response that cannot be given, and why.
pub(super) fn closed_row(
    glance: &Glance<'_>,
    demand: Demand,
    response: Response,
    width: u16,
    theme: &Theme,
) -> Line<'static> {
    let first = Cells::of(glance, width).first;
    let name = &glance.text().response(response).name;
    Line::from(vec![
        Span::styled(pad(name, first - 1), theme.dim),
        Span::raw(" "),
        Span::styled(why_closed(glance, demand, response), theme.dim),
    ])
}
