//! Mirrors demands, what is asked for an offer, and events.

use schemars::JsonSchema;
use serde::Deserialize;

use super::cited::Precedent;
use super::numbers::{Bounds, Changes};

/// Something that the patron may demand, or the client offer.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "keys that an author sets or leaves out"
)]
pub struct Card {
    /// Name in this file and in saves.
    #[schemars(schema_with = "super::id::schema")]
    pub id: String,
    /// Id of its domain.
    pub domain: String,
    /// Title on the screens.
    #[schemars(length(min = 1, max = 120))]
    pub title: String,
    /// What the patron gains if it is fully given, in points.
    #[schemars(range(min = 0, max = 100))]
    pub gain: i64,
    /// Autonomy that it costs the client if fully given.
    #[schemars(range(min = 0, max = 100))]
    pub autonomy_cost: i64,
    /// Capacity that it uses up if fully given.
    #[schemars(range(min = 1, max = 100))]
    pub capacity_need: i64,
    /// Endurance that it costs the client if fully given.
    #[schemars(range(min = -100, max = 100))]
    pub endurance_cost: i64,
    /// How much it weighs on the client's red line, 0 to 10.
    #[schemars(range(min = 0, max = 10))]
    pub red_line_weight: i64,
    /// Dependence that it adds if fully given.
    #[schemars(range(min = -100, max = 100))]
    pub lock_in: i64,
    /// What it adds to the shared front if fully given.
    #[schemars(range(min = -100, max = 100))]
    pub shared_front: i64,
    /// Given whole or not at all.
    #[serde(default)]
    pub indivisible: bool,
    /// May be demanded again and again.
    #[serde(default)]
    pub repeat: bool,
    /// The client may offer it as well.
    #[serde(default)]
    pub offer: bool,
    /// Only the client may bring it up, as an offer: it is never demanded.
    #[serde(default)]
    pub own: bool,
    /// The first move, counted from 0, in which it is open.
    #[serde(default)]
    #[schemars(range(min = 0, max = 63))]
    pub not_before: i64,
    /// Ids of cards that must have been given before it is open.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub requires: Vec<String>,
    /// Ids of cards that shut it once they were given.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub excludes: Vec<String>,
    /// Short name, such as "EC4"; made from the domain's code where it is missing.
    #[schemars(length(min = 1, max = 8))]
    pub code: Option<String>,
    /// How grave it is.
    pub severity: Option<Severity>,
    /// Two to four sentences to read aloud, as the patron asks for it; of what only the client brings up, what is offered.
    #[schemars(length(max = 2000))]
    pub text: Option<String>,
    /// The same as the client offers it, in its own voice.
    #[schemars(length(max = 1000))]
    pub offer_text: Option<String>,
    /// Ids of what the client would like in return when it offers it, dearest first; it may ask for anything else, too.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub wants: Vec<String>,
    /// What the patron gains, in one or two sentences.
    #[schemars(length(max = 1000))]
    pub patron_gain: Option<String>,
    /// What the client pays, in one or two sentences.
    #[schemars(length(max = 1000))]
    pub client_cost: Option<String>,
    /// When it would bear fruit.
    pub horizon: Option<Horizon>,
    /// What has happened of the kind.
    pub precedent: Option<Precedent>,
    /// Words to search and group by; those that begin with `report:` name a claim that it puts into play.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub tags: Vec<String>,
}

/// How grave a demand is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Easy to grant.
    Mild,
    /// Costs something real.
    Firm,
    /// Touches what the client holds dear.
    Severe,
}

/// When a demand would bear fruit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Horizon {
    /// Within months.
    Short,
    /// Within a few years.
    Medium,
    /// Over many years.
    Long,
}

/// What the client may ask in return for an offer.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// Name in this file and in saves.
    #[schemars(schema_with = "super::id::schema")]
    pub id: String,
    /// Title on the screens.
    #[schemars(length(min = 1, max = 80))]
    pub title: String,
    /// What it costs the patron, in tenths of gain.
    #[schemars(range(min = 0, max = 1000))]
    pub price: i64,
    /// What it adds to gauges and conditions, in this order.
    #[serde(default)]
    pub change: Changes,
    /// What is asked, in a sentence or two.
    #[schemars(length(max = 1000))]
    pub text: Option<String>,
    /// What the patron may think of it, in a sentence or two.
    #[schemars(length(max = 600))]
    pub patron_view: Option<String>,
    /// Words to search and group by; those that begin with `report:` name a claim that it puts into play.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub tags: Vec<String>,
}

/// Something that happens at the start of a move, once at most.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Name in this file and in saves.
    #[schemars(schema_with = "super::id::schema")]
    pub id: String,
    /// Headline.
    #[schemars(length(min = 1, max = 120))]
    pub title: String,
    /// What it adds to gauges and conditions, in this order. Keys: a condition's id, a gauge of `[start]`, `gains`, or
    /// `DOMAIN.dependence`, `DOMAIN.capacity`, `DOMAIN.strain`.
    pub change: Changes,
    /// Ids of cards that must have been given.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub given: Vec<String>,
    /// Ids of cards that must not have been given.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub not_given: Vec<String>,
    /// What gauges and conditions must have reached.
    #[serde(default)]
    pub at_least: Bounds,
    /// What gauges and conditions must not have passed.
    #[serde(default)]
    pub at_most: Bounds,
    /// The report, one neutral paragraph.
    #[schemars(length(max = 3000))]
    pub text: Option<String>,
    /// What it moves and why, one or two sentences.
    #[schemars(length(max = 1000))]
    pub why: Option<String>,
    /// What has happened of the kind.
    pub precedent: Option<Precedent>,
    /// Words to search and group by; those that begin with `report:` name a claim that it puts into play.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub tags: Vec<String>,
}
