//! What is told of all sessions, of a group, and of one: endings, stability in bands, where they parted.

use ratatui::text::{Line, Span};

use crate::page::paper::{heading, row, wrapped};
use crate::theme::Theme;
use unequal_core::deck::plain;
use unequal_papers::report::cohort::{
    Branches, Cohort, EndingCount, Group, Parting, SessionLine, Spread,
};
use unequal_session::telling::count;

/// The one in the middle.
pub(super) const fn median(spread: &Spread) -> i64 {
    spread.median
}

/// The name of a session, and whether it is a branch.
pub(super) fn name(line: &SessionLine) -> String {
    let name = plain(&line.name);
    if line.parent.is_some() {
        format!("{name} · a what-if")
    } else {
        name
    }
}

/// How many there are, and what they are grouped by.
pub(super) fn title(cohort: &Cohort) -> String {
    let by = cohort.by.map_or("", |by| by.title());
    let many = count(cohort.sessions.len(), "session", "sessions");
    let branches = match cohort.branches.len() {
        0 => String::new(),
        left_out => format!(", {} left out", count(left_out, "branch", "branches")),
    };
    format!("{many}{branches} · {by}")
}

/// What the row of all sessions is called.
pub(super) fn all_of_them(cohort: &Cohort) -> String {
    cohort.sort.map_or_else(
        || "all of them".to_owned(),
        |sort| format!("all of them, sorted by {}", sort.what()),
    )
}

/// Lines of a width.
struct Lines<'a> {
    width: usize,
    theme: &'a Theme,
    all: Vec<Line<'static>>,
}

impl<'a> Lines<'a> {
    const fn new(width: usize, theme: &'a Theme) -> Self {
        Self {
            width,
            theme,
            all: Vec::new(),
        }
    }

    fn head(&mut self, words: &str) {
        if !self.all.is_empty() {
            self.all.push(Line::default());
        }
        self.all
            .extend(wrapped(words, self.width, self.theme.title));
    }

    fn text(&mut self, words: &str) {
        self.all.extend(wrapped(words, self.width, self.theme.text));
    }

    /// Words behind what stands before them on their first line, and below themselves from there on.
    fn behind(&mut self, before: String, words: &str) {
        let before = Span::styled(before, self.theme.text);
        let room = self.width.saturating_sub(before.width());
        let style = self.theme.text;
        self.all.extend(row(vec![before], &[(words, room, style)]));
    }

    fn aside(&mut self, words: &str) {
        self.all.extend(wrapped(words, self.width, self.theme.dim));
    }

    fn endings(&mut self, endings: &[EndingCount]) {
        self.head("How they ended");
        for ending in endings {
            let title = ending.called().unwrap_or("not ended");
            self.behind(format!("{:>4}  ", ending.sessions), &plain(title));
        }
    }

    /// A band a move, on an axis from 0 to 100.
    fn bands(&mut self, spread: &[Spread]) {
        self.head("Stability after each move");
        self.aside(
            "From 0 to 100: █ the median, ▒ the middle half, ░ all of them. Before it the move and the median, behind \
             it how many there are, and how many of them had ended.",
        );
        // Beside it stand the move, the median, how many there are and how many had ended.
        let columns = self.width.saturating_sub(26).clamp(10, 50);
        let at = |level: i64| {
            let level = usize::try_from(level.clamp(0, 100)).unwrap_or(0);
            level * (columns - 1) / 100
        };
        for one in spread {
            let sign = |column: usize| {
                if column == at(one.median) {
                    '█'
                } else if (at(one.quarter)..=at(one.three_quarters)).contains(&column) {
                    '▒'
                } else if (at(one.low)..=at(one.high)).contains(&column) {
                    '░'
                } else {
                    ' '
                }
            };
            let band: String = (0..columns).map(sign).collect();
            let ended = match one.ended {
                0 => String::new(),
                ended => format!(" ({ended})"),
            };
            let (number, median, many) = (one.move_number, one.median, one.sessions);
            let words = format!("{number:>4} {median:>5}  {band} {many:>5}{ended}");
            self.all.push(heading(&words, self.theme.text));
        }
    }

    fn parting(&mut self, parting: Option<&Parting>, all: usize) {
        if all < 2 {
            return;
        }
        self.head("Where they parted");
        match parting {
            Some(parting) => {
                self.aside(&format!(
                    "They share {} from STARTEX on. Behind a way: how many took it, and the lowest, middle and highest \
                     stability at their last entry.",
                    match parting.shared {
                        0 => "no act".to_owned(),
                        shared => count(shared, "act", "acts"),
                    }
                ));
                self.ways(parting, 0);
            }
            None => self.aside("They are the same, or have several decks or rules."),
        }
    }

    fn ways(&mut self, parting: &Parting, depth: usize) {
        let indent = "  ".repeat(depth);
        for way in parting.ways.iter().take(WAYS_TOLD) {
            let what = way.sentence.as_deref().unwrap_or("no further act");
            let ends = match way.stability {
                Some([low, _, high]) if low == high => format!(": {low}"),
                Some([low, middle, high]) => format!(": {low}, {middle}, {high}"),
                None => String::new(),
            };
            let number = parting.move_number;
            let many = way.sessions.len();
            let words = format!("· move {number}, {} — {many}{ends}", plain(what));
            self.behind(indent.clone(), &words);
            if let Some(then) = &way.then {
                self.ways(then, depth + 1);
            }
        }
        let more = parting.ways.len().saturating_sub(WAYS_TOLD);
        if more > 0 {
            let other = count(more, "other way", "other ways");
            let words = format!("{indent}· {other}");
            self.all.push(heading(&words, self.theme.dim));
        }
    }
}

/// Ways that are told where sessions part; of more, how many they are.
const WAYS_TOLD: usize = 6;

/// What is told of all that are counted, and what could not be read.
pub(super) fn all(
    cohort: &Cohort,
    unread: &[String],
    width: usize,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let mut lines = Lines::new(width, theme);
    lines.endings(&cohort.endings);
    for words in cohort.warnings.iter().chain(unread) {
        lines.aside(&plain(words));
    }
    lines.bands(&cohort.spread);
    lines.parting(cohort.parting.as_ref(), cohort.sessions.len());
    lines.all
}

/// What is told of a group, with its sessions.
pub(super) fn group(
    group: &Group,
    sessions: Vec<SessionLine>,
    width: usize,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let mut lines = Lines::new(width, theme);
    lines.head(&plain(&group.name));
    lines.aside(&count(sessions.len(), "session", "sessions"));
    lines.endings(&group.endings);
    lines.bands(&group.spread);
    let many = sessions.len();
    let own = Cohort::new(sessions, Branches::Counted);
    lines.parting(own.parting.as_ref(), many);
    lines.all
}

/// What is told of one session.
pub(super) fn session(line: &SessionLine, width: usize, theme: &Theme) -> Vec<Line<'static>> {
    let mut lines = Lines::new(width, theme);
    lines.head(&name(line));
    if let Some(parent) = &line.parent {
        lines.aside(&format!(
            "A branch of {}, which nobody decided.",
            plain(parent)
        ));
    }
    let told = |what: &str, value: Option<String>| value.map(|value| format!("{what}: {value}"));
    let number = |value: Option<usize>| value.map(|value| value.to_string());
    let ending = line.ending_title.as_deref().unwrap_or("not ended");
    let all = [
        told("Ending", Some(plain(ending))),
        told("Stability", line.stability.map(|level| level.to_string())),
        told("Moves", line.moves.map(|moves| moves.to_string())),
        told("Decisions by people", number(line.decisions)),
        told("Decisions without a reason", number(line.without_reason)),
        told("Rulings otherwise than computed", number(line.overrides)),
        told("Deck", Some(plain(&line.deck))),
    ];
    for words in all.into_iter().flatten() {
        lines.text(&words);
    }
    lines.aside("Enter replays it.");
    lines.all
}
