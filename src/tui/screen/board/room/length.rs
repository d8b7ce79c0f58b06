//! How many moves the session lasts, with a reason.

use crate::engine::action::Action;
use crate::engine::seat::Seat;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::outside::draft_prefix;
use crate::tui::screen::board::glance::Glance;
use crate::tui::screen::board::room::asking::{self, Asks, Missing, required, white_cell};
use crate::tui::screen::board::room::form::Form;
use crate::tui::screen::board::sheet::Sheet;

#[derive(Debug)]
struct Length {
    form: Form,
}

/// The sheet.
pub fn sheet(app: &App, glance: &Glance<'_>) -> Sheet {
    let now = glance.view.moves_planned.to_string();
    let form = Form::new(draft_prefix(Seat::WhiteCell, "set-length"))
        .line(app, "moves", "Moves in all", &now)
        .line(app, "reason", "Why", "stays in the record");
    asking::sheet(Length { form })
}

impl Asks for Length {
    fn title(&self, _app: &App) -> String {
        "How long does the session last?".to_owned()
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn effects(&self, _app: &App) -> Result<Vec<Effect>, Missing> {
        let moves = self.form.typed("moves").parse().map_err(|_| {
            let words = "How many moves in all? A number such as 10.";
            ("moves", words.to_owned())
        })?;
        let reason = required(
            &self.form,
            "reason",
            "Say why: the reason stays in the record.",
        )?;
        Ok(white_cell(Action::SetLength { moves, reason }))
    }
}
