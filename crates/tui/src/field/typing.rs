//! What every text field can do.

use crate::command::Command;
use crate::key::Key;

/// What every text field can do, whatever its shape.
pub trait Typing: std::fmt::Debug {
    /// Takes a key that no command claimed. An arrow, or a page, that finds no line of the text that way is
    /// given back as the command to go on to what lies there.
    fn key(&mut self, key: Key) -> Option<Command>;

    /// Takes pasted text; says so where not all of it fitted.
    fn paste(&mut self, text: &str) -> Option<String>;

    /// Whether Enter starts a new line.
    fn is_multiline(&self) -> bool;

    /// The name under which the text is kept as a draft, if it is kept.
    fn draft_name(&self) -> Option<&str>;

    /// The text.
    fn value(&self) -> String;
}
