//! Everything of a deck that people read, harmless to show, with fallbacks where the deck is silent.

mod about;
mod act;
mod card;
mod europe;
mod fallback;
mod happened;
mod outlook;
mod place;
mod reading;
mod severity;
mod shape;
mod signpost;
mod story;
mod tagged;
#[cfg(test)]
mod tests;
mod when;
mod written;

use crate::deck::exempt::Exemption;
use crate::deck::plain::plain;
use crate::deck::raw::RawDeck;
use crate::engine::seat::Seat;
use crate::model::choice::{Ending, FollowUp, Inducement, Intensity, Response};
use crate::model::place::{AskAt, CardAt, ConditionAt, DomainAt, EventAt, Listed, MeasureAt};

use shape::words;
use signpost::SignWords;

pub use crate::deck::raw::card::{Horizon, Severity};
pub use crate::deck::raw::cited::{Grade, Label};
pub use about::{About, Stretch, hours};
pub use act::{ActText, CrisisText, NameText, OfferText};
pub use card::{AskText, CardText, EventText, Precedent};
pub use europe::{EuropeText, MeasureText};
pub(in crate::deck) use fallback::severity;
pub use happened::{Happened, Tally};
pub use outlook::Outlook;
pub use place::{ConditionText, DomainText, Figure, Paragraph};
pub use reading::{Briefing, Happening, Question, Research, Seen, Source, Subject};
pub use severity::Severities;
pub use signpost::{Blanks, Sign};
pub use story::{EndingText, Story, Told};
pub use tagged::{Tagged, Whereabouts};

/// All texts of a deck. A text that a deck does not give is empty, unless its field says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeckText {
    /// What the deck is.
    pub about: About,
    /// Display name of the stronger side.
    pub patron: String,
    /// Display name of the weaker side.
    pub client: String,
    /// Display name of the third seat.
    pub europe_name: String,
    /// In the order of the scenario's conditions.
    pub conditions: Listed<ConditionAt, ConditionText>,
    /// In the order of the scenario's domains.
    pub domains: Listed<DomainAt, DomainText>,
    /// In the order of the scenario's cards.
    pub cards: Listed<CardAt, CardText>,
    /// In the order of the scenario's asks.
    pub asks: Listed<AskAt, AskText>,
    /// In the order of the scenario's events.
    pub events: Listed<EventAt, EventText>,
    /// The third seat.
    pub europe: EuropeText,
    /// In the order of the scenario's measures.
    pub measures: Listed<MeasureAt, MeasureText>,
    /// In the order of [`Response::ALL`]; see [`DeckText::response`].
    pub responses: Vec<ActText>,
    /// In the order of [`FollowUp::ALL`]; see [`DeckText::follow_up`].
    pub follow_ups: Vec<ActText>,
    /// Asking for nothing in a move.
    pub hold: ActText,
    /// Offering, taking up, setting aside.
    pub offer: OfferText,
    /// The acts of a crisis.
    pub crisis: CrisisText,
    /// Said when a red line is crossed; never empty.
    pub breach: NameText,
    /// Tags of the rules that have no words of their own.
    rule_tags: Vec<(&'static str, Vec<String>)>,
    /// In the order of [`Intensity::ALL`]; see [`DeckText::intensity`].
    pub intensities: Vec<NameText>,
    /// In the order of [`Inducement::ALL`]; see [`DeckText::inducement`].
    pub inducements: Vec<NameText>,
    /// In the order of [`Ending::ALL`]; see [`DeckText::ending`].
    pub endings: Vec<EndingText>,
    /// What is told after an ending's text; see [`DeckText::told`].
    pub story: Story,
    signs: SignWords,
    /// How hard demands and answers count where players are compared.
    pub severities: Severities,
    /// For the patron's team.
    pub patron_briefing: Briefing,
    /// For the client's team.
    pub client_briefing: Briefing,
    /// For the third seat.
    pub europe_briefing: Briefing,
    /// Questions for the debriefing.
    pub questions: Vec<Question>,
    /// Questions for research.
    pub research: Vec<Research>,
    /// What has happened before the session begins, in order.
    pub timeline: Vec<Happening>,
    /// Where the facts come from.
    pub sources: Vec<Source>,
    /// What the deck need not keep to, with the reasons; see [`DeckText::exempt`].
    pub exemptions: Vec<Exemption>,
}

impl DeckText {
    /// The texts of a raw deck that passed all checks.
    pub(in crate::deck) fn new(raw: &RawDeck) -> Self {
        let domains = place::domains(raw);
        let follow_up = |word: FollowUp| {
            let of = &raw.follow_up;
            let spoken: &dyn crate::deck::raw::table::Spoken = match word {
                FollowUp::Pocket => &of.pocket,
                FollowUp::Reward => &of.reward,
                FollowUp::Punish => &of.punish,
                FollowUp::BackDown => &of.back_down,
            };
            ActText::new(spoken, fallback::follow_up(word))
        };
        let response =
            |word: Response| ActText::new(raw.response.spoken(word), fallback::response(word));
        Self {
            about: About::new(&raw.deck),
            patron: plain(&raw.deck.patron),
            client: plain(&raw.deck.client),
            europe_name: plain(&raw.deck.observer),
            conditions: raw.condition.iter().map(ConditionText::new).collect(),
            cards: card::cards(raw, &domains),
            domains,
            asks: raw.ask.iter().map(AskText::new).collect(),
            events: raw.event.iter().map(EventText::new).collect(),
            europe: EuropeText::new(&raw.europe),
            measures: raw.measure.iter().map(MeasureText::new).collect(),
            responses: Response::ALL.iter().copied().map(response).collect(),
            follow_ups: FollowUp::ALL.iter().copied().map(follow_up).collect(),
            hold: ActText::new(&raw.follow_up.hold, fallback::HOLD),
            offer: OfferText::new(&raw.offer),
            crisis: CrisisText::new(&raw.crisis),
            breach: NameText::new(
                None,
                raw.breach.text.as_ref(),
                &raw.breach.tags,
                fallback::BREACH,
            ),
            rule_tags: vec![
                ("grievance", words(&raw.grievance.tags)),
                ("market", words(&raw.market.tags)),
            ],
            intensities: (raw.intensity.iter().zip(Intensity::ALL))
                .map(|(raw, word)| {
                    let fallback = fallback::intensity(*word);
                    NameText::new(raw.name.as_ref(), raw.text.as_ref(), &raw.tags, fallback)
                })
                .collect(),
            inducements: (raw.inducement.iter().zip(Inducement::ALL))
                .map(|(raw, word)| {
                    let fallback = fallback::inducement(*word);
                    NameText::new(raw.name.as_ref(), raw.text.as_ref(), &raw.tags, fallback)
                })
                .collect(),
            endings: (Ending::ALL.iter())
                .map(|ending| EndingText::new(&raw.ending.of(*ending), *ending))
                .collect(),
            story: Story::new(raw),
            signs: SignWords::new(&raw.signpost),
            severities: Severities::new(&raw.severity),
            patron_briefing: Briefing::new(raw.briefing.patron.as_ref()),
            client_briefing: Briefing::new(raw.briefing.client.as_ref()),
            europe_briefing: Briefing::new(raw.briefing.observer.as_ref()),
            questions: raw.question.iter().map(Question::new).collect(),
            research: raw.research.iter().map(Research::new).collect(),
            timeline: (raw.timeline.iter())
                .map(|happening| Happening::new(raw, happening))
                .collect(),
            sources: raw.source.iter().map(Source::new).collect(),
            exemptions: raw.exempt.iter().map(Exemption::new).collect(),
        }
    }

    /// Why the deck need not keep to the claim or the test that is cited so; none where it has to.
    pub fn exempt(&self, test: &str) -> Option<&str> {
        let mut all = self.exemptions.iter();
        let found = all.find(|exemption| exemption.test == test)?;
        Some(&found.reason)
    }

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

    /// What is told after the text of the ending that came: from each part of the story the first pieces
    /// whose conditions hold. A pure function of what happened.
    pub fn told(&self, happened: &Happened<'_>) -> Vec<Told<'_>> {
        self.story.told(happened)
    }

    /// The whole of how an ending is told, one paragraph each: its text, then the pieces.
    pub fn ending_told(&self, happened: &Happened<'_>) -> Vec<&str> {
        let text = self.ending(happened.ending).text.as_str();
        let pieces = self.told(happened).into_iter().map(|told| told.text);
        std::iter::once(text).chain(pieces).collect()
    }

    /// What the client would like in return for a card that it offers, as the deck suggests it.
    pub fn wants(&self, card: CardAt) -> impl Iterator<Item = (AskAt, &AskText)> {
        let wants = self.cards.get(card).map(|card| card.wants.as_slice());
        let wants = wants.unwrap_or_default().iter();
        wants.map(|ask| (*ask, &self.asks[*ask]))
    }

    /// The entries of the timeline about a subject.
    pub fn timeline_of(&self, subject: Subject) -> impl Iterator<Item = &Happening> {
        let entries = self.timeline.iter();
        entries.filter(move |entry| entry.about == subject)
    }

    /// The source of an id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The best grade among sources of these ids; none where no source of them has one.
    pub fn best_grade(&self, ids: &[String]) -> Option<Grade> {
        ids.iter().filter_map(|id| self.source(id)?.grade).min()
    }

    /// The display name of a seat.
    pub fn seat_name(&self, seat: Seat) -> &str {
        match seat {
            Seat::Patron => &self.patron,
            Seat::Client => &self.client,
            Seat::Europe => &self.europe_name,
            Seat::WhiteCell => "White cell",
            Seat::Audience => "Audience",
        }
    }

    /// The briefing of a seat; the white cell reads all three, the audience none.
    pub const fn briefing(&self, seat: Seat) -> Option<&Briefing> {
        match seat {
            Seat::Patron => Some(&self.patron_briefing),
            Seat::Client => Some(&self.client_briefing),
            Seat::Europe => Some(&self.europe_briefing),
            Seat::WhiteCell | Seat::Audience => None,
        }
    }

    /// When a move (from 0) takes place in the story, such as "2026 H1"; none where the deck is silent.
    pub fn move_date(&self, move_index: u32) -> Option<String> {
        self.about.move_date(move_index)
    }
}
