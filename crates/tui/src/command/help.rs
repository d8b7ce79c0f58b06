//! Shows what can be done here.

use crate::app::App;
use crate::effect::Effect;
use crate::overlay::Overlay;
use crate::overlay::help::HelpPage;

/// Opens the help of the present layer.
pub fn run(app: &mut App) -> Vec<Effect> {
    if !matches!(app.overlays.last(), Some(Overlay::Help(_))) {
        app.overlays.push(Overlay::Help(HelpPage::new(app.layer())));
    }
    Vec::new()
}
