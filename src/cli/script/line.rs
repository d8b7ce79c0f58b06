//! One line of a script: who acts, what, and what is said with it.

use std::ops::Range;

use serde_json::Value;

use super::deed::Deed;
use super::reader::Reader;
use super::spans::{Pair, pairs};
use super::wrong::{Wrong, meant, wrong};
use crate::cli::args::stamp;
use unequal_core::engine::limits::LONGEST_NAME;
use unequal_core::engine::seat::Seat;
use unequal_session::Remarks;

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

impl Line {
    /// Where a key of the act, or of the line, has its value; the whole line where there is no such key.
    pub fn value_of(&self, key: &str) -> Range<usize> {
        let nested = format!("act.{key}");
        let find = |path: &str| self.pairs.iter().find(|pair| pair.path == path);
        let found = find(&nested).or_else(|| find(key));
        found.map_or(0..self.text.len(), |pair| pair.value_span.clone())
    }
}

impl Line {
    /// Where a word stands as the value of some key of the act, quotes included.
    pub fn place_of(&self, word: &str) -> Option<Range<usize>> {
        let is_word =
            |raw: &str| serde_json::from_str::<String>(raw).is_ok_and(|text| text == word);
        let act = |pair: &&Pair| pair.path != "seat" && pair.path != "by";
        let mut pairs = self.pairs.iter().filter(act);
        let found = pairs.find(|pair| {
            let raw = self.text.get(pair.value_span.clone());
            raw.is_some_and(is_word)
        });
        found.map(|pair| pair.value_span.clone())
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

fn broken(text: &str, error: &serde_json::Error) -> Wrong {
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    let said = said.replace("EOF while parsing", "the line ends within");
    let at = error.column().saturating_sub(1).min(text.len());
    let hint =
        "a line is one JSON object, such as {\"seat\":\"patron\",\"act\":{\"kind\":\"hold\"}}";
    wrong(
        at..at + 1,
        format!("not JSON: {said}"),
        Some(hint.to_owned()),
    )
}

impl Reader<'_> {
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
        let number = number.and_then(|number| u8::try_from(number).ok());
        let message = "confidence is a whole number from 0 to 100";
        number
            .map(Some)
            .ok_or_else(|| wrong(self.value_span("confidence"), message, None))
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
