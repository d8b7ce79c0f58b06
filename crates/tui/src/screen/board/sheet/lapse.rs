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
use crate::page::paper::{below, inside, lines, options, paper, wrapped};
use crate::page::{Page, Then};
use crate::sitting::Sitting;
use crate::walk::Walk;
use crate::widget::option_list::{OptionList, OptionRow};

/// Time that passed unseen.
#[derive(Debug, Default)]
pub struct LapseSheet {
    walk: Walk,
}

/// What may be said, and whether the time counts then.
const CHOICES: [(&str, &str, bool); 2] = [
    ("It does not count", "clocks go on as they stood", false),
    ("It counts", "play went on meanwhile", true),
];

const ABOUT: &str = "The computer slept, or its clock was set forward. No clock runs out before you have \
    said whether this time counts. The record says what you decide.";

fn take(place: usize) -> Then {
    let Some((.., counts)) = CHOICES.get(place).copied() else {
        return Then::Stay;
    };
    Then::Do(vec![Effect::Lapse { counts }, Effect::Lift])
}

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
        let theme = &sitting.theme;
        let passed = sitting.clocks.lapse.map_or(0, |lapse| lapse.seconds);
        let title = format!("{} passed unseen", roughly(passed));
        let width = usize::from(inside(sitting, (64, 8)).width);
        let about = wrapped(ABOUT, width, theme.text);
        let rows = CHOICES.map(|(name, note, _)| OptionRow {
            name: name.to_owned(),
            note: note.to_owned(),
            open: true,
            ..OptionRow::default()
        });
        let wanted = u16::try_from(about.len() + 1 + rows.len()).unwrap_or(u16::MAX);
        let inner = paper(frame, area, &title, (64, wanted), theme);
        let at = below(lines(frame, inner, &about), 1);
        let list = OptionList::new(&rows, self.walk.chosen(rows.len()));
        options(&list, at, frame.buffer_mut(), sitting);
    }

    fn on(&mut self, _sitting: &mut Sitting, command: Command) -> Then {
        let rows = CHOICES.len();
        match command {
            Command::Back => take(0),
            Command::Confirm | Command::Record => take(self.walk.chosen(rows).unwrap_or(0)),
            Command::Pick(number) => take(usize::from(number.saturating_sub(1))),
            other => {
                self.walk.follow(other, rows, None);
                Then::Stay
            }
        }
    }
}
