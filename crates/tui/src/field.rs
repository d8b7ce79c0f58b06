//! Text fields: one line or several, with a limit, cleaned of everything that could harm a terminal.

pub mod clean;
pub mod line;
pub mod text;
mod typing;

pub use clean::clean;
pub use line::LineField;
pub use text::TextField;
pub use typing::Typing;
