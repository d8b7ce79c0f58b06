//! The keys that work on every page.

use crate::command::Command;
use crate::key::{Code, Key};
use crate::keymap::binding::{Binding, c, plain};

/// Where letters are not to do anything: on lines of choices.
pub(super) const ANYWHERE: &[Binding] = &[
    (Key::ctrl('c'), Command::Quit),
    (Key::ctrl('p'), Command::Palette),
    (Key::ctrl('l'), Command::Redraw),
    (Key::ctrl('z'), Command::Suspend),
    (c(':'), Command::Palette),
    (c('?'), Command::Help),
    (plain(Code::F(1)), Command::Help),
    (plain(Code::F(2)), Command::Words),
];

/// The same where letters and signs do what they say, and there is something to read.
pub(super) const READING: &[Binding] = &[
    (Key::ctrl('c'), Command::Quit),
    (Key::ctrl('p'), Command::Palette),
    (Key::ctrl('l'), Command::Redraw),
    (Key::ctrl('z'), Command::Suspend),
    (c(':'), Command::Palette),
    (c('?'), Command::Help),
    (plain(Code::F(1)), Command::Help),
    (c('K'), Command::Words),
    (plain(Code::F(2)), Command::Words),
    (c('/'), Command::Search),
];

/// The same where nothing is to be read that could be explained.
pub(super) const BARE: &[Binding] = &[
    (Key::ctrl('c'), Command::Quit),
    (Key::ctrl('p'), Command::Palette),
    (Key::ctrl('l'), Command::Redraw),
    (Key::ctrl('z'), Command::Suspend),
    (c(':'), Command::Palette),
    (c('?'), Command::Help),
    (plain(Code::F(1)), Command::Help),
];
