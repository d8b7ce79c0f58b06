//! Lifts the deck in an older record into the format of decks that this program reads.
//!
//! A record holds its deck as it was at STARTEX. A new format may require numbers that no deck had then;
//! a step says what they were: the rules as they stood, which is what was played.

use std::borrow::Cow;

use crate::engine::DECK_FORMAT;

/// What turns a deck of one format into one of the next.
type Step = fn(&mut toml::Table);

/// The oldest format that can be lifted; decks of older ones were played by other rules.
const OLDEST: u32 = 2;

/// The steps, in order; the first leads from the oldest format to the one after it.
const STEPS: &[Step] = &[];

const _: () = assert!(
    STEPS.len() + OLDEST as usize == DECK_FORMAT as usize,
    "a new format of decks needs the step that leads to it"
);

/// The source of a deck in the format that this program reads.
pub(super) fn lifted(source: &str, format: u32) -> Cow<'_, str> {
    lifted_by(STEPS, source, format)
}

fn lifted_by<'a>(steps: &[Step], source: &'a str, format: u32) -> Cow<'a, str> {
    let Some(passed) = format.checked_sub(OLDEST) else {
        return Cow::Borrowed(source);
    };
    let passed = usize::try_from(passed).unwrap_or(usize::MAX);
    let ahead = steps.get(passed..).unwrap_or_default();
    // What is no TOML stays as it is: the check says what is wrong with it.
    if let Ok(mut deck) = toml::from_str::<toml::Table>(source)
        && !ahead.is_empty()
    {
        for step in ahead {
            step(&mut deck);
        }
        let oldest = usize::try_from(OLDEST).unwrap_or(usize::MAX);
        let reached = i64::try_from(steps.len() + oldest).unwrap_or(i64::MAX);
        if let Some(toml::Value::Table(head)) = deck.get_mut("deck") {
            head.insert("format".to_owned(), reached.into());
        }
        // Values are written within their lines: on lines of their own, tables would move behind plain values, and
        // changes are made in the order in which they are written.
        let lines = deck.iter().map(|(key, value)| format!("{key} = {value}\n"));
        return Cow::Owned(lines.collect());
    }
    Cow::Borrowed(source)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::Deck;

    const REFERENCE: &str = include_str!("../../../../tests/golden/deck.toml");

    /// Puts a number of the rules where an older deck had none.
    fn add_quiet_events(deck: &mut toml::Table) {
        if let Some(toml::Value::Table(session)) = deck.get_mut("session") {
            session.insert("quiet_events".to_owned(), 3.into());
        }
    }

    fn call_it_lifted(deck: &mut toml::Table) {
        if let Some(toml::Value::Table(head)) = deck.get_mut("deck") {
            head.insert("title".to_owned(), "Lifted".into());
        }
    }

    #[test]
    fn a_deck_of_this_programs_format_is_read_as_it_stands() {
        assert!(matches!(
            lifted("anything = at all", DECK_FORMAT),
            Cow::Borrowed(_)
        ));
        let deck = Deck::from_text("deck", REFERENCE).unwrap();
        assert_eq!(
            Deck::of_record("deck", DECK_FORMAT, REFERENCE).unwrap(),
            deck
        );
    }

    #[test]
    fn a_deck_without_a_number_that_came_later_loads_with_it() {
        let older = REFERENCE.replacen("quiet_events = 3\n", "", 1);
        assert_ne!(older, REFERENCE);
        Deck::from_text("older", &older).unwrap_err();
        let lifted = lifted_by(&[add_quiet_events], &older, 2);
        // The format reached is not this program's in this test; all else is.
        let lifted = lifted.replacen("format = 3", "format = 2", 1);
        let now = Deck::from_text("older", &lifted).unwrap();
        let then = Deck::from_text("reference", REFERENCE).unwrap();
        assert_eq!(now.scenario, then.scenario);
    }

    #[test]
    fn only_the_steps_that_a_deck_has_not_taken_are_taken() {
        let steps: &[Step] = &[call_it_lifted, add_quiet_events];
        let title = |format| {
            let lifted = lifted_by(steps, REFERENCE, format);
            let deck: toml::Table = toml::from_str(&lifted).unwrap();
            (
                deck["deck"]["title"].clone(),
                deck["deck"]["format"].clone(),
            )
        };
        assert_eq!(title(2), ("Lifted".into(), 4.into()));
        let as_it_was = toml::from_str::<toml::Table>(REFERENCE).unwrap()["deck"]["title"].clone();
        assert_eq!(title(3), (as_it_was.clone(), 4.into()));
        assert_eq!(title(4), (as_it_was, 2.into()));
    }
}
