//! Reports as tidy tables, with a codebook and a data package that are made of the same declarations.
//!
//! Every row names its session, so that tables of several sessions can be put under one another. Text
//! that a spreadsheet would take for a formula gets an apostrophe before it; nothing else is changed.

mod acts;
mod course;
mod findings;
mod hands;
mod package;
mod people;
mod play;
mod rows;
mod sessions;
mod sheet;
mod words;

pub(super) use acts::ACTS;
pub(super) use course::GAUGES;
pub(super) use people::ESTIMATES;
pub(super) use play::EXCHANGES;
pub use rows::{Dialect, Keyed};
pub(super) use sessions::SESSIONS;
pub(super) use sheet::Sheet;

/// All tables, in the order in which they are written.
pub(super) const SHEETS: [Sheet; 23] = [
    sessions::SESSIONS,
    acts::ACTS,
    course::GAUGES,
    course::MOMENTS,
    course::LEVERAGE,
    acts::CHANGES,
    play::EXCHANGES,
    play::OFFERS,
    play::MEASURES,
    play::PLANS,
    play::CRISES,
    course::RED_LINES,
    hands::OVERRIDES,
    hands::HOLDERS,
    people::PEOPLE,
    people::QUESTIONS,
    people::ESTIMATES,
    findings::TURNING_POINTS,
    findings::EXPECTATIONS,
    findings::LUCK,
    findings::ATTRIBUTION,
    findings::KNOWLEDGE,
    people::ANNOTATIONS,
];

/// A table, as a file of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name: `acts`.
    pub name: &'static str,
    /// The rows, with a head.
    pub text: String,
}

/// All tables, each with the rows of all sessions.
pub fn tables(dialect: Dialect, reports: &[Keyed<'_>]) -> Vec<Table> {
    let table = |sheet: &Sheet| Table {
        name: sheet.name,
        text: sheet.text(dialect, reports),
    };
    SHEETS.iter().map(table).collect()
}

/// The files of a set of tables that is known by `key`: the tables, the codebook, the data package.
pub(super) fn files(key: &str, dialect: Dialect, reports: &[Keyed<'_>]) -> Vec<String> {
    let tables = tables(dialect, reports).into_iter().map(|table| table.text);
    tables
        .chain([
            package::codebook(key, &SHEETS),
            package::package(key, dialect, &SHEETS),
        ])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Format;

    #[test]
    fn every_table_has_its_file_and_no_two_columns_one_name() {
        let endings = Format::Csv.endings();
        let tables = SHEETS.map(|sheet| format!("{}.csv", sheet.name));
        assert_eq!(endings[..SHEETS.len()], tables);
        assert_eq!(endings[SHEETS.len()..], ["codebook.md", "datapackage.json"]);
        for sheet in SHEETS {
            let mut names: Vec<&str> = sheet.all().map(|column| column.name).collect();
            names.sort_unstable();
            let all = names.len();
            names.dedup();
            assert_eq!(names.len(), all, "{}", sheet.name);
        }
    }
}
