//! The numbers of a deck, valid by construction: everything that the rules read.
//!
//! The deck layer makes it from text and refuses what would break the rules; texts for people to read
//! are not part of it.

mod course;
mod policy;
mod terms;
mod world;

use serde::Deserialize;

use crate::model::choice::{BySide, Ending, Inducement, Intensity, Response};
use crate::model::gauge::{Gauge, Part, Scope};
use crate::model::luck::{Stream, below};
use crate::model::place::{
    AskAt, At as _, CardAt, ConditionAt, DomainAt, EventAt, First as _, Listed, MAX_CONDITIONS,
    MAX_DOMAINS, MeasureAt, PolicyAt,
};

pub use course::{
    Breach, Capture, Crisis, CrisisAct, Drift, EndingRules, EuropeRules, Grievance, Market, Score,
    StabilityWeights, Thresholds, UnityRules,
};
pub use policy::{FixedPolicy, Policy, PolicyKind, ValuePolicy, Weights};
pub use terms::{
    BackDown, Contest, HoldRules, InducementRules, IntensityRules, OfferRules, OverNorm, Pocket,
    Punish, ResponseRules, Reward,
};
pub use world::{Ask, Bound, BroughtUpBy, Card, Changes, Condition, Domain, Event, Measure};

/// The rules data of one deck.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the fields are the deck's tables, named alike, explained with each"
)]
pub struct Scenario {
    pub id: String,
    pub session: SessionRules,
    /// Start values in the order of [`Gauge::GLOBALS`].
    pub start: [i64; Gauge::GLOBALS.len()],
    pub base: Base,
    pub conditions: Listed<ConditionAt, Condition>,
    /// The condition that is the client's outside option.
    pub outside_option: ConditionAt,
    /// The condition that isolates the client.
    pub isolation: ConditionAt,
    pub domains: Listed<DomainAt, Domain>,
    /// Percent of (condition − 50) that a condition adds to dependence: by condition, then by domain.
    pub leverage: [[i32; MAX_DOMAINS]; MAX_CONDITIONS],
    pub cards: Listed<CardAt, Card>,
    /// How many of the cards, at the end of the list, were written in the room.
    pub written: usize,
    pub asks: Listed<AskAt, Ask>,
    pub events: Listed<EventAt, Event>,
    pub measures: Listed<MeasureAt, Measure>,
    pub intensities: [IntensityRules; 4],
    pub over_norm: OverNorm,
    pub inducements: [InducementRules; 3],
    pub contest: Contest,
    pub responses: [ResponseRules; 7],
    pub offer: OfferRules,
    pub reward: Reward,
    pub pocket: Pocket,
    pub punish: Punish,
    pub back_down: BackDown,
    pub hold: HoldRules,
    pub drift: Drift,
    pub grievance: Grievance,
    pub market: Market,
    /// The domain in which isolation makes the client sell cheaply.
    pub market_domain: DomainAt,
    pub stability: StabilityWeights,
    pub crisis: Crisis,
    pub breach: Breach,
    pub capture: Capture,
    pub thresholds: Thresholds,
    /// What each ending is worth, in the order of [`Ending::ALL`].
    pub endings: [EndingRules; 6],
    pub score: Score,
    pub europe: EuropeRules,
    /// The domain in which the patron's presence touches Europe.
    pub presence_domain: DomainAt,
    pub policies: Listed<PolicyAt, Policy>,
    /// The weights by which bots expect each side to choose.
    pub expected: BySide<Weights>,
}

/// Length, menu and effort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionRules {
    /// Moves planned.
    pub moves: u32,
    /// The last move is hidden within this many moves of the plan, either way.
    pub moves_spread: u32,
    /// Demands a move at most.
    pub demands: u32,
    /// What the patron may choose from.
    pub menu: MenuRules,
    /// From how much given a card counts as open to others, and as closed.
    pub given: GivenRules,
    /// What the patron can attend to.
    pub effort: EffortRules,
    /// Blank entries in the event pile.
    pub quiet_events: usize,
}

impl SessionRules {
    /// The most moves that a session may last; for numbers beyond all bounds the largest there is.
    pub const fn longest(&self) -> u32 {
        self.moves.saturating_add(self.moves_spread)
    }

    /// How many moves a seed gives a session.
    pub fn drawn_length(&self, seed: u64) -> u32 {
        let spread = u64::from(self.moves_spread);
        let drawn = below(seed, Stream::Hidden, 63, 2 * spread + 1);
        let shortest = self.moves.saturating_sub(self.moves_spread);
        shortest.saturating_add(u32::try_from(drawn).unwrap_or(0))
    }
}

/// How many cards come onto the menu of a move (rules 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MenuRules {
    /// Cards of each domain, those demanded least often first.
    pub rungs: usize,
    /// Other open cards, drawn.
    pub wild: usize,
}

/// Percent of a card that must have been given for it to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GivenRules {
    /// From here on it opens the cards that require it, and shuts those that exclude it.
    pub open: i64,
    /// From here on it is not demanded again, unless it can be repeated.
    pub closed: i64,
}

/// The patron's scarce attention; what is not spent is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EffortRules {
    /// Effort in the first move.
    pub start: i64,
    /// Effort gained in each later move.
    pub gain: i64,
}

/// What moods drift towards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Base {
    pub trust: i64,
    pub credibility: i64,
}

impl Scenario {
    /// A card by its place.
    #[inline]
    pub fn card(&self, card: CardAt) -> &Card {
        &self.cards[card]
    }

    /// A domain by its place.
    #[inline]
    pub fn domain(&self, domain: DomainAt) -> &Domain {
        &self.domains[domain]
    }

    /// The rules of an intensity.
    #[inline]
    pub const fn intensity(&self, intensity: Intensity) -> &IntensityRules {
        &self.intensities[intensity.index()]
    }

    /// The rules of an inducement.
    #[inline]
    pub const fn inducement(&self, inducement: Inducement) -> &InducementRules {
        &self.inducements[inducement.index()]
    }

    /// The rules of a response.
    #[inline]
    pub const fn response(&self, response: Response) -> &ResponseRules {
        &self.responses[response.index()]
    }

    /// What an ending is worth.
    #[inline]
    pub const fn ending(&self, ending: Ending) -> &EndingRules {
        &self.endings[ending.index()]
    }

    /// All domains, in order.
    #[inline]
    pub fn domains(&self) -> impl DoubleEndedIterator<Item = DomainAt> + Clone + use<> {
        DomainAt::first(self.domains.len())
    }

    /// How many domains there are, to divide by.
    #[inline]
    pub fn domain_count(&self) -> i64 {
        i64::try_from(self.domains.len()).unwrap_or(1).max(1)
    }

    /// A measure of Europe's by its place.
    #[inline]
    pub fn measure(&self, measure: MeasureAt) -> &Measure {
        &self.measures[measure]
    }

    /// The policy at a place.
    pub fn policy(&self, policy: PolicyAt) -> &Policy {
        &self.policies[policy]
    }

    /// The cards written in the room, which stand behind the deck's own.
    pub fn written_cards(&self) -> impl Iterator<Item = CardAt> + use<> {
        let all = self.cards.len();
        (all - self.written..all).map(CardAt::new)
    }

    /// The place of a card by its id.
    pub fn card_at(&self, id: &str) -> Option<CardAt> {
        self.cards.place(|card| card.id == id)
    }

    /// The place of a domain by its id.
    pub fn domain_at(&self, id: &str) -> Option<DomainAt> {
        self.domains.place(|domain| domain.id == id)
    }

    /// The place of an ask by its id.
    pub fn ask_at(&self, id: &str) -> Option<AskAt> {
        self.asks.place(|ask| ask.id == id)
    }

    /// The place of an event by its id.
    pub fn event_at(&self, id: &str) -> Option<EventAt> {
        self.events.place(|event| event.id == id)
    }

    /// The place of a measure by its id.
    pub fn measure_at(&self, id: &str) -> Option<MeasureAt> {
        self.measures.place(|measure| measure.id == id)
    }

    /// The place of a policy by its name.
    pub fn policy_at(&self, name: &str) -> Option<PolicyAt> {
        self.policies.place(|policy| policy.name == name)
    }

    /// An entry of the pile of events that is a quiet move.
    pub fn quiet(&self) -> EventAt {
        EventAt::new(self.events.len())
    }

    /// The event that an entry of the pile is; none where it is a quiet move.
    pub fn event_of(&self, entry: EventAt) -> Option<EventAt> {
        (entry < self.quiet()).then_some(entry)
    }

    /// All gauges of this deck: globals, gains, conditions, then dependence, capacity and strain by
    /// domain, then Europe's.
    pub fn gauges(&self) -> Vec<Gauge> {
        let mut all: Vec<Gauge> = Gauge::globals_and_gains().collect();
        all.extend(self.conditions.places().map(Gauge::Condition));
        for &part in Part::ALL {
            let domains = self.domains.places();
            all.extend(domains.map(|domain| Gauge::of_domain(domain, part)));
        }
        all.extend(Gauge::EUROPES);
        all
    }

    /// The word of a gauge in saves and scripts: `trust`, `oil`, `economy.dependence`.
    pub fn gauge_word(&self, gauge: Gauge) -> String {
        match gauge.scope() {
            Scope::Whole(word) => word.to_owned(),
            Scope::Condition(at) => self.conditions[at].id.clone(),
            Scope::Domain(at, part) => format!("{}.{part}", self.domains[at].id),
        }
    }

    /// Finds the gauge that a word names.
    pub fn gauge_from_word(&self, word: &str) -> Option<Gauge> {
        self.gauges()
            .into_iter()
            .find(|gauge| self.gauge_word(*gauge) == word)
    }
}
