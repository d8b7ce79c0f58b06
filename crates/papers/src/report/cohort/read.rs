//! Reads tidy tables that reports have made back into sessions.

use std::collections::BTreeMap;

use crate::report::cohort::line::{is_step, take as take_up};
use crate::report::cohort::{Given, SessionLine, Step};
use crate::report::csv::{ACTS, ESTIMATES, EXCHANGES, GAUGES, SESSIONS, SHEETS, Sheet};
use unequal_core::deck::plain;
use unequal_core::engine::action::Kind;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::Response;

/// A text that is none of the tables that are understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotATable {
    /// The columns are others.
    #[error("the columns are not those of a table of gauges or of sessions")]
    Columns,
    /// A row that cannot be read.
    #[error("row {row}: {what}")]
    Row {
        /// Its number; the head is row 1.
        row: u64,
        /// What is wrong.
        what: String,
    },
}

type Found = BTreeMap<String, usize>;

/// Reads tables of gauges, of exchanges, of estimates, of acts and of sessions, in any order, each given once or several times.
///
/// # Errors
///
/// Gives the place of the text that is no such table, and says why.
pub fn read<'a>(
    texts: impl IntoIterator<Item = &'a str>,
) -> Result<Vec<SessionLine>, (usize, NotATable)> {
    let mut lines: Vec<SessionLine> = Vec::new();
    let mut found = Found::new();
    for (place, text) in texts.into_iter().enumerate() {
        take(text, &mut lines, &mut found).map_err(|error| (place, error))?;
    }
    Ok(lines)
}

/// A row of a table, by the names of its columns.
struct Row<'a> {
    heads: &'a csv::StringRecord,
    cells: csv::StringRecord,
    number: u64,
}

impl Row<'_> {
    fn text(&self, head: &str) -> String {
        let place = self.heads.iter().position(|name| name == head);
        let cell = place.and_then(|place| self.cells.get(place)).unwrap_or("");
        // The apostrophe keeps spreadsheets from taking a text for a formula.
        let formula = cell
            .strip_prefix('\'')
            .filter(|rest| rest.starts_with(['=', '+', '-', '@']));
        plain(formula.unwrap_or(cell))
    }

    /// The number in a cell; none where it is empty.
    fn number<T: std::str::FromStr>(&self, head: &str) -> Result<Option<T>, NotATable> {
        let text = self.text(head);
        if text.is_empty() {
            return Ok(None);
        }
        let read = text.parse().map_err(|_| NotATable::Row {
            row: self.number,
            what: format!("{head} is `{text}`, not a number"),
        })?;
        Ok(Some(read))
    }
}

/// Takes what a row says into its session.
type Take = fn(&Row<'_>, &mut SessionLine) -> Result<(), NotATable>;

fn take(text: &str, lines: &mut Vec<SessionLine>, found: &mut Found) -> Result<(), NotATable> {
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let heads = reader.headers().map_err(|_| NotATable::Columns)?.clone();
    let takes: [(&Sheet, Take); 5] = [
        (&GAUGES, gauge),
        (&EXCHANGES, exchange),
        (&ESTIMATES, estimate),
        (&ACTS, act),
        (&SESSIONS, session),
    ];
    let headed = takes.iter().find(|(sheet, _)| sheet.is_headed(&heads));
    let Some((_, take)) = headed else {
        // A folder of tables may be given whole; the picture needs no others.
        let known = SHEETS.iter().any(|sheet| sheet.is_headed(&heads));
        return if known {
            Ok(())
        } else {
            Err(NotATable::Columns)
        };
    };
    for (number, cells) in (2_u64..).zip(reader.records()) {
        let cells = cells.map_err(|error| NotATable::Row {
            row: number,
            what: error.to_string(),
        })?;
        let row = Row {
            heads: &heads,
            cells,
            number,
        };
        let key = row.text("session");
        let place = *found.entry(key.clone()).or_insert_with(|| {
            lines.push(SessionLine {
                session: key,
                ..SessionLine::default()
            });
            lines.len() - 1
        });
        let line = &mut lines[place];
        take(&row, line)?;
    }
    Ok(())
}

fn gauge(row: &Row<'_>, line: &mut SessionLine) -> Result<(), NotATable> {
    if row.text("gauge") != "stability" {
        return Ok(());
    }
    let value: Option<i64> = row.number("value")?;
    if row.text("closed") == "true" {
        let at: Option<usize> = row.number("move")?;
        if at != Some(line.curve.len()) {
            return Err(NotATable::Row {
                row: row.number,
                what: format!(
                    "session `{}` has stability of move {} where that of move {} should stand",
                    line.session,
                    row.text("move"),
                    line.curve.len()
                ),
            });
        }
        line.curve.extend(value);
    }
    line.stability = value;
    Ok(())
}

fn exchange(row: &Row<'_>, line: &mut SessionLine) -> Result<(), NotATable> {
    let word = row.text("response");
    let answer = Response::from_word(&word).ok_or_else(|| NotATable::Row {
        row: row.number,
        what: format!("response is `{word}`, which is no answer"),
    })?;
    let given: Option<i64> = row.number("delivered_percent")?;
    take_up(
        &mut line.fields,
        &row.text("domain"),
        answer,
        given.unwrap_or(0),
    );
    Ok(())
}

/// An act of play that stands; others tell no lines apart.
fn act(row: &Row<'_>, line: &mut SessionLine) -> Result<(), NotATable> {
    let word = row.text("kind");
    let kind = Kind::ALL.iter().find(|kind| kind.word() == word);
    let move_number: Option<u32> = row.number("move")?;
    let move_number = move_number.unwrap_or(0);
    if row.text("undone") != "true" && kind.is_some_and(|kind| is_step(*kind, move_number)) {
        line.steps.push(Step {
            move_number,
            sentence: row.text("sentence"),
        });
    }
    Ok(())
}

/// An estimate on what was resolved; others say nothing of how near they came.
fn estimate(row: &Row<'_>, line: &mut SessionLine) -> Result<(), NotATable> {
    let wrong = |head: &str, what: &str| NotATable::Row {
        row: row.number,
        what: format!("{head} is `{}`, not {what}", row.text(head)),
    };
    let happened = match row.text("happened").as_str() {
        "" => return Ok(()),
        "true" => true,
        "false" => false,
        _ => return Err(wrong("happened", "true or false")),
    };
    let seat = Seat::ALL
        .into_iter()
        .find(|seat| seat.word() == row.text("seat"));
    let percent: Option<u8> = row.number("percent")?;
    line.estimates.push(Given {
        seat: seat.ok_or_else(|| wrong("seat", "a seat"))?.word(),
        percent: percent
            .filter(|percent| *percent <= 100)
            .ok_or_else(|| wrong("percent", "0 to 100"))?,
        happened,
    });
    Ok(())
}

fn session(row: &Row<'_>, line: &mut SessionLine) -> Result<(), NotATable> {
    if line.entries.is_some() {
        return Err(NotATable::Row {
            row: row.number,
            what: format!("session `{}` stands twice", line.session),
        });
    }
    let [ending, title] = ["ending", "ending_title"].map(|head| row.text(head));
    let parent = row.text("parent_file");
    line.parent = (!parent.is_empty()).then_some(parent);
    line.name = row.text("name");
    line.deck = row.text("deck");
    line.deck_hash = row.text("deck_hash");
    line.rules = row.text("rules");
    line.patron = row.text("patron_held_by");
    line.client = row.text("client_held_by");
    line.europe = row.text("europe_held_by");
    line.moves = row.number("moves_played")?;
    line.entries = row.number("entries")?;
    line.ending = (!ending.is_empty()).then_some(ending);
    line.ending_title = (!title.is_empty()).then_some(title);
    line.stability = row.number("stability_end")?;
    line.overrides = row.number("overrides")?;
    line.overrides_moved = row.number("overrides_moved")?;
    line.decisions = row.number("decisions")?;
    line.without_reason = row.number("without_reason")?;
    Ok(())
}
