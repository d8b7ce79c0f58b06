//! The tree of lines: the trunk, the branches that leave it, and what was taken back in this record.
//!
//! ```text
//! ┌ The lines of this session ───────────────────────────────────────────────────────┐
//! │   A ▾ Stockholm table 2           60 entries · move 12  ▆▆▇▆▅▅▄▄▃▃▂▂▂   46 │
//! │ › B ┗━╸12  Another answer         38 entries · move 8     ┗⡇⡆⡆⡄⡄⡄       51 │
//! │   C   ┗━╸20  And another          24 entries · move 5       ┗⡆⡆          55 │
//! │     ┗━╸× 30–31  taken back at 32: mistyped                ┗⠄⠂                │
//! │                                                    move 0    5    10             │
//! └──────────────────────────────────────────────────────────────────────────────────┘
//! ```
//!
//! Each line has a letter, a place in the drawing and a hue; the number is the entry after which it
//! leaves what stands above it. All curves lie on one axis of moves and have one scale; what was only supposed has
//! thin strokes, what was taken back dots, and both begin where they leave.

mod lines;

use std::collections::BTreeSet;
use std::path::PathBuf;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::errand::Order;
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::paper::{FULL, below, heading, lines, menu, paper};
use crate::page::{Page, Then};
use crate::screen::rename_saved;
use crate::screen::session_menu::AN_EXAMPLE;
use crate::sitting::Sitting;
use crate::walk::Walk;
use crate::widget::fit::pad;
use lines::{LEVEL, Lines, Twig};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_session::family::family;

/// The tree.
#[derive(Debug)]
pub(super) struct TreeSheet {
    tree: Lines,
    walk: Walk,
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
        let taken_back = place.taken_back();
        let mut sheet = Self {
            tree: Lines {
                kin,
                here,
                taken_back,
                folded: BTreeSet::new(),
                marked: BTreeSet::new(),
            },
            walk: Walk::default(),
        };
        let open = |twig: &Twig| matches!(twig, Twig::Line(place) if *place == here);
        let chosen = sheet.tree.twigs().iter().position(open);
        sheet.walk.go(chosen.unwrap_or(0));
        Some(sheet)
    }

    /// The chosen row.
    fn twig(&self) -> Option<Twig> {
        let mut twigs = self.tree.twigs();
        let place = self.walk.chosen(twigs.len())?;
        Some(twigs.swap_remove(place))
    }

    /// Goes where the chosen row leads.
    fn go(&self, sitting: &mut Sitting) -> Then {
        match self.twig() {
            Some(Twig::Line(place)) if place == self.tree.here => Then::Close,
            Some(Twig::Line(place)) => {
                let kin = &self.tree.kin[place];
                Then::Do(vec![Effect::GoTo {
                    path: kin.path.clone(),
                    at: kin
                        .parent
                        .map(|_| EntryNumber::new((kin.copied + 1).min(kin.entries))),
                }])
            }
            Some(Twig::TakenBack(at)) => {
                if let Some((replay, place)) = sitting.reading() {
                    replay.show(place, self.tree.taken_back[at].from);
                }
                Then::Close
            }
            None => Then::Stay,
        }
    }

    /// Asks for another name of the chosen line.
    fn rename(&self, sitting: &mut Sitting) -> Then {
        let Some(Twig::Line(place)) = self.twig() else {
            let words = "What was taken back has no name of its own: choose a line.";
            sitting.say(Tone::Plain, words);
            return Then::Stay;
        };
        let kin = &self.tree.kin[place];
        if sitting.shelf.is_example(&kin.path) {
            sitting.say(Tone::Plain, AN_EXAMPLE);
            return Then::Stay;
        }
        Then::Open(rename_saved::sheet(kin.path.clone(), &kin.name))
    }

    fn compare(&self, sitting: &mut Sitting) -> Then {
        let mut places = self.tree.marked.clone();
        if let Some(Twig::Line(place)) = self.twig() {
            places.insert(place);
        }
        if places.len() < 2 {
            places.insert(self.tree.here);
        }
        if places.len() < 2 {
            let words = "Choose another line to compare this one with; m marks more than two.";
            sitting.say(Tone::Plain, words);
            return Then::Stay;
        }
        let paths: Vec<PathBuf> = places
            .iter()
            .map(|at| self.tree.kin[*at].path.clone())
            .collect();
        sitting.say(Tone::Plain, "Comparing …");
        let eyes = sitting
            .reading()
            .map_or(Seat::Audience, |(replay, _)| replay.eyes());
        Then::Do(vec![Effect::Work(Order::Compare(paths, Some(eyes)))])
    }
}

impl Page for TreeSheet {
    fn layer(&self) -> Layer {
        Layer::Tree
    }

    fn hints(&self, _app: &Sitting) -> Vec<Hint> {
        vec![
            Command::Up.hint("choose"),
            Command::Confirm.hint("go there"),
            Command::Compare.into(),
            Command::Tick.hint("mark"),
            Command::Rename.hint("name"),
            Command::Left.hint("fold"),
            Command::Back.into(),
        ]
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let theme = &sitting.theme;
        let title = "The lines of this session";
        let inner = paper(frame, area, title, FULL, theme);
        let width = usize::from(inner.width).saturating_sub(3);
        let rows: Vec<Line<'_>> = self
            .tree
            .twigs()
            .iter()
            .map(|twig| self.tree.row(twig, width, theme))
            .collect();
        let list = Rect {
            height: inner.height.saturating_sub(2),
            ..inner
        };
        menu(frame, list, &rows, self.walk.chosen(rows.len()), sitting);
        let words = if self.tree.kin.len() == 1 {
            "No branch yet: b begins one at the entry that is looked at."
        } else {
            "A number: the entry after which it leaves. Thin: supposed. Dots: taken back."
        };
        let foot = below(inner, inner.height.saturating_sub(2));
        let axis = pad(&self.tree.axis(), self.tree.columns() + LEVEL + 2);
        let room = usize::from(foot.width).saturating_sub(axis.width());
        let axis = format!("{:>room$}{axis}", "move ");
        lines(
            frame,
            foot,
            &[axis.as_str(), words].map(|words| heading(words, theme.dim)),
        );
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
            Command::Rename => return self.rename(sitting),
            Command::Left => self.tree.folded.extend(line),
            Command::Right => {
                if let Some(place) = line {
                    self.tree.folded.remove(&place);
                }
            }
            Command::Tick => {
                if let Some(place) = line
                    && !self.tree.marked.remove(&place)
                {
                    self.tree.marked.insert(place);
                }
            }
            other => {
                let rows = self.tree.twigs().len();
                self.walk.follow(other, rows, None);
            }
        }
        Then::Stay
    }
}
