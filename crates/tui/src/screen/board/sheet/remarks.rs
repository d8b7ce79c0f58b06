//! The small sheet before an act goes on the record: why, how sure, who disagreed.
//!
//! ```text
//! ┌ China tables EC4 ──────────────────────────────────────────────┐
//! │ China pressed for “Fixed-formula crude discount”               │
//! │                                                                │
//! │ Why?                                                           │
//! │ winter prices show what the market bears                       │
//! │                                                                │
//! │ How sure, 0 to 100?  70                                        │
//! │ Who disagreed, and how?  …                                     │
//! │                                                                │
//! │ ^S puts it on the record as it stands. What is left empty is   │
//! │ counted as a gap: 3 so far.                                    │
//! └────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::field::{LineField, TextField, Typing};
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::paper::{below, heading, lines, paper};
use crate::page::{Page, Sheet, Then};
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use crate::widget::fit::wrap;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_session::Remarks;
use unequal_session::seal::SealedPlan;

/// What is put on the record.
#[derive(Clone, Debug)]
pub enum Act {
    /// An act.
    Plain(Action),
    /// A sealed plan.
    Sealed(SealedPlan),
}

/// The field that is typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Focus {
    Rationale,
    Confidence,
    Dissent,
}

/// Why, how sure, who disagreed.
#[derive(Debug)]
pub struct RemarksSheet {
    seat: Seat,
    act: Act,
    summary: String,
    rationale: TextField,
    confidence: LineField,
    dissent: LineField,
    focus: Focus,
}

/// The sheet for an act, with what was typed for it before.
pub fn open(sitting: &Sitting, seat: Seat, action: Action) -> Sheet {
    let summary = summary(sitting, &action);
    Sheet::new(RemarksSheet::new(
        sitting,
        seat,
        Act::Plain(action),
        summary,
    ))
}

/// The sheet for a sealed plan.
pub fn open_sealed(sitting: &Sitting, seat: Seat, plan: SealedPlan, summary: String) -> Sheet {
    Sheet::new(RemarksSheet::new(sitting, seat, Act::Sealed(plan), summary))
}

fn summary(sitting: &Sitting, action: &Action) -> String {
    let Some(place) = &sitting.place else {
        return String::new();
    };
    let text = &place.deck().text;
    match action {
        Action::Demand {
            card,
            intensity,
            inducement,
        } => unequal_session::telling::demand_words(
            place.deck(),
            &unequal_core::engine::action::NamedDemand {
                card: card.clone(),
                intensity: *intensity,
                inducement: *inducement,
            },
        ),
        Action::Hold => format!("{} asks for nothing", text.patron),
        Action::Respond { response, to, ask } => {
            let mut words = format!("{}: {}", text.client, text.response(*response).name);
            let domain = to
                .as_deref()
                .and_then(|id| place.scenario().domain_index(id));
            if let Some(domain) = domain {
                words.push_str(" → ");
                words.push_str(&text.domains[domain].name);
            }
            if let Some(ask) = ask {
                words.push_str(", asking: ");
                words.push_str(ask);
            }
            words
        }
        Action::FollowUp { choice } => {
            format!("{}: {}", text.patron, text.follow_up(*choice).name)
        }
        other => other.word().to_owned(),
    }
}

impl RemarksSheet {
    fn new(sitting: &Sitting, seat: Seat, act: Act, summary: String) -> Self {
        let word = match &act {
            Act::Plain(action) => action.word(),
            Act::Sealed(_) => "commit",
        };
        let name = |field: &str| format!("{}{field}", draft_prefix(seat, word));
        let kept = |field: &str| sitting.draft(&name(field));
        Self {
            seat,
            act,
            summary,
            rationale: TextField::new(4000)
                .with_value(&kept("rationale"))
                .with_draft(&name("rationale"))
                .with_placeholder("What decided it? One sentence is enough."),
            confidence: LineField::new(3)
                .with_value(&kept("confidence"))
                .with_draft(&name("confidence"))
                .with_placeholder("–"),
            dissent: LineField::new(1000)
                .with_value(&kept("dissent"))
                .with_draft(&name("dissent"))
                .with_placeholder("nobody, or nobody said so"),
            focus: Focus::Rationale,
        }
    }

    fn remarks(&self) -> Result<Remarks, &'static str> {
        let written = |text: String| {
            let text = text.trim().to_owned();
            (!text.is_empty()).then_some(text)
        };
        let confidence = match written(self.confidence.value()) {
            None => None,
            Some(text) => match text.trim_end_matches('%').trim().parse::<u8>() {
                Ok(number) if number <= 100 => Some(number),
                _ => return Err("How sure: a number from 0 to 100, or nothing."),
            },
        };
        Ok(Remarks {
            rationale: written(self.rationale.value()),
            confidence,
            dissent: written(self.dissent.value()),
        })
    }

    fn record(&mut self, sitting: &mut Sitting) -> Then {
        let remarks = match self.remarks() {
            Ok(remarks) => remarks,
            Err(said) => {
                sitting.say(Tone::Trouble, said);
                self.focus = Focus::Confidence;
                return Then::Stay;
            }
        };
        let seat = self.seat;
        Then::Do(vec![match self.act.clone() {
            Act::Plain(action) => Effect::Submit {
                seat,
                action,
                remarks,
            },
            Act::Sealed(plan) => Effect::Seal {
                seat,
                plan,
                remarks,
            },
        }])
    }

    const fn step(&mut self, forward: bool) {
        self.focus = match (self.focus, forward) {
            (Focus::Rationale, true) | (Focus::Dissent, false) => Focus::Confidence,
            (Focus::Confidence, true) | (Focus::Rationale, false) => Focus::Dissent,
            (Focus::Dissent, true) | (Focus::Confidence, false) => Focus::Rationale,
        };
    }
}

impl Page for RemarksSheet {
    fn layer(&self) -> Layer {
        match self.focus {
            Focus::Rationale => Layer::Text,
            Focus::Confidence | Focus::Dissent => Layer::Line,
        }
    }

    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        Some(match self.focus {
            Focus::Rationale => &mut self.rationale,
            Focus::Confidence => &mut self.confidence,
            Focus::Dissent => &mut self.dissent,
        })
    }

    fn hints(&self, _app: &Sitting) -> Vec<Hint> {
        let record = match self.focus {
            Focus::Rationale => Command::Confirm.hint("put on the record"),
            Focus::Confidence | Focus::Dissent => Command::Record.into(),
        };
        vec![
            record,
            Command::NextField.into(),
            Command::Back.hint("back, keeps the text"),
        ]
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let theme = &sitting.theme;
        let title = sitting
            .place
            .as_ref()
            .map_or("", |place| place.deck().text.seat_name(self.seat));
        let inner = paper(
            frame,
            area,
            &format!("{title}: the reasons"),
            (76, 18),
            theme,
        );
        let width = usize::from(inner.width);
        let mut at = inner;
        for line in wrap(&self.summary, width).into_iter().take(2) {
            let line = heading(&line, theme.seat(self.seat));
            at = lines(frame, at, &[line]);
        }
        at = below(at, 1);
        let label = |words: &'static str, focus: Focus| {
            let style = if self.focus == focus {
                theme.accent
            } else {
                theme.strong
            };
            Line::from(Span::styled(words, style))
        };
        at = lines(frame, at, &[label("Why?", Focus::Rationale)]);
        let rows = at.height.saturating_sub(8).clamp(1, 7);
        let field = Rect {
            height: rows.min(at.height),
            ..at
        };
        let mut place = None;
        let active = self.focus == Focus::Rationale;
        let cursor = self
            .rationale
            .draw(field, frame.buffer_mut(), theme, active);
        place = place.or(cursor);
        at = below(at, rows + 1);

        at = lines(
            frame,
            at,
            &[label("How sure, 0 to 100?", Focus::Confidence)],
        );
        let field = Rect {
            x: inner.x + 21.min(inner.width),
            y: at.y.saturating_sub(1),
            width: 6.min(inner.width.saturating_sub(21)),
            height: u16::from(at.y > inner.y),
        };
        let active = self.focus == Focus::Confidence;
        let cursor = self
            .confidence
            .draw(field, frame.buffer_mut(), theme, active);
        place = place.or(cursor);
        at = below(at, 1);

        at = lines(
            frame,
            at,
            &[label("Who disagreed, and how?", Focus::Dissent)],
        );
        let active = self.focus == Focus::Dissent;
        let field = Rect {
            height: at.height.min(1),
            ..at
        };
        let cursor = self.dissent.draw(field, frame.buffer_mut(), theme, active);
        place = place.or(cursor);
        at = below(at, 2);

        let so_far = sitting
            .place
            .as_ref()
            .map_or(0, |place| place.unreasoned(self.seat).0);
        let words = format!(
            "Ctrl-S puts it on the record as it stands. An empty “why” is counted as a gap: {so_far} so far."
        );
        for line in wrap(&words, width) {
            at = lines(frame, at, &[heading(&line, theme.dim)]);
        }
        if let Some(place) = place {
            frame.set_cursor_position(place);
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back => Then::Close,
            Command::NextField | Command::Down => {
                self.step(true);
                Then::Stay
            }
            Command::PreviousField | Command::Up => {
                self.step(false);
                Then::Stay
            }
            Command::Confirm if self.focus == Focus::Confidence => {
                self.step(true);
                Then::Stay
            }
            Command::Confirm | Command::Record => self.record(sitting),
            _ => Then::Stay,
        }
    }
}
