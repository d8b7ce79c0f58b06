//! Tables whose order counts, or whose keys are the author's own.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, MapAccess, Visitor};

use super::error::ReadError;

/// The rules of one word of a fixed vocabulary, which stands beside them as `id`.
pub(super) type Named<T> = InOrder<toml::Value, PhantomData<T>>;

/// The rules of a fixed vocabulary, whose words must stand in its order.
pub(super) fn in_order<T: DeserializeOwned, const N: usize>(
    list: Vec<Named<T>>,
    words: &[&str],
    what: &'static str,
) -> Result<[T; N], ReadError> {
    let wrong = || {
        ReadError::Broken(format!(
            "{what}: must be {}, in this order",
            words.join(", ")
        ))
    };
    let mut rules = Vec::with_capacity(N);
    for (place, entry) in list.into_iter().enumerate() {
        let mut table: toml::Table = entry.0.into_iter().collect();
        let id = table.remove("id");
        let id = id.as_ref().and_then(toml::Value::as_str);
        if id.is_none() || id != words.get(place).copied() {
            return Err(wrong());
        }
        rules.push(table.try_into()?);
    }
    rules.try_into().map_err(|_| wrong())
}

/// Numbers by the words of gauges: `trust`, `economy.dependence`.
#[derive(Default, Deserialize)]
#[serde(from = "InOrder<Number>")]
pub(super) struct Numbers(pub(super) Vec<(String, i64)>);

/// A number, or those of a domain: TOML takes `economy.dependence` for a table in a table.
#[derive(Deserialize)]
#[serde(untagged)]
enum Number {
    Plain(i64),
    OfDomain(InOrder<i64>),
}

impl From<InOrder<Number>> for Numbers {
    fn from(written: InOrder<Number>) -> Self {
        let flat = written
            .0
            .into_iter()
            .flat_map(|(word, number)| match number {
                Number::Plain(number) => vec![(word, number)],
                Number::OfDomain(parts) => {
                    let whole = |(part, number)| (format!("{word}.{part}"), number);
                    parts.0.into_iter().map(whole).collect()
                }
            });
        Self(flat.collect())
    }
}

/// Values by keys of the author's own, in the order in which they are written.
pub(super) struct InOrder<T, Mark = ()>(pub(super) Vec<(String, T)>, PhantomData<Mark>);

impl<T, Mark> Default for InOrder<T, Mark> {
    fn default() -> Self {
        Self(Vec::new(), PhantomData)
    }
}

impl<'de, T: Deserialize<'de>, Mark> Deserialize<'de> for InOrder<T, Mark> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Entries<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
            type Value = Vec<(String, T)>;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("a table")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(entries)
            }
        }

        let entries = from.deserialize_map(Entries(PhantomData))?;
        Ok(Self(entries, PhantomData))
    }
}
