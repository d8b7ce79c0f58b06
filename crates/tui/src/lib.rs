//! The interface in the terminal: screens, keys, sheets; every act goes through the session layer.
//!
//! `key` says what a person did, `keymap` which command that means, `command` what a command does
//! to the interface, `effect` what is to be done outside it, `run` does it and draws.

pub mod ability;
pub mod attach;
pub mod beside;
pub mod clock;
pub mod command;
pub mod console;
pub mod effect;
pub mod errand;
mod fall;
pub mod far;
pub mod field;
pub mod film;
pub mod flow;
pub mod glance;
pub mod goal;
pub mod harness;
pub mod holders;
pub mod key;
pub mod keymap;
mod late;
pub mod looked;
pub mod notice;
pub mod outside;
pub mod page;
pub mod replay;
pub mod run;
pub mod screen;
pub mod shelf;
pub mod sitting;
pub mod stack;
pub mod start;
pub mod terminal;
pub mod theme;
pub mod time;
pub mod walk;
pub mod wall;
pub mod widget;

pub use beside::Beside;
pub use start::{Look, Start, TuiError, needs_terminal, run};
