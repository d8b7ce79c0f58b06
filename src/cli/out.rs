//! The only place that prints: results on stdout, diagnostics and progress on stderr.
//!
//! A reader that has gone away is no error: what comes after is dropped quietly.

use std::fmt::Display;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use crate::cli::error::Error;
use unequal_core::deck::plain_json;

/// Where results and diagnostics go.
pub struct Out {
    results: Box<dyn Write + Send>,
    notices: Box<dyn Write + Send>,
    closed: bool,
    to_terminal: bool,
    progress_to_terminal: bool,
    progress: usize,
}

impl std::fmt::Debug for Out {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Out")
            .field("closed", &self.closed)
            .field("to_terminal", &self.to_terminal)
            .finish_non_exhaustive()
    }
}

impl Out {
    /// The program's own stdout and stderr.
    pub fn standard() -> Self {
        Self {
            results: Box::new(BufWriter::new(io::stdout())),
            notices: Box::new(io::stderr()),
            closed: false,
            to_terminal: io::stdout().is_terminal(),
            progress_to_terminal: io::stderr().is_terminal(),
            progress: 0,
        }
    }

    /// Other places, for tests.
    pub fn onto(results: Box<dyn Write + Send>, notices: Box<dyn Write + Send>) -> Self {
        Self {
            results,
            notices,
            closed: false,
            to_terminal: false,
            progress_to_terminal: false,
            progress: 0,
        }
    }

    /// What a person reads at a client of a host: what they type shows there.
    pub fn shown(results: impl Write + Send + 'static) -> Self {
        Self {
            to_terminal: true,
            ..Self::onto(Box::new(results), Box::new(io::sink()))
        }
    }

    /// Whether a person reads the results in a terminal.
    pub const fn is_terminal(&self) -> bool {
        self.to_terminal
    }

    /// Whether nobody reads the results any more.
    pub const fn is_closed(&self) -> bool {
        self.closed
    }

    /// Prints text as it is.
    ///
    /// # Errors
    ///
    /// Fails where stdout cannot take it, except when its reader has gone away.
    pub fn text(&mut self, text: &str) -> Result<(), Error> {
        if self.closed {
            return Ok(());
        }
        let written = self.results.write_all(text.as_bytes());
        self.settle(written)
    }

    /// Prints one line.
    ///
    /// # Errors
    ///
    /// As [`Out::text`].
    pub fn line(&mut self, line: impl Display) -> Result<(), Error> {
        if self.closed {
            return Ok(());
        }
        let written = writeln!(self.results, "{line}");
        self.settle(written)
    }

    /// Prints a JSON document over several lines.
    ///
    /// # Errors
    ///
    /// As [`Out::text`].
    pub fn json(&mut self, value: &impl Serialize) -> Result<(), Error> {
        let json = serde_json::to_string_pretty(value).map_err(|error| unwritable(&error))?;
        self.line(plain_json(&json))
    }

    /// Prints one line of JSON Lines.
    ///
    /// # Errors
    ///
    /// As [`Out::text`].
    pub fn json_line(&mut self, value: &impl Serialize) -> Result<(), Error> {
        let json = serde_json::to_string(value).map_err(|error| unwritable(&error))?;
        self.line(plain_json(&json))
    }

    /// Hands everything printed so far to its reader.
    ///
    /// # Errors
    ///
    /// As [`Out::text`].
    pub fn flush(&mut self) -> Result<(), Error> {
        if self.closed {
            return Ok(());
        }
        let flushed = self.results.flush();
        self.settle(flushed)
    }

    fn settle(&mut self, result: io::Result<()>) -> Result<(), Error> {
        match result {
            Ok(()) => Ok(()),
            // A terminal that takes nothing any more has gone away with whoever read it.
            Err(error) if error.kind() == ErrorKind::BrokenPipe || self.to_terminal => {
                self.closed = true;
                Ok(())
            }
            Err(error) => {
                self.closed = true;
                Err(Error::data(format!(
                    "cannot write to standard output: {error}"
                )))
            }
        }
    }

    /// Says something on stderr that is no result. A stderr that is closed is no reason to stop.
    pub fn notice(&mut self, text: impl Display) {
        self.end_progress();
        let _nobody_listens = writeln!(self.notices, "{text}");
    }

    /// Shows an error.
    pub fn error(&mut self, error: &Error) {
        self.end_progress();
        let _nobody_listens = write!(self.notices, "{error}");
    }

    /// Shows how far a long task is, on one line of a terminal; elsewhere nothing.
    pub fn progress(&mut self, text: &str) {
        if !self.progress_to_terminal {
            return;
        }
        let width = text.width();
        let blank = " ".repeat(self.progress.saturating_sub(width));
        let _nobody_listens = write!(self.notices, "\r{text}{blank}");
        let _nobody_listens = self.notices.flush();
        self.progress = width;
    }

    /// Clears the line of progress.
    pub fn end_progress(&mut self) {
        if self.progress > 0 {
            let blank = " ".repeat(self.progress);
            let _nobody_listens = write!(self.notices, "\r{blank}\r");
            self.progress = 0;
        }
    }
}

/// The text filled with blanks to so many columns of a terminal; a longer one stays as it is.
pub fn column(text: &str, columns: usize) -> String {
    let missing = columns.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(missing))
}

fn unwritable(error: &serde_json::Error) -> Error {
    Error::fault(format!(
        "a fault of this program: no JSON can be made of this: {error}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Gone;

    impl Write for Gone {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(ErrorKind::BrokenPipe.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    struct Full;

    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(ErrorKind::StorageFull.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_reader_that_has_gone_is_no_error() {
        let mut out = Out::onto(Box::new(Gone), Box::new(io::sink()));
        assert!(out.line("one").is_ok());
        assert!(out.is_closed());
        assert!(out.line("two").is_ok());
    }

    #[test]
    fn a_column_is_as_wide_as_the_terminal_shows_it() {
        assert_eq!(column("北京", 6), "北京  ");
        assert_eq!(column("е\u{301}ж", 3), "е\u{301}ж ");
        assert_eq!(column("longer", 3), "longer");
    }

    #[test]
    fn a_full_disk_behind_stdout_is_an_error() {
        let mut out = Out::onto(Box::new(Full), Box::new(io::sink()));
        let error = out.line("one").unwrap_err();
        assert_eq!(error.kind, crate::cli::error::Kind::Data);
    }
}
