//! Where a command lives that cannot be done on this page, and the way there.

use crate::command::Command;
use crate::goal::Goal;
use crate::key::Key;
use crate::keymap::{self, Layer};

/// Where the palette was opened.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// The screen under everything.
    pub screen: Option<Goal>,
    /// What can be done on that screen.
    pub of_screen: Vec<Command>,
    /// Whether the white cell sits here.
    pub white_cell: bool,
    /// Whether a session is open.
    pub open: bool,
}

/// Where a command lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// In a few words: `under people (v)`, `in the replay`.
    pub(super) words: String,
    /// The commands that lead there from the screen; none where there is no way at this moment.
    pub(super) way: Vec<Command>,
}

/// The lists of the board that have keys of their own, each with the command that opens it.
const LISTS: [(Layer, Command); 9] = [
    (Layer::Plan, Command::Injects),
    (Layer::Desk, Command::Rule),
    (Layer::Rulings, Command::Rulings),
    (Layer::Polls, Command::Estimates),
    (Layer::People, Command::People),
    (Layer::Entrance, Command::Entrance),
    (Layer::Gaps, Command::Gaps),
    (Layer::Stage, Command::Projector),
    (Layer::Entries, Command::Reasons),
];

/// Whether a layer has a key of its own for a command.
fn has(layer: Layer, command: Command) -> bool {
    keymap::own(layer)
        .iter()
        .any(|(_, bound)| *bound == command)
}

impl Around {
    fn can(&self, command: Command) -> bool {
        self.of_screen.contains(&command)
    }

    /// The way to the home screen: from a table it asks first.
    fn home(&self) -> Vec<Command> {
        vec![if self.open {
            Command::GoHome
        } else {
            Command::Back
        }]
    }

    /// Where a command lives.
    pub(super) fn place(&self, command: Command) -> Place {
        let at = |words: &str, way: Vec<Command>| Place {
            words: words.to_owned(),
            way,
        };
        if self.can(command) {
            return at("below this page", vec![command]);
        }
        let lists = LISTS.iter().filter(|(layer, _)| has(*layer, command));
        for (_, opener) in lists {
            if self.can(*opener) {
                let key = keymap::key_for(Layer::Board, *opener);
                let key = key.map_or_else(String::new, |key| format!(" ({})", Key::label(key)));
                return at(
                    &format!("under {}{key}", opener.name()),
                    vec![*opener, command],
                );
            }
        }
        let is_home = self.screen == Some(Goal::Home);
        if has(Layer::Home, command) && command != Command::Replay {
            return at("on the home screen", self.home());
        }
        if has(Layer::Replay, command)
            || has(Layer::Checklist, command)
            || command == Command::Replay
        {
            let way = if self.can(Command::Replay) {
                vec![Command::Replay]
            } else {
                self.home()
            };
            return at("in the replay of a session", way);
        }
        if has(Layer::Setup, command) {
            let way = if is_home {
                vec![Command::NewSession]
            } else {
                self.home()
            };
            return at("in a new session", way);
        }
        if !self.open {
            let way = if is_home {
                vec![Command::Continue]
            } else {
                self.home()
            };
            return at("at the table of a session", way);
        }
        let (whose, _) = command.about().split_once(':').unwrap_or_default();
        match whose {
            "White cell" if self.white_cell => at("not in this phase", Vec::new()),
            "White cell" if self.can(Command::TakeScreen) => {
                at("for the white cell", vec![Command::TakeScreen])
            }
            "White cell" => at("for the white cell", Vec::new()),
            "Patron" | "Client" | "Europe" | "Patron or client, in a crisis" => at(
                &format!("for {}, in its phase", whose.to_lowercase()),
                Vec::new(),
            ),
            _ => at("not at this moment", Vec::new()),
        }
    }
}
