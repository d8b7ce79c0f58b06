//! Opens the command palette.

use crate::app::App;
use crate::effect::Effect;
use crate::overlay::Overlay;
use crate::overlay::palette::Palette;

/// Opens the palette over whatever is shown.
pub fn run(app: &mut App) -> Vec<Effect> {
    if !matches!(app.overlays.last(), Some(Overlay::Palette(_))) {
        let palette = Palette::new(app.layer(), app.offers());
        app.overlays.push(Overlay::Palette(palette));
    }
    Vec::new()
}
