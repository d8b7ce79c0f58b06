//! What can be done on this page, made from its footer and the keymap, so that it cannot be wrong.
//!
//! ```text
//! ┌ Keys of the board ───────────────────────────────────┐
//! │ HERE                                                 │
//! │ ⏎          Table a demand                            │
//! │ w          Show what moved this gauge, entry by entry│
//! │                                                      │
//! │ TO MOVE ABOUT                                        │
//! │ ↑ ↓ k j    Go one line up, or down                   │
//! └──────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::key::Key;
use crate::keymap::{self, Layer};
use crate::page::paper::{Reading, inside, paper, wrapped};
use crate::page::{Page, Then};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::Walk;
use crate::widget::fit::{pad, wrap};

/// Columns of the keys.
const KEYS: usize = 17;

/// Columns of the help.
const COLUMNS: u16 = 72;

/// Keys and what they do.
type Told = (String, String);

/// The help of a page.
#[derive(Debug)]
pub struct HelpPage {
    layer: Layer,
    sections: Vec<(&'static str, Vec<Told>)>,
    walk: Walk,
}

impl HelpPage {
    /// The help of a page: its layer, whether it is a screen, what its footer names, and what can be done on it.
    pub fn new(layer: Layer, is_screen: bool, hints: &[Hint], offers: &[Command]) -> Self {
        Self {
            layer,
            sections: sections(layer, is_screen, hints, offers),
            walk: Walk::default(),
        }
    }

    fn told(&self, place: Rect, theme: &Theme) -> Vec<Line<'static>> {
        // Columns are kept for the signs that more lies above or below.
        let columns = usize::from(place.width.saturating_sub(2));
        let mut lines = Vec::new();
        if keymap::takes_text(self.layer) {
            lines.extend(wrapped(
                "What is typed goes into the line.",
                columns,
                theme.text,
            ));
        }
        for (title, rows) in &self.sections {
            if !lines.is_empty() {
                lines.push(Line::default());
            }
            lines.push(Line::from(Span::styled(*title, theme.title)));
            for (keys, about) in rows {
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

    /// Columns and rows that it wants.
    fn size(&self, sitting: &Sitting) -> (u16, u16) {
        let place = inside(sitting, (COLUMNS, 1));
        let rows = u16::try_from(self.told(place, &sitting.theme).len());
        (COLUMNS, rows.unwrap_or(u16::MAX))
    }

    /// The help, as the terminal is now.
    fn laid_out(&self, sitting: &Sitting) -> Reading {
        let place = inside(sitting, self.size(sitting));
        Reading::of(self.told(place, &sitting.theme), place)
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
        let title = format!("Keys of {}", self.layer.title());
        let theme = &sitting.theme;
        let place = paper(frame, area, &title, self.size(sitting), theme);
        let reading = Reading::of(self.told(place, theme), place);
        reading.draw(frame, self.walk.scroll(), theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        if command == Command::Back {
            return Then::Close;
        }
        self.walk.read(command, self.laid_out(sitting).text());
        Then::Stay
    }
}

/// Commands of moving about that the help tells in one line: a footer that names the first means both.
const MOVES: [(&[Command], &str); 5] = [
    (&[Command::Up, Command::Down], "Go one line up, or down"),
    (
        &[Command::Left, Command::Right],
        "Go left or right, or to another choice",
    ),
    (
        &[Command::PageUp, Command::PageDown],
        "Go one page up, or down",
    ),
    (
        &[Command::First, Command::Last],
        "Go to the first line, or the last",
    ),
    (
        &[Command::NextField, Command::PreviousField],
        "Go to the next line or panel, or back",
    ),
];

/// All keys of some commands in a layer.
fn keys(layer: Layer, commands: &[Command]) -> String {
    let bound = commands.iter().flat_map(|command| {
        let bound = keymap::bindings(layer).filter(move |(_, bound)| bound == command);
        bound.map(|(key, _)| key)
    });
    let mut labels: Vec<String> = Vec::new();
    for key in bound {
        let works = keymap::lookup(layer, key).is_some_and(|command| commands.contains(&command));
        let label = Key::label(key);
        if works && !labels.contains(&label) {
            labels.push(label);
        }
    }
    labels.join(" ")
}

/// A label as the beginning of a sentence.
fn sentence(label: &str) -> String {
    let mut letters = label.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// What keys do here, section by section; what has no key here is left out.
fn sections(
    layer: Layer,
    is_screen: bool,
    hints: &[Hint],
    offers: &[Command],
) -> Vec<(&'static str, Vec<Told>)> {
    let everywhere: Vec<Command> = keymap::anywhere(layer)
        .iter()
        .map(|(_, bound)| *bound)
        .collect();
    let typing = keymap::own(layer).iter().map(|(_, bound)| *bound);
    let typing = typing.filter(|command| {
        keymap::takes_text(layer)
            && matches!(
                command,
                Command::Palette | Command::Help | Command::Words | Command::Redraw | Command::Quit
            )
    });
    let everywhere: Vec<Command> = everywhere.into_iter().chain(typing).collect();
    let moves = |command: Command| MOVES.iter().any(|(pair, _)| pair.contains(&command));
    let mut here: Vec<(Command, String)> = Vec::new();
    for hint in hints
        .iter()
        .filter(|hint| !moves(hint.command) && !everywhere.contains(&hint.command))
    {
        let about = if hint.command == Command::Back && hint.label == Command::Back.label() {
            "Go back one step".to_owned()
        } else if hint.command.has_name() && hint.label == hint.command.label() {
            hint.command.about().to_owned()
        } else if !hint.command.has_name()
            || matches!(hint.command, Command::Act | Command::Back | Command::Record)
        {
            sentence(hint.label)
        } else {
            format!("{}: {}", sentence(hint.label), hint.command.about())
        };
        here.push((hint.command, about));
    }
    // A screen does more than its footer has room for.
    let own = keymap::own(layer).iter().map(|(_, bound)| *bound);
    for command in own.filter(|command| is_screen && offers.contains(command) && !moves(*command)) {
        if !here.iter().any(|(known, _)| *known == command) && !everywhere.contains(&command) {
            here.push((command, command.about().to_owned()));
        }
    }
    let named = |command: &Command| hints.iter().find(|hint| hint.command == *command);
    let about_moves = MOVES.iter().filter_map(|(pair, about)| {
        let hint = pair.iter().find_map(named);
        // Where a line is chosen, pages and the ends of the list can be reached as well.
        let walks =
            matches!(pair[0], Command::PageUp | Command::First) && named(&Command::Up).is_some();
        let offered = pair.iter().any(|command| offers.contains(command));
        let keys = keys(layer, pair);
        let about = match hint {
            Some(hint) => format!("{}: {}", sentence(hint.label), about.to_lowercase()),
            None => (*about).to_owned(),
        };
        (hint.is_some() || walks || offered).then_some((keys, about))
    });
    let numbers = keymap::lookup(layer, Key::char('9')) == Some(Command::Pick(9));
    let numbers = numbers && (named(&Command::Up).is_some() || offers.contains(&Command::Pick(1)));
    let tenth = keymap::lookup(layer, Key::char('0')) == Some(Command::Pick(10));
    let digits = if tenth { "1…9, 0" } else { "1…9" };
    let numbers = numbers.then(|| {
        (
            digits.to_owned(),
            "Choose the line with this number".to_owned(),
        )
    });
    let mut general: Vec<Told> = Vec::new();
    for command in &everywhere {
        let told = (keys(layer, &[*command]), command.about().to_owned());
        if !general.contains(&told) {
            general.push(told);
        }
    }
    let here = here
        .iter()
        .map(|(command, about)| (keys(layer, &[*command]), about.clone()));
    let all = [
        ("HERE", here.collect::<Vec<_>>()),
        ("TO MOVE ABOUT", about_moves.chain(numbers).collect()),
        ("EVERYWHERE", general),
    ];
    let keyed = all.into_iter().map(|(title, mut rows)| {
        rows.retain(|(keys, _)| !keys.is_empty());
        (title, rows)
    });
    keyed.filter(|(_, rows)| !rows.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_told_what_its_footer_names_and_a_screen_what_it_offers_besides() {
        let hints = [
            Command::Confirm.hint("table it"),
            Command::Up.hint("choose"),
        ];
        let told = |is_screen| {
            let told = sections(Layer::Board, is_screen, &hints, &[Command::Why]);
            let rows = told.into_iter().flat_map(|(_, rows)| rows);
            rows.map(|(keys, about)| format!("{keys} {about}"))
                .collect::<Vec<_>>()
                .join("\n")
        };
        assert!(told(false).contains("⏎ Table it"), "{}", told(false));
        assert!(
            told(false).contains("↑ k ↓ j Choose: go one line up, or down"),
            "{}",
            told(false)
        );
        assert!(!told(false).contains("w Show"), "{}", told(false));
        assert!(
            told(true).contains("w Show what moved this gauge"),
            "{}",
            told(true)
        );
        assert!(
            told(true).contains("K F2 Say what the words"),
            "{}",
            told(true)
        );
    }
}
