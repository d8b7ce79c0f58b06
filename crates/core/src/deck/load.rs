//! Loads decks from text, from files, and from those shipped with the program.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use crate::deck::check::{LARGEST, check, nearest, not_utf8, too_large};
use crate::deck::problem::{Problem, Problems};
use crate::deck::text::DeckText;
use crate::deck::{convert, migrate, plain};
use crate::engine::DECK_FORMAT;
use crate::engine::scenario::Scenario;

/// A deck that passed all checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deck {
    /// The rules data.
    pub scenario: Scenario,
    /// What people read.
    pub text: DeckText,
    /// The file as it was read.
    pub source: String,
    /// The version of the format in which it is written.
    pub format: u32,
    /// BLAKE3 of the source, in hexadecimal.
    pub hash: String,
}

/// A deck that is part of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shipped {
    /// Its id, for command lines.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// The decks that are part of the program.
pub const fn shipped() -> &'static [Shipped] {
    &[
        Shipped {
            id: "unequal-partners",
            title: "Unequal Partners",
            text: include_str!("../../../../decks/unequal-partners.toml"),
        },
        Shipped {
            id: "unequal-partners-short",
            title: "Unequal Partners, short",
            text: include_str!("../../../../decks/unequal-partners-short.toml"),
        },
        Shipped {
            id: "practice",
            title: "Turn zero: Veldara and Sorrin",
            text: include_str!("../../../../decks/practice.toml"),
        },
    ]
}

/// Why no deck could be had.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The file cannot be read.
    #[error("{name}: {cause}")]
    Unreadable {
        /// The file's name.
        name: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// The deck is wrong.
    #[error(transparent)]
    Wrong(#[from] Problems),
    /// Neither a file nor a shipped deck has this name.
    #[error("there is no deck `{name}`: {}", instead(*nearest))]
    Unknown {
        /// What was asked for.
        name: String,
        /// The shipped deck that was probably meant.
        nearest: Option<&'static str>,
    },
}

fn instead(nearest: Option<&str>) -> String {
    let ids: Vec<&str> = shipped().iter().map(|deck| deck.id).collect();
    let list = format!(
        "no file has this name, and the shipped decks are {}",
        ids.join(", ")
    );
    match nearest {
        Some(nearest) => format!("{list}; did you mean `{nearest}`?"),
        None => list,
    }
}

impl Deck {
    /// Checks the text of a deck; `name` is what problems call it.
    pub fn from_text(name: &str, text: &str) -> Result<Self, Problems> {
        let raw = check(text).map_err(|problems| Problems {
            name: plain(name),
            text: text.to_owned(),
            problems,
        })?;
        Ok(Self {
            scenario: convert::scenario(&raw),
            text: DeckText::new(&raw),
            source: text.to_owned(),
            format: DECK_FORMAT,
            hash: hash_of(text),
        })
    }

    /// Checks the deck of a record, whose source is written in the format that it names.
    pub fn of_record(name: &str, format: u32, source: &str) -> Result<Self, Problems> {
        let lifted = migrate::lifted(source, format);
        Ok(Self {
            source: source.to_owned(),
            format,
            hash: hash_of(source),
            ..Self::from_text(name, &lifted)?
        })
    }

    /// Checks the bytes of a deck, which may not even be text; `name` is what problems call it.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Self, Problems> {
        let refused = |text: String, problem: Problem| Problems {
            name: plain(name),
            text,
            problems: vec![problem],
        };
        if bytes.len() > LARGEST {
            return Err(refused(String::new(), too_large()));
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::from_text(name, text),
            Err(error) => {
                let text = String::from_utf8_lossy(bytes).into_owned();
                Err(refused(text, not_utf8(bytes, error.valid_up_to())))
            }
        }
    }

    /// Reads and checks a deck file.
    pub fn from_path(path: &Path) -> Result<Self, LoadError> {
        let name = path.display().to_string();
        let unreadable = |cause| LoadError::Unreadable {
            name: plain(&name),
            cause,
        };
        let file = File::open(path).map_err(unreadable)?;
        let mut bytes = Vec::new();
        file.take(LARGEST as u64 + 1)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
        Ok(Self::from_bytes(&name, &bytes)?)
    }

    /// Finds a deck: a file if there is one of this name, else a shipped deck of this id.
    pub fn find(name_or_path: &str) -> Result<Self, LoadError> {
        let path = Path::new(name_or_path);
        let deck = shipped().iter().find(|deck| deck.id == name_or_path);
        if path.exists() && !(path.is_dir() && deck.is_some()) {
            return Self::from_path(path);
        }
        let Some(deck) = deck else {
            return Err(LoadError::Unknown {
                name: plain(name_or_path),
                nearest: nearest(name_or_path, shipped().iter().map(|deck| deck.id)),
            });
        };
        Ok(Self::from_text(deck.id, deck.text)?)
    }
}

/// Finds a deck: a file if there is one of this name, else a shipped deck of this id.
pub fn find(name_or_path: &str) -> Result<Deck, LoadError> {
    Deck::find(name_or_path)
}

fn hash_of(source: &str) -> String {
    blake3::hash(source.as_bytes()).to_hex().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::at::{At as _, CardAt, DomainAt, EventAt};
    use crate::engine::choice::{FollowUp, Intensity, Response};
    use crate::engine::gauge::Gauge;
    use crate::engine::scenario::PolicyKind;
    use crate::engine::side::BySide;

    const REFERENCE: &str = include_str!("../../../../tests/golden/deck.toml");

    #[test]
    fn the_reference_deck_keeps_its_numbers() {
        let deck = Deck::from_text("reference", REFERENCE).unwrap();
        let scenario = &deck.scenario;
        assert_eq!(scenario.id, "unequal-partners");
        assert_eq!(
            (scenario.session.moves, scenario.session.moves_spread),
            (12, 2)
        );
        assert_eq!(scenario.session.hand, 4);
        assert_eq!(scenario.session.effort_max, 5);
        assert_eq!(scenario.start, [60, 50, 30, 60, 45, 55, 64]);
        assert_eq!((scenario.isolation, scenario.outside_option), (0, 3));
        assert_eq!(
            scenario.domains[DomainAt::new(0)].leverage,
            [40, 10, -30, -20, 0]
        );
        assert_eq!(scenario.cards.len(), 25);
        assert_eq!(scenario.cards[CardAt::new(24)].domain.index(), 4);
        let change = [(Gauge::Condition(0), 12), (Gauge::Condition(2), -4)];
        assert_eq!(scenario.events[EventAt::new(0)].change, change);
        assert_eq!(scenario.intensity(Intensity::Ultimatum).scope, 130);
        assert_eq!(scenario.response(Response::Refuse).chill, 3);
        assert_eq!(scenario.endings.worth[2], BySide::new(6, 15));
        let names: Vec<&str> = scenario.policies.iter().map(|p| p.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "random",
                "greedy",
                "cautious",
                "hardliner",
                "tit-for-tat",
                "rollout",
                "logit"
            ]
        );
        assert_eq!(scenario.session.client_model, 4);
        let PolicyKind::Rollout { base, top, rolls } = scenario.policies[5].kind else {
            panic!("rollout is a rollout");
        };
        assert_eq!((base, top, rolls), (6, 5, 6));
    }

    #[test]
    fn a_deck_without_texts_can_be_read_aloud() {
        let text = Deck::from_text("reference", REFERENCE).unwrap().text;
        assert_eq!(text.response(Response::Partial).name, "Accept in part");
        assert_eq!(text.follow_up(FollowUp::BackDown).name, "Back down");
        assert_eq!(text.domains[DomainAt::new(2)].short, "Defence");
        let codes: Vec<&str> = text.domains.iter().map(|d| d.code.as_str()).collect();
        assert_eq!(codes, ["EC", "DI", "DM", "CA", "AR"]);
        assert_eq!(text.cards[CardAt::new(3)].code, "EC4");
        assert_eq!(text.about.move_label, "move");
        assert_eq!(text.move_date(3), None);
    }

    #[test]
    fn moves_have_dates_where_the_deck_says_so() {
        let dated =
            REFERENCE.replacen("[deck]", "[deck]\nstart_year = 2026\nmoves_per_year = 2", 1);
        let text = Deck::from_text("dated", &dated).unwrap().text;
        assert_eq!(text.move_date(0).as_deref(), Some("2026 H1"));
        assert_eq!(text.move_date(3).as_deref(), Some("2027 H2"));
    }

    #[test]
    fn every_shipped_deck_loads_under_its_id() {
        for shipped in shipped() {
            let deck = Deck::find(shipped.id).unwrap();
            assert_eq!(deck.scenario.id, shipped.id);
            assert_eq!(deck.source, shipped.text);
            assert!(deck.text.about.title.starts_with(shipped.title));
            assert_eq!(deck.hash.len(), 64);
        }
    }

    #[test]
    fn a_misspelt_deck_is_answered_with_the_one_that_was_meant() {
        let error = Deck::find("unequal-parners").unwrap_err().to_string();
        assert!(
            error.contains("did you mean `unequal-partners`?"),
            "{error}"
        );
    }

    #[test]
    fn a_folder_is_no_deck() {
        let error = Deck::find("/").unwrap_err();
        assert!(matches!(error, LoadError::Unreadable { .. }), "{error}");
    }

    #[test]
    fn texts_of_a_deck_lose_their_escape_sequences() {
        let wild = REFERENCE.replacen("Drop barriers", "Drop\\u001b[2J barriers", 1);
        let deck = Deck::from_text("wild", &wild).unwrap();
        assert_eq!(
            deck.text.cards[CardAt::new(3)].title,
            deck.scenario.cards[CardAt::new(3)].title
        );
        assert!(
            deck.text.cards[CardAt::new(3)]
                .title
                .starts_with("Drop␛[2J barriers")
        );
    }
}
