//! The binary: opens the home screen.

use std::process::ExitCode;

use unequal_partners::tui::{self, Look, Start};

fn main() -> ExitCode {
    match tui::run(Start::Home, Look::default()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => ExitCode::from(error.exit_status()),
    }
}
