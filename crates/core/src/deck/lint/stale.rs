//! Finds plans whose time has passed by the date of the deck: what was planned has happened by now, or has not.

use crate::deck::check::{Findings, Path, at, precedents};
use crate::deck::raw::RawDeck;

/// Words that announce something.
const ANNOUNCE: &[&str] = &[
    "planned for",
    "planned in",
    "scheduled for",
    "expected in",
    "expected by",
    "expected for",
    "due in",
    "due by",
    "to open in",
    "to begin in",
    "to start in",
    "will open in",
    "will begin in",
    "will start in",
];

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A month, or a whole year: its last month.
type Month = (u32, u32);

/// Looks through what the deck reports as fact.
pub(super) fn lint(raw: &RawDeck, findings: &mut Findings<'_>) {
    let Some(now) = raw.deck.date.as_deref().and_then(dated) else {
        return;
    };
    let mut look = |at: Path, text: &str| {
        let Some((phrase, then)) = announced(text).into_iter().find(|(_, then)| *then < now) else {
            return;
        };
        findings.value(
            "stale-plan",
            &at,
            format!("“{phrase}” speaks of {}, before the deck was made", then.0),
            "say what became of it, or that it is not known".to_owned(),
        );
    };
    for (at, precedent) in precedents(raw) {
        look(at.to("text"), precedent.text.as_deref().unwrap_or_default());
    }
    for (place, domain) in raw.domain.iter().enumerate() {
        let here = at!["domain", place];
        look(here.to("text"), domain.text.as_deref().unwrap_or_default());
        for (row, paragraph) in domain.state.iter().enumerate() {
            look(here.to("state").to(row).to("text"), &paragraph.text);
        }
        for (row, figure) in domain.baseline.iter().enumerate() {
            look(here.to("baseline").to(row).to("figure"), &figure.figure);
        }
    }
    for (place, condition) in raw.condition.iter().enumerate() {
        let text = condition.text.as_deref().unwrap_or_default();
        look(at!["condition", place, "text"], text);
    }
    for (place, entry) in raw.timeline.iter().enumerate() {
        // What was planned when it was noted is no fault of a timeline, unless it stands under a later date.
        if dated(&entry.date).is_none_or(|noted| noted >= now) {
            look(at!["timeline", place, "text"], &entry.text);
        }
    }
}

/// The month that a date such as `2026-06` names; of a year its last.
fn dated(date: &str) -> Option<Month> {
    let mut parts = date.split('-');
    let year = parts.next()?.trim().parse().ok()?;
    let month = parts.next().and_then(|month| month.trim().parse().ok());
    Some((year, month.unwrap_or(12)))
}

/// What a text announces: the words, and for when.
fn announced(text: &str) -> Vec<(String, Month)> {
    let lower = text.to_lowercase();
    let mut found = Vec::new();
    for announce in ANNOUNCE {
        for after in lower.split(announce).skip(1) {
            let sentence = after.split(['.', ';']).next().unwrap_or_default();
            let words: Vec<&str> = sentence.split_whitespace().take(4).collect();
            if let Some((then, used)) = time(&words) {
                let phrase = format!("{announce} {}", words[..used].join(" "));
                found.push((phrase, then));
            }
        }
    }
    found
}

/// The first year among some words, with the month before it, and how many words that took.
fn time(words: &[&str]) -> Option<(Month, usize)> {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let year = |word: &str| {
        bare(word)
            .parse::<u32>()
            .ok()
            .filter(|year| (1900..2200).contains(year))
    };
    let at = words.iter().position(|word| year(word).is_some())?;
    let month = words[..at].iter().find_map(|word| {
        let place = MONTHS.iter().position(|month| **month == bare(word))?;
        u32::try_from(place + 1).ok()
    });
    Some(((year(words[at])?, month.unwrap_or(12)), at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plans_are_read_with_their_time() {
        let found = announced("A line, planned for December 2025, and a port to open in 2031.");
        assert_eq!(
            found,
            [
                ("planned for december 2025,".to_owned(), (2025, 12)),
                ("to open in 2031".to_owned(), (2031, 12)),
            ]
        );
    }

    #[test]
    fn what_names_no_year_is_no_plan_that_could_pass() {
        assert_eq!(
            announced("Exercises planned for the autumn. In 2024 it rained."),
            []
        );
    }
}
