//! Who holds a seat on the command line: people, a bot, nobody, or a program of somebody's own.

use std::time::Duration;

use clap::Args;

use super::parse;
use unequal_core::engine::holder::Holder;
use unequal_core::engine::seat::Seat;
use unequal_seat::{Attended, Command, Limits};

/// Who holds a seat, and the command where it is a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Who holds it, as the record has it.
    pub holder: Holder,
    /// The command that starts the program.
    pub command: Option<Command>,
}

impl Held {
    /// The words of an option for a seat of the sides: `people`, a bot, or a command with a `/` in it.
    pub(super) fn of_a_side(text: &str) -> Result<Self, String> {
        Self::read(text, parse::holder)
    }

    /// The words of the option for Europe's seat.
    pub(super) fn of_europe(text: &str) -> Result<Self, String> {
        Self::read(text, parse::europe)
    }

    fn read(text: &str, other: fn(&str) -> Result<Holder, String>) -> Result<Self, String> {
        match Command::read(text)? {
            Some(command) => Ok(Self {
                holder: Holder::Outside(command.name()),
                command: Some(command),
            }),
            None => Ok(Self {
                holder: other(text)?,
                command: None,
            }),
        }
    }

    /// Who holds the seat; without a choice, `usual`.
    pub fn or(held: Option<&Self>, usual: impl FnOnce() -> Holder) -> Holder {
        held.map_or_else(usual, |held| held.holder.clone())
    }
}

/// A command that starts a program, and nothing else.
pub(super) fn program(text: &str) -> Result<Command, String> {
    Command::read(text)?.ok_or_else(|| {
        "this names no program: a path has a `/` in it, as in ./bot.py; bots take seats by `hand-over`"
            .to_owned()
    })
}

/// The programs of a session that is resumed.
#[derive(Clone, Debug, Args)]
pub struct SeatArgs {
    /// The program that holds the patron's seat, where the record says that one does.
    #[arg(long, value_name = "PROGRAM", value_parser = program)]
    pub patron: Option<Command>,
    /// The program that holds the client's seat.
    #[arg(long, value_name = "PROGRAM", value_parser = program)]
    pub client: Option<Command>,
    /// The program that holds Europe's seat.
    #[arg(long, value_name = "PROGRAM", value_parser = program)]
    pub europe: Option<Command>,
}

impl SeatArgs {
    /// The commands of the seats that have one.
    pub fn commands(&self) -> Vec<(Seat, Command)> {
        let seats = Seat::PLAYING.into_iter();
        let commands = [&self.patron, &self.client, &self.europe];
        let both = seats.zip(commands);
        both.filter_map(|(seat, command)| Some((seat, command.clone()?)))
            .collect()
    }
}

/// What programs that hold seats are held to.
#[derive(Clone, Debug, Args)]
pub struct ProgramArgs {
    /// Seconds that a program has for each try at a turn.
    #[arg(long, value_name = "N", default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..=86400))]
    pub time_limit: u64,
    /// Tries that a program has at a turn, before somebody else takes its seat.
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub tries: u32,
    /// Who takes the seat of a program that fails; `people` leaves it to the white cell [default: the deck's
    /// usual bot, and on the screen `people`].
    #[arg(long, value_name = "people|BOT", value_parser = parse::holder)]
    pub stand_in: Option<Holder>,
}

impl ProgramArgs {
    /// The programs of these seats.
    pub fn attended(&self, commands: Vec<(Seat, Command)>, usual: Holder) -> Attended {
        let limits = Limits {
            time: Duration::from_secs(self.time_limit),
            tries: self.tries,
        };
        let stand_in = self.stand_in.clone().unwrap_or(usual);
        Attended::new(commands, limits, stand_in)
    }
}

/// The commands of seats that are held so.
pub(super) fn commands(seats: [(Seat, Option<&Held>); 3]) -> Vec<(Seat, Command)> {
    let held = seats.into_iter();
    held.filter_map(|(seat, held)| Some((seat, held?.command.clone()?)))
        .collect()
}
