//! Sessions in groups: by deck, by table, by who held the seats, by how they ended.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::report::cohort::line::SessionLine;
use crate::report::cohort::spread::{EndingCount, Spread, endings, spread};
use unequal_core::engine::holder::Holder;
use unequal_session::telling::holder_words;

/// What sessions are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// The deck, by its id and digest.
    Deck,
    /// The table, by the session's name.
    Table,
    /// Who held the seats of both sides.
    Bot,
    /// How they ended.
    Ending,
}

/// All of them.
pub const ALL: [By; 4] = [By::Deck, By::Table, By::Bot, By::Ending];

/// Sessions that have something in common.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// What they have in common.
    pub name: String,
    /// The keys of the sessions.
    pub sessions: Vec<String>,
    /// How many ended in each ending, the most frequent first.
    pub endings: Vec<EndingCount>,
    /// How stability spreads, move by move.
    pub spread: Vec<Spread>,
}

/// Who held a seat, in words; as it stands where it is no holder.
pub(super) fn in_words(held: &str) -> String {
    let holder = Holder::try_from(held.to_owned());
    holder.map_or_else(|_| held.to_owned(), |holder| holder_words(&holder))
}

impl By {
    /// Its word on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Deck => "deck",
            Self::Table => "table",
            Self::Bot => "bot",
            Self::Ending => "ending",
        }
    }

    /// That of this word.
    pub fn from_word(word: &str) -> Option<Self> {
        ALL.into_iter().find(|by| by.word() == word)
    }

    /// The heading above the groups.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Deck => "Deck by deck",
            Self::Table => "Table by table",
            Self::Bot => "By who held the seats",
            Self::Ending => "By how they ended",
        }
    }

    /// What a session has in common with others of its group.
    fn of(self, line: &SessionLine) -> String {
        let known = |text: &str| match text {
            "" => "not known".to_owned(),
            text => text.to_owned(),
        };
        match self {
            Self::Deck => {
                let hash: String = line.deck_hash.chars().take(8).collect();
                match hash.as_str() {
                    "" => known(&line.deck),
                    hash => format!("{} ({hash})", known(&line.deck)),
                }
            }
            Self::Table => known(&line.name),
            Self::Bot => {
                let [patron, client] =
                    [&line.patron, &line.client].map(|held| known(&in_words(held)));
                format!("{patron} and {client}")
            }
            Self::Ending => line
                .ending_title
                .clone()
                .unwrap_or_else(|| match line.entries {
                    Some(_) => "not ended".to_owned(),
                    None => "not known".to_owned(),
                }),
        }
    }

    /// The groups, the largest first.
    pub(super) fn groups(self, sessions: &[SessionLine]) -> Vec<Group> {
        let mut groups: BTreeMap<(bool, String), Vec<SessionLine>> = BTreeMap::new();
        for line in sessions {
            let key = match (self, &line.ending) {
                // Decks have titles of their own for one and the same ending.
                (Self::Ending, Some(ending)) => (false, ending.clone()),
                _ => (true, self.of(line)),
            };
            groups.entry(key).or_default().push(line.clone());
        }
        let group = |(_, lines): ((bool, String), Vec<SessionLine>)| Group {
            name: lines.first().map_or_else(String::new, |line| self.of(line)),
            sessions: lines.iter().map(|line| line.session.clone()).collect(),
            endings: endings(&lines),
            spread: spread(&lines),
        };
        let mut groups: Vec<Group> = groups.into_iter().map(group).collect();
        groups.sort_by_key(|group| std::cmp::Reverse(group.sessions.len()));
        groups
    }
}
