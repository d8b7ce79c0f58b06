//! The white cell's sheet for a ruling of its own: another result than the dice give, with a reason that stays
//! in the record.
//!
//! ```text
//! ┌ Rule otherwise ──────────────────────────────────────┐
//! │ By the dice: Russia gives as much as offered         │
//! │                                                      │
//! │ › You rule   ‹ Russia holds more back ›              │
//! │   Why        the leak came out                       │
//! │                                                      │
//! │ What this ruling moves                               │
//! │ stability +1 · trust −2                              │
//! └──────────────────────────────────────────────────────┘
//! ```

use ratatui::text::Line;

use crate::effect::Effect;
use crate::glance::{band_words, look};
use crate::page::Sheet;
use crate::page::asking::{self, Asks, Missing, required, white_cell};
use crate::page::form::Form;
use crate::page::paper::wrapped;
use crate::screen::board::sheet::ruling::prospect::moves;
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::Band;

#[derive(Debug)]
struct Otherwise {
    ruling: Action,
    computed: Band,
    form: Form,
}

/// The sheet, for a ruling as the dice have it and the result that they give.
pub(super) fn sheet(sitting: &Sitting, ruling: Action, computed: Band) -> Sheet {
    let results = Band::ALL.iter().map(|band| result(sitting, *band));
    let form = Form::new(draft_prefix(Seat::WhiteCell, "rule"))
        .choice("result", "You rule", results.collect(), computed.index())
        .text(sitting, "reason", "Why", 3, "Why not as the dice have it?");
    asking::sheet(Otherwise {
        ruling,
        computed,
        form,
    })
}

fn result(sitting: &Sitting, band: Band) -> String {
    look(sitting).map_or_else(String::new, |glance| {
        format!("{} {}", glance.text().client, band_words(band))
    })
}

impl Otherwise {
    fn band(&self) -> Band {
        Band::ALL[self.form.chosen("result")]
    }
}

impl Asks for Otherwise {
    fn title(&self, _app: &Sitting) -> String {
        "Rule otherwise".to_owned()
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn record(&self) -> &'static str {
        "so it stands"
    }

    fn head(&self, sitting: &Sitting, width: u16) -> Vec<Line<'static>> {
        let words = format!("By the dice: {}", result(sitting, self.computed));
        wrapped(&words, usize::from(width), sitting.theme.accent)
    }

    fn told(&self, sitting: &Sitting, width: u16) -> Vec<Line<'static>> {
        look(sitting).map_or_else(Vec::new, |glance| {
            moves(&glance, sitting, self.band(), usize::from(width))
        })
    }

    fn effects(&self, _app: &Sitting) -> Result<Vec<Effect>, Missing> {
        let words = "A ruling of your own needs a reason: it stays in the record.";
        let why = required(&self.form, "reason", words)?;
        let mut ruling = self.ruling.clone();
        if let Action::Rule { band, reason, .. } = &mut ruling {
            (*band, *reason) = (Some(self.band()), Some(why));
        }
        Ok(white_cell(ruling))
    }
}
