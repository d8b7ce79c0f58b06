//! Reading a record back: every entry is replayed, and what it says is held against what the rules give.

use std::path::Path;

use crate::error::{SessionError, SubmitError};
use crate::setup::Setup;
use crate::table::Table;
use unequal_core::deck::{Deck, Problems};
use unequal_core::engine::action::Action;
use unequal_core::engine::digest::digest;
use unequal_core::engine::seat::Seat;
use unequal_core::store::{ChangeLine, Entry, Header, Journal, Opened, Record, TornTail, read};

impl Table {
    /// Opens a record to go on with it. The file is locked; a torn tail is set aside and reported.
    ///
    /// # Errors
    ///
    /// Says which entry is damaged or differs from what the rules give; nothing is changed then.
    pub fn resume(path: &Path) -> Result<(Self, Option<TornTail>), SessionError> {
        let record = read(path)?;
        replayed(path, record.header, record.entries)?;
        let Opened {
            header,
            entries,
            journal,
            torn,
            ..
        } = Journal::open(path)?;
        let mut table = replayed(path, header, entries)?;
        table.take_journal(journal);
        Ok((table, torn))
    }

    /// Opens a record for reading only.
    ///
    /// # Errors
    ///
    /// As [`Table::resume`].
    pub fn read(path: &Path) -> Result<(Self, Option<TornTail>), SessionError> {
        let Record {
            header,
            entries,
            torn,
            ..
        } = read(path)?;
        Ok((replayed(path, header, entries)?, torn))
    }

    /// Lays a record that was read already, for reading only.
    pub(crate) fn of_record(path: &Path, record: Record) -> Result<Self, SessionError> {
        replayed(path, record.header, record.entries)
    }

    /// Adds an entry that stands in the record already, checking it against the rules.
    ///
    /// # Errors
    ///
    /// Says what the rules give instead.
    pub fn replay(&mut self, entry: Entry) -> Result<(), SessionError> {
        let path = self
            .path()
            .map_or_else(|| "this record".to_owned(), |p| p.display().to_string());
        let number = entry.number;
        let told = |error: SubmitError| match error {
            SubmitError::Refused(refused) => SessionError::Replay {
                path: path.clone(),
                number,
                refused,
            },
            other => SessionError::Differs {
                path: path.clone(),
                number,
                what: "an act",
                stored: entry.act.word().to_owned(),
                computed: other.to_string(),
            },
        };
        let written = self.with_written(&entry.act).map_err(told)?;
        let rules = written.as_ref().unwrap_or_else(|| self.scenario());
        let applied = self.try_act(rules, entry.seat, &entry.act).map_err(told)?;
        let differs = |what: &'static str, stored: String, computed: String| {
            Err(SessionError::Differs {
                path: path.clone(),
                number,
                what,
                stored,
                computed,
            })
        };
        let before = self.state();
        if (entry.move_number, entry.phase) != (before.move_number(), before.phase) {
            let place = |number: u32, phase: &str| format!("move {number}, {phase}");
            return differs(
                "the place",
                place(entry.move_number, entry.phase.word()),
                place(before.move_number(), before.phase.word()),
            );
        }
        let drawn = self.drawn(&applied.facts);
        if entry.drawn != drawn {
            return differs(
                "what was drawn",
                format!("{:?}", entry.drawn),
                format!("{drawn:?}"),
            );
        }
        let changes = self.change_lines(&applied.changes);
        if entry.changes != changes {
            let at = entry
                .changes
                .iter()
                .zip(&changes)
                .find(|(stored, now)| stored != now);
            let (stored, now) = at.map_or_else(
                || {
                    (
                        format!("{} changes", entry.changes.len()),
                        format!("{} changes", changes.len()),
                    )
                },
                |(stored, now)| (in_words(stored), in_words(now)),
            );
            return differs("a change", stored, now);
        }
        let state = digest(rules, &applied.state);
        if entry.state != state {
            return differs("the state", entry.state, state);
        }
        if let Some(scenario) = written {
            self.take_written(scenario, &entry.act);
        }
        self.seat_moment(entry, applied);
        Ok(())
    }

    /// Whether the last entry of the line ended the session.
    pub fn has_ended(&self) -> bool {
        self.state().game.outcome.is_some()
    }

    /// Acts without a stated reason so far, by seat: the gap that a facilitator can still close.
    pub fn unreasoned(&self, seat: Seat) -> usize {
        self.standing()
            .filter(|moment| {
                moment.entry.seat == seat
                    && moment.entry.act.is_decision()
                    && moment.entry.rationale.is_none()
                    && !moment.entry.by.starts_with("bot:")
                    && moment.entry.by != "program"
            })
            .count()
    }
}

fn replayed(path: &Path, header: Header, entries: Vec<Entry>) -> Result<Table, SessionError> {
    let shown = path.display().to_string();
    let setup = Setup::from_header(&header);
    let deck =
        Deck::from_text(&shown, &header.deck.source).map_err(|problems| SessionError::Deck {
            path: shown.clone(),
            first: first_problem(&problems),
        })?;
    if deck.hash != header.deck.hash {
        return Err(SessionError::Differs {
            path: shown,
            number: 0,
            what: "the deck's hash",
            stored: header.deck.hash.clone(),
            computed: deck.hash,
        });
    }
    let mut table = Table::laid(deck, setup, header, Some(path.to_owned()), None)?;
    table.make_room(entries.len());
    for entry in entries {
        table.replay(entry)?;
    }
    Ok(table)
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

/// Whether an act only annotates the record.
pub const fn is_mark(action: &Action) -> bool {
    matches!(action, Action::Note { .. } | Action::Bookmark { .. })
}
