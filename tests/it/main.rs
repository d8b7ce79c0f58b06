//! Tests across layers, in one binary.

mod ensemble;
mod golden;
mod record;
