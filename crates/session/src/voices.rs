//! The people of a session: who took part, who disagreed, what everybody was told, when play stood still.

use serde::Serialize;

use crate::gaps::is_named;
use crate::lengths::between;
use crate::reading::{Cite, Reading};
use crate::sight::Seen;
use crate::telling::seat_name;
use unequal_core::deck::plain;
use unequal_core::engine::action::Action;
use unequal_core::engine::name::is_same;
use unequal_core::engine::seat::Seat;

/// The people of a session, as one seat may know them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Voices {
    /// Who took part, in the order in which they joined or first estimated.
    pub people: Vec<Person>,
    /// Decisions with which somebody disagreed.
    pub dissents: Vec<Dissent>,
    /// What everybody was told.
    pub announcements: Vec<Cite>,
    /// When play stood still.
    pub stops: Vec<Stop>,
}

/// Somebody who took part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Person {
    /// The name.
    pub name: String,
    /// Where they sat last.
    pub seat: Seat,
    /// What the deck calls the seat.
    pub seat_name: String,
    /// The entry with which they joined; none for whoever estimated without joining.
    pub joined: Option<u64>,
    /// The entry with which they left; none for whoever stayed.
    pub left: Option<u64>,
    /// Entries that bear their name.
    pub entries: usize,
    /// Questions on which they gave an estimate.
    pub estimates: usize,
    /// Dissents that name them.
    pub dissents: usize,
}

/// A decision with which somebody disagreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dissent {
    /// The decision.
    pub decision: Cite,
    /// The seat that decided.
    pub seat: Seat,
    /// What the deck calls it.
    pub seat_name: String,
    /// Who disagreed, and why, as it was written down.
    pub text: String,
    /// The participants whom it names.
    pub names: Vec<String>,
}

/// A time in which play stood still.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stop {
    /// The pause, or the entry with which the table came together again.
    pub at: Cite,
    /// `pause`, `reflection` or `break`.
    pub kind: &'static str,
    /// How long; none while it lasts, or where the times tell nothing.
    pub seconds: Option<i64>,
}

impl Voices {
    /// The people of a record that is read already.
    pub fn of(reading: &Reading<'_>) -> Self {
        let mut people = people(reading);
        let names: Vec<String> = people.iter().map(|one| one.name.clone()).collect();
        let dissents: Vec<Dissent> = reading
            .standing()
            .filter_map(|seen| dissent(reading, seen, &names))
            .collect();
        for one in &mut people {
            let against = dissents
                .iter()
                .filter(|dissent| dissent.names.contains(&one.name));
            one.dissents = against.count();
        }
        let told = |seen: &&Seen| matches!(reading.act(seen), Some(Action::Announce { text }) if !text.trim().is_empty());
        Self {
            people,
            dissents,
            announcements: reading
                .standing_with_turn_zero()
                .filter(told)
                .map(Cite::to)
                .collect(),
            stops: stops(reading),
        }
    }
}

fn people(reading: &Reading<'_>) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    let person = |name: &str, seat: Seat, joined: Option<u64>| Person {
        name: plain(name.trim()),
        seat,
        seat_name: seat_name(reading.table.deck(), seat).to_owned(),
        joined,
        left: None,
        entries: 0,
        estimates: 0,
        dissents: 0,
    };
    for seen in reading.standing_with_turn_zero() {
        let found = |name: &str| {
            let mut all = people.iter();
            all.position(|one| is_same(&one.name, &plain(name)))
        };
        match reading.act(seen) {
            Some(Action::Join { name, at }) => match found(name) {
                // Somebody who comes back, perhaps to another seat, is still one person.
                Some(place) => {
                    let one = &mut people[place];
                    (one.seat, one.left) = (*at, None);
                    seat_name(reading.table.deck(), *at).clone_into(&mut one.seat_name);
                    one.joined = one.joined.or(Some(seen.number));
                }
                None => people.push(person(name, *at, Some(seen.number))),
            },
            Some(Action::Leave { name }) => {
                if let Some(place) = found(name) {
                    people[place].left = Some(seen.number);
                }
            }
            Some(Action::Estimate { name, .. }) if found(name).is_none() => {
                people.push(person(name, seen.seat, None));
            }
            _ => {}
        }
    }
    let polls = reading.table.view(reading.seat).room.polls;
    for one in &mut people {
        let by = |seen: &&Seen| is_same(&plain(&seen.by.text()), &one.name);
        one.entries = reading.standing().filter(by).count();
        let answered = |name: &String| is_same(&plain(name), &one.name);
        one.estimates = polls
            .iter()
            .filter(|poll| poll.answered.iter().any(answered))
            .count();
    }
    // Estimates of turn zero were thrown away, and with them whoever gave no other.
    people.retain(|one| one.joined.is_some() || one.estimates > 0);
    people
}

fn dissent(reading: &Reading<'_>, seen: &Seen, names: &[String]) -> Option<Dissent> {
    let text = seen.dissent.clone()?;
    let all: Vec<&str> = names.iter().map(String::as_str).collect();
    let who = names.iter().filter(|name| is_named(&text, name, &all));
    Some(Dissent {
        decision: Cite::to(seen),
        seat: seen.seat,
        seat_name: seat_name(reading.table.deck(), seen.seat).to_owned(),
        names: who.cloned().collect(),
        text,
    })
}

fn stops(reading: &Reading<'_>) -> Vec<Stop> {
    let mut stops: Vec<Stop> = Vec::new();
    // The pause that lasts: its place among the stops, and among the entries.
    let mut open: Option<(usize, usize)> = None;
    for (place, seen) in reading.seen.iter().enumerate() {
        let since = |earlier: usize| {
            let from = reading.seen.get(earlier)?;
            between(&from.at, &seen.at)
        };
        match reading.act(seen) {
            Some(Action::Pause { reflection, .. }) if !seen.undone => {
                let kind = if *reflection { "reflection" } else { "pause" };
                let at = Cite::to(seen);
                open = Some((stops.len(), place));
                stops.push(Stop {
                    at,
                    kind,
                    seconds: None,
                });
            }
            Some(Action::GoOn | Action::End { .. }) if !seen.undone => {
                if let Some((pause, from)) = open.take()
                    && let Some(stop) = stops.get_mut(pause)
                {
                    stop.seconds = since(from);
                }
            }
            Some(Action::Reconvene) if !seen.undone => {
                let seconds = place.checked_sub(1).and_then(since);
                let at = Cite::to(seen);
                let kind = "break";
                stops.push(Stop { at, kind, seconds });
            }
            _ => {}
        }
    }
    stops
}
