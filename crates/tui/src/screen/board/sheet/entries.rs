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
use crate::notice::Tone;
use crate::page::paper::{FULL, Reading, below, heading, inside, lines, paper, wrapped};
use crate::page::{Page, Sheet, Then};
use crate::screen::board::changes::{lines as change_lines, sums};
use crate::screen::board::sheet::correct::{self, may_correct};
use crate::screen::board::sheet::undo::UndoSheet;
use crate::sitting::Sitting;
use crate::walk::Walk;
use crate::widget::record_list::RecordList;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_session::sight::Seen;
use unequal_session::telling::{count as counted, hand_words, phase_name};

/// The record, entry by entry.
#[derive(Debug)]
pub struct EntriesSheet {
    walk: Walk,
}

impl EntriesSheet {
    /// Opens the record at an entry, counted back from the last.
    pub fn new(glance: &Glance<'_>, back: usize) -> Self {
        let last = glance.entries().saturating_sub(1);
        Self {
            walk: Walk::at(last.saturating_sub(back)),
        }
    }

    /// Opens the record at the entry of a number, or at the first after it that may be known of.
    pub fn at(glance: &Glance<'_>, number: EntryNumber) -> Self {
        let last = glance.entries().saturating_sub(1);
        Self {
            walk: Walk::at(glance.place.place_of(number).min(last)),
        }
    }

    /// The list, and below its rule what there is to read of the chosen entry.
    fn places(inner: Rect, rows: usize) -> (Rect, Rect) {
        let rows = u16::try_from(rows).unwrap_or(u16::MAX);
        let height = rows.min(inner.height / 2);
        (Rect { height, ..inner }, below(inner, height + 1))
    }

    fn reading(place: Rect, glance: &Glance<'_>, seen: &Seen, sitting: &Sitting) -> Reading {
        let theme = &sitting.theme;
        let who = glance.name(seen.seat);
        let head = format!(
            "entry {} · move {} · {} · {who}, by {} · {}",
            seen.number,
            seen.move_number,
            phase_name(glance.place.deck(), seen.phase),
            hand_words(&seen.by),
            sitting.clock.time(&seen.at)
        );
        // A column is kept for the signs that more lies above or below.
        let columns = usize::from(place.width.saturating_sub(2));
        let mut told = wrapped(&head, columns, theme.seat(seen.seat));
        let sure = match (&seen.confidence, &seen.dissent) {
            (Some(sure), Some(dissent)) => format!("{sure} % sure · ✗ dissent: {dissent}"),
            (Some(sure), None) => format!("{sure} % sure"),
            (None, Some(dissent)) => format!("✗ dissent: {dissent}"),
            (None, None) => String::new(),
        };
        let why = seen.rationale.as_deref().map(|why| format!("Why: {why}"));
        let right = seen.corrected.map(|by| format!("put right in entry {by}"));
        for (text, style) in [
            (seen.sentence.as_str(), theme.strong),
            (why.as_deref().unwrap_or_default(), theme.text),
            (sure.as_str(), theme.text),
            (right.as_deref().unwrap_or_default(), theme.dim),
        ] {
            if !text.is_empty() {
                told.extend(wrapped(text, columns.min(100), style));
            }
        }
        told.push(Line::default());
        told.extend(change_lines(
            glance,
            &sums(&seen.changes),
            place.width.saturating_sub(2),
            theme,
        ));
        Reading::of(told, place)
    }

    /// How long what there is to read of the chosen entry is, as the terminal is now.
    fn laid_out(&self, sitting: &Sitting) -> Option<Reading> {
        let glance = look(sitting)?;
        let (_, seen) = self.chosen(&glance)?;
        let (_, place) = Self::places(inside(sitting, FULL), glance.entries());
        Some(Self::reading(place, &glance, &seen, sitting))
    }

    /// The chosen entry, with its place.
    fn chosen(&self, glance: &Glance<'_>) -> Option<(usize, Seen)> {
        let chosen = self.walk.chosen(glance.entries())?;
        Some((chosen, glance.seen(chosen..chosen + 1).pop()?))
    }
}

/// Whether the seat at the screen may take acts back.
fn may_undo(sitting: &Sitting) -> bool {
    look(sitting).is_some_and(|glance| glance.seat == Seat::WhiteCell && glance.place.is_writable())
}

impl Page for EntriesSheet {
    fn stays(&self) -> bool {
        true
    }

    fn layer(&self) -> Layer {
        Layer::Entries
    }

    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let mut hints = vec![Command::Up.hint("choose")];
        if self
            .laid_out(sitting)
            .is_some_and(|reading| reading.goes_on())
        {
            hints.push(Command::PageDown.hint("read on"));
        }
        let chosen = look(sitting).and_then(|glance| self.chosen(&glance));
        if let Some((_, seen)) = &chosen
            && may_correct(sitting, seen)
        {
            hints.push(Command::Correct.into());
        }
        if may_undo(sitting) && chosen.is_some_and(|(_, seen)| !seen.undone) {
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
        let count = glance.entries();
        let title = format!("The record · {}", counted(count, "entry", "entries"));
        let inner = paper(frame, area, &title, FULL, theme);
        let Some((chosen, seen)) = self.chosen(&glance) else {
            let words = "Nothing is on the record yet.";
            lines(frame, inner, &[heading(words, theme.dim)]);
            return;
        };
        let list = RecordList {
            count,
            rows: &|sight| glance.record(&glance.seen(sight), theme),
            chosen: Some(chosen),
            theme,
        };
        let (spot, place) = Self::places(inner, count);
        sitting.mark_rows(list.places(spot));
        frame.render_widget(&list, spot);
        let rule = Line::from(Span::styled(
            "─".repeat(usize::from(inner.width)),
            theme.rule,
        ));
        lines(frame, below(inner, spot.height), &[rule]);
        Self::reading(place, &glance, &seen, sitting).draw(frame, self.walk.scroll(), theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back | Command::Confirm => return Then::Close,
            Command::Correct => {
                let chosen = look(sitting).and_then(|glance| self.chosen(&glance));
                return match chosen {
                    Some((_, seen)) if may_correct(sitting, &seen) => {
                        Then::Open(correct::sheet(sitting, seen))
                    }
                    _ => {
                        let words = "Only whoever acted here, and the white cell, put this right.";
                        sitting.say(Tone::Plain, words);
                        Then::Stay
                    }
                };
            }
            Command::Undo if may_undo(sitting) => {
                let chosen = look(sitting).and_then(|glance| self.chosen(&glance));
                let number = chosen.map_or(EntryNumber::STARTEX, |(_, seen)| seen.number);
                let sheet = UndoSheet::from(sitting, number);
                return sheet.map_or(Then::Stay, |sheet| Then::Open(Sheet::new(sheet)));
            }
            _ => {}
        }
        let rows = look(sitting).map_or(0, |glance| glance.entries());
        let text = self.laid_out(sitting).map(|reading| reading.text());
        self.walk.follow(command, rows, text);
        Then::Stay
    }
}
