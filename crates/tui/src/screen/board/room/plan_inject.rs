//! Forms for injects: one for the plan, one at once, another time for one, a reason to hold or skip one, a reaction.

use ratatui::text::Line;

use crate::effect::Effect;
use crate::glance::{Glance, look};
use crate::page::Sheet;
use crate::page::asking::{self, Asks, Missing, required, white_cell};
use crate::page::form::Form;
use crate::page::paper::heading;
use crate::screen::board::option::planned_title;
use crate::screen::board::room::{due, news};
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_session::telling::due_words;

/// What a form is for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum What {
    /// A new inject on the plan.
    Plan,
    /// Something at once.
    Now,
    /// Another time for a planned one.
    AnotherTime(String),
    /// Keep a planned one back.
    HoldBack(String),
    /// Take a planned one off the plan.
    Skip(String),
    /// The reaction to one was seen.
    Reaction(String),
}

#[derive(Debug)]
struct Inject {
    what: What,
    form: Form,
}

/// A new inject on the plan.
pub fn plan(sitting: &Sitting, glance: &Glance<'_>) -> Sheet {
    let form = Form::new(draft_prefix(Seat::WhiteCell, "plan-inject"));
    let form = due::fields(news::fields(form, sitting, glance), sitting, glance).line(
        sitting,
        "expects",
        "Hoped for",
        "the reaction it should draw; may stay empty",
    );
    asking::sheet(Inject {
        what: What::Plan,
        form: form.at("title"),
    })
}

/// Something that nobody had planned, at once.
pub fn now(sitting: &Sitting, glance: &Glance<'_>) -> Sheet {
    let form = Form::new(draft_prefix(Seat::WhiteCell, "ad-hoc-inject"));
    asking::sheet(Inject {
        what: What::Now,
        form: news::fields(form, sitting, glance),
    })
}

/// Another time for a planned inject.
pub fn another_time(sitting: &Sitting, glance: &Glance<'_>, id: &str) -> Sheet {
    let form = Form::new(draft_prefix(Seat::WhiteCell, "reschedule-inject"));
    let form = due::fields(form, sitting, glance).line(sitting, "reason", "Why", "may stay empty");
    asking::sheet(Inject {
        what: What::AnotherTime(id.to_owned()),
        form,
    })
}

/// A planned inject is kept back.
pub fn hold_back(sitting: &Sitting, id: &str) -> Sheet {
    let form = Form::new(draft_prefix(Seat::WhiteCell, "hold-inject"));
    asking::sheet(Inject {
        what: What::HoldBack(id.to_owned()),
        form: form.line(sitting, "reason", "Why", "may stay empty"),
    })
}

/// A planned inject is taken off the plan.
pub fn skip(sitting: &Sitting, id: &str) -> Sheet {
    let form = Form::new(draft_prefix(Seat::WhiteCell, "skip-inject"));
    asking::sheet(Inject {
        what: What::Skip(id.to_owned()),
        form: form.line(sitting, "reason", "Why", "stays in the record"),
    })
}

/// The reaction to an inject was seen.
pub fn reaction(sitting: &Sitting, id: &str) -> Sheet {
    let form = Form::new(draft_prefix(Seat::WhiteCell, "reaction"));
    let hint = "what the teams said or did because of it";
    asking::sheet(Inject {
        what: What::Reaction(id.to_owned()),
        form: form.text(sitting, "text", "Seen", 3, hint),
    })
}

/// The first free name on the plan.
fn free_id(glance: &Glance<'_>) -> String {
    let plan = glance.view.room.plan.as_deref().unwrap_or_default();
    (1..=plan.len() + 1)
        .map(|number| format!("inject-{number}"))
        .find(|id| !plan.iter().any(|planned| planned.id == *id))
        .unwrap_or_default()
}

impl Asks for Inject {
    fn title(&self, sitting: &Sitting) -> String {
        let title =
            |id: &str| look(sitting).map_or_else(String::new, |glance| planned_title(&glance, id));
        match &self.what {
            What::Plan => "Plan an inject".to_owned(),
            What::Now => "An inject at once".to_owned(),
            What::AnotherTime(id) => format!("Another time: {}", title(id)),
            What::HoldBack(id) => format!("Hold back: {}", title(id)),
            What::Skip(id) => format!("Skip: {}", title(id)),
            What::Reaction(id) => format!("Reaction to: {}", title(id)),
        }
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn record(&self) -> &'static str {
        match self.what {
            What::Plan => "put on the plan",
            What::Now => "bring into play",
            _ => "put on the record",
        }
    }

    fn told(&self, sitting: &Sitting, width: u16) -> Vec<Line<'static>> {
        let Some(glance) = look(sitting) else {
            return Vec::new();
        };
        let mut told = Vec::new();
        if matches!(self.what, What::Plan | What::Now) {
            told = news::told(&self.form, &glance, width, &sitting.theme);
        }
        if matches!(self.what, What::Plan | What::AnotherTime(_))
            && let Ok(due) = due::read(&self.form, &glance)
        {
            let words = due_words(glance.place.deck(), &due);
            told.push(heading(&format!("Due {words}."), sitting.theme.dim));
        }
        told
    }

    fn followed(&mut self, sitting: &Sitting) {
        let Some(glance) = look(sitting) else {
            return;
        };
        if matches!(self.what, What::Plan | What::Now) {
            news::follow(&mut self.form, &glance);
        }
        if matches!(self.what, What::Plan | What::AnotherTime(_)) {
            due::follow(&mut self.form);
        }
    }

    fn effects(&self, sitting: &Sitting) -> Result<Vec<Effect>, Missing> {
        let Some(glance) = look(sitting) else {
            return Ok(Vec::new());
        };
        let form = &self.form;
        Ok(white_cell(match &self.what {
            What::Plan => Action::PlanInject {
                id: free_id(&glance),
                news: news::read(form, &glance)?,
                due: due::read(form, &glance)?,
                expects: form.given("expects"),
            },
            What::Now => Action::AdHocInject {
                news: news::read(form, &glance)?,
            },
            What::AnotherTime(id) => Action::RescheduleInject {
                id: id.clone(),
                due: due::read(form, &glance)?,
                reason: form.given("reason"),
            },
            What::HoldBack(id) => Action::HoldInject {
                id: id.clone(),
                reason: form.given("reason"),
            },
            What::Skip(id) => Action::SkipInject {
                id: id.clone(),
                reason: required(form, "reason", "Say why: the reason stays in the record.")?,
            },
            What::Reaction(id) => Action::Reaction {
                inject: id.clone(),
                text: required(form, "text", "Write what was seen, in a word or two.")?,
            },
        }))
    }
}
