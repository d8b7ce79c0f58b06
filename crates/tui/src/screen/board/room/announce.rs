//! The white cell's line to the whole room; an empty one takes it away.

use ratatui::text::Line;

use crate::effect::Effect;
use crate::glance::look;
use crate::page::Sheet;
use crate::page::asking::{self, Asks, Missing, white_cell};
use crate::page::form::Form;
use crate::page::paper::heading;
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;

#[derive(Debug)]
struct Announce {
    form: Form,
}

/// The sheet.
pub fn sheet(sitting: &Sitting) -> Sheet {
    let prefix = draft_prefix(Seat::WhiteCell, "announce");
    let hint = "Back at a quarter past ten; empty takes the line away";
    asking::sheet(Announce {
        form: Form::new(prefix).line(sitting, "text", "To everybody", hint),
    })
}

impl Asks for Announce {
    fn title(&self, _app: &Sitting) -> String {
        "Announce".to_owned()
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn record(&self) -> &'static str {
        "announce"
    }

    fn told(&self, sitting: &Sitting, _width: u16) -> Vec<Line<'static>> {
        let now = look(sitting).and_then(|glance| glance.announced());
        let words = now.map_or_else(
            || "Nothing is announced now.".to_owned(),
            |(_, now)| format!("Announced now: {now}"),
        );
        let ends = "It ends with the pause in which it is made, or with the move.";
        vec![
            heading(&words, sitting.theme.dim),
            heading(ends, sitting.theme.dim),
        ]
    }

    fn effects(&self, sitting: &Sitting) -> Result<Vec<Effect>, Missing> {
        let text = self.form.typed("text");
        let announced = look(sitting).is_some_and(|glance| glance.view.room.announcement.is_some());
        if text.is_empty() && !announced {
            let words = "Write what everybody should know, or go back with Esc.";
            return Err(("text", words.to_owned()));
        }
        Ok(white_cell(Action::Announce { text }))
    }
}
