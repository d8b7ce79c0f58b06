//! Leaves the program: asks once.

use crate::app::App;
use crate::effect::Effect;
use crate::overlay::Overlay;
use crate::overlay::confirm::Confirm;

/// Asks whether to leave the table; where no session is open, nothing is at stake.
pub fn ask(app: &mut App) -> Vec<Effect> {
    if app.table.is_none() {
        return vec![Effect::Quit];
    }
    app.overlays.push(Overlay::Confirm(Confirm {
        title: "Leave unequal?".to_owned(),
        text: "Everything is on disk already; the session can be continued at any time.".to_owned(),
        effects: vec![Effect::Quit],
    }));
    Vec::new()
}

/// Leaves at once.
pub fn now(_app: &mut App) -> Vec<Effect> {
    vec![Effect::Quit]
}
