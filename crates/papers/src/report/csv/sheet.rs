//! What a tidy table is: its columns with their types and meanings, each beside the cell that it holds.

use crate::report::csv::rows::{Dialect, Keyed, harmless, table};
use crate::report::model::Aar;
use unequal_core::engine::entry_number::EntryNumber;

/// A tidy table.
#[derive(Clone, Copy, Debug)]
pub(in crate::report) struct Sheet {
    /// Its name in the names of files: `acts`.
    pub(in crate::report) name: &'static str,
    /// What one of its rows is.
    pub(in crate::report) about: &'static str,
    /// Its columns after those of the session, which every table begins with.
    pub(in crate::report) columns: &'static [Column],
    /// The rows of one session, without the columns of the session.
    pub(super) rows: fn(&Aar) -> Vec<Vec<String>>,
}

/// A column of a tidy table.
#[derive(Clone, Copy, Debug)]
pub(in crate::report) struct Column {
    /// Its name in the head.
    pub(in crate::report) name: &'static str,
    /// What its cells are.
    pub(in crate::report) kind: Kind,
    /// What it means, with unit and range.
    pub(in crate::report) about: &'static str,
    /// The words of a closed list, one of which stands in a cell; none where anything may stand there.
    pub(in crate::report) words: Option<fn() -> Vec<&'static str>>,
}

/// What the cells of a column are; an empty cell says that there is nothing, or that the seat may not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Kind {
    /// Words.
    Text,
    /// A whole number.
    Integer,
    /// A number with decimals, a point before them.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A time in UTC, as RFC 3339 text.
    Time,
}

impl Kind {
    /// The type's word in a Frictionless table schema.
    pub(in crate::report) const fn word(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Time => "datetime",
        }
    }
}

/// The columns that every table begins with.
pub(in crate::report) const SESSION: [Column; 2] = [
    Column {
        name: "session",
        kind: Kind::Text,
        about: "The session: the name of its file without the ending, with a number where two files have one name",
        words: None,
    },
    Column {
        name: "session_id",
        kind: Kind::Text,
        about: "The digest of the record’s header, the same in every export whatever the file is called; empty where the seat may not know all that went into it",
        words: None,
    },
];

impl Sheet {
    /// All columns, the session's first.
    pub(in crate::report) fn all(&self) -> impl Iterator<Item = Column> + '_ {
        SESSION.into_iter().chain(self.columns.iter().copied())
    }

    /// Whether these are the heads of this table, and perhaps more.
    pub(in crate::report) fn is_headed(&self, heads: &csv::StringRecord) -> bool {
        self.all()
            .all(|column| heads.iter().any(|head| head == column.name))
    }

    /// The table with the rows of all sessions.
    pub(super) fn text(&self, dialect: Dialect, reports: &[Keyed<'_>]) -> String {
        let head = self.all().map(|column| column.name.to_owned()).collect();
        let rows = reports.iter().flat_map(|report| {
            let rows = (self.rows)(report.aar).into_iter();
            rows.map(|row| {
                let session = [report.key.to_owned(), report.aar.session.id.cell()];
                let cells = session.into_iter().chain(row).zip(self.all());
                let written = |(cell, column): (String, Column)| match (dialect, column.kind) {
                    (Dialect::Excel, Kind::Number) => cell.replace('.', ","),
                    _ => harmless(cell),
                };
                cells.map(written).collect()
            })
        });
        table(dialect, head, rows)
    }
}

/// A value as a cell.
pub(super) trait Cell {
    /// The cell's text; empty for nothing.
    fn cell(&self) -> String;
}

macro_rules! plainly {
    ($($type:ty),*) => {
        $(impl Cell for $type {
            fn cell(&self) -> String {
                self.to_string()
            }
        })*
    };
}

plainly!(
    &str,
    String,
    &String,
    bool,
    u8,
    u32,
    u64,
    i64,
    usize,
    EntryNumber
);

impl Cell for f64 {
    fn cell(&self) -> String {
        let text = format!("{self:.4}");
        // What rounds to nothing has no sign.
        if text == "-0.0000" {
            "0.0000".to_owned()
        } else {
            text
        }
    }
}

impl<T: Cell> Cell for Option<T> {
    fn cell(&self) -> String {
        self.as_ref().map_or_else(String::new, Cell::cell)
    }
}

/// The list of words that a column's line names, if it does.
macro_rules! words {
    () => {
        None
    };
    ($words:path) => {
        Some($words)
    };
}

/// Declares a table: what its rows are made of, and a line a column: name, type, in brackets the list of its words
/// where it is closed, meaning, cell.
macro_rules! sheet {
    (
        $(#[$doc:meta])*
        $sheet:ident $name:literal $about:literal
        |$aar:ident| $rows:expr;
        |$row:pat_param| $($column:literal $kind:ident $(($words:path))? $meaning:literal = $cell:expr;)+
    ) => {
        $(#[$doc])*
        pub(in crate::report) const $sheet: $crate::report::csv::sheet::Sheet =
            $crate::report::csv::sheet::Sheet {
                name: $name,
                about: $about,
                columns: &[$($crate::report::csv::sheet::Column {
                    name: $column,
                    kind: $crate::report::csv::sheet::Kind::$kind,
                    about: $meaning,
                    words: $crate::report::csv::sheet::words!($($words)?),
                },)+],
                rows: |$aar| {
                    $rows
                        .map(|$row| vec![$($crate::report::csv::sheet::Cell::cell(&$cell)),+])
                        .collect()
                },
            };
    };
}

pub(super) use {sheet, words};
