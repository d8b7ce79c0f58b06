//! `unequal completions`: a script that completes commands and options in a shell.

use clap::CommandFactory as _;
use clap_complete::{Shell, generate};

use crate::cli::args::Cli;
use crate::cli::error::Error;
use crate::cli::out::Out;

/// Runs the command.
///
/// # Errors
///
/// Fails where stdout cannot take the script.
pub fn run(shell: Shell, out: &mut Out) -> Result<(), Error> {
    let mut script = Vec::new();
    generate(shell, &mut Cli::command(), "unequal", &mut script);
    out.text(&String::from_utf8_lossy(&script))
}
