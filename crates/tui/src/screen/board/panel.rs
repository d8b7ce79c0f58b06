//! The panels of the board and where they lie, from 60x20 to a projector.
//!
//! ```text
//! ┌ Stability ───────────┬ On the table ─────────┐     ┌ Stability ──────────────────┐
//! │                      │                       │     │                             │
//! │                      ├ Russia answers ───────┤     ├ Act · Table · Domains · … ──┤
//! ├ Domains ─────────────┤                       │     │                             │
//! │                      ├ Why stability moved ──┤     │                             │
//! ├ Pressures ───────────┤                       │     └─────────────────────────────┘
//! ├ Record ──────────────┴───────────────────────┤      narrow: panels become tabs
//! └──────────────────────────────────────────────┘
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::symbols::merge::MergeStrategy;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Widget};

use crate::theme::Theme;
use unequal_core::engine::seat::Seat;

/// A panel that can have the focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// What the seat at the screen may do.
    #[default]
    Act,
    /// What lies on the table.
    Table,
    /// The domains.
    Domains,
    /// Outside conditions, and what lies between the two sides.
    Gauges,
    /// Why stability moved.
    Why,
    /// The record.
    Record,
    /// What waits in the room: for the white cell.
    Room,
}

impl Panel {
    /// All panels, in the order of the focus.
    pub const ALL: [Self; 7] = [
        Self::Act,
        Self::Room,
        Self::Table,
        Self::Domains,
        Self::Gauges,
        Self::Why,
        Self::Record,
    ];

    /// The panels that a seat has, in the order of the focus.
    pub const fn of(seat: Seat) -> &'static [Self] {
        match seat {
            Seat::WhiteCell => &Self::ALL,
            Seat::Patron | Seat::Client | Seat::Europe | Seat::Audience => &[
                Self::Act,
                Self::Table,
                Self::Domains,
                Self::Gauges,
                Self::Why,
                Self::Record,
            ],
        }
    }

    /// The word on its tab.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Act => "Act",
            Self::Table => "Table",
            Self::Domains => "Domains",
            Self::Gauges => "Pressures",
            Self::Why => "Why",
            Self::Record => "Record",
            Self::Room => "Room",
        }
    }

    /// The panel after this one, or before it.
    #[must_use]
    pub fn stepped(self, by: isize, all: &[Self]) -> Self {
        let count = all.len().max(1);
        let at = all.iter().position(|panel| *panel == self).unwrap_or(0);
        let to = (at + count).saturating_add_signed(by) % count;
        all.get(to).copied().unwrap_or_default()
    }
}

/// Rows that panels need inside their borders.
#[derive(Clone, Copy, Debug)]
pub struct Needs {
    /// The domains with their head.
    pub domains: u16,
    /// How many conditions and moods there are.
    pub cells: (usize, usize),
    /// The options.
    pub options: u16,
    /// What lies on the table, in so many columns as its panel has beside the curve.
    pub table: u16,
    /// Why stability moved, in the same columns.
    pub why: u16,
    /// What waits in the room, for the seat that has this panel.
    pub room: Option<u16>,
}

/// Where the panels lie. Neighbours share their borders.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The stability curve.
    pub curve: Rect,
    /// The panels that are shown.
    pub panels: Vec<(Panel, Rect)>,
    /// Whether panels are tabs of one place.
    pub tabbed: bool,
}

/// Columns that a gauge takes in its grid, with the gap to the next.
const GAUGE_COLUMN: u16 = 22;

/// The fewest columns and rows at which panels stand side by side.
const WIDE: (u16, u16) = (100, 30);
/// The fewest columns and rows at which they stand in three columns.
const WIDEST: (u16, u16) = (170, 40);

/// Rows of a column, each sharing a border with the next; the rows that are asked for shrink where
/// there is no room, the one at `grows` takes what is left.
fn column(area: Rect, wanted: &[u16], grows: usize) -> Vec<Rect> {
    let gaps = u16::try_from(wanted.len()).unwrap_or(1).saturating_sub(1);
    let room = area.height + gaps;
    let fixed: u16 = wanted
        .iter()
        .enumerate()
        .filter(|(place, _)| *place != grows)
        .map(|(_, rows)| *rows)
        .sum();
    let mut left = room;
    let mut y = area.y;
    let mut out = Vec::new();
    for (place, rows) in wanted.iter().enumerate() {
        let rows = if place == grows {
            room.saturating_sub(fixed).max(wanted[grows])
        } else {
            *rows
        };
        let height = rows.min(left).min(area.bottom().saturating_sub(y));
        out.push(Rect { y, height, ..area });
        left = left.saturating_sub(rows);
        y += height.saturating_sub(1);
    }
    out
}

/// Plans the board for an area.
pub fn plan(area: Rect, focus: Panel, needs: &Needs) -> Plan {
    if area.width >= WIDEST.0 && area.height >= WIDEST.1 {
        three(area, needs)
    } else if area.width >= WIDE.0 && area.height >= WIDE.1 {
        two(area, needs)
    } else {
        tabs(area, focus)
    }
}

fn tabs(area: Rect, focus: Panel) -> Plan {
    let curve = (area.height * 46 / 100).clamp(8.min(area.height), 20);
    let places = column(area, &[curve, 3], 1);
    Plan {
        curve: places[0],
        panels: vec![(focus, places[1])],
        tabbed: true,
    }
}

fn gauges_height(width: u16, needs: &Needs) -> u16 {
    let (conditions, moods) = needs.cells;
    // As many columns as the grid will make of them, with names of the usual length.
    let columns = usize::from((width.saturating_sub(2)) / GAUGE_COLUMN).max(1);
    let rows = conditions.div_ceil(columns) + moods.div_ceil(columns);
    u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(2)
}

/// Columns of the panels beside the curve, their border counted.
const fn beside_the_curve(area: Rect) -> u16 {
    area.width - area.width * 56 / 100 + 1
}

/// Columns for a text in a panel beside the curve.
pub fn text_columns(area: Rect) -> u16 {
    beside_the_curve(area).saturating_sub(4)
}

fn two(area: Rect, needs: &Needs) -> Plan {
    let record = (area.height / 6).clamp(5, 11);
    // For a side the record runs below both columns; the white cell's room stands in the second one, so
    // that the curve keeps its height.
    let rows = column(area, &[10, record], 0);
    let (top, below) = match needs.room {
        None => (rows[0], rows[1]),
        Some(_) => (area, Rect::default()),
    };
    let width = area.width + 1 - beside_the_curve(area);
    let left = Rect { width, ..top };
    let right = Rect {
        x: top.x + width - 1,
        width: beside_the_curve(area),
        ..top
    };
    let gauges = gauges_height(left.width, needs);
    let why = if area.height >= 40 { 9 } else { 6 };
    let mut lefts = vec![8, needs.domains + 2, gauges];
    let mut rights = vec![6, needs.options + 2, why];
    if let Some(room) = needs.room {
        lefts.push(record);
        rights[2] = if area.height >= 33 { why } else { 4 };
        rights.push(room + 2);
    }
    // What the table leaves free goes to why stability moved.
    let borders = u16::try_from(rights.len() - 1).unwrap_or(0);
    let others: u16 = rights.iter().skip(1).sum();
    let free = (right.height + borders)
        .saturating_sub(others)
        .saturating_sub(rights[0].max(needs.table.saturating_add(2)));
    let lacking = needs.why.saturating_add(2).saturating_sub(rights[2]);
    rights[2] += free.min(lacking);
    let lefts = column(left, &lefts, 0);
    let rights = column(right, &rights, 0);
    let mut panels = vec![
        (Panel::Table, rights[0]),
        (Panel::Act, rights[1]),
        (Panel::Domains, lefts[1]),
        (Panel::Gauges, lefts[2]),
        (Panel::Why, rights[2]),
        (Panel::Record, lefts.get(3).copied().unwrap_or(below)),
    ];
    panels.extend(rights.get(3).map(|place| (Panel::Room, *place)));
    Plan {
        curve: lefts[0],
        panels,
        tabbed: false,
    }
}

fn three(area: Rect, needs: &Needs) -> Plan {
    let first = area.width * 45 / 100;
    let second = area.width * 29 / 100;
    let left = Rect {
        width: first,
        ..area
    };
    let middle = Rect {
        x: left.right() - 1,
        width: second + 1,
        ..area
    };
    let right = Rect {
        x: middle.right() - 1,
        width: area.right() - middle.right() + 1,
        ..area
    };
    let gauges = gauges_height(left.width, needs);
    let lefts = column(left, &[8, needs.domains + 2, gauges], 0);
    let middles = column(middle, &[8, needs.options + 2], 0);
    let room = needs.room.map_or(0, |room| room + 2);
    let wanted: &[u16] = if room > 0 { &[12, 8, room] } else { &[12, 8] };
    let rights = column(right, wanted, 1);
    let mut panels = vec![
        (Panel::Table, middles[0]),
        (Panel::Act, middles[1]),
        (Panel::Domains, lefts[1]),
        (Panel::Gauges, lefts[2]),
        (Panel::Why, rights[0]),
        (Panel::Record, rights[1]),
    ];
    panels.extend(rights.get(2).map(|place| (Panel::Room, *place)));
    Plan {
        curve: lefts[0],
        panels,
        tabbed: false,
    }
}

/// Draws the frame of a panel, joined to its neighbours; gives the room inside.
pub fn frame(area: Rect, buf: &mut Buffer, title: Line<'_>, theme: &Theme) -> Rect {
    let block = Block::bordered()
        .border_style(theme.rule)
        .merge_borders(MergeStrategy::Exact)
        .title(title);
    block.render(area, buf);
    inside(area)
}

/// The room inside a panel.
pub fn inside(area: Rect) -> Rect {
    let inner = Block::bordered().inner(area);
    Rect {
        x: inner.x + u16::from(inner.width > 2),
        width: inner.width.saturating_sub(2).max(inner.width.min(2)),
        ..inner
    }
}

/// A title for a frame; the focus marks it.
pub fn title(words: &str, focused: bool, theme: &Theme) -> Line<'static> {
    let (mark, style) = if focused {
        (" ▸ ", theme.accent.patch(theme.title))
    } else {
        (" ", theme.title)
    };
    Line::from(vec![
        Span::styled(mark, theme.accent),
        Span::styled(words.to_owned(), style),
        Span::raw(" "),
    ])
}

/// The titles of all panels, where they are tabs; with the columns that each takes.
pub fn tab_titles(
    focus: Panel,
    panels: &[Panel],
    theme: &Theme,
) -> (Line<'static>, Vec<(Panel, u16)>) {
    let mut spans = vec![Span::raw(" ")];
    let mut widths = Vec::new();
    for panel in panels.iter().copied() {
        let here = panel == focus;
        let word = panel.word();
        let text = if here {
            format!("▸ {word}")
        } else {
            word.to_owned()
        };
        let style = if here {
            theme.accent.patch(theme.title)
        } else {
            theme.dim
        };
        let width = unicode_width::UnicodeWidthStr::width(text.as_str());
        widths.push((panel, u16::try_from(width).unwrap_or(0)));
        spans.push(Span::styled(text, style));
        spans.push(Span::styled(" ─ ", theme.rule));
    }
    spans.pop();
    spans.push(Span::raw(" "));
    (Line::from(spans), widths)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needs() -> Needs {
        Needs {
            domains: 6,
            cells: (5, 7),
            options: 7,
            table: 5,
            why: 9,
            room: Some(8),
        }
    }

    #[test]
    fn every_panel_lies_inside_the_area_at_every_size() {
        for width in 0..220 {
            for height in 0..70 {
                let area = Rect::new(0, 1, width, height);
                for panel in Panel::ALL {
                    let plan = plan(area, panel, &needs());
                    for (_, place) in plan.panels.iter().chain([&(Panel::Act, plan.curve)]) {
                        assert_eq!(area.union(*place), area, "{width}x{height} {plan:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_focus_goes_round() {
        let of_a_side = Panel::of(Seat::Client);
        assert_eq!(Panel::Act.stepped(-1, of_a_side), Panel::Record);
        assert_eq!(Panel::Record.stepped(1, of_a_side), Panel::Act);
        assert_eq!(Panel::Act.stepped(1, of_a_side), Panel::Table);
        assert_eq!(
            Panel::Act.stepped(1, Panel::of(Seat::WhiteCell)),
            Panel::Room
        );
    }
}
