//! The keys to move about.

use crate::command::Command;
use crate::key::Code;
use crate::keymap::binding::{Binding, c, plain};

/// The keys that everybody knows.
pub(super) const MOVES: &[Binding] = &[
    (plain(Code::Up), Command::Up),
    (plain(Code::Down), Command::Down),
    (plain(Code::Left), Command::Left),
    (plain(Code::Right), Command::Right),
    (plain(Code::PageUp), Command::PageUp),
    (plain(Code::PageDown), Command::PageDown),
    (plain(Code::Home), Command::First),
    (plain(Code::End), Command::Last),
    (plain(Code::Enter), Command::Confirm),
    (plain(Code::Tab), Command::NextField),
    (plain(Code::BackTab), Command::PreviousField),
    (plain(Code::Esc), Command::Back),
];

/// The letters for the arrows.
pub(super) const LETTERS: &[Binding] = &[
    (c('k'), Command::Up),
    (c('j'), Command::Down),
    (c('h'), Command::Left),
    (c('l'), Command::Right),
];

/// The numbers of the lines of a list.
pub(super) const DIGITS: &[Binding] = &[
    (c('1'), Command::Pick(1)),
    (c('2'), Command::Pick(2)),
    (c('3'), Command::Pick(3)),
    (c('4'), Command::Pick(4)),
    (c('5'), Command::Pick(5)),
    (c('6'), Command::Pick(6)),
    (c('7'), Command::Pick(7)),
    (c('8'), Command::Pick(8)),
    (c('9'), Command::Pick(9)),
];
