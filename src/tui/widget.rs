//! The pieces that screens are made of, each `impl Widget for &T`, and the measures they share.

pub mod dialog;
pub mod fit;
pub mod footer;
pub mod header;
pub mod menu;
pub mod prose;
