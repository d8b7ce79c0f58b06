//! Shows long text page by page, where a person reads it in a terminal.

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::cli::error::Error;
use crate::cli::out::Out;

/// Shows text through the user's pager on a terminal; prints it elsewhere.
pub(super) fn show(text: &str, paged: bool, out: &mut Out) -> Result<(), Error> {
    if paged && out.is_terminal() && through_pager(text) {
        return Ok(());
    }
    out.text(text)
}

/// Whether a pager could be had.
fn through_pager(text: &str) -> bool {
    let chosen = std::env::var("PAGER").unwrap_or_default();
    let mut words = chosen.split_whitespace();
    let program = words.next().unwrap_or("less");
    if program == "cat" {
        return false;
    }
    let mut command = Command::new(program);
    command.args(words).stdin(Stdio::piped());
    if std::env::var_os("LESS").is_none() {
        command.env("LESS", "FRX");
    }
    let Ok(mut child) = command.spawn() else {
        return false;
    };
    if let Some(mut input) = child.stdin.take() {
        // A reader who leaves early closes the pipe.
        let _left_early = input.write_all(text.as_bytes());
    }
    child.wait().is_ok()
}
