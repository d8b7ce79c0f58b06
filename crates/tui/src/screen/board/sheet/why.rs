//! "Why?": what a gauge is, where it stands, and what moved it, entry by entry, newest first.
//!
//! ```text
//! ┌ Why? trust ─────────────────────────────────────────────────────────────────┐
//! │ trust 52                                                                    │
//! │ Russia’s belief that China’s promises and self-restraint hold.              │
//! │                                                                             │
//! │ move 3  −5 → 52  the response itself          Russia refused “Joint …”      │
//! │ move 3  −3 → 57  being asked at all, …        China pressed for “Joint …”   │
//! └─────────────────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::glance::{Glance, look};
use crate::page::paper::{FULL, Reading, below, heading, inside, lines, paper, row, wrapped};
use crate::page::{Page, Then};
use crate::screen::board::account;
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::Walk;
use crate::widget::change::{signed, signed_tenths, sparkline, tenths};
use crate::widget::fit::wrap;
use unequal_core::model::gauge::Gauge;
use unequal_session::telling::{gauge_name, reason_words};

/// Why does this gauge stand where it stands?
#[derive(Debug)]
pub struct WhySheet {
    gauge: Gauge,
    walk: Walk,
}

impl WhySheet {
    /// Asks about a gauge.
    pub fn new(gauge: Gauge) -> Self {
        Self {
            gauge,
            walk: Walk::default(),
        }
    }

    /// Goes to the gauge before or after this one.
    fn step(&mut self, sitting: &Sitting, by: isize) {
        let Some(glance) = look(sitting) else {
            return;
        };
        let all = glance.scenario().gauges();
        let at = all
            .iter()
            .position(|gauge| *gauge == self.gauge)
            .unwrap_or(0);
        let to = (at + all.len()).saturating_add_signed(by) % all.len().max(1);
        self.gauge = all[to];
        self.walk.go(0);
    }

    /// What moved it, newest first, in the room below what it is.
    fn moved(&self, place: Rect, glance: &Glance<'_>, sitting: &Sitting) -> Reading {
        let theme = &sitting.theme;
        let told = glance.place.why(self.gauge);
        let mut all = self.heading_turned(place.width.saturating_sub(2), glance, theme);
        if told.is_empty() {
            all.push(heading("Nothing has moved it since STARTEX.", theme.dim));
            return Reading::of(all, place);
        }
        // Columns are kept for the signs that more lies above or below.
        let width = usize::from(place.width.saturating_sub(2));
        let reason = (width.saturating_sub(22) / 2).min(44);
        let rest = width.saturating_sub(22 + reason + 2);
        let rows = told.iter().flat_map(|line| {
            let by = match self.gauge {
                Gauge::Gains => signed_tenths(line.by),
                _ => signed(line.by),
            };
            let words = reason_words(glance.place.deck(), line.reason);
            let head = vec![
                Span::styled(format!("move {:<3}", line.move_number), theme.dim),
                Span::styled(format!("{by:>5}"), theme.accent),
                Span::styled(format!(" → {:<6}", self.number(line.to)), theme.strong),
            ];
            let told = (line.sentence.as_str(), rest, theme.dim);
            row(head, &[(&words, reason, theme.text), told])
        });
        all.extend(rows);
        Reading::of(all, place)
    }

    /// Of stability, which follows what supports it: where it is heading, and what turned it in the move that was played
    /// last.
    fn heading_turned(&self, width: u16, glance: &Glance<'_>, theme: &Theme) -> Vec<Line<'static>> {
        let told = glance.account();
        let (before, now) = told.heading;
        if self.gauge != Gauge::Stability || before == now {
            return Vec::new();
        }
        let head = match told.move_number {
            0 => "Where it is heading, in turn zero".to_owned(),
            number => format!("Where it is heading, in move {number}"),
        };
        let mut lines = vec![heading(&head, theme.strong)];
        let deck = glance.place.deck();
        lines.extend(account::within(told, deck, (width, u16::MAX), theme));
        lines.push(Line::default());
        lines
    }

    /// The same as the terminal is now.
    fn laid_out(&self, sitting: &Sitting) -> Option<Reading> {
        let glance = look(sitting)?;
        let inner = inside(sitting, FULL);
        let columns = usize::from(inner.width).min(96);
        let meaning = wrap(&meaning(&glance, self.gauge), columns).len();
        let above = u16::try_from(meaning + 2).unwrap_or(u16::MAX);
        Some(self.moved(below(inner, above), &glance, sitting))
    }

    fn number(&self, value: i64) -> String {
        match self.gauge {
            Gauge::Gains => tenths(value),
            _ => value.to_string(),
        }
    }
}

/// What a gauge means.
fn meaning(glance: &Glance<'_>, gauge: Gauge) -> String {
    let text = glance.text();
    let (patron, client) = (&text.patron, &text.client);
    match gauge {
        Gauge::Trust => {
            format!("{client}’s belief that {patron}’s promises and self-restraint hold. It decides how much of a promise is kept in practice.")
        }
        Gauge::Credibility => format!("The belief that {patron}’s threats are carried out."),
        Gauge::Resentment => format!(
            "The grievance of {client}’s elite. It comes to rest where imbalance puts it: at {} now, higher the less freedom and endurance {client} has and the more leverage {patron} has.",
            glance.view.grievance
        ),
        Gauge::Autonomy => format!(
            "{client}’s freedom of action. Where it stays at {} or below outside a crisis, capture begins.",
            glance.scenario().capture.enter
        ),
        Gauge::Endurance => format!(
            "{client}’s ability to sustain economy, war and regime, and so to wait. What is given away is no longer lived on; below {} it is exhausted, and anger rises for that alone. With freedom and an outside option it decides whether {client} could leave: that stands at {}, and {} is needed.",
            glance.scenario().grievance.exhausted_below,
            glance.view.exit,
            glance.scenario().crisis.exit_at
        ),
        Gauge::SharedFront => "The common front against the order that both contest. It pays the stronger side a little every move.".to_owned(),
        Gauge::Stability => format!(
            "The health of the partnership. Every move it goes a third of the way to what trust, shared front, grievance and strain support: now {}. A judgement, not a score.",
            glance.view.supported
        ),
        Gauge::Gains => format!("What {patron} has gained so far, in points."),
        Gauge::Condition(at) => text.conditions[at].text.clone(),
        Gauge::Unity if text.europe.unity.is_empty() => "What Europe can agree on. Every measure costs some of it, and a little comes back each move.".to_owned(),
        Gauge::Unity => text.europe.unity.clone(),
        Gauge::Exposure if text.europe.exposure.is_empty() => "How hard an ending would hit Europe. Hedging lowers it; a plan softens the ending that it is for.".to_owned(),
        Gauge::Exposure => text.europe.exposure.clone(),
        Gauge::Dependence(d) => {
            let domain = glance.view.domain(glance.scenario(), d);
            format!(
                "How much {client} depends on {patron} here. With the outside conditions it gives {patron} a leverage of {}.",
                domain.leverage
            )
        }
        Gauge::Capacity(_) => format!("What {client} can still concede here: what cannot be paid cannot be answered or offered. Concessions spend it; it grows back slowly, and more slowly when {client} is exhausted."),
        Gauge::Strain(d) => {
            let domain = glance.view.domain(glance.scenario(), d);
            let known = match domain.crossing {
                Some(crossing) if crossing != domain.red_line => {
                    format!(" It really lies at {crossing}.")
                }
                Some(_) => " It really lies there.".to_owned(),
                None => " Where it really lies is not known here; probing would tell.".to_owned(),
            };
            format!(
                "Strain on {client}’s red line, declared at {}.{known} Crossing it is a one-off cliff.",
                domain.red_line
            )
        }
    }
}

impl Page for WhySheet {
    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let mut hints = vec![Command::Right.hint("next gauge")];
        if self
            .laid_out(sitting)
            .is_some_and(|reading| reading.goes_on())
        {
            hints.push(Command::Up.hint("scroll"));
            hints.push(Command::PageDown.hint("read on"));
        }
        hints.push(Command::Back.into());
        hints
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let Some(glance) = look(sitting) else {
            return;
        };
        let theme = &sitting.theme;
        let name = gauge_name(glance.place.deck(), self.gauge);
        let inner = paper(frame, area, &format!("Why? {name}"), FULL, theme);
        let value = glance.view.get(self.gauge);
        let history = glance.history(self.gauge);
        let head = Line::from(vec![
            Span::styled(format!("{name} {} ", self.number(value)), theme.title),
            Span::styled(sparkline(&history, 30), theme.bar),
        ]);
        let mut at = lines(frame, inner, &[head]);
        let columns = usize::from(at.width).min(96);
        at = lines(
            frame,
            at,
            &wrapped(&meaning(&glance, self.gauge), columns, theme.dim),
        );
        let reading = self.moved(below(at, 1), &glance, sitting);
        reading.draw(frame, self.walk.scroll(), theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back | Command::Confirm | Command::Why => return Then::Close,
            Command::Right | Command::NextField => self.step(sitting, 1),
            Command::Left | Command::PreviousField => self.step(sitting, -1),
            other => {
                let text = self.laid_out(sitting).map(|reading| reading.text());
                self.walk.read(other, text.unwrap_or_default());
            }
        }
        Then::Stay
    }
}
