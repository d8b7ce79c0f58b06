//! Participants of whom nothing was heard.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde::Serialize;

use crate::reading::Reading;
use unequal_core::deck::plain;
use unequal_core::engine::action::Action;
use unequal_core::engine::name::known_as;
use unequal_core::engine::seat::Seat;

/// A participant of whom nothing was heard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Silent {
    /// The name.
    pub name: String,
    /// Where they sit.
    pub seat: Seat,
}

/// Participants who have given no estimate, made no entry, and are named in no dissent or reason.
///
/// The white cell's people run the room and are not missed; of the other side's people a seat cannot
/// know what they said within it.
pub(super) fn silent(reading: &Reading<'_>) -> Vec<Silent> {
    let room = reading.table.view(reading.seat).room;
    let roll = Roll::of(room.participants.iter().map(|one| one.name.as_str()));
    let answered = room.polls.iter().flat_map(|poll| &poll.answered);
    let mut heard: HashSet<String> = answered.map(|name| known_as(name)).collect();
    let mut named = BTreeSet::new();
    for seen in reading.standing() {
        heard.insert(known_as(&seen.by.text()));
        if let Some(Action::Rename { name, to }) = reading.act(seen)
            && heard.contains(&known_as(name))
        {
            heard.insert(known_as(to));
        }
        for text in [&seen.rationale, &seen.dissent].into_iter().flatten() {
            named.extend(roll.named_in(text));
        }
    }
    room.participants
        .iter()
        .enumerate()
        .filter(|(_, one)| one.seat != Seat::WhiteCell)
        .filter(|(_, one)| reading.open || one.seat == reading.seat)
        .filter(|(place, one)| !named.contains(place) && !heard.contains(&known_as(&one.name)))
        .map(|(_, one)| Silent {
            name: plain(&one.name),
            seat: one.seat,
        })
        .collect()
}

/// People by the words of their names, to find whom a text names.
#[derive(Debug)]
pub struct Roll {
    names: Vec<Vec<String>>,
    /// Who has this first word.
    by_first: HashMap<String, Vec<usize>>,
}

impl Roll {
    /// People by their names.
    pub fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let names: Vec<Vec<String>> = names.map(words).collect();
        let mut by_first: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, name) in names.iter().enumerate() {
            if let Some(first) = name.first() {
                by_first.entry(first.clone()).or_default().push(place);
            }
        }
        Self { names, by_first }
    }

    /// Whom a text names, by their places: by the whole name, or by its first word where that is nobody else's.
    pub fn named_in(&self, text: &str) -> BTreeSet<usize> {
        let words = words(text);
        let mut named = BTreeSet::new();
        for (at, word) in words.iter().enumerate() {
            match self.by_first.get(word).map(Vec::as_slice) {
                Some([alone]) => {
                    named.insert(*alone);
                }
                Some(alike) => {
                    let whole = |place: &&usize| words[at..].starts_with(&self.names[**place]);
                    named.extend(alike.iter().filter(whole));
                }
                None => {}
            }
        }
        named
    }
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dissent_names_somebody_by_the_whole_name_or_by_a_first_name_of_their_own() {
        let all = ["Anna Lind", "Anna Berg", "Olga", "Li", "—"];
        for (text, name, named) in [
            ("Anna Lind: the army would wait", "Anna Lind", true),
            ("anna lind would wait", "Anna Lind", true),
            ("Anna would wait", "Anna Lind", false),
            ("Lind would wait", "Anna Lind", false),
            ("OLGA, and nobody else", "Olga", true),
            ("Olgas Rat", "Olga", false),
            ("the list is long", "Li", false),
            ("", "Li", false),
            ("anything", "—", false),
        ] {
            let place = all.iter().position(|one| *one == name).unwrap();
            let found = Roll::of(all.into_iter()).named_in(text);
            assert_eq!(found.contains(&place), named, "{text:?} {name:?}");
        }
    }
}
