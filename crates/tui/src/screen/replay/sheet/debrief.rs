//! The debriefing: the deck's questions to tick off, each with the moments that it speaks of.
//!
//! ```text
//! ┌ Debriefing · 2 of 6 talked about ────────────────────────────────────────────────┐
//! │ › [✓] Turning points   When did it turn, and who noticed?                        │
//! │   [ ] Red lines        Which lines were crossed without anybody meaning to?      │
//! │                                                                                  │
//! │ Which lines were crossed without anybody meaning to?                             │
//! │ ‹ 23 › China pressed for “Joint stations …”                  1 of 3 moments      │
//! └──────────────────────────────────────────────────────────────────────────────────┘
//! ```
//!
//! Enter looks at the moment; the sheet comes back with the same key where it was.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::errand::Order;
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::paper::{FULL, Reading, below, heading, inside, lines, menu, paper, wrapped};
use crate::page::{Page, Then};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::{Text, Walk};
use crate::widget::fit::{fit, pad};
use unequal_papers::report::model::QuestionLine;

/// The questions.
#[derive(Debug)]
pub(super) struct DebriefSheet {
    walk: Walk,
    moment: usize,
}

/// The draft in which a tick is kept.
fn tick(question: &QuestionLine) -> String {
    format!("debrief/{}", question.id)
}

fn is_ticked(sitting: &Sitting, question: &QuestionLine) -> bool {
    !sitting.draft(&tick(question)).is_empty()
}

/// The questions of the deck, once the session has been read.
fn questions(sitting: &Sitting) -> Option<&[QuestionLine]> {
    match &sitting.replay {
        Some(replay) => {
            let aar = replay.study.aar.as_ref()?;
            Some(&aar.debrief.questions)
        }
        _ => None,
    }
}

impl DebriefSheet {
    pub(super) fn new(sitting: &Sitting) -> Self {
        // The first that has not been talked about.
        let open =
            questions(sitting).and_then(|all| all.iter().position(|one| !is_ticked(sitting, one)));
        Self {
            walk: Walk::at(open.unwrap_or(0)),
            moment: 0,
        }
    }

    /// The chosen question.
    fn question<'a>(&self, sitting: &'a Sitting) -> Option<&'a QuestionLine> {
        let all = questions(sitting)?;
        all.get(self.walk.chosen(all.len())?)
    }

    /// The question in full, and its moments.
    fn reading(&self, question: &QuestionLine, place: Rect, theme: &Theme) -> Reading {
        // A column is kept for the signs that more lies above or below.
        let width = usize::from(place.width.saturating_sub(3));
        let mut told = wrapped(&question.text, width.min(90), theme.strong);
        told.push(Line::default());
        if question.look_at.is_empty() {
            told.push(heading("No entry shares a word with it.", theme.dim));
        }
        for (place, cite) in question.look_at.iter().enumerate() {
            let here = place == self.moment;
            let number = if here {
                format!("‹{:>4} ›", cite.entry)
            } else {
                format!(" {:>4}  ", cite.entry)
            };
            let style = if here { theme.text } else { theme.dim };
            let sentence = fit(&cite.sentence, width.saturating_sub(18));
            told.push(Line::from(vec![
                Span::styled(number, theme.accent),
                Span::styled(format!(" move {:<3} {sentence}", cite.move_number), style),
            ]));
        }
        Reading::of(told, place)
    }

    /// How long that is, as the terminal is now.
    fn text(&self, sitting: &Sitting) -> Option<Text> {
        let inner = inside(sitting, FULL);
        let rows = questions(sitting)?.len();
        let place = below(inner, list_height(inner, rows) + 1);
        Some(
            self.reading(self.question(sitting)?, place, &sitting.theme)
                .text(),
        )
    }

    fn look(&self, sitting: &mut Sitting) -> Then {
        let cite = self
            .question(sitting)
            .and_then(|question| question.look_at.get(self.moment))
            .map(|cite| cite.entry);
        let Some(entry) = cite else {
            let words =
                "No entry shares a word with this question: it is about what was not done, too.";
            sitting.say(Tone::Plain, words);
            return Then::Stay;
        };
        if let Some((replay, table)) = sitting.reading() {
            replay.show(table, entry);
        }
        Then::Close
    }
}

/// Where the list of questions ends.
fn list_height(inner: Rect, rows: usize) -> u16 {
    u16::try_from(rows)
        .unwrap_or(u16::MAX)
        .min(inner.height / 2)
}

/// Ticks a question, or takes the tick away; both are kept beside the record.
fn turn(sitting: &mut Sitting, place: usize) {
    let Some(question) = questions(sitting).and_then(|all| all.get(place)) else {
        return;
    };
    let (name, ticked) = (tick(question), is_ticked(sitting, question));
    sitting.keep_draft();
    if sitting.drafts.is_none() {
        sitting.say(
            Tone::Trouble,
            "This session is not in a file: ticks cannot be kept.",
        );
        return;
    }
    let value = if ticked { "" } else { "done" };
    sitting.unsaved_draft = Some((name, value.to_owned()));
    sitting.keep_draft();
}

fn row(question: &QuestionLine, ticked: bool, width: usize, theme: &Theme) -> Line<'static> {
    let (mark, style) = if ticked {
        ("[✓] ", theme.dim)
    } else {
        ("[ ] ", theme.text)
    };
    let about = (width / 3).min(30);
    let text = fit(&question.text, width.saturating_sub(about + 6));
    Line::from(vec![
        Span::styled(mark, theme.good),
        Span::styled(pad(&fit(&question.about, about - 1), about), style),
        Span::styled(text, style),
    ])
}

impl Page for DebriefSheet {
    fn layer(&self) -> Layer {
        Layer::Checklist
    }

    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        if questions(sitting).is_none_or(<[QuestionLine]>::is_empty) {
            return vec![Command::Back.into()];
        }
        vec![
            Command::Up.hint("choose"),
            Command::Tick.hint("tick off"),
            Command::Left.hint("moment"),
            Command::Confirm.hint("look at it"),
            Command::Back.into(),
        ]
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let theme = &sitting.theme;
        let Some(all) = questions(sitting) else {
            let inner = paper(frame, area, "Debriefing", FULL, theme);
            let words = if sitting.errands.does(&Order::Study) {
                "Reading the session …"
            } else {
                "The session could not be read for it."
            };
            lines(frame, inner, &[heading(words, theme.dim)]);
            return;
        };
        let done = all
            .iter()
            .filter(|question| is_ticked(sitting, question))
            .count();
        let title = format!("Debriefing · {done} of {} talked about", all.len());
        let inner = paper(frame, area, &title, FULL, theme);
        if all.is_empty() {
            let words = "The deck has no questions for the debriefing.";
            lines(frame, inner, &[heading(words, theme.dim)]);
            return;
        }
        let width = usize::from(inner.width).saturating_sub(3);
        let rows: Vec<Line<'_>> = all
            .iter()
            .map(|question| row(question, is_ticked(sitting, question), width, theme))
            .collect();
        let height = list_height(inner, rows.len());
        let list = Rect { height, ..inner };
        menu(frame, list, &rows, self.walk.chosen(rows.len()), sitting);
        if let Some(question) = self.question(sitting) {
            let place = below(inner, height + 1);
            let reading = self.reading(question, place, theme);
            reading.draw(frame, self.walk.scroll(), theme);
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let count = questions(sitting).map_or(0, <[QuestionLine]>::len);
        let moments = self
            .question(sitting)
            .map_or(0, |question| question.look_at.len());
        match command {
            Command::Back => return Then::Close,
            Command::Confirm => return self.look(sitting),
            Command::Left => self.moment = self.moment.saturating_sub(1),
            Command::Right => self.moment = (self.moment + 1).min(moments.saturating_sub(1)),
            Command::Tick => turn(sitting, self.walk.chosen(count).unwrap_or(0)),
            other => {
                let before = self.walk.chosen(count);
                let text = self.text(sitting);
                self.walk.follow(other, count, text);
                if self.walk.chosen(count) != before {
                    self.moment = 0;
                }
            }
        }
        Then::Stay
    }
}
