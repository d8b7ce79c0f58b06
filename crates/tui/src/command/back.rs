//! Goes back one step: closes what lies on top, or asks the screen.

use crate::app::App;
use crate::command::Command;
use crate::effect::Effect;
use crate::overlay::Overlay;
use crate::screen;

/// Goes back one step. A sheet decides itself, because it may have steps of its own.
pub fn run(app: &mut App) -> Vec<Effect> {
    match app.overlays.last() {
        Some(Overlay::Palette(_) | Overlay::Help(_) | Overlay::Confirm(_)) => {
            app.close_overlay();
            Vec::new()
        }
        Some(Overlay::Sheet(_)) | None => screen::on(app, Command::Back),
    }
}
