//! Who plays: which hand did an act.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

/// What the record calls the program.
const PROGRAM: &str = "program";
/// What the record calls the hand of an act that nobody decided.
const WHAT_IF: &str = "what-if";
/// What stands before a bot's name in the record.
pub(in crate::engine) const BOT: &str = "bot:";
/// What stands before an outside program's name in the record.
pub(in crate::engine) const OUTSIDE: &str = "outside:";
/// What stands between the program and the number of the try that was taken.
const TRY: &str = ", try ";

/// The hand that did an act. In the record: a name, `program`, `bot:NAME`, `outside:NAME VERSION, try N`,
/// `what-if` or `what-if:NAME`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Player {
    /// Somebody, by the name; `person` where it is not known.
    Person(String),
    /// The program, where the act follows from the rules.
    Program,
    /// A bot of the deck, by its name.
    Bot(String),
    /// A program of somebody's own that holds a seat.
    Outside {
        /// What it calls itself, with its version.
        program: String,
        /// Which of its tries at this act was taken, from 1.
        tries: u32,
    },
    /// Nobody: an act of a branch that somebody only supposed, by their name where it is known.
    WhatIf(String),
}

impl Player {
    /// Whether people acted: bots, the program and suppositions give no reasons, and none is missed.
    pub const fn is_person(&self) -> bool {
        matches!(self, Self::Person(_))
    }

    /// Whether a machine decided: a bot of the deck, or a program of somebody's own.
    pub const fn is_machine(&self) -> bool {
        matches!(self, Self::Bot(_) | Self::Outside { .. })
    }

    /// The bot's name, where a bot acted.
    pub fn bot(&self) -> Option<&str> {
        match self {
            Self::Bot(name) => Some(name),
            Self::Person(_) | Self::Program | Self::Outside { .. } | Self::WhatIf(_) => None,
        }
    }

    /// The words of the record.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Person(name) => Cow::Borrowed(name),
            Self::Program => Cow::Borrowed(PROGRAM),
            Self::Bot(name) => Cow::Owned(format!("{BOT}{name}")),
            Self::Outside { program, tries } => {
                Cow::Owned(format!("{OUTSIDE}{program}{TRY}{tries}"))
            }
            Self::WhatIf(name) if name.is_empty() => Cow::Borrowed(WHAT_IF),
            Self::WhatIf(name) => Cow::Owned(format!("{WHAT_IF}:{name}")),
        }
    }
}

impl fmt::Display for Player {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl From<&str> for Player {
    fn from(text: &str) -> Self {
        if let Some(name) = text.strip_prefix(BOT) {
            return Self::Bot(name.to_owned());
        }
        if let Some(outside) = outside(text) {
            return outside;
        }
        match text.strip_prefix(WHAT_IF) {
            Some("") => Self::WhatIf(String::new()),
            Some(name) if name.starts_with(':') => Self::WhatIf(name.replacen(':', "", 1)),
            _ if text == PROGRAM => Self::Program,
            _ => Self::Person(text.to_owned()),
        }
    }
}

/// A program that a text of the record names, as it would be written again.
fn outside(text: &str) -> Option<Player> {
    let (program, tries) = text.strip_prefix(OUTSIDE)?.rsplit_once(TRY)?;
    let player = Player::Outside {
        program: program.to_owned(),
        tries: tries.parse().ok()?,
    };
    (player.text() == text).then_some(player)
}

impl From<String> for Player {
    fn from(text: String) -> Self {
        match Self::from(text.as_str()) {
            Self::Person(_) => Self::Person(text),
            other @ (Self::Program | Self::Bot(_) | Self::Outside { .. } | Self::WhatIf(_)) => {
                other
            }
        }
    }
}

impl From<&String> for Player {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<&Self> for Player {
    fn from(player: &Self) -> Self {
        player.clone()
    }
}

impl From<Player> for String {
    fn from(player: Player) -> Self {
        match player {
            Player::Person(name) => name,
            Player::Program | Player::Bot(_) | Player::Outside { .. } | Player::WhatIf(_) => {
                player.text().into_owned()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Player;

    #[test]
    fn every_text_of_the_record_names_a_player_and_comes_back_as_it_was() {
        for (text, player) in [
            ("Anna", Player::Person("Anna".into())),
            ("program", Player::Program),
            ("bot:greedy", Player::Bot("greedy".into())),
            ("bot:", Player::Bot(String::new())),
            (
                "outside:first_bot.py 1.0, try 2",
                Player::Outside {
                    program: "first_bot.py 1.0".into(),
                    tries: 2,
                },
            ),
            (
                "outside:x, try 02",
                Player::Person("outside:x, try 02".into()),
            ),
            ("outside:x", Player::Person("outside:x".into())),
            ("what-if", Player::WhatIf(String::new())),
            ("what-if:Elif", Player::WhatIf("Elif".into())),
            ("what-iffy", Player::Person("what-iffy".into())),
            ("", Player::Person(String::new())),
        ] {
            assert_eq!(Player::from(text), player);
            assert_eq!(Player::from(text.to_owned()), player);
            assert_eq!(player.to_string(), text);
            assert_eq!(String::from(player), text);
        }
    }
}
