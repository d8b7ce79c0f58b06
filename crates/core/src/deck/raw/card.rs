//! Mirrors demands and events.

use schemars::JsonSchema;
use serde::Deserialize;

use super::ordered::Ordered;

/// A demand that the patron may table.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Name in this file and in saves.
    #[schemars(schema_with = "super::id::schema")]
    pub id: String,
    /// Id of its domain.
    pub domain: String,
    /// Title on the screens.
    #[schemars(length(min = 1, max = 120))]
    pub title: String,
    /// What the patron gains if it is fully met, in points.
    #[schemars(range(min = 0, max = 100))]
    pub gain: i64,
    /// Autonomy that it costs the client if fully met.
    #[schemars(range(min = 0, max = 100))]
    pub autonomy_cost: i64,
    /// Capacity that it uses up if fully met.
    #[schemars(range(min = 1, max = 100))]
    pub capacity_need: i64,
    /// How much it weighs on the client's red line, 0 to 10.
    #[schemars(range(min = 0, max = 10))]
    pub red_line_weight: i64,
    /// Dependence that it adds if fully met.
    #[schemars(range(min = -100, max = 100))]
    pub lock_in: i64,
    /// What it adds to the shared front if fully met.
    #[schemars(range(min = -100, max = 100))]
    pub shared_front: i64,
    /// Short name, such as "EC4"; made from the domain's code where it is missing.
    #[schemars(length(min = 1, max = 8))]
    pub code: Option<String>,
    /// How grave the demand is.
    pub severity: Option<Severity>,
    /// Two to four sentences to read aloud.
    #[schemars(length(max = 2000))]
    pub text: Option<String>,
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
    /// Words to search and group by.
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

/// What has happened of the kind, and how sure that is.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Precedent {
    /// How sure it is.
    pub label: Label,
    /// When it happened; not with `none`.
    #[schemars(length(max = 60))]
    pub date: Option<String>,
    /// What happened; with `none`, that nothing of the kind is known.
    #[schemars(length(max = 1000))]
    pub text: Option<String>,
    /// Id of the source; not with `none`.
    pub source: Option<String>,
}

/// How sure a precedent is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Label {
    /// Established.
    Fact,
    /// Said by one side or one author.
    Claim,
    /// From a leaked paper.
    Leak,
    /// Nothing of the kind is known.
    None,
}

/// Something that happens at the start of a move.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Name in this file and in saves.
    #[schemars(schema_with = "super::id::schema")]
    pub id: String,
    /// Headline.
    #[schemars(length(min = 1, max = 120))]
    pub title: String,
    /// What it adds to gauges and conditions, in this order. Keys: a condition's id, a gauge of
    /// `[start]`, or "DOMAIN.dependence", "DOMAIN.capacity", "DOMAIN.strain".
    #[schemars(with = "Ordered<super::course::Delta>", extend("maxProperties" = 64))]
    pub change: Ordered<i64>,
    /// The report, one neutral paragraph.
    #[schemars(length(max = 3000))]
    pub text: Option<String>,
    /// What it moves and why, one or two sentences.
    #[schemars(length(max = 1000))]
    pub why: Option<String>,
    /// What has happened of the kind.
    pub precedent: Option<Precedent>,
    /// Words to search and group by.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub tags: Vec<String>,
}
