//! Rows of tidy tables, harmless to spreadsheets.

use crate::report::model::Aar;

/// A report under the key by which tables know its session.
#[derive(Clone, Copy, Debug)]
pub struct Keyed<'a> {
    /// The key: the name of the session's file without its ending.
    pub key: &'a str,
    /// The report.
    pub aar: &'a Aar,
}

/// For whom tables are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// Programs: commas between cells, a point before decimals.
    Plain,
    /// Excel where numbers have a decimal comma: a byte order mark, so that it reads UTF-8 on a double click;
    /// semicolons between cells, a comma before decimals.
    Excel,
}

/// Writes a head and rows of the same width.
///
/// Numbers below zero stay as they are: they are numbers, not formulas.
pub(super) fn table(
    dialect: Dialect,
    head: Vec<String>,
    rows: impl Iterator<Item = Vec<String>>,
) -> String {
    let (mark, delimiter) = match dialect {
        Dialect::Plain => ("", b','),
        Dialect::Excel => ("\u{feff}", b';'),
    };
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(mark.as_bytes().to_vec());
    for row in std::iter::once(head).chain(rows) {
        writer
            .write_record(&row)
            .expect("rows of one width go into memory");
    }
    let bytes = writer.into_inner().expect("memory is always written");
    String::from_utf8(bytes).expect("text was written")
}

/// Keeps a spreadsheet from taking a text for a formula.
pub(super) fn harmless(text: String) -> String {
    let begins_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if begins_formula && text.parse::<f64>().is_err() {
        format!("'{text}")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_disarmed_and_a_number_stays_a_number() {
        assert_eq!(harmless("=1+1".to_owned()), "'=1+1");
        assert_eq!(harmless("@SUM(A1)".to_owned()), "'@SUM(A1)");
        assert_eq!(harmless("-4".to_owned()), "-4");
        assert_eq!(harmless("-4 or so".to_owned()), "'-4 or so");
        assert_eq!(harmless("China asked".to_owned()), "China asked");
    }

    #[test]
    fn cells_with_commas_quotes_and_lines_come_back_whole() {
        let row = vec!["a, \"b\"\nc".to_owned(), "中文".to_owned()];
        let head = vec!["one".to_owned(), "two".to_owned()];
        let text = table(Dialect::Plain, head, std::iter::once(row.clone()));
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        let read: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(read.len(), 1);
        assert_eq!(read[0].iter().collect::<Vec<_>>(), row);
    }
}
