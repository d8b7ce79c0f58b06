//! Options of `unequal print` and `unequal close`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::parse;
use unequal_core::engine::seat::Seat;
use unequal_papers::handout::{ALL, What};

/// Options of `unequal print`.
#[derive(Debug, Args)]
pub struct PrintArgs {
    /// A deck, as a file, the id of a shipped one, or `-` for standard input; or a session, whose own
    /// cards, red lines and people the papers then have.
    #[arg(value_name = "DECK|SAVE", default_value = "unequal-partners")]
    pub of: OsString,
    /// Only these papers, parted by commas [default: all].
    #[arg(long, value_name = "PAPERS", value_delimiter = ',', value_parser = papers())]
    pub what: Vec<What>,
    /// Only what this seat may have in hand.
    #[arg(long, value_name = "SEAT", value_parser = parse::seats())]
    pub seat: Option<Seat>,
    /// Who takes part, for the name signs: a name a line, with the seat behind it or without; `-` is
    /// standard input [default: the people of the session].
    #[arg(long, value_name = "FILE")]
    pub names: Option<PathBuf>,
    /// The seed of the session that is to be played: the client's page then says where its red lines lie.
    #[arg(long, value_name = "SEED", value_parser = parse::seed, allow_negative_numbers = true)]
    pub seed: Option<u64>,
    /// The folder to print into; it is made if it is not there [default: a new one, beside the session].
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Replace papers of an earlier print.
    #[arg(long, visible_alias = "force", requires = "out")]
    pub replace: bool,
}

/// Options of `unequal close`.
#[derive(Debug, Args)]
pub struct CloseArgs {
    /// The session file; the session has to be over.
    #[arg(value_name = "SAVE")]
    pub save: PathBuf,
    /// The folder to write into; it is made if it is not there [default: beside the save].
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

fn papers() -> impl TypedValueParser<Value = What> {
    PossibleValuesParser::new(ALL.map(What::word))
        .map(|word| What::from_word(&word).expect("clap lets only the words of papers through"))
}
