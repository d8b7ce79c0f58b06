//! Changes the colours.

use crate::tui::app::{App, Tone};
use crate::tui::effect::Effect;
use crate::tui::theme::Theme;

/// Goes to the next theme and says which it is.
pub fn run(app: &mut App) -> Vec<Effect> {
    let next = app.theme.name.next();
    app.theme = Theme::named(next);
    app.say(Tone::Plain, format!("Colours: {}", next.word()));
    Vec::new()
}
