//! The white cell's sheet for time that passed unseen: whether it counts on the clocks.
//!
//! ```text
//! ┌ 45 min passed unseen ──────────────────────────────────────────┐
//! │ The computer slept, or its clock was set forward. The clocks   │
//! │ wait for what you say.                                         │
//! │                                                                │
//! │ › 1 It does not count       the clocks go on from where it was │
//! │   2 It counts               play went on meanwhile             │
//! └────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::clock::roughly;
use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::page::question::Question;
use crate::page::{Page, Then};
use crate::sitting::Sitting;

/// Time that passed unseen.
#[derive(Debug, Default)]
pub struct LapseSheet {
    question: Question,
}

/// What may be said, and whether the time counts then.
const CHOICES: [(&str, &str, bool); 2] = [
    ("It does not count", "clocks go on as they stood", false),
    ("It counts", "play went on meanwhile", true),
];

const ABOUT: &str = "The computer slept, or its clock was set forward. No clock runs out before you have \
    said whether this time counts. The record says what you decide.";

impl Page for LapseSheet {
    fn stays(&self) -> bool {
        true
    }

    fn hints(&self, _sitting: &Sitting) -> Vec<Hint> {
        vec![
            Command::Up.hint("choose"),
            Command::Confirm.hint("say so"),
            Command::Back.hint("it does not count"),
        ]
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let passed = sitting.clocks.lapse.map_or(0, |lapse| lapse.seconds);
        let title = format!("{} passed unseen", roughly(passed));
        let answers = CHOICES.map(|(name, note, _)| (name, note.to_owned()));
        (self.question).draw((frame, area), sitting, (&title, ABOUT), &answers);
    }

    fn on(&mut self, _sitting: &mut Sitting, command: Command) -> Then {
        let Some(place) = self.question.answered(command, CHOICES.len()) else {
            return Then::Stay;
        };
        let (.., counts) = CHOICES[place];
        Then::Do(vec![Effect::Lapse { counts }, Effect::Lift])
    }
}
