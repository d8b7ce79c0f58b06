//! Tables: columns that know their side, rows of running text.

use crate::document::{Inline, Piece, line, lines};

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What stands above it.
    pub head: Inline,
    /// Whether it holds numbers, which stand to the right.
    pub number: bool,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, of a cell a column; one of a single cell is a heading among them.
    pub rows: Vec<Vec<Inline>>,
    /// Set where columns are lines of play: what is too wide for a terminal is told row by row there.
    pub lanes: bool,
}

impl Table {
    /// Adds columns of texts.
    #[must_use]
    pub fn texts<T: Piece>(self, heads: impl IntoIterator<Item = T>) -> Self {
        self.columns(heads, false)
    }

    /// Adds columns of numbers.
    #[must_use]
    pub fn numbers<T: Piece>(self, heads: impl IntoIterator<Item = T>) -> Self {
        self.columns(heads, true)
    }

    fn columns<T: Piece>(mut self, heads: impl IntoIterator<Item = T>, number: bool) -> Self {
        let heads = heads.into_iter().map(line);
        self.columns
            .extend(heads.map(|head| Column { head, number }));
        self
    }

    /// Adds rows.
    #[must_use]
    pub fn rows<T: Piece, R: IntoIterator<Item = T>>(
        mut self,
        rows: impl IntoIterator<Item = R>,
    ) -> Self {
        self.rows.extend(rows.into_iter().map(lines));
        self
    }
}
