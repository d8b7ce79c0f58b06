//! Opens the screens, where there is a terminal to show them on.

use crate::cli::args::LookArgs;
use crate::cli::error::{Error, Kind};
use unequal_tui::{Start, TuiError, needs_terminal};

/// Opens a screen until it is left; `instead` is the headless command for the same.
///
/// # Errors
///
/// Names the headless command where there is no terminal, or says why the screen cannot be shown.
pub fn open(start: Start, look: LookArgs, instead: &str) -> Result<(), Error> {
    needed(&start, instead)?;
    unequal_tui::run(start, look.into()).map_err(|error| told(error, instead))
}

/// Fails where there is no terminal.
///
/// # Errors
///
/// Names the headless command.
pub fn needed(start: &Start, instead: &str) -> Result<(), Error> {
    needs_terminal(start).map_err(|error| told(error, instead))
}

fn told(error: TuiError, instead: &str) -> Error {
    match error {
        TuiError::NoTerminal { .. } => {
            Error::wrong_use("this opens a screen, and there is no terminal here")
                .hint(format!("without a terminal, use `{instead}`"))
        }
        TuiError::Session(error) => error.into(),
        TuiError::Terminal(_) => Error::data(error.to_string()),
        TuiError::Fault => Error::said(Kind::Fault),
    }
}
