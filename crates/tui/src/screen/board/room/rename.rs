//! Puts a name right, of a participant or of the session, and the seat of a participant.

use ratatui::text::Line;

use crate::effect::Effect;
use crate::glance::Glance;
use crate::page::Sheet;
use crate::page::asking::{self, Asks, Missing, required, white_cell};
use crate::page::form::Form;
use crate::page::paper::wrapped;
use crate::sitting::Sitting;
use unequal_core::deck::plain;
use unequal_core::engine::action::Action;
use unequal_core::engine::limits::LONGEST_NAME;
use unequal_core::engine::room::people::Participant;
use unequal_core::engine::seat::Seat;

/// Whose name it is.
#[derive(Debug)]
enum Of {
    Person(Participant),
    Session,
}

#[derive(Debug)]
struct Rename {
    of: Of,
    form: Form,
}

/// The sheet for a participant.
pub fn person(glance: &Glance<'_>, one: &Participant) -> Sheet {
    let seats = Seat::ALL.map(|seat| glance.name(seat).to_owned());
    let at = Seat::ALL.iter().position(|seat| *seat == one.seat);
    // Most often it is the name alone: Enter puts it right at once.
    let form = form(&one.name).choice("seat", "Seat", seats.into(), at.unwrap_or(0));
    let form = form.at_once();
    let of = Of::Person(one.clone());
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

/// What puts the name of somebody right, and where they sit: they leave, and sit down elsewhere.
fn put_right(one: &Participant, to: &str, seat: Seat) -> Vec<Effect> {
    let rename = (one.name != to).then(|| Action::Rename {
        name: one.name.clone(),
        to: to.to_owned(),
    });
    let moves = (one.seat != seat).then(|| {
        let name = to.to_owned();
        let leave = Action::Leave { name: name.clone() };
        [leave, Action::Join { name, at: seat }]
    });
    let acts = rename.into_iter().chain(moves.into_iter().flatten());
    acts.flat_map(white_cell).collect()
}

impl Asks for Rename {
    fn title(&self, _sitting: &Sitting) -> String {
        match &self.of {
            Of::Person(one) => format!("Put right who {} is", plain(&one.name)),
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
                "What this person has said and estimated goes with the name, whatever the seat. The record keeps both."
            }
            Of::Session => "Screens and reports call it so from now on. Its file keeps its name.",
        };
        wrapped(words, usize::from(width), sitting.theme.dim)
    }

    fn effects(&self, _sitting: &Sitting) -> Result<Vec<Effect>, Missing> {
        let to = required(&self.form, "name", "Write the name as it should read.")?;
        match &self.of {
            Of::Session => Ok(white_cell(Action::RenameSession { name: to })),
            Of::Person(one) => {
                let seat = Seat::ALL[self.form.chosen("seat").min(Seat::ALL.len() - 1)];
                let effects = put_right(one, &to, seat);
                if effects.is_empty() {
                    let words = "Name and seat are as before. Esc goes back.";
                    return Err(("name", words.to_owned()));
                }
                Ok(effects)
            }
        }
    }
}
