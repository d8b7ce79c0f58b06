//! What can be done on this screen, made from the keymap, so that it cannot be wrong.
//!
//! ```text
//! ┌ Help: the board ─────────────────────────────────────┐
//! │ HERE                                                 │
//! │ ⏎ a        Do what this phase waits for              │
//! │ w          Show what moved this gauge, entry by entry│
//! │                                                      │
//! │ TO MOVE ABOUT                                        │
//! │ ↑ k        Go one line up                            │
//! └──────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::keymap::{self, Binding, Layer};
use crate::page::paper::{Reading, inside, paper};
use crate::page::{Page, Then};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::Walk;
use crate::widget::fit::{fit, pad, wrap};

/// Columns of the keys.
const KEYS: usize = 17;

/// Columns of the help.
const COLUMNS: u16 = 72;

/// The help of a layer.
#[derive(Debug)]
pub struct HelpPage {
    layer: Layer,
    walk: Walk,
}

impl HelpPage {
    /// The help of a layer, from its top.
    pub fn new(layer: Layer) -> Self {
        let walk = Walk::default();
        Self { layer, walk }
    }

    fn told(&self, sitting: &Sitting) -> Vec<Line<'static>> {
        lines(self.layer, usize::from(COLUMNS), &sitting.theme)
    }

    /// Columns and rows that it wants.
    fn size(&self, sitting: &Sitting) -> (u16, u16) {
        let rows = u16::try_from(self.told(sitting).len());
        (COLUMNS, rows.unwrap_or(u16::MAX))
    }

    /// The help, as the terminal is now.
    fn laid_out(&self, sitting: &Sitting) -> Reading {
        let place = inside(sitting, self.size(sitting));
        Reading::of(self.told(sitting), place)
    }
}

impl Page for HelpPage {
    fn layer(&self) -> Layer {
        Layer::Help
    }

    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let goes_on = self.laid_out(sitting).goes_on();
        let scroll = goes_on.then(|| Command::Up.hint("scroll"));
        scroll
            .into_iter()
            .chain([Command::Back.hint("close")])
            .collect()
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let title = format!("Help: {}", self.layer.title());
        let size = self.size(sitting);
        let place = paper(frame, area, &title, size, &sitting.theme);
        let reading = Reading::of(self.told(sitting), place);
        reading.draw(frame, self.walk.scroll(), &sitting.theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        if command == Command::Back {
            return Then::Close;
        }
        self.walk.read(command, self.laid_out(sitting).text());
        Then::Stay
    }
}

/// Commands that the help tells in one line.
const PAIRS: [(Command, Command, &str); 5] = [
    (Command::Up, Command::Down, "Go one line up, or down"),
    (
        Command::Left,
        Command::Right,
        "Go left or right, or to another choice",
    ),
    (
        Command::PageUp,
        Command::PageDown,
        "Go one page up, or down",
    ),
    (
        Command::First,
        Command::Last,
        "Go to the first line, or the last",
    ),
    (
        Command::NextField,
        Command::PreviousField,
        "Go to the next field or panel, or back",
    ),
];

/// What the help says of a command.
fn about(command: Command) -> &'static str {
    PAIRS
        .iter()
        .find(|(one, other, _)| command == *one || command == *other)
        .map_or(command.about(), |(_, _, about)| about)
}

/// What some bindings do, each once, with all its keys.
fn grouped(bindings: impl Iterator<Item = Binding>) -> Vec<(&'static str, String)> {
    let mut groups: Vec<(&'static str, String)> = Vec::new();
    for (key, command) in bindings {
        let about = about(command);
        match groups.iter_mut().find(|(known, _)| *known == about) {
            // Nine number keys take one line: 1 2 3 … would say no more than 1…9.
            Some((_, keys)) if matches!(command, Command::Pick(_)) => {
                let first = keys.chars().next().unwrap_or('1');
                *keys = format!("{first}…{}", key.label());
            }
            Some((_, keys)) => {
                keys.push(' ');
                keys.push_str(&key.label());
            }
            None => groups.push((about, key.label())),
        }
    }
    groups
}

/// The lines of the help.
fn lines(layer: Layer, columns: usize, theme: &Theme) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    if keymap::takes_text(layer) {
        lines.push(Line::from(Span::styled(
            fit(
                "Typing goes into the field. What is typed is kept.",
                columns,
            ),
            theme.text,
        )));
    }
    let sections = [
        ("HERE", keymap::own(layer).to_vec()),
        ("TO MOVE ABOUT", keymap::movement(layer).collect()),
        ("EVERYWHERE", keymap::anywhere(layer).to_vec()),
    ];
    for (title, bindings) in sections {
        let live = bindings
            .into_iter()
            .filter(|(key, command)| keymap::lookup(layer, *key) == Some(*command));
        let groups = grouped(live);
        if groups.is_empty() {
            continue;
        }
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.push(Line::from(Span::styled(title, theme.title)));
        for (about, keys) in groups {
            let about = wrap(about, columns.saturating_sub(KEYS));
            for (row, about) in about.into_iter().enumerate() {
                let keys = if row == 0 { keys.as_str() } else { "" };
                lines.push(Line::from(vec![
                    Span::styled(pad(keys, KEYS), theme.accent),
                    Span::styled(about, theme.text),
                ]));
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_of_every_layer_names_every_key_that_works_there() {
        for layer in Layer::ALL {
            let text: String = lines(layer, 100, &Theme::default())
                .iter()
                .map(|line| line.to_string() + "\n")
                .collect();
            for (key, command) in keymap::bindings(layer) {
                if keymap::lookup(layer, key) != Some(command) {
                    continue;
                }
                assert!(text.contains(about(command)), "{layer:?}: {command:?}");
                if !matches!(command, Command::Pick(_)) {
                    assert!(
                        text.lines().any(|line| line.contains(about(command))
                            && line.split(' ').any(|word| word == key.label())),
                        "{layer:?}: {}",
                        key.label()
                    );
                }
            }
        }
    }
}
