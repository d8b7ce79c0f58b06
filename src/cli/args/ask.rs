//! Options of `unequal ask`.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, ValueEnum};

use super::parse;
use unequal_core::engine::seat::Seat;
use unequal_seat::{Command, Limits};
use unequal_session::asked::Names;

/// Options of `unequal ask`.
#[derive(Debug, Args)]
pub struct AskArgs {
    /// The session file. It is only read; what is found lies in SAVE.asked.json beside it.
    #[arg(value_name = "SAVE")]
    pub save: PathBuf,
    /// The seat before whose decisions players are put.
    #[arg(long, value_name = "SEAT", value_parser = parse::playing())]
    pub seat: Seat,
    /// Who is asked: a bot of the deck, or a command with a `/` in it. May be given several times [default:
    /// every bot that can sit there].
    #[arg(long, value_name = "BOT|PROGRAM", value_parser = player)]
    pub player: Vec<AskedPlayer>,
    /// How often each player is asked at each decision.
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub times: u32,
    /// The names that programs read: the deck's, or those of the two sides exchanged.
    #[arg(long, value_enum, default_value_t = NamesRead::AsWritten)]
    pub names: NamesRead,
    /// The seed of whatever chance players use.
    #[arg(long, value_name = "SEED", default_value_t = 1, value_parser = parse::seed, allow_negative_numbers = true)]
    pub seed: u64,
    /// Seconds that a program has for each try at a decision.
    #[arg(long, value_name = "N", default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..=86400))]
    pub time_limit: u64,
    /// Tries that a program has at a decision.
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub tries: u32,
    /// Print one JSON document.
    #[arg(long)]
    pub json: bool,
}

impl AskArgs {
    /// What a program is held to.
    pub const fn limits(&self) -> Limits {
        Limits {
            time: Duration::from_secs(self.time_limit),
            tries: self.tries,
        }
    }
}

/// The names that programs read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum NamesRead {
    /// As the deck has them.
    AsWritten,
    /// With the names of the two sides exchanged.
    Swapped,
}

impl From<NamesRead> for Names {
    fn from(names: NamesRead) -> Self {
        match names {
            NamesRead::AsWritten => Self::AsWritten,
            NamesRead::Swapped => Self::Swapped,
        }
    }
}

/// Who is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AskedPlayer {
    /// A bot of the deck, by its name.
    Bot(String),
    /// A program.
    Program(Command),
}

fn player(text: &str) -> Result<AskedPlayer, String> {
    if let Some(command) = Command::read(text)? {
        return Ok(AskedPlayer::Program(command));
    }
    match text.strip_prefix("bot:").unwrap_or(text) {
        "" | "people" | "human" | "nobody" => {
            Err("name a bot of the deck, or a program by its path".to_owned())
        }
        name => Ok(AskedPlayer::Bot(name.to_owned())),
    }
}
