//! What could be expected of an act and of its alternatives, worked out by playing on from there.
//!
//! ```text
//! ┌ What could be expected ────────────────────────────────────────────────────────────┐
//! │ Russia refused “Joint stations and hydrographic data”                              │
//! │                                                stability         endings           │
//! │   ● Refuse (what was done)                     44.1 ±0.9         drift 61 %, …     │
//! │     Accept in part                             47.3 ±0.9  +3.2   managed 70 %, …   │
//! │     Stall                                      44.4 ±0.9  +0.3   drift 58 %, …     │
//! └────────────────────────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::errand::Order;
use crate::page::paper::{FULL, below, heading, lines, paper};
use crate::page::{Page, Then};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::widget::fit::{fit, pad, wrap};
use unequal_core::analysis::expectations::{Difference, Expectation};
use unequal_papers::report::{option_words, signed_tenth};
use unequal_session::History;
use unequal_session::expectations::{Answer, PLAYOUTS};

/// The sheet for one entry.
#[derive(Debug)]
pub(super) struct ExplainSheet {
    entry: u64,
    scroll: usize,
}

/// A row: what, what could be expected, how much more than of what was done.
struct Offer<'a> {
    words: String,
    expected: &'a Expectation,
    more: Option<Difference>,
}

impl ExplainSheet {
    pub(super) const fn new(entry: u64) -> Self {
        Self { entry, scroll: 0 }
    }

    /// What was worked out for the entry.
    fn answer<'a>(&self, sitting: &'a Sitting) -> Option<&'a Answer> {
        sitting.replay.as_ref()?.study.answers.get(&self.entry)
    }
}

/// The endings that are likeliest, in words.
fn endings(table: &History, expected: &Expectation, columns: usize) -> String {
    let mut shares: Vec<(f64, &str)> = expected
        .endings
        .iter()
        .filter(|share| share.percent >= 0.5)
        .map(|share| {
            let title = table.deck().text.ending(share.ending).title.as_str();
            (share.percent, title)
        })
        .collect();
    shares.sort_by(|a, b| b.0.total_cmp(&a.0));
    let words: Vec<String> = shares
        .iter()
        .map(|(percent, title)| format!("{title} {percent:.0} %"))
        .collect();
    fit(&words.join(", "), columns)
}

fn row(table: &History, option: &Offer<'_>, width: usize, theme: &Theme) -> Line<'static> {
    let taken = option.more.is_none();
    let name = width * 2 / 5;
    let error = if option.expected.exact {
        "exact".to_owned()
    } else {
        format!("±{:.1}", 2.0 * option.expected.error)
    };
    let more = option.more.map_or_else(String::new, |more| {
        let sign = if more.is_clear() { "" } else { "~" };
        format!("{sign}{}", signed_tenth(more.mean))
    });
    let style = if taken { theme.strong } else { theme.text };
    let room = width.saturating_sub(name + 24);
    Line::from(vec![
        Span::styled(if taken { "● " } else { "  " }, theme.accent),
        Span::styled(pad(&fit(&option.words, name - 3), name - 2), style),
        Span::styled(format!("{:>5.1} ", option.expected.stability), style),
        Span::styled(format!("{error:<6}"), theme.dim),
        Span::styled(format!("{more:>7}   "), theme.accent),
        Span::styled(endings(table, option.expected, room), theme.dim),
    ])
}

impl Page for ExplainSheet {
    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        if self.answer(sitting).is_none() {
            return vec![Command::Back.hint("break off")];
        }
        vec![Command::Up.hint("scroll"), Command::Back.into()]
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let (Some(replay), Some(table)) = (&sitting.replay, &sitting.table) else {
            return;
        };
        let theme = &sitting.theme;
        let title = format!("What could be expected at entry {}", self.entry);
        let inner = paper(frame, area, &title, FULL, theme);
        let width = usize::from(inner.width);
        let sentence = replay
            .seen(table, self.entry)
            .map_or_else(String::new, |seen| seen.sentence);
        let mut at = inner;
        for line in wrap(&sentence, width) {
            at = lines(frame, at, &[heading(&line, theme.title)]);
        }
        at = below(at, 1);
        let Some(answer) = self.answer(sitting) else {
            let progress = sitting.errands.progress(&Order::Explain(self.entry));
            let words = match progress {
                Some(_) => format!(
                    "Playing on from here, {PLAYOUTS} sessions a choice, with one bot in both seats …"
                ),
                None => "Nothing can be worked out for this entry: nobody plays on from a remark."
                    .to_owned(),
            };
            for line in wrap(&words, width) {
                at = lines(frame, at, &[heading(&line, theme.dim)]);
            }
            return;
        };
        let mut options = vec![Offer {
            words: "what was done".to_owned(),
            expected: &answer.expected,
            more: None,
        }];
        let mut instead: Vec<Offer<'_>> = answer
            .instead
            .iter()
            .map(|other| Offer {
                words: option_words(table.deck(), table.scenario(), &other.act),
                expected: &other.expected,
                more: Some(other.difference),
            })
            .collect();
        instead.sort_by(|a, b| {
            let mean = |option: &Offer<'_>| option.more.map_or(0.0, |more| more.mean);
            mean(b).total_cmp(&mean(a))
        });
        options.append(&mut instead);
        let name = width * 2 / 5;
        let head = format!("{}final stability   more   endings", " ".repeat(name));
        at = lines(frame, at, &[heading(&fit(&head, width), theme.dim)]);
        let foot_rows = 4.min(at.height);
        let room = usize::from(at.height - foot_rows);
        let last = options.len().saturating_sub(room);
        let rows: Vec<Line<'_>> = options
            .iter()
            .skip(self.scroll.min(last))
            .take(room)
            .map(|option| row(table, option, width, theme))
            .collect();
        at = below(lines(frame, at, &rows), 1);
        let moved = answer.moved;
        let clear = if moved.is_clear() {
            ""
        } else {
            ", which chance alone could make"
        };
        let words = format!(
            "The entry moved expected final stability by {} (±{:.1}){clear}. ~ marks differences that chance \
             alone could make. One bot plays both seats under the same dice: this compares choices, it \
             foresees nothing.",
            signed_tenth(moved.mean),
            2.0 * moved.error
        );
        for line in wrap(&words, width.min(100)) {
            at = lines(frame, at, &[heading(&line, theme.dim)]);
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let count = self
            .answer(sitting)
            .map_or(0, |answer| answer.instead.len() + 1);
        match command {
            Command::Back | Command::Confirm => {
                sitting.errands.break_off();
                return Then::Close;
            }
            Command::Up => self.scroll = self.scroll.saturating_sub(1),
            Command::Down => self.scroll = (self.scroll + 1).min(count),
            Command::PageUp => self.scroll = self.scroll.saturating_sub(8),
            Command::PageDown => self.scroll = (self.scroll + 8).min(count),
            _ => {}
        }
        Then::Stay
    }
}
