//! Reads what a line does: an act of the record's language, or a plan to seal.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::reader::{KEYS, Reader};
use super::spans::Pair;
use super::wrong::{Wrong, meant, wrong};
use unequal_core::engine::action::{Action, Kind, SealedDemand, SealedResponse};
use unequal_core::engine::seat::Seat;
use unequal_core::model::side::Side;
use unequal_session::seal::{SealedPlan, seal_demand, seal_response};

/// What a line does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// An act, as it goes into the record.
    Act(Action),
    /// A plan to commit now, and to reveal when the time comes.
    Seal(Sealing),
}

/// A plan with the nonce to hash it with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sealing {
    /// The patron's.
    Demand(String, SealedDemand),
    /// The client's.
    Response(String, SealedResponse),
}

impl Sealing {
    /// The plan, sealed.
    pub fn sealed(&self) -> SealedPlan {
        match self {
            Self::Demand(nonce, plan) => seal_demand(plan.clone(), nonce.clone()),
            Self::Response(nonce, plan) => seal_response(plan.clone(), nonce.clone()),
        }
    }
}

/// Whether a kind of act has no key but `kind`: serde lets any other pass there, and only there.
fn is_bare(kind: Kind) -> bool {
    serde_json::from_value::<Action>(json!({"kind": kind, "": null})).is_ok()
}

impl Reader<'_> {
    pub(super) fn deed(&self, seat: Seat) -> Result<Deed, Wrong> {
        let (act, prefix) = self.act()?;
        match act.get("kind") {
            Some(Value::String(kind)) if kind == "seal" => self.sealing(seat, &act, prefix),
            Some(Value::String(_)) => self.action(act, prefix).map(Deed::Act),
            Some(_) => {
                let span = self.value_span(&format!("{prefix}kind"));
                Err(wrong(span, "a kind of act is a word in quotes", None))
            }
            None => {
                let message = "the key `kind` is missing: it says what the seat does";
                let span = if prefix.is_empty() {
                    0..self.text.len()
                } else {
                    self.value_span("act")
                };
                Err(wrong(
                    span,
                    message,
                    Some(format!("one of {}, seal", Kind::WORDS.join(", "))),
                ))
            }
        }
    }

    /// The act's own object, and what its keys' paths begin with.
    fn act(&self) -> Result<(Map<String, Value>, &'static str), Wrong> {
        match self.get("act") {
            Some(Value::Object(act)) => {
                let mut keys = self.object.keys();
                match keys.find(|key| !KEYS.contains(&key.as_str())) {
                    Some(key) => Err(self.unknown_key(key, &KEYS)),
                    None => Ok((act.clone(), "act.")),
                }
            }
            Some(_) => {
                let hint = "such as {\"kind\":\"hold\"}".to_owned();
                Err(wrong(
                    self.value_span("act"),
                    "an act is an object",
                    Some(hint),
                ))
            }
            None => {
                let own = |key: &str| match key {
                    // The adjusted gauge's change bears the name of the hand that acts.
                    "by" => self.is_flat_adjustment(),
                    _ => !KEYS.contains(&key),
                };
                let act = self.object.iter().filter(|(key, _)| own(key));
                Ok((
                    act.map(|(key, value)| (key.clone(), value.clone()))
                        .collect(),
                    "",
                ))
            }
        }
    }

    pub(super) fn is_flat_adjustment(&self) -> bool {
        !self.object.contains_key("act")
            && self.object.get("kind").and_then(Value::as_str) == Some("adjust")
            && self.object.get("by").is_some_and(Value::is_number)
    }

    fn unknown_key(&self, key: &str, keys: &[&str]) -> Wrong {
        let span = self
            .pair(key)
            .map_or(0..self.text.len(), |pair| pair.key_span.clone());
        let hint = meant(key, keys);
        wrong(
            span,
            format!("unknown key `{key}`, expected one of {}", keys.join(", ")),
            hint,
        )
    }

    fn action(&self, act: Map<String, Value>, prefix: &str) -> Result<Action, Wrong> {
        let extra = act.keys().find(|key| *key != "kind").cloned();
        let action: Action = self.typed(Value::Object(act), prefix)?;
        match extra {
            Some(key) if is_bare(action.kind()) => {
                let pair = self.pair(&format!("{prefix}{key}"));
                let span = pair.map_or(0..self.text.len(), |pair| pair.key_span.clone());
                let message = format!("unknown key `{key}`: `{}` takes none", action.word());
                Err(wrong(span, message, None))
            }
            _ => Ok(action),
        }
    }

    fn sealing(&self, seat: Seat, act: &Map<String, Value>, prefix: &str) -> Result<Deed, Wrong> {
        let keys = ["kind", "nonce", "plan"];
        if let Some(key) = act.keys().find(|key| !keys.contains(&key.as_str())) {
            let pair = self.pair(&format!("{prefix}{key}"));
            let span = pair.map_or(0..self.text.len(), |pair| pair.key_span.clone());
            let message = format!("unknown key `{key}`, expected one of {}", keys.join(", "));
            return Err(wrong(span, message, meant(key, &keys)));
        }
        let Some(Value::String(nonce)) = act.get("nonce") else {
            let hint = "any text that the other side cannot guess";
            let message = "to seal takes a `nonce` in quotes";
            return Err(wrong(0..self.text.len(), message, Some(hint.to_owned())));
        };
        let Some(plan) = act.get("plan").cloned() else {
            let message = "the key `plan` is missing: it says what is sealed";
            return Err(wrong(0..self.text.len(), message, None));
        };
        let within = format!("{prefix}plan.");
        match seat.side() {
            Some(Side::Patron) => Ok(Deed::Seal(Sealing::Demand(
                nonce.clone(),
                self.typed(plan, &within)?,
            ))),
            Some(Side::Client) => Ok(Deed::Seal(Sealing::Response(
                nonce.clone(),
                self.typed(plan, &within)?,
            ))),
            None => {
                let message = "only patron and client seal plans";
                Err(wrong(self.value_span("seat"), message, None))
            }
        }
    }

    fn typed<T: DeserializeOwned>(&self, value: Value, prefix: &str) -> Result<T, Wrong> {
        serde_json::from_value(value).map_err(|error| self.mistyped(&error.to_string(), prefix))
    }

    /// Finds the place that serde's message names, and puts the message in our words.
    fn mistyped(&self, said: &str, prefix: &str) -> Wrong {
        let named = quoted(said);
        let inner = |pair: &&Pair| pair.path.starts_with(prefix);
        let whole = || match prefix {
            "" => 0..self.text.len(),
            _ => self.value_span(prefix.trim_end_matches('.')),
        };
        let is_key = said.starts_with("unknown field") || said.starts_with("duplicate field");
        let of_value = |pair: &&Pair| {
            let raw = self.text.get(pair.value_span.clone()).unwrap_or_default();
            raw == named || serde_json::from_str::<String>(raw).is_ok_and(|word| word == named)
        };
        let mut candidates = self.pairs.iter().filter(inner);
        let span = if is_key {
            candidates
                .find(|pair| pair.key == named)
                .map(|pair| pair.key_span.clone())
        } else if said.starts_with("missing field") {
            None
        } else {
            candidates
                .find(of_value)
                .map(|pair| pair.value_span.clone())
        };
        // Beside the act such a key says something of the line, so that the act lacks its own.
        let taken = prefix.is_empty() && self.object.contains_key(&named);
        if said.starts_with("missing field") && taken {
            let message = format!("`{named}` stands beside the act here, and says nothing of it");
            let hint = "give the act an object of its own: \"act\": {\"kind\": …}".to_owned();
            return wrong(self.value_span(&named), message, Some(hint));
        }
        let expected: Vec<&str> = said.split('`').skip(3).step_by(2).collect();
        let message = said
            .replacen("unknown field", "unknown key", 1)
            .replacen("missing field", "missing key", 1)
            .replacen("unknown variant", "unknown word", 1);
        wrong(
            span.unwrap_or_else(whole),
            message,
            meant(&named, &expected),
        )
    }
}

/// The first thing that a message of serde quotes, in backquotes or quotes.
fn quoted(said: &str) -> String {
    let backquoted = said.split('`').nth(1);
    let string = said
        .strip_prefix("invalid type: string \"")
        .or_else(|| said.strip_prefix("invalid value: string \""))
        .and_then(|rest| rest.split("\", expected").next());
    string.or(backquoted).unwrap_or_default().to_owned()
}
