//! A text field of several lines; the editor under the field of one line, too, so that a key means one
//! thing in both.

mod moving;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget};
use ratatui_textarea::{CursorMove, TextArea, WrapMode};
use unicode_segmentation::UnicodeSegmentation;

use crate::command::Command;
use crate::field::clean::clean;
use crate::field::typing::Typing;
use crate::key::{Code, Key};
use crate::theme::Theme;

/// A text field of several lines, wrapped at words.
#[derive(Clone, Debug)]
pub struct TextField {
    area: TextArea<'static>,
    limit: usize,
    lines: bool,
    draft: Option<String>,
    placeholder: String,
}

impl TextField {
    /// An empty field that holds at most `limit` characters.
    pub fn new(limit: usize) -> Self {
        Self::empty(limit, true)
    }

    /// An empty field of one line.
    pub(super) fn of_one_line(limit: usize) -> Self {
        Self::empty(limit, false)
    }

    fn empty(limit: usize, lines: bool) -> Self {
        let mut field = Self {
            area: TextArea::default(),
            limit,
            lines,
            draft: None,
            placeholder: String::new(),
        };
        field.dress();
        field
    }

    /// The same field with a text in it.
    #[must_use]
    pub fn with_value(mut self, value: &str) -> Self {
        self.set(value);
        self
    }

    /// The same field, kept as a draft under a name.
    #[must_use]
    pub fn with_draft(mut self, name: &str) -> Self {
        self.draft = Some(name.to_owned());
        self
    }

    /// The same field, showing a hint while it is empty.
    #[must_use]
    pub fn with_placeholder(mut self, placeholder: &str) -> Self {
        placeholder.clone_into(&mut self.placeholder);
        self
    }

    /// Replaces the text.
    pub fn set(&mut self, value: &str) {
        let cleaned = clean(value, self.lines);
        let kept = fitting(&cleaned, self.limit);
        self.area = TextArea::new(kept.split('\n').map(str::to_owned).collect());
        self.dress();
        self.area.move_cursor(CursorMove::Bottom);
        self.area.move_cursor(CursorMove::End);
    }

    /// Whether nothing stands in the field.
    pub fn is_empty(&self) -> bool {
        self.area.lines().iter().all(|line| line.trim().is_empty())
    }

    /// Draws the field over `area`, with arrows where lines lie above or below; gives the cursor's place
    /// where the field is active.
    pub fn draw(
        &self,
        area: Rect,
        buf: &mut Buffer,
        theme: &Theme,
        active: bool,
    ) -> Option<Position> {
        if area.is_empty() {
            return None;
        }
        let ground = if active {
            theme.field_active
        } else {
            theme.field
        };
        buf.set_style(area, theme.text);
        // Even where it is empty: the field learns its width from this, and wraps by it.
        (&self.area).render(area, buf);
        let mut text = area;
        let fresh = self
            .leaves_rows(area.height)
            .then(|| self.begun_at_its_top());
        if let Some(fresh) = &fresh {
            // The terminal was smaller before: what it scrolled away has room again.
            Clear.render(area, buf);
            buf.set_style(area, theme.text);
            fresh.render(area, buf);
        }
        let shown = fresh.as_ref().unwrap_or(&self.area);
        let mut beyond = self::beyond(shown, area.height);
        if beyond != (false, false) && area.width > 2 {
            // The arrows get a column of their own, so that they hide no letter.
            text.width -= 1;
            Clear.render(area, buf);
            buf.set_style(area, theme.text);
            shown.render(text, buf);
            beyond = self::beyond(shown, area.height);
            let edge = area.right() - 1;
            if beyond.0 {
                buf.set_string(edge, area.y, "↑", theme.accent);
            }
            if beyond.1 {
                buf.set_string(edge, area.bottom() - 1, "↓", theme.accent);
            }
        }
        if self.is_blank() && !self.placeholder.is_empty() {
            let room = usize::from(area.width);
            buf.set_stringn(area.x, area.y, &self.placeholder, room, theme.dim);
        }
        buf.set_style(area, ground);
        active.then(|| {
            let (top, left) = shown.scroll_offset();
            let cursor = shown.screen_cursor();
            let offset = |at: usize, scrolled: u16, room: u16| {
                u16::try_from(at)
                    .unwrap_or(u16::MAX)
                    .saturating_sub(scrolled)
                    .min(room - 1)
            };
            Position::new(
                text.x + offset(cursor.col, left, text.width),
                text.y + offset(cursor.row, top, text.height),
            )
        })
    }

    /// Whether rows were left free below the text, drawn last on so many, although lines lie above.
    fn leaves_rows(&self, rows: u16) -> bool {
        let top = usize::from(self.area.scroll_offset().0);
        let last = top + usize::from(rows.max(1)) - 1;
        top > 0 && rows > 1 && is_past(&self.area, last)
    }

    /// The same text with the cursor where it is, scrolled no further than that needs.
    fn begun_at_its_top(&self) -> TextArea<'static> {
        let mut area = TextArea::new(self.area.lines().to_vec());
        dress(&mut area);
        let short = |place: usize| u16::try_from(place).unwrap_or(u16::MAX);
        let cursor = self.area.cursor();
        area.move_cursor(CursorMove::Jump(short(cursor.0), short(cursor.1)));
        area
    }

    /// The text of the first line: all of it where there is one line only.
    pub(super) fn first_line(&self) -> &str {
        self.area.lines().first().map_or("", String::as_str)
    }

    /// Characters of its line before the cursor.
    pub(super) fn column(&self) -> usize {
        self.area.cursor().1
    }

    /// Whether nothing at all stands in the field, not even a line end.
    fn is_blank(&self) -> bool {
        matches!(self.area.lines(), [line] if line.is_empty())
    }

    fn dress(&mut self) {
        dress(&mut self.area);
        self.area.set_max_histories(200);
    }

    fn count(&self) -> usize {
        let lines = self.area.lines();
        let newlines = lines.len().saturating_sub(1);
        lines.iter().map(|line| line.chars().count()).sum::<usize>() + newlines
    }
}

fn dress(area: &mut TextArea<'_>) {
    area.set_wrap_mode(WrapMode::WordOrGlyph);
    area.set_cursor_line_style(Style::new());
    // The terminal's own cursor stands there, which screen readers and magnifiers follow.
    area.set_cursor_style(Style::new());
}

/// Whether a row lies past the last one of a text: such a row is taken for the last one.
fn is_past(area: &TextArea<'_>, row: usize) -> bool {
    row > 0 && area.screen_to_data(row, 0) == area.screen_to_data(row - 1, 0)
}

/// Whether lines of a text lie above, and below, of what was drawn last on so many rows.
fn beyond(area: &TextArea<'_>, rows: u16) -> (bool, bool) {
    let top = usize::from(area.scroll_offset().0);
    (top > 0, !is_past(area, top + usize::from(rows)))
}

/// As much of a text as at most `limit` characters hold, no sign of it cut in two.
fn fitting(text: &str, limit: usize) -> String {
    let mut room = limit;
    let fits = |sign: &&str| {
        let characters = sign.chars().count();
        let fits = characters <= room;
        room = room.saturating_sub(characters);
        fits
    };
    text.graphemes(true).take_while(fits).collect()
}

impl Typing for TextField {
    fn key(&mut self, key: Key) -> Option<Command> {
        let room = self.count() < self.limit;
        // With Ctrl held, a key is its place on the keyboard, not its letter.
        let latin = key.on_latin().filter(|_| key.ctrl);
        let key = latin.unwrap_or(key);
        let area = &mut self.area;
        match (key.code, key.ctrl, key.alt) {
            (Code::Char(c), false, false) if room && !c.is_control() => area.insert_char(c),
            (Code::Enter, ..) if room && self.lines => area.insert_newline(),
            (Code::Backspace, false, false) | (Code::Char('h'), true, _) => {
                area.delete_char();
            }
            (Code::Backspace, ..) | (Code::Char('w'), true, _) => {
                area.delete_word();
            }
            (Code::Delete, false, false) | (Code::Char('d'), true, _) => {
                area.delete_next_char();
            }
            (Code::Delete, ..) => {
                area.delete_next_word();
            }
            (Code::Char('u'), true, _) => {
                area.delete_line_by_head();
            }
            (Code::Char('k'), true, _) => {
                area.delete_line_by_end();
            }
            (Code::Char('z'), true, _) => {
                area.undo();
            }
            (Code::Char('y'), true, _) => {
                area.redo();
            }
            _ => return self.moves(key),
        }
        None
    }

    fn paste(&mut self, text: &str) -> Option<String> {
        let room = self.limit.saturating_sub(self.count());
        // Only as much is cleaned as could fit, so that a huge paste costs nothing.
        let start: String = text
            .chars()
            .take(room.saturating_mul(4).saturating_add(64))
            .collect();
        let start = if self.lines {
            start.as_str()
        } else {
            start.trim_end_matches(['\r', '\n'])
        };
        let cleaned = clean(start, self.lines);
        let fits = fitting(&cleaned, room);
        self.area.insert_str(&fits);
        (text.len() > start.len() || fits.len() < cleaned.len()).then(|| {
            format!(
                "Only the first {} characters fitted; there is room for {}.",
                fits.chars().count(),
                self.limit
            )
        })
    }

    fn is_multiline(&self) -> bool {
        self.lines
    }

    fn draft_name(&self) -> Option<&str> {
        self.draft.as_deref()
    }

    fn value(&self) -> String {
        self.area.lines().join("\n")
    }
}

#[cfg(test)]
mod tests;
