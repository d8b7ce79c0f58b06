//! What every text field can do.

use crate::key::Key;

/// What every text field can do, whatever its shape.
pub trait Typing: std::fmt::Debug {
    /// Takes a key that no command claimed.
    fn key(&mut self, key: Key);

    /// Takes pasted text; says so where not all of it fitted.
    fn paste(&mut self, text: &str) -> Option<String>;

    /// Whether Enter starts a new line.
    fn is_multiline(&self) -> bool;

    /// The name under which the text is kept as a draft, if it is kept.
    fn draft_name(&self) -> Option<&str>;

    /// The text.
    fn value(&self) -> String;
}
