//! Who takes part, by name and seat: a list, and the form to enter several at once.

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::glance::{Glance, look};
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::asking::{self, Asks, Missing, required, white_cell};
use crate::page::form::Form;
use crate::page::listing::{self, Lists};
use crate::page::{Sheet, Then};
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use crate::widget::option_list::OptionRow;
use crate::widget::prose::Piece;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;

#[derive(Debug)]
struct People;

/// The list.
pub fn sheet() -> Sheet {
    listing::sheet(People, 0)
}

impl Lists for People {
    fn title(&self, glance: &Glance<'_>) -> String {
        match glance.view.room.participants.len() {
            0 => "Who takes part".to_owned(),
            number => format!("Who takes part · {number}"),
        }
    }

    fn layer(&self) -> Layer {
        Layer::People
    }

    fn rows(&self, glance: &Glance<'_>) -> Vec<OptionRow> {
        let participants = &glance.view.room.participants;
        participants
            .iter()
            .map(|one| OptionRow {
                name: unequal_core::deck::plain(&one.name),
                note: glance.name(one.seat).to_owned(),
                open: true,
            })
            .collect()
    }

    fn empty(&self) -> &'static str {
        "Nobody is entered yet. n enters who takes part: names or roles, as you prefer."
    }

    fn pieces(&self, glance: &Glance<'_>, _app: &Sitting, place: usize) -> Vec<Piece> {
        let Some(one) = glance.view.room.participants.get(place) else {
            return Vec::new();
        };
        let given = glance
            .view
            .room
            .polls
            .iter()
            .filter(|poll| poll.answered.contains(&one.name))
            .count();
        vec![Piece::Aside(format!(
            "{} estimates given of {} asked.",
            given,
            glance.view.room.polls.len()
        ))]
    }

    fn hints(&self, _glance: &Glance<'_>, place: Option<usize>) -> Vec<Hint> {
        let mut hints = vec![Command::Join.hint("enter people")];
        if place.is_some() {
            hints.push(Command::LeaveTable.into());
        }
        hints
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command, place: Option<usize>) -> Then {
        match command {
            Command::Join | Command::Confirm => Then::Open(join(sitting)),
            Command::LeaveTable => {
                let name = look(sitting).and_then(|glance| {
                    let one = glance.view.room.participants.get(place?)?;
                    Some(one.name.clone())
                });
                if let Some(name) = name {
                    return Then::Do(white_cell(Action::Leave { name }));
                }
                sitting.say(Tone::Plain, "Nobody is entered yet.");
                Then::Stay
            }
            _ => Then::Stay,
        }
    }
}

#[derive(Debug)]
struct Joining {
    form: Form,
}

fn join(sitting: &Sitting) -> Sheet {
    let names = look(sitting).map_or_else(Vec::new, |glance| {
        Seat::ALL
            .into_iter()
            .map(|seat| glance.name(seat).to_owned())
            .collect()
    });
    let form = Form::new(draft_prefix(Seat::WhiteCell, "join"))
        .line(
            sitting,
            "names",
            "Names",
            "Anna, Bo, Chen: parted by commas",
        )
        .choice("seat", "Seat", names, 0);
    asking::sheet(Joining { form })
}

impl Asks for Joining {
    fn title(&self, _app: &Sitting) -> String {
        "Enter who takes part".to_owned()
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn effects(&self, _app: &Sitting) -> Result<Vec<Effect>, Missing> {
        let names = required(&self.form, "names", "Enter a name, or several with commas.")?;
        let at = Seat::ALL[self.form.chosen("seat").min(Seat::ALL.len() - 1)];
        Ok(names
            .split([',', '，', ';'])
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .flat_map(|name| {
                white_cell(Action::Join {
                    name: name.to_owned(),
                    at,
                })
            })
            .collect())
    }
}
