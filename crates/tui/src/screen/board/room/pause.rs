//! The white cell's sheet to stop play: for a break, or for reflection.

use ratatui::text::Line;

use crate::effect::Effect;
use crate::page::Sheet;
use crate::page::asking::{self, Asks, Missing, white_cell};
use crate::page::form::Form;
use crate::page::paper::heading;
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;

#[derive(Debug)]
struct Pausing {
    form: Form,
}

/// The sheet.
pub fn sheet(sitting: &Sitting) -> Sheet {
    let what = vec!["a break".to_owned(), "reflection".to_owned()];
    let form = Form::new(draft_prefix(Seat::WhiteCell, "pause"))
        .choice("what", "For", what, 0)
        .line(
            sitting,
            "reason",
            "Why",
            "one question for everybody; may stay empty",
        )
        .line(
            sitting,
            "until",
            "Until",
            "a time such as 12:15, or minutes such as 15; may stay empty",
        );
    asking::sheet(Pausing { form })
}

impl Asks for Pausing {
    fn title(&self, _app: &Sitting) -> String {
        "Pause".to_owned()
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn record(&self) -> &'static str {
        "pause now"
    }

    fn told(&self, sitting: &Sitting, _width: u16) -> Vec<Line<'static>> {
        vec![
            heading(
                "No side acts until play goes on; the plan of injects works meanwhile.",
                sitting.theme.dim,
            ),
            heading(
                "At its time it ends by itself; p lets play go on before.",
                sitting.theme.dim,
            ),
        ]
    }

    fn effects(&self, sitting: &Sitting) -> Result<Vec<Effect>, Missing> {
        let until = self.form.given("until");
        let seconds = until.as_deref().map(|words| sitting.clock.until(words));
        if seconds == Some(None) {
            let words = "Until when? A time such as 12:15, or minutes such as 15.";
            return Err(("until", words.to_owned()));
        }
        Ok(white_cell(Action::Pause {
            reflection: self.form.chosen("what") == 1,
            reason: self.form.given("reason"),
            seconds: seconds.flatten(),
        }))
    }
}
