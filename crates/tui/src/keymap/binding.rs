//! A key bound to a command, and short words for keys.

use crate::command::Command;
use crate::key::{Code, Key};

/// A key and its command.
pub type Binding = (Key, Command);

/// A key without modifiers.
pub(super) const fn plain(code: Code) -> Key {
    Key::plain(code)
}

/// The key of a character.
pub(super) const fn c(c: char) -> Key {
    Key::char(c)
}
