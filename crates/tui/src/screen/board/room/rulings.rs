//! Rulings to look at again, and how rulings are made: the white cell's memory of what it settled for the moment.

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::glance::{Glance, lines, look};
use crate::keymap::Layer;
use crate::page::asking::{self, Asks, Missing, required, white_cell};
use crate::page::form::Form;
use crate::page::listing::{self, Lists};
use crate::page::paper::heading;
use crate::page::{Sheet, Then};
use crate::screen::board::on_table;
use crate::screen::board::room::hand_over;
use crate::screen::board::room::parts::mode_words;
use crate::screen::board::sheet::ruling::RulingSheet;
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use crate::widget::option_list::OptionRow;
use crate::widget::prose::Piece;
use unequal_core::engine::action::Action;
use unequal_core::engine::room::argument::Provisional;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::view::Exchange;
use unequal_session::sight::Seen;

#[derive(Debug)]
struct Rulings;

/// The list.
pub fn sheet() -> Sheet {
    listing::sheet(Rulings, 0)
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    /// The exchange that waits for its ruling.
    Open,
    /// One ruled on for the moment.
    Provisional(Provisional),
}

fn all(glance: &Glance<'_>) -> Vec<Line> {
    let open = glance.view.open_contest().map(|_| Line::Open);
    let provisional = glance.view.room.provisional.iter().copied();
    open.into_iter()
        .chain(provisional.map(Line::Provisional))
        .collect()
}

/// The rulings in a line: `1 to look at again`.
pub fn summary(glance: &Glance<'_>) -> (String, bool) {
    let number = glance.view.room.provisional.len();
    let mode = mode_words(glance.view.options.adjudication);
    match number {
        0 => (mode.to_owned(), false),
        number => (format!("{number} to look at again · {mode}"), true),
    }
}

/// The entry that ruled on an exchange for the moment, with what came of it.
fn ruled(glance: &Glance<'_>, what: Provisional) -> Option<(Seen, Exchange)> {
    let rulings = glance.place.rulings()?;
    let ruling = rulings
        .iter()
        .find(|ruling| (ruling.move_number, ruling.place) == (what.move_number, what.place))?;
    let seen = glance.place.entry(ruling.entry)?;
    let exchange = *seen.resolved()?;
    Some((seen, exchange))
}

impl Lists for Rulings {
    fn title(&self, glance: &Glance<'_>) -> String {
        format!("Rulings · {}", summary(glance).0)
    }

    fn layer(&self) -> Layer {
        Layer::Rulings
    }

    fn rows(&self, glance: &Glance<'_>) -> Vec<OptionRow> {
        let row = |name: String, note: String| OptionRow {
            name,
            note,
            open: true,
            ..OptionRow::default()
        };
        all(glance)
            .into_iter()
            .map(|line| match line {
                Line::Open => {
                    let title = glance
                        .view
                        .open_contest()
                        .map_or_else(String::new, |open| lines::card(glance, open.0.card));
                    row(title, "to be ruled on now".to_owned())
                }
                Line::Provisional(what) => {
                    let title = ruled(glance, what).map_or_else(String::new, |(_, exchange)| {
                        lines::card(glance, exchange.demand.card)
                    });
                    row(title, format!("ruled for now in move {}", what.move_number))
                }
            })
            .collect()
    }

    fn empty(&self) -> &'static str {
        "No ruling waits. At the ruling desk, p accepts a result for now and puts it here, to be looked at \
         again when there is time. m changes how rulings are made."
    }

    fn pieces(&self, glance: &Glance<'_>, sitting: &Sitting, place: usize) -> Vec<Piece> {
        match all(glance).get(place) {
            Some(Line::Provisional(what)) => match ruled(glance, *what) {
                Some((seen, exchange)) => {
                    let mut pieces = on_table::exchange(glance, &exchange, &sitting.theme);
                    pieces.push(Piece::Gap);
                    pieces.push(Piece::Aside(format!(
                        "entry {} · {}",
                        seen.number, seen.sentence
                    )));
                    pieces
                }
                None => Vec::new(),
            },
            Some(Line::Open) => on_table::pieces(glance, &sitting.theme),
            None => Vec::new(),
        }
    }

    fn hints(&self, glance: &Glance<'_>, place: Option<usize>) -> Vec<Hint> {
        let mut hints = Vec::new();
        match place.and_then(|place| all(glance).get(place).copied()) {
            Some(Line::Open) => hints.push(Command::Confirm.hint("rule")),
            Some(Line::Provisional(_)) => hints.push(Command::Confirm.hint("settle")),
            None => {}
        }
        hints.push(Command::RuleHow.into());
        hints
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command, place: Option<usize>) -> Then {
        let Some(glance) = look(sitting) else {
            return Then::Close;
        };
        let line = place.and_then(|place| all(&glance).get(place).copied());
        match (command, line) {
            (Command::RuleHow, _) => Then::Open(hand_over::mode_sheet(sitting)),
            (Command::Confirm, Some(Line::Open)) => {
                Then::Open(Sheet::new(RulingSheet::new(sitting)))
            }
            (Command::Confirm, Some(Line::Provisional(what))) => Then::Open(settle(sitting, what)),
            _ => Then::Stay,
        }
    }
}

#[derive(Debug)]
struct Settling {
    what: Provisional,
    form: Form,
}

fn settle(sitting: &Sitting, what: Provisional) -> Sheet {
    let form = Form::new(draft_prefix(Seat::WhiteCell, "settle"));
    asking::sheet(Settling {
        what,
        form: form.text(
            sitting,
            "reason",
            "It came to",
            3,
            "it stands, or what was changed and why",
        ),
    })
}

impl Asks for Settling {
    fn title(&self, _app: &Sitting) -> String {
        format!("Settle the ruling of move {}", self.what.move_number)
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn told(&self, sitting: &Sitting, _width: u16) -> Vec<ratatui::text::Line<'static>> {
        vec![heading(
            "A gauge that should stand otherwise is changed on the board with g.",
            sitting.theme.dim,
        )]
    }

    fn effects(&self, _app: &Sitting) -> Result<Vec<Effect>, Missing> {
        Ok(white_cell(Action::Settle {
            move_number: self.what.move_number,
            place: self.what.place,
            reason: required(
                &self.form,
                "reason",
                "Say what it came to: it stays in the record.",
            )?,
        }))
    }
}
