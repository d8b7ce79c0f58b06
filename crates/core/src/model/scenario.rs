//! The numbers of a deck, valid by construction: everything that the rules read.
//!
//! [`read`](crate::model::read) makes it from text and refuses what would break the rules; texts for
//! people to read are not part of it.

mod course;
mod policy;
mod terms;
mod world;

use serde::Deserialize;

use crate::engine::luck::{Stream, below};
use crate::model::choice::{BySide, Ending, Inducement, Intensity, Response};
use crate::model::gauge::Gauge;
use crate::model::place::{
    At as _, CardAt, ConditionAt, DomainAt, First as _, MAX_CONDITIONS, MAX_DOMAINS, PolicyAt,
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
    pub start: [i64; 7],
    pub base: Base,
    pub conditions: Vec<Condition>,
    /// The condition that is the client's outside option.
    pub outside_option: ConditionAt,
    /// The condition that isolates the client.
    pub isolation: ConditionAt,
    pub domains: Vec<Domain>,
    /// Percent of (condition − 50) that a condition adds to dependence: by condition, then by domain.
    pub leverage: [[i32; MAX_DOMAINS]; MAX_CONDITIONS],
    pub cards: Vec<Card>,
    pub asks: Vec<Ask>,
    pub events: Vec<Event>,
    pub measures: Vec<Measure>,
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
    pub policies: Vec<Policy>,
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

/// How many cards come onto the menu of a move (second rules, 4.3).
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
        &self.cards[card.index()]
    }

    /// A domain by its place.
    #[inline]
    pub fn domain(&self, domain: DomainAt) -> &Domain {
        &self.domains[domain.index()]
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

    /// The place of a card by its id.
    pub fn card_at(&self, id: &str) -> Option<CardAt> {
        let place = self.cards.iter().position(|card| card.id == id)?;
        Some(CardAt::new(place))
    }

    /// The place of a policy by its name.
    pub fn policy_at(&self, name: &str) -> Option<PolicyAt> {
        let place = self
            .policies
            .iter()
            .position(|policy| policy.name == name)?;
        Some(PolicyAt::new(place))
    }

    /// The policy at a place.
    pub fn policy(&self, policy: PolicyAt) -> &Policy {
        &self.policies[policy.index()]
    }

    /// All gauges of this deck: globals, gains, conditions, then dependence, capacity and strain by
    /// domain, then Europe's.
    pub fn gauges(&self) -> Vec<Gauge> {
        let conditions = ConditionAt::first(self.conditions.len());
        let mut all: Vec<Gauge> = Gauge::GLOBALS.into_iter().chain([Gauge::Gains]).collect();
        all.extend(conditions.map(Gauge::Condition));
        all.extend(self.domains().map(Gauge::Dependence));
        all.extend(self.domains().map(Gauge::Capacity));
        all.extend(self.domains().map(Gauge::Strain));
        all.extend([Gauge::Unity, Gauge::Exposure]);
        all
    }
}
