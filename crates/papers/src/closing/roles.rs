//! Roles instead of names: who is named in a record, and how a text is told without them.
//!
//! A name is found as a whole or by one of its parts, in the letters of its script; a paper is still to be read by
//! somebody before it is given away, since nobody can find a nickname that was never entered.

use std::collections::HashMap;

use unequal_core::acts_of;
use unequal_core::engine::action::Action;
use unequal_core::engine::name::known_as;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_core::store::Annotations;
use unequal_session::History;
use unequal_session::telling::NAMELESS;
use unequal_session::voices::lead;

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
}

impl Roles {
    /// The roles of those whom a record and the remarks beside it name.
    pub fn of(table: &History, annotations: Option<&Annotations>) -> Self {
        let mut people = People::default();
        for moment in table.moments() {
            let entry = &moment.entry;
            match &entry.act {
                Action::Join { name, at } | Action::Admit { name, at, .. } => {
                    people.add(name, Some(*at));
                }
                Action::Rename { name, to } => people.alias(name, to),
                Action::Leave { name } | Action::Estimate { name, .. } => {
                    people.add(name, Some(entry.seat));
                }
                Action::Correct {
                    against: Some(dissent),
                    ..
                } => {
                    if let Some(name) = lead(dissent) {
                        people.add(name, Some(entry.seat));
                    }
                }
                acts_of!(Action: play, plan, rulings, course, pace, estimates, words, marks) => {}
            }
            if let Player::Person(name) = &entry.by {
                people.add(name, Some(entry.seat));
            }
            if let Some(name) = entry.dissent.as_deref().and_then(lead) {
                people.add(name, Some(entry.seat));
            }
        }
        for annotation in annotations.into_iter().flat_map(Annotations::standing) {
            people.add(&annotation.author, None);
        }
        let seats = Seat::ALL.map(|seat| table.deck().text.seat_name(seat).to_owned());
        people.roles(&seats)
    }

    /// A text with roles in the place of names.
    pub fn tell(&self, text: &str) -> String {
        let mut told = String::new();
        let mut rest = text;
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

/// Those who are named, in the order in which they come.
#[derive(Debug, Default)]
struct People {
    /// Names of one person, with where they sit.
    all: Vec<(Vec<String>, Option<Seat>)>,
    /// Whose a name is.
    places: HashMap<String, usize>,
}

impl People {
    fn add(&mut self, name: &str, seat: Option<Seat>) {
        let name = name.trim();
        if name.is_empty() || name == NAMELESS {
            return;
        }
        let places = self.places.len();
        let place = *self.places.entry(known_as(name)).or_insert(self.all.len());
        if self.places.len() > places {
            self.all.push((vec![name.to_owned()], seat));
        } else if let Some((_, sits)) = self.all.get_mut(place) {
            *sits = sits.or(seat);
        }
    }

    fn alias(&mut self, name: &str, to: &str) {
        self.add(name, None);
        let place = self.places.get(&known_as(name)).copied();
        let taken = self.places.contains_key(&known_as(to));
        if let (Some(place), false) = (place, taken) {
            self.places.insert(known_as(to), place);
            self.all[place].0.push(to.trim().to_owned());
        }
    }

    fn roles(self, seats: &[String]) -> Roles {
        let mut roles = Roles::default();
        let mut numbers: HashMap<Option<Seat>, usize> = HashMap::new();
        let mut owners: HashMap<String, Vec<String>> = HashMap::new();
        let kept: Vec<String> = seats.iter().flat_map(|seat| words(seat)).collect();
        for (names, seat) in self.all {
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
                if !name.chars().any(|c| c.is_lowercase() || c.is_uppercase()) {
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
        people.roles(&seats.map(str::to_owned))
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
        let roles = people.roles(&seats.map(str::to_owned));
        assert_eq!(
            roles.tell("Anna said so, Anna B did not"),
            "somebody said so, Russia, person 1 did not"
        );
    }

    #[test]
    fn a_dissent_names_whoever_stands_before_its_colon() {
        assert_eq!(lead("Olga: the treasury would wait"), Some("Olga"));
        assert_eq!(
            lead("Olga Sergeevna Petrova: no"),
            Some("Olga Sergeevna Petrova")
        );
        assert_eq!(lead("we should wait: they will come"), None);
        assert_eq!(lead("no colon"), None);
    }
}
