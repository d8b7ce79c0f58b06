//! Everything that is printed or kept beside a session: reports, comparisons, exports, handouts.

pub mod balance;
pub mod booklet;
pub mod document;
pub mod handout;
pub mod report;
