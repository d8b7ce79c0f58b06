//! Shows the countdown, or hides it: some rooms do not want to be hurried.

use crate::app::App;
use crate::effect::Effect;
use crate::screen::Screen;

/// Turns the countdown on or off, on the projector or at the table.
pub fn run(app: &mut App) -> Vec<Effect> {
    match &mut app.screen {
        Screen::Projector(projector) => projector.toggle_clock(),
        _ => app.clocks.hidden = !app.clocks.hidden,
    }
    Vec::new()
}
