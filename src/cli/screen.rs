//! Opens the screens, where there is a terminal to show them on.

use crate::cli::args::LookArgs;
use crate::cli::error::{Error, Kind};
use unequal_seat::{Attended, Attending};
use unequal_tui::ability::Unfit;
use unequal_tui::{Beside, Start, TuiError, needs_terminal};

/// Opens a screen until it is left; `instead` is the headless command for the same.
///
/// # Errors
///
/// Names the headless command where there is no terminal, or says why the screen cannot be shown.
pub fn open(start: Start, look: LookArgs, instead: &str) -> Result<(), Error> {
    needed(&start, instead)?;
    unequal_tui::run(start, look.into(), None).map_err(|error| told(error, instead))
}

/// The same, with programs that hold seats of the session that is opened.
///
/// # Errors
///
/// As [`open`].
pub fn beside(
    start: Start,
    look: LookArgs,
    instead: &str,
    attended: Attended,
) -> Result<(), Error> {
    let beside = Beside::new(|owner| Box::new(Attending::begin(attended, owner)));
    with(start, look, instead, beside)
}

/// The same, with what goes on beside the session that is opened.
///
/// # Errors
///
/// As [`open`].
pub fn with(start: Start, look: LookArgs, instead: &str, beside: Beside) -> Result<(), Error> {
    needed(&start, instead)?;
    unequal_tui::run(start, look.into(), Some(beside)).map_err(|error| told(error, instead))
}

/// Fails where there is no terminal.
///
/// # Errors
///
/// Names the headless command.
pub fn needed(start: &Start, instead: &str) -> Result<(), Error> {
    needs_terminal(start).map_err(|error| told(error, instead))
}

/// An error of the screen; `instead` is the headless command for the same.
pub fn told(error: TuiError, instead: &str) -> Error {
    match error {
        TuiError::NoTerminal { .. } => {
            Error::wrong_use("this opens a screen, and there is no terminal here")
                .hint(format!("without a terminal, use `{instead}`"))
        }
        TuiError::Unfit(Unfit::Dumb(term)) => Error::wrong_use(format!(
            "this opens a screen, and this terminal can show none (TERM is {})",
            if term.is_empty() { "not set" } else { &term }
        ))
        .hint(format!(
            "without a screen, use `{instead}`; where the terminal can do more, say what it is: `TERM=xterm unequal`"
        )),
        TuiError::Unfit(Unfit::NotUtf8(locale)) => Error::wrong_use(format!(
            "this opens a screen with signs of UTF-8, and the locale here is {locale}"
        ))
        .hint("where the terminal takes UTF-8 after all, `LC_ALL=C.UTF-8 unequal`; else `--glyphs plain`"),
        TuiError::Session(error) => error.into(),
        TuiError::Terminal(_) => Error::data(error.to_string()),
        TuiError::Fault => Error::said(Kind::Fault),
    }
}
