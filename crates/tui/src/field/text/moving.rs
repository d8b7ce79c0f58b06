//! Moving about in a text of several lines, and out of it where it ends.

use ratatui_textarea::{CursorMove, Scrolling};

use super::TextField;
use crate::command::Command;
use crate::key::{Code, Key};

impl TextField {
    /// Moves the cursor; gives what is to be done instead where the text has no more lines that way.
    pub(super) fn moves(&mut self, key: Key) -> Option<Command> {
        let words = key.ctrl || key.alt;
        let to = match key.code {
            Code::PageUp if self.lines => return self.page_up(),
            Code::PageDown if self.lines => return self.page_down(),
            Code::Up => CursorMove::Up,
            Code::Down => CursorMove::Down,
            Code::Left if words => CursorMove::WordBack,
            Code::Left => CursorMove::Back,
            Code::Right if words => CursorMove::WordForward,
            Code::Right => CursorMove::Forward,
            Code::Home if key.ctrl => CursorMove::Jump(0, 0),
            Code::End if key.ctrl => CursorMove::Jump(u16::MAX, u16::MAX),
            Code::Home => CursorMove::Head,
            Code::End => CursorMove::End,
            Code::Char('a') if key.ctrl => CursorMove::Head,
            Code::Char('e') if key.ctrl => CursorMove::End,
            Code::Char('b') if key.ctrl => CursorMove::Back,
            Code::Char('f') if key.ctrl => CursorMove::Forward,
            _ => return None,
        };
        let from = self.area.cursor();
        self.area.move_cursor(to);
        match key.code {
            Code::Up if self.area.cursor() == from => Some(Command::Up),
            Code::Down if self.area.cursor() == from => Some(Command::Down),
            _ => None,
        }
    }

    /// A page up; what is to be done instead, where the cursor is in the first row already.
    fn page_up(&mut self) -> Option<Command> {
        if self.area.screen_cursor().row == 0 {
            return Some(Command::PageUp);
        }
        if self.area.scroll_offset().0 == 0 {
            self.area.move_cursor(CursorMove::Jump(0, 0));
        } else {
            self.area.scroll(Scrolling::PageUp);
        }
        None
    }

    /// A page down; what is to be done instead, where the cursor is in the last row already.
    fn page_down(&mut self) -> Option<Command> {
        let row = self.area.screen_cursor().row;
        // A row below the last one is taken for the last one.
        if self.area.screen_to_data(row + 1, 0) == self.area.screen_to_data(row, 0) {
            return Some(Command::PageDown);
        }
        self.area.scroll(Scrolling::PageDown);
        None
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    use super::*;
    use crate::field::Typing as _;
    use crate::theme::Theme;

    #[test]
    fn an_arrow_goes_through_the_text_and_then_on_to_what_lies_beyond() {
        let area = Rect::new(0, 0, 10, 3);
        let mut field = TextField::new(100).with_value("one two three");
        let _ = field.draw(area, &mut Buffer::empty(area), &Theme::default(), true);
        for (code, beyond) in [
            (Code::Down, Some(Command::Down)),
            (Code::Up, None),
            (Code::Up, Some(Command::Up)),
            (Code::Down, None),
        ] {
            assert_eq!(field.key(Key::plain(code)), beyond);
        }
        for (code, beyond) in [
            (Code::PageDown, Some(Command::PageDown)),
            (Code::PageUp, None),
            (Code::PageUp, Some(Command::PageUp)),
            (Code::PageDown, None),
        ] {
            assert_eq!(field.key(Key::plain(code)), beyond);
        }
        assert_eq!(field.key(Key::char('x')), None);
    }

    #[test]
    fn with_ctrl_held_home_and_end_lead_to_the_ends_of_the_whole_text() {
        let mut field = TextField::new(100).with_value("a longer line\nshort");
        for (code, typed) in [
            (Code::Home, "!a longer line\nshort"),
            (Code::End, "!a longer line\nshort!"),
        ] {
            field.key(Key {
                ctrl: true,
                ..Key::plain(code)
            });
            field.key(Key::char('!'));
            assert_eq!(field.value(), typed);
        }
    }
}
