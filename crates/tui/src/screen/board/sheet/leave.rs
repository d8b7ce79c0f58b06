//! The white cell's sheet for somebody who asks to take over a seat that somebody has.
//!
//! ```text
//! ┌ Li asks for the seat of China ─────────────────────────────────┐
//! │ Wei has it, and loses it with your leave. Nothing that was     │
//! │ done is changed, and what was typed there stays.               │
//! │                                                                │
//! │ › 1 No                      it stays as it is                  │
//! │   2 Yes                     Li sits down there                 │
//! └────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::page::paper::{below, inside, lines, options, paper, wrapped};
use crate::page::{Page, Then};
use crate::sitting::Sitting;
use crate::walk::Walk;
use crate::widget::option_list::{OptionList, OptionRow};
use unequal_session::presence::Asks;

/// Somebody who asks to take over a seat.
#[derive(Debug)]
pub struct LeaveSheet {
    asks: Asks,
    /// The seat's name.
    seat: String,
    walk: Walk,
}

/// What may be said, and whether it is leave.
const CHOICES: [(&str, bool); 2] = [("No", false), ("Yes", true)];

impl LeaveSheet {
    /// Somebody asks for a seat of this name.
    pub fn new(asks: Asks, seat: String) -> Self {
        Self {
            asks,
            seat,
            walk: Walk::default(),
        }
    }

    fn take(&self, place: usize) -> Then {
        let Some((_, leave)) = CHOICES.get(place).copied() else {
            return Then::Stay;
        };
        let asks = self.asks.clone();
        Then::Do(vec![Effect::Answer { asks, leave }, Effect::Lift])
    }
}

impl Page for LeaveSheet {
    fn stays(&self) -> bool {
        true
    }

    fn hints(&self, _sitting: &Sitting) -> Vec<Hint> {
        vec![
            Command::Up.hint("choose"),
            Command::Confirm.hint("say so"),
            Command::Back.hint("no"),
        ]
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let theme = &sitting.theme;
        let Asks { name, from, .. } = &self.asks;
        let title = format!("{name} asks for the seat of {}", self.seat);
        let about = format!(
            "{from} has it, and loses it with your leave. Nothing that was done is changed, and what was typed \
             there stays."
        );
        let width = usize::from(inside(sitting, (64, 8)).width);
        let about = wrapped(&about, width, theme.text);
        let notes = [
            "it stays as it is".to_owned(),
            format!("{name} sits down there"),
        ];
        let rows: Vec<OptionRow> = CHOICES
            .iter()
            .zip(notes)
            .map(|((choice, _), note)| OptionRow {
                name: (*choice).to_owned(),
                note,
                open: true,
                ..OptionRow::default()
            })
            .collect();
        let wanted = u16::try_from(about.len() + 1 + rows.len()).unwrap_or(u16::MAX);
        let inner = paper(frame, area, &title, (64, wanted), theme);
        let at = below(lines(frame, inner, &about), 1);
        let list = OptionList::new(&rows, self.walk.chosen(rows.len()));
        options(&list, at, frame.buffer_mut(), sitting);
    }

    fn on(&mut self, _sitting: &mut Sitting, command: Command) -> Then {
        let rows = CHOICES.len();
        match command {
            Command::Back => self.take(0),
            Command::Confirm | Command::Record => self.take(self.walk.chosen(rows).unwrap_or(0)),
            Command::Pick(number) => self.take(usize::from(number.saturating_sub(1))),
            other => {
                self.walk.follow(other, rows, None);
                Then::Stay
            }
        }
    }
}
