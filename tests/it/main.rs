//! Tests across layers, in one binary.

mod golden;
