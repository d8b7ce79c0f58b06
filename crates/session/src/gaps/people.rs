//! Participants of whom nothing was heard.

use serde::Serialize;

use crate::reading::Reading;
use unequal_core::deck::plain;
use unequal_core::engine::name::is_same;
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
    let names: Vec<&str> = room
        .participants
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    room.participants
        .iter()
        .filter(|one| one.seat != Seat::WhiteCell)
        .filter(|one| reading.open || one.seat == reading.seat)
        .filter(|one| {
            let mut answers = room.polls.iter().flat_map(|poll| &poll.answered);
            let estimated = answers.any(|name| is_same(name, &one.name));
            let spoke = reading.standing().any(|seen| {
                let said = [&seen.rationale, &seen.dissent].into_iter().flatten();
                is_same(&seen.by.text(), &one.name)
                    || said
                        .into_iter()
                        .any(|text| is_named(text, &one.name, &names))
            });
            !estimated && !spoke
        })
        .map(|one| Silent {
            name: plain(&one.name),
            seat: one.seat,
        })
        .collect()
}

/// Whether a text names somebody: by the whole name, or by its first word where that is nobody else's.
pub fn is_named(text: &str, name: &str, all: &[&str]) -> bool {
    let (text, name_words) = (words(text), words(name));
    let holds =
        |part: &[String]| !part.is_empty() && text.windows(part.len()).any(|window| window == part);
    let Some(first) = name_words.first() else {
        return false;
    };
    let alike = all
        .iter()
        .filter(|other| words(other).first() == Some(first));
    holds(&name_words) || (alike.count() <= 1 && holds(&name_words[..1]))
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
        let all = ["Anna Lind", "Anna Berg", "Olga", "Li"];
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
            assert_eq!(is_named(text, name, &all), named, "{text:?} {name:?}");
        }
    }
}
