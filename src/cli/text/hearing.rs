//! What is typed: a question, the line that answers it, and the commands that a line may be.

use std::io::Cursor;

use super::ear::Line;
use super::state;
use super::{Said, Text};
use crate::cli::error::Error;
use crate::cli::script::{Deed, Script};
use unequal_core::engine::action::Action;
use unequal_session::{Place, Remarks};

impl Text<'_> {
    /// Hears what is typed, and does what is a command.
    pub(super) fn said(&mut self, place: &mut Place, prompt: &str) -> Result<Said, Error> {
        let text = match self.heard(prompt, true)? {
            Line::Said(text) => text,
            Line::News | Line::Nothing => return Ok(Said::News),
            Line::Over | Line::Gone => return Ok(Said::Leaves),
        };
        if self.about_the_door(place, &text)? {
            return Ok(Said::Done);
        }
        let (word, rest) = text.split_once(' ').unwrap_or((&text, ""));
        match word {
            "quit" | "leave" => return Ok(Said::Leaves),
            "again" => return Ok(Said::Again),
            "note" if !rest.is_empty() => {
                let note = Action::Note {
                    text: rest.to_owned(),
                    private: false,
                };
                let (seat, by) = (place.seat(), self.by.clone());
                self.submit(place, seat, &by, &note, Remarks::default())?;
                return Ok(Said::Done);
            }
            _ if text.starts_with('{') => {
                self.typed_act(place, &text)?;
                return Ok(Said::Done);
            }
            _ => {}
        }
        match state::told(place, word, rest) {
            Some(lines) => {
                for line in lines {
                    self.line(line)?;
                }
                Ok(Said::Done)
            }
            None => Ok(Said::Answer(text)),
        }
    }

    /// Does what a line of a script says: the white cell's other acts are made so.
    fn typed_act(&mut self, place: &mut Place, text: &str) -> Result<(), Error> {
        let seat = format!("{{\"seat\":\"{}\",", place.seat());
        let whole = if text.contains("\"seat\"") {
            text.to_owned()
        } else {
            text.replacen('{', &seat, 1)
        };
        let mut script = Script::reading("this line", Box::new(Cursor::new(whole)));
        let line = match script.take_if(|_| true) {
            Ok(Some(line)) => line,
            Ok(None) => return Ok(()),
            Err(error) => return self.line(format!("Not taken: {}.", error.message)),
        };
        match &line.deed {
            Deed::Act(action) => {
                let by = line.by.clone().unwrap_or_else(|| self.by.clone());
                self.submit(place, line.seat, &by, action, line.remarks.clone())?;
                Ok(())
            }
            Deed::Seal(sealing) if line.seat == place.seat() => {
                self.commit(place, &sealing.sealed(), line.remarks.clone())?;
                Ok(())
            }
            Deed::Seal(_) => self.line("Not taken: a plan is sealed from its own seat."),
        }
    }

    /// Says something at the end of a line, and reads one; none where there are no more.
    pub(super) fn prompt(&mut self, text: &str) -> Result<Option<String>, Error> {
        match self.heard(text, false)? {
            Line::Said(text) => {
                if text.contains(char::is_alphabetic) {
                    self.typed.push(text.clone());
                }
                Ok(Some(text))
            }
            Line::News | Line::Nothing | Line::Over | Line::Gone => Ok(None),
        }
    }

    /// Says something at the end of a line, and hears what follows.
    fn heard(&mut self, text: &str, wakes: bool) -> Result<Line, Error> {
        self.out.text(text)?;
        self.out.flush()?;
        let line = loop {
            let patience = self.patience();
            match self.ear.next(wakes, patience) {
                // Whoever runs the session, or what runs it, has put it on the record.
                Line::Nothing if self.is_out() => break Line::Over,
                Line::Nothing if self.out.is_closed() => break Line::Gone,
                Line::Nothing => {}
                line => break line,
            }
        };
        let begun = matches!(line, Line::News | Line::Over) && !text.is_empty();
        if begun || !self.out.is_terminal() {
            // What is typed does not show here: the next line begins anew all the same.
            self.out.line("")?;
        }
        if matches!(line, Line::Over) {
            self.ends()?;
        }
        Ok(if self.out.is_closed() {
            Line::Gone
        } else {
            line
        })
    }

    pub(super) fn line(&mut self, text: impl std::fmt::Display) -> Result<(), Error> {
        self.out.line(text)
    }
}
