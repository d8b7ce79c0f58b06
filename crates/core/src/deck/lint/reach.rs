//! Finds rungs that can never be climbed, and events that can never come.

use crate::deck::check::{Findings, Path, at};
use crate::deck::raw::RawDeck;
use crate::deck::raw::card::Card;
use crate::deck::raw::numbers::Bounds;

/// Looks through ladders and conditions.
pub(super) fn lint(raw: &RawDeck, findings: &mut Findings<'_>) {
    let ladder = Ladder::new(raw);
    for (place, card) in raw.card.iter().enumerate() {
        if let Some(why) = ladder.never_open(place) {
            findings.value(
                "never-open",
                &at!["card", place],
                format!("`{}` can never be brought up: {why}", card.id),
                "a ladder must be climbed within the moves of a session".to_owned(),
            );
        }
    }
    for (place, event) in raw.event.iter().enumerate() {
        let here = at!["event", place];
        let missing = event.given.iter().find(|id| !ladder.can_be_given(id));
        let mut never = |at: &Path, why: String| {
            findings.value(
                "never-comes",
                at,
                format!("`{}` can never come: {why}", event.id),
                "what waits in vain is as good as left out".to_owned(),
            );
        };
        if let Some(id) = missing {
            never(&here.to("given"), format!("`{id}` can never be given"));
        }
        for (key, why) in impossible(&event.at_least, &event.at_most) {
            never(&here.to(key), why);
        }
    }
}

/// Bounds that no value can keep, with the table that they stand in.
pub(super) fn impossible(at_least: &Bounds, at_most: &Bounds) -> Vec<(&'static str, String)> {
    let level = |word: &str| word != "gains";
    let mut found = Vec::new();
    for least in &at_least.0 {
        let (word, value) = (&least.word, least.value);
        let most = at_most.0.iter().find(|most| most.word == *word);
        if level(word) && value > 100 {
            found.push(("at_least", format!("`{word}` never exceeds 100")));
        } else if let Some(most) = most.filter(|most| most.value < value) {
            found.push((
                "at_least",
                format!(
                    "`{word}` cannot be at least {value} and at most {}",
                    most.value
                ),
            ));
        }
    }
    for most in at_most
        .0
        .iter()
        .filter(|most| level(&most.word) && most.value < 0)
    {
        found.push(("at_most", format!("`{}` is never below 0", most.word)));
    }
    found
}

/// The first move, from 0, in which each card can be open.
pub(super) struct Ladder<'a> {
    raw: &'a RawDeck,
    longest: i64,
    earliest: Vec<i64>,
}

impl<'a> Ladder<'a> {
    pub(super) fn new(raw: &'a RawDeck) -> Self {
        let mut earliest: Vec<i64> = raw.card.iter().map(|card| card.not_before).collect();
        // Each round opens at least one more rung; circles are refused before.
        for _ in &raw.card {
            for (place, card) in raw.card.iter().enumerate() {
                let after = |id: &String| Some(1 + earliest[place_of(raw, id)?]);
                let after = card.requires.iter().filter_map(after).max();
                earliest[place] = earliest[place].max(after.unwrap_or(0));
            }
        }
        Self {
            raw,
            longest: raw.session.moves + raw.session.moves_spread,
            earliest,
        }
    }

    /// Why a card can never be open, if it cannot.
    fn never_open(&self, place: usize) -> Option<String> {
        let earliest = self.earliest[place];
        if earliest >= self.longest {
            let longest = self.longest;
            return Some(format!(
                "its first move is {}, and there are {longest} at most",
                earliest + 1
            ));
        }
        let below = self.below(place);
        let card = &self.raw.card[place];
        if let Some(shut) = card.excludes.iter().find(|id| below.contains(&id.as_str())) {
            return Some(format!(
                "what it requires requires `{shut}`, which shuts it"
            ));
        }
        let excludes = |one: &Card, other: &Card| one.excludes.contains(&other.id);
        let rungs = || {
            self.raw
                .card
                .iter()
                .filter(|rung| below.contains(&rung.id.as_str()))
        };
        rungs().find_map(|one| {
            let other = rungs().find(|other| excludes(one, other) && excludes(other, one))?;
            Some(format!(
                "it requires `{}` and `{}`, which shut each other",
                one.id, other.id
            ))
        })
    }

    /// The ids of everything that a card requires, and that those require.
    fn below(&self, place: usize) -> Vec<&'a str> {
        let mut below: Vec<&str> = Vec::new();
        let mut open: Vec<usize> = vec![place];
        while let Some(at) = open.pop() {
            for id in &self.raw.card[at].requires {
                if !below.contains(&id.as_str()) {
                    below.push(id);
                    open.extend(place_of(self.raw, id));
                }
            }
        }
        below
    }

    /// Whether a card can never be given, be it in the last move.
    pub(super) fn never_given(&self, id: &str) -> bool {
        place_of(self.raw, id).is_some_and(|place| self.never_open(place).is_some())
    }

    /// Whether a card can be given before the last move, so that it can still matter to others.
    fn can_be_given(&self, id: &str) -> bool {
        place_of(self.raw, id).is_none_or(|place| {
            self.never_open(place).is_none() && self.earliest[place] + 1 < self.longest
        })
    }
}

fn place_of(raw: &RawDeck, id: &str) -> Option<usize> {
    raw.card.iter().position(|card| card.id == id)
}
