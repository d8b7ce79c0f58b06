//! Reads the text of an entry fast, if it is written exactly as this program writes.
//!
//! A reader of all of TOML takes several times as long, and long records are read often. Whatever
//! is written in another way, or wrongly, is left to that reader: this one then gives nothing.

use serde::Deserialize;
use serde::de::value::{Error, StrDeserializer};
use toml::{Table, Value};

use crate::engine::entry_number::EntryNumber;
use crate::model::choice::Band;
use crate::store::entry::{ChangeLine, Drawn, Entry};

/// The deepest nesting that is read here: a sealed plan has four levels.
const DEEPEST: usize = 8;

/// Reads the text of an entry.
pub(super) fn entry(text: &str) -> Option<Entry> {
    let mut scan = Scan { rest: text };
    let number = scan.number_line("number = ").map(EntryNumber::new)?;
    let after = scan.number_line("after = ").map(EntryNumber::new)?;
    let at = scan.text_line("at = ")?;
    let seat = scan.word_line("seat = ")?;
    let by = scan.text_line("by = ")?;
    let program = scan.optional("program = ", Scan::rest_of_text_line)?;
    let move_number = scan.number_line("move = ")?;
    let phase = scan.word_line("phase = ")?;
    scan.expect("act = ")?;
    let act = scan.value(0)?.try_into().ok()?;
    scan.expect("\n")?;
    let rationale = scan.optional("rationale = ", Scan::rest_of_text_line)?;
    let confidence = scan.optional("confidence = ", Scan::rest_of_number_line)?;
    let dissent = scan.optional("dissent = ", Scan::rest_of_text_line)?;
    let drawn = scan
        .optional("drawn = ", Scan::rest_of_drawn)?
        .unwrap_or_default();
    let changes = scan
        .optional("changes = [\n", Scan::rest_of_changes)?
        .unwrap_or_default();
    let state = scan.text_line("state = ")?;
    let digest = scan.text_line("digest = ")?;
    scan.rest.is_empty().then_some(Entry {
        number,
        after,
        at,
        seat,
        by: by.into(),
        program,
        move_number,
        phase,
        act,
        rationale,
        confidence,
        dissent,
        drawn,
        changes,
        state,
        digest,
    })
}

/// The text not read yet.
struct Scan<'a> {
    rest: &'a str,
}

impl<'a> Scan<'a> {
    fn expect(&mut self, literal: &str) -> Option<()> {
        self.rest = self.rest.strip_prefix(literal)?;
        Some(())
    }

    fn has(&mut self, literal: &str) -> bool {
        self.expect(literal).is_some()
    }

    /// Reads what follows a key, if the key is there; the outer nothing is for what is wrong.
    #[expect(
        clippy::option_option,
        reason = "absent and wrong are different things here"
    )]
    fn optional<T>(
        &mut self,
        key: &str,
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<Option<T>> {
        if self.has(key) {
            read(self).map(Some)
        } else {
            Some(None)
        }
    }

    fn number_line<T: TryFrom<i64>>(&mut self, key: &str) -> Option<T> {
        self.expect(key)?;
        self.rest_of_number_line()
    }

    fn rest_of_number_line<T: TryFrom<i64>>(&mut self) -> Option<T> {
        let number = self.integer()?;
        self.expect("\n")?;
        T::try_from(number).ok()
    }

    fn text_line(&mut self, key: &str) -> Option<String> {
        self.expect(key)?;
        self.rest_of_text_line()
    }

    fn rest_of_text_line(&mut self) -> Option<String> {
        let text = self.string()?;
        self.expect("\n")?;
        Some(text)
    }

    fn word_line<T: Deserialize<'a>>(&mut self, key: &str) -> Option<T> {
        let word = self.text_line(key)?;
        T::deserialize(StrDeserializer::<Error>::new(&word)).ok()
    }

    fn rest_of_drawn(&mut self) -> Option<Drawn> {
        let mut drawn = Drawn::default();
        let mut between = "{ ";
        for key in ["event = ", "roll = ", "computed = "] {
            let here = self.rest;
            if !(self.has(between) && self.has(key)) {
                self.rest = here;
                continue;
            }
            match key {
                "event = " => drawn.event = Some(self.string()?),
                "roll = " => drawn.roll = Some(self.integer()?),
                _ => {
                    let word = self.string()?;
                    let band = Band::deserialize(StrDeserializer::<Error>::new(&word));
                    drawn.computed = Some(band.ok()?);
                }
            }
            between = ", ";
        }
        self.expect(" }\n")?;
        (!drawn.is_nothing()).then_some(drawn)
    }

    fn rest_of_changes(&mut self) -> Option<Vec<ChangeLine>> {
        let mut changes = Vec::new();
        while self.has("  [") {
            let gauge = self.string()?;
            self.expect(", ")?;
            let from = self.integer()?;
            self.expect(", ")?;
            let to = self.integer()?;
            self.expect(", ")?;
            let reason = self.string()?;
            self.expect("],\n")?;
            changes.push(ChangeLine {
                gauge,
                from,
                to,
                reason,
            });
        }
        self.expect("]\n")?;
        Some(changes)
    }

    /// Reads so many bytes on; the caller has seen that a character begins there.
    fn take(&mut self, bytes: usize) -> Option<&'a str> {
        let (taken, rest) = self.rest.split_at_checked(bytes)?;
        self.rest = rest;
        Some(taken)
    }

    fn integer(&mut self) -> Option<i64> {
        let sign = usize::from(self.rest.starts_with('-'));
        let digits = self
            .rest
            .bytes()
            .skip(sign)
            .take_while(u8::is_ascii_digit)
            .count();
        let text = self.take(sign + digits)?;
        let leading_zero = text.trim_start_matches('-').starts_with('0') && text != "0";
        let more = self
            .rest
            .starts_with(|c: char| c.is_alphanumeric() || "_.:-+".contains(c));
        if leading_zero || more {
            None
        } else {
            text.parse().ok()
        }
    }

    fn string(&mut self) -> Option<String> {
        self.expect("\"")?;
        let mut text = String::new();
        loop {
            let stop = |b: u8| b < b' ' || matches!(b, b'"' | b'\\' | 0x7f);
            let plain = self.rest.bytes().position(stop)?;
            let plain = self.take(plain)?;
            if self.has("\"") {
                if text.is_empty() {
                    return Some(plain.to_owned());
                }
                text.push_str(plain);
                return Some(text);
            }
            text.push_str(plain);
            self.expect("\\")?;
            text.push(self.escaped()?);
        }
    }

    /// Reads what follows a backslash.
    fn escaped(&mut self) -> Option<char> {
        let digits = match self.take(1)? {
            "\"" => return Some('"'),
            "\\" => return Some('\\'),
            "b" => return Some('\u{8}'),
            "t" => return Some('\t'),
            "n" => return Some('\n'),
            "f" => return Some('\u{c}'),
            "r" => return Some('\r'),
            "u" => self.take(4)?,
            "U" => self.take(8)?,
            _ => return None,
        };
        let hex = digits.bytes().all(|b| b.is_ascii_hexdigit());
        hex.then(|| {
            u32::from_str_radix(digits, 16)
                .ok()
                .and_then(char::from_u32)
        })?
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        if depth > DEEPEST {
            return None;
        }
        match *self.rest.as_bytes().first()? {
            b'"' => self.string().map(Value::String),
            b'[' => self.array(depth),
            b'{' => self.table(depth),
            b't' => self.expect("true").map(|()| Value::Boolean(true)),
            b'f' => self.expect("false").map(|()| Value::Boolean(false)),
            _ => self.integer().map(Value::Integer),
        }
    }

    fn array(&mut self, depth: usize) -> Option<Value> {
        self.expect("[")?;
        let mut items = Vec::new();
        if self.has("]") {
            return Some(Value::Array(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.has("]") {
                return Some(Value::Array(items));
            }
            self.expect(", ")?;
        }
    }

    fn table(&mut self, depth: usize) -> Option<Value> {
        let mut table = Table::new();
        if self.has("{}") {
            return Some(Value::Table(table));
        }
        self.expect("{ ")?;
        loop {
            let bare = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-');
            let key = self.rest.bytes().take_while(|b| bare(b)).count();
            let key = self.take(key).filter(|key| !key.is_empty())?;
            self.expect(" = ")?;
            let value = self.value(depth + 1)?;
            if table.insert(key.to_owned(), value).is_some() {
                return None;
            }
            if self.has(" }") {
                return Some(Value::Table(table));
            }
            self.expect(", ")?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::action::Action;
    use crate::engine::phase::Phase;
    use crate::engine::seat::Seat;
    use crate::store::codec::encode_entry;
    use crate::store::entry::NewEntry;
    use proptest::prelude::*;

    /// The text that the frame of an entry encloses.
    fn text(new: &NewEntry) -> String {
        let program = new.confidence.map(|_| "0.1.0");
        let (text, _) = encode_entry(new, EntryNumber::new(7), "", program).unwrap();
        text.split_once("]]")
            .and_then(|(_, rest)| rest.split_once('\n'))
            .unwrap()
            .1
            .to_owned()
    }

    fn new(words: &str, kind: u8) -> NewEntry {
        let act = match kind % 4 {
            0 => Action::Hold,
            1 => Action::Note {
                text: words.into(),
                private: true,
            },
            2 => Action::Rule {
                roll: Some(-4),
                arguments: 2,
                band: None,
                reason: Some(words.into()),
                provisional: false,
            },
            _ => serde_json::from_str(
                r#"{"kind": "reveal-demand", "nonce": "n", "plan": {"demand": {"card": "c",
                    "intensity": "press", "inducement": "none"}, "if_met": "reward",
                    "if_defied": "back-down"}}"#,
            )
            .unwrap(),
        };
        let some = |bit: u8| (kind & bit != 0).then(|| words.to_owned());
        NewEntry {
            after: EntryNumber::new(6),
            at: words.into(),
            seat: Seat::WhiteCell,
            by: words.into(),
            move_number: u32::from(kind),
            phase: Phase::FollowUp,
            act,
            rationale: some(4),
            confidence: some(8).map(|_| kind % 100),
            dissent: some(16),
            drawn: Drawn {
                event: some(32),
                roll: some(64).map(|_| -8),
                computed: some(128).map(|_| Band::Hold),
            },
            changes: (0..kind % 3)
                .map(|n| (words.into(), -5, i64::from(n), words.into()).into())
                .collect(),
            state: words.into(),
        }
    }

    proptest! {
        #[test]
        fn what_this_program_writes_is_read_here(words in any::<String>(), kind in any::<u8>()) {
            let text = text(&new(&words, kind));
            let read = entry(&text);
            prop_assert_eq!(read.clone(), toml::from_str(&text).ok());
            prop_assert_eq!(read.map(NewEntry::from), Some(new(&words, kind)));
        }

        /// Whatever is read here means the same to a reader of all of TOML.
        #[test]
        fn nothing_is_read_otherwise_than_toml_reads_it(
            kind in any::<u8>(),
            edits in proptest::collection::vec(
                (any::<prop::sample::Index>(), 0..4_usize, "[-\"'\\\\ \n\t0-9_.,={}\\[\\]#a-fuUeT:]{0,3}"),
                1..4,
            ),
        ) {
            let mut text = text(&new("a\u{1b}\"b\\é", kind));
            for (at, removed, put) in edits {
                let mut at = at.index(text.len());
                while !text.is_char_boundary(at) {
                    at -= 1;
                }
                let mut end = (at + removed).min(text.len());
                while !text.is_char_boundary(end) {
                    end += 1;
                }
                text.replace_range(at..end, &put);
            }
            if let Some(read) = entry(&text) {
                prop_assert_eq!(Ok(read), toml::from_str::<Entry>(&text), "{}", text);
            }
        }
    }
}
