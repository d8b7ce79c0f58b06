//! Chooses from the shelf which sessions are to stand side by side.
//!
//! ```text
//! ┌ Which sessions side by side? ────────────────────────────────┐
//! │ › ✓ Stockholm table 2        move 12 · ended    today 11:42  │
//! │   ✓ Another answer           move 8 · response  today 12:03  │
//! └──────────────────────────────────────────────────────────────┘
//! ```

use std::collections::BTreeSet;
use std::path::PathBuf;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::errand::Order;
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::paper::{FULL, paper};
use crate::page::{Page, Sheet, Then};
use crate::screen::home::row::save_row;
use crate::shelf::Save;
use crate::stack::Overlay;
use crate::widget::menu::{Menu, stepped};

/// The sessions on the shelf.
#[derive(Debug, Default)]
struct ChooseSheet {
    chosen: usize,
    ticked: BTreeSet<PathBuf>,
}

/// Asks which sessions are to be compared.
pub fn choose(app: &mut App) {
    let readable = |save: &&Save| matches!(save, Save::Session(_));
    if app.shelf.saves.iter().filter(readable).count() < 2 {
        let folder = app.shelf.folder.display().to_string();
        let words = format!("Two sessions are needed to compare; there are none yet in {folder}.");
        app.say(Tone::Plain, words);
        return;
    }
    let sheet = Sheet::new(ChooseSheet::default());
    app.overlays.push(Overlay::Sheet(Box::new(sheet)));
}

impl ChooseSheet {
    fn tick(&mut self, app: &mut App) {
        match app.shelf.saves.get(self.chosen) {
            Some(save @ Save::Session(_)) => {
                let path = save.path().to_owned();
                if !self.ticked.remove(&path) {
                    self.ticked.insert(path);
                }
            }
            Some(Save::Unreadable { reason, .. }) => {
                let reason = reason.clone();
                app.say(Tone::Trouble, reason);
            }
            None => {}
        }
    }

    fn compare(&self, app: &mut App) -> Then {
        if self.ticked.len() < 2 {
            app.say(Tone::Plain, "Tick two sessions or more, with space.");
            return Then::Stay;
        }
        // In the order of the shelf: the first one is what the others are held against.
        let saves = app.shelf.saves.iter().map(Save::path);
        let paths = saves.filter(|path| self.ticked.contains(*path));
        let paths = paths.map(ToOwned::to_owned).collect();
        app.say(Tone::Plain, "Comparing …");
        Then::Do(vec![Effect::Work(Order::Compare(paths, None))])
    }
}

impl Page for ChooseSheet {
    fn layer(&self) -> Layer {
        Layer::Checklist
    }

    fn hints(&self, _app: &App) -> Vec<Hint> {
        vec![
            Command::Up.hint("choose"),
            Command::Tick.into(),
            Command::Compare.into(),
            Command::Back.into(),
        ]
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, app: &App) {
        let theme = &app.theme;
        let inner = paper(frame, area, "Which sessions side by side?", FULL, theme);
        let width = usize::from(inner.width).saturating_sub(6);
        let rows: Vec<Line<'_>> = app
            .shelf
            .saves
            .iter()
            .map(|save| {
                let mark = if self.ticked.contains(save.path()) {
                    "✓ "
                } else {
                    "  "
                };
                let mut line = Line::from(Span::styled(mark, theme.good));
                line.spans.extend(save_row(save, width, app).spans);
                line
            })
            .collect();
        let menu = Menu {
            rows: &rows,
            chosen: self.chosen,
            theme,
        };
        app.mark_rows(menu.places(inner));
        frame.render_widget(&menu, inner);
    }

    fn on(&mut self, app: &mut App, command: Command) -> Then {
        let count = app.shelf.saves.len();
        match command {
            Command::Back => {
                app.errands.break_off();
                return Then::Close;
            }
            Command::Compare | Command::Confirm => return self.compare(app),
            Command::Tick => self.tick(app),
            Command::Row(row) => self.chosen = stepped(usize::from(row), 0, count),
            Command::Up => self.chosen = stepped(self.chosen, -1, count),
            Command::Down => self.chosen = stepped(self.chosen, 1, count),
            Command::PageUp => self.chosen = stepped(self.chosen, -8, count),
            Command::PageDown => self.chosen = stepped(self.chosen, 8, count),
            _ => {}
        }
        Then::Stay
    }
}
