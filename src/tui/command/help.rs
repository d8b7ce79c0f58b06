//! Shows what can be done here.

use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::overlay::Overlay;
use crate::tui::overlay::help::HelpPage;

/// Opens the help of the present layer.
pub fn run(app: &mut App) -> Vec<Effect> {
    if !matches!(app.overlays.last(), Some(Overlay::Help(_))) {
        app.overlays.push(Overlay::Help(HelpPage::new(app.layer())));
    }
    Vec::new()
}
