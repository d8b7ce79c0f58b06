//! An argument, written down as it is made at the table: for which side, and whether it counts twice.

use crate::effect::Effect;
use crate::glance::look;
use crate::page::Sheet;
use crate::page::asking::{self, Asks, Missing, required, white_cell};
use crate::page::form::Form;
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::side::Side;

#[derive(Debug)]
struct Arguing {
    form: Form,
}

/// The sheet.
pub fn sheet(sitting: &Sitting) -> Sheet {
    let sides = look(sitting).map_or_else(Vec::new, |glance| {
        let names = Seat::played().map(|seat| glance.name(seat).to_owned());
        names.collect()
    });
    let weights = vec!["an argument".to_owned(), "a strong one".to_owned()];
    let form = Form::new(draft_prefix(Seat::WhiteCell, "argue"))
        .text(
            sitting,
            "text",
            "Argument",
            3,
            "something in the story, not a number",
        )
        .choice("helps", "It helps", sides, 0)
        .choice("weight", "It is", weights, 0);
    asking::sheet(Arguing { form })
}

impl Asks for Arguing {
    fn title(&self, _app: &Sitting) -> String {
        "An argument".to_owned()
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn effects(&self, _app: &Sitting) -> Result<Vec<Effect>, Missing> {
        let helps = Side::ALL[self.form.chosen("helps").min(Side::ALL.len() - 1)];
        Ok(white_cell(Action::Argue {
            helps,
            text: required(&self.form, "text", "Write the argument down first.")?,
            strong: self.form.chosen("weight") == 1,
        }))
    }
}
