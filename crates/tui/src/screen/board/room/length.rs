//! How many moves the session lasts, with a reason.

use crate::effect::Effect;
use crate::glance::Glance;
use crate::page::Sheet;
use crate::page::asking::{self, Asks, Missing, required, white_cell};
use crate::page::form::Form;
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;

#[derive(Debug)]
struct Length {
    form: Form,
}

/// The sheet.
pub fn sheet(sitting: &Sitting, glance: &Glance<'_>) -> Sheet {
    let now = format!("{} now", glance.view.moves_planned);
    let form = Form::new(draft_prefix(Seat::WhiteCell, "set-length"))
        .line(sitting, "moves", "Moves in all", &now)
        .line(sitting, "reason", "Why", "stays in the record");
    asking::sheet(Length { form })
}

impl Asks for Length {
    fn title(&self, _app: &Sitting) -> String {
        "How long does the session last?".to_owned()
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn effects(&self, _app: &Sitting) -> Result<Vec<Effect>, Missing> {
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
