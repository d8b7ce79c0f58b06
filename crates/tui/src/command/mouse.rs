//! Turns the mouse on or off.

use crate::app::{App, Tone};
use crate::effect::Effect;

/// Turns the mouse over. While it is on, the terminal's own way to mark text may need Shift.
pub fn run(app: &mut App) -> Vec<Effect> {
    app.mouse = !app.mouse;
    let said = if app.mouse {
        "Mouse on: click to choose, wheel to scroll. Hold Shift to mark text."
    } else {
        "Mouse off."
    };
    app.say(Tone::Plain, said);
    vec![Effect::Mouse(app.mouse)]
}
