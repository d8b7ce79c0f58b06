//! Who holds a seat: people, a bot, an outside program, or nobody.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::engine::player::{BOT, OUTSIDE};
use crate::engine::seat::Seat;

/// What the record calls people.
const HUMAN: &str = "human";
/// What the record calls an empty seat.
const NOBODY: &str = "nobody";

/// Who holds a seat. In the record: `human`, `nobody`, `bot:NAME`, or `outside:NAME`.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[schemars(with = "String")]
#[serde(try_from = "String", into = "String")]
pub enum Holder {
    /// People.
    #[default]
    Human,
    /// Nobody; Europe's seat only.
    Nobody,
    /// A bot, by its name.
    Bot(String),
    /// A program of somebody's own, by the name of its file.
    Outside(String),
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Human => f.write_str(HUMAN),
            Self::Nobody => f.write_str(NOBODY),
            Self::Bot(name) => write!(f, "{BOT}{name}"),
            Self::Outside(name) => write!(f, "{OUTSIDE}{name}"),
        }
    }
}

impl From<Holder> for String {
    fn from(holder: Holder) -> Self {
        holder.to_string()
    }
}

impl TryFrom<String> for Holder {
    type Error = UnknownHolder;

    fn try_from(text: String) -> Result<Self, UnknownHolder> {
        let named = |prefix: &str| {
            let name = text.strip_prefix(prefix)?;
            (!name.is_empty()).then(|| name.to_owned())
        };
        match text.as_str() {
            HUMAN => Ok(Self::Human),
            NOBODY => Ok(Self::Nobody),
            _ => named(BOT)
                .map(Self::Bot)
                .or_else(|| named(OUTSIDE).map(Self::Outside))
                .ok_or(UnknownHolder(text)),
        }
    }
}

/// Who holds the seats that play.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holders {
    /// The patron's.
    pub patron: Holder,
    /// The client's.
    pub client: Holder,
    /// Europe's.
    pub europe: Holder,
}

impl Default for Holders {
    /// People at both sides, and nobody in Europe's seat.
    fn default() -> Self {
        Self {
            patron: Holder::Human,
            client: Holder::Human,
            europe: Holder::Nobody,
        }
    }
}

impl Holders {
    /// Who holds a seat; none for one that does not play.
    pub const fn of(&self, seat: Seat) -> Option<&Holder> {
        match seat {
            Seat::Patron => Some(&self.patron),
            Seat::Client => Some(&self.client),
            Seat::Europe => Some(&self.europe),
            Seat::WhiteCell | Seat::Audience => None,
        }
    }
}

/// A seat said to be held by neither people nor a bot nor a program, nor by nobody.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" holds no seat: expected \"human\", \"nobody\", or \"bot:\" or \"outside:\" and a name"
)]
pub struct UnknownHolder(String);

#[cfg(test)]
mod tests {
    use super::Holder;

    #[test]
    fn every_text_of_the_record_names_a_holder_and_comes_back_as_it_was() {
        for (text, holder) in [
            ("human", Holder::Human),
            ("nobody", Holder::Nobody),
            ("bot:greedy", Holder::Bot("greedy".into())),
            ("bot:human", Holder::Bot("human".into())),
            (
                "outside:first_bot.py",
                Holder::Outside("first_bot.py".into()),
            ),
        ] {
            assert_eq!(Holder::try_from(text.to_owned()).as_ref(), Ok(&holder));
            assert_eq!(String::from(holder), text);
        }
        for wrong in ["", "bot:", "outside:", "Anna", "Human", " human", "program"] {
            assert!(Holder::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }
}
