//! A text field of one line.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use tui_input::{Input, InputRequest};

use crate::field::clean::clean;
use crate::field::typing::Typing;
use crate::key::{Code, Key};
use crate::theme::Theme;

/// A text field of one line.
#[derive(Clone, Debug, Default)]
pub struct LineField {
    input: Input,
    limit: usize,
    draft: Option<String>,
    placeholder: String,
}

impl LineField {
    /// An empty field that holds at most `limit` characters.
    pub fn new(limit: usize) -> Self {
        Self {
            limit,
            ..Self::default()
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
        let kept: String = clean(value, false).chars().take(self.limit).collect();
        self.input = Input::new(kept);
    }

    /// What stands in the field.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Whether nothing stands in the field.
    pub fn is_empty(&self) -> bool {
        self.text().trim().is_empty()
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
        let scroll = if active {
            self.input.visual_scroll(width)
        } else {
            0
        };
        let (shown, style) = if self.text().is_empty() {
            (self.placeholder.as_str(), theme.dim)
        } else {
            (self.text(), Style::default())
        };
        let line = Line::from(Span::styled(
            skip_columns(shown, scroll),
            theme.text.patch(style),
        ));
        line.render(area, buf);
        buf.set_style(area, ground);
        active.then(|| {
            let column = self.input.visual_cursor().saturating_sub(scroll);
            let column = u16::try_from(column).unwrap_or(u16::MAX);
            Position::new(area.x.saturating_add(column.min(area.width - 1)), area.y)
        })
    }

    fn room(&self) -> usize {
        self.limit.saturating_sub(self.text().chars().count())
    }
}

/// The text from a screen column on.
fn skip_columns(text: &str, columns: usize) -> String {
    let mut gone = 0;
    text.chars()
        .skip_while(|c| {
            let skip = gone < columns;
            if skip {
                gone += unicode_width::UnicodeWidthChar::width(*c).unwrap_or(0);
            }
            skip
        })
        .collect()
}

impl Typing for LineField {
    fn key(&mut self, key: Key) {
        let request = match (key.code, key.ctrl, key.alt) {
            (Code::Char(c), false, false) if !c.is_control() => {
                if self.room() == 0 {
                    return;
                }
                InputRequest::InsertChar(c)
            }
            (Code::Backspace, false, false) | (Code::Char('h'), true, _) => {
                InputRequest::DeletePrevChar
            }
            (Code::Backspace, _, _) | (Code::Char('w'), true, _) => InputRequest::DeletePrevWord,
            (Code::Delete, false, _) => InputRequest::DeleteNextChar,
            (Code::Delete, true, _) => InputRequest::DeleteNextWord,
            (Code::Left, false, false) => InputRequest::GoToPrevChar,
            (Code::Left, _, _) => InputRequest::GoToPrevWord,
            (Code::Right, false, false) => InputRequest::GoToNextChar,
            (Code::Right, _, _) => InputRequest::GoToNextWord,
            (Code::Home, ..) | (Code::Char('a'), true, _) => InputRequest::GoToStart,
            (Code::End, ..) | (Code::Char('e'), true, _) => InputRequest::GoToEnd,
            (Code::Char('u'), true, _) => InputRequest::DeleteFromStart,
            (Code::Char('k'), true, _) => InputRequest::DeleteTillEnd,
            _ => return,
        };
        self.input.handle(request);
    }

    fn paste(&mut self, text: &str) -> Option<String> {
        let room = self.room();
        // Only as much is cleaned as could fit, so that a huge paste costs nothing.
        let start: String = text
            .chars()
            .take(room.saturating_mul(4).saturating_add(64))
            .collect();
        let cleaned = clean(start.trim_end_matches(['\r', '\n']), false);
        let fits: String = cleaned.chars().take(room).collect();
        let value: Vec<char> = self.text().chars().collect();
        let at = self.input.cursor().min(value.len());
        let joined: String = value[..at]
            .iter()
            .copied()
            .chain(fits.chars())
            .chain(value[at..].iter().copied())
            .collect();
        let cursor = at + fits.chars().count();
        self.input = Input::new(joined).with_cursor(cursor);
        (text.len() > start.len() || cleaned.chars().count() > room).then(|| {
            format!(
                "Only the first {} characters fitted; this field holds {}.",
                fits.chars().count(),
                self.limit
            )
        })
    }

    fn is_multiline(&self) -> bool {
        false
    }

    fn draft_name(&self) -> Option<&str> {
        self.draft.as_deref()
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
