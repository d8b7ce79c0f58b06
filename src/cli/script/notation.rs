//! The short notation: an act in a line, to be mailed and compared, and to be read back as a script.
//!
//! ```text
//! 33. client respond deflect instead=arctic-route why="we need time" sure=60 hand=Tomasz  # a remark
//! ```
//!
//! The number may be left out. Values without a key are those that a kind of act has before all others. A value is a
//! word, or JSON. What is said with the act has keys of its own. Lines between parentheses are variations, and no part
//! of the script.

use std::fmt::Write as _;
use std::ops::Range;

use serde_json::{Map, Value};

use super::wrong::{Wrong, meant, wrong};
use unequal_core::engine::action::{Action, Kind};
use unequal_core::engine::seat::Seat;
use unequal_session::Remarks;

/// What is said with an act: the key here, and in a line of JSON.
const SAID: [(&str, &str); 5] = [
    ("why", "rationale"),
    ("sure", "confidence"),
    ("dissent", "dissent"),
    ("hand", "by"),
    ("time", "at"),
];

/// The keys of an act whose values may stand without them, in order; other kinds have none.
const IN_ORDER: [(Kind, &[&str]); 16] = [
    (Kind::Demand, &["card", "intensity", "inducement"]),
    (Kind::Respond, &["response"]),
    (Kind::FollowUp, &["choice"]),
    (Kind::Measure, &["measure"]),
    (Kind::SetMeasure, &["measure"]),
    (Kind::Offer, &["card", "ask"]),
    (Kind::CrisisAct, &["climb_down"]),
    (Kind::Note, &["text"]),
    (Kind::Announce, &["text"]),
    (Kind::Bookmark, &["label"]),
    (Kind::Join, &["name"]),
    (Kind::Leave, &["name"]),
    (Kind::Adjust, &["gauge", "by"]),
    (Kind::HandOver, &["of", "to"]),
    (Kind::Estimate, &["id", "name", "percent"]),
    (Kind::FireInject, &["id"]),
];

fn in_order(kind: Kind) -> &'static [&'static str] {
    let found = IN_ORDER.iter().find(|(of, _)| *of == kind);
    found.map_or(&[], |(_, keys)| *keys)
}

/// An act as a line, without number and remarks of others.
pub(crate) fn line(seat: Seat, act: &Action, said: &Remarks, by: Option<&str>) -> String {
    let Ok(Value::Object(fields)) = serde_json::to_value(act) else {
        return String::new();
    };
    let words = of_fields(seat, act.word(), in_order(act.kind()), &fields);
    words + &remarks(said, by)
}

/// A plan that is sealed, as a line.
pub(crate) fn sealing(
    seat: Seat,
    nonce: &str,
    plan: Value,
    said: &Remarks,
    by: Option<&str>,
) -> String {
    let mut fields = Map::new();
    fields.insert("nonce".to_owned(), nonce.into());
    fields.insert("plan".to_owned(), plan);
    of_fields(seat, "seal", &[], &fields) + &remarks(said, by)
}

fn of_fields(seat: Seat, kind: &str, order: &[&str], fields: &Map<String, Value>) -> String {
    let mut words = format!("{} {kind}", seat.word());
    let bare: Vec<&Value> = order.iter().map_while(|key| fields.get(*key)).collect();
    for value in &bare {
        let _ = write!(words, " {}", shown(value));
    }
    let named = |key: &str| key != "kind" && !order[..bare.len()].contains(&key);
    for (key, value) in fields.iter().filter(|(key, _)| named(key)) {
        let _ = write!(words, " {key}={}", shown(value));
    }
    words
}

fn remarks(said: &Remarks, by: Option<&str>) -> String {
    let values = [
        said.rationale.as_deref().map(Value::from),
        said.confidence.map(Value::from),
        said.dissent.as_deref().map(Value::from),
        by.map(Value::from),
    ];
    let pairs = SAID.iter().zip(values);
    pairs
        .filter_map(|((key, _), value)| Some(format!(" {key}={}", shown(&value?))))
        .collect()
}

/// A value as a word where it reads as the same one again, and as JSON where not.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) if is_word(text) && serde_json::from_str::<Value>(text).is_err() => {
            text.clone()
        }
        _ => value.to_string(),
    }
}

fn is_word(text: &str) -> bool {
    let fits = |sign: char| sign.is_alphanumeric() || "-_.:+/".contains(sign);
    !text.is_empty() && text.chars().all(fits)
}

/// The line of JSON that a line of this notation stands for; none where it holds a remark alone.
pub(super) fn as_json(text: &str) -> Result<Option<String>, Wrong> {
    let mut words = words(text)?.into_iter().peekable();
    words.next_if(|(_, word)| {
        let number = word.strip_suffix('.');
        number.is_some_and(|number| number.parse::<u64>().is_ok())
    });
    let Some((seat, word)) = words.next() else {
        return Ok(None);
    };
    let seats = Seat::ALL.map(Seat::word);
    if !seats.contains(&word) {
        let message = format!("there is no seat `{word}`; there are {}", seats.join(", "));
        let hint = "a line is a seat and an act, as in `patron hold`, or JSON".to_owned();
        return Err(wrong(seat, message, meant(word, &seats).or(Some(hint))));
    }
    let Some((_, kind)) = words.next() else {
        let message = "what the seat does is missing";
        let hint = "such as `patron hold`, or a line of JSON".to_owned();
        return Err(wrong(seat, message, Some(hint)));
    };
    let mut act = Map::new();
    act.insert("kind".to_owned(), kind.into());
    let mut line = Map::new();
    line.insert("seat".to_owned(), word.into());
    let mut order = Kind::from_word(kind)
        .map_or(&[] as &[&str], in_order)
        .iter();
    for (place, word) in words {
        let (key, value) = pair(word);
        let said = SAID.iter().find(|(short, _)| Some(*short) == key);
        let (into, key) = if let Some((_, long)) = said {
            (&mut line, *long)
        } else if let Some(key) = key.or_else(|| order.next().copied()) {
            (&mut act, key)
        } else {
            let message = format!("`{kind}` takes no value here without a key");
            let hint = "write key=value; a text of several words stands in quotes";
            return Err(wrong(place, message, Some(hint.to_owned())));
        };
        if into.contains_key(key) {
            let message = format!("`{key}` stands here for the second time");
            return Err(wrong(place, message, None));
        }
        let value = understood(value);
        let value = value.map_err(|message| wrong(place, message, None))?;
        into.insert(key.to_owned(), value);
    }
    line.insert("act".to_owned(), Value::Object(act));
    Ok(Some(Value::Object(line).to_string()))
}

/// A word as key and value, or as a value alone.
fn pair(word: &str) -> (Option<&str>, &str) {
    match word.split_once('=') {
        Some((key, value)) if is_word(key) => (Some(key), value),
        _ => (None, word),
    }
}

fn understood(value: &str) -> Result<Value, String> {
    match serde_json::from_str(value) {
        Ok(value) => Ok(value),
        Err(_) if is_word(value) => Ok(value.into()),
        Err(_) => Err(format!(
            "`{value}` is neither a word nor JSON; a text of several words stands in quotes"
        )),
    }
}

/// A word of a line, and where it stands.
type Word<'a> = (Range<usize>, &'a str);

/// The words of a line: blanks divide them, but not within quotes, braces and brackets. A `#` in front of
/// a word begins a remark.
fn words(text: &str) -> Result<Vec<Word<'_>>, Wrong> {
    let word = |place: Range<usize>| (place.clone(), text.get(place).unwrap_or_default());
    let mut found = Vec::new();
    let mut start = None;
    let (mut quote, mut escaped, mut depth) = (None, false, 0_usize);
    for (at, sign) in text.char_indices() {
        if quote.is_some() {
            match sign {
                '"' if !escaped => quote = None,
                _ => escaped = sign == '\\' && !escaped,
            }
            continue;
        }
        if sign == '#' && start.is_none() {
            return Ok(found);
        }
        if sign.is_whitespace() && depth == 0 {
            found.extend(start.take().map(|start| word(start..at)));
            continue;
        }
        start.get_or_insert(at);
        match sign {
            '"' => (quote, escaped) = (Some(at), false),
            '{' | '[' => depth += 1,
            '}' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    if let Some(quote) = quote {
        return Err(wrong(
            quote..quote + 1,
            "this quotation mark is not closed",
            None,
        ));
    }
    found.extend(start.map(|start| word(start..text.len())));
    Ok(found)
}
