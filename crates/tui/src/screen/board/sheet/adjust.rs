//! The white cell's sheet to change a gauge by ruling, with a reason that stays in the record.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::field::{LineField, Typing};
use crate::glance::look;
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::paper::{below, heading, lines, paper};
use crate::page::{Page, Then};
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use crate::widget::change::{signed, signed_tenths, tenths};
use unequal_core::engine::action::Action;
use unequal_core::engine::gauge::Gauge;
use unequal_core::engine::seat::Seat;
use unequal_session::Remarks;
use unequal_session::telling::gauge_name;

/// The field that is typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Focus {
    Gauge,
    By,
    Reason,
}

/// Change a gauge.
#[derive(Debug)]
pub struct AdjustSheet {
    gauge: Gauge,
    by: LineField,
    reason: LineField,
    focus: Focus,
}

impl AdjustSheet {
    /// Opens the sheet at a gauge.
    pub fn new(sitting: &Sitting, gauge: Gauge) -> Self {
        let name = |field: &str| format!("{}{field}", draft_prefix(Seat::WhiteCell, "adjust"));
        let field = |field: &str, limit, hint: &str| {
            LineField::new(limit)
                .with_value(&sitting.draft(&name(field)))
                .with_draft(&name(field))
                .with_placeholder(hint)
        };
        Self {
            gauge,
            by: field("by", 5, "+5"),
            reason: field("reason", 1000, "stays in the record"),
            focus: Focus::By,
        }
    }

    fn amount(&self) -> Option<i64> {
        let text = self.by.text().trim().replace('−', "-");
        text.trim_start_matches('+')
            .parse()
            .ok()
            .filter(|by| *by != 0)
    }

    fn step(&mut self, sitting: &Sitting, by: isize) {
        if let Some(glance) = look(sitting) {
            let all = glance.scenario().gauges();
            let at = all
                .iter()
                .position(|gauge| *gauge == self.gauge)
                .unwrap_or(0);
            self.gauge = all[(at + all.len()).saturating_add_signed(by) % all.len().max(1)];
        }
    }

    fn submit(&mut self, sitting: &mut Sitting) -> Then {
        let Some(by) = self.amount() else {
            self.focus = Focus::By;
            sitting.say(Tone::Trouble, "By how much? A number such as +5 or −3.");
            return Then::Stay;
        };
        let reason = self.reason.text().trim().to_owned();
        if reason.is_empty() {
            self.focus = Focus::Reason;
            sitting.say(
                Tone::Trouble,
                "A change by ruling needs a reason: it stays in the record.",
            );
            return Then::Stay;
        }
        let Some(glance) = look(sitting) else {
            return Then::Close;
        };
        Then::Do(vec![Effect::Submit {
            seat: Seat::WhiteCell,
            action: Action::Adjust {
                gauge: glance.scenario().gauge_word(self.gauge),
                by,
                reason,
            },
            remarks: Remarks::default(),
        }])
    }
}

impl Page for AdjustSheet {
    fn layer(&self) -> Layer {
        match self.focus {
            Focus::Gauge => Layer::Sheet,
            Focus::By | Focus::Reason => Layer::Line,
        }
    }

    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        match self.focus {
            Focus::Gauge => None,
            Focus::By => Some(&mut self.by),
            Focus::Reason => Some(&mut self.reason),
        }
    }

    fn hints(&self, _app: &Sitting) -> Vec<Hint> {
        let mut hints = match self.focus {
            Focus::Gauge => vec![Command::Right.hint("other gauge")],
            Focus::By => vec![Command::Confirm.hint("to the reason")],
            Focus::Reason => vec![Command::Confirm.hint("put on the record")],
        };
        hints.push(Command::NextField.into());
        hints.push(Command::Back.into());
        hints
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let Some(glance) = look(sitting) else {
            return;
        };
        let theme = &sitting.theme;
        let inner = paper(frame, area, "Change a gauge by ruling", (68, 9), theme);
        let value = glance.view.get(self.gauge);
        let in_tenths = self.gauge == Gauge::Gains;
        let shown = |value: i64| {
            if in_tenths {
                tenths(value)
            } else {
                value.to_string()
            }
        };
        let style = |focus| {
            if self.focus == focus {
                theme.accent
            } else {
                theme.dim
            }
        };
        let after = self.amount().map_or_else(String::new, |by| {
            let to = value.saturating_add(by);
            let to = if in_tenths { to } else { to.clamp(0, 100) };
            let by = if in_tenths {
                signed_tenths(by)
            } else {
                signed(by)
            };
            format!("  {by} → {}", shown(to))
        });
        let at = lines(
            frame,
            inner,
            &[
                Line::from(vec![
                    Span::styled("Gauge   ", style(Focus::Gauge)),
                    Span::styled(
                        format!(
                            "‹ {} {} ›",
                            gauge_name(glance.table.deck(), self.gauge),
                            shown(value)
                        ),
                        theme.strong,
                    ),
                    Span::styled(after, theme.accent),
                ]),
                Line::default(),
                heading("By how much", style(Focus::By)),
                heading("Why", style(Focus::Reason)),
                Line::default(),
                heading(
                    if in_tenths {
                        "Gains are counted in tenths: +10 is one point."
                    } else {
                        "Gauges run from 0 to 100."
                    },
                    theme.dim,
                ),
            ],
        );
        let field = |row: u16, width: u16| Rect {
            x: inner.x + 13.min(inner.width),
            y: inner.y + row,
            width: width.min(inner.width.saturating_sub(13)),
            height: u16::from(inner.height > row),
        };
        let by = self.by.draw(
            field(2, 7),
            frame.buffer_mut(),
            theme,
            self.focus == Focus::By,
        );
        let active = self.focus == Focus::Reason;
        let reason = self
            .reason
            .draw(field(3, u16::MAX), frame.buffer_mut(), theme, active);
        if let Some(place) = by.or(reason) {
            frame.set_cursor_position(place);
        }
        let _ = below(at, 0);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match (command, self.focus) {
            (Command::Back, _) => return Then::Close,
            (Command::Confirm, Focus::Gauge) => self.focus = Focus::By,
            (Command::Confirm, Focus::By) => self.focus = Focus::Reason,
            (Command::Confirm, Focus::Reason) | (Command::Record, _) => {
                return self.submit(sitting);
            }
            (Command::Left, Focus::Gauge) => self.step(sitting, -1),
            (Command::Right, Focus::Gauge) => self.step(sitting, 1),
            (Command::NextField | Command::Down, _) => {
                self.focus = match self.focus {
                    Focus::Gauge => Focus::By,
                    Focus::By => Focus::Reason,
                    Focus::Reason => Focus::Gauge,
                };
            }
            (Command::PreviousField | Command::Up, _) => {
                self.focus = match self.focus {
                    Focus::Gauge => Focus::Reason,
                    Focus::By => Focus::Gauge,
                    Focus::Reason => Focus::By,
                };
            }
            _ => {}
        }
        Then::Stay
    }
}
