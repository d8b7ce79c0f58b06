//! The tree of lines: the trunk, the branches that leave it, and what was taken back in this record.
//!
//! ```text
//! ┌ The lines of this session ───────────────────────────────────────────────────────┐
//! │   A ▾ Stockholm table 2           60 entries · move 12  ▆▆▇▆▅▅▄▄▃▃▂▂▂   46 │
//! │ › B ┗━╸12  Another answer         38 entries · move 8     ┗⡇⡆⡆⡄⡄⡄       51 │
//! │   C   ┗━╸20  And another          24 entries · move 5       ┗⡆⡆          55 │
//! │     ┗━╸× 30–31  taken back at 32: mistyped                                       │
//! │                                                         0    5    10             │
//! └──────────────────────────────────────────────────────────────────────────────────┘
//! ```
//!
//! Each line has a letter, a place in the drawing and a hue; the number is the entry after which it
//! leaves what stands above it. All curves lie on one axis of moves and have one scale; what was only supposed has
//! thin strokes, and begins where it leaves.

use std::collections::BTreeSet;
use std::path::PathBuf;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::errand::Order;
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::paper::{FULL, below, heading, lines, menu, paper};
use crate::page::{Page, Then};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::Walk;
use crate::widget::change::on_axis;
use crate::widget::fit::{fit, pad};
use unequal_core::engine::seat::Seat;
use unequal_session::Place;
use unequal_session::family::{InPart, Kin, family};
use unequal_session::telling::holder_words;

/// What a row stands for.
#[derive(Clone, Debug)]
enum Twig {
    /// A line, by its place in the family.
    Line(usize),
    /// A piece that was taken back in the record that is open: its first entry, words on it.
    TakenBack(u64, String),
}

/// The tree.
#[derive(Debug)]
pub(super) struct TreeSheet {
    kin: Vec<Kin>,
    /// The line that is open.
    here: usize,
    taken_back: Vec<Twig>,
    /// The lines whose branches are folded away.
    folded: BTreeSet<usize>,
    /// The lines that are to be compared.
    marked: BTreeSet<usize>,
    walk: Walk,
}

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

impl TreeSheet {
    /// The tree of the session that is open; none where it is in no file.
    pub(super) fn new(sitting: &mut Sitting) -> Option<Self> {
        let place = sitting.place.as_ref()?;
        let found = place
            .standing()
            .path
            .as_ref()
            .map(|path| (path.clone(), family(path)));
        let (path, kin) = match found {
            Some((path, Ok(kin))) => (path, kin),
            Some((_, Err(error))) => {
                sitting.say(Tone::Trouble, format!("{error}"));
                return None;
            }
            None => {
                let words = "This session is not in a file, so that it has no branches.";
                sitting.say(Tone::Trouble, words);
                return None;
            }
        };
        let here = kin
            .iter()
            .position(|kin| kin.path.file_name() == path.file_name())?;
        let taken_back = taken_back(place);
        let mut sheet = Self {
            kin,
            here,
            taken_back,
            folded: BTreeSet::new(),
            marked: BTreeSet::new(),
            walk: Walk::default(),
        };
        let open = |twig: &Twig| matches!(twig, Twig::Line(place) if *place == here);
        let chosen = sheet.twigs().iter().position(open);
        sheet.walk.go(chosen.unwrap_or(0));
        Some(sheet)
    }

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
    fn twigs(&self) -> Vec<Twig> {
        let mut twigs = Vec::new();
        for place in (0..self.kin.len()).filter(|place| !self.is_hidden(*place)) {
            twigs.push(Twig::Line(place));
            if place == self.here && !self.folded.contains(&place) {
                twigs.extend(self.taken_back.iter().cloned());
            }
        }
        twigs
    }

    /// The chosen row.
    fn twig(&self) -> Option<Twig> {
        let mut twigs = self.twigs();
        let place = self.walk.chosen(twigs.len())?;
        Some(twigs.swap_remove(place))
    }

    fn has_children(&self, place: usize) -> bool {
        let of_this = |kin: &Kin| kin.parent.is_some_and(|(parent, _)| parent == place);
        self.kin.iter().any(of_this) || (place == self.here && !self.taken_back.is_empty())
    }

    fn row(&self, twig: &Twig, width: usize, theme: &Theme) -> Line<'static> {
        match twig {
            Twig::Line(place) => self.line(*place, width, theme),
            Twig::TakenBack(_, words) => {
                let indent = "  ".repeat(self.kin[self.here].depth + 1);
                let words = fit(&format!("  {indent}  ┗━╸× {words}"), width);
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
                self.curve(kin)
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
    fn columns(&self) -> usize {
        let longest = self.kin.iter().map(|kin| kin.curve.len()).max();
        longest.unwrap_or(0).clamp(8, AXIS)
    }

    /// The curve of a line on the axis of all.
    fn curve(&self, kin: &Kin) -> String {
        let levels = || self.kin.iter().flat_map(|kin| kin.curve.iter().copied());
        let span = (levels().min().unwrap_or(0), levels().max().unwrap_or(0));
        let drawn = on_axis(&kin.curve, kin.shared, span, kin.parent.is_some());
        pad(&fit(&drawn, self.columns()), self.columns())
    }

    /// The moves under the curves.
    fn axis(&self) -> String {
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

    /// Goes where the chosen row leads.
    fn go(&self, sitting: &mut Sitting) -> Then {
        match self.twig() {
            Some(Twig::Line(place)) if place == self.here => Then::Close,
            Some(Twig::Line(place)) => {
                let kin = &self.kin[place];
                Then::Do(vec![Effect::GoTo {
                    path: kin.path.clone(),
                    at: kin.parent.map(|_| (kin.copied + 1).min(kin.entries)),
                }])
            }
            Some(Twig::TakenBack(from, ..)) => {
                if let Some((replay, place)) = sitting.reading() {
                    replay.show(place, from);
                }
                Then::Close
            }
            None => Then::Stay,
        }
    }

    fn compare(&self, sitting: &mut Sitting) -> Then {
        let mut places = self.marked.clone();
        if places.len() < 2 {
            places.insert(self.here);
            if let Some(Twig::Line(place)) = self.twig() {
                places.insert(place);
            }
        }
        if places.len() < 2 {
            let words = "Choose another line to compare this one with; space marks several.";
            sitting.say(Tone::Plain, words);
            return Then::Stay;
        }
        let paths: Vec<PathBuf> = places.iter().map(|at| self.kin[*at].path.clone()).collect();
        sitting.say(Tone::Plain, "Comparing …");
        let eyes = sitting
            .reading()
            .map_or(Seat::Audience, |(replay, _)| replay.eyes());
        Then::Do(vec![Effect::Work(Order::Compare(paths, Some(eyes)))])
    }
}

fn taken_back(place: &Place) -> Vec<Twig> {
    place
        .taken_back()
        .into_iter()
        .map(|piece| {
            let span = if piece.from == piece.to {
                format!("{}", piece.from)
            } else {
                format!("{}–{}", piece.from, piece.to)
            };
            let reason = unequal_core::deck::plain(&piece.reason);
            let words = format!("{span}  taken back at {}: {reason}", piece.by);
            Twig::TakenBack(piece.from, words)
        })
        .collect()
}

impl Page for TreeSheet {
    fn layer(&self) -> Layer {
        Layer::Checklist
    }

    fn hints(&self, _app: &Sitting) -> Vec<Hint> {
        vec![
            Command::Up.hint("choose"),
            Command::Confirm.hint("go there"),
            Command::Left.hint("fold"),
            Command::Tick.hint("mark"),
            Command::Compare.into(),
            Command::Back.into(),
        ]
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let theme = &sitting.theme;
        let title = "The lines of this session";
        let inner = paper(frame, area, title, FULL, theme);
        let width = usize::from(inner.width).saturating_sub(3);
        let rows: Vec<Line<'_>> = self
            .twigs()
            .iter()
            .map(|twig| self.row(twig, width, theme))
            .collect();
        let list = Rect {
            height: inner.height.saturating_sub(2),
            ..inner
        };
        menu(frame, list, &rows, self.walk.chosen(rows.len()), sitting);
        let words = if self.kin.len() == 1 {
            "No branch yet: b begins one at the entry that is looked at."
        } else {
            "Before a name: the entry after which it leaves. Thin: only supposed. The axis has moves."
        };
        let foot = below(inner, inner.height.saturating_sub(1));
        let axis = pad(&self.axis(), self.columns() + 5);
        let room = usize::from(foot.width).saturating_sub(axis.width() + 1);
        let words = format!("{} {axis}", pad(&fit(words, room), room));
        lines(frame, foot, &[heading(&words, theme.dim)]);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let line = match self.twig() {
            Some(Twig::Line(place)) => Some(place),
            _ => None,
        };
        match command {
            Command::Back => return Then::Close,
            Command::Confirm => return self.go(sitting),
            Command::Compare => return self.compare(sitting),
            Command::Left => self.folded.extend(line),
            Command::Right => {
                if let Some(place) = line {
                    self.folded.remove(&place);
                }
            }
            Command::Tick => {
                if let Some(place) = line
                    && !self.marked.remove(&place)
                {
                    self.marked.insert(place);
                }
            }
            other => {
                let rows = self.twigs().len();
                self.walk.follow(other, rows, None);
            }
        }
        Then::Stay
    }
}
