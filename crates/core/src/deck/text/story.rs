//! How an ending is told: its text, then the pieces that what happened bears out, and no others.

use super::fallback;
use super::happened::Happened;
use super::shape::{line, or, running, words};
use super::when::When;
use crate::deck::convert::Names;
use crate::deck::plain::{paragraphs, plain};
use crate::deck::raw::RawDeck;
use crate::deck::raw::ending::Common;
use crate::model::choice::Ending;

/// An ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndingText {
    /// Title; never empty.
    pub title: String,
    /// Title for guests, to whom the other might sound like a verdict; the same where the deck is silent.
    pub guest_title: String,
    /// The situation, as far as the rules have established it; never empty.
    pub text: String,
    /// Words to search and group by.
    pub tags: Vec<String>,
}

impl EndingText {
    pub(super) fn new(raw: &Common<'_>, ending: Ending) -> Self {
        let (title, text) = fallback::ending(ending);
        let title = or(line(raw.title), title);
        Self {
            guest_title: or(line(raw.guest_title), &title),
            title,
            text: or(running(raw.text), text),
            tags: words(raw.tags),
        }
    }
}

/// The parts of what is told after an ending's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// From how much given, in percent, a card counts as given.
    given: i64,
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    name: String,
    most: usize,
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    id: String,
    text: String,
    when: When,
}

impl Story {
    pub(super) fn new(raw: &RawDeck) -> Self {
        let Some(story) = &raw.story else {
            return Self::default();
        };
        let names = Names::new(raw);
        let part = |name: &String| Part {
            name: plain(name),
            most: usize::try_from(story.most.get(name).copied().unwrap_or(1)).unwrap_or(0),
            pieces: (raw.piece.iter())
                .filter(|piece| piece.part == *name)
                .map(|piece| Piece {
                    id: piece.id.clone(),
                    text: paragraphs(&piece.text),
                    when: When::new(piece, &names),
                })
                .collect(),
        };
        Self {
            given: story.given,
            parts: story.parts.iter().map(part).collect(),
        }
    }

    /// From each part the first pieces whose conditions hold.
    pub(super) fn told(&self, happened: &Happened<'_>) -> Vec<Told<'_>> {
        let mut told = Vec::new();
        for part in &self.parts {
            let holds = |piece: &&Piece| piece.when.holds(happened, self.given);
            let pieces = part.pieces.iter().filter(holds).take(part.most);
            told.extend(pieces.map(|piece| Told {
                part: &part.name,
                id: &piece.id,
                text: &piece.text,
            }));
        }
        told
    }
}

/// A piece of what is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told<'a> {
    /// The part of the story that it belongs to.
    pub part: &'a str,
    /// Its id in the deck.
    pub id: &'a str,
    /// What is told.
    pub text: &'a str,
}
