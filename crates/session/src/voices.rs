//! The people of a session: who took part, who disagreed, what everybody was told, when play stood still.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::gaps::Roll;
use crate::lengths::between;
use crate::reading::{Cite, Reading};
use crate::sight::Seen;
use crate::telling::{NAMELESS, seat_name};
use unequal_core::acts_of;
use unequal_core::deck::plain;
use unequal_core::engine::action::{Action, Kind};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::name::known_as;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;

/// The people of a session, as one seat may know them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Voices {
    /// Who took part, in the order in which they joined or first estimated; then who only acted, and who only disagreed.
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
    /// The entry with which they joined; none for whoever took part without joining.
    pub joined: Option<EntryNumber>,
    /// The entry with which they left; none for whoever stayed.
    pub left: Option<EntryNumber>,
    /// Entries that bear their name, estimates left out.
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
        let roll = Roll::of(people.iter().map(|one| one.name.as_str()));
        let dissents: Vec<Dissent> = reading
            .standing()
            .filter_map(|seen| dissent(reading, seen, &roll, &mut people))
            .collect();
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
    let person = |name: &str, seat: Seat, joined: Option<EntryNumber>| Person {
        name: plain(name.trim()),
        seat,
        seat_name: seat_name(reading.table.deck(), seat).to_owned(),
        joined,
        left: None,
        entries: 0,
        estimates: 0,
        dissents: 0,
    };
    let shown_as = |name: &str| known_as(&plain(name));
    let mut places: HashMap<String, usize> = HashMap::new();
    for seen in reading.standing_with_turn_zero() {
        let found = |name: &str| places.get(&shown_as(name)).copied();
        match reading.act(seen) {
            Some(Action::Join { name, at }) => {
                if let Some(place) = found(name) {
                    // Somebody who comes back, perhaps to another seat, is still one person.
                    let one = &mut people[place];
                    (one.seat, one.left) = (*at, None);
                    seat_name(reading.table.deck(), *at).clone_into(&mut one.seat_name);
                    one.joined = one.joined.or(Some(seen.number));
                } else {
                    places.insert(shown_as(name), people.len());
                    people.push(person(name, *at, Some(seen.number)));
                }
            }
            Some(Action::Admit { name, at, .. }) => {
                if found(name).is_none() {
                    places.insert(shown_as(name), people.len());
                    people.push(person(name, *at, Some(seen.number)));
                }
            }
            Some(Action::Leave { name }) => {
                if let Some(place) = found(name) {
                    people[place].left = Some(seen.number);
                }
            }
            Some(Action::Rename { name, to }) => {
                if let Some(place) = found(name) {
                    people[place].name = plain(to.trim());
                    places.insert(shown_as(to), place);
                }
            }
            Some(Action::Estimate { name, .. }) if found(name).is_none() => {
                places.insert(shown_as(name), people.len());
                people.push(person(name, seen.seat, None));
            }
            Some(acts_of!(Action: play, plan, rulings, course, pace, estimates, words, marks))
            | None => {}
        }
    }
    // Estimates are counted by their questions.
    let acts = reading
        .standing()
        .filter(|seen| seen.kind != Kind::Estimate);
    for seen in acts {
        let known = places.get(&shown_as(&seen.by.text())).copied();
        let place = match &seen.by {
            Player::Person(name) if known.is_none() && name != NAMELESS => {
                places.insert(shown_as(name), people.len());
                people.push(person(name, seen.seat, None));
                Some(people.len() - 1)
            }
            _ => known,
        };
        if let Some(place) = place {
            people[place].entries += 1;
        }
    }
    for poll in reading.table.view(reading.seat).room.polls {
        let answered: HashSet<String> = poll.answered.iter().map(|name| shown_as(name)).collect();
        for place in answered.iter().filter_map(|name| places.get(name)) {
            people[*place].estimates += 1;
        }
    }
    // Estimates of turn zero were thrown away, and with them whoever gave no other.
    people.retain(|one| one.joined.is_some() || one.estimates > 0 || one.entries > 0);
    // Who only disagreed took part as well.
    for seen in reading.standing() {
        let Some(name) = seen.dissent.as_deref().and_then(lead) else {
            continue;
        };
        let roll = Roll::of(people.iter().map(|one| one.name.as_str()));
        if roll.named_in(name).is_empty() {
            people.push(person(name, seen.seat, None));
        }
    }
    people
}

/// The name with which a dissent begins: a few words with capitals before a colon.
pub fn lead(dissent: &str) -> Option<&str> {
    let (name, _) = dissent.split_once([':', '：'])?;
    is_name(name).then_some(name.trim())
}

/// Those who are named before a colon, wherever a text begins anew: `Olga, Piotr: no; Bo and Ek: yes` names four.
pub fn leads(text: &str) -> Vec<&str> {
    let parts = text.split(['\n', ';', '；', '.']);
    let said = parts.filter_map(|part| part.split_once([':', '：']));
    let all = said.flat_map(|(who, _)| {
        let who = who.split(['(', '（', '[']).next().unwrap_or(who);
        let names: Vec<&str> = who
            .split([',', '，', '、', '&', '/', '+'])
            .flat_map(|who| who.split(" and "))
            .map(str::trim)
            .collect();
        let all = names.iter().all(|name| is_name(name));
        if all { names } else { Vec::new() }
    });
    all.collect()
}

/// Whether words can be a name: a few, with capitals.
fn is_name(words: &str) -> bool {
    let words: Vec<&str> = words.split_whitespace().collect();
    let named = |word: &&str| {
        word.chars()
            .next()
            .is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
    };
    (1..=LEAD).contains(&words.len()) && words.iter().all(named)
}

/// Words at most in such a name.
const LEAD: usize = 3;

fn dissent(
    reading: &Reading<'_>,
    seen: &Seen,
    roll: &Roll,
    people: &mut [Person],
) -> Option<Dissent> {
    let text = seen.dissent.clone()?;
    let mut names = Vec::new();
    for place in roll.named_in(&text) {
        people[place].dissents += 1;
        names.push(people[place].name.clone());
    }
    Some(Dissent {
        decision: Cite::to(seen),
        seat: seen.seat,
        seat_name: seat_name(reading.table.deck(), seen.seat).to_owned(),
        names,
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
            // One that was taken back, and the clocks.
            Some(
                Action::Pause { .. }
                | Action::GoOn
                | Action::Reconvene
                | Action::SetClock { .. }
                | Action::ExtendClock { .. }
                | Action::ClockOut { .. }
                | acts_of!(Action: play, plan, rulings, course, people, estimates, words, marks),
            )
            | None => {}
        }
    }
    stops
}
