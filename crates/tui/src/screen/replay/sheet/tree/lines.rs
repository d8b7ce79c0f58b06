//! The tree of lines as it is drawn: a row each, with its curve on the axis of all.

use std::collections::BTreeSet;

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::theme::Theme;
use crate::widget::change::{Stroke, on_axis};
use crate::widget::fit::{fit, pad};
use unequal_session::family::{InPart, Kin};
use unequal_session::history::TakenBack;
use unequal_session::telling::holder_words;

/// What a row stands for.
#[derive(Clone, Debug)]
pub(super) enum Twig {
    /// A line, by its place in the family.
    Line(usize),
    /// A piece that was taken back in the record that is open, by its place among them.
    TakenBack(usize),
}

/// The lines of a session.
#[derive(Debug)]
pub(super) struct Lines {
    /// The family, the trunk first.
    pub(super) kin: Vec<Kin>,
    /// The line that is open.
    pub(super) here: usize,
    /// What was taken back in it.
    pub(super) taken_back: Vec<TakenBack>,
    /// The lines whose branches are folded away.
    pub(super) folded: BTreeSet<usize>,
    /// The lines that are to be compared.
    pub(super) marked: BTreeSet<usize>,
}

/// Columns of the last level of a line.
pub(super) const LEVEL: usize = 3;

/// Columns of curves at the most.
const AXIS: usize = 26;

/// The letter of a line.
fn letter(place: usize) -> char {
    u8::try_from(place % 26).map_or('?', |place| char::from(b'A' + place))
}

/// Columns of who holds the seats of the two sides.
const SEATS: usize = 36;

/// The hue of a line: the letter and the drawing tell the same.
const fn hue(place: usize, theme: &Theme) -> Style {
    match place % 5 {
        0 => theme.strong,
        1 => theme.client,
        2 => theme.patron,
        3 => theme.white_cell,
        _ => theme.audience,
    }
}

impl Lines {
    fn is_hidden(&self, place: usize) -> bool {
        let mut at = self.kin[place].parent;
        while let Some((parent, _)) = at {
            if self.folded.contains(&parent) {
                return true;
            }
            at = self.kin[parent].parent;
        }
        false
    }

    /// The rows, from above.
    pub(super) fn twigs(&self) -> Vec<Twig> {
        let mut twigs = Vec::new();
        for place in (0..self.kin.len()).filter(|place| !self.is_hidden(*place)) {
            twigs.push(Twig::Line(place));
            if place == self.here && !self.folded.contains(&place) {
                twigs.extend((0..self.taken_back.len()).map(Twig::TakenBack));
            }
        }
        twigs
    }

    fn has_children(&self, place: usize) -> bool {
        let of_this = |kin: &Kin| kin.parent.is_some_and(|(parent, _)| parent == place);
        self.kin.iter().any(of_this) || (place == self.here && !self.taken_back.is_empty())
    }

    pub(super) fn row(&self, twig: &Twig, width: usize, theme: &Theme) -> Line<'static> {
        match twig {
            Twig::Line(place) => self.line(*place, width, theme),
            Twig::TakenBack(at) => {
                let piece = &self.taken_back[*at];
                let indent = "  ".repeat(self.kin[self.here].depth + 1);
                let words = format!("  {indent}  ┗━╸× {}", taken_back(piece));
                let curve = self.curve(&piece.curve, piece.shared, Stroke::TakenBack);
                let room = width.saturating_sub(curve.width() + LEVEL + 2);
                let words = format!("{} {curve}", pad(&fit(&words, room), room));
                Line::from(Span::styled(words, theme.dim))
            }
        }
    }

    fn line(&self, place: usize, width: usize, theme: &Theme) -> Line<'static> {
        let kin = &self.kin[place];
        let own = hue(place, theme);
        let mark = if self.marked.contains(&place) {
            "✓"
        } else {
            " "
        };
        let fold = match (self.has_children(place), self.folded.contains(&place)) {
            (false, _) => "  ",
            (true, true) => "▸ ",
            (true, false) => "▾ ",
        };
        let stem = match kin.parent {
            None => String::new(),
            Some((_, entry)) => format!("{}┗━╸{entry}  ", "  ".repeat(kin.depth - 1)),
        };
        let last = kin.curve.last().copied();
        let level = last.map_or_else(String::new, |level| format!("{level:>3}"));
        let stroke = match kin.parent {
            Some(_) => Stroke::Supposed,
            None => Stroke::Played,
        };
        let tail = match kin.in_part {
            Some(InPart::Newer) => {
                let columns = 27 + self.columns();
                format!("{:>columns$}", InPart::Newer.words())
            }
            in_part => format!(
                "{:>4} {} · {} {} {level}",
                kin.entries,
                if kin.entries == 1 {
                    "entry  "
                } else {
                    "entries"
                },
                in_part.map_or_else(
                    || format!("move {:<2}", kin.move_number),
                    |in_part| in_part.words().to_owned()
                ),
                self.curve(&kin.curve, kin.shared, stroke)
            ),
        };
        let [patron, client] = [&kin.seats.patron, &kin.seats.client].map(holder_words);
        let seats = fit(&format!("{patron} · {client}"), SEATS);
        let tail_width = tail.width();
        let room = width.saturating_sub(tail_width + 6);
        let (name_room, seats) = if room > SEATS + 26 {
            (room - SEATS - 2, pad(&seats, SEATS + 1))
        } else {
            (room, String::new())
        };
        let open = if place == self.here { " ◂ open" } else { "" };
        Line::from(vec![
            Span::styled(mark, theme.good),
            Span::styled(format!("{} ", letter(place)), own),
            Span::styled(fold, theme.dim),
            Span::styled(pad(&format!("{stem}{}{open}", kin.name), name_room), own),
            Span::styled(format!(" {seats}"), theme.dim),
            Span::styled(tail, theme.text),
        ])
    }

    /// Columns of the axis: a move each, with STARTEX before them.
    pub(super) fn columns(&self) -> usize {
        let longest = self.curves().map(<[i64]>::len).max();
        longest.unwrap_or(0).clamp(8, AXIS)
    }

    /// All curves, of what was taken back, too.
    fn curves(&self) -> impl Iterator<Item = &[i64]> {
        let back = self.taken_back.iter().map(|piece| &piece.curve[..]);
        self.kin.iter().map(|kin| &kin.curve[..]).chain(back)
    }

    /// A curve on the axis of all.
    fn curve(&self, curve: &[i64], shared: usize, stroke: Stroke) -> String {
        let levels = || self.curves().flatten().copied();
        let span = (levels().min().unwrap_or(0), levels().max().unwrap_or(0));
        let drawn = on_axis(curve, shared, span, stroke);
        pad(&fit(&drawn, self.columns()), self.columns())
    }

    /// The moves under the curves.
    pub(super) fn axis(&self) -> String {
        let columns = self.columns();
        let numbers = (0..columns).step_by(5).map(|number| number.to_string());
        let mut axis = String::new();
        for (at, number) in (0..).step_by(5).zip(numbers) {
            if at + number.len() <= columns {
                axis = pad(&axis, at) + &number;
            }
        }
        axis
    }
}

/// What was taken back, where, and why.
fn taken_back(piece: &TakenBack) -> String {
    let span = if piece.from == piece.to {
        format!("{}", piece.from)
    } else {
        format!("{}–{}", piece.from, piece.to)
    };
    let reason = unequal_core::deck::plain(&piece.reason);
    format!("{span}  taken back at {}: {reason}", piece.by)
}
