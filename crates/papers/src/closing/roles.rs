//! Roles instead of names: who is named in a record, and how a text is told without them.
//!
//! A name is found as a whole or by one of its parts, in the letters of its script; a paper is still to be read by
//! somebody before it is given away, since nobody can find a nickname that was never entered.

mod people;

use std::collections::HashMap;

use self::people::People;
use unequal_core::deck::plain;
use unequal_core::engine::name::known_as;
use unequal_core::engine::seat::Seat;
use unequal_core::store::Annotations;
use unequal_session::History;

/// Letters that may follow a name in Latin letters where a language puts an ending there.
const ENDINGS: [&str; 2] = ["s", "es"];
/// Cases of Slavic languages in Latin letters, for names that are long enough to be told from other words.
const CASES: [&str; 13] = [
    "a", "y", "i", "e", "u", "ą", "ę", "em", "ie", "iem", "owi", "ovi", "om",
];
/// Letters of such a name at least, without the vowel at its end.
const LONG: usize = 3;
/// Letters of a Cyrillic or a Greek ending at most.
const CASE: usize = 3;
/// Letters of a name at least that is found in small letters, too: few common words are as long.
const UNMISTAKABLE: usize = 6;

/// The roles of all who are named in a record.
#[derive(Clone, Debug, Default)]
pub struct Roles {
    /// Whole names as words, the longest first, with the role of each.
    whole: Vec<(Vec<String>, String)>,
    /// Parts of names that begin with a capital, by their letters.
    parts: HashMap<String, String>,
    /// Names that were entered in small letters, in one word.
    small: HashMap<String, String>,
    /// Names in scripts without capitals, which stand in a text without blanks: found wherever they are.
    within: Vec<(String, String)>,
    /// What the session was called, where that names somebody, the longest first.
    titles: Vec<String>,
}

/// What a session is called whose name tells who took part.
const UNTITLED: &str = "A session";

/// A text in small letters, without accents and without what parts its words: `Åsa-Lena` is in `asalena_table`.
fn folded(text: &str) -> String {
    let small = text.to_lowercase();
    small.chars().filter(|c| c.is_alphanumeric()).collect()
}

impl Roles {
    /// The roles of those whom a record and the remarks beside it name.
    pub fn of(table: &History, annotations: Option<&Annotations>) -> Self {
        let (people, titles) = People::of(table, annotations);
        let seats = Seat::ALL.map(|seat| table.deck().text.seat_name(seat).to_owned());
        Self::of_people(people, &seats).with_titles(&titles)
    }

    /// The roles of people at some seats.
    fn of_people(people: People, seats: &[String]) -> Self {
        let mut roles = Self::default();
        let mut numbers: HashMap<Option<Seat>, usize> = HashMap::new();
        let mut owners: HashMap<String, Vec<String>> = HashMap::new();
        let kept: Vec<String> = seats.iter().flat_map(|seat| words(seat)).collect();
        for (names, seat) in people.all {
            let number = numbers.entry(seat).or_default();
            *number += 1;
            let named = seat.and_then(|seat| Seat::ALL.iter().position(|one| *one == seat));
            let role = match named {
                Some(place) => format!("{}, person {number}", seats[place]),
                None => format!("reader {number}"),
            };
            for name in names {
                // A name that is a seat's tells nobody.
                if seats.iter().any(|seat| known_as(seat) == known_as(&name)) {
                    continue;
                }
                let cased = |c: char| c.is_lowercase() || c.is_uppercase() || c.is_ascii_digit();
                if !name.chars().any(cased) {
                    for part in written(&name) {
                        roles.within.push((part, role.clone()));
                    }
                    continue;
                }
                let of_name = name.split(|c: char| !c.is_alphanumeric());
                let parts = of_name.filter(|part| {
                    part.chars().count() > 1 && part.starts_with(|c: char| c.is_uppercase())
                });
                for part in parts {
                    let part = part.to_lowercase();
                    let owner = owners.entry(part).or_default();
                    if !owner.contains(&role) {
                        owner.push(role.clone());
                    }
                }
                let whole = words(&name);
                match whole.as_slice() {
                    [one] if !name.contains(char::is_uppercase) => {
                        roles.small.insert(one.clone(), role.clone());
                    }
                    // By its part.
                    [] | [_] => {}
                    _ => roles.whole.push((whole, role.clone())),
                }
            }
        }
        let parts = owners.into_iter().filter(|(part, _)| !kept.contains(part));
        roles.parts = parts
            .map(|(part, owners)| match owners.as_slice() {
                [one] => (part, one.clone()),
                _ => (part, "somebody".to_owned()),
            })
            .collect();
        roles
            .whole
            .sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        roles
            .within
            .sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        roles
    }

    /// The same with what the session is called: a title that names somebody gives way.
    fn with_titles(mut self, titles: &[&str]) -> Self {
        let mut named: Vec<String> = titles
            .iter()
            .map(|title| plain(title))
            .filter(|title| self.names(title))
            .collect();
        named.sort_by_key(|title| std::cmp::Reverse(title.len()));
        self.titles = named;
        self
    }

    /// Whether a title or the name of a file holds the name of somebody, or a part of one, in whatever letters.
    pub fn names(&self, title: &str) -> bool {
        let whole = self.whole.iter().flat_map(|(words, _)| words);
        let parts = self.parts.keys().chain(self.small.keys()).chain(whole);
        let title = folded(title);
        let mut parts = parts.chain(self.within.iter().map(|(name, _)| name));
        parts.any(|part| {
            let part = folded(part);
            part.chars().count() > 1 && title.contains(&part)
                || !part.is_ascii() && title.contains(&part)
        })
    }

    /// What a paper without names is called by: the name of the record, where that names nobody.
    pub fn stem(&self, stem: &str) -> String {
        if self.names(stem) {
            "session".to_owned()
        } else {
            stem.to_owned()
        }
    }

    /// A text with roles in the place of names.
    pub fn tell(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for title in &self.titles {
            text = text.replace(title, UNTITLED);
        }
        let mut told = String::new();
        let mut rest = text.as_str();
        while !rest.is_empty() {
            let (between, left) = head(rest, |letter| !letter.is_alphanumeric());
            told.push_str(between);
            if let Some((left, role)) = self.whole_at(left) {
                told.push_str(role);
                rest = left;
                continue;
            }
            let (word, left) = head(left, char::is_alphanumeric);
            told.push_str(self.part(word).unwrap_or(word));
            rest = left;
        }
        for (name, role) in &self.within {
            told = told.replace(name.as_str(), role);
        }
        told
    }

    /// What follows the whole name with which a text begins, and the role.
    fn whole_at<'t>(&self, text: &'t str) -> Option<(&'t str, &str)> {
        self.whole.iter().find_map(|(words, role)| {
            let mut rest = text;
            for (place, word) in words.iter().enumerate() {
                let (gap, left) = head(rest, |letter| !letter.is_alphanumeric());
                let (found, left) = head(left, char::is_alphanumeric);
                let last = place + 1 == words.len();
                if (place == 0) != gap.is_empty()
                    || gap.chars().count() > 3
                    || !is_word(&found.to_lowercase(), word, last)
                {
                    return None;
                }
                rest = left;
            }
            Some((rest, role.as_str()))
        })
    }

    /// The role of whom a single word names.
    fn part(&self, word: &str) -> Option<&str> {
        if let Some(role) = self.small.get(&word.to_lowercase()) {
            return Some(role);
        }
        // In small letters it may be a common word, as will and may are.
        if !word.starts_with(|c: char| c.is_uppercase()) {
            let is_long = word.chars().count() >= UNMISTAKABLE;
            return self.parts.get(word).filter(|_| is_long).map(String::as_str);
        }
        let word = word.to_lowercase();
        let found = self.parts.get(&word).or_else(|| {
            let mut parts = self.parts.iter();
            parts
                .find(|(part, _)| is_word(&word, part, true))
                .map(|(_, role)| role)
        });
        found.map(String::as_str)
    }
}

/// A text parted where its letters are no longer of a kind.
fn head(text: &str, is: impl Fn(char) -> bool) -> (&str, &str) {
    let rest = text.trim_start_matches(is);
    text.split_at(text.len() - rest.len())
}

/// Whether a word of a text is a word of a name, where it is the last with the ending that a language gives it.
fn is_word(said: &str, name: &str, last: bool) -> bool {
    if said == name {
        return true;
    }
    if !last {
        return false;
    }
    if let Some(ending) = said.strip_prefix(name)
        && ENDINGS.contains(&ending)
    {
        return true;
    }
    let inflects = |c: char| matches!(c, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}');
    if !name.chars().all(inflects) || !said.chars().all(inflects) {
        let stem = name.strip_suffix(['a', 'e', 'o']).unwrap_or(name);
        let ending = said.strip_prefix(stem);
        return stem.chars().count() >= LONG
            && ending.is_some_and(|ending| CASES.contains(&ending));
    }
    // Anna is Anny and Annoy there: the last letter gives way to the ending, as in Greek.
    let stem = name.trim_end_matches(['а', 'я', 'ь', 'й', 'о', 'ς', 'ο', 'η', 'α']);
    let stem = if stem.chars().count() < 2 { name } else { stem };
    said.strip_prefix(stem)
        .is_some_and(|ending| ending.chars().count() <= CASE)
}

/// How somebody with a name in a script without capitals is called: by all of it, by its words, and by what follows the
/// family's sign where three stand together.
fn written(name: &str) -> Vec<String> {
    let parts = name
        .split_whitespace()
        .filter(|part| part.chars().count() > 1);
    let mut all: Vec<String> = parts.map(str::to_owned).collect();
    if name.chars().count() == 3 {
        all.push(name.chars().skip(1).collect());
    }
    all.push(name.to_owned());
    all
}

/// The words of a name, in small letters.
fn words(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles() -> Roles {
        let mut people = People::default();
        people.add("Anna Lindqvist", Some(Seat::Patron));
        people.add("Bo", Some(Seat::Patron));
        people.add("Иван Петров", Some(Seat::Client));
        people.add("王小明", Some(Seat::Client));
        people.add("田中 太郎", Some(Seat::Client));
        people.add("Tomasz Wójcik", Some(Seat::Client));
        people.add("Γιώργος", Some(Seat::Client));
        people.add("Anne-Marie d’Arc", Some(Seat::WhiteCell));
        people.alias("Bo", "Bosse Ek");
        people.add("Olga", None);
        people.add("Will", Some(Seat::Audience));
        people.add("dilek", Some(Seat::Audience));
        let seats = ["China", "Russia", "Europe", "White cell", "Audience"];
        Roles::of_people(people, &seats.map(str::to_owned))
    }

    #[test]
    fn whoever_is_named_in_a_text_is_told_by_the_role() {
        let roles = roles();
        for (said, told) in [
            ("Anna Lindqvist asked why", "China, person 1 asked why"),
            ("as ANNA  LINDQVIST, said", "as China, person 1, said"),
            (
                "Anna’s idea, Annas förslag",
                "China, person 1’s idea, China, person 1 förslag",
            ),
            (
                "Bo: no. Bosse agreed",
                "China, person 2: no. China, person 2 agreed",
            ),
            ("Мы с Иваном против", "Мы с Russia, person 1 против"),
            ("我同意王小明的看法", "我同意Russia, person 2的看法"),
            ("said Anne-Marie d’Arc", "said White cell, person 1"),
            (
                "Olga: the treasury would wait",
                "reader 1: the treasury would wait",
            ),
            ("Boats and annals; a bow", "Boats and annals; a bow"),
            ("China and Russia", "China and Russia"),
            ("小明说不", "Russia, person 2说不"),
            ("太郎さんは反対", "Russia, person 3さんは反対"),
            (
                "Tomasza i Olgi, u Wójcika; Γιώργου",
                "Russia, person 4 i reader 1, u Russia, person 4; Russia, person 5",
            ),
            (
                "lindqvist was against, and so was bo",
                "China, person 1 was against, and so was bo",
            ),
            ("Oligarchs and tomatoes", "Oligarchs and tomatoes"),
            (
                "will Will say what dilek said",
                "will Audience, person 1 say what Audience, person 2 said",
            ),
        ] {
            assert_eq!(roles.tell(said), told, "{said}");
        }
    }

    #[test]
    fn a_part_that_two_share_tells_neither() {
        let mut people = People::default();
        people.add("Anna A", Some(Seat::Patron));
        people.add("Anna B", Some(Seat::Client));
        let seats = ["China", "Russia", "Europe", "White cell", "Audience"];
        let roles = Roles::of_people(people, &seats.map(str::to_owned));
        assert_eq!(
            roles.tell("Anna said so, Anna B did not"),
            "somebody said so, Russia, person 1 did not"
        );
    }
}
