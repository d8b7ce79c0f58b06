//! The rules, and what plays them: pure functions of a deck's numbers and a seed.
//!
//! [`model`] is a session in play without a record, a clock or a screen; [`bot`] plays its seats. They are a
//! crate of their own because they are played hundreds of thousands of times in one study, so that they are
//! optimised as one piece, which the rest is not.

pub mod bot;
pub mod model;
