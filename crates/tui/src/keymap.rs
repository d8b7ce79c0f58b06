//! Which key means which command in which layer: one table, from which footer and help are made.

mod anywhere;
mod binding;
mod layer;
mod moving;
mod replay;
mod room;

use crate::command::Command;
use crate::key::{Code, Key};

use anywhere::{ANYWHERE, BARE, READING};
pub use binding::Binding;
use binding::{c, plain};
pub use layer::Layer;
use moving::{DIGITS, LETTERS, MOVES};
use room::{DESK, ENTRANCE, ENTRIES, GAPS, PEOPLE, PLAN, POLLS, PROJECTOR, RULINGS, STAGE};

const LINE: &[Binding] = &[
    (plain(Code::Enter), Command::Confirm),
    (Key::ctrl('s'), Command::Record),
    (plain(Code::Up), Command::Up),
    (plain(Code::Down), Command::Down),
    (plain(Code::PageUp), Command::PageUp),
    (plain(Code::PageDown), Command::PageDown),
    (plain(Code::Tab), Command::NextField),
    (plain(Code::BackTab), Command::PreviousField),
    (plain(Code::Esc), Command::Back),
    (Key::ctrl('c'), Command::Quit),
    (Key::ctrl('p'), Command::Palette),
    (Key::ctrl('l'), Command::Redraw),
    (plain(Code::F(1)), Command::Help),
    (plain(Code::F(2)), Command::Words),
];

const TEXT: &[Binding] = &[
    (Key::ctrl('s'), Command::Confirm),
    (plain(Code::Tab), Command::NextField),
    (plain(Code::BackTab), Command::PreviousField),
    (plain(Code::Esc), Command::Back),
    (Key::ctrl('c'), Command::Quit),
    (Key::ctrl('p'), Command::Palette),
    (Key::ctrl('l'), Command::Redraw),
    (plain(Code::F(1)), Command::Help),
    (plain(Code::F(2)), Command::Words),
];

const HOME: &[Binding] = &[
    (c('n'), Command::NewSession),
    (c('c'), Command::Continue),
    (c('r'), Command::Replay),
    (c('v'), Command::Compare),
    (c('a'), Command::Cohort),
    (c('m'), Command::SessionMenu),
    (c('P'), Command::Print),
    (c('d'), Command::Decks),
    (c('t'), Command::NextTheme),
    (c('q'), Command::Quit),
];

const COHORT: &[Binding] = &[
    (c('g'), Command::GroupBy),
    (c('s'), Command::SortBy),
    (c('b'), Command::CountBranches),
    (c(' '), Command::PageDown),
    (c('q'), Command::Back),
];

const SETUP: &[Binding] = &[
    (Key::ctrl('s'), Command::Start),
    (Key::ctrl('r'), Command::NewSeed),
    (c(' '), Command::Right),
];

const SETUP_LINE: &[Binding] = &[
    (Key::ctrl('s'), Command::Start),
    (Key::ctrl('r'), Command::NewSeed),
    (plain(Code::Enter), Command::Confirm),
    (plain(Code::Up), Command::Up),
    (plain(Code::Down), Command::Down),
    (plain(Code::PageUp), Command::PageUp),
    (plain(Code::PageDown), Command::PageDown),
    (plain(Code::Tab), Command::NextField),
    (plain(Code::BackTab), Command::PreviousField),
    (plain(Code::Esc), Command::Back),
    (Key::ctrl('c'), Command::Quit),
    (Key::ctrl('p'), Command::Palette),
    (Key::ctrl('l'), Command::Redraw),
    (plain(Code::F(1)), Command::Help),
    (plain(Code::F(2)), Command::Words),
];

const BRIEFING: &[Binding] = &[(c(' '), Command::PageDown)];

const CURTAIN: &[Binding] = &[
    (plain(Code::Enter), Command::LiftCurtain),
    (c('w'), Command::TakeScreen),
    (c('p'), Command::Pin),
    (c('q'), Command::GoHome),
    (plain(Code::Esc), Command::Back),
];

const BOARD: &[Binding] = &[
    (c('a'), Command::Act),
    (c('w'), Command::Why),
    (c('r'), Command::Reasons),
    (c('i'), Command::Injects),
    (c('f'), Command::Fire),
    (c('x'), Command::InjectNow),
    (c('d'), Command::NewDemand),
    (c('o'), Command::Rulings),
    (c('e'), Command::Estimates),
    (c('v'), Command::People),
    (c('V'), Command::Entrance),
    (c('y'), Command::Gaps),
    (c('s'), Command::Announce),
    (c('p'), Command::Pause),
    (c('t'), Command::Clocks),
    (c('T'), Command::RunningOrder),
    (c('+'), Command::MoreTime),
    (c('z'), Command::Course),
    (c('g'), Command::Adjust),
    (c('u'), Command::Undo),
    (c('n'), Command::Note),
    (c('m'), Command::Bookmark),
    (c('b'), Command::Briefing),
    (c('c'), Command::DropCurtain),
    (c('C'), Command::Pin),
    (c('S'), Command::Signposts),
    (c('B'), Command::Projector),
    (c('I'), Command::Tour),
    (c('W'), Command::TakeScreen),
    (c('P'), Command::Print),
    (c('q'), Command::GoHome),
];

const SHEET: &[Binding] = &[
    (Key::ctrl('s'), Command::Record),
    (c('w'), Command::Why),
    (c('+'), Command::MoreTime),
    (c(' '), Command::PageDown),
];

// No letters: who takes a line of choices for a field and types must not set anything off.
const CHOICE: &[Binding] = &[(Key::ctrl('s'), Command::Record), (c(' '), Command::Right)];

const DECKS: &[Binding] = &[
    (c('/'), Command::Search),
    (c('P'), Command::Print),
    (c('q'), Command::Back),
];

const HELP: &[Binding] = &[(c('q'), Command::Back), (c('?'), Command::Back)];

const CONFIRM: &[Binding] = &[
    (c('y'), Command::Confirm),
    (c('n'), Command::Back),
    // The second Ctrl-C answers the question that the first one asked.
    (Key::ctrl('c'), Command::QuitNow),
];

const END: &[Binding] = &[
    (c('r'), Command::Close),
    (c('R'), Command::Reasons),
    (c('w'), Command::Why),
    (c('p'), Command::Replay),
    (c('n'), Command::Note),
    (c('m'), Command::Bookmark),
    (c('e'), Command::Estimates),
    (c('u'), Command::Undo),
    (c('B'), Command::Projector),
    (c(' '), Command::PageDown),
    (c('q'), Command::GoHome),
];

/// The keys of a layer by itself.
pub const fn own(layer: Layer) -> &'static [Binding] {
    match layer {
        Layer::Anywhere => ANYWHERE,
        Layer::Line | Layer::Palette => LINE,
        Layer::Text => TEXT,
        Layer::Home => HOME,
        Layer::Setup => SETUP,
        Layer::SetupLine => SETUP_LINE,
        Layer::Briefing => BRIEFING,
        Layer::Curtain => CURTAIN,
        Layer::Board => BOARD,
        Layer::Sheet => SHEET,
        Layer::Choice => CHOICE,
        Layer::Plan => PLAN,
        Layer::Desk => DESK,
        Layer::Rulings => RULINGS,
        Layer::Polls => POLLS,
        Layer::People => PEOPLE,
        Layer::Entrance => ENTRANCE,
        Layer::Gaps => GAPS,
        Layer::Entries => ENTRIES,
        Layer::Stage => STAGE,
        Layer::Decks => DECKS,
        Layer::Help => HELP,
        Layer::Confirm => CONFIRM,
        Layer::End => END,
        Layer::Replay => replay::REPLAY,
        Layer::Exchange => replay::EXCHANGE,
        Layer::Explain => replay::EXPLAIN,
        Layer::Checklist => replay::CHECKLIST,
        Layer::Tree => replay::TREE,
        Layer::Cohort => COHORT,
        Layer::Chapters => replay::CHAPTERS,
        Layer::Projector => PROJECTOR,
    }
}

/// Whether typing goes into a field in this layer.
pub const fn takes_text(layer: Layer) -> bool {
    matches!(
        layer,
        Layer::Line | Layer::Text | Layer::Palette | Layer::SetupLine
    )
}

/// The keys to move about in a layer: arrows, the letters for them, the numbers of a list's lines.
pub fn movement(layer: Layer) -> impl Iterator<Item = Binding> {
    let groups: &[&[Binding]] = match layer {
        Layer::Curtain
        | Layer::Projector
        | Layer::Line
        | Layer::Text
        | Layer::Palette
        | Layer::SetupLine => &[],
        Layer::Choice | Layer::Setup => &[MOVES, DIGITS],
        Layer::Home
        | Layer::Decks
        | Layer::Board
        | Layer::Sheet
        | Layer::Plan
        | Layer::Rulings
        | Layer::Polls
        | Layer::People
        | Layer::Entrance
        | Layer::Gaps
        | Layer::Entries
        | Layer::Stage
        | Layer::Explain
        | Layer::Checklist
        | Layer::Tree
        | Layer::Cohort => &[MOVES, LETTERS, DIGITS],
        _ => &[MOVES, LETTERS],
    };
    groups.iter().copied().flatten().copied()
}

/// The keys of anywhere that work in a layer too; text fields have those among their own.
pub const fn anywhere(layer: Layer) -> &'static [Binding] {
    match layer {
        Layer::Line | Layer::Text | Layer::Palette | Layer::SetupLine => &[],
        Layer::Choice | Layer::Setup | Layer::Anywhere => ANYWHERE,
        Layer::Curtain | Layer::Confirm | Layer::Help | Layer::Projector => BARE,
        _ => READING,
    }
}

/// All keys that work in a layer: its own first, then those to move about, then those of anywhere.
pub fn bindings(layer: Layer) -> impl Iterator<Item = Binding> {
    let own = own(layer).iter().copied();
    own.chain(movement(layer))
        .chain(anywhere(layer).iter().copied())
}

/// The command that a key means in a layer. A key of another keyboard means what its place means on a
/// Latin one, but for what may be typed as text.
pub fn lookup(layer: Layer, key: Key) -> Option<Command> {
    let bound = |key| bindings(layer).find(|(bound, _)| *bound == key);
    let places = !takes_text(layer) || key.ctrl;
    let by_place = || key.on_latin().filter(|_| places).and_then(bound);
    bound(key).or_else(by_place).map(|(_, command)| command)
}

/// The key that stands for a command in a layer: of several, the one that everybody knows.
pub fn key_for(layer: Layer, command: Command) -> Option<Key> {
    movement(layer)
        .chain(own(layer).iter().copied())
        .chain(anywhere(layer).iter().copied())
        .find(|(key, bound)| *bound == command && lookup(layer, *key) == Some(command))
        .map(|(key, _)| key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_layer_binds_a_key_twice_itself() {
        for layer in Layer::ALL {
            let mut keys: Vec<Key> = own(layer).iter().map(|(key, _)| *key).collect();
            keys.sort_unstable();
            let before = keys.len();
            keys.dedup();
            assert_eq!(keys.len(), before, "{layer:?}");
        }
    }

    #[test]
    fn the_own_key_of_a_layer_comes_before_the_common_one() {
        assert_eq!(
            lookup(Layer::Confirm, Key::ctrl('c')),
            Some(Command::QuitNow)
        );
        assert_eq!(lookup(Layer::Home, Key::ctrl('c')), Some(Command::Quit));
        assert_eq!(lookup(Layer::Home, Key::char('j')), Some(Command::Down));
        assert_eq!(lookup(Layer::Text, Key::char('j')), None);
    }

    #[test]
    fn escape_and_help_work_in_every_layer() {
        for layer in Layer::ALL {
            if layer == Layer::Anywhere {
                continue;
            }
            assert_eq!(
                lookup(layer, Key::plain(Code::Esc)),
                Some(Command::Back),
                "{layer:?}"
            );
            assert!(lookup(layer, Key::plain(Code::F(1))).is_some(), "{layer:?}");
        }
    }

    /// The key in the place of a Latin letter on a Russian keyboard, and a full-width sign for any other.
    fn elsewhere(key: Key) -> Option<Key> {
        const LATIN: &str = "qwertyuiopasdfghjklzxcvbnm";
        const RUSSIAN: &str = "йцукенгшщзфывапролдячсмить";
        let Code::Char(c) = key.code else {
            return None;
        };
        let small = c.to_ascii_lowercase();
        let mut places = LATIN.chars().zip(RUSSIAN.chars());
        let there = match places.find(|(latin, _)| *latin == small) {
            Some((_, russian)) if c == small => russian,
            Some((_, russian)) => russian.to_uppercase().next()?,
            None if c == ' ' => '\u{3000}',
            None => char::from_u32(u32::from(c) + 0xfee0)?,
        };
        Some(Key {
            code: Code::Char(there),
            ..key
        })
    }

    #[test]
    fn keys_of_other_keyboards_do_what_their_place_does_and_are_typed_where_text_is() {
        for layer in Layer::ALL {
            for (key, command) in bindings(layer) {
                let Some(there) = elsewhere(key) else {
                    continue;
                };
                assert_ne!(there, key);
                let wanted = lookup(layer, key).filter(|_| !takes_text(layer) || key.ctrl);
                assert_eq!(
                    lookup(layer, there),
                    wanted,
                    "{layer:?} {there:?} {command:?}"
                );
            }
            if takes_text(layer) {
                for c in "йцукенфывапролдячсмитьЯжэюё？：１".chars() {
                    assert_eq!(lookup(layer, Key::char(c)), None, "{layer:?} {c}");
                }
            }
        }
    }

    #[test]
    fn no_letter_does_anything_on_a_line_of_choices() {
        for layer in [Layer::Choice, Layer::Setup] {
            for c in ('a'..='z').chain('A'..='Z') {
                assert_eq!(lookup(layer, Key::char(c)), None, "{layer:?} {c}");
            }
        }
    }
}
