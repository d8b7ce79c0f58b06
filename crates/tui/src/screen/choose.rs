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

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::errand::Order;
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::paper::{FULL, menu, paper};
use crate::page::{Page, Sheet, Then};
use crate::screen::save_row::save_rows;
use crate::shelf::Save;
use crate::sitting::Sitting;
use crate::walk::Walk;

/// The sessions on the shelf.
#[derive(Debug, Default)]
struct ChooseSheet {
    walk: Walk,
    ticked: BTreeSet<PathBuf>,
}

/// Asks which sessions are to be compared.
pub(super) fn choose(sitting: &mut Sitting) -> Then {
    let readable = |save: &&Save| matches!(save, Save::Session(_));
    if sitting.shelf.saves.iter().filter(readable).count() < 2 {
        let folder = sitting.shelf.folder.display().to_string();
        let words = format!("Two sessions are needed to compare; there are none yet in {folder}.");
        sitting.say(Tone::Plain, words);
        return Then::Stay;
    }
    Then::Open(Sheet::new(ChooseSheet::default()))
}

impl ChooseSheet {
    fn tick(&mut self, sitting: &mut Sitting) {
        let place = self.walk.chosen(sitting.shelf.saves.len());
        match place.map(|place| &sitting.shelf.saves[place]) {
            Some(save @ Save::Session(_)) => {
                let path = save.path().to_owned();
                if !self.ticked.remove(&path) {
                    self.ticked.insert(path);
                }
            }
            Some(Save::Unreadable { reason, .. }) => {
                let reason = reason.clone();
                sitting.say(Tone::Trouble, reason);
            }
            None => {}
        }
    }

    fn compare(&self, sitting: &mut Sitting) -> Then {
        if self.ticked.len() < 2 {
            sitting.say(Tone::Plain, "Tick two sessions or more, with space.");
            return Then::Stay;
        }
        // In the order of the shelf: the first one is what the others are held against.
        let saves = sitting.shelf.saves.iter().map(Save::path);
        let paths = saves.filter(|path| self.ticked.contains(*path));
        let paths = paths.map(ToOwned::to_owned).collect();
        sitting.say(Tone::Plain, "Comparing …");
        Then::Do(vec![Effect::Work(Order::Compare(paths, None))])
    }
}

impl Page for ChooseSheet {
    fn layer(&self) -> Layer {
        Layer::Checklist
    }

    fn hints(&self, _app: &Sitting) -> Vec<Hint> {
        vec![
            Command::Up.hint("choose"),
            Command::Tick.into(),
            Command::Compare.into(),
            Command::Back.into(),
        ]
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let theme = &sitting.theme;
        let inner = paper(frame, area, "Which sessions side by side?", FULL, theme);
        let width = usize::from(inner.width).saturating_sub(6);
        let told = save_rows(width, sitting);
        let saves = sitting.shelf.saves.iter();
        let rows: Vec<Line<'_>> = saves
            .zip(told)
            .map(|(save, told)| {
                let mark = if self.ticked.contains(save.path()) {
                    "✓ "
                } else {
                    "  "
                };
                let mut line = Line::from(Span::styled(mark, theme.good));
                line.spans.extend(told.spans);
                line
            })
            .collect();
        menu(frame, inner, &rows, self.walk.chosen(rows.len()), sitting);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back => {
                sitting.errands.break_off();
                return Then::Close;
            }
            Command::Compare | Command::Confirm => return self.compare(sitting),
            Command::Tick => self.tick(sitting),
            other => {
                self.walk.follow(other, sitting.shelf.saves.len(), None);
            }
        }
        Then::Stay
    }
}
