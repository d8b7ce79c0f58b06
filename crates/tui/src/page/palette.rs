//! Any command by its name, by everyday words for it, or by what it does.
//!
//! ```text
//! ┌ Commands ────────────────────────────────────────────┐
//! │ coffee                                               │
//! │                                                      │
//! │ › pause         p    White cell: stop play for a …   │
//! │   report             → in the replay of a session    │
//! └──────────────────────────────────────────────────────┘
//! ```
//!
//! What cannot be done here says where it lives, and Enter goes there.

mod everyday;
pub mod place;

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::field::{LineField, Typing};
use crate::keymap::{self, Layer};
use crate::notice::Tone;
use crate::page::palette::place::Around;
use crate::page::paper::{below, lines, menu, wrapped};
use crate::page::{Page, Then};
use crate::sitting::Sitting;
use crate::walk::Walk;
use crate::widget::dialog::Dialog;
use crate::widget::fit::{fit, pad};

/// Columns of a command's name.
const NAME: usize = 20;
/// Columns of its key.
const KEY: usize = 6;
/// Rows below the list for what the chosen command does.
const FOOT: u16 = 3;
/// What a letter that is found must score on the average, so that letters found here and there count for nothing.
const DENSE: u32 = 20;

/// How well a command fits what was typed: the first is best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Its name, or one of its everyday words, letter by letter.
    Whole,
    /// Words of its name begin so.
    Name,
    /// Everyday words for it begin so, or were typed among others.
    Everyday,
    /// Letters of its name.
    Letters,
    /// What it does is told with these words.
    About,
    /// Letters of its everyday words, or of what it does.
    Near,
}

/// The palette.
#[derive(Debug)]
pub struct Palette {
    /// What is looked for.
    pub query: LineField,
    /// The layer under it, whose keys are shown.
    under: Layer,
    /// What can be done on the page under it.
    offered: Vec<Command>,
    /// Where it was opened.
    around: Around,
    /// The commands found, those first that fit best.
    found: Vec<Command>,
    walk: Walk,
}

impl Palette {
    /// An empty palette over a layer where some commands can be done.
    pub fn new(under: Layer, offered: Vec<Command>, around: Around) -> Self {
        let mut palette = Self {
            query: LineField::new(60)
                .with_placeholder("a command, or what you want: coffee, typo, more time"),
            under,
            offered,
            around,
            found: Vec::new(),
            walk: Walk::default(),
        };
        palette.find();
        palette
    }

    /// Finds anew after something was typed.
    fn find(&mut self) {
        let query = self.query.text().trim().to_lowercase();
        let named = Command::ALL.iter().filter(|command| command.has_name());
        let mut scored: Vec<(Fit, bool, u32, Command)> = named
            // Before anything is typed, only what can be done here is worth a look.
            .filter(|command| !query.is_empty() || self.offered.contains(command))
            .filter_map(|command| {
                let (fit, score) = fits(*command, &query)?;
                Some((fit, !self.offered.contains(command), score, *command))
            })
            .collect();
        scored.sort_by_key(|(fit, elsewhere, score, _)| {
            (*fit, *elsewhere, std::cmp::Reverse(*score))
        });
        self.found = scored.into_iter().map(|(.., command)| command).collect();
        self.walk.go(0);
    }

    /// The commands found.
    pub fn found(&self) -> &[Command] {
        &self.found
    }

    /// What is said beside a command: what it does, or where it lives.
    fn beside(&self, command: Command) -> String {
        if self.offered.contains(&command) {
            return command.about().to_owned();
        }
        let place = self.around.place(command);
        let sign = if place.way.is_empty() { "" } else { "→ " };
        format!("{sign}{}", place.words)
    }
}

/// How well a command fits what was typed in small letters, and how well among those that fit so.
fn fits(command: Command, query: &str) -> Option<(Fit, u32)> {
    if query.is_empty() {
        return Some((Fit::Whole, 0));
    }
    let name = command.name().to_lowercase();
    let everyday: Vec<&str> = everyday::words(command).split(", ").collect();
    if name == query || everyday.contains(&query) {
        return Some((Fit::Whole, u32::from(name == query)));
    }
    let sought: Vec<&str> = query.split_whitespace().collect();
    let begins = |text: &str| {
        let words: Vec<&str> = text.split([' ', '-', ',']).collect();
        sought
            .iter()
            .all(|part| words.iter().any(|word| word.starts_with(part)))
    };
    if begins(&name) {
        return Some((Fit::Name, 0));
    }
    let among = |words: &&&str| begins(words) || is_among(&sought, words);
    if let Some(words) = everyday.iter().find(among) {
        return Some((Fit::Everyday, u32::from(begins(words))));
    }
    if let Some(score) = letters(query, &name, 0) {
        return Some((Fit::Letters, score));
    }
    let about = command.about().to_lowercase();
    if sought.iter().all(|part| about.contains(part)) {
        return Some((Fit::About, 0));
    }
    let near = everyday
        .iter()
        .filter_map(|words| letters(query, words, DENSE))
        .max();
    let near = near.or_else(|| letters(query, &about, DENSE));
    near.map(|score| (Fit::Near, score))
}

/// Whether all of some words stand in what was typed, in their order: `give us more time` has `more time`.
fn is_among(sought: &[&str], words: &str) -> bool {
    let words: Vec<&str> = words.split(' ').collect();
    sought.windows(words.len()).any(|some| some == words)
}

/// How well letters are found in a text in their order; none where they are not, or lie too far apart.
fn letters(query: &str, text: &str, dense: u32) -> Option<u32> {
    let pattern = Pattern::new(
        query,
        CaseMatching::Ignore,
        Normalization::Smart,
        AtomKind::Fuzzy,
    );
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut room = Vec::new();
    let score = pattern.score(Utf32Str::new(text, &mut room), &mut matcher)?;
    let sought = query
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .count();
    (score >= dense.saturating_mul(u32::try_from(sought).unwrap_or(u32::MAX))).then_some(score)
}

impl Page for Palette {
    fn layer(&self) -> Layer {
        Layer::Palette
    }

    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        Some(&mut self.query)
    }

    fn follow(&mut self) {
        self.find();
    }

    fn hints(&self, _sitting: &Sitting) -> Vec<Hint> {
        let chosen = self.walk.chosen(self.found.len());
        let here = chosen.is_some_and(|place| self.offered.contains(&self.found[place]));
        vec![
            Command::Up.hint("choose"),
            Command::Confirm.hint(if here { "do it" } else { "go there" }),
            Command::Back.hint("close"),
        ]
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let rows = self.found.len();
        if self.walk.follow(command, rows, None) {
            return Then::Stay;
        }
        match (command, self.walk.chosen(rows)) {
            (Command::Back, _) => Then::Close,
            (Command::Confirm, Some(place)) => {
                let chosen = self.found[place];
                if self.offered.contains(&chosen) {
                    return Then::Do(vec![Effect::Lift, Effect::Command(chosen)]);
                }
                let place = self.around.place(chosen);
                let words = format!("“{}” is {}.", chosen.name(), place.words);
                sitting.say(Tone::Plain, words);
                if place.way.is_empty() {
                    return Then::Close;
                }
                let way = place.way.into_iter().map(Effect::Command);
                Then::Do(std::iter::once(Effect::Bare).chain(way).collect())
            }
            _ => Then::Stay,
        }
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let theme = &sitting.theme;
        let dialog = Dialog {
            title: "Commands",
            columns: 92.min(area.width.saturating_sub(6)),
            rows: 18.min(area.height.saturating_sub(4)),
            theme,
        };
        frame.render_widget(&dialog, area);
        let [query, _, list, foot] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Fill(1),
            Constraint::Length(FOOT),
        ])
        .areas(dialog.inside(area));
        let cursor = self.query.draw(query, frame.buffer_mut(), theme, true);
        if let Some(cursor) = cursor {
            frame.set_cursor_position(cursor);
        }
        let Some(chosen) = self.walk.chosen(self.found.len()) else {
            let none =
                "  Nothing like that. ? names the keys, K explains words, / finds what was said.";
            frame.render_widget(Line::from(Span::styled(none, theme.dim)), list);
            return;
        };
        let room = usize::from(list.width).saturating_sub(NAME + KEY + 4);
        let rows: Vec<Line<'_>> = self
            .found
            .iter()
            .map(|command| {
                let here = self.offered.contains(command);
                let key = keymap::key_for(self.under, *command)
                    .filter(|_| here)
                    .map_or_else(String::new, crate::key::Key::label);
                let name = if here { theme.text } else { theme.dim };
                Line::from(vec![
                    Span::styled(pad(command.name(), NAME), name),
                    Span::styled(pad(&key, KEY), theme.accent),
                    Span::styled(fit(&self.beside(*command), room), theme.dim),
                ])
            })
            .collect();
        menu(frame, list, &rows, Some(chosen), sitting);
        // A row stays free above what the chosen one does, told in full.
        let foot = below(foot, 1);
        let about = wrapped(
            self.found[chosen].about(),
            usize::from(foot.width),
            theme.text,
        );
        lines(frame, foot, &about);
    }
}

#[cfg(test)]
mod tests;
