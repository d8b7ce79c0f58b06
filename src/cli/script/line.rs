//! One line of a script: who acts, what, and what is said with it.

use std::ops::Range;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::Wrong;
use super::spans::{Pair, pairs};
use crate::cli::args::stamp;
use crate::cli::nearest::nearest;
use crate::engine::action::{Action, SealedDemand, SealedResponse};
use crate::engine::seat::Seat;
use crate::session::Remarks;

/// Keys of a line beside the act.
const KEYS: [&str; 7] = [
    "seat",
    "act",
    "rationale",
    "confidence",
    "dissent",
    "by",
    "at",
];
/// Words of acts, for hints.
const KINDS: [&str; 16] = [
    "inject",
    "demand",
    "hold",
    "respond",
    "seal",
    "commit",
    "reveal-demand",
    "reveal-response",
    "rule",
    "follow-up",
    "close-move",
    "adjust",
    "end",
    "note",
    "bookmark",
    "undo",
];
/// Characters that the name of who acts may have.
const LONGEST_NAME: usize = 200;

/// A line that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number, from 1.
    pub number: usize,
    /// Its text.
    pub text: String,
    /// Who acts.
    pub seat: Seat,
    /// What is done.
    pub deed: Deed,
    /// What is said with it.
    pub remarks: Remarks,
    /// Whose hand it is.
    pub by: Option<String>,
    /// When, as RFC 3339 text in UTC.
    pub at: Option<String>,
    pairs: Vec<Pair>,
}

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

impl Line {
    /// Where a key of the act has its value; the whole line where there is no such key.
    pub fn value_of(&self, key: &str) -> Range<usize> {
        let mut found = self.pairs.iter().filter(|pair| pair.key == key);
        found
            .next_back()
            .map_or(0..self.text.len(), |pair| pair.value_span.clone())
    }
}

/// Understands a line.
pub(super) fn parse(number: usize, text: &str) -> Result<Line, Wrong> {
    let value: Value = serde_json::from_str(text).map_err(|error| broken(text, &error))?;
    let Value::Object(object) = value else {
        let hint = r#"{"seat":"patron","act":{"kind":"hold"}}"#;
        return Err(wrong(
            0..text.len(),
            "a line is an object",
            Some(format!("as in {hint}")),
        ));
    };
    let reader = Reader {
        text,
        pairs: pairs(text),
        object,
    };
    reader.check_twice()?;
    let seat = reader.seat()?;
    let deed = reader.deed(seat)?;
    let remarks = Remarks {
        rationale: reader.text_of("rationale")?,
        confidence: reader.confidence()?,
        dissent: reader.text_of("dissent")?,
    };
    let by = reader.by()?;
    let at = reader.at()?;
    Ok(Line {
        number,
        text: text.to_owned(),
        seat,
        deed,
        remarks,
        by,
        at,
        pairs: reader.pairs,
    })
}

fn wrong(span: Range<usize>, message: impl Into<String>, hint: Option<String>) -> Wrong {
    Wrong {
        span,
        message: message.into(),
        hint,
    }
}

fn broken(text: &str, error: &serde_json::Error) -> Wrong {
    let said = error.to_string();
    let said = said
        .split(" at line ")
        .next()
        .unwrap_or_default()
        .to_owned();
    let at = error.column().saturating_sub(1).min(text.len());
    let hint =
        "a line is one JSON object, such as {\"seat\":\"patron\",\"act\":{\"kind\":\"hold\"}}";
    wrong(
        at..at + 1,
        format!("not JSON: {said}"),
        Some(hint.to_owned()),
    )
}

fn meant(word: &str, words: &[&str]) -> Option<String> {
    nearest(word, words.iter().copied()).map(|word| format!("did you mean `{word}`?"))
}

struct Reader<'a> {
    text: &'a str,
    pairs: Vec<Pair>,
    object: Map<String, Value>,
}

impl Reader<'_> {
    fn pair(&self, path: &str) -> Option<&Pair> {
        self.pairs.iter().find(|pair| pair.path == path)
    }

    fn value_span(&self, path: &str) -> Range<usize> {
        self.pair(path)
            .map_or(0..self.text.len(), |pair| pair.value_span.clone())
    }

    fn get(&self, key: &str) -> Option<&Value> {
        self.object.get(key).filter(|value| !value.is_null())
    }

    /// JSON lets a key stand twice and the last one win; here that is a slip of the pen.
    fn check_twice(&self) -> Result<(), Wrong> {
        for (place, pair) in self.pairs.iter().enumerate() {
            let earlier = self.pairs.get(..place).unwrap_or_default();
            // Objects in a list share their paths, so only the outer two levels are checked.
            let shallow = pair.path.matches('.').count() < 2;
            if shallow && earlier.iter().any(|other| other.path == pair.path) {
                let message = format!("the key `{}` stands here for the second time", pair.key);
                return Err(wrong(pair.key_span.clone(), message, None));
            }
        }
        Ok(())
    }

    fn seat(&self) -> Result<Seat, Wrong> {
        let words = Seat::ALL.map(Seat::word);
        match self.get("seat") {
            None => Err(wrong(
                0..self.text.len(),
                "the key `seat` is missing",
                Some(format!("add who acts: {}", words.join(", "))),
            )),
            Some(Value::String(word)) => Seat::from_word(word).ok_or_else(|| {
                let hint = meant(word, &words);
                let message = format!("there is no seat `{word}`; there are {}", words.join(", "));
                wrong(self.value_span("seat"), message, hint)
            }),
            Some(_) => Err(wrong(
                self.value_span("seat"),
                "a seat is a word in quotes",
                None,
            )),
        }
    }

    fn deed(&self, seat: Seat) -> Result<Deed, Wrong> {
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
                    Some(format!("one of {}", KINDS.join(", "))),
                ))
            }
        }
    }

    /// The act's own object, and what its keys' paths begin with.
    fn act(&self) -> Result<(Map<String, Value>, &'static str), Wrong> {
        match self.get("act") {
            Some(Value::Object(act)) => {
                for key in self
                    .object
                    .keys()
                    .filter(|key| !KEYS.contains(&key.as_str()))
                {
                    return Err(self.unknown_key(key, &KEYS));
                }
                Ok((act.clone(), "act."))
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

    fn is_flat_adjustment(&self) -> bool {
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
            Some(key) if matches!(action, Action::Hold | Action::CloseMove) => {
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
        match seat {
            Seat::Patron => Ok(Deed::Seal(Sealing::Demand(
                nonce.clone(),
                self.typed(plan, &within)?,
            ))),
            Seat::Client => Ok(Deed::Seal(Sealing::Response(
                nonce.clone(),
                self.typed(plan, &within)?,
            ))),
            Seat::WhiteCell | Seat::Observer => {
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

    fn text_of(&self, key: &str) -> Result<Option<String>, Wrong> {
        match self.get(key) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => {
                let message = format!("`{key}` is a text in quotes");
                Err(wrong(self.value_span(key), message, None))
            }
        }
    }

    fn confidence(&self) -> Result<Option<u8>, Wrong> {
        let Some(value) = self.get("confidence") else {
            return Ok(None);
        };
        let number = value.as_u64().filter(|number| *number <= 100);
        match number.and_then(|number| u8::try_from(number).ok()) {
            Some(number) => Ok(Some(number)),
            None => {
                let message = "confidence is a whole number from 0 to 100";
                Err(wrong(self.value_span("confidence"), message, None))
            }
        }
    }

    fn by(&self) -> Result<Option<String>, Wrong> {
        if self.is_flat_adjustment() {
            return Ok(None);
        }
        let by = self.text_of("by")?;
        let fits = |by: &String| (1..=LONGEST_NAME).contains(&by.chars().count());
        if by.as_ref().is_none_or(fits) {
            return Ok(by);
        }
        let message = format!("`by` is a name of 1 to {LONGEST_NAME} characters");
        Err(wrong(self.value_span("by"), message, None))
    }

    fn at(&self) -> Result<Option<String>, Wrong> {
        let at = self.text_of("at")?;
        at.map(|at| stamp(&at).map_err(|message| wrong(self.value_span("at"), message, None)))
            .transpose()
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
