//! Leaves the line: plays on from an entry in a file of its own, or exchanges one act and keeps the rest.
//!
//! ```text
//! ┌ A branch ────────────────────────────────────────────────────┐
//! │ › Do       ‹ play on after entry 31 ›                        │
//! │   Name     Stockholm table 2, from 31                        │
//! │   China    ‹ as it was: people ›                             │
//! │   Russia   ‹ bot: cautious ›                                 │
//! │                                                              │
//! │ The record that you read does not change.                    │
//! └──────────────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::field::{LineField, Typing};
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::paper::{below, heading, lines, paper};
use crate::page::{Page, Then};
use crate::replay::Replay;
use crate::sitting::Sitting;
use crate::widget::fit::{fit, pad, wrap};
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::side::BySide;
use unequal_papers::report::option_words;
use unequal_session::branch::Departure;
use unequal_session::{History, Holder};

/// The rows, from above.
const ROWS: usize = 4;
const NAME: usize = 1;

/// The sheet.
#[derive(Debug)]
pub(super) struct BranchSheet {
    at: u64,
    /// The entry from whose state it started.
    from: u64,
    row: usize,
    name: LineField,
    /// What is done: 0 plays on after the entry, the others put an act in its place.
    what: usize,
    /// The acts that could stand in the place of the entry's.
    instead: Vec<(Action, String)>,
    /// Who may hold a seat: the first is who held it.
    holders: [Vec<Holder>; 2],
    held: [usize; 2],
    sides: [String; 2],
}

impl BranchSheet {
    pub(super) fn new(replay: &Replay, table: &History) -> Self {
        let at = replay.at();
        let text = &table.deck().text;
        let policies = table.scenario().policies.iter();
        let bots: Vec<Holder> = policies
            .map(|policy| Holder::Bot(policy.name.clone()))
            .collect();
        let holders = [Seat::Patron, Seat::Client].map(|seat| {
            let was = table.holder(seat).clone();
            let others = std::iter::once(Holder::Human).chain(bots.iter().cloned());
            let others: Vec<Holder> = others.filter(|other| *other != was).collect();
            std::iter::once(was).chain(others).collect()
        });
        Self {
            at,
            from: table.came_from(at),
            row: 0,
            name: LineField::new(80)
                .with_value(&format!("{}, from {at}", fit(&table.setup().name, 60))),
            what: 0,
            instead: others(replay, table),
            holders,
            held: [0, 0],
            sides: [text.patron.clone(), text.client.clone()],
        }
    }

    fn what_words(&self) -> String {
        match self.what.checked_sub(1) {
            None if self.at == 0 => "play on from STARTEX".to_owned(),
            None => format!("play on after entry {}", self.at),
            Some(place) => format!("instead of entry {}: {}", self.at, self.instead[place].1),
        }
    }

    fn holder_words(&self, side: usize) -> String {
        let holder = match &self.holders[side][self.held[side]] {
            Holder::Human => "people".to_owned(),
            Holder::Bot(name) => format!("bot: {name}"),
        };
        if self.held[side] == 0 {
            format!("{holder}, as before")
        } else {
            holder
        }
    }

    fn turn(&mut self, forward: bool) {
        let turned = |now: usize, count: usize| {
            if forward {
                (now + 1) % count
            } else {
                (now + count - 1) % count
            }
        };
        match self.row {
            0 => self.what = turned(self.what, self.instead.len() + 1),
            2 | 3 => {
                let side = self.row - 2;
                self.held[side] = turned(self.held[side], self.holders[side].len());
            }
            _ => {}
        }
    }

    fn begin(&self, sitting: &mut Sitting) -> Then {
        let name = self.name.text().trim().to_owned();
        if name.is_empty() {
            sitting.say(Tone::Trouble, "The branch needs a name.");
            return Then::Stay;
        }
        let instead = self
            .what
            .checked_sub(1)
            .map(|place| self.instead[place].0.clone());
        let seat = |side: usize| {
            let place = self.held[side];
            (place > 0).then(|| self.holders[side][place].clone())
        };
        let departure = Departure {
            name,
            after: if instead.is_some() {
                self.from
            } else {
                self.at
            },
            seats: BySide::new(seat(0), seat(1)),
            instead,
        };
        Then::Do(vec![Effect::Branch {
            play_on: departure.instead.is_none(),
            departure,
        }])
    }
}

/// The other acts that were open where this entry's was chosen, in words; none for an act that nobody
/// chose, or that was undone.
fn others(replay: &Replay, table: &History) -> Vec<(Action, String)> {
    let at = replay.at();
    let Some(frame) = replay.reel.frame(at).filter(|frame| !frame.undone) else {
        return Vec::new();
    };
    let place = usize::try_from(at - 1).unwrap_or(usize::MAX);
    let taken = table.moments().get(place).map(|moment| &moment.entry.act);
    let is_taken = |act: &Action| match (act, taken) {
        (
            Action::Respond { response, to, .. },
            Some(Action::Respond {
                response: of,
                to: at,
                ..
            }),
        ) => response == of && to == at,
        (act, Some(taken)) => act == taken,
        _ => false,
    };
    if !frame.is_choice {
        return Vec::new();
    }
    table
        .view_at(at - 1, frame.seat)
        .acts
        .into_iter()
        .filter(|act| !is_taken(act))
        .map(|act| {
            let words = option_words(table.deck(), table.scenario(), &act);
            (act, words)
        })
        .collect()
}

impl Page for BranchSheet {
    fn layer(&self) -> Layer {
        if self.row == NAME {
            Layer::Line
        } else {
            Layer::Sheet
        }
    }

    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        (self.row == NAME).then_some(&mut self.name as &mut dyn Typing)
    }

    fn hints(&self, _app: &Sitting) -> Vec<Hint> {
        let go = if self.what == 0 {
            "play on"
        } else {
            "make the branch"
        };
        let mut hints = vec![Command::Confirm.hint(go), Command::Up.hint("choose")];
        if self.row != NAME {
            hints.push(Command::Left.hint("change"));
        }
        hints.push(Command::Back.into());
        hints
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let theme = &sitting.theme;
        let inner = paper(frame, area, "A branch", (76, 9), theme);
        let width = usize::from(inner.width);
        let room = width.saturating_sub(16);
        let values = [
            ("Do", self.what_words()),
            ("Name", String::new()),
            (self.sides[0].as_str(), self.holder_words(0)),
            (self.sides[1].as_str(), self.holder_words(1)),
        ];
        let mut at = inner;
        for (row, (name, value)) in values.iter().enumerate() {
            let here = row == self.row;
            let mark = if here { "› " } else { "  " };
            let mut spans = vec![
                Span::styled(mark, theme.accent),
                Span::styled(pad(name, 10), theme.text),
            ];
            if row != NAME {
                let style = if here { theme.selected } else { theme.strong };
                spans.push(Span::styled(format!("‹ {} ›", fit(value, room)), style));
            }
            let rest = lines(frame, at, &[Line::from(spans)]);
            if row == NAME {
                let field = Rect {
                    x: at.x + 12,
                    width: at.width.saturating_sub(12),
                    height: at.height.min(1),
                    ..at
                };
                if let Some(place) = self.name.draw(field, frame.buffer_mut(), theme, here) {
                    frame.set_cursor_position(place);
                }
            }
            at = rest;
        }
        at = below(at, 1);
        let words = if self.what == 0 {
            "It gets a file of its own, which names this record as its parent. This record does not \
             change, and leaving the branch leads back here."
        } else {
            "What followed is kept as far as it stays possible, and it is said where that ends. This \
             record does not change."
        };
        for line in wrap(words, width) {
            at = lines(frame, at, &[heading(&line, theme.dim)]);
        }
        if self.what == 0 && !self.instead.is_empty() {
            let words = format!(
                "{} other acts could stand in its place: ←→ in the first row.",
                self.instead.len()
            );
            lines(frame, at, &[heading(&fit(&words, width), theme.dim)]);
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back => return Then::Close,
            Command::Confirm | Command::Record => return self.begin(sitting),
            Command::Up | Command::PreviousField => self.row = (self.row + ROWS - 1) % ROWS,
            Command::Down | Command::NextField => self.row = (self.row + 1) % ROWS,
            Command::Left => self.turn(false),
            Command::Right => self.turn(true),
            _ => {}
        }
        Then::Stay
    }
}
