//! A question with two answers.
//!
//! ```text
//! ┌ Leave unequal? ──────────────────────────────────────┐
//! │ Everything is on disk already; the session can be    │
//! │ continued at any time.                               │
//! └──────────────────────────────────────────────────────┘
//!  ⏎ yes   esc no
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::keymap::Layer;
use crate::page::{Page, Sheet, Then};
use crate::sitting::Sitting;
use crate::widget::dialog::Dialog;
use crate::widget::prose::{Piece, Prose};

/// A question; Enter does what it asks about, Esc does not.
#[derive(Debug)]
pub struct Confirm {
    /// What is asked, in a few words.
    pub title: String,
    /// What would happen, in a sentence.
    pub text: String,
    /// What is done on yes.
    pub effects: Vec<Effect>,
}

impl Page for Confirm {
    fn layer(&self) -> Layer {
        Layer::Confirm
    }

    fn hints(&self, _sitting: &Sitting) -> Vec<Hint> {
        vec![Command::Confirm.hint("yes"), Command::Back.hint("no")]
    }

    fn on(&mut self, _sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Confirm => {
                let effects = std::mem::take(&mut self.effects);
                Then::Do(std::iter::once(Effect::Lift).chain(effects).collect())
            }
            Command::Back => Then::Close,
            _ => Then::Stay,
        }
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let columns = 52.min(area.width.saturating_sub(4));
        let pieces = [Piece::Gap, Piece::Text(self.text.clone()), Piece::Gap];
        let prose = Prose::new(&pieces, columns, &sitting.theme);
        let dialog = Dialog {
            title: &self.title,
            columns,
            rows: u16::try_from(prose.height()).unwrap_or(u16::MAX),
            theme: &sitting.theme,
        };
        frame.render_widget(&dialog, area);
        let inside = dialog.inside(area);
        prose.draw(inside, frame.buffer_mut(), 0, &sitting.theme);
    }
}

/// Nobody leaves a table full of people by one key too many.
pub fn leave_the_table(sitting: &mut Sitting) -> Then {
    let place = sitting.place.as_ref();
    let read_only = place.is_some_and(|place| !place.is_writable());
    let text = if read_only {
        "Back to the home screen."
    } else if !sitting.trail.is_empty() {
        "Every act is on disk. This leads back to the line that you left for this one."
    } else {
        "Every act is on disk. The session can be continued from the home screen at any time."
    };
    let text = sitting.on_leaving(text);
    Then::Open(Sheet::new(Confirm {
        title: "Leave the table?".to_owned(),
        text,
        effects: vec![Effect::Leave],
    }))
}
