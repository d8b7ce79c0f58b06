//! The white cell's sheet of clocks: for each phase, for a side when it is to act, for the whole session.
//!
//! ```text
//! ┌ Clocks ───────────────────────────────────────────────────────────────┐
//! │ › Each phase               ‹ 6 min ›     soft      4:12 left          │
//! │   China, when it acts      ‹ none ›      soft                         │
//! │   Russia, when it acts     ‹ 8 min ›     hard                         │
//! │   The whole session        ‹ 2 h 45 min › soft     1:02:10 left       │
//! │                                                                       │
//! │ Play is 6 min behind the plan.                                        │
//! └───────────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::clock::countdown;
use crate::command::{Command, Hint};
use crate::glance::{Glance, look};
use crate::notice::Tone;
use crate::page::asking::white_cell;
use crate::page::paper::{below, heading, lines, paper};
use crate::page::{Page, Then};
use crate::sitting::Sitting;
use crate::sitting::pace;
use crate::walk::Walk;
use crate::widget::fit::{pad, wrap};
use unequal_core::engine::action::Action;
use unequal_core::engine::room::clock::{Clock, ClockOf};
use unequal_session::pace::Reading;
use unequal_session::telling::clock_words;

/// Lengths to choose from, in minutes; the first is no clock at all.
const MINUTES: [u32; 22] = [
    0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 45, 60, 75, 90, 105, 120, 150, 180, 240,
];

/// What a clock is to become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wish {
    seconds: u32,
    hard: bool,
}

/// The clocks.
#[derive(Debug)]
pub struct ClocksSheet {
    walk: Walk,
    wishes: [Wish; ClockOf::ALL.len()],
    /// Whether it was said that something is not set yet.
    warned: bool,
}

impl ClocksSheet {
    /// The clocks as they are set.
    pub fn new(sitting: &Sitting) -> Self {
        let set: Vec<Clock> =
            look(sitting).map_or_else(Vec::new, |glance| glance.view.room.clocks.clone());
        let wishes = ClockOf::ALL.map(|of| {
            let clock = set.iter().find(|clock| clock.of == of);
            clock.map_or(
                Wish {
                    seconds: 0,
                    hard: false,
                },
                |clock| Wish {
                    seconds: clock.seconds,
                    hard: clock.hard,
                },
            )
        });
        Self {
            walk: Walk::default(),
            wishes,
            warned: false,
        }
    }

    /// The chosen clock's place.
    fn place(&self) -> usize {
        self.walk.chosen(ClockOf::ALL.len()).unwrap_or(0)
    }

    fn of(&self) -> ClockOf {
        ClockOf::ALL[self.place()]
    }

    /// The next longer or shorter length.
    fn step(&mut self, longer: bool) {
        let place = self.place();
        let wish = &mut self.wishes[place];
        let lengths = MINUTES.map(|minutes| minutes * 60);
        let next = if longer {
            lengths.iter().find(|length| **length > wish.seconds)
        } else {
            lengths.iter().rev().find(|length| **length < wish.seconds)
        };
        wish.seconds = next.copied().unwrap_or(wish.seconds);
    }

    /// How the chosen clock is set now.
    fn set(&self, sitting: &Sitting) -> Option<Clock> {
        let glance = look(sitting)?;
        let of = self.of();
        let mut clocks = glance.view.room.clocks.iter().copied();
        clocks.find(|clock| clock.of == of)
    }

    /// The clocks that were chosen otherwise than they are set.
    fn changed(&self, sitting: &Sitting) -> Vec<Action> {
        let now = Self::new(sitting).wishes;
        let all = ClockOf::ALL.into_iter().zip(self.wishes).zip(now);
        all.filter(|((_, wish), now)| {
            wish.seconds > 0 && wish != now || wish.seconds != now.seconds
        })
        .map(|((of, Wish { seconds, hard }), _)| Action::SetClock {
            of,
            seconds: (seconds > 0).then_some(seconds),
            hard: hard && seconds > 0,
        })
        .collect()
    }

    /// Sets all that was changed.
    fn submit(&self, sitting: &mut Sitting) -> Then {
        let changed = self.changed(sitting);
        if changed.is_empty() {
            sitting.say(Tone::Plain, "Choose a length with ← and → first.");
            return Then::Stay;
        }
        Then::Do(changed.into_iter().flat_map(white_cell).collect())
    }

    /// Nothing that was chosen is lost without a word.
    fn back(&mut self, sitting: &mut Sitting) -> Then {
        if self.changed(sitting).is_empty() || self.warned {
            return Then::Close;
        }
        self.warned = true;
        let words = "Not set yet: ⏎ sets what was changed, Esc again leaves it as it was.";
        sitting.say(Tone::Trouble, words);
        Then::Stay
    }

    fn extend(&self, sitting: &mut Sitting, minutes: u8) -> Then {
        if self.set(sitting).is_none() {
            sitting.say(
                Tone::Trouble,
                "This clock is not set: choose its length first.",
            );
            return Then::Stay;
        }
        Then::Do(white_cell(Action::ExtendClock {
            of: self.of(),
            seconds: u32::from(minutes) * 60,
        }))
    }
}

/// A clock's name on the sheet.
fn name(of: ClockOf, glance: &Glance<'_>) -> String {
    match of.seat() {
        Some(seat) => format!("{}, when it is to act", glance.name(seat)),
        None if of == ClockOf::Session => "The whole session".to_owned(),
        None => "Each phase".to_owned(),
    }
}

/// How a clock stands, in words.
fn stands(reading: &Reading) -> String {
    let left = reading.left();
    let time = countdown(left.abs());
    match (reading.runs, left < 0) {
        (true, false) => format!("{time} left"),
        (true, true) => format!("{time} over"),
        (false, false) => format!("{time} left, stands still"),
        (false, true) => format!("{time} over, stands still"),
    }
}

/// What a clock does when it has run out.
const ABOUT: &str = "A soft clock rings once and goes on below zero. A hard one ends the turn of the side \
    at the screen, keeps what it typed, and leaves it to you what happens. Clocks stand still in a pause, \
    and a break between two sittings does not count.";

impl Page for ClocksSheet {
    fn stays(&self) -> bool {
        true
    }

    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let mut hints = vec![
            Command::Left.hint("length"),
            Command::Confirm.hint("set what was changed"),
        ];
        let wish = self
            .walk
            .chosen(self.wishes.len())
            .map(|place| self.wishes[place]);
        if wish.is_some_and(|wish| wish.seconds > 0) {
            hints.insert(1, Command::NextField.hint("soft or hard"));
        }
        if self.set(sitting).is_some() {
            let more = [(1, "+1 min"), (2, "+2 min"), (5, "+5 min")];
            hints.extend(more.map(|(minutes, label)| Command::Pick(minutes).hint(label)));
        }
        hints.push(Command::Back.into());
        hints
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let Some(glance) = look(sitting) else {
            return;
        };
        let theme = &sitting.theme;
        let inner = paper(frame, area, "Clocks", (84, 12), theme);
        let pace = pace::pace(sitting).unwrap_or_else(|| glance.place.standing().clocks.at_last());
        let names = ClockOf::ALL.map(|of| name(of, &glance));
        let longest = names.iter().map(|name| name.width()).max();
        let columns = longest.unwrap_or(0).min(30);
        let rows = ClockOf::ALL.iter().zip(&names).zip(self.wishes).enumerate();
        let rows: Vec<Line<'_>> = rows
            .map(|(place, ((of, name), wish))| {
                let chosen = place == self.place();
                let length = match wish.seconds {
                    0 => "none".to_owned(),
                    seconds => clock_words(seconds),
                };
                let length = if chosen {
                    format!("‹ {length} ›")
                } else {
                    format!("  {length}")
                };
                let kind = match (wish.seconds, wish.hard) {
                    (0, _) => "",
                    (_, true) => "hard",
                    (_, false) => "soft",
                };
                let reading = pace.clock(*of);
                let same = reading.is_some_and(|reading| {
                    (reading.clock.seconds, reading.clock.hard) == (wish.seconds, wish.hard)
                }) || reading.is_none() && wish.seconds == 0;
                let words = match reading {
                    _ if !same => "⏎ sets it".to_owned(),
                    Some(reading) => stands(reading),
                    None => String::new(),
                };
                let style = if chosen { theme.strong } else { theme.text };
                let over = reading.is_some_and(|reading| reading.left() < 0);
                Line::from(vec![
                    Span::styled(if chosen { "› " } else { "  " }, theme.accent),
                    Span::styled(pad(name, columns + 2), style),
                    Span::styled(pad(&length, 18), style),
                    Span::styled(pad(kind, 6), theme.dim),
                    Span::styled(
                        words,
                        if !same {
                            theme.accent
                        } else if over {
                            theme.danger
                        } else {
                            theme.text
                        },
                    ),
                ])
            })
            .collect();
        sitting.mark_rows(inner.rows().enumerate().take(rows.len()));
        let mut at = below(lines(frame, inner, &rows), 1);
        if let Some(plan) = pace.plan {
            let words = format!("Against the plan: {}.", pace::against_plan(plan));
            at = below(lines(frame, at, &[heading(&words, theme.text)]), 1);
        }
        for line in wrap(ABOUT, usize::from(at.width.saturating_sub(1))) {
            at = lines(frame, at, &[heading(&line, theme.dim)]);
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        self.warned &= command == Command::Back;
        match command {
            Command::Back => return self.back(sitting),
            Command::Confirm | Command::Record => return self.submit(sitting),
            Command::Left => self.step(false),
            Command::Right => self.step(true),
            Command::NextField | Command::PreviousField => {
                let place = self.place();
                let wish = &mut self.wishes[place];
                wish.hard = !wish.hard;
            }
            Command::Pick(minutes) => return self.extend(sitting, minutes),
            other => {
                self.walk.follow(other, ClockOf::ALL.len(), None);
            }
        }
        Then::Stay
    }
}
