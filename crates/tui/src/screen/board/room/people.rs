//! Who takes part, by name and seat: a list, and the form to enter several at once.

use ratatui::text::Line;

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::glance::{Glance, look};
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::asking::{self, Asks, Missing, required, white_cell};
use crate::page::form::Form;
use crate::page::listing::{self, Lists};
use crate::page::paper::wrapped;
use crate::page::{Sheet, Then};
use crate::screen::board::room::present::presence;
use crate::screen::board::room::rename;
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use crate::widget::option_list::OptionRow;
use crate::widget::prose::Piece;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_session::listed::{self, Listed};
use unequal_session::telling::count;

#[derive(Debug)]
struct People;

/// The list.
pub fn sheet() -> Sheet {
    listing::sheet(People, 0)
}

impl Lists for People {
    fn title(&self, glance: &Glance<'_>) -> String {
        let number = glance.view.room.participants.len();
        let entered = (number > 0).then(|| number.to_string());
        let title = Some("Who takes part".to_owned());
        let parts = [title, entered, presence(glance, &|_| None)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
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
                ..OptionRow::default()
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
        let words = match (given, glance.view.room.polls.len()) {
            (_, 0) => "No estimates were asked for yet.".to_owned(),
            (0, _) => "No estimate given yet.".to_owned(),
            (given, asked) => format!(
                "{given} of {} given.",
                count(asked, "estimate", "estimates")
            ),
        };
        vec![Piece::Aside(words)]
    }

    fn hints(&self, _glance: &Glance<'_>, place: Option<usize>) -> Vec<Hint> {
        let mut hints = vec![Command::Join.hint("enter people")];
        if place.is_some() {
            hints.extend([Command::Rename, Command::LeaveTable].map(Hint::from));
        }
        hints
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command, place: Option<usize>) -> Then {
        match command {
            Command::Join | Command::Confirm => Then::Open(join(sitting)),
            Command::LeaveTable | Command::Rename => {
                let glance = look(sitting);
                let one = glance.as_ref().and_then(|glance| {
                    let one = glance.view.room.participants.get(place?)?;
                    Some((glance, one))
                });
                match one {
                    Some((glance, one)) if command == Command::Rename => {
                        Then::Open(rename::person(glance, one))
                    }
                    Some((_, one)) => {
                        let name = one.name.clone();
                        Then::Do(white_cell(Action::Leave { name }))
                    }
                    None => {
                        sitting.say(Tone::Plain, "Nobody is entered yet.");
                        Then::Stay
                    }
                }
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
        .text(
            sitting,
            "names",
            "Names",
            6,
            "Anna, Bo, Chen; or a list, a line each, with the seat behind the name or without",
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

    fn told(&self, sitting: &Sitting, width: u16) -> Vec<Line<'static>> {
        let Some(glance) = look(sitting) else {
            return Vec::new();
        };
        let read: Vec<String> = self
            .listed(&glance)
            .into_iter()
            .map(|one| format!("{} · {}", one.name, glance.name(one.seat)))
            .collect();
        let words = match read.len() {
            0 => return Vec::new(),
            number => format!("{}: {}", count(number, "person", "people"), read.join(", ")),
        };
        wrapped(&words, usize::from(width), sitting.theme.dim)
    }

    fn effects(&self, sitting: &Sitting) -> Result<Vec<Effect>, Missing> {
        required(
            &self.form,
            "names",
            "Enter a name, or several: with commas, or a line each.",
        )?;
        let listed = look(sitting).map_or_else(Vec::new, |glance| self.listed(&glance));
        let join = |one: Listed| {
            white_cell(Action::Join {
                name: one.name,
                at: one.seat,
            })
        };
        Ok(listed.into_iter().flat_map(join).collect())
    }
}

impl Joining {
    /// Who is entered, as far as it is typed.
    fn listed(&self, glance: &Glance<'_>) -> Vec<Listed> {
        let seat = Seat::ALL[self.form.chosen("seat").min(Seat::ALL.len() - 1)];
        listed::of_deck(&self.form.typed("names"), seat, glance.place.deck())
    }
}
