//! The white cell's sheet for a hard clock that has run out: more time, no clock, or an act in the side's place.
//!
//! ```text
//! ┌ Time is over: Russia ────────────────────────────────┐
//! │ What was typed is kept. What happens is yours to say. │
//! │                                                       │
//! │ › 1 Two more minutes                                  │
//! │   2 Five more minutes                                 │
//! │   3 Go on without this clock                          │
//! │   4 Act for Russia                                    │
//! └───────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::glance::look;
use crate::page::paper::{below, heading, lines, options, paper};
use crate::page::{Page, Then};
use crate::sitting::{Sitting, turn};
use crate::walk::Walk;
use crate::widget::option_list::{OptionList, OptionRow};
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_session::Remarks;
use unequal_session::overtime::{Overtime, overtime};
use unequal_session::telling::clock_name;

/// What the white cell may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    More(u32),
    NoClock,
    ActFor(Seat),
}

/// Time is over.
#[derive(Debug)]
pub struct OvertimeSheet {
    overtime: Overtime,
    walk: Walk,
}

impl OvertimeSheet {
    /// The sheet for a clock that has run out.
    pub fn new(overtime: Overtime) -> Self {
        Self {
            overtime,
            walk: Walk::default(),
        }
    }

    fn choices(&self) -> Vec<Choice> {
        let act = self.overtime.side.map(Choice::ActFor);
        [Choice::More(2), Choice::More(5), Choice::NoClock]
            .into_iter()
            .chain(act)
            .collect()
    }

    fn take(&self, sitting: &mut Sitting, place: usize) -> Then {
        let of = self.overtime.of;
        let action = match self.choices().get(place) {
            None => return Then::Stay,
            Some(Choice::More(minutes)) => Action::ExtendClock {
                of,
                seconds: by_now(sitting, self.overtime).more(*minutes),
            },
            Some(Choice::NoClock) => Action::SetClock {
                of,
                seconds: None,
                hard: false,
            },
            Some(Choice::ActFor(seat)) => {
                return Then::Go(turn::enter_for(sitting, *seat));
            }
        };
        Then::Do(vec![Effect::Submit {
            seat: Seat::WhiteCell,
            action,
            remarks: Remarks::default(),
        }])
    }
}

/// The clock as it stands by now: the sheet may have lain open for long.
fn by_now(sitting: &Sitting, at_first: Overtime) -> Overtime {
    let place = sitting.place.as_ref();
    let now = place.and_then(|place| overtime(place.turn(), &sitting.clock.now()));
    now.filter(|now| now.of == at_first.of).unwrap_or(at_first)
}

impl Page for OvertimeSheet {
    fn hints(&self, _app: &Sitting) -> Vec<Hint> {
        vec![
            Command::Up.hint("choose"),
            Command::Confirm.hint("do it"),
            Command::Back.hint("look at the board first"),
        ]
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let Some(glance) = look(sitting) else {
            return;
        };
        let theme = &sitting.theme;
        let whose = match self.overtime.side {
            Some(seat) => glance.name(seat).to_owned(),
            None => clock_name(glance.place.deck(), self.overtime.of),
        };
        let title = format!("Time is over: {whose}");
        let inner = paper(frame, area, &title, (64, 8), theme);
        let words = "What was typed is kept. What happens now is yours to say.";
        let at = below(lines(frame, inner, &[heading(words, theme.text)]), 1);
        let rows: Vec<OptionRow> = self
            .choices()
            .into_iter()
            .map(|choice| OptionRow {
                name: match choice {
                    Choice::More(minutes) => format!("Give {minutes} more minutes"),
                    Choice::NoClock => "Go on without this clock".to_owned(),
                    Choice::ActFor(seat) => format!("Act for {}", glance.name(seat)),
                },
                note: String::new(),
                open: true,
                ..OptionRow::default()
            })
            .collect();
        let list = OptionList::new(&rows, self.walk.chosen(rows.len()));
        options(&list, at, frame.buffer_mut(), sitting);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let rows = self.choices().len();
        match command {
            Command::Back => {
                sitting.clocks.put_off = true;
                return Then::Close;
            }
            Command::Confirm | Command::Record => {
                let place = self.walk.chosen(rows).unwrap_or(0);
                return self.take(sitting, place);
            }
            Command::Pick(number) => {
                return self.take(sitting, usize::from(number.saturating_sub(1)));
            }
            other => self.walk.follow(other, rows, None),
        };
        Then::Stay
    }
}
