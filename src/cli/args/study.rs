//! Options of `unequal sensitivity`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::parse;

/// Options of `unequal sensitivity`.
#[derive(Debug, Args)]
pub struct SensitivityArgs {
    /// The deck: a file, the id of a shipped deck, or `-` for standard input.
    #[arg(value_name = "DECK", default_value = "unequal-partners")]
    pub deck: OsString,
    /// How numbers are moved.
    #[arg(long, value_enum, default_value_t = Method::One)]
    pub method: Method,
    /// Who plays, as PATRON:CLIENT or PATRON:CLIENT:EUROPE; several are separated by commas.
    #[arg(
        long,
        value_name = "PAIRING",
        default_value = "logit:logit",
        value_delimiter = ','
    )]
    pub pairing: Vec<String>,
    /// A number by its path, as `stability.trust`; `*` stands for anything, and what fits is moved
    /// together, by 20 %, or by so much as stands behind a `|`. May be given several times [default:
    /// every number; with morris and sobol the `--most` that decide most one at a time].
    #[arg(long, value_name = "PATH")]
    pub number: Vec<String>,
    /// How many numbers morris and sobol move together where none are named.
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..=1000), conflicts_with = "number")]
    pub most: u64,
    /// Sessions of each pairing at every point.
    #[arg(long, value_name = "N", default_value_t = 250, value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    pub runs: u64,
    /// Walks of morris, or rows of sobol [default: 20 walks, 256 rows].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(2..=65_536))]
    pub rows: Option<u64>,
    /// The seed of the first session, and of the points; every point is played under the same seeds.
    #[arg(long, value_name = "SEED", default_value_t = 1, value_parser = parse::seed, allow_negative_numbers = true)]
    pub seed: u64,
    /// Threads to play on; the result is the same for any number.
    #[arg(long, value_name = "N", value_parser = parse::threads)]
    pub threads: Option<usize>,
    /// Print one JSON document.
    #[arg(long)]
    pub json: bool,
}

/// Options of `unequal merge`.
#[derive(Debug, Args)]
pub struct MergeArgs {
    /// The parts, in any order: what `unequal simulate --first K --json` printed.
    #[arg(value_name = "PART", required = true)]
    pub parts: Vec<PathBuf>,
    /// How many sessions the whole has: what is missing of it is an error that names the numbers.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub expect: Option<u64>,
    /// Make a part again of what is there: others may come before and after it.
    #[arg(long, conflicts_with = "expect")]
    pub part: bool,
    /// Print one JSON document.
    #[arg(long)]
    pub json: bool,
}

/// How the numbers of a deck are moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Method {
    /// Each by itself to both ends of its range.
    One,
    /// One after the other from many places: elementary effects.
    Morris,
    /// All at once: what share of what varies each explains, alone and with others.
    Sobol,
}
