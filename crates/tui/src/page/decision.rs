//! A decision takes the screen: what is asked, the choices as rows of a table, what the chosen one does, what to keep in
//! mind, and where rows remain the curve as a strip.
//!
//! ```text
//! ┌ Russia answers ─────────────────────────────────────────────────────────────┐
//! │ EC4 Fixed-formula crude discount · Economy · Press ●●○                      │
//! │ “Winter prices show what the market bears …”                                │
//! │ If Russia answers          stab. trust resent. auton. endur. strain gains   │
//! │ › 1 Accept                    −6    −3      +6     −3     −4   !+18 +6.6    │
//! │   2 Refuse                   !−7   !−8     ✓+3    ✓+1    !−9    ✓+4    ·    │
//! │                                                                             │
//! │ Strains a red line a good deal, …     │ Russia’s red lines in Economy       │
//! │ 26 of 36 throws: gives more …         │ What China may do next              │
//! └─────────────────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::command::{Command, Hint};
use crate::field::LineField;
use crate::glance::Glance;
use crate::page::paper::{Reading, WHOLE, below, heading, inside, lines};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::{Text, Walk};
use crate::widget::choice_table::ChoiceTable;
use crate::widget::prose::{Piece, Prose};
use crate::widget::stability_curve::StabilityCurve;
use unequal_core::model::gauge::Gauge;

/// What a page of a decision shows, from its top.
#[derive(Clone, Debug, Default)]
pub struct Decision {
    /// What is decided on, in a line or two.
    pub head: Vec<Piece>,
    /// What is asked, in full: below the head where it leaves room, else the first that is read.
    pub asked: Vec<Piece>,
    /// The choices.
    pub table: ChoiceTable,
    /// Rows between the head and the table, and below the table, that the page draws itself.
    pub own: [u16; 2],
    /// What the chosen one does.
    pub does: Vec<Piece>,
    /// What to keep in mind whatever is chosen.
    pub known: Vec<Piece>,
}

/// The fewest rows of what there is to read before the text of what is asked takes rows from it.
const READ: u16 = 4;
/// The fewest columns in which two texts stand beside each other.
const BESIDE: u16 = 108;
/// The fewest rows of the strip with the curve, the free line above it counted, and the most.
const STRIP: (u16, u16) = (6, 10);
/// The fewest rows of a page in which free lines part what stands on it.
const ROOMY: u16 = 26;

/// Where everything of a decision lies.
#[derive(Debug)]
pub struct LaidOut {
    top: (Prose, Rect),
    /// Rows between the head and the table, and below the table, that the page draws itself.
    pub own: [Rect; 2],
    /// The table.
    pub table: Rect,
    texts: Vec<Reading>,
    strip: Rect,
}

impl Decision {
    /// Follows a command through its choices, its text and its columns; tells whether it was one of moving about.
    pub fn follow(&self, walk: &mut Walk, command: Command, sitting: &Sitting) -> bool {
        let laid_out = self.laid_out(inside(sitting, WHOLE), &sitting.theme);
        // A page stays in its text where that is longer than its room: nobody who reads on is led to another choice.
        self.sideways(walk, command, laid_out.table)
            || walk.follow_text(command, Some(laid_out.text()))
            || walk.follow(command, self.table.rows.len(), None)
    }

    /// Follows a command through its text and its columns alone, where what is chosen from is not its table; tells
    /// whether there was more that way.
    pub fn follow_beside(&self, walk: &mut Walk, command: Command, sitting: &Sitting) -> bool {
        let laid_out = self.laid_out(inside(sitting, WHOLE), &sitting.theme);
        let more = self.table.goes_on(laid_out.table);
        (more && self.sideways(walk, command, laid_out.table))
            || walk.follow_text(command, Some(laid_out.text()))
    }

    /// Follows a command to other columns of its table; tells whether it was one to the side.
    fn sideways(&self, walk: &mut Walk, command: Command, area: Rect) -> bool {
        let right = match command {
            Command::Right => true,
            Command::Left => false,
            _ => return false,
        };
        walk.to_column(self.table.aside(area, right));
        true
    }

    /// How long what there is to read is, as the terminal is now.
    pub fn text(&self, sitting: &Sitting) -> Text {
        let laid_out = self.laid_out(inside(sitting, WHOLE), &sitting.theme);
        laid_out.text()
    }

    /// What the footer says of moving about.
    pub fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let laid_out = self.laid_out(inside(sitting, WHOLE), &sitting.theme);
        let mut hints = Vec::new();
        if self.table.goes_on(laid_out.table) {
            hints.push(Command::Right.hint("columns"));
        }
        if laid_out.text().beyond > 0 {
            hints.push(Command::PageDown.hint("read on"));
        }
        hints
    }
}

impl LaidOut {
    /// How long what there is to read is: the longer of two texts decides.
    pub fn text(&self) -> Text {
        let all = self.texts.iter().map(Reading::text);
        all.max_by_key(|text| text.beyond).unwrap_or_default()
    }
}

/// The first rows of an area, and the rest.
fn split(area: Rect, rows: u16) -> (Rect, Rect) {
    let height = rows.min(area.height);
    (Rect { height, ..area }, below(area, rows))
}

/// What a choice does in the left column and what else is known in the right one; where the right one is too short for
/// that and the left one has rows free, the first parts of it stand there.
fn flowed(does: &[Piece], known: &[Piece], columns: [Rect; 2], theme: &Theme) -> [Vec<Piece>; 2] {
    let fits = |pieces: &[Piece], place: Rect| !Reading::new(pieces, place, theme).goes_on();
    let [left, right] = columns;
    let mut best = [does.to_vec(), known.to_vec()];
    let gaps = (0..known.len()).filter(|at| known[*at] == Piece::Gap);
    for at in gaps {
        let under = [does, &[Piece::Gap], &known[..at]].concat();
        if fits(&best[1], right) || !fits(&under, left) {
            break;
        }
        best = [under, known[at + 1..].to_vec()];
    }
    best
}

impl Decision {
    /// Lays it out inside a page.
    pub fn laid_out(&self, inner: Rect, theme: &Theme) -> LaidOut {
        let short = |rows: usize| u16::try_from(rows).unwrap_or(u16::MAX);
        let prose = |pieces: &[Piece]| Prose::new(pieces, inner.width, theme);
        let gap = u16::from(inner.height >= ROOMY);
        let own: u16 = self.own.iter().sum();
        let rows = self.table.height().min(inner.height * 3 / 5);
        let head = short(prose(&self.head).height());
        let asked = short(prose(&self.asked).height());
        let taken = head
            .saturating_add(asked)
            .saturating_add(rows + own + 1 + gap + READ);
        let on_top = asked > 0 && taken <= inner.height;
        let above = if on_top {
            prose(&[self.head.as_slice(), &self.asked].concat())
        } else {
            prose(&self.head)
        };
        let height = short(above.height());
        let (top, rest) = split(inner, height);
        let (before, rest) = split(below(rest, gap.min(height)), self.own[0]);
        let (table, rest) = split(rest, rows);
        let (after, rest) = split(rest, self.own[1]);
        let read = below(rest, 1);
        let asked = if on_top { &[] } else { self.asked.as_slice() };
        let parted = |one: &[Piece], other: &[Piece]| -> Vec<Piece> {
            let gap = (!one.is_empty() && !other.is_empty()).then_some(Piece::Gap);
            one.iter()
                .cloned()
                .chain(gap)
                .chain(other.iter().cloned())
                .collect()
        };
        let texts = if inner.width >= BESIDE {
            let half = (inner.width - 3) / 2;
            let left = Rect {
                width: half,
                ..read
            };
            let right = Rect {
                x: read.x + half + 3,
                width: read.width - half - 3,
                ..read
            };
            let known = parted(asked, &self.known);
            let [does, known] = flowed(&self.does, &known, [left, right], theme);
            vec![(does, left), (known, right)]
        } else {
            let all = parted(&self.does, &parted(asked, &self.known));
            vec![(all, read)]
        };
        let texts = texts.into_iter();
        let mut texts: Vec<Reading> = texts
            .map(|(pieces, place)| Reading::new(&pieces, place, theme))
            .collect();
        let longest = texts.iter().map(|text| short(text.prose.height())).max();
        let longest = longest.unwrap_or(0).min(read.height);
        let strip = strip(read, longest);
        for text in &mut texts {
            text.place.height = text.place.height.min(read.height - strip.height);
        }
        LaidOut {
            top: (above, top),
            own: [before, after],
            table,
            texts,
            strip,
        }
    }

    /// Draws it inside a page, its texts from a line on.
    pub fn draw(
        &self,
        frame: &mut Frame<'_>,
        inner: Rect,
        scroll: usize,
        glance: &Glance<'_>,
        sitting: &Sitting,
    ) {
        let theme = &sitting.theme;
        let laid_out = self.laid_out(inner, theme);
        let (prose, top) = &laid_out.top;
        prose.draw(*top, frame.buffer_mut(), 0, theme);
        if !self.table.looked_at && !self.table.rests {
            sitting.mark_rows(self.table.places(laid_out.table));
        }
        self.table.draw(laid_out.table, frame.buffer_mut(), theme);
        for text in &laid_out.texts {
            text.draw(frame, scroll, theme);
        }
        // What parts two texts is the edge of the left one, at which an arrow says that more of it lies below.
        if let [left, _] = laid_out.texts.as_slice() {
            let place = left.place;
            for y in place.top()..place.bottom() {
                let spot = (place.right() + 1, y);
                frame.buffer_mut()[spot]
                    .set_symbol("│")
                    .set_style(theme.dim);
            }
        }
        curve(glance, laid_out.strip, frame.buffer_mut(), theme);
    }
}

/// Draws a question that is answered in words, and the line for them.
pub fn draw_line(
    frame: &mut Frame<'_>,
    area: Rect,
    question: &str,
    field: &LineField,
    theme: &Theme,
) {
    let at = lines(frame, area, &[heading(question, theme.strong)]);
    let line = Rect {
        height: at.height.min(1),
        ..at
    };
    if let Some(place) = field.draw(line, frame.buffer_mut(), theme, true) {
        frame.set_cursor_position(place);
    }
}

/// Draws the curve of stability.
pub fn curve(glance: &Glance<'_>, area: Rect, buf: &mut Buffer, theme: &Theme) {
    (&StabilityCurve {
        path: &glance.view.path,
        now: glance.view.get(Gauge::Stability),
        underway: glance.is_underway(),
        change: glance.stability_change(),
        moves: usize::try_from(glance.view.moves_planned).unwrap_or(12),
        thresholds: &glance.thresholds(),
        marks: &glance.marks(),
        theme,
    })
        .render(area, buf);
}

/// The strip with the curve at the foot of a room, where so many rows of it remain free; gives it no rows where not.
pub fn strip(room: Rect, used: u16) -> Rect {
    let left = room.height.saturating_sub(used);
    let height = if left >= STRIP.0 {
        (left - 1).min(STRIP.1)
    } else {
        0
    };
    Rect {
        y: room.bottom() - height,
        height,
        ..room
    }
}
