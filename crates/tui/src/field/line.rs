//! A text field of one line.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::command::Command;
use crate::field::TextField;
use crate::field::typing::Typing;
use crate::key::Key;
use crate::theme::Theme;

/// A text field of one line.
#[derive(Clone, Debug)]
pub struct LineField {
    editor: Box<TextField>,
    placeholder: String,
    /// Whether signs stand for what is typed.
    masked: bool,
}

impl LineField {
    /// An empty field that holds at most `limit` characters.
    pub fn new(limit: usize) -> Self {
        Self {
            editor: Box::new(TextField::of_one_line(limit)),
            placeholder: String::new(),
            masked: false,
        }
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
        self.editor = Box::new(self.editor.with_draft(name));
        self
    }

    /// The same field, showing a hint while it is empty.
    #[must_use]
    pub fn with_placeholder(mut self, placeholder: &str) -> Self {
        placeholder.clone_into(&mut self.placeholder);
        self
    }

    /// The same field, with a sign for each character that is typed.
    #[must_use]
    pub const fn masked(mut self) -> Self {
        self.masked = true;
        self
    }

    /// Replaces the text.
    pub fn set(&mut self, value: &str) {
        self.editor.set(value);
    }

    /// What stands in the field.
    pub fn text(&self) -> &str {
        self.editor.first_line()
    }

    /// Whether nothing stands in the field.
    pub fn is_empty(&self) -> bool {
        self.editor.is_empty()
    }

    /// Draws the field over `area` (one row); gives the cursor's place where the field is active.
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
        let area = Rect { height: 1, ..area };
        let ground = if active {
            theme.field_active
        } else {
            theme.field
        };
        buf.set_style(area, ground);
        // One column is left for the cursor behind the last character.
        let width = usize::from(area.width.saturating_sub(1)).max(1);
        let text = if self.masked {
            "*".repeat(self.text().chars().count())
        } else {
            self.text().to_owned()
        };
        let before: String = text.chars().take(self.editor.column()).collect();
        let over = before.width().saturating_sub(width);
        let (gone, rest) = without_columns(&text, if active { over } else { 0 });
        let (shown, style) = if text.is_empty() {
            (self.placeholder.as_str(), theme.dim)
        } else {
            (rest, Style::default())
        };
        Line::from(Span::styled(shown, theme.text.patch(style))).render(area, buf);
        buf.set_style(area, ground);
        active.then(|| {
            let column = u16::try_from(before.width().saturating_sub(gone)).unwrap_or(u16::MAX);
            Position::new(area.x.saturating_add(column.min(area.width - 1)), area.y)
        })
    }
}

/// The text without its first signs of at least so many columns, and the columns that went.
fn without_columns(text: &str, columns: usize) -> (usize, &str) {
    let mut gone = 0;
    let mut rest = text.graphemes(true);
    while gone < columns {
        let Some(sign) = rest.next() else { break };
        gone += sign.width();
    }
    (gone, rest.as_str())
}

impl Typing for LineField {
    fn key(&mut self, key: Key) -> Option<Command> {
        self.editor.key(key)
    }

    fn paste(&mut self, text: &str) -> Option<String> {
        self.editor.paste(text)
    }

    fn is_multiline(&self) -> bool {
        false
    }

    fn draft_name(&self) -> Option<&str> {
        self.editor.draft_name()
    }

    fn value(&self) -> String {
        self.text().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::Input as Typed;

    fn typed(field: &mut LineField, keys: &str) {
        for input in Typed::keys(keys) {
            if let Typed::Key(key) = input {
                field.key(key);
            }
        }
    }

    #[test]
    fn typing_stops_at_the_limit_and_can_be_taken_back() {
        let mut field = LineField::new(4);
        typed(&mut field, "abcdef<bs>é");
        assert_eq!(field.text(), "abcé");
    }

    #[test]
    fn a_paste_of_a_megabyte_keeps_what_fits_and_says_so() {
        let mut field = LineField::new(10).with_value("ab");
        typed(&mut field, "<left>");
        let said = field.paste(&"x\u{1b}[2J".repeat(200_000));
        assert_eq!(field.text(), "axxxxxxxxb");
        assert!(said.unwrap().contains("10"));
    }

    #[test]
    fn a_field_draws_in_no_space_at_all() {
        let field = LineField::new(10).with_value("北京北京");
        for (width, height) in [(0, 0), (1, 1), (3, 1)] {
            let area = Rect::new(0, 0, width, height);
            let mut buf = Buffer::empty(area);
            let _ = field.draw(area, &mut buf, &Theme::default(), true);
        }
    }
}
