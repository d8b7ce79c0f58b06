//! What people read beside the board: briefings, questions, the timeline and sources.

use super::card::sourced;
use super::shape::{line, list, running, sources, words};
use crate::deck::plain::{paragraphs, plain};
use crate::deck::raw::cited::{self, Grade, Label};
use crate::deck::raw::{RawDeck, reading as raw};
use crate::model::place::{At as _, ConditionAt, DomainAt};

/// The one-page briefing of a seat.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Briefing {
    /// The situation as this seat sees it.
    pub text: String,
    /// What it wants.
    pub aims: Vec<String>,
    /// The same in numbers.
    pub aims_in_numbers: Vec<String>,
    /// What it can do.
    pub instruments: Vec<String>,
    /// What binds it.
    pub constraints: Vec<String>,
    /// What it knows of the others.
    pub knows: Vec<String>,
    /// What it does not know.
    pub knows_not: Vec<String>,
    /// What to watch.
    pub watch: Vec<String>,
    /// Words to search and group by.
    pub tags: Vec<String>,
}

impl Briefing {
    pub(super) fn new(raw: Option<&raw::Briefing>) -> Self {
        raw.map(|raw| Self {
            text: paragraphs(&raw.text),
            aims: list(&raw.aims),
            aims_in_numbers: list(&raw.aims_in_numbers),
            instruments: list(&raw.instruments),
            constraints: list(&raw.constraints),
            knows: list(&raw.knows),
            knows_not: list(&raw.knows_not),
            watch: list(&raw.watch),
            tags: words(&raw.tags),
        })
        .unwrap_or_default()
    }
}

/// A question for the debriefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Id.
    pub id: String,
    /// The question.
    pub text: String,
    /// What it is about.
    pub about: String,
}

impl Question {
    pub(super) fn new(raw: &raw::Question) -> Self {
        Self {
            id: raw.id.clone(),
            text: paragraphs(&raw.text),
            about: line(raw.about.as_ref()),
        }
    }
}

/// A question for research.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Research {
    /// Id.
    pub id: String,
    /// The issue behind it.
    pub issue: String,
    /// The question.
    pub question: String,
    /// What would count as evidence.
    pub evidence: String,
}

impl Research {
    pub(super) fn new(raw: &raw::Research) -> Self {
        Self {
            id: raw.id.clone(),
            issue: paragraphs(&raw.issue),
            question: paragraphs(&raw.question),
            evidence: paragraphs(&raw.evidence),
        }
    }
}

/// Something that happened before the session begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// When.
    pub date: String,
    /// How sure it is.
    pub label: Label,
    /// What it is about.
    pub about: Subject,
    /// What happened.
    pub text: String,
    /// Ids of the sources.
    pub sources: Vec<String>,
    /// What of it could not be checked.
    pub not_checked: String,
}

/// What an entry of the timeline is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A domain.
    Domain(DomainAt),
    /// An outside condition.
    Condition(ConditionAt),
    /// The third seat.
    Europe,
}

impl Subject {
    /// The word for the third seat.
    pub(in crate::deck) const EUROPE: &'static str = "europe";

    /// What a word means in a deck, which need not be right.
    pub(in crate::deck) fn from_word(raw: &RawDeck, word: &str) -> Option<Self> {
        if word == Self::EUROPE {
            return Some(Self::Europe);
        }
        let domain = raw.domain.iter().position(|domain| domain.id == word);
        let condition = raw.condition.iter().position(|one| one.id == word);
        domain
            .map(|place| Self::Domain(DomainAt::new(place)))
            .or_else(|| Some(Self::Condition(ConditionAt::new(condition?))))
    }
}

impl Happening {
    pub(super) fn new(deck: &RawDeck, raw: &cited::Happening) -> Self {
        Self {
            date: plain(&raw.date),
            label: raw.label,
            about: Subject::from_word(deck, &raw.about).expect("checked: a known subject"),
            text: paragraphs(&raw.text),
            sources: sources(raw.source.as_ref()),
            not_checked: running(raw.not_checked.as_ref()),
        }
    }

    /// The text with its sources behind it, but for those that are cited in the text already.
    pub fn sourced(&self) -> String {
        sourced(&self.text, &self.sources)
    }
}

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Id.
    pub id: String,
    /// Title of the work.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When.
    pub date: String,
    /// Where it can be found.
    pub address: String,
    /// How far it can be trusted.
    pub grade: Option<Grade>,
    /// Whether the original was read.
    pub seen: Seen,
    /// When it was read.
    pub seen_on: String,
    /// Language of the work, if not that of the deck.
    pub language: String,
    /// Whether a state owns or directs the publisher.
    pub state_media: bool,
}

/// Whether the original of a source was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// It was.
    Original,
    /// A relay was read in its place; its name.
    At(String),
    /// It was not, and nothing is said of what was.
    Nowhere,
    /// Nothing is said.
    Unsaid,
}

impl Source {
    pub(super) fn new(raw: &cited::Source) -> Self {
        let publisher = line(raw.publisher.as_ref());
        let (publisher, relay) = match publisher.split_once(cited::SEEN_AT) {
            Some((publisher, relay)) => (publisher.to_owned(), relay.to_owned()),
            None => (publisher, String::new()),
        };
        let relay = raw.seen_at.as_ref().map_or(relay, |at| plain(at));
        let seen = match (raw.seen, relay.is_empty()) {
            (Some(true), _) => Seen::Original,
            (_, false) => Seen::At(relay),
            (Some(false), true) => Seen::Nowhere,
            (None, true) => Seen::Unsaid,
        };
        Self {
            id: plain(&raw.id),
            title: plain(&raw.title),
            publisher,
            date: line(raw.date.as_ref()),
            address: line(raw.address.as_ref()),
            grade: raw.grade,
            seen,
            seen_on: line(raw.seen_on.as_ref()),
            language: line(raw.language.as_ref()),
            state_media: raw.state_media,
        }
    }
}
