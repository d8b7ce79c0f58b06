//! Mirrors what people read beside the board: briefings, questions and sources.

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
    /// For observers.
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
    /// What binds it, one sentence each.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub constraints: Vec<String>,
    /// What it knows of the other side, one sentence each.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub knows: Vec<String>,
    /// What to watch, one sentence each.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub watch: Vec<String>,
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

/// Where a fact comes from.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Name in this file, such as "S20".
    #[schemars(length(min = 1, max = 20))]
    pub id: String,
    /// Title of the work.
    #[schemars(length(min = 1, max = 400))]
    pub title: String,
    /// Who published it.
    #[schemars(length(max = 200))]
    pub publisher: Option<String>,
    /// When it was published.
    #[schemars(length(max = 60))]
    pub date: Option<String>,
    /// Where it can be found.
    #[schemars(length(max = 600))]
    pub address: Option<String>,
    /// How far it can be trusted.
    pub grade: Option<Grade>,
}

/// How far a source can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Grade {
    /// Primary or well established.
    A,
    /// Serious, second hand.
    B,
    /// To be read with care.
    C,
}
