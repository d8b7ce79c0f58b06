//! A new session: everything has a sensible value already, so that Enter starts at once.
//!
//! ```text
//!  unequal                           New session
//!
//!    Deck             ‹ Unequal Partners ›
//!    Name               Session of 23 November
//!
//!  › China            ‹ people ›
//!    Russia           ‹ bot: greedy ›
//!    Rulings          ‹ computed, the white cell may rule otherwise ›
//!    Answers          ‹ in the open ›
//!    Demands a move   ‹ 1 ›
//!    Cards in hand    ‹ 4 ›
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
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::field::Typing;
use crate::goal::Goal;
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::{Page, Then, with_keys};
use crate::screen::header;
use crate::sitting::Sitting;
use crate::widget::fit::{fit, pad};
use crate::widget::prose::{Piece, Prose};

pub use choice::Row;
pub use form::SetupForm;

/// Columns of the labels.
const LABEL: usize = 17;
/// Columns that the form takes at most.
const WIDEST: u16 = 84;

impl Page for SetupForm {
    fn layer(&self) -> Layer {
        if self.field().is_some() {
            Layer::SetupLine
        } else {
            Layer::Setup
        }
    }

    fn hints(&self, _sitting: &Sitting) -> Vec<Hint> {
        let change = match self.field() {
            Some(_) => None,
            None => Some(Command::Left.hint("change")),
        };
        [
            Some(Command::Confirm.hint("start")),
            Some(Command::Up.hint("line")),
            change,
            Some(Command::NewSeed.hint("another seed")),
            Some(Command::Back.hint("back")),
            Some(Command::Help.into()),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn screen(&self) -> Option<Goal> {
        Some(Goal::Setup)
    }

    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        self.typed_into()
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
        let rest = header(
            frame,
            area,
            sitting,
            Line::from(Span::styled("New session", theme.title)),
        );
        let width = WIDEST.min(rest.width.saturating_sub(2));
        let roomy = rest.height > 28;
        let column = Rect {
            x: rest.x + (rest.width - width) / 2,
            width,
            ..rest
        };
        let rows = self.rows();
        let spaced: u16 = rows
            .iter()
            .map(|row| if roomy && row.opens_group() { 2 } else { 1 })
            .sum();
        let [_, list, _, foot] = Layout::vertical([
            Constraint::Length(if roomy { 3 } else { 1 }),
            Constraint::Length(spaced),
            Constraint::Length(1),
            Constraint::Fill(1),
        ])
        .areas(column);
        let mut y = list.y;
        for (at, row) in rows.iter().enumerate() {
            if roomy && row.opens_group() {
                y += 1;
            }
            if y >= list.bottom() {
                break;
            }
            let spot = Rect {
                y,
                height: 1,
                ..list
            };
            self.draw_row(frame, spot, *row, sitting);
            sitting.mark(spot, Command::Row(u16::try_from(at).unwrap_or(u16::MAX)));
            y += 1;
        }
        let foot = Rect {
            x: foot.x + 2,
            width: foot.width.saturating_sub(4),
            ..foot
        };
        let path = self.path(&sitting.shelf.folder, &sitting.clock);
        let pieces = [
            Piece::Text(self.about_row(self.chosen())),
            Piece::Gap,
            Piece::Aside(format!("The record will be {}", path.display())),
        ];
        Prose::new(&pieces, foot.width, theme).draw(foot, frame.buffer_mut(), 0, theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let trouble = match command {
            Command::Up | Command::PreviousField => self.go(-1),
            Command::Down | Command::NextField => self.go(1),
            Command::PageUp | Command::First => self.go(-100),
            Command::PageDown | Command::Last => self.go(100),
            Command::Left => {
                self.change(-1);
                Ok(())
            }
            Command::Right => {
                self.change(1);
                Ok(())
            }
            Command::Row(row) => self.go_to(usize::from(row)),
            Command::NewSeed => {
                self.draw_seed();
                Ok(())
            }
            Command::Back => return Then::Go(Goal::Home),
            Command::Confirm | Command::Start => match self.finished() {
                Ok((deck, setup)) => {
                    sitting.curtain = self.curtain();
                    return Then::Do(vec![Effect::Create {
                        deck: Box::new(deck),
                        setup,
                        path: None,
                    }]);
                }
                Err(trouble) => Err(trouble),
            },
            _ => Ok(()),
        };
        if let Err(words) = trouble {
            sitting.say(Tone::Trouble, words);
        }
        Then::Stay
    }
}

impl SetupForm {
    fn draw_row(&self, frame: &mut Frame<'_>, spot: Rect, row: Row, sitting: &Sitting) {
        let theme = &sitting.theme;
        let here = row == self.chosen();
        let label = self.label(row);
        let line = Line::from(vec![
            Span::styled(if here { "› " } else { "  " }, theme.accent),
            Span::styled(
                pad(&fit(&label, LABEL - 2), LABEL),
                if here { theme.strong } else { theme.dim },
            ),
        ]);
        let buf = frame.buffer_mut();
        if here {
            buf.set_style(spot, theme.selected);
        }
        buf.set_line(spot.x, spot.y, &line, spot.width);
        let start = u16::try_from(LABEL + 2).unwrap_or(0).min(spot.width);
        let value = Rect {
            x: spot.x + start,
            width: spot.width - start,
            ..spot
        };
        if let Some(field) = self.field_of(row) {
            let place = Rect {
                x: value.x + 2.min(value.width),
                width: value.width.saturating_sub(4).min(62),
                ..value
            };
            if let Some(cursor) = field.draw(place, buf, theme, here) {
                frame.set_cursor_position(cursor);
            }
            return;
        }
        let room = usize::from(value.width).saturating_sub(4);
        let words = fit(&self.words(row), room);
        let (open, close) = if here { ("‹ ", " ›") } else { ("  ", "  ") };
        let style = if row.side().is_some() {
            row.side().map_or(theme.text, |seat| theme.seat(seat))
        } else {
            theme.text
        };
        let line = Line::from(vec![
            Span::styled(open, theme.accent),
            Span::styled(words, style),
            Span::styled(close, theme.accent),
        ]);
        buf.set_line(value.x, value.y, &line, value.width);
        if here {
            buf.set_style(spot, theme.selected);
        }
    }
}
