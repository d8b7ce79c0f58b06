//! How an ending is told: its text, then the pieces that what happened bears out, and no others.

use super::DeckText;
use super::shape::{line, or, running, words};
use super::{When, fallback};
use crate::deck::convert::Names;
use crate::deck::plain::{paragraphs, plain};
use crate::deck::raw::RawDeck;
use crate::deck::raw::ending::Common;
use crate::model::choice::{Ending, FollowUp, MeasureKind, Response};
use crate::model::europe::Europe;
use crate::model::position::Position;
use crate::model::progress::Progress;
use crate::model::scenario::Scenario;

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
}

/// What happened in a session, as its record holds it.
#[derive(Clone, Copy, Debug)]
pub struct Happened<'a> {
    /// The numbers by which it was played.
    pub scenario: &'a Scenario,
    /// How it ended.
    pub ending: Ending,
    /// The position at the end.
    pub position: &'a Position,
    /// What was given.
    pub progress: &'a Progress,
    /// Europe at the end; none where nobody held its seat.
    pub europe: Option<&'a Europe>,
    /// What was done, counted.
    pub tally: &'a Tally,
}

/// What was done in a session, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How often each response was given, in the order of [`Response::ALL`].
    pub responses: [u32; Response::ALL.len()],
    /// How often each follow-up was chosen, in the order of [`FollowUp::ALL`].
    pub follow_ups: [u32; FollowUp::ALL.len()],
    /// Moves in which the patron asked for nothing.
    pub holds: u32,
    /// Offers that the patron took up.
    pub offers_taken: u32,
    /// Crises that were left again.
    pub crises_passed: u32,
    /// Measures that Europe took, in the order of [`MeasureKind::ALL`].
    pub measures: [u32; MeasureKind::ALL.len()],
}

impl Tally {
    /// Counts a response.
    pub const fn answered(&mut self, response: Response) {
        self.responses[response.index()] += 1;
    }

    /// Counts a follow-up.
    pub const fn followed_up(&mut self, follow_up: FollowUp) {
        self.follow_ups[follow_up.index()] += 1;
    }

    /// Counts a measure.
    pub const fn took(&mut self, kind: MeasureKind) {
        self.measures[kind.index()] += 1;
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

impl DeckText {
    /// What is told after the text of the ending that came: from each part of the story the first pieces
    /// whose conditions hold. A pure function of what happened.
    pub fn told(&self, happened: &Happened<'_>) -> Vec<Told<'_>> {
        let story = &self.story;
        let mut told = Vec::new();
        for part in &story.parts {
            let holds = |piece: &&Piece| piece.when.holds(happened, story.given);
            let pieces = part.pieces.iter().filter(holds).take(part.most);
            told.extend(pieces.map(|piece| Told {
                part: &part.name,
                id: &piece.id,
                text: &piece.text,
            }));
        }
        told
    }

    /// The whole of how an ending is told, one paragraph each: its text, then the pieces.
    pub fn ending_told(&self, happened: &Happened<'_>) -> Vec<&str> {
        let text = self.ending(happened.ending).text.as_str();
        let pieces = self.told(happened).into_iter().map(|told| told.text);
        std::iter::once(text).chain(pieces).collect()
    }
}
