//! The interface in the terminal: screens, keys, sheets; every act goes through the session layer.
//!
//! `key` says what a person did, `keymap` which command that means, `command` what a command does
//! to the interface, `effect` what is to be done outside it, `run` does it and draws.

pub mod app;
pub mod command;
pub mod effect;
pub mod field;
pub mod key;
pub mod keymap;
pub mod overlay;
pub mod screen;
pub mod theme;
pub mod widget;
