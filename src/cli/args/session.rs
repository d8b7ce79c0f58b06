//! Options of the commands that play: `play`, `resume` and `run`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::Args;

use super::held::{Held, ProgramArgs, SeatArgs, commands};
use super::parse;
use unequal_core::engine::holder::Holder;
use unequal_core::engine::options::{AdjudicationMode, Announcement, Options};
use unequal_core::engine::seat::Seat;
use unequal_seat::{Attended, Command};

/// Options of `unequal play`.
#[derive(Debug, Args)]
pub struct PlayArgs {
    /// The deck: a file or the id of a shipped deck.
    #[arg(long, value_name = "DECK")]
    pub deck: Option<OsString>,
    /// The seed of all luck; without it a new one is drawn.
    #[arg(long, value_name = "SEED", value_parser = parse::seed, allow_negative_numbers = true)]
    pub seed: Option<u64>,
    /// Who holds the patron's seat.
    #[arg(long, value_name = "people|BOT|PROGRAM", value_parser = Held::of_a_side)]
    pub patron: Option<Held>,
    /// Who holds the client's seat.
    #[arg(long, value_name = "people|BOT|PROGRAM", value_parser = Held::of_a_side)]
    pub client: Option<Held>,
    /// Who holds Europe's seat [default: nobody].
    #[arg(long, value_name = "people|BOT|nobody|PROGRAM", value_parser = Held::of_europe)]
    pub europe: Option<Held>,
    /// Moves planned, instead of the deck's.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub moves: Option<u32>,
    /// The file to record to; it must not exist yet.
    #[arg(long, value_name = "FILE")]
    pub save: Option<PathBuf>,
    /// Both sides commit at the same time, then reveal.
    #[arg(long)]
    pub sealed: bool,
    /// Play and run the session line by line, without a screen: lines are only added, choices are numbered.
    #[arg(long)]
    pub text: bool,
    /// What programs are held to.
    #[command(flatten)]
    pub programs: ProgramArgs,
}

impl PlayArgs {
    /// The programs that hold seats; the white cell decides who takes the seat of one that fails.
    pub fn attended(&self) -> Attended {
        let seats = [
            (Seat::Patron, self.patron.as_ref()),
            (Seat::Client, self.client.as_ref()),
            (Seat::Europe, self.europe.as_ref()),
        ];
        self.programs.attended(commands(seats), Holder::Human)
    }
}

/// Options of `unequal resume`.
#[derive(Debug, Args)]
pub struct ResumeArgs {
    /// The session file.
    #[arg(value_name = "SAVE")]
    pub save: PathBuf,
    /// Go on without a screen, by the acts of a script; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    pub script: Option<PathBuf>,
    /// Go on line by line, without a screen.
    #[arg(long, conflicts_with_all = ["script", "json", "log"])]
    pub text: bool,
    /// The programs that hold seats.
    #[command(flatten)]
    pub seats: SeatArgs,
    /// What they are held to.
    #[command(flatten)]
    pub programs: ProgramArgs,
    /// What to print.
    #[command(flatten)]
    pub output: OutputArgs,
    /// Which time the record gets.
    #[command(flatten)]
    pub time: TimeArgs,
}

/// Options of `unequal host`.
#[derive(Debug, Args)]
pub struct HostArgs {
    /// The session file; with --deck, the file of a new session. Or a folder: every session in it, without a screen.
    #[arg(value_name = "SAVE")]
    pub save: PathBuf,
    /// Begin a session with this deck: a file or the id of a shipped one.
    #[arg(long, value_name = "DECK")]
    pub deck: Option<OsString>,
    /// The seed of all luck of a new session; without it a new one is drawn.
    #[arg(long, value_name = "SEED", requires = "deck", value_parser = parse::seed, allow_negative_numbers = true)]
    pub seed: Option<u64>,
    /// Who holds Europe's seat in a new session [default: nobody].
    #[arg(long, value_name = "people|BOT|nobody", requires = "deck", value_parser = Held::of_europe)]
    pub europe: Option<Held>,
    /// Moves planned in a new session, instead of the deck's.
    #[arg(long, value_name = "N", requires = "deck", value_parser = clap::value_parser!(u32).range(1..))]
    pub moves: Option<u32>,
    /// Let people in from other computers, by `ssh`, at one address of this one: 192.168.1.7; without a port, 2222.
    #[arg(long, value_name = "ADDRESS")]
    pub ssh: Option<String>,
    /// Both sides of a new session commit at the same time, then reveal.
    #[arg(long, requires = "deck")]
    pub sealed: bool,
    /// Open no screen: the white cell comes in as the others do, with `--seat white-cell`. Ctrl-C ends it.
    #[arg(long)]
    pub headless: bool,
    /// Serve the audience's page at this address of this machine, for the browsers of the room; port 8080 where none
    /// is named.
    #[arg(long, value_name = "ADDRESS")]
    pub page: Option<String>,
    /// What programs that come in are held to.
    #[command(flatten)]
    pub programs: ProgramArgs,
}

/// Options of `unequal seat`.
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of its own on the command line"
)]
pub struct SeatAtArgs {
    /// The session file that is hosted; without a seat, a folder of them, too.
    #[arg(value_name = "SAVE")]
    pub save: PathBuf,
    /// The seat; without it, who sits where is listed, and how to sit down.
    #[arg(long, value_name = "SEAT", value_parser = parse::seats(), required_if_eq_any = [("text", "true"), ("json", "true"), ("look_on", "true"), ("take_over", "true")])]
    pub seat: Option<Seat>,
    /// Your name: the record keeps it with what you do.
    #[arg(long, value_name = "NAME", default_value = "")]
    pub name: String,
    /// Play line by line: lines are only added, choices are numbered.
    #[arg(long, conflicts_with_all = ["json", "program"])]
    pub text: bool,
    /// Speak the seat protocol on standard input and output.
    #[arg(long, conflicts_with = "program")]
    pub json: bool,
    /// Let a program hold the seat: a command with a `/` in it.
    #[arg(long, value_name = "PROGRAM", value_parser = super::held::program)]
    pub program: Option<Command>,
    /// Look on where somebody has the seat, and do nothing.
    #[arg(long, conflicts_with = "take_over")]
    pub look_on: bool,
    /// Where somebody has the seat, ask the white cell for leave to take it over.
    #[arg(long)]
    pub take_over: bool,
}

/// Options of `unequal run`.
#[derive(Debug, Args)]
pub struct RunArgs {
    /// The deck: a file, the id of a shipped deck, or `-` for standard input.
    #[arg(long, value_name = "DECK")]
    pub deck: OsString,
    /// The seed of all luck.
    #[arg(long, value_name = "SEED", value_parser = parse::seed, allow_negative_numbers = true)]
    pub seed: u64,
    /// Acts as JSON Lines; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    pub script: Option<PathBuf>,
    /// Who makes the patron's acts that are not in the script [default: logit].
    #[arg(long, value_name = "people|BOT|PROGRAM", value_parser = Held::of_a_side)]
    pub patron: Option<Held>,
    /// Who makes the client's acts that are not in the script [default: logit].
    #[arg(long, value_name = "people|BOT|PROGRAM", value_parser = Held::of_a_side)]
    pub client: Option<Held>,
    /// Who makes Europe's acts that are not in the script [default: nobody].
    #[arg(long, value_name = "people|BOT|nobody|PROGRAM", value_parser = Held::of_europe)]
    pub europe: Option<Held>,
    /// The file to record to; it must not exist yet. Without it nothing is recorded.
    #[arg(long, value_name = "FILE")]
    pub save: Option<PathBuf>,
    /// The session's name in the record.
    #[arg(long, value_name = "NAME", value_parser = parse::session_name)]
    pub name: Option<String>,
    /// Moves planned, instead of the deck's.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub moves: Option<u32>,
    /// How far the hidden last move may lie from the plan, instead of the deck's.
    #[arg(long, value_name = "N")]
    pub spread: Option<u32>,
    /// Demands a move at most, instead of the deck's.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub demands: Option<u32>,
    /// Both sides commit at the same time, then reveal.
    #[arg(long)]
    pub sealed: bool,
    /// All demands of a move are announced together, then answered, then resolved.
    #[arg(long, conflicts_with = "sealed")]
    pub together: bool,
    /// Who makes rulings.
    #[arg(long, value_name = "MODE", value_parser = parse::adjudication(), default_value_t)]
    pub adjudication: AdjudicationMode,
    /// What programs are held to.
    #[command(flatten)]
    pub programs: ProgramArgs,
    /// What to print.
    #[command(flatten)]
    pub output: OutputArgs,
    /// Which time the record gets.
    #[command(flatten)]
    pub time: TimeArgs,
}

/// What a headless session prints.
#[derive(Clone, Copy, Debug, Args)]
pub struct OutputArgs {
    /// Print the canonical log, one line a move, instead of sentences.
    #[arg(long)]
    pub log: bool,
    /// Print one JSON object an entry, with the state after it (JSON Lines).
    #[arg(long, conflicts_with = "log")]
    pub json: bool,
    /// Read a line of the script only when somebody is due for whom nobody else acts, the white cell too, and
    /// say so before; a line that cannot be taken is told, and the next one is read.
    #[arg(long, requires = "script")]
    pub live: bool,
    /// Whose knowledge to print, entry by entry [default: white-cell].
    #[arg(long, value_name = "SEAT", value_parser = parse::seats(), conflicts_with = "log")]
    pub seat: Option<Seat>,
}

/// Which time the record gets.
#[derive(Clone, Debug, Args)]
pub struct TimeArgs {
    /// The time that every entry is stamped with, instead of the clock's; also `UNEQUAL_NOW`.
    #[arg(long, value_name = "TIME", value_parser = parse::stamp)]
    pub now: Option<String>,
}

impl RunArgs {
    /// The programs that hold seats; `usual` takes the seat of one that fails.
    pub fn attended(&self, usual: Holder) -> Attended {
        let seats = [
            (Seat::Patron, self.patron.as_ref()),
            (Seat::Client, self.client.as_ref()),
            (Seat::Europe, self.europe.as_ref()),
        ];
        self.programs.attended(commands(seats), usual)
    }

    /// How the session is played.
    pub fn options(&self) -> Options {
        Options {
            europe: self
                .europe
                .as_ref()
                .is_some_and(|held| held.holder != Holder::Nobody),
            sealed: self.sealed,
            announcement: if self.together {
                Announcement::Together
            } else {
                Announcement::InTurn
            },
            adjudication: self.adjudication,
        }
    }
}
