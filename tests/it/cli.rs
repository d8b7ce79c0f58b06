//! The command line, through the binary: what it prints, where, and with which status it ends.

mod branches;
mod bulk;
mod casts;
mod compares;
mod decks;
mod falsified;
mod faults;
mod golden;
mod program;
mod records;
mod reports;
mod runs;
mod usage;
mod watching;
