//! The pieces that screens are made of, each `impl Widget for &T`.

pub mod footer;
