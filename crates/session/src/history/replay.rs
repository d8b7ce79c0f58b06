//! Reading a record back: every entry is replayed, and what it says is held against what the rules give.

use std::path::Path;

use crate::clock;
use crate::error::{SessionError, SubmitError};
use crate::history::decks::Decks;
use crate::history::{History, Outcome};
use crate::setup::Setup;
use unequal_core::deck::Problems;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::phase::Phase;
use unequal_core::store::{
    ChangeLine, DeckCopy, Drawn, Entry, Header, Record, Rest, read_whole_part,
};

impl History {
    /// Reads the whole part of a record, whatever damage stands behind it, and changes nothing.
    ///
    /// # Errors
    ///
    /// Fails where there is no whole header, an entry differs from what the rules give, or an entry is as
    /// it was written and this program cannot understand it: nothing is lost then, and a part of it
    /// would pass for the session.
    pub fn read(path: &Path) -> Result<(Self, Option<Rest>), SessionError> {
        Self::read_with(path, &mut Decks::default())
    }

    /// Reads one record of many: their decks are read and checked once.
    ///
    /// # Errors
    ///
    /// As [`History::read`].
    pub fn read_with(path: &Path, decks: &mut Decks) -> Result<(Self, Option<Rest>), SessionError> {
        let (mut record, damage) = read_whole_part(path)?;
        let rest = match damage {
            Some(fault) if !fault.is_damage() => return Err(fault.into()),
            damage => Rest::of(record.torn.take(), damage),
        };
        Ok((Self::of_record_with(path, record, decks)?, rest))
    }

    /// The history that a record tells.
    ///
    /// # Errors
    ///
    /// Says which entry differs from what the rules give.
    pub(crate) fn of_record(path: &Path, record: Record) -> Result<Self, SessionError> {
        Self::of_record_with(path, record, &mut Decks::default())
    }

    /// The history that one record of many tells.
    ///
    /// # Errors
    ///
    /// As [`History::of_record`].
    pub(crate) fn of_record_with(
        path: &Path,
        record: Record,
        decks: &mut Decks,
    ) -> Result<Self, SessionError> {
        let mut history = Self::of_header(path, record.header, record.header_digest, decks)?;
        // A long record is not moved again and again while it is read.
        history.moments.reserve_exact(record.entries.len());
        history.states.reserve_exact(record.entries.len());
        for entry in record.entries {
            history.replay(entry)?;
        }
        Ok(history)
    }

    /// The history that a record's header begins.
    pub(super) fn of_header(
        path: &Path,
        header: Header,
        header_digest: String,
        decks: &mut Decks,
    ) -> Result<Self, SessionError> {
        let shown = path.display().to_string();
        if clock::seconds(&header.started).is_none() {
            let why = no_time(&header.started);
            return Err(SessionError::Header { path: shown, why });
        }
        let computed = DeckCopy::hash_of(&header.deck.source);
        if computed != header.deck.hash {
            return Err(SessionError::Differs {
                path: shown,
                number: EntryNumber::STARTEX,
                what: "the deck's hash",
                stored: header.deck.hash,
                computed,
            });
        }
        let copy = &header.deck;
        let deck = decks.of(&shown, copy.format, &copy.source, &computed);
        let deck = deck.map_err(|problems| SessionError::Deck {
            path: shown.clone(),
            first: first_problem(&problems),
        })?;
        let setup = Setup::from_header(&header);
        let deck = setup
            .deck_in_play(deck)
            .map_err(|error| SessionError::Header {
                path: shown,
                why: error.to_string(),
            })?;
        let path = Some(path.to_owned());
        Ok(Self::begin(deck, setup, header, path, header_digest))
    }

    /// Adds an entry that stands in the record already, checking it against the rules.
    ///
    /// # Errors
    ///
    /// Says what the rules give instead; the history is as before.
    pub fn replay(&mut self, entry: Entry) -> Result<(), SessionError> {
        let path = || {
            self.path()
                .map_or_else(|| "this record".to_owned(), |p| p.display().to_string())
        };
        let number = entry.number;
        let differs = |(what, stored, computed)| SessionError::Differs {
            path: path(),
            number,
            what,
            stored,
            computed,
        };
        if clock::seconds(&entry.at).is_none() {
            let expected = "a time such as 2026-11-23T20:42:07Z".to_owned();
            return Err(differs(("its time", entry.at.clone(), expected)));
        }
        let outcome = match self.work_out(entry.seat, &entry.act) {
            Ok(outcome) => outcome,
            Err(SubmitError::Refused(refused)) => {
                return Err(SessionError::Replay {
                    path: path(),
                    number,
                    refused,
                });
            }
            Err(other) => {
                let told = ("an act", entry.act.word().to_owned(), other.to_string());
                return Err(differs(told));
            }
        };
        if let Some(difference) = self.difference(&entry, &outcome) {
            return Err(differs(difference));
        }
        self.take(entry, outcome);
        Ok(())
    }

    /// The first thing in which an entry is not what the rules give: what, as stored, as computed.
    fn difference(
        &self,
        entry: &Entry,
        outcome: &Outcome,
    ) -> Option<(&'static str, String, String)> {
        let before = self.state();
        let stored = (entry.move_number, entry.phase);
        let computed = (before.move_number(), before.phase);
        if stored != computed {
            let place = |(number, phase): (u32, Phase)| format!("move {number}, {}", phase.word());
            return Some(("the place", place(stored), place(computed)));
        }
        if entry.drawn != outcome.drawn {
            let [stored, computed] = [&entry.drawn, &outcome.drawn].map(drawn_in_words);
            return Some(("what was drawn", stored, computed));
        }
        if entry.changes != outcome.changes {
            let pairs = entry.changes.iter().zip(&outcome.changes);
            let first = pairs.into_iter().find(|(stored, now)| stored != now);
            let count = |changes: &[ChangeLine]| format!("{} changes", changes.len());
            let (stored, computed) = first.map_or_else(
                || (count(&entry.changes), count(&outcome.changes)),
                |(stored, now)| (in_words(stored), in_words(now)),
            );
            return Some(("a change", stored, computed));
        }
        let same = entry.state == outcome.state;
        (!same).then(|| ("the state", entry.state.clone(), outcome.state.clone()))
    }
}

fn no_time(found: &str) -> String {
    format!("started: `{found}` is no time such as 2026-11-23T20:42:07Z")
}

/// What chance gave, such as `event oil-slump, roll 8`.
fn drawn_in_words(drawn: &Drawn) -> String {
    let event = drawn.event.as_ref().map(|event| format!("event {event}"));
    let roll = drawn.roll.map(|roll| format!("roll {roll}"));
    let computed = drawn
        .computed
        .map(|band| format!("by rule {}", band.word()));
    let all: Vec<String> = [event, roll, computed].into_iter().flatten().collect();
    if all.is_empty() {
        "nothing".to_owned()
    } else {
        all.join(", ")
    }
}

fn in_words(line: &ChangeLine) -> String {
    format!(
        "{} from {} to {} ({})",
        line.gauge, line.from, line.to, line.reason
    )
}

fn first_problem(problems: &Problems) -> String {
    problems
        .problems
        .first()
        .map_or_else(|| problems.to_string(), |problem| problem.message.clone())
}
