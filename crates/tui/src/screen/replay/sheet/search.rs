//! Finds entries by their words: sentences, reasons, dissent, remarks, as far as these eyes may read them.
//!
//! ```text
//! ┌ Find in the record · 3 found ────────────────────────────────┐
//! │ bastion                                                      │
//! │ › 12 ▎Russia refused “Joint stations and hydrographic data”  │
//! │        … the bastion is not for sale …                       │
//! └──────────────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use crate::command::{Command, Hint};
use crate::field::{LineField, Typing};
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::paper::{FULL, below, heading, lines, paper};
use crate::page::{Page, Then};
use crate::replay::Replay;
use crate::replay::mark::Mark;
use crate::sitting::Sitting;
use crate::walk::Walk;
use crate::widget::fit::fit;
use crate::widget::rows::{Rows, mark};
use unequal_core::engine::seat::Seat;
use unequal_session::Place;

/// What can be found: the texts of an entry, in small letters, once for the time that the sheet lies.
#[derive(Debug)]
struct Hay {
    number: u64,
    move_number: u32,
    seat: Seat,
    sentence: String,
    rest: String,
    small: String,
}

/// The search.
#[derive(Debug)]
pub(super) struct SearchSheet {
    query: LineField,
    walk: Walk,
    hay: Vec<Hay>,
}

impl SearchSheet {
    pub(super) fn new(replay: &Replay, place: &Place) -> Self {
        let at = replay.at();
        let hay = replay
            .reel
            .frames
            .iter()
            .filter(|frame| replay.knows_the_future() || frame.number <= at)
            .filter_map(|frame| {
                let seen = replay.seen(place, frame.number)?;
                let remarks = replay.remarks_of(frame.number);
                let rest: Vec<String> = [seen.rationale, seen.dissent]
                    .into_iter()
                    .flatten()
                    .chain(remarks)
                    .map(|text| text.replace('\n', " "))
                    .collect();
                let rest = rest.join(" · ");
                Some(Hay {
                    number: frame.number,
                    move_number: frame.move_number,
                    seat: frame.seat,
                    small: format!("{}\n{rest}", frame.sentence).to_lowercase(),
                    sentence: frame.sentence.clone(),
                    rest,
                })
            })
            .collect();
        Self {
            query: LineField::new(120).with_placeholder("a word from a reason, a card, a remark"),
            walk: Walk::default(),
            hay,
        }
    }

    fn found(&self) -> Vec<&Hay> {
        let query = self.query.text().trim().to_lowercase();
        let words: Vec<&str> = query.split_whitespace().collect();
        if words.is_empty() {
            return Vec::new();
        }
        let holds = |hay: &&Hay| words.iter().all(|word| hay.small.contains(word));
        self.hay.iter().filter(holds).collect()
    }

    /// The part of the other texts where the first word stands.
    fn excerpt(&self, hay: &Hay, columns: usize) -> String {
        let query = self.query.text().trim().to_lowercase();
        let word = query.split_whitespace().next().unwrap_or_default();
        let small = hay.rest.to_lowercase();
        let before = small.find(word).map_or(0, |at| {
            small
                .get(..at)
                .map_or(0, |head| head.graphemes(true).count())
        });
        let skip = before.saturating_sub(20);
        let tail: String = hay.rest.graphemes(true).skip(skip).collect();
        let lead = if skip > 0 { "… " } else { "" };
        fit(&format!("{lead}{tail}"), columns)
    }
}

impl Page for SearchSheet {
    fn layer(&self) -> Layer {
        Layer::Line
    }

    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        Some(&mut self.query)
    }

    fn hints(&self, _app: &Sitting) -> Vec<Hint> {
        vec![
            Command::Confirm.hint("go there; n goes on"),
            Command::Up.hint("choose"),
            Command::Back.into(),
        ]
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let theme = &sitting.theme;
        let found = self.found();
        let title = match (self.query.is_empty(), found.len()) {
            (true, _) => "Find in the record".to_owned(),
            (false, count) => format!("Find in the record · {count} found"),
        };
        let inner = paper(frame, area, &title, FULL, theme);
        if let Some(place) = self.query.draw(inner, frame.buffer_mut(), theme, true) {
            frame.set_cursor_position(place);
        }
        let list = below(inner, 2);
        let foot = 2.min(list.height);
        let list = Rect {
            height: list.height - foot,
            ..list
        };
        let chosen = self.walk.chosen(found.len());
        let rows = Rows::around(found.len(), chosen, list);
        sitting.mark_rows(rows.places());
        let width = rows.columns().saturating_sub(12);
        rows.draw(frame.buffer_mut(), theme, |place| {
            let hay = found[place];
            Line::from(vec![
                mark(chosen == Some(place), theme),
                Span::styled(format!("{:>5} ", hay.number), theme.dim),
                Span::styled(format!("{:>2} ", hay.move_number), theme.dim),
                Span::styled("▎", theme.seat(hay.seat)),
                Span::styled(fit(&hay.sentence, width), theme.text),
            ])
        });
        let chosen = chosen.map(|place| found[place]);
        if let Some(hay) = chosen.filter(|hay| !hay.rest.is_empty()) {
            let words = self.excerpt(hay, usize::from(inner.width));
            let foot = Rect {
                y: list.bottom(),
                height: foot,
                ..inner
            };
            lines(frame, below(foot, 1), &[heading(&words, theme.dim)]);
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back => return Then::Close,
            Command::Confirm | Command::Record => return self.go(sitting),
            other => {
                let count = self.found().len();
                self.walk.follow(other, count, None);
            }
        }
        Then::Stay
    }
}

impl SearchSheet {
    fn go(&self, sitting: &mut Sitting) -> Then {
        let numbers: Vec<u64> = self.found().iter().map(|hay| hay.number).collect();
        let chosen = self.walk.chosen(numbers.len());
        let Some(number) = chosen.map(|place| numbers[place]) else {
            sitting.say(Tone::Plain, "Nothing is found: try another word.");
            return Then::Stay;
        };
        let Some((replay, place)) = sitting.reading() else {
            return Then::Close;
        };
        replay.show(place, number);
        let count = numbers.len();
        replay.hits = numbers;
        replay.sought = Some(Mark::Hit);
        replay.mark_anew();
        sitting.say(
            Tone::Plain,
            format!("{count} found; n and N go from one to the next."),
        );
        Then::Close
    }
}
