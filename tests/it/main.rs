//! Tests across layers, in one binary.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod architecture;
mod attribution;
mod board;
mod bots;
mod branch;
mod by_keys;
mod citations;
mod cli;
mod compare;
mod console;
mod deck_property;
mod decks;
mod dependencies;
mod documents;
mod dynamics;
mod ensemble;
mod eventful;
mod examples;
mod expectations;
mod family;
mod generic;
mod golden;
mod handouts;
mod keys;
mod lost_file;
mod meanwhile;
mod moves;
mod oracles;
mod pace;
mod places;
mod record;
mod replay;
mod report;
mod screens;
mod session;
mod sessions;
mod shipped;
mod sittings;
mod tutorial;
mod unseen;
mod verdicts;
mod voices;
mod watch;
mod workshop;
