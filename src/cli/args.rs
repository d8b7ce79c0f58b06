//! The command line as clap reads it: commands, options, and the examples that every help ends with.

mod after;
mod annotate;
mod ask;
mod deck;
mod examples;
mod held;
mod look;
mod parse;
mod print;
mod schema;
mod session;
mod study;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use unequal_core::bot::EuropeBot;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;

pub use after::{BranchArgs, CompareArgs, CopyArgs, ReportArgs, ReportFormat, SealArgs};
pub use annotate::{AnnotateArgs, AnnotateCommand};
pub use ask::{AskArgs, AskedPlayer, NamesRead};
pub use deck::{
    Claims, DeckArgs, DeckBalance, DeckCheck, DeckClaims, DeckCommand, DeckDiff, DeckNew,
    DeckRehearse, DeckShow, DeckSources,
};
pub use held::{Held, ProgramArgs, SeatArgs};
pub use look::LookArgs;
pub use parse::From;
pub(in crate::cli) use parse::stamp;
pub use print::{CloseArgs, PrintArgs};
pub use schema::{SchemaArgs, SchemaKind};
pub use session::{HostArgs, OutputArgs, PlayArgs, ResumeArgs, RunArgs, SeatAtArgs, TimeArgs};
pub use study::{MergeArgs, Method, SensitivityArgs};

/// Run, replay and study wargaming sessions about an unequal partnership.
///
/// One side tables demands, the other answers them and may offer things of its own accord, Europe
/// acts a little, and everybody watches how stable the partnership remains. Without a command, the
/// home screen opens.
#[derive(Debug, Parser)]
#[command(
    name = "unequal",
    version = env!("UNEQUAL_VERSION"),
    after_help = examples::ROOT,
    max_term_width = 100,
    disable_help_subcommand = true
)]
pub struct Cli {
    /// What to do; nothing opens the home screen.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// How the screen looks.
    #[command(flatten)]
    pub look: LookArgs,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Set up and run a session at this terminal.
    #[command(after_help = examples::PLAY)]
    Play(PlayArgs),
    /// Go on with a session exactly where it stopped.
    #[command(after_help = examples::RESUME)]
    Resume(ResumeArgs),
    /// Run a session whose seats are held from other terminals.
    #[command(after_help = examples::HOST)]
    Host(HostArgs),
    /// Sit down at a seat of a session that is hosted.
    #[command(after_help = examples::SEAT)]
    Seat(SeatAtArgs),
    /// Run a session without a screen: acts from a script, the rest by bots.
    #[command(after_help = examples::RUN)]
    Run(RunArgs),
    /// Step through a session, as one seat could know it.
    #[command(after_help = examples::REPLAY)]
    Replay(ReplayArgs),
    /// The projector: a public view that follows a session while it is played elsewhere.
    #[command(after_help = examples::WATCH)]
    Watch(WatchArgs),
    /// Write the after-action report of a session, or the picture of several.
    #[command(after_help = examples::REPORT)]
    Report(ReportArgs),
    /// Print papers as HTML for A4: cards, briefings, rules, crib sheet, name signs, slips.
    #[command(after_help = examples::PRINT)]
    Print(PrintArgs),
    /// Write what a session leaves once it is over: reports, copies a seat, a bundle.
    #[command(after_help = examples::CLOSE)]
    Close(CloseArgs),
    /// Put players before every recorded decision of a seat, with what it knew then.
    #[command(after_help = examples::ASK)]
    Ask(AskArgs),
    /// Start another line of play from any entry, in a file of its own.
    #[command(after_help = examples::BRANCH)]
    Branch(BranchArgs),
    /// Write what one seat may know by now to a file for its team.
    #[command(after_help = examples::COPY)]
    Copy(CopyArgs),
    /// Sign a record for a seat, with an SSH key.
    #[command(after_help = examples::SEAL)]
    Seal(SealArgs),
    /// Hold lines of play or whole sessions against one another.
    #[command(after_help = examples::COMPARE)]
    Compare(CompareArgs),
    /// Put together what several people wrote beside their copies of a session.
    #[command(after_help = examples::ANNOTATE)]
    Annotate(AnnotateArgs),
    /// Check records: chain, replay, stored against recomputed, signatures.
    #[command(after_help = examples::VERIFY)]
    Verify(VerifyArgs),
    /// List, read, check, compare and start decks.
    #[command(after_help = examples::DECK)]
    Deck(DeckArgs),
    /// Play many sessions of two bots and count what happens.
    #[command(after_help = examples::SIMULATE)]
    Simulate(SimulateArgs),
    /// Add up the parts of an ensemble that were played apart.
    #[command(after_help = examples::MERGE)]
    Merge(MergeArgs),
    /// Move a deck's numbers and see which decide what happens, and which decide nothing.
    #[command(after_help = examples::SENSITIVITY)]
    Sensitivity(SensitivityArgs),
    /// Print the JSON Schema of what this program writes and reads.
    #[command(after_help = examples::SCHEMA)]
    Schema(SchemaArgs),
    /// Print a completion script for a shell.
    #[command(after_help = examples::COMPLETIONS)]
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
}

/// Options of `unequal replay`.
#[expect(
    clippy::struct_excessive_bools,
    reason = "one for each option that is said or not"
)]
#[derive(Debug, Args)]
pub struct ReplayArgs {
    /// The session file.
    #[arg(value_name = "SAVE")]
    pub save: PathBuf,
    /// The entry to stop at, as it was known then; 0 is STARTEX.
    #[arg(long, value_name = "N")]
    pub at: Option<EntryNumber>,
    /// Whose knowledge to show [default: white-cell].
    #[arg(long, value_name = "SEAT", value_parser = parse::seats())]
    pub seat: Option<Seat>,
    /// Begin with the chapters: the bookmarks that have a title, one after the other, in letters for the room.
    #[arg(long, conflicts_with_all = ["at", "seat", "text", "json", "notation", "cast"])]
    pub tour: bool,
    /// With --text or --json: leave out what machines did, bots and programs.
    #[arg(long)]
    pub no_machines: bool,
    /// Print the replay as numbered lines instead of opening a screen.
    #[arg(long)]
    pub text: bool,
    /// Print one JSON object an entry (JSON Lines).
    #[arg(long, conflicts_with = "text")]
    pub json: bool,
    /// Print the short notation: an act in a line, with variations and remarks, which a script may have, too.
    #[arg(long, conflicts_with_all = ["text", "json", "no_machines"])]
    pub notation: bool,
    /// Record the replay for asciinema's players (asciicast 2), with markers at moves, red lines, overrides
    /// and bookmarks; `-` is standard output.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["text", "json", "notation", "at"])]
    pub cast: Option<PathBuf>,
    /// How many times as fast as people read the recording runs.
    #[arg(long, value_name = "N", default_value_t = 1.0, requires = "cast", value_parser = parse::speed)]
    pub speed: f64,
    /// Columns of the recording.
    #[arg(long, value_name = "N", default_value_t = 120, requires = "cast", value_parser = clap::value_parser!(u16).range(60..=300))]
    pub width: u16,
    /// Rows of the recording.
    #[arg(long, value_name = "N", default_value_t = 36, requires = "cast", value_parser = clap::value_parser!(u16).range(20..=100))]
    pub height: u16,
    /// Write over a recording that is there already.
    #[arg(long, visible_alias = "force", requires = "cast")]
    pub replace: bool,
}

/// Options of `unequal watch`.
#[derive(Debug, Args)]
pub struct WatchArgs {
    /// The session file, which need not be there yet; without one, the newest session of the folder is followed.
    #[arg(value_name = "SAVE")]
    pub save: Option<PathBuf>,
    /// Print each public act as a line instead of opening a screen, until the session ends.
    #[arg(long)]
    pub text: bool,
    /// Print each public act as a JSON object (JSON Lines), until the session ends.
    #[arg(long, conflicts_with = "text")]
    pub json: bool,
    /// With --text or --json: begin with the acts that were recorded before.
    #[arg(long)]
    pub from_start: bool,
}

/// Options of `unequal verify`.
#[derive(Debug, Args)]
pub struct VerifyArgs {
    /// The session files, or copies of one for its seats.
    #[arg(value_name = "SAVE", required = true)]
    pub saves: Vec<PathBuf>,
    /// The session that copies were made from: says whether they are true to it.
    #[arg(long, value_name = "SAVE", conflicts_with = "expect")]
    pub against: Option<PathBuf>,
    /// The digest that was noted of the record, or its beginning: says whether this is that record.
    #[arg(long, value_name = "DIGEST", value_parser = parse::digest)]
    pub expect: Option<String>,
    /// Believe these keys and no others, and ask for a signature of each seat in the file: a line has a seat
    /// and its public key, as ssh's allowed signers [default: SAVE.signers, where the record was sealed].
    #[arg(long, value_name = "FILE", conflicts_with = "against")]
    pub signers: Option<PathBuf>,
    /// Print one JSON document.
    #[arg(long)]
    pub json: bool,
}

/// Options of `unequal simulate`.
#[derive(Debug, Args)]
pub struct SimulateArgs {
    /// The deck: a file, the id of a shipped deck, or `-` for standard input.
    #[arg(
        long,
        value_name = "DECK",
        required_unless_present = "from",
        conflicts_with = "from"
    )]
    pub deck: Option<OsString>,
    /// Play on from an entry of a recorded session, without an entry from its last one.
    #[arg(long, value_name = "SAVE[@N]", value_parser = parse::from())]
    pub from: Option<From>,
    /// The bot that tables demands.
    #[arg(long, value_name = "BOT")]
    pub patron: String,
    /// The bot that answers them.
    #[arg(long, value_name = "BOT")]
    pub client: String,
    /// The bot in Europe's seat, which takes a measure a move.
    #[arg(long, value_name = "BOT", default_value = parse::NOBODY, value_parser = parse::europe_bots())]
    pub europe: EuropeBot,
    /// How many sessions.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub runs: u64,
    /// The number of the first session, from 0: a part of an ensemble that is played in parts, to be added up by
    /// `unequal merge`.
    #[arg(long, value_name = "K", default_value_t = 0)]
    pub first: u64,
    /// How many sessions the whole has that this is a part of; then `unequal merge` names what is missing at its
    /// beginning and its end, too.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub of: Option<u64>,
    /// The seed of the ensemble; the same seed gives the same numbers.
    #[arg(long, value_name = "SEED", value_parser = parse::seed, allow_negative_numbers = true)]
    pub seed: u64,
    /// Threads to play on; the result is the same for any number.
    #[arg(long, value_name = "N", value_parser = parse::threads)]
    pub threads: Option<usize>,
    /// Say, too, which signs came before rupture, collapse and capture, and how early. Plays everything
    /// a second time.
    #[arg(long)]
    pub signs: bool,
    /// Write that to a page of its own instead of printing it: HTML where its name ends in .html, else
    /// Markdown; it must not exist yet.
    #[arg(long, value_name = "FILE", requires = "signs", conflicts_with = "json")]
    pub out: Option<PathBuf>,
    /// Replace an earlier page.
    #[arg(long, requires = "out")]
    pub replace: bool,
    /// Print one JSON document.
    #[arg(long)]
    pub json: bool,
}
