//! The command line, through the binary: what it prints, where, and with which status it ends.

mod bulk;
mod decks;
mod faults;
mod golden;
mod program;
mod records;
mod reports;
mod runs;
mod usage;
