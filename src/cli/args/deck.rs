//! Options of `unequal deck` and its commands.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::{examples, parse};
use unequal_core::bot::EuropeBot;
use unequal_core::engine::seat::Seat;

/// Options of `unequal deck`.
#[derive(Debug, Args)]
pub struct DeckArgs {
    /// What to do.
    #[command(subcommand)]
    pub command: DeckCommand,
}

/// The commands on decks.
#[derive(Debug, Subcommand)]
pub enum DeckCommand {
    /// List the decks that come with the program, and those in `decks/`.
    #[command(after_help = examples::DECK_LIST)]
    List {
        /// Print one JSON document.
        #[arg(long)]
        json: bool,
    },
    /// Read a deck: domains, demands, offers, measures, injects, briefings, endings, sources.
    #[command(after_help = examples::DECK_SHOW)]
    Show(DeckShow),
    /// Check a deck: every problem at once, then what could be better.
    #[command(after_help = examples::DECK_CHECK)]
    Check(DeckCheck),
    /// Start a deck: a commented file that plays as it stands.
    #[command(after_help = examples::DECK_NEW)]
    New(DeckNew),
    /// Say in words what differs between two decks.
    #[command(after_help = examples::DECK_DIFF)]
    Diff(DeckDiff),
    /// Play every bot against every bot and say whether the deck is fair.
    #[command(after_help = examples::DECK_BALANCE)]
    Balance(DeckBalance),
    /// Play a deck with sensible bots and check the records for what does not fit
    #[command(after_help = examples::DECK_REHEARSE)]
    Rehearse(DeckRehearse),
    /// Has become `unequal print`.
    #[command(hide = true, disable_help_flag = true)]
    Print {
        /// What was asked for.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        rest: Vec<OsString>,
    },
    /// List which claims of the report are in play, and by what.
    #[command(after_help = examples::DECK_CLAIMS)]
    Claims(DeckClaims),
    /// List the sources, with grade, date and whether the original was read.
    #[command(after_help = examples::DECK_SOURCES)]
    Sources(DeckSources),
    /// Print the JSON Schema of decks, for editors that complete and validate.
    #[command(after_help = examples::DECK_SCHEMA)]
    Schema,
}

/// Options of `unequal deck show`.
#[derive(Debug, Args)]
pub struct DeckShow {
    /// The deck: a file, the id of a shipped deck, or `-` for standard input.
    #[arg(value_name = "DECK", default_value = "unequal-partners")]
    pub deck: OsString,
    /// Show only what this seat may read.
    #[arg(long, value_name = "SEAT", value_parser = parse::seats())]
    pub seat: Option<Seat>,
    /// Do not page, even on a terminal.
    #[arg(long)]
    pub no_pager: bool,
    /// Print one JSON document.
    #[arg(long)]
    pub json: bool,
}

/// Options of `unequal deck check`.
#[derive(Debug, Args)]
pub struct DeckCheck {
    /// The decks: files, ids of shipped decks, or `-` for standard input.
    #[arg(value_name = "DECK", required = true)]
    pub decks: Vec<OsString>,
    /// Leave out the rehearsals that find what never happens in play.
    #[arg(long)]
    pub quick: bool,
    /// Check again each time the file is saved, until interrupted.
    #[arg(long, conflicts_with = "json")]
    pub watch: bool,
    /// Print one JSON document.
    #[arg(long)]
    pub json: bool,
}

/// Options of `unequal deck balance`.
#[derive(Debug, Args)]
pub struct DeckBalance {
    /// The decks: files, ids of shipped decks, or `-` for standard input. Of several, the page has all
    /// tables of the first, and of the others conditions, claims and best answers.
    #[arg(value_name = "DECK", default_value = "unequal-partners")]
    pub decks: Vec<OsString>,
    /// Sessions of every pairing of bots.
    #[arg(long, value_name = "N", default_value_t = 2000, value_parser = clap::value_parser!(u64).range(1..))]
    pub runs: u64,
    /// Sessions of a pairing in which a bot looks ahead, which takes some hundred times as long.
    #[arg(long, value_name = "N", default_value_t = 200, value_parser = clap::value_parser!(u64).range(1..))]
    pub rollout_runs: u64,
    /// How much of the claims is tested, with `--runs` sessions of each pairing, and a tenth of that where
    /// a bot looks ahead.
    #[arg(long, value_name = "FORM", value_enum, default_value_t = Claims::Full)]
    pub claims: Claims,
    /// Move every number of the deck by itself, too, with so many sessions at each end, and list those
    /// that decide nothing.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    pub numbers: Option<u64>,
    /// The bot in Europe's seat.
    #[arg(long, value_name = "BOT", default_value = parse::NOBODY, value_parser = parse::europe_bots())]
    pub europe: EuropeBot,
    /// The seed of every ensemble; the same seed gives the same numbers.
    #[arg(long, value_name = "SEED", default_value_t = 1, value_parser = parse::seed, allow_negative_numbers = true)]
    pub seed: u64,
    /// Threads to play on; the result is the same for any number.
    #[arg(long, value_name = "N", value_parser = parse::threads)]
    pub threads: Option<usize>,
    /// Write the page to this file instead of printing it: HTML where its name ends in .html, else
    /// Markdown; it must not exist yet.
    #[arg(long, value_name = "FILE", conflicts_with = "json")]
    pub out: Option<PathBuf>,
    /// Replace the page of an earlier survey.
    #[arg(long, requires = "out")]
    pub replace: bool,
    /// Print one JSON document instead of a page of Markdown.
    #[arg(long)]
    pub json: bool,
}

/// How much of the claims is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Claims {
    /// All tests.
    Full,
    /// Those that need few sessions, and none of bots that look ahead.
    Short,
    /// None.
    None,
}

/// Options of `unequal deck rehearse`.
#[derive(Debug, Args)]
pub struct DeckRehearse {
    /// The decks: files, ids of shipped decks, or `-` for standard input.
    #[arg(value_name = "DECK", default_value = "unequal-partners")]
    pub decks: Vec<OsString>,
    /// Sessions of each deck.
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = clap::value_parser!(u64).range(1..))]
    pub runs: u64,
    /// The seed of all sessions; the same seed gives the same figures.
    #[arg(long, value_name = "SEED", default_value = "1", value_parser = parse::seed, allow_negative_numbers = true)]
    pub seed: u64,
    /// Print one JSON document.
    #[arg(long)]
    pub json: bool,
}

/// Options of `unequal deck claims`.
#[derive(Debug, Args)]
pub struct DeckClaims {
    /// The deck: a file, the id of a shipped deck, or `-` for standard input.
    #[arg(value_name = "DECK", default_value = "unequal-partners")]
    pub deck: OsString,
    /// A list of claims, as TOML; without it, those of the report that the main deck was written after.
    #[arg(long, value_name = "FILE")]
    pub claims: Option<PathBuf>,
    /// Write the page to this file instead of printing it; it must not exist yet.
    #[arg(long, value_name = "FILE", conflicts_with = "json")]
    pub out: Option<PathBuf>,
    /// Replace an earlier page.
    #[arg(long, requires = "out")]
    pub replace: bool,
    /// Print one JSON document instead of a page of Markdown.
    #[arg(long)]
    pub json: bool,
}

/// Options of `unequal deck sources`.
#[derive(Debug, Args)]
pub struct DeckSources {
    /// The decks: files, ids of shipped decks, or `-` for standard input.
    #[arg(value_name = "DECK", default_value = "unequal-partners")]
    pub decks: Vec<OsString>,
    /// Write the page to this file instead of printing it; it must not exist yet.
    #[arg(long, value_name = "FILE", conflicts_with = "json")]
    pub out: Option<PathBuf>,
    /// Replace an earlier page.
    #[arg(long, requires = "out")]
    pub replace: bool,
    /// Print one JSON document instead of a page of Markdown.
    #[arg(long)]
    pub json: bool,
}

/// Options of `unequal deck new`.
#[derive(Debug, Args)]
pub struct DeckNew {
    /// The file to write; it must not exist yet. `-` prints the deck.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The deck's id; without it, made from the file's name.
    #[arg(long, value_name = "ID", value_parser = parse::deck_id)]
    pub id: Option<String>,
}

/// Options of `unequal deck diff`.
#[derive(Debug, Args)]
pub struct DeckDiff {
    /// The deck before.
    #[arg(value_name = "A")]
    pub before: OsString,
    /// The deck after.
    #[arg(value_name = "B")]
    pub after: OsString,
    /// Print one JSON document.
    #[arg(long)]
    pub json: bool,
}
