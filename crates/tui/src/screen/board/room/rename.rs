//! Puts a name right: of a participant, or of the session.

use ratatui::text::Line;

use crate::effect::Effect;
use crate::page::Sheet;
use crate::page::asking::{self, Asks, Missing, required, white_cell};
use crate::page::form::Form;
use crate::page::paper::wrapped;
use crate::sitting::Sitting;
use unequal_core::engine::action::Action;
use unequal_core::engine::limits::LONGEST_NAME;

/// Whose name it is.
#[derive(Debug)]
enum Of {
    Person(String),
    Session,
}

#[derive(Debug)]
struct Rename {
    of: Of,
    form: Form,
}

/// The sheet for a participant.
pub fn person(name: String) -> Sheet {
    let form = form(&name);
    let of = Of::Person(name);
    asking::sheet(Rename { of, form })
}

/// The sheet for the session.
pub fn session(name: &str) -> Sheet {
    let (of, form) = (Of::Session, form(name));
    asking::sheet(Rename { of, form })
}

fn form(name: &str) -> Form {
    Form::new(String::new()).named("name", "Name", LONGEST_NAME, name, "as it should read")
}

impl Asks for Rename {
    fn title(&self, _sitting: &Sitting) -> String {
        match &self.of {
            Of::Person(name) => format!("Put the name of {name} right"),
            Of::Session => "What the session is called".to_owned(),
        }
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn told(&self, sitting: &Sitting, width: u16) -> Vec<Line<'static>> {
        let words = match self.of {
            Of::Person(_) => {
                "What this person has said and estimated goes with the name. The record keeps both."
            }
            Of::Session => "Screens and reports call it so from now on. Its file keeps its name.",
        };
        wrapped(words, usize::from(width), sitting.theme.dim)
    }

    fn effects(&self, _sitting: &Sitting) -> Result<Vec<Effect>, Missing> {
        let to = required(&self.form, "name", "Write the name as it should read.")?;
        Ok(white_cell(match &self.of {
            Of::Person(name) => Action::Rename {
                name: name.clone(),
                to,
            },
            Of::Session => Action::RenameSession { name: to },
        }))
    }
}
