//! Changes the colours.

use crate::app::{App, Tone};
use crate::effect::Effect;
use crate::theme::Theme;

/// Goes to the next theme and says which it is.
pub fn run(app: &mut App) -> Vec<Effect> {
    let next = app.theme.name.next();
    app.theme = Theme::named(next);
    app.say(Tone::Plain, format!("Colours: {}", next.word()));
    Vec::new()
}
