//! A deck as parts and leaves: read in a terminal, leafed through on a screen, printed and cut.

mod leaves;
mod paper;
mod pick;

use crate::document::{Card, line};
use unequal_core::deck::Deck;
use unequal_core::engine::seat::Seat;

pub(crate) use leaves::{briefing, condition, domain_page, happened, inducements, intensities};
pub use paper::document;
pub(crate) use paper::paper;
pub use pick::Pick;

/// A part of a deck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the deck is.
    About,
    /// The fields of the partnership.
    Domains,
    /// What is known of each field: a page each.
    State,
    /// What has happened so far.
    Timeline,
    /// What happened in the time that is played.
    Record,
    /// What a seat reads before it begins.
    Briefing(Seat),
    /// What lies outside both sides.
    Conditions,
    /// What the patron may ask.
    Demands,
    /// What the client may offer of its own accord.
    Offers,
    /// What it may ask in return.
    Asks,
    /// How hard, and with what promise.
    Words,
    /// How the client may answer.
    Responses,
    /// What the patron may make of an answer.
    FollowUps,
    /// What both may do in a crisis.
    CrisisActs,
    /// What Europe may do.
    Measures,
    /// What may happen.
    Injects,
    /// How it may end.
    Endings,
    /// What to ask in the hot wash.
    Questions,
    /// What research would like to know.
    Research,
    /// Who plays where no person does.
    Bots,
    /// Where the facts come from.
    Sources,
}

/// A leaf of a deck.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    /// What it is called in lists.
    pub name: String,
    /// What is to be read.
    pub card: Card,
    /// Words to be found by that are not in the text.
    pub tags: Vec<String>,
    /// Whose it is, where it is one seat's.
    pub seat: Option<Seat>,
    /// What it is called in the deck's file; empty where nothing there is called so. Guests have no use for it.
    pub id: String,
}

impl Leaf {
    /// What is to be read by those who may look into the deck's file: with its id.
    pub fn with_id(&self) -> Card {
        let mut card = self.card.clone();
        if !self.id.is_empty() {
            let id = format!("id {}", self.id);
            match card.foot.last_mut() {
                Some(last) => last.push(format!(" · {id}")),
                None => card.foot.push(line(id)),
            }
        }
        card
    }
}

impl Part {
    /// All parts, in the order in which a deck is read.
    pub const ALL: [Self; 23] = [
        Self::About,
        Self::Domains,
        Self::State,
        Self::Timeline,
        Self::Record,
        Self::Briefing(Seat::Patron),
        Self::Briefing(Seat::Client),
        Self::Briefing(Seat::Europe),
        Self::Conditions,
        Self::Demands,
        Self::Offers,
        Self::Asks,
        Self::Words,
        Self::Responses,
        Self::FollowUps,
        Self::CrisisActs,
        Self::Measures,
        Self::Injects,
        Self::Endings,
        Self::Questions,
        Self::Research,
        Self::Bots,
        Self::Sources,
    ];

    /// Its title.
    pub fn title(self, deck: &Deck) -> String {
        let title = match self {
            Self::About => &deck.text.about.title,
            Self::Domains => "Domains",
            Self::Briefing(seat) => return format!("Briefing: {}", deck.text.seat_name(seat)),
            Self::State => "State of play",
            Self::Timeline => "What has happened",
            Self::Record => "In the record",
            Self::Conditions => "Outside conditions",
            Self::Demands => "Demands",
            Self::Offers => return format!("What {} may offer", deck.text.client),
            Self::Asks => "What may be asked in return",
            Self::Words => "Intensities and inducements",
            Self::Responses => "Responses",
            Self::FollowUps => "Follow-ups",
            Self::CrisisActs => "In a crisis",
            Self::Measures => return format!("What {} may do", deck.text.seat_name(Seat::Europe)),
            Self::Injects => "Injects",
            Self::Endings => "Endings",
            Self::Questions => "Questions for the hot wash",
            Self::Research => "Questions for research",
            Self::Bots => "Bots",
            Self::Sources => "Sources",
        };
        title.to_owned()
    }

    /// Whether all of it is one text.
    pub(crate) const fn is_one_text(self) -> bool {
        matches!(
            self,
            Self::About
                | Self::Timeline
                | Self::Record
                | Self::Briefing(_)
                | Self::Words
                | Self::Questions
                | Self::Research
                | Self::Bots
        )
    }
}
