//! The white cell's sheet for somebody who asks for a seat: to take it over, or to come to it from elsewhere.
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
use crate::page::question::Question;
use crate::page::{Page, Then};
use crate::sitting::Sitting;
use unequal_session::presence::{Asks, Wish};

/// Somebody who asks to take over a seat.
#[derive(Debug)]
pub struct LeaveSheet {
    asks: Asks,
    /// The seat's name.
    seat: String,
    question: Question,
}

/// What may be said, and whether it is leave.
const CHOICES: [(&str, bool); 2] = [("No", false), ("Yes", true)];

impl LeaveSheet {
    /// Somebody asks for a seat of this name.
    pub fn new(asks: Asks, seat: String) -> Self {
        Self {
            asks,
            seat,
            question: Question::default(),
        }
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
        let Asks { name, wish, .. } = &self.asks;
        let title = format!("{name} asks for the seat of {}", self.seat);
        let about = match wish {
            Wish::TakeOver { from } => format!(
                "{from} has it, and loses it with your leave. Nothing that was done is changed, and what was typed \
                 there stays."
            ),
            Wish::ComeIn {
                from,
                key: Some(key),
            } => format!(
                "They come from {from} with the key {key}, and need no code with it from now on. Ask them what key \
                 they have, where you are not sure."
            ),
            Wish::ComeIn { from, key: None } => format!(
                "They come from {from}, without a code and without a key. Ask who it is before you let them in."
            ),
        };
        let notes = match wish {
            Wish::TakeOver { .. } => [
                "it stays as it is".to_owned(),
                format!("{name} sits down there"),
            ],
            Wish::ComeIn { .. } => [
                "they are told that you do not let them in".to_owned(),
                "they come in; where the seat is taken, they look on or ask for it".to_owned(),
            ],
        };
        let answers: Vec<(&str, String)> = CHOICES
            .map(|(choice, _)| choice)
            .into_iter()
            .zip(notes)
            .collect();
        (self.question).draw((frame, area), sitting, (&title, &about), &answers);
    }

    fn on(&mut self, _sitting: &mut Sitting, command: Command) -> Then {
        let Some(place) = self.question.answered(command, CHOICES.len()) else {
            return Then::Stay;
        };
        let asks = self.asks.clone();
        let (_, leave) = CHOICES[place];
        Then::Do(vec![Effect::Answer { asks, leave }, Effect::Lift])
    }
}
