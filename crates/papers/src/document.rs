//! Papers as plain data: what is to be read, before it is known where.
//!
//! A builder makes blocks, and a renderer for each kind of paper draws them: a page for browsers and
//! printers, Markdown, text for terminals. Only renderers escape, and each of them draws every block.

mod block;
pub mod chart;
pub mod html;
mod inline;
pub mod markdown;
mod retold;
mod table;
pub mod text;

pub use block::{
    Block, Card, Document, Facts, Item, Look, Marker, Rank, Section, heading, paragraph, titled,
};
pub use chart::{Band, Chart, Curve, MarkRow, Moment};
pub use inline::{
    Bar, Inline, Piece, Span, Tone, cited, dim, line, lines, quote, seat, strong, told,
};
pub(crate) use inline::{cells, said};
pub use table::{Column, Table};
