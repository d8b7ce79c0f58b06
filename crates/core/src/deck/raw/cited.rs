//! Mirrors what people can check: precedents, and the sources that a fact is taken from.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

/// The ids of one source or of several.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "OneOrMore")]
pub struct Cited {
    /// The ids, in the order in which they were written.
    pub ids: Vec<String>,
    /// Whether they stand in a list.
    pub listed: bool,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl From<OneOrMore> for Cited {
    fn from(written: OneOrMore) -> Self {
        match written {
            OneOrMore::One(id) => Self {
                ids: vec![id],
                listed: false,
            },
            OneOrMore::More(ids) => Self { ids, listed: true },
        }
    }
}

impl JsonSchema for Cited {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Cited".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [
                { "type": "string", "description": "Id of a source." },
                {
                    "type": "array",
                    "description": "Ids of several sources.",
                    "minItems": 1,
                    "maxItems": 8,
                    "items": { "type": "string", "description": "Id of a source." },
                },
            ],
        })
    }
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
    /// Id of the source, or a list of several; not with `none`.
    #[serde(default)]
    pub source: Option<Cited>,
    /// What of it could not be checked, in a sentence.
    #[schemars(length(min = 1, max = 300))]
    pub not_checked: Option<String>,
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

/// Something that happened before the session begins.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Happening {
    /// When: a year, or a year and a month, such as "2022-02".
    #[schemars(length(min = 4, max = 40))]
    pub date: String,
    /// How sure it is; never `none`.
    pub label: Label,
    /// What it is about: the id of a domain or of a condition, or `europe`.
    pub about: String,
    /// What happened, in a sentence or two.
    #[schemars(length(min = 1, max = 1000))]
    pub text: String,
    /// Id of the source, or a list of several.
    #[serde(default)]
    pub source: Option<Cited>,
    /// What of it could not be checked, in a sentence.
    #[schemars(length(min = 1, max = 300))]
    pub not_checked: Option<String>,
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
    /// Who published it. Where only a relay was read, its name stands in `seen_at`, or behind "; seen at".
    #[schemars(length(max = 200))]
    pub publisher: Option<String>,
    /// When it was published; `undated` where it does not say.
    #[schemars(length(max = 60))]
    pub date: Option<String>,
    /// Where it can be found.
    #[schemars(length(max = 600))]
    pub address: Option<String>,
    /// How far it can be trusted.
    pub grade: Option<Grade>,
    /// Whether the original itself was read.
    pub seen: Option<bool>,
    /// Where it was read, if not in the original.
    #[schemars(length(min = 1, max = 200))]
    pub seen_at: Option<String>,
    /// When it was read.
    #[schemars(length(min = 4, max = 60))]
    pub seen_on: Option<String>,
    /// Language of the work, if not that of the deck.
    #[schemars(length(min = 2, max = 20))]
    pub language: Option<String>,
    /// Whether a state owns or directs the publisher.
    #[serde(default)]
    pub state_media: bool,
}

/// What parts a relay from the publisher where both stand in one line.
pub(in crate::deck) const SEEN_AT: &str = "; seen at ";

impl Source {
    /// Whether the original was not read, so that a relay was at best.
    pub fn is_relayed(&self) -> bool {
        let behind = |publisher: &String| publisher.contains(SEEN_AT);
        self.seen == Some(false)
            || self.seen_at.is_some()
            || (self.seen.is_none() && self.publisher.as_ref().is_some_and(behind))
    }
}

/// How far a source can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
pub enum Grade {
    /// Primary or well established.
    A,
    /// Serious, second hand.
    B,
    /// To be read with care.
    C,
}
