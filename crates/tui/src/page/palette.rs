//! Any command by its name: a few letters are enough.
//!
//! ```text
//! ┌ Commands ────────────────────────────────────────────┐
//! │ sess                                                 │
//! │                                                      │
//! │ › new session   n    Set up a new session            │
//! │   end the session    not on this screen              │
//! └──────────────────────────────────────────────────────┘
//! ```
//!
//! What cannot be done here stands below what can, dimmed, so that nobody looks for it in vain.

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
use crate::page::paper::menu;
use crate::page::{Page, Then};
use crate::sitting::Sitting;
use crate::walk::Walk;
use crate::widget::dialog::Dialog;
use crate::widget::fit::{fit, pad};

/// Columns of a command's name.
const NAME: usize = 20;
/// Columns of its key.
const KEY: usize = 6;

/// The palette.
#[derive(Debug)]
pub struct Palette {
    /// What is looked for.
    pub query: LineField,
    /// The layer under it, whose keys are shown.
    under: Layer,
    /// What can be done on the screen under it.
    offered: Vec<Command>,
    /// The commands found: those that can be done here first.
    found: Vec<Command>,
    walk: Walk,
}

impl Palette {
    /// An empty palette over a layer where some commands can be done.
    pub fn new(under: Layer, offered: Vec<Command>) -> Self {
        let mut palette = Self {
            query: LineField::new(60).with_placeholder("Type a few letters of a command"),
            under,
            offered,
            found: Vec::new(),
            walk: Walk::default(),
        };
        palette.find();
        palette
    }

    /// Finds anew after something was typed.
    fn find(&mut self) {
        let pattern = Pattern::new(
            self.query.text(),
            CaseMatching::Ignore,
            Normalization::Smart,
            AtomKind::Fuzzy,
        );
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut letters = Vec::new();
        let mut scored: Vec<(bool, u32, usize)> = Command::ALL
            .iter()
            .enumerate()
            .filter(|(_, command)| command.has_name())
            // Before anything is typed, only what can be done here is worth a look.
            .filter(|(_, command)| !self.query.is_empty() || self.offered.contains(command))
            .filter_map(|(at, command)| {
                // A hit in the name counts more than one in the line about it.
                let name = pattern
                    .score(Utf32Str::new(command.name(), &mut letters), &mut matcher)
                    .map(|score| score.saturating_mul(2).saturating_add(1));
                let about = || {
                    pattern
                        .atoms
                        .iter()
                        .all(|atom| {
                            let needle = atom.needle_text().to_string().to_lowercase();
                            command.about().to_lowercase().contains(&needle)
                        })
                        .then_some(0)
                };
                let here = self.offered.contains(command);
                // What cannot be done here is listed only for those who know its name.
                let score = name.or_else(|| about().filter(|_| here))?;
                Some((here, score, at))
            })
            .collect();
        scored.sort_by_key(|(here, score, at)| (!*here, std::cmp::Reverse(*score), *at));
        self.found = scored.iter().map(|(_, _, at)| Command::ALL[*at]).collect();
        self.walk.go(0);
    }

    /// The commands found.
    pub fn found(&self) -> &[Command] {
        &self.found
    }
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
        vec![
            Command::Up.hint("choose"),
            Command::Confirm.hint("do it"),
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
                let words = format!("“{}” cannot be done on this screen.", chosen.name());
                sitting.say(Tone::Plain, words);
                Then::Close
            }
            _ => Then::Stay,
        }
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let theme = &sitting.theme;
        let dialog = Dialog {
            title: "Commands",
            columns: 84.min(area.width.saturating_sub(6)),
            rows: 16.min(area.height.saturating_sub(4)),
            theme,
        };
        frame.render_widget(&dialog, area);
        let [query, _, list] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Fill(1),
        ])
        .areas(dialog.inside(area));
        let cursor = self.query.draw(query, frame.buffer_mut(), theme, true);
        if let Some(cursor) = cursor {
            frame.set_cursor_position(cursor);
        }
        if self.found.is_empty() {
            let none = Line::from(Span::styled("  no command of that name", theme.dim));
            frame.render_widget(none, list);
            return;
        }
        let room = usize::from(list.width).saturating_sub(NAME + KEY + 4);
        let rows: Vec<Line<'_>> = self
            .found
            .iter()
            .map(|command| {
                let here = self.offered.contains(command);
                let key = keymap::key_for(self.under, *command)
                    .filter(|_| here)
                    .map_or_else(String::new, crate::key::Key::label);
                let (name, about) = if here {
                    (theme.text, command.about())
                } else {
                    (theme.dim, "not on this screen")
                };
                Line::from(vec![
                    Span::styled(pad(command.name(), NAME), name),
                    Span::styled(pad(&key, KEY), theme.accent),
                    Span::styled(fit(about, room), theme.dim),
                ])
            })
            .collect();
        menu(frame, list, &rows, self.walk.chosen(rows.len()), sitting);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(query: &str) -> Option<Command> {
        let mut palette = Palette::new(Layer::Home, vec![Command::NewSession, Command::Quit]);
        palette.query.set(query);
        palette.find();
        palette.found().first().copied()
    }

    #[test]
    fn every_command_but_the_moves_is_found_by_its_name() {
        for command in Command::ALL.iter().filter(|command| command.has_name()) {
            let mut palette = Palette::new(Layer::Home, vec![*command]);
            palette.query.set(command.name());
            palette.find();
            assert_eq!(palette.found().first(), Some(command));
        }
    }

    #[test]
    fn a_few_letters_are_enough_and_what_can_be_done_here_comes_first() {
        assert_eq!(first("nse"), Some(Command::NewSession));
        assert_eq!(first(""), Some(Command::NewSession));
        assert_eq!(first("zzzz"), None);
    }
}
