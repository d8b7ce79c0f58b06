//! Scripts of acts: JSON Lines or the short notation, read one line ahead, every wrong line told with its place.

mod deed;
mod line;
pub(crate) mod notation;
mod place;
mod reader;
mod spans;
#[cfg(test)]
mod tests;
mod wrong;

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use crate::cli::error::Error;

pub use deed::{Deed, Sealing};
pub use line::Line;
pub use wrong::Wrong;

/// The longest line that is read, in bytes.
const LONGEST_LINE: u64 = 1024 * 1024;

/// Acts that wait to be made.
pub struct Script {
    name: String,
    source: Box<dyn BufRead>,
    number: usize,
    next: Option<Line>,
    /// Whether lines are read only when they are asked for.
    live: bool,
    /// Whether there are no more lines.
    over: bool,
    /// The lines at which variations began that have not ended yet.
    variations: Vec<usize>,
}

impl std::fmt::Debug for Script {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Script")
            .field("name", &self.name)
            .field("number", &self.number)
            .field("next", &self.next)
            .finish_non_exhaustive()
    }
}

impl Script {
    /// A script without a line.
    pub fn empty() -> Self {
        Self::reading("no script", Box::new(io::empty()))
    }

    /// The script in a file; `-` is standard input.
    ///
    /// # Errors
    ///
    /// Says why the file cannot be read.
    pub fn open(path: &Path) -> Result<Self, Error> {
        if path.as_os_str() == "-" {
            return Ok(Self::reading(
                "standard input",
                Box::new(BufReader::new(io::stdin())),
            ));
        }
        let unreadable = |cause| Error::from_io(path, "read the script", &cause);
        let file = File::open(path).map_err(unreadable)?;
        if file.metadata().map_err(unreadable)?.is_dir() {
            return Err(unreadable(io::ErrorKind::IsADirectory.into()));
        }
        let name = path.display().to_string();
        Ok(Self::reading(&name, Box::new(BufReader::new(file))))
    }

    /// The script that a reader gives; `name` is what messages call it.
    pub fn reading(name: &str, source: Box<dyn BufRead>) -> Self {
        Self {
            name: name.to_owned(),
            source,
            number: 0,
            next: None,
            live: false,
            over: false,
            variations: Vec::new(),
        }
    }

    /// The same script, whose lines are read only when [`Script::read`] is called: nobody waits for a line that
    /// somebody else could act before.
    #[must_use]
    pub fn live(self) -> Self {
        Self { live: true, ..self }
    }

    /// Whether lines are read only when they are asked for.
    pub const fn is_live(&self) -> bool {
        self.live
    }

    /// Whether a line is still to be asked for.
    pub const fn is_asked(&self) -> bool {
        self.live && !self.over
    }

    /// Reads a line of a live script; gives whether there was one.
    ///
    /// # Errors
    ///
    /// As [`Script::peek`].
    pub fn read(&mut self) -> Result<bool, Error> {
        self.live = false;
        let read = self.peek().map(|line| line.is_some());
        self.live = true;
        read
    }

    /// The next line, without taking it; of a live script only one that was read.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the line, where, and what would be right.
    pub fn peek(&mut self) -> Result<Option<&Line>, Error> {
        while self.next.is_none() && !self.live && !self.over {
            let Some(bytes) = self.read_line()? else {
                self.over = true;
                if let Some(begun) = self.variations.pop() {
                    let message = format!("{}:{begun}: this variation has no end", self.name);
                    let hint = "a variation ends with a line that is a closing parenthesis";
                    return Err(Error::data(message).hint(hint));
                }
                return Ok(None);
            };
            self.next = self.understand(&bytes)?;
        }
        Ok(self.next.as_ref())
    }

    /// Takes the next line if it is wanted.
    ///
    /// # Errors
    ///
    /// As [`Script::peek`].
    pub fn take_if(&mut self, wanted: impl FnOnce(&Line) -> bool) -> Result<Option<Line>, Error> {
        Ok(match self.peek()? {
            Some(line) if wanted(line) => self.next.take(),
            _ => None,
        })
    }

    fn read_line(&mut self) -> Result<Option<Vec<u8>>, Error> {
        let mut bytes = Vec::new();
        let unreadable =
            |name: &str, cause| Error::from_io(Path::new(name), "read the script", &cause);
        self.source
            .by_ref()
            .take(LONGEST_LINE + 1)
            .read_until(b'\n', &mut bytes)
            .map_err(|cause| {
                self.over = true;
                unreadable(&self.name, cause)
            })?;
        if bytes.is_empty() {
            return Ok(None);
        }
        self.number += 1;
        if bytes.len() as u64 > LONGEST_LINE {
            let Self { name, number, .. } = self;
            let message = format!("{name}:{number}: this line is longer than {LONGEST_LINE} bytes");
            return Err(Error::data(message).hint("a script has one act a line"));
        }
        while bytes
            .last()
            .is_some_and(|byte| matches!(byte, b'\n' | b'\r'))
        {
            bytes.pop();
        }
        if self.number == 1 && bytes.starts_with(b"\xef\xbb\xbf") {
            bytes.drain(..3);
        }
        Ok(Some(bytes))
    }

    fn understand(&mut self, bytes: &[u8]) -> Result<Option<Line>, Error> {
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let shown = String::from_utf8_lossy(bytes);
                let start = error.valid_up_to();
                let wrong = Wrong {
                    span: start..start + 1,
                    message: "this is not UTF-8".to_owned(),
                    hint: Some("save the script as UTF-8".to_owned()),
                };
                return Err(self.told(self.number, &shown, wrong));
            }
        };
        let bare = text.trim();
        if bare.is_empty() || bare.starts_with('#') {
            return Ok(None);
        }
        if bare.starts_with('(') {
            self.variations.push(self.number);
            return Ok(None);
        }
        if !self.variations.is_empty() {
            if bare == ")" {
                self.variations.pop();
            }
            return Ok(None);
        }
        if !bare.starts_with(char::is_alphanumeric) {
            return line::parse(self.number, text)
                .map(Some)
                .map_err(|wrong| self.told(self.number, text, wrong));
        }
        let told = |wrong| self.told(self.number, text, wrong);
        let Some(json) = notation::as_json(text).map_err(told)? else {
            return Ok(None);
        };
        line::parse(self.number, &json).map(Some).map_err(|wrong| {
            let span = 0..text.len();
            self.told(self.number, text, Wrong { span, ..wrong })
        })
    }

    /// The error for a line that cannot be taken.
    pub fn wrong(&self, line: &Line, wrong: Wrong) -> Error {
        self.told(line.number, &line.text, wrong)
    }

    fn told(&self, number: usize, text: &str, wrong: Wrong) -> Error {
        let column = place::column(text, wrong.span.start);
        let message = place::shortened(&wrong.message);
        let error = Error::data(format!("{}:{number}:{column}: {message}", self.name))
            .at(place::shown(number, text, &wrong.span));
        match wrong.hint {
            Some(hint) => error.hint(place::shortened(&hint)),
            None => error,
        }
    }
}
