//! The record to read: every entry with its reasons, confidence, dissent, and what it changed.
//!
//! ```text
//! ┌ The record ─────────────────────────────────────────────────────────────────┐
//! │   3 ▎China pressed for “Joint stations”                                     │
//! │ › 3 ▎Russia refused “Joint stations”                                        │
//! │                                                                             │
//! │ entry 12 · move 3 · Russia, a person · 11:42                                │
//! │ Why: bastion secrecy                                                        │
//! │ 70 % sure · dissent: the economists                                         │
//! │ trust   57 → 52 ▼5  the response itself                                     │
//! └─────────────────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::glance::{Glance, look};
use crate::keymap::Layer;
use crate::page::paper::{FULL, below, heading, lines, paper};
use crate::page::{Page, Sheet, Then};
use crate::screen::board::changes::{lines as change_lines, sums};
use crate::screen::board::sheet::undo::UndoSheet;
use crate::sitting::Sitting;
use crate::widget::fit::wrap;
use crate::widget::menu::stepped;
use crate::widget::record_list::RecordList;
use unequal_core::engine::seat::Seat;
use unequal_session::sight::Seen;
use unequal_session::telling::phase_name;

/// The record.
#[derive(Debug)]
pub struct EntriesSheet {
    /// The chosen entry, counted back from the last.
    back: usize,
}

impl EntriesSheet {
    /// Opens the record at an entry, counted back from the last.
    pub const fn new(back: usize) -> Self {
        Self { back }
    }

    /// The chosen entry.
    fn chosen(&self, sitting: &Sitting) -> Option<Seen> {
        let glance = look(sitting)?;
        glance
            .table
            .seen(glance.seat)
            .into_iter()
            .rev()
            .nth(self.back)
    }

    fn draw_entry(
        frame: &mut Frame<'_>,
        area: Rect,
        glance: &Glance<'_>,
        seen: &Seen,
        sitting: &Sitting,
    ) {
        let theme = &sitting.theme;
        let who = glance.name(seen.seat);
        let head = format!(
            "entry {} · move {} · {} · {who}, {} · {}",
            seen.number,
            seen.move_number,
            phase_name(seen.phase),
            seen.by,
            sitting.clock.time(&seen.at)
        );
        let mut at = lines(frame, area, &[heading(&head, theme.seat(seen.seat))]);
        let width = usize::from(at.width).min(100);
        let sure = match (&seen.confidence, &seen.dissent) {
            (Some(sure), Some(dissent)) => format!("{sure} % sure · ✗ dissent: {dissent}"),
            (Some(sure), None) => format!("{sure} % sure"),
            (None, Some(dissent)) => format!("✗ dissent: {dissent}"),
            (None, None) => String::new(),
        };
        let why = seen.rationale.as_deref().map(|why| format!("Why: {why}"));
        for (text, style) in [
            (seen.sentence.as_str(), theme.strong),
            (why.as_deref().unwrap_or_default(), theme.text),
            (sure.as_str(), theme.text),
        ] {
            if text.is_empty() {
                continue;
            }
            for line in wrap(text, width) {
                at = lines(frame, at, &[heading(&line, style)]);
            }
        }
        at = below(at, 1);
        let rows = change_lines(glance, &sums(&seen.changes), at.width, theme);
        lines(frame, at, &rows);
    }
}

/// Whether the seat at the screen may take acts back.
fn may_undo(sitting: &Sitting) -> bool {
    look(sitting).is_some_and(|glance| glance.seat == Seat::WhiteCell && glance.table.is_writable())
}

impl Page for EntriesSheet {
    fn layer(&self) -> Layer {
        Layer::Entries
    }

    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let mut hints = vec![Command::Up.hint("older"), Command::Down.hint("newer")];
        if may_undo(sitting) && self.chosen(sitting).is_some_and(|seen| !seen.undone) {
            hints.push(Command::Undo.hint("take back from here"));
        }
        hints.push(Command::Back.into());
        hints
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let Some(glance) = look(sitting) else {
            return;
        };
        let theme = &sitting.theme;
        let seen = glance.table.seen(glance.seat);
        let title = format!("The record · {} entries", seen.len());
        let inner = paper(frame, area, &title, FULL, theme);
        let Some(chosen) = seen
            .len()
            .checked_sub(1)
            .map(|last| last - self.back.min(last))
        else {
            lines(
                frame,
                inner,
                &[heading("Nothing is on the record yet.", theme.dim)],
            );
            return;
        };
        let rows = glance.record(&seen, theme);
        let height = u16::try_from(rows.len()).unwrap_or(u16::MAX);
        let height = height.min(inner.height / 2);
        (frame).render_widget(
            &RecordList {
                rows: &rows,
                chosen: Some(chosen),
                theme,
            },
            Rect { height, ..inner },
        );
        let mut at = below(inner, height);
        let rule = Line::from(Span::styled("─".repeat(usize::from(at.width)), theme.rule));
        at = lines(frame, at, &[rule]);
        Self::draw_entry(frame, at, &glance, &seen[chosen], sitting);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let rows = look(sitting).map_or(0, |glance| glance.table.seen(glance.seat).len());
        let by: isize = match command {
            Command::Back | Command::Confirm => return Then::Close,
            Command::Undo if may_undo(sitting) => {
                let number = self.chosen(sitting).map_or(0, |seen| seen.number);
                let sheet = UndoSheet::from(sitting, number);
                return sheet.map_or(Then::Stay, |sheet| Then::Open(Sheet::new(sheet)));
            }
            Command::Up => 1,
            Command::Down => -1,
            Command::PageUp => 8,
            Command::PageDown => -8,
            Command::First => isize::MAX / 2,
            Command::Last => isize::MIN / 2,
            _ => return Then::Stay,
        };
        self.back = stepped(self.back, by, rows);
        Then::Stay
    }
}
