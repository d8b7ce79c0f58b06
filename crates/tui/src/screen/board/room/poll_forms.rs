//! Forms for estimates: ask with or without a template, enter a list from slips of paper, say what came true.

use crate::effect::Effect;
use crate::glance::{Glance, look};
use crate::page::Sheet;
use crate::page::asking::{self, Asks, Missing, required, white_cell};
use crate::page::form::Form;
use crate::page::paper::wrapped;
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_session::telling::NAMELESS;

#[derive(Debug)]
struct Asking {
    templates: Vec<(String, String)>,
    form: Form,
}

/// Questions that fit most sessions, each with what decides it.
fn templates(glance: &Glance<'_>) -> Vec<(String, String)> {
    let text = glance.text();
    let (patron, client) = (&text.patron, &text.client);
    let number = (glance.view.move_number + 2).min(glance.view.moves_planned.max(1));
    [
        (
            format!("Will the partnership be in crisis by the end of move {number}?"),
            "the word beside stability on the board".to_owned(),
        ),
        (
            format!("Will stability be 50 or more at the end of move {number}?"),
            "the number on the board once that move is closed".to_owned(),
        ),
        (
            format!("Will {client} accept {patron}’s next demand, in full or in part?"),
            "the response on the record".to_owned(),
        ),
        (
            format!("Will a red line be crossed by the end of move {number}?"),
            "the record says so".to_owned(),
        ),
        (
            format!("Will {client} refuse at least once by the end of move {number}?"),
            "the responses on the record".to_owned(),
        ),
    ]
    .into()
}

/// Ask for estimates.
pub fn ask(sitting: &Sitting, glance: &Glance<'_>) -> Sheet {
    let templates = templates(glance);
    let mut names = vec!["none: written here".to_owned()];
    names.extend(templates.iter().map(|(question, _)| question.clone()));
    let hint = "Will …? Something that will have happened or not";
    let form = Form::new(draft_prefix(Seat::WhiteCell, "ask-estimate"))
        .choice("template", "Template", names, 0)
        .line(sitting, "question", "Question", hint)
        .line(
            sitting,
            "resolution",
            "Decided by",
            "what will show it, and when",
        )
        .at("question");
    asking::sheet(Asking { templates, form })
}

impl Asks for Asking {
    fn title(&self, _app: &Sitting) -> String {
        "Ask for estimates".to_owned()
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn changed(&mut self, _app: &Sitting, key: &'static str) {
        if key == "template"
            && let Some(place) = self.form.chosen("template").checked_sub(1)
            && let Some((question, resolution)) = self.templates.get(place)
        {
            self.form.set("question", question);
            self.form.set("resolution", resolution);
        }
    }

    fn effects(&self, sitting: &Sitting) -> Result<Vec<Effect>, Missing> {
        let asked = look(sitting).map_or_else(Vec::new, |glance| glance.view.room.polls.clone());
        let id = (1..=asked.len() + 1)
            .map(|number| format!("estimate-{number}"))
            .find(|id| !asked.iter().any(|poll| poll.id == *id))
            .unwrap_or_default();
        Ok(white_cell(Action::AskEstimate {
            id,
            question: required(&self.form, "question", "Write the question first.")?,
            resolution: required(
                &self.form,
                "resolution",
                "Say what will decide it: without that nobody can be right or wrong.",
            )?,
        }))
    }
}

#[derive(Debug)]
struct AsList {
    id: String,
    form: Form,
}

/// Estimates from slips of paper, a line each.
pub fn as_list(sitting: &Sitting, id: &str) -> Sheet {
    let form = Form::new(draft_prefix(Seat::WhiteCell, "estimate"));
    asking::sheet(AsList {
        id: id.to_owned(),
        form: form.text(sitting, "list", "Estimates", 8, "Anna 70"),
    })
}

/// The name and the number of a line.
fn parsed(line: &str) -> Option<(String, u8)> {
    let line = line.trim().trim_end_matches('%').trim_end();
    let (name, number) = line.rsplit_once([' ', '\t', ':', ','])?;
    let name = name.trim().trim_end_matches([':', ',']).trim();
    let percent = number.parse().ok().filter(|percent| *percent <= 100)?;
    (!name.is_empty()).then(|| (name.to_owned(), percent))
}

impl Asks for AsList {
    fn title(&self, _app: &Sitting) -> String {
        "Estimates from slips of paper".to_owned()
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn told(&self, sitting: &Sitting, width: u16) -> Vec<ratatui::text::Line<'static>> {
        let words = "A line each: the name, then a number from 0 to 100. You see these numbers; the room does not.";
        wrapped(words, usize::from(width), sitting.theme.dim)
    }

    fn effects(&self, sitting: &Sitting) -> Result<Vec<Effect>, Missing> {
        let list = required(&self.form, "list", "A line each: Anna 70")?;
        let mut effects = Vec::new();
        for line in list.lines().filter(|line| !line.trim().is_empty()) {
            let Some((name, percent)) = parsed(line) else {
                let words = format!("“{}”: a name, then a number from 0 to 100.", line.trim());
                return Err(("list", words));
            };
            effects.push(estimate(sitting, &self.id, &name, percent));
        }
        Ok(effects)
    }
}

/// Somebody's estimate, given from their own seat where they have one.
pub fn estimate(sitting: &Sitting, id: &str, name: &str, percent: u8) -> Effect {
    let seat = look(sitting).and_then(|glance| {
        let participants = &glance.view.room.participants;
        let one = participants.iter().find(|one| one.name == name)?;
        Some(one.seat)
    });
    Effect::SubmitAs {
        seat: seat.unwrap_or(Seat::WhiteCell),
        by: NAMELESS.to_owned(),
        action: Action::Estimate {
            id: id.to_owned(),
            name: name.to_owned(),
            percent,
        },
    }
}

#[derive(Debug)]
struct Resolving {
    id: String,
    form: Form,
}

/// What came true.
pub fn resolve(sitting: &Sitting, id: &str) -> Sheet {
    let outcomes = vec!["it happened".to_owned(), "it did not happen".to_owned()];
    let form = Form::new(draft_prefix(Seat::WhiteCell, "resolve-estimate"))
        .choice("happened", "Outcome", outcomes, 0)
        .line(sitting, "reason", "On what grounds", "may stay empty");
    asking::sheet(Resolving {
        id: id.to_owned(),
        form,
    })
}

impl Asks for Resolving {
    fn title(&self, _app: &Sitting) -> String {
        "What came true".to_owned()
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn effects(&self, _app: &Sitting) -> Result<Vec<Effect>, Missing> {
        Ok(white_cell(Action::ResolveEstimate {
            id: self.id.clone(),
            happened: self.form.chosen("happened") == 0,
            reason: self.form.given("reason"),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::parsed;

    #[test]
    fn a_line_is_a_name_and_a_number() {
        assert_eq!(parsed("Anna 70"), Some(("Anna".to_owned(), 70)));
        assert_eq!(parsed(" Bo Berg: 5 % "), Some(("Bo Berg".to_owned(), 5)));
        assert_eq!(parsed("陈, 100"), Some(("陈".to_owned(), 100)));
        assert_eq!(parsed("Anna 101"), None);
        assert_eq!(parsed("70"), None);
        assert_eq!(parsed(" : 70"), None);
    }
}
