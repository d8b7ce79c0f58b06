//! Mirrors the setting: outside conditions and domains.

use schemars::JsonSchema;
use serde::Deserialize;

use super::cited::{Cited, Grade};
use super::ordered::Ordered;

/// An outside condition, 0 to 100, that neither side controls.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// Name in this file and in saves.
    #[schemars(schema_with = "super::id::schema")]
    pub id: String,
    /// Name on the screens.
    #[schemars(length(min = 1, max = 40))]
    pub name: String,
    /// Value at STARTEX, and what it settles to again, 0 to 100.
    #[schemars(range(min = 0, max = 100))]
    pub start: i64,
    /// Percent of (value - 50) added to what the client's endurance drifts towards.
    #[schemars(range(min = -200, max = 200))]
    pub endurance: i64,
    /// Percent of (value - 50) added to what the shared front drifts towards.
    #[schemars(range(min = -200, max = 200))]
    pub shared_front: i64,
    /// Percent of the value that Europe counts against itself.
    #[schemars(range(min = -200, max = 200))]
    pub europe: i64,
    /// Its part in the rules, if it has one.
    pub role: Option<Role>,
    /// Name on the board, at most 10 characters.
    #[schemars(length(min = 1, max = 10))]
    pub short: Option<String>,
    /// What it stands for.
    #[schemars(length(max = 2000))]
    pub text: Option<String>,
    /// Words to search and group by; those that begin with `report:` name a claim that it puts into play.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub tags: Vec<String>,
}

/// The part of a condition in the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Isolates the client: while high, dependence grows by itself, and the client sells at a discount.
    Isolation,
    /// What the client could turn to instead.
    OutsideOption,
}

/// A field of the partnership.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Domain {
    /// Name in this file and in saves.
    #[schemars(schema_with = "super::id::schema")]
    pub id: String,
    /// Name on the screens.
    #[schemars(length(min = 1, max = 40))]
    pub name: String,
    /// The client's dependence at STARTEX, 0 to 100.
    #[schemars(range(min = 0, max = 100))]
    pub dependence: i64,
    /// What the client can still concede at STARTEX, 0 to 100.
    #[schemars(range(min = 0, max = 100))]
    pub capacity: i64,
    /// Up to where capacity grows back, 0 to 100.
    #[schemars(range(min = 0, max = 100))]
    pub capacity_max: i64,
    /// Intensity up to which pressing is felt as normal: 0 probe, 1 request, 2 press, 3 ultimatum.
    #[schemars(range(min = 0, max = 3))]
    pub restraint_norm: i64,
    /// Strain at which the client's red line is crossed (a hidden -10, 0 or +10 is added), 1 to 100.
    #[schemars(range(min = 1, max = 100))]
    pub red_line: i64,
    /// Strain on the red line at STARTEX, under which it never fades, 0 to 100.
    #[schemars(range(min = 0, max = 100))]
    pub strain: i64,
    /// Dependence added each move while isolation is high.
    #[schemars(range(min = -100, max = 100))]
    pub dependence_trend: i64,
    /// Percent of dependence (times stability) added to what endurance drifts towards.
    #[schemars(range(min = -200, max = 200))]
    pub endurance_support: i64,
    /// Percent of (condition - 50) added to dependence to give leverage, by condition; 0 where none is given.
    #[schemars(with = "Ordered<super::ordered::Percent>", extend("maxProperties" = 8))]
    pub leverage: Ordered<i64>,
    /// Name on the board, at most 14 characters.
    #[schemars(length(min = 1, max = 14))]
    pub short: Option<String>,
    /// Two or three capital letters that begin the codes of its cards, such as "EC".
    #[schemars(length(min = 1, max = 4))]
    pub code: Option<String>,
    /// How the patron speaks here, in a line: for whoever reads its demands aloud.
    #[schemars(length(max = 200))]
    pub voice: Option<String>,
    /// The field in a paragraph, 60 to 150 words.
    #[schemars(length(max = 4000))]
    pub text: Option<String>,
    /// The page of the state of play, paragraph by paragraph.
    #[serde(default)]
    #[schemars(length(max = 12))]
    pub state: Vec<Paragraph>,
    /// Figures of the state of play.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub baseline: Vec<Figure>,
    /// What the patron will not stand, one sentence each.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub patron_red_lines: Vec<String>,
    /// What the client will not stand, one sentence each.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub client_red_lines: Vec<String>,
    /// What holds the patron back here.
    #[schemars(length(max = 2000))]
    pub restraint: Option<String>,
    /// Words to search and group by; those that begin with `report:` name a claim that it puts into play.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub tags: Vec<String>,
}

/// A paragraph of the state of play.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Paragraph {
    /// What it is about, in a few words.
    #[schemars(length(min = 1, max = 60))]
    pub heading: String,
    /// What is known, with its sources in brackets.
    #[schemars(length(min = 1, max = 2000))]
    pub text: String,
}

/// A figure with its source.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The figure in words.
    #[schemars(length(min = 1, max = 600))]
    pub figure: String,
    /// As of when it holds.
    #[schemars(length(min = 1, max = 60))]
    pub as_of: Option<String>,
    /// How far it can be trusted, printed beside it.
    pub grade: Option<Grade>,
    /// Id of the source it is taken from, or a list of several.
    #[serde(default)]
    pub source: Option<Cited>,
    /// What of it could not be checked, in a sentence.
    #[schemars(length(min = 1, max = 300))]
    pub not_checked: Option<String>,
}
