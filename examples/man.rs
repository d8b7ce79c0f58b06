//! Writes the manual pages of the program and of each command: `cargo run --example man -- FOLDER`.
//!
//! An example, so that the program's own build needs nothing for it.

use std::path::PathBuf;

use clap::CommandFactory as _;
use unequal_partners::cli::args::Cli;

fn main() -> std::io::Result<()> {
    let asked = std::env::args_os().nth(1);
    let folder = asked.map_or_else(|| PathBuf::from("target/man"), PathBuf::from);
    std::fs::create_dir_all(&folder)?;
    clap_mangen::generate_to(Cli::command(), folder)
}
