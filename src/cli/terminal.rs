//! Makes sure of a terminal before a screen is opened.

use std::io::{IsTerminal as _, stdin, stdout};

use crate::cli::error::Error;

/// Fails unless a person sits at a terminal; `instead` is the headless command for the same.
///
/// # Errors
///
/// Names the headless command.
pub fn needed(instead: &str) -> Result<(), Error> {
    if stdin().is_terminal() && stdout().is_terminal() {
        return Ok(());
    }
    Err(
        Error::wrong_use("this opens a screen, and there is no terminal here")
            .hint(format!("without a terminal, use `{instead}`")),
    )
}
