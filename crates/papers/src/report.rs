//! What comes after a session: the AAR report, comparisons, and recordings of the replay.
//!
//! A report is first a plain model, made from the table as one seat may know it: that is its JSON and its
//! tables. What it says as blocks is made from the model alone, so what a seat may not know is kept out in
//! one place, and [`crate::document`] draws the blocks on every kind of paper.

mod better;
mod brief;
pub mod cohort;
pub mod compare;
pub mod csv;
mod curve;
mod for_europe;
mod format;
pub mod json;
pub mod model;
mod paper;
pub mod playback;
mod section;
mod session;
mod sight;
mod summary;
mod words;

pub use better::{Better, better};
pub use format::{Format, Part};
pub use model::Aar;
pub(crate) use paper::document as paper_of;
pub use paper::{html, markdown};
pub(crate) use section::exchange_sheets;
pub use sight::{Extras, Findings};
pub use words::{option_words, signed_tenth};
