//! A text field of several lines.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget;
use ratatui_textarea::{CursorMove, Input, TextArea, WrapMode};

use crate::field::clean::clean;
use crate::field::typing::Typing;
use crate::key::{Code, Key};
use crate::theme::Theme;

/// A text field of several lines, wrapped at words.
#[derive(Clone, Debug)]
pub struct TextField {
    area: TextArea<'static>,
    limit: usize,
    draft: Option<String>,
    placeholder: String,
}

impl TextField {
    /// An empty field that holds at most `limit` characters.
    pub fn new(limit: usize) -> Self {
        let mut field = Self {
            area: TextArea::default(),
            limit,
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
        let kept: String = clean(value, true).chars().take(self.limit).collect();
        self.area = TextArea::new(kept.split('\n').map(str::to_owned).collect());
        self.dress();
        self.area.move_cursor(CursorMove::Bottom);
        self.area.move_cursor(CursorMove::End);
    }

    /// Whether nothing stands in the field.
    pub fn is_empty(&self) -> bool {
        self.area.lines().iter().all(|line| line.trim().is_empty())
    }

    /// Draws the field over `area`; gives the cursor's place where the field is active.
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
        if self.is_blank() && !self.placeholder.is_empty() {
            let room = usize::from(area.width);
            buf.set_stringn(area.x, area.y, &self.placeholder, room, theme.dim);
        }
        buf.set_style(area, ground);
        active.then(|| {
            let (top, left) = self.area.scroll_offset();
            let cursor = self.area.screen_cursor();
            let offset = |at: usize, scrolled: u16, room: u16| {
                u16::try_from(at)
                    .unwrap_or(u16::MAX)
                    .saturating_sub(scrolled)
                    .min(room - 1)
            };
            Position::new(
                area.x + offset(cursor.col, left, area.width),
                area.y + offset(cursor.row, top, area.height),
            )
        })
    }

    /// Whether nothing at all stands in the field, not even a line end.
    fn is_blank(&self) -> bool {
        matches!(self.area.lines(), [line] if line.is_empty())
    }

    fn dress(&mut self) {
        self.area.set_wrap_mode(WrapMode::WordOrGlyph);
        self.area.set_cursor_line_style(Style::new());
        // The terminal's own cursor stands there, which screen readers and magnifiers follow.
        self.area.set_cursor_style(Style::new());
        self.area.set_max_histories(200);
    }

    fn count(&self) -> usize {
        let lines = self.area.lines();
        let newlines = lines.len().saturating_sub(1);
        lines.iter().map(|line| line.chars().count()).sum::<usize>() + newlines
    }
}

impl Typing for TextField {
    fn key(&mut self, key: Key) {
        let types = matches!(key.code, Code::Enter) || key.typed().is_some();
        if types && self.count() >= self.limit {
            return;
        }
        if key.typed().is_some_and(char::is_control) {
            return;
        }
        let code = match key.code {
            Code::Char(c) => ratatui_textarea::Key::Char(c),
            Code::Enter => ratatui_textarea::Key::Enter,
            Code::Backspace => ratatui_textarea::Key::Backspace,
            Code::Delete => ratatui_textarea::Key::Delete,
            Code::Up => ratatui_textarea::Key::Up,
            Code::Down => ratatui_textarea::Key::Down,
            Code::Left => ratatui_textarea::Key::Left,
            Code::Right => ratatui_textarea::Key::Right,
            Code::Home => ratatui_textarea::Key::Home,
            Code::End => ratatui_textarea::Key::End,
            Code::PageUp => ratatui_textarea::Key::PageUp,
            Code::PageDown => ratatui_textarea::Key::PageDown,
            Code::Esc | Code::Tab | Code::BackTab | Code::F(_) => return,
        };
        self.area.input(Input {
            key: code,
            ctrl: key.ctrl,
            alt: key.alt,
            shift: false,
        });
    }

    fn paste(&mut self, text: &str) -> Option<String> {
        let room = self.limit.saturating_sub(self.count());
        // Only as much is cleaned as could fit, so that a huge paste costs nothing.
        let start: String = text
            .chars()
            .take(room.saturating_mul(4).saturating_add(64))
            .collect();
        let cleaned = clean(&start, true);
        let fits: String = cleaned.chars().take(room).collect();
        self.area.insert_str(&fits);
        (text.len() > start.len() || cleaned.chars().count() > room).then(|| {
            format!(
                "Only the first {} characters fitted; this field holds {}.",
                fits.chars().count(),
                self.limit
            )
        })
    }

    fn is_multiline(&self) -> bool {
        true
    }

    fn draft_name(&self) -> Option<&str> {
        self.draft.as_deref()
    }

    fn value(&self) -> String {
        self.area.lines().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paste_of_a_megabyte_keeps_what_fits_and_says_so() {
        let mut field = TextField::new(10_000);
        let said = field.paste(&"words \u{1b}[31m and\r\nmore ".repeat(50_000));
        assert_eq!(field.value().chars().count(), 10_000);
        assert!(!field.value().contains('\u{1b}'));
        assert!(said.unwrap().contains("10000"));
        field.key(Key::char('x'));
        assert_eq!(field.value().chars().count(), 10_000);
    }

    #[test]
    fn enter_starts_a_line_and_control_characters_are_not_typed() {
        let mut field = TextField::new(100).with_value("a");
        field.key(Key::plain(Code::Enter));
        field.key(Key::char('\u{7}'));
        field.key(Key::char('b'));
        assert_eq!(field.value(), "a\nb");
    }

    #[test]
    fn the_cursor_stands_behind_the_last_letter_of_wrapped_text() {
        let area = Rect::new(3, 2, 10, 3);
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 8));
        let mut field = TextField::new(100).with_value("one two three four");
        let theme = Theme::default();
        let _ = field.draw(area, &mut buf, &theme, true);
        assert_eq!(
            field.draw(area, &mut buf, &theme, true),
            Some(Position::new(12, 3)),
            "the last column, where the line is full"
        );
        field.key(Key::plain(Code::Up));
        let above = field.draw(area, &mut buf, &theme, true);
        assert_eq!(
            above.map(|at| at.y),
            Some(2),
            "up goes to the line above on the screen"
        );
        assert_eq!(field.draw(area, &mut buf, &theme, false), None);
    }

    #[test]
    fn a_field_draws_in_no_space_at_all() {
        let field = TextField::new(10).with_value("北京北京\nb");
        for (width, height) in [(0, 0), (1, 1), (3, 2), (1, 5)] {
            let area = Rect::new(0, 0, width, height);
            let mut buf = Buffer::empty(area);
            let _ = field.draw(area, &mut buf, &Theme::default(), true);
        }
    }
}
