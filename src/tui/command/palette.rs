//! Opens the command palette.

use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::field::LineField;
use crate::tui::overlay::Overlay;
use crate::tui::overlay::palette::Palette;

/// Opens the palette over whatever is shown.
pub fn run(app: &mut App) -> Vec<Effect> {
    if !matches!(app.overlays.last(), Some(Overlay::Palette(_))) {
        app.overlays.push(Overlay::Palette(Palette {
            query: LineField::new(60),
        }));
    }
    Vec::new()
}
