//! Options of the commands for what comes after a session: `report`, `compare`, `branch`, `copy`, `seal`.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

use super::{OutputArgs, TimeArgs, parse};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::holder::Holder;
use unequal_core::engine::seat::Seat;
use unequal_papers::report::Format;
use unequal_papers::report::cohort::{By, SORTS, Sort, WAYS};

/// Options of `unequal report`.
#[expect(
    clippy::struct_excessive_bools,
    reason = "one for each option that is said or not"
)]
#[derive(Debug, Args)]
pub struct ReportArgs {
    /// The session files; several make one page, or one set of tables, of all of them.
    #[arg(value_name = "SAVE", required = true)]
    pub saves: Vec<PathBuf>,
    /// The format.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = ReportFormat::Html)]
    pub format: ReportFormat,
    /// What you write about the session in your own words, at the head of its brief: paragraphs parted
    /// by empty lines [default: SAVE.brief.md, where there is one].
    #[arg(long, value_name = "FILE", conflicts_with = "interactive")]
    pub brief: Option<PathBuf>,
    /// Count branches among the sessions of a page about several; they are what-ifs, and left out
    /// without it.
    #[arg(long)]
    pub branches: bool,
    /// Group the sessions of a page about several, with a picture of each group: by deck, by table (the
    /// session's name), by who held the seats of both sides, by ending.
    #[arg(long, value_name = "WHAT", value_parser = ways(), conflicts_with = "interactive")]
    pub by: Option<By>,
    /// Sort the sessions of a page about several: by name or ending from A to Z, by stability at the end
    /// from the highest, by the lowest stability from the lowest, by moves, overrides or decisions without a
    /// reason from the most [default: as given].
    #[arg(long, value_name = "WHAT", value_parser = sorts(), conflicts_with = "interactive")]
    pub sort: Option<Sort>,
    /// Make a page to step through in any browser instead: board, curve, record and the eyes of the
    /// seats; several sessions become lines of one page. It holds what the seat may know, and nothing
    /// else.
    #[arg(long, conflicts_with_all = ["format", "playouts", "no_expectations"])]
    pub interactive: bool,
    /// Whose knowledge the report holds; of a session that has ended, nothing is hidden but private
    /// notes [default: white-cell].
    #[arg(long, value_name = "SEAT", value_parser = parse::seats())]
    pub seat: Option<Seat>,
    /// Tell people by their roles instead of their names, in what they wrote as well; without `--seat`,
    /// as everybody may know it. HTML, Markdown and the interactive page only.
    #[arg(long)]
    pub roles: bool,
    /// Leave out what machines did: their entries, what they knew, and what those that were asked would have done.
    #[arg(long, conflicts_with = "interactive")]
    pub no_machines: bool,
    /// Where to: a file, a folder, or `-` for standard output [default: beside the save].
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
    /// Write over reports that are there already.
    #[arg(long, visible_alias = "force")]
    pub replace: bool,
    /// Playouts a choice, for turning points and for what could have been chosen instead; 0 leaves
    /// both to the outlook gauge [default: 200, fewer for a long session, so that it takes no minutes].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(..=100_000))]
    pub playouts: Option<u64>,
    /// Work out no expectations; the same as `--playouts 0`.
    #[arg(long, conflicts_with = "playouts")]
    pub no_expectations: bool,
}

fn ways() -> impl TypedValueParser<Value = By> {
    PossibleValuesParser::new(WAYS.map(By::word))
        .map(|word| By::from_word(&word).expect("clap lets only the words of the list through"))
}

fn sorts() -> impl TypedValueParser<Value = Sort> {
    PossibleValuesParser::new(SORTS.map(Sort::word))
        .map(|word| Sort::from_word(&word).expect("clap lets only the words of the list through"))
}

/// Options of `unequal compare`.
#[derive(Debug, Args)]
pub struct CompareArgs {
    /// Session files; `SAVE@N` is the line of a file that ends at entry N, and one file alone stands for
    /// all its lines. Tables that `report --format csv` made are taken, too.
    #[arg(value_name = "SAVE", required = true)]
    pub saves: Vec<PathBuf>,
    /// Whose knowledge to show [default: white-cell].
    #[arg(long, value_name = "SEAT", value_parser = parse::seats())]
    pub seat: Option<Seat>,
    /// Give one JSON document.
    #[arg(long)]
    pub json: bool,
    /// Write to a file, whose ending tells the form: .html, .json, .md or .txt.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Write over a file that is there already.
    #[arg(long, visible_alias = "force", requires = "out")]
    pub replace: bool,
}

/// Options of `unequal branch`.
#[derive(Debug, Args)]
pub struct BranchArgs {
    /// The session file; it stays as it is.
    #[arg(value_name = "SAVE")]
    pub save: PathBuf,
    /// The entry after which the branch goes its own way; 0 is STARTEX.
    #[arg(long, value_name = "N")]
    pub at: EntryNumber,
    /// An act in the place of the next one, as a line of a script; what followed is kept as far as it
    /// stays legal.
    #[arg(long, value_name = "ACT")]
    pub instead: Option<String>,
    /// Draws all luck anew from there on, under this seed: events to come, dice, what banks do, the last
    /// move. The red lines stay where they lie.
    #[arg(long, value_name = "N")]
    pub luck: Option<u64>,
    /// The branch's own name.
    #[arg(long, value_name = "NAME", value_parser = parse::session_name)]
    pub name: Option<String>,
    /// The file to record to; it must not exist yet [default: in the folder of the save, by the name].
    #[arg(long = "save", id = "to", value_name = "FILE")]
    pub to: Option<PathBuf>,
    /// Who holds the patron's seat from there on [default: as in the trunk].
    #[arg(long, value_name = "people|BOT", value_parser = parse::holder)]
    pub patron: Option<Holder>,
    /// Who holds the client's seat from there on [default: as in the trunk].
    #[arg(long, value_name = "people|BOT", value_parser = parse::holder)]
    pub client: Option<Holder>,
    /// Who holds Europe's seat from there on [default: as in the trunk].
    #[arg(long, value_name = "people|BOT|nobody", value_parser = parse::europe)]
    pub europe: Option<Holder>,
    /// Show where so many sessions go from there with bots in both seats, move by move, beside both lines.
    #[arg(long, value_name = "N", conflicts_with_all = ["json", "log"], value_parser = clap::value_parser!(u64).range(1..=100_000))]
    pub runs: Option<u64>,
    /// Plays on by the acts of a script, the rest by bots; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    pub script: Option<PathBuf>,
    /// What to print.
    #[command(flatten)]
    pub output: OutputArgs,
    /// Which time the record gets.
    #[command(flatten)]
    pub time: TimeArgs,
}

/// Options of `unequal copy`.
#[derive(Debug, Args)]
pub struct CopyArgs {
    /// The session file.
    #[arg(value_name = "SAVE")]
    pub save: PathBuf,
    /// Whose knowledge the copy holds.
    #[arg(long, value_name = "SEAT", value_parser = parse::seats_of_teams())]
    pub seat: Seat,
    /// Where to: a file that is not there yet, a folder, or `-` for standard output [default: beside the
    /// save, by seat and entry].
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
}

/// A format by its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// One page for browsers and paper, with everything inside.
    Html,
    /// Markdown.
    Md,
    /// One JSON document.
    Json,
    /// Tidy tables, a codebook and a data package.
    Csv,
    /// The same tables for a double click in Excel where numbers have a decimal comma.
    Excel,
}

impl From<ReportFormat> for Format {
    fn from(format: ReportFormat) -> Self {
        match format {
            ReportFormat::Html => Self::Html,
            ReportFormat::Md => Self::Markdown,
            ReportFormat::Json => Self::Json,
            ReportFormat::Csv => Self::Csv,
            ReportFormat::Excel => Self::Excel,
        }
    }
}

/// Options of `unequal seal`.
#[derive(Debug, Args)]
pub struct SealArgs {
    /// The session file; it stays as it is, and the signature is written beside it.
    #[arg(value_name = "SAVE")]
    pub save: PathBuf,
    /// The seat that signs.
    #[arg(long, value_name = "SEAT", value_parser = parse::seats())]
    pub seat: Seat,
    /// Its SSH key: a private key, or the .pub file of one that the agent holds.
    #[arg(long, value_name = "KEY")]
    pub key: PathBuf,
}
