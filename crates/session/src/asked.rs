//! Players put before recorded decisions: what they would have done with what the seat knew then, beside what was done.
//!
//! What is found lies beside the record and never in it. It rests on what each seat knew, so before the end of a session
//! it is for the white cell alone.

mod measure;
mod model;
mod question;

use serde::{Deserialize, Serialize};

use crate::history::History;
use unequal_core::store::{Findings, StoreError};

pub use measure::round;
pub use model::{Decided, Names, Round, Said, Terms, Total};
pub use question::{Given, Question, questions, would};

/// The version of the file.
const FORMAT: u32 = 1;

/// All players that were asked about a record.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    format: u32,
    /// The digest of the record's last entry when it was asked last; empty for a record in memory.
    record: String,
    /// A player at the decisions of a seat each.
    pub rounds: Vec<Round>,
}

impl Asked {
    /// Rounds about a record that lies in memory.
    pub fn new(history: &History, rounds: Vec<Round>) -> Self {
        Self {
            format: FORMAT,
            record: history.digest_at(history.last_number()).to_owned(),
            rounds,
        }
    }

    /// What was found about a record that lies on the disk; nothing of any other. What speaks of entries that are not in
    /// it, or say something else by now, is left out.
    pub fn of(history: &History) -> Self {
        let text = history.path().and_then(|path| Findings::Asked.load(path));
        let read = text.and_then(|text| Self::read(&text));
        let mut asked = read.unwrap_or_default();
        for round in &mut asked.rounds {
            (round.decisions).retain(|decided| history.digest_at(decided.entry) == decided.digest);
            measure::sum(round);
        }
        asked.rounds.retain(|round| !round.decisions.is_empty());
        asked
    }

    /// Keeps it beside the record, with what was asked of others; a player that is asked again is asked anew.
    ///
    /// # Errors
    ///
    /// Says why the file cannot be written; the record is not touched in any case.
    pub fn keep(self, history: &History) -> Result<(), StoreError> {
        let Some(path) = history.path() else {
            return Ok(());
        };
        Findings::Asked.keep(path, |there| {
            let mut all = there.and_then(Self::read).unwrap_or_default();
            for new in self.rounds {
                all.rounds.retain(|old| !old.is_about(&new.terms));
                all.rounds.push(new);
            }
            all.rounds.sort_by(|one, other| {
                let key = |round: &Round| {
                    let terms = &round.terms;
                    (terms.seat, terms.player.clone(), terms.names as u8)
                };
                key(one).cmp(&key(other))
            });
            let all = Self {
                format: FORMAT,
                record: self.record,
                ..all
            };
            // A file that cannot be made is as good as none: it is asked again.
            serde_json::to_string(&all).unwrap_or_default() + "\n"
        })
    }

    fn read(text: &str) -> Option<Self> {
        let asked: Self = serde_json::from_str(text).ok()?;
        (asked.format == FORMAT).then_some(asked)
    }
}
