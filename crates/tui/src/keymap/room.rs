//! The keys of the white cell's sheets: the plan of injects, the ruling desk, estimates, people, gaps; and of the projector.

use crate::command::Command;
use crate::key::Code;
use crate::keymap::binding::{Binding, c, plain};

pub(super) const PLAN: &[Binding] = &[
    (c('f'), Command::Fire),
    (c('b'), Command::HoldBack),
    (c('t'), Command::AnotherTime),
    (c('s'), Command::Skip),
    (c('r'), Command::Reaction),
    (c('n'), Command::PlanInject),
    (c('x'), Command::InjectNow),
    (c(' '), Command::PageDown),
    (c('+'), Command::MoreTime),
];

pub(super) const DESK: &[Binding] = &[
    (c('a'), Command::Argue),
    (c('o'), Command::Override),
    (c('p'), Command::RuleLater),
    (c('d'), Command::HideDice),
    (c('g'), Command::Adjust),
    (c('+'), Command::MoreTime),
];

pub(super) const RULINGS: &[Binding] = &[
    (c('m'), Command::RuleHow),
    (c(' '), Command::PageDown),
    (c('+'), Command::MoreTime),
];

pub(super) const POLLS: &[Binding] = &[
    (c('n'), Command::Ask),
    (c('a'), Command::AsList),
    (c('v'), Command::Reveal),
    (c('o'), Command::Resolve),
    (c(' '), Command::PageDown),
    (c('+'), Command::MoreTime),
];

/// The scenes of the wall are ten: the last has the key behind the nine.
pub(super) const STAGE: &[Binding] = &[(c('0'), Command::Pick(10)), (c(' '), Command::PageDown)];

pub(super) const GAPS: &[Binding] = &[
    (c('n'), Command::Note),
    (c('e'), Command::Correct),
    (c(' '), Command::PageDown),
    (c('+'), Command::MoreTime),
];

pub(super) const PEOPLE: &[Binding] = &[
    (c('n'), Command::Join),
    (c('r'), Command::Rename),
    (c('x'), Command::LeaveTable),
    (c(' '), Command::PageDown),
    (c('+'), Command::MoreTime),
];

pub(super) const ENTRANCE: &[Binding] = &[
    (c('s'), Command::Announce),
    (c(' '), Command::PageDown),
    (c('+'), Command::MoreTime),
];

pub(super) const ENTRIES: &[Binding] = &[
    (c('e'), Command::Correct),
    (c('u'), Command::Undo),
    (c(' '), Command::PageDown),
    (c('+'), Command::MoreTime),
];

/// The keys of the room's own screen.
pub(super) const PROJECTOR: &[Binding] = &[
    (plain(Code::Left), Command::Left),
    (plain(Code::Right), Command::Right),
    (c('c'), Command::Countdown),
    (c('t'), Command::NextTheme),
    (c('q'), Command::Quit),
    (plain(Code::Esc), Command::Back),
];
