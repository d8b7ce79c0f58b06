//! Everything that is printed or kept beside a session or a deck: reports, comparisons, exports, handouts, surveys.

pub mod balance;
pub mod booklet;
pub mod closing;
pub mod document;
pub mod handout;
pub mod report;
pub mod warning;
