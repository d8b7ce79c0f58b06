//! Opens the command palette.

use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::overlay::Overlay;
use crate::tui::overlay::palette::Palette;

/// Opens the palette over whatever is shown.
pub fn run(app: &mut App) -> Vec<Effect> {
    if !matches!(app.overlays.last(), Some(Overlay::Palette(_))) {
        let palette = Palette::new(app.layer(), app.offers());
        app.overlays.push(Overlay::Palette(palette));
    }
    Vec::new()
}
