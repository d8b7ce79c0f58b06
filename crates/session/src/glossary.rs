//! Every word of a screen that has a meaning, with a sentence that says it: from the deck where the deck names it,
//! and from the rules otherwise.

mod of_deck;
mod word;
mod words;

use unequal_core::deck::Deck;

pub use word::Word;
use word::{Form, small};

/// The words of a deck and of the rules.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    words: Vec<Word>,
}

impl Glossary {
    /// All words that screens of a deck show.
    pub fn of(deck: &Deck) -> Self {
        let mut words = of_deck::words(deck);
        let blanks = of_deck::blanks(deck);
        let filled = |text: &str| {
            let mut text = text.to_owned();
            for (blank, value) in &blanks {
                text = text.replace(&format!("{{{blank}}}"), value);
            }
            text
        };
        words.extend(words::rows().map(|(name, forms, meaning)| {
            Word {
                name: filled(name),
                meaning: filled(meaning),
                forms: std::iter::once(name)
                    .chain(*forms)
                    .map(|form| Form::in_words(&filled(form)))
                    .collect(),
            }
        }));
        let sources = deck.text.sources.iter().map(of_deck::source);
        words.extend(sources);
        Self { words }
    }

    /// The words, in order: the deck’s, those of the rules, its sources.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The words that stand in a text, by their places in [`Glossary::words`]: in the order of the text, each once,
    /// and of words within others only the longest. What has two meanings is there twice.
    pub fn in_text(&self, text: &str) -> Vec<usize> {
        let letters: Vec<char> = text.chars().collect();
        let small: Vec<char> = letters.iter().map(|letter| small(*letter)).collect();
        let mut found: Vec<(usize, usize, usize)> = Vec::new();
        for (place, word) in self.words.iter().enumerate() {
            for form in &word.forms {
                let spots = form.spots(&letters, &small);
                found.extend(spots.map(|(from, to)| (from, to, place)));
            }
        }
        // Of what begins at the same letter the longest comes first, and the deck's before the rules'.
        found.sort_by_key(|(from, to, place)| (*from, std::cmp::Reverse(*to), *place));
        let mut said = Vec::new();
        let mut last = (0, 0);
        for (from, to, place) in found {
            // What has two meanings is told with both.
            if from < last.1 && (from, to) != last {
                continue;
            }
            last = (from, to);
            if !said.contains(&place) {
                said.push(place);
            }
        }
        said
    }

    /// The words that have all of some letters in their name, or else in their meaning: those of the name first.
    pub fn search(&self, letters: &str) -> Vec<usize> {
        let sought = letters.trim().to_lowercase();
        let parts: Vec<&str> = sought.split_whitespace().collect();
        let has = |text: &str| {
            let text = text.to_lowercase();
            parts.iter().all(|part| text.contains(part))
        };
        let of = |named: bool| {
            let words = self.words.iter().enumerate();
            words.filter(move |(_, word)| {
                let by_name = has(&word.name) || word.forms.iter().any(|form| has(form.text()));
                if named {
                    by_name
                } else {
                    !by_name && has(&word.meaning)
                }
            })
        };
        of(true).chain(of(false)).map(|(place, _)| place).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unequal_core::deck::shipped;

    fn glossary() -> Glossary {
        let shipped = &shipped()[0];
        Glossary::of(&Deck::from_text(shipped.id, shipped.text).unwrap())
    }

    fn told(text: &str) -> Vec<String> {
        let glossary = glossary();
        let words = glossary.in_text(text).into_iter();
        words
            .map(|place| glossary.words()[place].name.clone())
            .collect()
    }

    #[test]
    fn a_word_is_found_where_it_stands_whole_in_any_case_and_the_longest_of_those_within_each_other()
     {
        assert_eq!(told("strain +11 · lock-in 4"), ["strain", "lock-in"]);
        assert_eq!(told("STRAIN ON RED LINE"), ["strain"]);
        assert_eq!(told("restrained, strained"), ["strained"]);
        assert_eq!(told("━●──╎─┃"), ["red line", "signs"]);
        assert_eq!(told("EC4, but not ECHO nor DEC"), ["Economy"]);
        assert_eq!(told("(see [S42], and S4200)"), ["S42"]);
        assert_eq!(
            told("hedge"),
            ["Turn to others", "hedge"],
            "both of its meanings"
        );
    }

    #[test]
    fn every_word_of_every_shipped_deck_says_something_in_whole_sentences() {
        for shipped in shipped() {
            let deck = Deck::from_text(shipped.id, shipped.text).unwrap();
            for word in Glossary::of(&deck).words() {
                let Word { name, meaning, .. } = word;
                assert!(!name.is_empty(), "{meaning}");
                assert!(
                    meaning.chars().count() > 12,
                    "{}: {name}: {meaning}",
                    shipped.id
                );
                assert!(!meaning.contains(['{', '}']), "{name}: {meaning}");
            }
        }
    }

    #[test]
    fn a_search_finds_by_name_before_meaning() {
        let glossary = glossary();
        let found = glossary.search("anger");
        assert_eq!(glossary.words()[found[0]].name, "resentment");
        assert!(found.len() > 2);
        assert!(glossary.search("no such word at all").is_empty());
    }
}
