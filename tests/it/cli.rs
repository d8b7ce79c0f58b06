//! The command line, through the binary: what it prints, where, and with which status it ends.

mod annotates;
#[cfg(unix)]
mod asks;
mod branches;
mod bulk;
mod by_lines;
mod casts;
mod closes;
mod compares;
mod copies;
#[cfg(target_os = "linux")]
mod cuts;
mod data;
mod decks;
mod ends;
mod falsified;
mod faults;
mod for_programs;
mod forged;
mod golden;
mod hints;
#[cfg(all(unix, not(feature = "portable")))]
mod hosts;
mod interactive;
mod last_bytes;
mod notation;
mod numbers;
mod outputs;
mod program;
#[cfg(unix)]
mod programs;
mod records;
mod reports;
mod rescue;
mod runs;
mod same_values;
mod schema;
mod seals;
mod secrets;
mod sensitivity;
mod shards;
mod spoken;
mod synced;
mod theory;
mod usage;
mod warnings;
mod watching;
