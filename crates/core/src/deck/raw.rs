//! Mirrors the deck format in plain types: what a deck file may hold, before any check of meaning.
//!
//! The same types give the JSON Schema ([`crate::deck::schema()`]), which both editors and our own
//! structural check read; so a key, its range and its explanation stand in exactly one place.

pub mod act;
pub mod card;
pub mod cited;
pub mod course;
pub mod ending;
pub mod europe;
pub mod exempt;
pub mod head;
mod id;
pub mod numbers;
pub mod ordered;
pub mod place;
pub mod policy;
pub mod reading;
pub mod severity;
pub mod signpost;
pub mod table;

use schemars::JsonSchema;
use serde::Deserialize;

pub use id::ID_PATTERN;
pub use ordered::Ordered;

/// A deck of `unequal`: the numbers of the rules and the texts that people read.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawDeck {
    /// What the deck is, and who plays in it.
    pub deck: head::Head,
    /// Length, menu and effort.
    pub session: head::Session,
    /// The gauges at STARTEX.
    pub start: head::Start,
    /// What trust and credibility drift towards.
    pub base: head::Base,
    /// Outside conditions, in the order of the log. One has the role `isolation`, one `outside-option`.
    #[schemars(length(min = 1, max = 8))]
    pub condition: Vec<place::Condition>,
    /// Fields of the partnership, in the order of the log.
    #[schemars(length(min = 1, max = 8))]
    pub domain: Vec<place::Domain>,
    /// What the patron may demand, and the client offer.
    #[schemars(length(min = 1, max = 250))]
    pub card: Vec<card::Card>,
    /// What the client may ask in return for an offer.
    #[serde(default)]
    #[schemars(length(max = 100))]
    pub ask: Vec<card::Ask>,
    /// Things that happen, one drawn at the start of each move.
    #[serde(default)]
    #[schemars(length(max = 200))]
    pub event: Vec<card::Event>,
    /// The third seat: what Europe can agree on, and how hard an ending would hit it.
    pub europe: europe::Europe,
    /// What Europe may do.
    #[serde(default)]
    #[schemars(length(max = 100))]
    pub measure: Vec<europe::Measure>,
    /// How hard a demand is pressed: `probe`, `request`, `press`, `ultimatum`, in this order.
    #[schemars(length(min = 4, max = 4))]
    pub intensity: Vec<act::Intensity>,
    /// Friction for each step above a domain's restraint norm.
    pub over_norm: act::OverNorm,
    /// What the patron promises in return: `none`, `modest`, `generous`, in this order.
    #[schemars(length(min = 3, max = 3))]
    pub inducement: Vec<act::Inducement>,
    /// The contest of wills: from pressure and resistance to what is given.
    pub contest: course::Contest,
    /// The seven responses of the client.
    pub response: act::Responses,
    /// What the client's offers do.
    pub offer: act::Offer,
    /// What the patron does after the response, and what holding back does.
    pub follow_up: act::FollowUps,
    /// Targets and divisors of the drift at the end of each move.
    pub drift: course::Drift,
    /// Where resentment comes to rest.
    pub grievance: course::Grievance,
    /// The discount that nobody demands.
    pub market: course::Market,
    /// Weights of what supports stability.
    pub stability: course::Stability,
    /// The crisis regime.
    pub crisis: course::Crisis,
    /// What crossing a red line does.
    pub breach: course::Breach,
    /// Thresholds of capture.
    pub capture: course::Capture,
    /// The six endings: thresholds, what each is worth, and its text.
    pub ending: ending::Endings,
    /// How the aims are weighed.
    pub score: course::Score,
    /// How an ending is told after its text.
    pub story: Option<ending::Story>,
    /// Pieces of what is told at the end.
    #[serde(default)]
    #[schemars(length(max = 200))]
    pub piece: Vec<ending::Piece>,
    /// What the screens say about how far each ending is.
    #[serde(default)]
    pub signpost: signpost::Signposts,
    /// How hard each demand and each answer counts where players are compared; no rule reads it.
    #[serde(default)]
    pub severity: severity::Severity,
    /// Bots, by the name that seats and command lines use.
    #[schemars(extend("minProperties" = 1, "maxProperties" = 32, "propertyNames" = { "pattern": ID_PATTERN }))]
    pub policy: Ordered<policy::Policy>,
    /// The one-page briefing of each seat.
    #[serde(default)]
    pub briefing: reading::Briefings,
    /// Questions for the debriefing.
    #[serde(default)]
    #[schemars(length(max = 100))]
    pub question: Vec<reading::Question>,
    /// Questions for research that a session throws up.
    #[serde(default)]
    #[schemars(length(max = 100))]
    pub research: Vec<reading::Research>,
    /// What has happened before the session begins, in order.
    #[serde(default)]
    #[schemars(length(max = 200))]
    pub timeline: Vec<cited::Happening>,
    /// Where the facts come from.
    #[serde(default)]
    #[schemars(length(max = 500))]
    pub source: Vec<cited::Source>,
    /// What `unequal deck balance` need not hold against the deck, each with the reason.
    #[serde(default)]
    #[schemars(length(max = 100))]
    pub exempt: Vec<exempt::Exempt>,
}
