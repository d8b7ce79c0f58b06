//! Everything of a deck that people read, harmless to show, with fallbacks where the deck is silent.

mod build;
mod fallback;
mod written;

use crate::deck::raw;
use crate::engine::at::{CardAt, DomainAt, EventAt, Listed};
use crate::engine::choice::{Ending, FollowUp, Inducement, Intensity, Response};
use crate::engine::seat::Seat;

pub(in crate::deck) use fallback::severity;
pub use raw::card::{Horizon, Label, Severity};
pub use raw::reading::Grade;

/// All texts of a deck. A text that a deck does not give is empty, unless its field says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeckText {
    /// What the deck is.
    pub about: About,
    /// Display name of the stronger side.
    pub patron: String,
    /// Display name of the weaker side.
    pub client: String,
    /// Display name of the side that watches.
    pub observer: String,
    /// In the order of [`crate::engine::scenario::Scenario::conditions`].
    pub conditions: Vec<ConditionText>,
    /// In the order of the scenario's domains.
    pub domains: Listed<DomainAt, DomainText>,
    /// In the order of the scenario's cards.
    pub cards: Listed<CardAt, CardText>,
    /// In the order of the scenario's events.
    pub events: Listed<EventAt, EventText>,
    /// In the order of [`Response::ALL`]; see [`DeckText::response`].
    pub responses: Vec<ActText>,
    /// In the order of [`FollowUp::ALL`]; see [`DeckText::follow_up`].
    pub follow_ups: Vec<ActText>,
    /// Asking for nothing in a move.
    pub hold: ActText,
    /// In the order of [`Intensity::ALL`]; see [`DeckText::intensity`].
    pub intensities: Vec<NameText>,
    /// In the order of [`Inducement::ALL`]; see [`DeckText::inducement`].
    pub inducements: Vec<NameText>,
    /// In the order of [`Ending::ALL`]; see [`DeckText::ending`].
    pub endings: Vec<EndingText>,
    /// For the patron's team.
    pub patron_briefing: Briefing,
    /// For the client's team.
    pub client_briefing: Briefing,
    /// For observers.
    pub observer_briefing: Briefing,
    /// Questions for the debriefing.
    pub questions: Vec<Question>,
    /// Questions for research.
    pub research: Vec<Research>,
    /// Where the facts come from.
    pub sources: Vec<Source>,
}

/// What the deck is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the keys of [deck], named alike")]
pub struct About {
    pub title: String,
    pub subtitle: String,
    pub summary: String,
    pub version: String,
    pub date: String,
    pub language: String,
    pub duration: String,
    pub disclaimer: String,
    pub credits: Vec<String>,
    pub setting: String,
    /// What a move stands for; "move" where the deck is silent.
    pub move_label: String,
    pub start_year: Option<u32>,
    pub moves_per_year: Option<u32>,
    pub artificialities: Vec<String>,
}

/// An outside condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionText {
    /// Name.
    pub name: String,
    /// At most 10 characters, made from the name where the deck is silent.
    pub short: String,
    /// What it stands for.
    pub text: String,
}

/// A domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DomainText {
    /// Name.
    pub name: String,
    /// At most 14 characters, made from the name where the deck is silent.
    pub short: String,
    /// Capital letters such as "EC", made from the name where the deck is silent; no two alike.
    pub code: String,
    /// State of play.
    pub text: String,
    /// Figures of the state of play.
    pub baseline: Vec<Figure>,
    /// What the patron will not stand.
    pub patron_red_lines: Vec<String>,
    /// What the client will not stand.
    pub client_red_lines: Vec<String>,
    /// What holds the patron back.
    pub restraint: String,
}

/// A figure with its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The figure in words.
    pub figure: String,
    /// Id of its source.
    pub source: Option<String>,
}

/// A demand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardText {
    /// Title.
    pub title: String,
    /// Short name such as "EC4", made from the domain's code where the deck is silent.
    pub code: String,
    /// How grave it is; judged by its numbers where the deck is silent.
    pub severity: Severity,
    /// To read aloud.
    pub text: String,
    /// What the patron gains.
    pub patron_gain: String,
    /// What the client pays.
    pub client_cost: String,
    /// When it would bear fruit.
    pub horizon: Option<Horizon>,
    /// What has happened of the kind.
    pub precedent: Option<Precedent>,
    /// Words to search and group by.
    pub tags: Vec<String>,
}

/// What has happened of the kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Precedent {
    /// How sure it is.
    pub label: Label,
    /// When.
    pub date: String,
    /// What.
    pub text: String,
    /// Id of the source.
    pub source: Option<String>,
}

impl Precedent {
    /// The text with its source behind it, unless it is cited in the text already.
    pub fn sourced(&self) -> String {
        match self.source.as_ref().map(|id| format!("[{id}]")) {
            Some(mark) if !self.text.contains(&mark) => format!("{} {mark}", self.text),
            _ => self.text.clone(),
        }
    }
}

/// An event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventText {
    /// Headline.
    pub title: String,
    /// The report.
    pub text: String,
    /// What it moves and why.
    pub why: String,
    /// What has happened of the kind.
    pub precedent: Option<Precedent>,
    /// Words to search and group by.
    pub tags: Vec<String>,
}

/// A response or a follow-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActText {
    /// Name; never empty.
    pub name: String,
    /// What it means; never empty.
    pub text: String,
    /// As the patron would say it.
    pub patron_voice: String,
    /// As the client would say it.
    pub client_voice: String,
}

/// An intensity or an inducement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameText {
    /// Name; never empty.
    pub name: String,
    /// What it means; never empty.
    pub text: String,
}

/// An ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndingText {
    /// Title; never empty.
    pub title: String,
    /// The situation; never empty.
    pub text: String,
}

/// The one-page briefing of a seat.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Briefing {
    /// The situation as this seat sees it.
    pub text: String,
    /// What it wants.
    pub aims: Vec<String>,
    /// What binds it.
    pub constraints: Vec<String>,
    /// What it knows of the other side.
    pub knows: Vec<String>,
    /// What to watch.
    pub watch: Vec<String>,
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
}

impl DeckText {
    /// The texts of a response.
    pub fn response(&self, response: Response) -> &ActText {
        &self.responses[response.index()]
    }

    /// The texts of a follow-up.
    pub fn follow_up(&self, follow_up: FollowUp) -> &ActText {
        &self.follow_ups[follow_up.index()]
    }

    /// The texts of an intensity.
    pub fn intensity(&self, intensity: Intensity) -> &NameText {
        &self.intensities[intensity.index()]
    }

    /// The texts of an inducement.
    pub fn inducement(&self, inducement: Inducement) -> &NameText {
        &self.inducements[inducement.index()]
    }

    /// The texts of an ending.
    pub fn ending(&self, ending: Ending) -> &EndingText {
        &self.endings[ending.index()]
    }

    /// The source of an id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The display name of a seat.
    pub fn seat_name(&self, seat: Seat) -> &str {
        match seat {
            Seat::Patron => &self.patron,
            Seat::Client => &self.client,
            Seat::Observer => &self.observer,
            Seat::WhiteCell => "White cell",
        }
    }

    /// The briefing of a seat; the white cell reads all three.
    pub const fn briefing(&self, seat: Seat) -> Option<&Briefing> {
        match seat {
            Seat::Patron => Some(&self.patron_briefing),
            Seat::Client => Some(&self.client_briefing),
            Seat::Observer => Some(&self.observer_briefing),
            Seat::WhiteCell => None,
        }
    }

    /// When a move (from 0) takes place in the story, such as "2026 H1"; none where the deck is silent.
    pub fn move_date(&self, move_index: u32) -> Option<String> {
        let per_year = self.about.moves_per_year?;
        let year = self.about.start_year? + move_index / per_year;
        let part = move_index % per_year + 1;
        Some(match per_year {
            1 => year.to_string(),
            2 => format!("{year} H{part}"),
            4 => format!("{year} Q{part}"),
            12 => format!("{year}-{part:02}"),
            _ => format!("{year}, {part} of {per_year}"),
        })
    }
}
