//! Tests across layers, in one binary.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod architecture;
mod attribution;
mod branch;
mod cli;
mod documents;
mod ensemble;
mod eventful;
mod generic;
mod golden;
mod handouts;
mod record;
mod session;
mod tutorial;
