//! Everything that is printed or kept beside a session: reports, comparisons, exports, handouts.

pub mod handout;
pub mod report;
