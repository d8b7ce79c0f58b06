//! Who plays a side from now on, and how rulings are made from now on: a choice and a reason.

use ratatui::text::Line;

use crate::effect::Effect;
use crate::glance::{Glance, look};
use crate::holders;
use crate::page::Sheet;
use crate::page::asking::{self, Asks, Missing, required, white_cell};
use crate::page::form::Form;
use crate::page::paper::wrapped;
use crate::screen::board::room::parts::mode_words;
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use unequal_core::engine::action::Action;
use unequal_core::engine::options::AdjudicationMode;
use unequal_core::engine::seat::Seat;
use unequal_session::Holder;
use unequal_session::telling::holder_words;

#[derive(Debug)]
struct HandOver {
    seat: Seat,
    /// Who may hold it, in the order of the choice.
    holders: Vec<Holder>,
    /// Whether there are people to whom it could go back.
    lends: bool,
    form: Form,
}

/// The sheet for a seat that plays.
pub fn sheet(sitting: &Sitting, glance: &Glance<'_>, seat: Seat) -> Sheet {
    let all = holders::of(glance.scenario(), seat);
    let now = glance.place.holder(seat);
    let at = all.iter().position(|holder| holder == now);
    let names = all.iter().map(holder_words).collect();
    let mut form = Form::new(draft_prefix(Seat::WhiteCell, "hand-over"))
        .choice("to", "From now on", names, at.unwrap_or(0))
        .line(
            sitting,
            "moves",
            "For",
            "so many moves, then people again; empty: for good",
        )
        .line(sitting, "reason", "Why", "may stay empty");
    let lends = *now != Holder::Nobody;
    form.show("moves", lends && *now != Holder::Human);
    asking::sheet(HandOver {
        seat,
        holders: all,
        lends,
        form,
    })
}

impl Asks for HandOver {
    fn title(&self, sitting: &Sitting) -> String {
        let name =
            look(sitting).map_or_else(String::new, |glance| glance.name(self.seat).to_owned());
        format!("Who plays {name}?")
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn told(&self, sitting: &Sitting, width: u16) -> Vec<Line<'static>> {
        let Some(glance) = look(sitting) else {
            return Vec::new();
        };
        let words = match self.holders.get(self.form.chosen("to")) {
            Some(Holder::Bot(name)) => holders::about_bot(glance.scenario(), self.seat, name),
            Some(Holder::Nobody) => "Nobody sits there: the seat does nothing.".to_owned(),
            Some(Holder::Outside(_)) => "A program of your own decides for it.".to_owned(),
            Some(Holder::Human) | None => "People decide for it.".to_owned(),
        };
        wrapped(&words, usize::from(width), sitting.theme.dim)
    }

    fn changed(&mut self, _sitting: &Sitting, _key: &'static str) {
        let to = self.holders.get(self.form.chosen("to"));
        let is_lent = to.is_some_and(|to| *to != Holder::Human);
        self.form.show("moves", self.lends && is_lent);
    }

    fn effects(&self, _sitting: &Sitting) -> Result<Vec<Effect>, Missing> {
        let to = self.holders.get(self.form.chosen("to")).cloned();
        let moves = match self.form.given("moves") {
            None => None,
            Some(words) => Some(words.parse().map_err(|_| {
                let words = "For how many moves? A number such as 2, or nothing.";
                ("moves", words.to_owned())
            })?),
        };
        Ok(white_cell(Action::HandOver {
            of: self.seat,
            to: to.unwrap_or_default(),
            moves,
            reason: self.form.given("reason"),
        }))
    }
}

#[derive(Debug)]
struct RuleHow {
    form: Form,
}

/// The sheet for the way to rule.
pub fn mode_sheet(sitting: &Sitting) -> Sheet {
    let now = look(sitting).map_or(AdjudicationMode::default(), |glance| {
        glance.view.options.adjudication
    });
    let at = now.index();
    let modes = AdjudicationMode::ALL.iter();
    let names = modes.map(|mode| mode_words(*mode).to_owned()).collect();
    let form = Form::new(draft_prefix(Seat::WhiteCell, "set-adjudication"))
        .choice("mode", "From now on", names, at)
        .line(sitting, "reason", "Why", "stays in the record");
    asking::sheet(RuleHow { form })
}

impl Asks for RuleHow {
    fn title(&self, _app: &Sitting) -> String {
        "How rulings are made".to_owned()
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn effects(&self, _app: &Sitting) -> Result<Vec<Effect>, Missing> {
        let reason = required(
            &self.form,
            "reason",
            "Say why: the reason stays in the record.",
        )?;
        let modes = AdjudicationMode::ALL;
        Ok(white_cell(Action::SetAdjudication {
            mode: modes[self.form.chosen("mode").min(modes.len() - 1)],
            reason,
        }))
    }
}
