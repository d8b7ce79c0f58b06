//! Which key means which command in which layer: one table, from which footer and help are made.

mod replay;

use crate::tui::command::Command;
use crate::tui::key::{Code, Key};

/// What lies on top and takes the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// Keys that work everywhere but in a text field.
    Anywhere,
    /// A text field of one line has the focus: typing goes there.
    Line,
    /// A text field of several lines has the focus: typing goes there.
    Text,
    /// The home screen.
    Home,
    /// A new session is set up.
    Setup,
    /// A text field of the new session has the focus.
    SetupLine,
    /// A briefing is read.
    Briefing,
    /// The curtain is down.
    Curtain,
    /// The board.
    Board,
    /// A sheet over the board with choices to go through.
    Sheet,
    /// The deck browser.
    Decks,
    /// The command palette.
    Palette,
    /// The help.
    Help,
    /// A question to be answered.
    Confirm,
    /// The session has ended and its end is shown.
    End,
    /// A session is stepped through.
    Replay,
    /// A sheet over the board with things to tick.
    Checklist,
    /// A session that is played elsewhere is shown to the room.
    Projector,
}

impl Layer {
    /// All layers.
    pub const ALL: [Self; 18] = [
        Self::Anywhere,
        Self::Line,
        Self::Text,
        Self::Home,
        Self::Setup,
        Self::SetupLine,
        Self::Briefing,
        Self::Curtain,
        Self::Board,
        Self::Sheet,
        Self::Decks,
        Self::Palette,
        Self::Help,
        Self::Confirm,
        Self::End,
        Self::Replay,
        Self::Checklist,
        Self::Projector,
    ];
}

impl Layer {
    /// What the help calls it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Anywhere => "everywhere",
            Self::Line | Self::Text => "a text field",
            Self::Home => "the home screen",
            Self::Setup | Self::SetupLine => "a new session",
            Self::Briefing => "the briefing",
            Self::Curtain => "the curtain",
            Self::Board => "the board",
            Self::Sheet => "a choice",
            Self::Decks => "the decks",
            Self::Palette => "the commands",
            Self::Help => "the help",
            Self::Confirm => "a question",
            Self::End => "the end of the session",
            Self::Replay => "the replay",
            Self::Checklist => "a list to tick",
            Self::Projector => "the projector",
        }
    }
}

/// A key and its command.
pub type Binding = (Key, Command);

const fn plain(code: Code) -> Key {
    Key::plain(code)
}

const fn c(c: char) -> Key {
    Key::char(c)
}

const MOVES: &[Binding] = &[
    (plain(Code::Up), Command::Up),
    (plain(Code::Down), Command::Down),
    (plain(Code::Left), Command::Left),
    (plain(Code::Right), Command::Right),
    (c('k'), Command::Up),
    (c('j'), Command::Down),
    (c('h'), Command::Left),
    (c('l'), Command::Right),
    (plain(Code::PageUp), Command::PageUp),
    (plain(Code::PageDown), Command::PageDown),
    (plain(Code::Home), Command::First),
    (plain(Code::End), Command::Last),
    (plain(Code::Enter), Command::Confirm),
    (plain(Code::Tab), Command::NextField),
    (plain(Code::BackTab), Command::PreviousField),
    (plain(Code::Esc), Command::Back),
];

const ANYWHERE: &[Binding] = &[
    (Key::ctrl('c'), Command::Quit),
    (Key::ctrl('p'), Command::Palette),
    (c(':'), Command::Palette),
    (c('?'), Command::Help),
    (plain(Code::F(1)), Command::Help),
];

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
    (plain(Code::F(1)), Command::Help),
];

const TEXT: &[Binding] = &[
    (Key::ctrl('s'), Command::Confirm),
    (plain(Code::Tab), Command::NextField),
    (plain(Code::BackTab), Command::PreviousField),
    (plain(Code::Esc), Command::Back),
    (Key::ctrl('c'), Command::Quit),
    (Key::ctrl('p'), Command::Palette),
    (plain(Code::F(1)), Command::Help),
];

const HOME: &[Binding] = &[
    (c('n'), Command::NewSession),
    (c('c'), Command::Continue),
    (c('r'), Command::Replay),
    (c('d'), Command::Decks),
    (c('t'), Command::NextTheme),
    (c('q'), Command::Quit),
];

const SETUP: &[Binding] = &[
    (c('s'), Command::Start),
    (Key::ctrl('s'), Command::Start),
    (c('n'), Command::NewSeed),
    (Key::ctrl('r'), Command::NewSeed),
    (c(' '), Command::Right),
    (c('q'), Command::Back),
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
    (plain(Code::F(1)), Command::Help),
];

const BRIEFING: &[Binding] = &[(c(' '), Command::PageDown)];

const CURTAIN: &[Binding] = &[
    (plain(Code::Enter), Command::LiftCurtain),
    (c('q'), Command::GoHome),
    (plain(Code::Esc), Command::Back),
];

const BOARD: &[Binding] = &[
    (c('a'), Command::Act),
    (c('w'), Command::Why),
    (c('r'), Command::Reasons),
    (c('i'), Command::Inject),
    (c('o'), Command::Override),
    (c('u'), Command::Undo),
    (c('c'), Command::DropCurtain),
    (c('n'), Command::Note),
    (c('m'), Command::Bookmark),
    (c('g'), Command::Adjust),
    (c('b'), Command::Briefing),
    (c('q'), Command::GoHome),
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

const SHEET: &[Binding] = &[
    (c('w'), Command::Why),
    (c('o'), Command::Override),
    (c('/'), Command::Search),
    (c(' '), Command::PageDown),
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

const DECKS: &[Binding] = &[(c('/'), Command::Search), (c('q'), Command::Back)];

const HELP: &[Binding] = &[(c('q'), Command::Back), (c('?'), Command::Back)];

const CONFIRM: &[Binding] = &[
    (c('y'), Command::Confirm),
    (c('n'), Command::Back),
    // The second Ctrl-C answers the question that the first one asked.
    (Key::ctrl('c'), Command::QuitNow),
];

const END: &[Binding] = &[
    (c('r'), Command::Reasons),
    (c('w'), Command::Why),
    (c('n'), Command::Note),
    (c('m'), Command::Bookmark),
    (c('u'), Command::Undo),
    (c(' '), Command::PageDown),
    (c('q'), Command::GoHome),
];

const PROJECTOR: &[Binding] = &[
    (c('t'), Command::NextTheme),
    (c('q'), Command::Quit),
    (plain(Code::Esc), Command::Back),
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
        Layer::Decks => DECKS,
        Layer::Help => HELP,
        Layer::Confirm => CONFIRM,
        Layer::End => END,
        Layer::Replay => replay::REPLAY,
        Layer::Checklist => replay::CHECKLIST,
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

/// The keys to move about in a layer.
pub const fn movement(layer: Layer) -> &'static [Binding] {
    match layer {
        Layer::Curtain
        | Layer::Projector
        | Layer::Line
        | Layer::Text
        | Layer::Palette
        | Layer::SetupLine => &[],
        _ => MOVES,
    }
}

/// The keys of anywhere that work in a layer too; text fields have those among their own.
pub const fn anywhere(layer: Layer) -> &'static [Binding] {
    if takes_text(layer) { &[] } else { ANYWHERE }
}

/// All keys that work in a layer: its own first, then those to move about, then those of anywhere.
pub fn bindings(layer: Layer) -> impl Iterator<Item = Binding> {
    own(layer)
        .iter()
        .chain(movement(layer))
        .chain(anywhere(layer))
        .copied()
}

/// The command that a key means in a layer.
pub fn lookup(layer: Layer, key: Key) -> Option<Command> {
    bindings(layer)
        .find(|(bound, _)| *bound == key)
        .map(|(_, command)| command)
}

/// The key that stands for a command in a layer: of several, the one that everybody knows.
pub fn key_for(layer: Layer, command: Command) -> Option<Key> {
    movement(layer)
        .iter()
        .chain(own(layer))
        .chain(anywhere(layer))
        .find(|(key, bound)| *bound == command && lookup(layer, *key) == Some(command))
        .map(|(key, _)| *key)
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
}
