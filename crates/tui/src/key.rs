//! What a person does to the terminal, in our own words: keys, pasted text, the mouse, a new size.

use serde::{Deserialize, Serialize};

use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};

/// A key by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Code {
    /// A character, as typed (upper case needs no shift).
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key.
    F(u8),
}

/// A key press with what was held down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Whether Ctrl was held.
    pub ctrl: bool,
    /// Whether Alt was held.
    pub alt: bool,
}

/// One thing that happened to the interface from outside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The terminal has a new size: columns, rows.
    Resize(u16, u16),
    /// The main mouse button was pressed at column, row.
    Click(u16, u16),
    /// The wheel turned at column, row; down if `true`.
    Wheel(u16, u16, bool),
    /// Time went by while something moves.
    Tick,
}

/// Keys of other keyboards, each over the one in its place: Russian, Ukrainian, signs of Chinese.
const CYRILLIC: &str = concat!(
    "йцукенгшщзхъфывапролджэячсмитьбюё",
    "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ",
    "іїєІЇЄ、《》　",
);
const LATIN: &str = concat!(
    "qwertyuiop[]asdfghjkl;'zxcvbnm,.`",
    "QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~",
    "s]'S}\"/<> ",
);

impl Key {
    /// A key with nothing held.
    pub const fn plain(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
        }
    }

    /// A character with nothing held.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// A character with Ctrl.
    pub const fn ctrl(c: char) -> Self {
        Self {
            code: Code::Char(c),
            ctrl: true,
            alt: false,
        }
    }

    /// The character that this key types, if it types one.
    pub const fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// The key in the same place of a Latin keyboard, where this one is of a Russian, an Ukrainian or a
    /// Chinese one.
    pub fn on_latin(self) -> Option<Self> {
        let Code::Char(c) = self.code else {
            return None;
        };
        let latin = match c {
            // Full-width signs lie at a fixed distance from their narrow ones.
            '！'..='～' => char::from_u32(u32::from(c) - 0xfee0),
            _ => CYRILLIC
                .chars()
                .zip(LATIN.chars())
                .find_map(|(other, latin)| (other == c).then_some(latin)),
        };
        latin.map(|latin| Self {
            code: Code::Char(latin),
            ..self
        })
    }

    /// The name of the key as the footer and the help show it.
    pub fn label(self) -> String {
        let name = match self.code {
            Code::Char(' ') => "space".to_owned(),
            Code::Char(c) if self.ctrl => c.to_uppercase().collect(),
            Code::Char(c) => c.to_string(),
            Code::Enter => "⏎".to_owned(),
            Code::Esc => "esc".to_owned(),
            Code::Tab => "tab".to_owned(),
            Code::BackTab => "shift-tab".to_owned(),
            Code::Backspace => "backspace".to_owned(),
            Code::Delete => "del".to_owned(),
            Code::Up => "↑".to_owned(),
            Code::Down => "↓".to_owned(),
            Code::Left => "←".to_owned(),
            Code::Right => "→".to_owned(),
            Code::Home => "home".to_owned(),
            Code::End => "end".to_owned(),
            Code::PageUp => "pgup".to_owned(),
            Code::PageDown => "pgdn".to_owned(),
            Code::F(n) => format!("F{n}"),
        };
        match (self.ctrl, self.alt) {
            (true, _) => format!("^{name}"),
            (false, true) => format!("alt-{name}"),
            (false, false) => name,
        }
    }
}

impl Input {
    /// Reads a terminal event; `None` where it means nothing to us.
    pub fn from_event(event: Event) -> Option<Self> {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => {
                let mut code = match key.code {
                    KeyCode::Char(c) => Code::Char(c),
                    KeyCode::Enter => Code::Enter,
                    KeyCode::Esc => Code::Esc,
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
                    KeyCode::F(n) => Code::F(n),
                    _ => return None,
                };
                let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
                let alt = key.modifiers.contains(KeyModifiers::ALT);
                if let Code::Char(c) = code
                    && ctrl
                {
                    code = Code::Char(c.to_ascii_lowercase());
                }
                Some(Self::Key(Key { code, ctrl, alt }))
            }
            Event::Paste(text) => Some(Self::Paste(text)),
            Event::Resize(columns, rows) => Some(Self::Resize(columns, rows)),
            Event::Mouse(mouse) => match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => {
                    Some(Self::Click(mouse.column, mouse.row))
                }
                MouseEventKind::ScrollUp => Some(Self::Wheel(mouse.column, mouse.row, false)),
                MouseEventKind::ScrollDown => Some(Self::Wheel(mouse.column, mouse.row, true)),
                _ => None,
            },
            Event::Key(_) | Event::FocusGained | Event::FocusLost => None,
        }
    }

    /// Reads keys as tests write them: `d2<enter>`, `<c-p>trust<esc>`, `<down><pgdn>`.
    ///
    /// A word in angle brackets that names no key is typed letter by letter.
    pub fn keys(text: &str) -> Vec<Self> {
        let mut keys = Vec::new();
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let named = rest
                .strip_prefix('<')
                .and_then(|tail| tail.split_once('>'))
                .and_then(|(word, tail)| Some((named_key(word)?, tail)));
            if let Some((key, tail)) = named {
                keys.push(Self::Key(key));
                rest = tail;
            } else {
                keys.push(Self::Key(Key::char(c)));
                rest = rest.strip_prefix(c).unwrap_or_default();
            }
        }
        keys
    }
}

fn named_key(word: &str) -> Option<Key> {
    if let Some(c) = word.strip_prefix("c-") {
        return c.chars().next().map(Key::ctrl);
    }
    let code = match word {
        "enter" => Code::Enter,
        "esc" => Code::Esc,
        "tab" => Code::Tab,
        "backtab" => Code::BackTab,
        "bs" => Code::Backspace,
        "del" => Code::Delete,
        "up" => Code::Up,
        "down" => Code::Down,
        "left" => Code::Left,
        "right" => Code::Right,
        "home" => Code::Home,
        "end" => Code::End,
        "pgup" => Code::PageUp,
        "pgdn" => Code::PageDown,
        "space" => Code::Char(' '),
        "lt" => Code::Char('<'),
        _ => {
            return word
                .strip_prefix('f')?
                .parse()
                .ok()
                .map(|n| Key::plain(Code::F(n)));
        }
    };
    Some(Key::plain(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_as_tests_write_them() {
        let read: Vec<String> = Input::keys("d2<enter><c-p>é<nonsense>")
            .into_iter()
            .map(|input| match input {
                Input::Key(key) => key.label(),
                other => format!("{other:?}"),
            })
            .collect();
        assert_eq!(
            read,
            [
                "d", "2", "⏎", "^P", "é", "<", "n", "o", "n", "s", "e", "n", "s", "e", ">"
            ]
        );
    }

    #[test]
    fn a_released_key_is_no_input() {
        let mut event = crossterm::event::KeyEvent::from(KeyCode::Enter);
        event.kind = KeyEventKind::Release;
        assert_eq!(Input::from_event(Event::Key(event)), None);
    }
}
