//! What a client's terminal sends, as what somebody did at it.

use termina::Parser;
use termina::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, Modifiers, MouseButton, MouseEventKind,
};

use unequal_tui::key::{Code, Input, Key};

/// Bytes of one sequence; what is longer is no key.
const LONGEST: usize = 2 * 1024 * 1024;

/// Reads keys, pastes and the mouse from bytes as they come.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    parser: Parser,
    unread: usize,
}

impl Keys {
    /// Takes bytes in; gives what they say so far. `more` where they may be the beginning of a sequence: else what
    /// waits for its end is taken as it is.
    pub(crate) fn read(&mut self, bytes: &[u8], more: bool) -> Vec<Input> {
        self.unread += bytes.len();
        if self.unread > LONGEST {
            *self = Self::default();
        }
        self.parser.parse(bytes, more);
        let mut read = Vec::new();
        while let Some(event) = self.parser.pop() {
            self.unread = 0;
            read.extend(input(event));
        }
        read
    }
}

fn input(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => self::key(key).map(Input::Key),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => Some(Input::Click(mouse.column, mouse.row)),
            MouseEventKind::ScrollUp => Some(Input::Wheel(mouse.column, mouse.row, false)),
            MouseEventKind::ScrollDown => Some(Input::Wheel(mouse.column, mouse.row, true)),
            _ => None,
        },
        _ => None,
    }
}

fn key(key: KeyEvent) -> Option<Key> {
    let ctrl = key.modifiers.contains(Modifiers::CONTROL);
    let code = match key.code {
        KeyCode::Char(c) if ctrl => Code::Char(c.to_ascii_lowercase()),
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Escape => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Function(number) => Code::F(number),
        _ => return None,
    };
    let alt = key.modifiers.contains(Modifiers::ALT);
    Some(Key { code, ctrl, alt })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Vec<Input> {
        Keys::default().read(bytes, false)
    }

    #[test]
    fn keys_are_those_that_the_own_terminal_of_the_interface_reads() {
        let keys = [
            (&b"a"[..], "a"),
            (b"A", "A"),
            ("\u{436}\u{6c34}".as_bytes(), "\u{436}\u{6c34}"),
            (b"\r", "<enter>"),
            (b"\t", "<tab>"),
            (b"\x1b[Z", "<backtab>"),
            (b"\x1b", "<esc>"),
            (b"\x7f", "<bs>"),
            (b"\x1b[3~", "<del>"),
            (b"\x1b[A", "<up>"),
            (b"\x1bOA", "<up>"),
            (b"\x1b[1~", "<home>"),
            (b"\x1b[F", "<end>"),
            (b"\x1b[6~", "<pgdn>"),
            (b"\x1bOP", "<f1>"),
            (b"\x10", "<c-p>"),
            (b"\x13", "<c-s>"),
            (b"\x03", "<c-c>"),
        ];
        for (bytes, named) in keys {
            assert_eq!(read(bytes), Input::keys(named), "{named}");
        }
    }

    #[test]
    fn a_paste_a_click_and_the_wheel_are_read() {
        let pasted = read(b"\x1b[200~two\rlines\x1b[201~");
        assert!(
            matches!(&pasted[..], [Input::Paste(text)] if text.contains("lines")),
            "{pasted:?}"
        );
        assert_eq!(read(b"\x1b[<0;11;6M"), [Input::Click(10, 5)]);
        assert_eq!(read(b"\x1b[<65;1;2M"), [Input::Wheel(0, 1, true)]);
    }

    #[test]
    fn a_sequence_that_comes_in_pieces_is_one_key_and_an_escape_by_itself_another() {
        let mut keys = Keys::default();
        assert_eq!(keys.read(b"\x1b", true), []);
        assert_eq!(keys.read(b"[A", true), Input::keys("<up>"));
        assert_eq!(keys.read(b"\x1b", true), []);
        assert_eq!(keys.read(b"", false), Input::keys("<esc>"));
        assert_eq!(keys.read(&[0xd0], true), []);
        assert_eq!(keys.read(&[0xb6], true), Input::keys("\u{436}"));
    }

    #[test]
    fn what_is_no_key_is_passed_over_and_the_next_key_is_read() {
        for noise in [
            &b"\x1b[?1;2c"[..],
            b"\xff\xfe",
            b"\x1b]11;rgb:0/0/0\x07",
            b"\x00",
        ] {
            let mut keys = Keys::default();
            let _answer = keys.read(noise, false);
            assert_eq!(keys.read(b"x", false), Input::keys("x"), "{noise:?}");
        }
    }
}
