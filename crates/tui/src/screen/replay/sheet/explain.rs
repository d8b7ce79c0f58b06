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
use crate::page::paper::{FULL, Reading, heading, inside, paper, wrapped};
use crate::page::{Page, Then};
use crate::replay::Replay;
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::Walk;
use crate::widget::fit::{fit, pad, wrap};
use unequal_core::analysis::expectations::{Difference, Expectation};
use unequal_papers::report::{option_words, signed_tenth};
use unequal_session::Place;
use unequal_session::expectations::{Answer, PLAYOUTS};
use unicode_width::UnicodeWidthStr;

/// The sheet for one entry.
#[derive(Debug)]
pub(super) struct ExplainSheet {
    entry: u64,
    walk: Walk,
}

/// A row: what, what could be expected, how much more than of what was done.
struct Offer<'a> {
    words: String,
    expected: &'a Expectation,
    more: Option<Difference>,
}

impl ExplainSheet {
    pub(super) fn new(entry: u64) -> Self {
        Self {
            entry,
            walk: Walk::default(),
        }
    }

    /// What was worked out for the entry.
    fn answer<'a>(&self, sitting: &'a Sitting) -> Option<&'a Answer> {
        sitting.replay.as_ref()?.study.answers.get(&self.entry)
    }

    /// What there is to read, to the width of a place.
    fn reading(&self, place: Rect, replay: &Replay, session: &Place, sitting: &Sitting) -> Reading {
        let theme = &sitting.theme;
        // A column is kept for the signs that more lies above or below.
        let width = usize::from(place.width.saturating_sub(2));
        let sentence = replay
            .seen(session, self.entry)
            .map_or_else(String::new, |seen| seen.sentence);
        let mut told = wrapped(&sentence, width, theme.title);
        told.push(Line::default());
        let Some(answer) = self.answer(sitting) else {
            let progress = sitting.errands.progress(&Order::Explain(self.entry));
            let words = match progress {
                Some(_) => format!(
                    "Playing on from here, {PLAYOUTS} sessions a choice, with one bot in both seats …"
                ),
                None => "Nothing can be worked out for this entry: nobody plays on from a remark."
                    .to_owned(),
            };
            told.extend(wrapped(&words, width, theme.dim));
            return Reading::of(told, place);
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
                words: option_words(session.deck(), session.scenario(), &other.act),
                expected: &other.expected,
                more: Some(other.difference),
            })
            .collect();
        instead.sort_by(|a, b| {
            let mean = |option: &Offer<'_>| option.more.map_or(0.0, |more| more.mean);
            mean(b).total_cmp(&mean(a))
        });
        options.append(&mut instead);
        // Two alternatives often differ in their last words: they are told in full, over more lines where it takes them.
        let longest = options.iter().map(|option| option.words.width()).max();
        let name = (longest.unwrap_or(0) + 3).min(width.saturating_sub(NUMBERS + 2));
        let head = format!("{}final stability   more   endings", " ".repeat(name));
        told.push(heading(&fit(&head, width), theme.dim));
        told.extend(
            options
                .iter()
                .flat_map(|option| rows(session, option, (name, width), theme)),
        );
        told.push(Line::default());
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
            moved.give_or_take()
        );
        told.extend(wrapped(&words, width.min(100), theme.dim));
        Reading::of(told, place)
    }

    /// The same, as the terminal is now.
    fn laid_out(&self, sitting: &Sitting) -> Option<Reading> {
        let (Some(replay), Some(place)) = (&sitting.replay, &sitting.place) else {
            return None;
        };
        Some(self.reading(inside(sitting, FULL), replay, place, sitting))
    }
}

/// The endings that are likeliest, in words.
fn endings(place: &Place, expected: &Expectation, columns: usize) -> String {
    let mut shares: Vec<(f64, &str)> = expected
        .endings
        .iter()
        .filter(|share| share.percent >= 0.5)
        .map(|share| {
            let title = place.deck().text.ending(share.ending).title.as_str();
            (share.percent, title)
        })
        .collect();
    shares.sort_by(|a, b| b.0.total_cmp(&a.0));
    let words: Vec<String> = shares
        .iter()
        .map(|(percent, title)| format!("{title} {percent:.0} %"))
        .collect();
    // Whole or not at all: what is left out stands in the report.
    let mut told = String::new();
    for word in words {
        let next = if told.is_empty() {
            word
        } else {
            format!("{told}, {word}")
        };
        if next.width() > columns {
            break;
        }
        told = next;
    }
    told
}

/// Columns of the numbers beside an alternative.
const NUMBERS: usize = 22;

/// An alternative in so many columns for its name, of so many in all.
fn rows(
    place: &Place,
    option: &Offer<'_>,
    (name, width): (usize, usize),
    theme: &Theme,
) -> Vec<Line<'static>> {
    let taken = option.more.is_none();
    let error = if option.expected.exact {
        "exact".to_owned()
    } else {
        format!("±{:.1}", option.expected.give_or_take())
    };
    let more = option.more.map_or_else(String::new, |more| {
        let sign = if more.is_clear() { "" } else { "~" };
        format!("{sign}{}", signed_tenth(more.mean))
    });
    let style = if taken { theme.strong } else { theme.text };
    let room = width.saturating_sub(name + NUMBERS);
    let mut words = wrap(&option.words, name.saturating_sub(3)).into_iter();
    let first = words.next().unwrap_or_default();
    let mut lines = vec![Line::from(vec![
        Span::styled(if taken { "● " } else { "  " }, theme.accent),
        Span::styled(pad(&first, name.saturating_sub(2)), style),
        Span::styled(format!("{:>5.1} ", option.expected.stability), style),
        Span::styled(format!("{error:<6}"), theme.dim),
        Span::styled(format!("{more:>7}   "), theme.accent),
        Span::styled(endings(place, option.expected, room), theme.dim),
    ])];
    lines.extend(words.map(|more| Line::styled(format!("    {more}"), style)));
    lines
}

impl Page for ExplainSheet {
    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        if self.answer(sitting).is_none() {
            return vec![Command::Back.hint("break off")];
        }
        let mut hints = vec![Command::Back.into()];
        if self
            .laid_out(sitting)
            .is_some_and(|reading| reading.goes_on())
        {
            hints.insert(0, Command::Up.hint("scroll"));
        }
        hints
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let (Some(replay), Some(place)) = (&sitting.replay, &sitting.place) else {
            return;
        };
        let title = format!("What could be expected at entry {}", self.entry);
        let inner = paper(frame, area, &title, FULL, &sitting.theme);
        self.reading(inner, replay, place, sitting)
            .draw(frame, self.walk.scroll(), &sitting.theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        if matches!(command, Command::Back | Command::Confirm) {
            sitting.errands.break_off();
            return Then::Close;
        }
        let text = self.laid_out(sitting).map(|reading| reading.text());
        self.walk.read(command, text.unwrap_or_default());
        Then::Stay
    }
}
