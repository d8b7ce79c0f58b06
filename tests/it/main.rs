//! Tests across layers, in one binary.

mod ensemble;
mod generic;
mod golden;
mod record;
mod session;
