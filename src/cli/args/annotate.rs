//! Options of `unequal annotate`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::examples;

/// Options of `unequal annotate`.
#[derive(Debug, Args)]
pub struct AnnotateArgs {
    /// What to do.
    #[command(subcommand)]
    pub command: AnnotateCommand,
}

/// What can be done with annotations.
#[derive(Debug, Subcommand)]
pub enum AnnotateCommand {
    /// Take what others wrote beside their copies of a session into the annotations of yours.
    #[command(after_help = examples::ANNOTATE_MERGE)]
    Merge {
        /// Your session file; the annotations lie beside it.
        #[arg(value_name = "SAVE")]
        save: PathBuf,
        /// Others' annotations: their `….annotations`, or their session file, beside which it lies.
        #[arg(value_name = "OTHER", required = true)]
        others: Vec<PathBuf>,
    },
    /// Print the annotations of a session, in the order of its entries.
    #[command(after_help = examples::ANNOTATE_LIST)]
    List {
        /// The session file.
        #[arg(value_name = "SAVE")]
        save: PathBuf,
    },
}
