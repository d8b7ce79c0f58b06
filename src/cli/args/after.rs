//! Options of the commands for what comes after a session: `report` and `compare`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::parse;
use crate::engine::seat::Seat;
use crate::report::Format;

/// Options of `unequal report`.
#[derive(Debug, Args)]
pub struct ReportArgs {
    /// The session files; several make one page, or one set of tables, of all of them.
    #[arg(value_name = "SAVE", required = true)]
    pub saves: Vec<PathBuf>,
    /// The format.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = ReportFormat::Html)]
    pub format: ReportFormat,
    /// Whose knowledge the report holds; of a session that has ended, nothing is hidden but private
    /// notes [default: white-cell].
    #[arg(long, value_name = "SEAT", value_parser = parse::seats())]
    pub seat: Option<Seat>,
    /// Where to: a file, a folder, or `-` for standard output [default: beside the save].
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
    /// Write over reports that are there already.
    #[arg(long, visible_alias = "force")]
    pub replace: bool,
    /// Playouts a choice, for turning points and for what could have been chosen instead; 0 leaves
    /// both to the outlook gauge [default: 200].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(..=100_000))]
    pub playouts: Option<u64>,
    /// Work out no expectations; the same as `--playouts 0`.
    #[arg(long, conflicts_with = "playouts")]
    pub no_expectations: bool,
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

/// A format by its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// One page for browsers and paper, with everything inside.
    Html,
    /// Markdown.
    Md,
    /// One JSON document.
    Json,
    /// Tidy tables: acts, gauges, sessions.
    Csv,
}

impl From<ReportFormat> for Format {
    fn from(format: ReportFormat) -> Self {
        match format {
            ReportFormat::Html => Self::Html,
            ReportFormat::Md => Self::Markdown,
            ReportFormat::Json => Self::Json,
            ReportFormat::Csv => Self::Csv,
        }
    }
}
