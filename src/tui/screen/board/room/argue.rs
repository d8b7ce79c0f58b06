//! An argument, written down as it is made at the table: for which side, and whether it counts twice.

use crate::engine::action::Action;
use crate::engine::room::rulings::Helps;
use crate::engine::seat::Seat;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::outside::draft_prefix;
use crate::tui::screen::board::look;
use crate::tui::screen::board::room::asking::{self, Asks, Missing, required, white_cell};
use crate::tui::screen::board::room::form::Form;
use crate::tui::screen::board::sheet::Sheet;

#[derive(Debug)]
struct Arguing {
    form: Form,
}

/// The sheet.
pub fn sheet(app: &App) -> Sheet {
    let sides = look(app).map_or_else(Vec::new, |glance| {
        vec![glance.text().patron.clone(), glance.text().client.clone()]
    });
    let weights = vec!["an argument".to_owned(), "a strong one".to_owned()];
    let form = Form::new(draft_prefix(Seat::WhiteCell, "argue"))
        .text(
            app,
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
    fn title(&self, _app: &App) -> String {
        "An argument".to_owned()
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn effects(&self, _app: &App) -> Result<Vec<Effect>, Missing> {
        let helps = match self.form.chosen("helps") {
            0 => Helps::Patron,
            _ => Helps::Client,
        };
        Ok(white_cell(Action::Argue {
            helps,
            text: required(&self.form, "text", "Write the argument down first.")?,
            strong: self.form.chosen("weight") == 1,
        }))
    }
}
