//! Mirrors what people read beside the board: briefings and questions.

use schemars::JsonSchema;
use serde::Deserialize;

/// The one-page briefing of each seat.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Briefings {
    /// For the patron's team.
    pub patron: Option<Briefing>,
    /// For the client's team.
    pub client: Option<Briefing>,
    /// For the third seat, Europe's in the rules.
    pub observer: Option<Briefing>,
}

/// The one-page briefing of a seat.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Briefing {
    /// The situation as this seat sees it.
    #[schemars(length(max = 6000))]
    pub text: String,
    /// What it wants, one sentence each.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub aims: Vec<String>,
    /// The same in numbers, as the deck's rules count them, one sentence each.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub aims_in_numbers: Vec<String>,
    /// What it can do, one sentence each.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub instruments: Vec<String>,
    /// What binds it, one sentence each.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub constraints: Vec<String>,
    /// What it knows of the others, one sentence each.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub knows: Vec<String>,
    /// What it does not know, one sentence each.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub knows_not: Vec<String>,
    /// What to watch, one sentence each.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub watch: Vec<String>,
    /// Words to search and group by; those that begin with `report:` name a claim that it puts into play.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub tags: Vec<String>,
}

/// A question for the debriefing.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Name in this file.
    #[schemars(schema_with = "super::id::schema")]
    pub id: String,
    /// The question.
    #[schemars(length(min = 1, max = 1000))]
    pub text: String,
    /// What it is about.
    #[schemars(length(max = 120))]
    pub about: Option<String>,
}

/// A question for research.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Research {
    /// Name in this file.
    #[schemars(schema_with = "super::id::schema")]
    pub id: String,
    /// The issue behind it.
    #[schemars(length(min = 1, max = 600))]
    pub issue: String,
    /// The question.
    #[schemars(length(min = 1, max = 1000))]
    pub question: String,
    /// What would count as evidence.
    #[schemars(length(min = 1, max = 1500))]
    pub evidence: String,
}
