//! The names of the two sides exchanged in all that a program reads: whoever answers otherwise then answers to a name.

use serde::Serialize;
use serde_json::Value;

use unequal_core::deck::Deck;

/// Words that are exchanged for one another, as whole words, as they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// Each word with the one that stands in its place, the longest first.
    words: Vec<(String, String)>,
}

impl Exchange {
    /// The names of a deck's two sides, and the pairs that the deck gives besides.
    pub fn of(deck: &Deck) -> Self {
        let sides = [deck.text.patron.clone(), deck.text.client.clone()];
        let pairs = std::iter::once(sides).chain(deck.text.about.exchange.iter().cloned());
        let mut words: Vec<(String, String)> = pairs
            .flat_map(|[one, other]| [(one.clone(), other.clone()), (other, one)])
            .filter(|(word, _)| !word.is_empty())
            .collect();
        words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        Self { words }
    }

    /// A line with the names exchanged in every text; keys stay.
    pub(crate) fn line(&self, line: &impl Serialize) -> serde_json::Result<String> {
        let mut value = serde_json::to_value(line)?;
        self.walk(&mut value);
        serde_json::to_string(&value)
    }

    fn walk(&self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.text(text),
            Value::Array(all) => all.iter_mut().for_each(|one| self.walk(one)),
            Value::Object(all) => all.values_mut().for_each(|one| self.walk(one)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    /// A text with the names exchanged.
    pub fn text(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        let mut within = false;
        while let Some(letter) = rest.chars().next() {
            let fits = |(word, _): &&(String, String)| {
                let after = rest.strip_prefix(word.as_str());
                after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
            };
            let found = (!within).then(|| self.words.iter().find(fits)).flatten();
            let (put, taken) = match found {
                Some((word, other)) => (other.as_str(), word.len()),
                None => (
                    rest.get(..letter.len_utf8()).unwrap_or_default(),
                    letter.len_utf8(),
                ),
            };
            out.push_str(put);
            rest = rest.get(taken..).unwrap_or_default();
            within = out.ends_with(char::is_alphanumeric);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_are_exchanged_and_nothing_else() {
        let pair = |one: &str, other: &str| {
            let (one, other) = (one.to_owned(), other.to_owned());
            [(one.clone(), other.clone()), (other, one)]
        };
        let words = pair("China", "Russia").into_iter();
        let words = words.chain(pair("Chinese", "Russian")).collect();
        let exchange = Exchange { words };
        for (text, other) in [
            ("China’s gas", "Russia’s gas"),
            ("Russia and China", "China and Russia"),
            (
                "a Chinese loan, a Russian pipeline",
                "a Russian loan, a Chinese pipeline",
            ),
            (
                "Indochina, Chinatown, china-loan",
                "Indochina, Chinatown, china-loan",
            ),
            ("\nChina", "\nRussia"),
            ("", ""),
        ] {
            assert_eq!(exchange.text(text), other);
        }
    }
}
