//! How many moves the session lasts, with a reason.

use crate::app::App;
use crate::drafts::draft_prefix;
use crate::effect::Effect;
use crate::glance::Glance;
use crate::page::Sheet;
use crate::page::asking::{self, Asks, Missing, required, white_cell};
use crate::page::form::Form;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;

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
