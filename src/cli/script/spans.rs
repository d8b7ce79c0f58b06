//! Finds where keys and values stand in a line of JSON, for messages that point at them.

use std::ops::Range;

/// A key of an object with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// The keys from the outermost object on, joined by dots: `act.plan.demand`.
    pub(super) path: String,
    /// The key alone.
    pub(super) key: String,
    /// Where the key stands, quotes included.
    pub(super) key_span: Range<usize>,
    /// Where the value stands.
    pub(super) value_span: Range<usize>,
}

/// All keys of all objects in `text`, in order. The text must have been read as JSON before.
pub(super) fn pairs(text: &str) -> Vec<Pair> {
    let mut walk = Walk {
        text,
        at: 0,
        found: Vec::new(),
    };
    walk.value("");
    walk.found.sort_by_key(|pair| pair.key_span.start);
    walk.found
}

struct Walk<'a> {
    text: &'a str,
    at: usize,
    found: Vec<Pair>,
}

impl Walk<'_> {
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn skip_blanks(&mut self) {
        while matches!(self.byte(), b' ' | b'\t' | b'\n' | b'\r') {
            self.at += 1;
        }
    }

    fn value(&mut self, path: &str) {
        self.skip_blanks();
        match self.byte() {
            b'{' => self.object(path),
            b'[' => self.array(path),
            b'"' => self.string(),
            _ => self.scalar(),
        }
    }

    fn object(&mut self, path: &str) {
        self.at += 1;
        loop {
            self.skip_blanks();
            if self.byte() != b'"' {
                break;
            }
            let start = self.at;
            self.string();
            let key_span = start..self.at;
            let raw = self.text.get(key_span.clone()).unwrap_or_default();
            let key: String = serde_json::from_str(raw).unwrap_or_default();
            let inner = if path.is_empty() {
                key.clone()
            } else {
                format!("{path}.{key}")
            };
            self.skip_blanks();
            self.at += 1; // the colon
            self.skip_blanks();
            let start = self.at;
            self.value(&inner);
            self.found.push(Pair {
                path: inner,
                key,
                key_span,
                value_span: start..self.at,
            });
            self.skip_blanks();
            if self.byte() != b',' {
                break;
            }
            self.at += 1;
        }
        self.at += 1; // the closing brace
    }

    fn array(&mut self, path: &str) {
        self.at += 1;
        loop {
            self.skip_blanks();
            if matches!(self.byte(), b']' | 0) {
                break;
            }
            let before = self.at;
            self.value(path);
            self.skip_blanks();
            if self.byte() == b',' {
                self.at += 1;
            }
            if self.at == before {
                break;
            }
        }
        self.at += 1;
    }

    fn string(&mut self) {
        self.at += 1;
        while !matches!(self.byte(), b'"' | 0) {
            self.at += if self.byte() == b'\\' { 2 } else { 1 };
        }
        self.at = (self.at + 1).min(self.text.len());
    }

    fn scalar(&mut self) {
        while !matches!(
            self.byte(),
            b',' | b'}' | b']' | b' ' | b'\t' | b'\n' | b'\r' | 0
        ) {
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_values_are_found_where_they_stand() {
        let text = r#" {"seat" : "patron","act":{"kind":"a\"b","n":[{"x":-1}, 2]} }"#;
        let found: Vec<(String, &str, &str)> = pairs(text)
            .into_iter()
            .map(|pair| {
                let (key, value) = (text.get(pair.key_span), text.get(pair.value_span));
                (pair.path, key.unwrap(), value.unwrap())
            })
            .collect();
        let seen: Vec<(&str, &str, &str)> = found
            .iter()
            .map(|(path, key, value)| (path.as_str(), *key, *value))
            .collect();
        assert_eq!(
            seen,
            [
                ("seat", "\"seat\"", "\"patron\""),
                ("act", "\"act\"", r#"{"kind":"a\"b","n":[{"x":-1}, 2]}"#),
                ("act.kind", "\"kind\"", r#""a\"b""#),
                ("act.n", "\"n\"", r#"[{"x":-1}, 2]"#),
                ("act.n.x", "\"x\"", "-1"),
            ]
        );
    }
}
