//! The keys of the replay.

use crate::command::Command;
use crate::key::Code;
use crate::keymap::binding::{Binding, c, plain};

/// The keys of the replay.
pub(super) const REPLAY: &[Binding] = &[
    (plain(Code::Left), Command::EntryBack),
    (c('h'), Command::EntryBack),
    (plain(Code::Right), Command::EntryOn),
    (c('l'), Command::EntryOn),
    (plain(Code::Up), Command::PhaseBack),
    (c('k'), Command::PhaseBack),
    (plain(Code::Down), Command::PhaseOn),
    (c('j'), Command::PhaseOn),
    (plain(Code::PageUp), Command::MoveBack),
    (plain(Code::PageDown), Command::MoveOn),
    (plain(Code::Home), Command::FirstEntry),
    (plain(Code::End), Command::LastEntry),
    (c('n'), Command::NextMark),
    (c('N'), Command::PreviousMark),
    (c('v'), Command::WhichMarks),
    (c('s'), Command::Eyes),
    (c('S'), Command::Signposts),
    (c('f'), Command::Filter),
    (c('u'), Command::ShowUndone),
    (c('M'), Command::Machines),
    (c(' '), Command::Play),
    (c('+'), Command::Faster),
    (c('-'), Command::Slower),
    (c('<'), Command::Direction),
    (c('g'), Command::Guess),
    (c('b'), Command::Branch),
    (c('t'), Command::Tree),
    (c('e'), Command::Explain),
    (c('c'), Command::FanChart),
    (c('x'), Command::Expectations),
    (c('o'), Command::Findings),
    (c('d'), Command::Debrief),
    (c('r'), Command::Report),
    (c('C'), Command::Continue),
    (c('P'), Command::PlayOut),
    (c('a'), Command::Annotate),
    (c('m'), Command::Bookmark),
    (c('T'), Command::Chapters),
    (c('/'), Command::Search),
    (c('#'), Command::GoToEntry),
    (c('0'), Command::Pick(0)),
    (c('1'), Command::Pick(1)),
    (c('2'), Command::Pick(2)),
    (c('3'), Command::Pick(3)),
    (c('4'), Command::Pick(4)),
    (c('5'), Command::Pick(5)),
    (c('6'), Command::Pick(6)),
    (c('7'), Command::Pick(7)),
    (c('8'), Command::Pick(8)),
    (c('9'), Command::Pick(9)),
    (plain(Code::Enter), Command::ReadEntry),
    (c('q'), Command::Back),
];

/// The keys of an exchange.
pub(super) const EXCHANGE: &[Binding] = &[
    (c('e'), Command::Explain),
    (c(' '), Command::PageDown),
    (c('q'), Command::Back),
];

/// The keys of what could be expected.
pub(super) const EXPLAIN: &[Binding] = &[(c('P'), Command::PlayOut), (c('q'), Command::Back)];

/// The keys of the chapters.
pub(super) const CHAPTERS: &[Binding] = &[(c(' '), Command::PageDown), (c('q'), Command::Back)];

/// The keys of the tree of lines.
pub(super) const TREE: &[Binding] = &[
    (c(' '), Command::Compare),
    (c('c'), Command::Compare),
    (c('m'), Command::Tick),
    (c('r'), Command::Rename),
    (c('q'), Command::Back),
];

/// The keys of a list to tick.
pub(super) const CHECKLIST: &[Binding] = &[
    (c(' '), Command::Tick),
    (c('c'), Command::Compare),
    (c('q'), Command::Back),
];
