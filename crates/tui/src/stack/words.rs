//! Explains the words of the page on top, and finds what the seat at the screen may read.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::effect::Effect;
use crate::page::Sheet;
use crate::page::glossary::GlossaryPage;
use crate::screen::find;
use crate::stack::Stack;
use unequal_core::deck::{Deck, shipped};
use unequal_session::glossary::Glossary;

impl Stack {
    /// Lays what the words of the page on top mean, first those under the cursor.
    pub(super) fn explain(&mut self) -> Vec<Effect> {
        let Some(glossary) = self.glossary() else {
            return Vec::new();
        };
        self.halt();
        let shown = self.shown();
        let focus = self.top().focus(&self.sitting);
        let focus = focus.unwrap_or_else(|| under_the_cursor(&shown));
        let screen = rows(&shown).join("\n");
        self.lay(Sheet::new(GlossaryPage::new(glossary, &focus, &screen)))
    }

    /// Lays a search through all that the seat at the screen may read.
    pub(super) fn find(&mut self) -> Vec<Effect> {
        self.halt();
        match self.glossary() {
            Some(glossary) => self.lay(find::sheet(&self.sitting, glossary)),
            None => Vec::new(),
        }
    }

    /// What plays by itself stands still while something is read over it.
    fn halt(&mut self) {
        if let Some(replay) = &mut self.sitting.replay {
            replay.player.stop();
        }
    }

    /// The words of the session that is open; of the first shipped deck before one is.
    fn glossary(&self) -> Option<Glossary> {
        if let Some(place) = &self.sitting.place {
            return Some(Glossary::of(place.deck()));
        }
        let first = shipped().first()?;
        Deck::from_text(first.id, first.text)
            .ok()
            .map(|deck| Glossary::of(&deck))
    }

    /// What the page on top shows, without what lies under it.
    fn shown(&self) -> Buffer {
        let (columns, rows) = self.sitting.size;
        let Ok(mut terminal) = Terminal::new(TestBackend::new(columns, rows));
        let height = rows.saturating_sub(1);
        let Ok(drawn) = terminal.draw(|frame| {
            self.top()
                .draw(frame, Rect::new(0, 0, columns, height), &self.sitting);
        });
        drawn.buffer.clone()
    }
}

/// The rows of what is shown.
fn rows(shown: &Buffer) -> Vec<String> {
    let width = usize::from(shown.area.width.max(1));
    let rows = shown.content().chunks(width);
    rows.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect())
        .collect()
}

/// The rows behind the mark of a list, each as far as the next border.
fn under_the_cursor(shown: &Buffer) -> String {
    let marked = rows(shown).into_iter().filter_map(|row| {
        let (before, behind) = row.split_once('›')?;
        let edge = before.trim_end().chars().next_back();
        edge.is_none_or(|edge| "│┃║".contains(edge)).then(|| {
            behind
                .split(['│', '┃', '║'])
                .next()
                .unwrap_or_default()
                .to_owned()
        })
    });
    marked.collect::<Vec<_>>().join("\n")
}
