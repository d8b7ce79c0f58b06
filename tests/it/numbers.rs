//! Numbers near the limits of their types, in acts and in records: none does harm, and none passes for another.

use std::fs;

use serde_json::Value as Json;
use unequal_partners::deck::Deck;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::apply::apply;
use unequal_partners::engine::holder::Holder;
use unequal_partners::engine::room::inject::Due;
use unequal_partners::engine::seat::Seat;
use unequal_partners::engine::view::view;
use unequal_partners::session::history::Verified;
use unequal_partners::session::{Remarks, Setup, Table};

use crate::eventful::{stamp, submit};
use crate::moves::kinds::sessions::in_the_open;
use crate::record::forge::forged;

/// Numbers at which a type ends or begins anew.
pub(crate) const LIMITS: [i128; 9] = [
    i32::MAX as i128,
    i32::MIN as i128,
    u32::MAX as i128,
    u32::MAX as i128 + 1,
    i64::MAX as i128,
    i64::MIN as i128,
    i64::MAX as i128 + 1,
    u64::MAX as i128,
    u64::MAX as i128 + 1,
];

/// Where numbers stand in a document.
fn numbers(document: &Json, here: &str, found: &mut Vec<String>) {
    match document {
        Json::Number(_) => found.push(here.to_owned()),
        Json::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                numbers(item, &format!("{here}/{place}"), found);
            }
        }
        Json::Object(items) => {
            for (key, item) in items {
                numbers(item, &format!("{here}/{key}"), found);
            }
        }
        _ => {}
    }
}

/// An act with each of its numbers at each limit, as far as it can be written down at all.
fn at_the_limits(act: &Action) -> Vec<Action> {
    let plain = serde_json::to_value(act).unwrap();
    let mut found = Vec::new();
    numbers(&plain, "", &mut found);
    let mut acts = Vec::new();
    for place in found {
        for limit in LIMITS {
            let mut changed = plain.clone();
            *changed.pointer_mut(&place).unwrap() =
                serde_json::from_str(&limit.to_string()).unwrap();
            acts.extend(serde_json::from_value::<Action>(changed).ok());
        }
    }
    acts
}

/// What a threshold waits for may lie anywhere: it is never reached.
const fn is_never(act: &Action) -> bool {
    matches!(
        act,
        Action::PlanInject { due, .. } | Action::RescheduleInject { due, .. }
            if matches!(due, Due::AtLeast { .. } | Due::AtMost { .. } | Due::Responses { .. })
    )
}

/// Tries an act on a table without making it: it is refused, or it can do no harm.
fn try_out(table: &Table, seat: Seat, act: &Action) {
    let scenario = match act {
        Action::WriteDemand { card } => match card.added_to(table.scenario()) {
            Ok(scenario) => scenario,
            Err(_) => return,
        },
        // Whether there is such an entry, the session knows.
        Action::Correct { .. } if table.refuses(seat, act).is_some() => return,
        _ => table.scenario().clone(),
    };
    let Ok(applied) = apply(&scenario, table.state_at(table.last_number()), seat, act) else {
        return;
    };
    assert!(is_never(act), "{act:?} is taken");
    for seat in Seat::ALL {
        let _seen = view(&scenario, &applied.state, seat);
    }
}

#[test]
fn an_act_with_a_number_at_a_limit_is_refused() {
    let deck = Deck::from_text("deck.toml", include_str!("../golden/deck.toml")).unwrap();
    let mut setup = Setup::of_people("Table 2", 7);
    setup.seats.europe = Holder::Human;
    let mut table = Table::unrecorded(deck, &setup, &stamp(0)).unwrap();
    let mut tried = 0;
    for (seat, act) in in_the_open("x") {
        for changed in at_the_limits(&act) {
            try_out(&table, seat, &changed);
            if let Action::Undo { .. } = changed {
                let last = table.last_number();
                let none = Remarks::default();
                let undone = table.submit(
                    last,
                    seat,
                    "Anna",
                    &changed,
                    none,
                    &stamp(last.next().get()),
                );
                assert!(undone.is_err(), "{changed:?}");
            }
            tried += 1;
        }
        submit(&mut table, seat, "Anna", &act, Remarks::default());
    }
    assert!(tried > 60, "{tried} acts");
}

/// Where whole numbers stand outside quotes in the body of a block, up to the copy of the deck.
fn bare_numbers(body: &str) -> Vec<std::ops::Range<usize>> {
    let text = body.split("\nsource = ").next().unwrap().as_bytes();
    let (mut found, mut quoted, mut begins, mut before) = (Vec::new(), false, None, b' ');
    for (at, byte) in text.iter().copied().enumerate() {
        let after = std::mem::replace(&mut before, byte);
        match byte {
            b'"' if after != b'\\' => quoted = !quoted,
            b'0'..=b'9' | b'-' if !quoted => {
                if begins.is_none() && matches!(after, b' ' | b'[' | b'{') {
                    begins = Some(at);
                }
                continue;
            }
            _ => {}
        }
        if let Some(begins) = begins.take() {
            found.push(begins..at);
        }
    }
    found
}

#[test]
fn a_record_with_a_number_at_a_limit_is_never_verified() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("forged.toml");
    let text = include_str!("../sessions/v2/every-entry.toml");
    let mut blocks = Vec::new();
    forged(text, |_, block| blocks.push(block.body.clone()));
    let mut tried = 0;
    for (number, body) in blocks.iter().enumerate() {
        for place in bare_numbers(body) {
            // Each number at two of the limits, and all limits in their turn.
            for limit in [tried % LIMITS.len(), (tried + 5) % LIMITS.len()] {
                let changed = forged(text, |at, block| {
                    if at == number {
                        block
                            .body
                            .replace_range(place.clone(), &LIMITS[limit].to_string());
                    }
                });
                fs::write(&path, changed).unwrap();
                let verified = Verified::read(&path);
                assert!(
                    verified.is_err() || verified.unwrap().fault.is_some(),
                    "block {number}: {} for {}",
                    LIMITS[limit],
                    body.get(place.clone()).unwrap(),
                );
            }
            tried += 1;
        }
    }
    assert!(tried > 150, "{tried} numbers");
}
