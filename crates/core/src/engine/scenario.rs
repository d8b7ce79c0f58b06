//! The rules data of a deck, valid by construction: every number of the rules.
//!
//! The loader (`deck`) builds it from text and refuses what would break it; texts for people to
//! read are not part of it.

use crate::engine::choice::{FollowUp, Inducement, Intensity, Response};
use crate::engine::gauge::{Gauge, Part, Scope};
use crate::model::place::{At as _, CardAt, DomainAt, EventAt, Listed};
use crate::model::side::BySide;

/// The rules data of one deck.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the fields are the deck's tables, named alike, explained in docs/deck-authoring.md"
)]
pub struct Scenario {
    pub id: String,
    pub session: SessionRules,
    /// Start values in the order of [`Gauge::GLOBALS`].
    pub start: [i64; Gauge::GLOBALS.len()],
    /// What trust drifts towards.
    pub base_trust: i64,
    /// What credibility drifts towards.
    pub base_credibility: i64,
    pub conditions: Vec<Condition>,
    /// The condition that is the client's outside option.
    pub outside_option: u8,
    /// The condition that isolates the client.
    pub isolation: u8,
    pub domains: Listed<DomainAt, Domain>,
    pub cards: Listed<CardAt, Card>,
    /// How many of the cards, at the end of the list, were written in the room and are in no pile.
    pub written: usize,
    pub events: Listed<EventAt, Event>,
    pub intensities: [IntensityRules; 4],
    pub over_norm: OverNorm,
    pub inducements: [InducementRules; 3],
    pub contest: Contest,
    pub responses: [ResponseRules; 7],
    /// Percent of the conceded autonomy cost that a deflected concession costs.
    pub deflect_swap: i64,
    /// Dependence shed by hedging, and the share of the outside option added to it.
    pub hedge_wean: i64,
    /// Divisor of the outside option in what hedging sheds.
    pub hedge_wean_outside_option: i64,
    pub reward: Reward,
    pub pocket: Pocket,
    pub punish: Punish,
    pub back_down: BackDown,
    pub hold: HoldRules,
    pub drift: Drift,
    pub stability: StabilityWeights,
    pub crisis: Crisis,
    pub breach: Breach,
    pub vassalage: Vassalage,
    pub endings: Endings,
    pub score: Score,
    pub policies: Vec<Policy>,
}

/// Length, hand and effort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRules {
    /// Moves planned.
    pub moves: u32,
    /// The last move is hidden within this many moves of the plan, either way.
    pub moves_spread: u32,
    /// Cards the patron holds.
    pub hand: usize,
    /// Demands a move at most.
    pub demands: u32,
    /// Effort in the first move.
    pub effort_start: i64,
    /// Effort regained each move.
    pub effort_gain: i64,
    /// Effort at most.
    pub effort_max: i64,
    /// Blank entries in the event pile.
    pub quiet_events: usize,
    /// The policy whose client weights a patron bot expects, by its place in `policies`.
    pub client_model: usize,
}

impl SessionRules {
    /// The most moves that a session may last; for numbers beyond all bounds the largest there is.
    pub const fn longest(&self) -> u32 {
        self.moves.saturating_add(self.moves_spread)
    }
}

/// An outside condition, 0..=100.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Condition {
    pub id: String,
    pub name: String,
    pub start: i64,
    /// Percent of (value − 50) added to the client's endurance target.
    pub endurance: i64,
    /// Percent of (value − 50) added to the shared front's target.
    pub shared_front: i64,
}

/// A field of the partnership.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Domain {
    pub id: String,
    pub name: String,
    pub dependence: i64,
    pub capacity: i64,
    pub capacity_max: i64,
    pub capacity_regrowth: i64,
    /// The intensity up to which pressing is felt as normal.
    pub restraint_norm: i64,
    pub red_line: i64,
    pub strain: i64,
    pub dependence_trend: i64,
    /// Percent of dependence (times stability) added to the endurance target.
    pub endurance_support: i64,
    /// Percent of (condition − 50) added to dependence, by condition.
    pub leverage: Vec<i64>,
}

/// A demand that the patron may table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Card {
    pub id: String,
    pub title: String,
    pub domain: DomainAt,
    pub gain: i64,
    pub autonomy_cost: i64,
    pub capacity_need: i64,
    pub red_line_weight: i64,
    pub lock_in: i64,
    pub shared_front: i64,
}

/// Something that happens.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Event {
    pub id: String,
    pub title: String,
    /// Deltas, in the deck's order.
    pub change: Vec<(Gauge, i64)>,
}

/// What an intensity asks and costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct IntensityRules {
    pub effort: i64,
    /// Percent of the card that is asked.
    pub scope: i64,
    /// Percent of leverage that presses.
    pub push: i64,
    pub trust: i64,
    pub resentment: i64,
    /// Tenths of the card's red-line weight added to strain.
    pub strain: i64,
}

/// Friction for each step above the domain's restraint norm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct OverNorm {
    pub trust: i64,
    pub resentment: i64,
}

/// What an inducement costs and brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InducementRules {
    /// Tenths of gain, paid on compliance.
    pub price: i64,
    /// Endurance that it brings the client.
    pub relief: i64,
    /// Resentment that it spares.
    pub softening: i64,
    /// What it adds to the press.
    pub push: i64,
}

/// The contest of wills (rules 6 and 7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Contest {
    pub red_line_weight: i64,
    pub resentment: i64,
    pub autonomy: i64,
    pub outside_option: i64,
    pub breach: i64,
    pub credibility: i64,
    pub scale: i64,
    pub limit: i64,
    pub hold: i64,
    pub slip: i64,
    pub hold_offer: i64,
    pub slip_offer: i64,
    pub slip_resentment: i64,
    pub duress: i64,
    pub concede_strain: i64,
    pub hold_credibility: i64,
    pub argument_limit: i64,
    /// Percent delivered at trust 0.
    pub compliance: i64,
}

/// What a response offers and does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct ResponseRules {
    /// Percent of what is asked.
    pub offer: i64,
    pub trust: i64,
    pub resentment: i64,
    pub autonomy: i64,
    pub endurance: i64,
    pub credibility: i64,
    pub shared_front: i64,
    /// How much of the patron's leverage turns cold on the client's endurance.
    pub chill: i64,
}

/// Paying back compliance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Reward {
    pub price: i64,
    pub trust: i64,
    pub resentment: i64,
    pub endurance: i64,
    pub endurance_if_met: i64,
}

/// Taking what was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Pocket {
    pub unmet_trust: i64,
    pub unmet_resentment: i64,
    pub unanswered_credibility: i64,
}

/// Carrying out the threat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Punish {
    pub price: i64,
    pub price_per_intensity: i64,
    pub hit: i64,
    pub hit_per_intensity: i64,
    pub hit_divisor: i64,
    pub resentment: i64,
    pub resentment_per_intensity: i64,
    pub trust: i64,
    pub credibility: i64,
    pub shared_front: i64,
    pub wean: i64,
    pub strain: i64,
}

/// Withdrawing the demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct BackDown {
    pub credibility: i64,
    pub credibility_per_intensity: i64,
    pub resentment: i64,
    pub trust: i64,
}

/// What asking for nothing does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct HoldRules {
    pub trust: i64,
    pub resentment: i64,
    pub credibility: i64,
}

/// Targets and divisors of the drift.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Drift {
    pub endurance_base: i64,
    pub shared_front_base: i64,
    pub autonomy_base: i64,
    pub strain: i64,
    pub strain_breached: i64,
    pub resentment_divisor: i64,
    pub trust_divisor: i64,
    pub credibility_divisor: i64,
    pub autonomy_divisor: i64,
    pub endurance_divisor: i64,
    pub shared_front_divisor: i64,
    pub stability_divisor: i64,
    pub dividend_divisor: i64,
    /// Isolation from which dependence grows by itself.
    pub trend_at: i64,
}

/// Weights of the stability target, and its stretch in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct StabilityWeights {
    pub trust: i64,
    pub shared_front: i64,
    pub calm: i64,
    pub room: i64,
    pub stretch: i64,
}

/// The crisis regime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Crisis {
    pub enter: i64,
    pub leave: i64,
    pub resentment: i64,
    pub trust: i64,
    pub rupture_at: i64,
    pub rupture_moves: i64,
    pub exit_at: i64,
}

/// The cliff when strain reaches a red line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Breach {
    pub stability: i64,
    pub trust: i64,
    pub resentment: i64,
    pub shared_front: i64,
    pub heal: i64,
}

/// Autonomy thresholds of vassalage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Vassalage {
    pub enter: i64,
    pub leave: i64,
    pub moves: i64,
    /// Autonomy lost in a move that endurance ends under 10.
    pub starvation: i64,
}

/// Thresholds of the quiet endings, and what each ending is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Endings {
    pub entente_stability: i64,
    pub entente_trust: i64,
    pub entente_autonomy: i64,
    pub managed_stability: i64,
    /// Added to each side's aims, in the order of [`crate::engine::choice::Ending`].
    pub worth: [BySide<i64>; 5],
}

/// Weights of the aims, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Score {
    /// Tenths a point of outlook.
    pub patron_stability: i64,
    pub client_autonomy: i64,
    pub client_endurance: i64,
    pub client_stability: i64,
    /// What each side aims at.
    pub goals: BySide<i64>,
}

/// A bot's character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The name that command lines and seats use.
    pub name: String,
    /// How it decides.
    pub kind: PolicyKind,
}

/// How a bot decides (rules 17.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PolicyKind {
    /// Any legal option, evenly.
    Random,
    /// The option of the highest value, or by logit.
    Value(ValuePolicy),
    /// A value bot that answers in kind.
    TitForTat(ValuePolicy),
    /// Plays each candidate to the end some times; `base` is a value policy's place in `policies`.
    Rollout {
        /// The policy of the playouts.
        base: usize,
        /// Candidate demands tried.
        top: usize,
        /// Playouts a candidate.
        rolls: u64,
    },
    /// Always the same, for tests and comparisons.
    Fixed(FixedPolicy),
}

/// Weights of a value bot, in hundredths of a point per unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValuePolicy {
    /// Sharpness of choice; below 0 the first maximum is taken.
    pub lambda: i64,
    /// Lowest intensity it considers, as steps.
    pub floor: i64,
    /// Weights in each side's seat.
    pub weights: BySide<Weights>,
}

/// Always one reply, or one kind of demand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixedPolicy {
    /// The reply (deflect: to the domain with most capacity; if illegal, partial).
    pub reply: Response,
    /// The intensity of the first card in hand, lowered as far as effort forces; none: always hold.
    pub intensity: Option<Intensity>,
    /// The inducement.
    pub inducement: Inducement,
    /// The first legal one of these.
    pub follow_ups: Vec<FollowUp>,
}

/// Weights of the features of a position (rules 17.1), in hundredths of a point per unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Weights {
    /// Per tenth of gain.
    pub gain: i64,
    pub trust: i64,
    pub credibility: i64,
    pub resentment: i64,
    pub autonomy: i64,
    pub endurance: i64,
    pub shared_front: i64,
    pub outlook: i64,
    pub strain: i64,
    pub dependence: i64,
    pub danger: i64,
    pub vassalage: i64,
}

impl Weights {
    /// The names of the features, as policies use them.
    pub const NAMES: [&'static str; 12] = [
        "gain",
        "trust",
        "credibility",
        "resentment",
        "autonomy",
        "endurance",
        "shared_front",
        "outlook",
        "strain",
        "dependence",
        "danger",
        "vassalage",
    ];

    /// The weight of a feature by its name.
    pub fn by_name(&mut self, name: &str) -> Option<&mut i64> {
        Some(match name {
            "gain" => &mut self.gain,
            "trust" => &mut self.trust,
            "credibility" => &mut self.credibility,
            "resentment" => &mut self.resentment,
            "autonomy" => &mut self.autonomy,
            "endurance" => &mut self.endurance,
            "shared_front" => &mut self.shared_front,
            "outlook" => &mut self.outlook,
            "strain" => &mut self.strain,
            "dependence" => &mut self.dependence,
            "danger" => &mut self.danger,
            "vassalage" => &mut self.vassalage,
            _ => return None,
        })
    }
}

impl Scenario {
    /// The rules of an intensity.
    pub const fn intensity(&self, intensity: Intensity) -> &IntensityRules {
        &self.intensities[intensity.index()]
    }

    /// The rules of an inducement.
    pub const fn inducement(&self, inducement: Inducement) -> &InducementRules {
        &self.inducements[inducement.index()]
    }

    /// The rules of a response.
    pub const fn response(&self, response: Response) -> &ResponseRules {
        &self.responses[response.index()]
    }

    /// The cards written in the room, which stand behind the deck's own.
    pub fn written_cards(&self) -> impl Iterator<Item = CardAt> + use<> {
        let all = self.cards.len();
        (all - self.written..all).map(CardAt::new)
    }

    /// The place of a card by its id.
    pub fn card_index(&self, id: &str) -> Option<CardAt> {
        self.cards.place(|card| card.id == id)
    }

    /// The place of a domain by its id.
    pub fn domain_index(&self, id: &str) -> Option<DomainAt> {
        self.domains.place(|domain| domain.id == id)
    }

    /// An entry of the pile of events that is a quiet move.
    pub fn quiet(&self) -> EventAt {
        EventAt::new(self.events.len())
    }

    /// The event that an entry of the pile is; none where it is a quiet move.
    pub fn event_of(&self, entry: EventAt) -> Option<EventAt> {
        (entry < self.quiet()).then_some(entry)
    }

    /// The place of an event by its id.
    pub fn event_index(&self, id: &str) -> Option<EventAt> {
        self.events.place(|event| event.id == id)
    }

    /// The place of a policy by its name.
    pub fn policy_index(&self, name: &str) -> Option<usize> {
        self.policies.iter().position(|policy| policy.name == name)
    }

    /// All gauges of this deck: globals, gains, conditions, then dependence, capacity and strain by domain.
    pub fn gauges(&self) -> Vec<Gauge> {
        let mut all: Vec<Gauge> = Gauge::globals_and_gains().collect();
        let conditions = u8::try_from(self.conditions.len()).unwrap_or(u8::MAX);
        all.extend((0..conditions).map(Gauge::Condition));
        for &part in Part::ALL {
            let domains = self.domains.places();
            all.extend(domains.map(|domain| Gauge::of_domain(domain, part)));
        }
        all
    }

    /// The word of a gauge in saves and scripts: `trust`, `oil`, `economy.dependence`.
    pub fn gauge_word(&self, gauge: Gauge) -> String {
        match gauge.scope() {
            Scope::Whole(word) => word.to_owned(),
            Scope::Condition(c) => self.conditions[usize::from(c)].id.clone(),
            Scope::Domain(d, part) => format!("{}.{part}", self.domains[d].id),
        }
    }

    /// Finds the gauge that a word names.
    pub fn gauge_from_word(&self, word: &str) -> Option<Gauge> {
        self.gauges()
            .into_iter()
            .find(|gauge| self.gauge_word(*gauge) == word)
    }
}
