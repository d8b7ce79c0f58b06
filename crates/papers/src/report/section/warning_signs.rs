//! Warning signs: what anybody outside the room could have seen after each move, and how long before the end.

use serde::Serialize;
use unequal_core::engine::entry_number::EntryNumber;

use crate::document::{Block, Rank, Section, Span, Table, cells, paragraph, said, strong};
use crate::report::sight::Sight;
use unequal_session::telling::count;
use unequal_session::warning::{closed, shown};

/// A sign that showed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SignLine {
    /// The sign's word.
    pub sign: &'static str,
    /// What could be seen.
    pub says: &'static str,
    /// The moves after which it showed, from 1.
    pub moves: Vec<u32>,
    /// The entry that closed the first of them.
    pub entry: EntryNumber,
    /// Moves from then to the end; none while the session goes on.
    pub lead: Option<u32>,
}

/// The signs that showed, the earliest first. None of them needs what is hidden from anybody.
pub(super) fn of(sight: &Sight<'_>) -> Vec<SignLine> {
    let table = sight.table;
    let entries = table.last_number();
    let last = closed(table, entries)
        .last()
        .map_or(0, |(number, _)| *number);
    let lines = shown(table, entries).into_iter().map(|shown| {
        let (first, entry) = shown.moves[0];
        SignLine {
            sign: shown.sign.word(),
            says: shown.sign.says(),
            moves: shown.moves.iter().map(|(number, _)| *number).collect(),
            entry,
            lead: table.has_ended().then(|| last - first),
        }
    });
    lines.collect()
}

pub(super) fn section(lines: &[SignLine]) -> Section {
    let rows = lines.iter().map(|line| {
        let moves = line
            .moves
            .iter()
            .map(u32::to_string)
            .collect::<Vec<String>>();
        let lead = match line.lead {
            None => "–".to_owned(),
            Some(0) => "at the end".to_owned(),
            Some(lead) => format!("{} before", count(lead, "move", "moves")),
        };
        cells! { [(line.says)] [(strong(line.moves[0].to_string()))] [(moves.join(", "))] [(lead)] }
    });
    let table = Table::default()
        .texts(["what could be seen"])
        .numbers(["first after move"])
        .texts(["after moves", "how early"])
        .rows(rows);
    let note = said! { "What anybody could have seen who watched from outside, in the public figures and the public acts. Which of these \
    come before which ending, and how reliably, is a question for many sessions: " (Span::Code("unequal simulate --signs".to_owned())) "." };
    let mut blocks = Vec::new();
    if !lines.is_empty() {
        blocks.extend([paragraph(Rank::Note, note), Block::Table(table)]);
    }
    Section::new(
        "signs",
        "Warning signs",
        "Which warning signs could be seen, and when",
        blocks,
    )
}
