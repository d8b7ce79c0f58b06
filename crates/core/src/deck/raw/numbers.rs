//! Mirrors numbers by the words of gauges: `trust`, `sanctions`, `economy.dependence`.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::ordered::Ordered;
use crate::deck::check::Path;

/// A number by the word of a gauge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// A gauge of `[start]`, a condition's id, or `DOMAIN.dependence`, `DOMAIN.capacity`, `DOMAIN.strain`.
    pub word: String,
    /// The number.
    pub value: i64,
    /// Whether the word stands in the file as a table in a table, as TOML takes `economy.dependence`.
    pub nested: bool,
}

impl Number {
    /// Where it stands, in a table that stands at `table`.
    pub(in crate::deck) fn at(&self, table: &Path) -> Path {
        match self.word.split_once('.').filter(|_| self.nested) {
            Some((domain, part)) => table.to(domain.to_owned()).to(part.to_owned()),
            None => table.to(self.word.clone()),
        }
    }
}

/// Numbers by the words of gauges, in the order in which they were written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers<const LEAST: i64, const MOST: i64>(pub Vec<Number>);

/// What is added to gauges, in this order.
pub type Changes = Numbers<-100, 100>;

/// What gauges must have reached, or must not have passed; `gains` counts in tenths of a point.
pub type Bounds = Numbers<-1000, 1000>;

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Plain(i64),
    OfDomain(Ordered<i64>),
}

impl<'de, const LEAST: i64, const MOST: i64> Deserialize<'de> for Numbers<LEAST, MOST> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut numbers = Vec::new();
        for (word, written) in Ordered::<Written>::deserialize(from)?.0 {
            match written {
                Written::Plain(value) => numbers.push(Number {
                    word,
                    value,
                    nested: false,
                }),
                Written::OfDomain(parts) => {
                    numbers.extend(parts.0.into_iter().map(|(part, value)| Number {
                        word: format!("{word}.{part}"),
                        value,
                        nested: true,
                    }));
                }
            }
        }
        Ok(Self(numbers))
    }
}

impl<const LEAST: i64, const MOST: i64> JsonSchema for Numbers<LEAST, MOST> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Numbers_{LEAST}_{MOST}").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let number = |about: &str| {
            serde_json::json!({
                "type": "integer",
                "minimum": LEAST,
                "maximum": MOST,
                "description": about,
            })
        };
        json_schema!({
            "type": "object",
            "maxProperties": 64,
            "additionalProperties": {
                "description": "A number for a gauge or a condition, or a table of numbers for a domain.",
                "anyOf": [
                    number("Of a gauge or a condition."),
                    {
                        "type": "object",
                        "description": "Of a domain: `economy.dependence = 2`.",
                        "additionalProperties": false,
                        "properties": {
                            "dependence": number("Of the domain's dependence."),
                            "capacity": number("Of the domain's capacity."),
                            "strain": number("Of the strain on the domain's red line."),
                        },
                    },
                ],
            },
        })
    }
}
