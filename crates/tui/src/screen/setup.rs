//! A new session: everything has a sensible value already, so that Enter starts at once.
//!
//! ```text
//!  unequal                           New session
//!
//!    Deck             ‹ Unequal Partners ›
//!    Name               Session of 23 November
//!
//!  › China            ‹ people ›
//!    Russia           ‹ the bot greedy ›
//!    Europe           ‹ nobody ›
//!    Rulings          ‹ computed; the white cell may rule otherwise ›
//!    Answers          ‹ in the open ›
//!    Demands a move   ‹ 1 ›
//!    Moves            ‹ 12 ›
//!    Curtain          ‹ falls between seats ›
//!    Seed               384112
//!
//!    What the chosen line means, in a sentence or two.
//!    The record will be saves/session-of-23-november-2026-11-23.toml
//!  ⏎ start   ↑↓ line   ←→ change   n another seed   esc back
//! ```

mod choice;
mod form;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::field::Typing;
use crate::goal::Goal;
use crate::keymap::{Layer, takes_text};
use crate::notice::Tone;
use crate::page::form::Asked;
use crate::page::paper::below;
use crate::page::{Page, Then, with_keys};
use crate::screen::header;
use crate::sitting::Sitting;
use crate::widget::prose::{Piece, Prose};

pub use form::SetupForm;

/// Columns that the form takes at most.
const WIDEST: u16 = 84;
/// Rows below the form for what the chosen line means, and where the record will lie.
const FOOT: u16 = 5;

impl Page for SetupForm {
    fn layer(&self) -> Layer {
        if takes_text(self.form.layer()) {
            Layer::SetupLine
        } else {
            Layer::Setup
        }
    }

    fn hints(&self, _sitting: &Sitting) -> Vec<Hint> {
        let mut hints = vec![Command::Confirm.hint("start"), Command::Up.hint("line")];
        if self.layer() == Layer::Setup {
            hints.push(Command::Left.hint("change"));
        }
        hints.extend([
            Command::NewSeed.hint("another seed"),
            Command::Back.hint("back"),
            Command::Help.into(),
        ]);
        hints
    }

    fn screen(&self) -> Option<Goal> {
        Some(Goal::Setup)
    }

    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        self.form.field_mut()
    }

    fn follow(&mut self) {
        self.keep_digits();
    }

    // A text field has keys of its own; the screen's commands are still there.
    fn offers(&self, _sitting: &Sitting) -> Vec<Command> {
        with_keys(Layer::Setup)
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let theme = &sitting.theme;
        let title = Line::from(Span::styled("New session", theme.title));
        let rest = header(frame, area, sitting, title);
        let width = WIDEST.min(rest.width.saturating_sub(2));
        let roomy = rest.height > 28;
        let column = Rect {
            x: rest.x + (rest.width - width) / 2,
            width,
            ..below(rest, if roomy { 3 } else { 1 })
        };
        let height = if roomy {
            column.height.saturating_sub(FOOT)
        } else {
            self.form.height().min(column.height)
        };
        let foot = below(self.form.draw(frame, Rect { height, ..column }, sitting), 1);
        let foot = Rect {
            x: column.x + 2,
            y: foot.y,
            width: column.width.saturating_sub(4),
            height: column.bottom().saturating_sub(foot.y),
        };
        let path = self.path(&sitting.shelf.folder, &sitting.clock);
        let pieces = [
            Piece::Text(self.about_line()),
            Piece::Gap,
            Piece::Aside(format!("The record will be {}", path.display())),
        ];
        Prose::new(&pieces, foot.width, theme).draw(foot, frame.buffer_mut(), 0, theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let trouble = match command {
            Command::Back => return Then::Go(Goal::Home),
            Command::NewSeed => {
                self.draw_seed();
                None
            }
            Command::Confirm | Command::Start => match self.finished() {
                Ok((deck, setup)) => {
                    sitting.curtain = self.curtain();
                    return Then::Do(vec![Effect::Create {
                        deck: Box::new(deck),
                        setup,
                        path: None,
                    }]);
                }
                Err((key, words)) => {
                    self.form.focus_on(key);
                    Some(words)
                }
            },
            other => {
                let left = self.form.focus();
                if let Asked::Changed(key) = self.form.on(other) {
                    self.changed(key);
                }
                self.leave(left).err()
            }
        };
        if let Some(words) = trouble {
            sitting.say(Tone::Trouble, words);
        }
        Then::Stay
    }
}
