//! All sessions of the folder in groups: how many, how they ended, how stability went, where they parted.
//!
//! ```text
//! ┌ 12 sessions, by how they ended ──────────────────────────────────────────────────┐
//! │ › all of them                     12  ▆▆▅▅▄▃  46                                 │
//! │   ▾ Managed dependence             7  ▆▆▆▅▅▅  55                                 │
//! │       Stockholm table 2               ▆▆▅▅▅▄  51                                 │
//! │   ▸ Rupture                        3  ▆▅▃▂▁   12                                 │
//! │ Stability after each move                                                        │
//! │   1   64      ░░▒▒▒█▒░░              12                                          │
//! └──────────────────────────────────────────────────────────────────────────────────┘
//! ```
//!
//! It is what `report A B C` prints, to be walked through: a group opens, and Enter on a session replays it. Branches are
//! what-ifs that nobody decided: they are counted where that is asked for.

mod told;

use std::collections::BTreeSet;
use std::path::PathBuf;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::errand::{Gathered, Order};
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::paper::{Reading, WHOLE, inside, menu, paper};
use crate::page::{Page, Then};
use crate::shelf::Save;
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::Walk;
use crate::widget::change::{Stroke, on_axis};
use crate::widget::fit::{fit, pad};
use unequal_papers::report::cohort::{Branches, By, Cohort, Group, SORTS, SessionLine, Sort, WAYS};

/// What a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    /// All sessions that are counted.
    All,
    /// A group, by its place.
    Group(usize),
    /// A session, by its place among those that are counted.
    Session(usize),
}

/// The sessions.
#[derive(Debug)]
pub struct CohortSheet {
    gathered: Gathered,
    by: By,
    sort: Option<Sort>,
    branches: Branches,
    cohort: Cohort,
    /// The groups whose sessions are shown.
    open: BTreeSet<usize>,
    walk: Walk,
}

/// Gathers the sessions of the folder; the examples only where there is nothing else.
pub(super) fn gather(sitting: &mut Sitting) -> Then {
    let shelf = &sitting.shelf;
    let sessions = shelf.saves.iter();
    let sessions = sessions.filter(|save| matches!(save, Save::Session(_)));
    let paths: Vec<PathBuf> = sessions.map(|save| save.path().to_owned()).collect();
    let (examples, mut own): (Vec<_>, Vec<_>) =
        paths.into_iter().partition(|path| shelf.is_example(path));
    if own.is_empty() {
        own = examples;
    }
    if own.is_empty() {
        let words = format!("There is no session in {} yet.", shelf.folder.display());
        sitting.say(Tone::Plain, words);
        return Then::Stay;
    }
    sitting.say(Tone::Plain, "Reading the sessions …");
    Then::Do(vec![Effect::Work(Order::Cohort(own))])
}

/// Columns of the curves at the most.
const AXIS: usize = 16;
/// Columns of how many, and of a level.
const NUMBER: usize = 5;
/// Columns from which what is told of a row stands beside the list.
const BESIDE: u16 = 116;

impl CohortSheet {
    /// The sessions, by how they ended.
    pub fn new(gathered: Gathered) -> Self {
        let (by, branches) = (By::Ending, Branches::Apart);
        Self {
            cohort: Cohort::new(gathered.lines.clone(), branches).by(Some(by)),
            gathered,
            by,
            sort: None,
            branches,
            open: BTreeSet::new(),
            walk: Walk::default(),
        }
    }

    /// The sessions in their order and groups.
    fn made(&self) -> Cohort {
        let lines = self.gathered.lines.clone();
        let cohort = Cohort::new(lines, self.branches).sorted(self.sort);
        cohort.by(Some(self.by))
    }

    /// Makes the groups anew.
    fn group(&mut self) {
        self.cohort = self.made();
        self.open.clear();
        self.walk.go(0);
    }

    /// Sorts the sessions by the next of what they can be sorted by; what was open stays open.
    fn turn_sort(&mut self, sitting: &mut Sitting) {
        let next = match self.sort {
            None => SORTS.first(),
            Some(sort) => {
                let at = SORTS.iter().position(|one| *one == sort);
                at.and_then(|at| SORTS.get(at + 1))
            }
        };
        self.sort = next.copied();
        let words = self.sort.map(Sort::told);
        let words =
            words.unwrap_or_else(|| "The sessions stand as they lie in the folder.".to_owned());
        sitting.say(Tone::Plain, words);
        self.cohort = self.made();
    }

    /// The places of a group's sessions among those that are counted.
    fn members<'a>(&'a self, group: &'a Group) -> impl Iterator<Item = usize> + 'a {
        let all = self.cohort.sessions.iter().enumerate();
        let own = all.filter(|(_, line)| group.sessions.contains(&line.session));
        own.map(|(place, _)| place)
    }

    fn rows(&self) -> Vec<Row> {
        let mut rows = vec![Row::All];
        for (place, group) in self.cohort.groups.iter().enumerate() {
            rows.push(Row::Group(place));
            if self.open.contains(&place) {
                rows.extend(self.members(group).map(Row::Session));
            }
        }
        rows
    }

    fn row(&self) -> Row {
        let rows = self.rows();
        let chosen = self.walk.chosen(rows.len());
        chosen.map_or(Row::All, |place| rows[place])
    }

    /// A row: what it is, how many, the curve of its middle on one scale for all, where that ends.
    fn drawn(&self, row: Row, width: usize, theme: &Theme) -> Line<'static> {
        let middle = |spread: &[_]| -> Vec<i64> { spread.iter().map(told::median).collect() };
        let (name, many, levels, style) = match row {
            Row::All => {
                let many = self.cohort.sessions.len();
                let levels = middle(&self.cohort.spread);
                (
                    told::all_of_them(&self.cohort),
                    Some(many),
                    levels,
                    theme.strong,
                )
            }
            Row::Group(place) => {
                let group = &self.cohort.groups[place];
                let fold = if self.open.contains(&place) {
                    "▾"
                } else {
                    "▸"
                };
                let name = format!("{fold} {}", group.name);
                let levels = middle(&group.spread);
                (name, Some(group.sessions.len()), levels, theme.text)
            }
            Row::Session(place) => {
                let line = &self.cohort.sessions[place];
                let name = format!("    {}", told::name(line));
                (name, None, line.curve.clone(), theme.text)
            }
        };
        let span = self.cohort.spread.iter();
        let span = span.fold((100, 0), |(low, high), spread| {
            (spread.low.min(low), spread.high.max(high))
        });
        let longest = self.cohort.spread.len().clamp(1, AXIS);
        let curve = fit(&on_axis(&levels, 0, span, Stroke::Played), longest);
        let many = many.map_or_else(String::new, |many| many.to_string());
        let last = levels.last().map_or_else(String::new, i64::to_string);
        let room = width.saturating_sub(longest + 2 * NUMBER + 2);
        Line::from(vec![
            Span::styled(pad(&fit(&name, room), room), style),
            Span::styled(
                format!("{many:>NUMBER$}  {}", pad(&curve, longest)),
                theme.text,
            ),
            Span::styled(format!("{last:>NUMBER$}"), theme.strong),
        ])
    }

    /// The places of the list and of what is told of its chosen row.
    fn places(inner: Rect) -> (Rect, Rect) {
        let halves = if inner.width >= BESIDE {
            Layout::horizontal([Constraint::Percentage(45), Constraint::Fill(1)]).spacing(3)
        } else {
            Layout::vertical([Constraint::Percentage(40), Constraint::Fill(1)]).spacing(1)
        };
        let [list, told] = halves.areas(inner);
        (list, told)
    }

    fn reading(&self, place: Rect, theme: &Theme) -> Reading {
        let width = usize::from(place.width.saturating_sub(2));
        let told = match self.row() {
            Row::All => told::all(&self.cohort, &self.gathered.unread, width, theme),
            Row::Group(at) => {
                let group = &self.cohort.groups[at];
                let members = self.members(group);
                let lines: Vec<SessionLine> = members
                    .map(|place| self.cohort.sessions[place].clone())
                    .collect();
                told::group(group, lines, width, theme)
            }
            Row::Session(at) => told::session(&self.cohort.sessions[at], width, theme),
        };
        Reading::of(told, place)
    }

    fn confirm(&mut self) -> Then {
        match self.row() {
            Row::All => {}
            Row::Group(place) => {
                if !self.open.remove(&place) {
                    self.open.insert(place);
                }
            }
            Row::Session(place) => {
                let key = &self.cohort.sessions[place].session;
                let all = self.gathered.lines.iter().zip(&self.gathered.paths);
                let mut all = all.filter(|(line, _)| line.session == *key);
                if let Some((_, path)) = all.next() {
                    return Then::Do(vec![Effect::Replay {
                        path: path.clone(),
                        at: None,
                        seat: None,
                    }]);
                }
            }
        }
        Then::Stay
    }

    /// Counts the branches too, or leaves them out.
    fn turn_branches(&mut self, sitting: &mut Sitting) {
        let there = self.gathered.lines.iter();
        let there = there.filter(|line| line.parent.is_some()).count();
        let words = match (self.branches, there) {
            (_, 0) => "There is no branch among these sessions.",
            (Branches::Apart, _) => {
                self.branches = Branches::Counted;
                "Branches are counted like sessions: nobody decided them."
            }
            (Branches::Counted, _) => {
                self.branches = Branches::Apart;
                "Branches are left out: nobody decided them."
            }
        };
        sitting.say(Tone::Plain, words);
        self.group();
    }
}

impl Page for CohortSheet {
    fn layer(&self) -> Layer {
        Layer::Cohort
    }

    fn takes_screen(&self) -> bool {
        true
    }

    fn is_come_back_to(&self) -> bool {
        true
    }

    fn hints(&self, _sitting: &Sitting) -> Vec<Hint> {
        let enter = match self.row() {
            Row::All => None,
            Row::Group(_) => Some("open"),
            Row::Session(_) => Some("replay"),
        };
        let mut hints = vec![Command::Up.hint("choose")];
        hints.extend(enter.map(|label| Command::Confirm.hint(label)));
        hints.extend([
            Command::GroupBy.hint("group"),
            Command::SortBy.into(),
            Command::CountBranches.into(),
            Command::PageDown.hint("read on"),
            Command::Back.into(),
        ]);
        hints
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let theme = &sitting.theme;
        let title = told::title(&self.cohort);
        let inner = paper(frame, area, &title, WHOLE, theme);
        let (list, place) = Self::places(inner);
        let rows = self.rows();
        let width = usize::from(list.width).saturating_sub(3);
        let drawn: Vec<Line<'_>> = rows
            .iter()
            .map(|row| self.drawn(*row, width, theme))
            .collect();
        menu(frame, list, &drawn, self.walk.chosen(rows.len()), sitting);
        self.reading(place, theme)
            .draw(frame, self.walk.scroll(), theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back => return Then::Close,
            Command::Confirm => return self.confirm(),
            Command::Right | Command::Left => {
                if let Row::Group(place) = self.row()
                    && self.open.contains(&place) == (command == Command::Left)
                {
                    return self.confirm();
                }
            }
            Command::GroupBy => {
                let at = WAYS.iter().position(|by| *by == self.by).unwrap_or(0);
                self.by = WAYS[(at + 1) % WAYS.len()];
                self.group();
            }
            Command::SortBy => self.turn_sort(sitting),
            Command::CountBranches => self.turn_branches(sitting),
            other => {
                let (_, place) = Self::places(inside(sitting, WHOLE));
                let text = self.reading(place, &sitting.theme).text();
                self.walk.follow(other, self.rows().len(), Some(text));
            }
        }
        Then::Stay
    }
}
