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
use crate::page::paper::{FULL, below, heading, lines, paper};
use crate::page::{Page, Then};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::widget::fit::{fit, pad, wrap};
use crate::widget::menu::{Menu, stepped};
use unequal_papers::report::model::QuestionLine;

/// The questions.
#[derive(Debug)]
pub(super) struct DebriefSheet {
    chosen: usize,
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
            chosen: open.unwrap_or(0),
            moment: 0,
        }
    }

    fn look(&self, sitting: &mut Sitting) -> Then {
        let cite = questions(sitting)
            .and_then(|all| all.get(self.chosen))
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

    fn hints(&self, _app: &Sitting) -> Vec<Hint> {
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
        let height = u16::try_from(rows.len())
            .unwrap_or(u16::MAX)
            .min(inner.height / 2);
        let list = Rect { height, ..inner };
        let menu = Menu {
            rows: &rows,
            chosen: self.chosen,
            theme,
        };
        sitting.mark_rows(menu.places(list));
        frame.render_widget(&menu, list);
        let mut at = below(inner, height + 1);
        let Some(question) = all.get(self.chosen) else {
            return;
        };
        for line in wrap(&question.text, width.min(90)) {
            at = lines(frame, at, &[heading(&line, theme.strong)]);
        }
        at = below(at, 1);
        if question.look_at.is_empty() {
            let words = "No entry shares a word with it.";
            lines(frame, at, &[heading(words, theme.dim)]);
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
            let row = Line::from(vec![
                Span::styled(number, theme.accent),
                Span::styled(format!(" move {:<3} {sentence}", cite.move_number), style),
            ]);
            at = lines(frame, at, &[row]);
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let count = questions(sitting).map_or(0, <[QuestionLine]>::len);
        let moments = questions(sitting)
            .and_then(|all| all.get(self.chosen))
            .map_or(0, |question| question.look_at.len());
        let before = self.chosen;
        match command {
            Command::Back => return Then::Close,
            Command::Confirm => return self.look(sitting),
            Command::Up => self.chosen = stepped(self.chosen, -1, count),
            Command::Down => self.chosen = stepped(self.chosen, 1, count),
            Command::Row(row) => self.chosen = usize::from(row).min(count.saturating_sub(1)),
            Command::Left => self.moment = stepped(self.moment, -1, moments),
            Command::Right => self.moment = stepped(self.moment, 1, moments),
            Command::Tick => turn(sitting, self.chosen),
            _ => {}
        }
        if self.chosen != before {
            self.moment = 0;
        }
        Then::Stay
    }
}
