//! Four terminals and one table: the same session, whoever sits where.

use std::thread;

use serde_json::Value;

use unequal_core::deck::Deck;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_host::Driven;
use unequal_seat::asking::{Question, turn};
use unequal_seat::{Attended, Limits};
use unequal_session::{History, Holder, Owner, Remarks, Table, Turn, pilot};

use crate::caller::{Caller, answer, decide, is_gone, ready};
use crate::house::{House, NOW, SEATS, all_told, deck, setup};

/// A program that plays until the session ends.
fn plays(mut caller: Caller, seat: Seat) {
    assert_eq!(caller.line().unwrap()["kind"], "welcome");
    assert_eq!(caller.line().unwrap()["kind"], "hello");
    caller.say(&ready());
    loop {
        let line = caller.line().unwrap();
        match line["kind"].as_str().unwrap() {
            "turn" => {
                let (choice, reason) = decide(seat, &line);
                caller.say(&answer(&line, choice, &reason));
            }
            "taken" => {}
            "end" => return,
            other => panic!("{other}: {line}"),
        }
    }
}

/// The same decisions at one table; in a crisis, where both sides decide unseen, in the order in which they came.
fn at_one_table(deck: &Deck, seed: u64, moves: Option<u32>, came: &[Value]) -> Owner {
    let table = Table::unrecorded(deck.clone(), &setup(seed, moves), NOW).unwrap();
    let owner = Owner::of(table);
    loop {
        let (due, next) = {
            let table = owner.table();
            let due = Turn::of(&table);
            let next = pilot::next(&table, &due);
            (due, next)
        };
        if let Some(next) = next {
            let none = Remarks::default();
            let mut table = owner.table();
            let made = table.submit(due.entry, next.seat, &next.by, &next.action, none, NOW);
            made.unwrap();
            continue;
        }
        let came = came.get(due.entry.count());
        let next = |seat: &&Seat| came.is_some_and(|came| came["seat"] == seat.word());
        let mut waits = due.waits_for.iter();
        let Some(seat) = waits.find(next).or(due.waits_for.first()) else {
            return owner;
        };
        let mut place = owner.place(*seat);
        let question = Question {
            turn: 1,
            try_number: 1,
            told: EntryNumber::new(0),
            seconds: 1.0,
        };
        let asked = serde_json::to_value(turn(&place, question)).unwrap();
        let (choice, reason) = decide(*seat, &asked);
        let act = place.view().acts[choice].clone();
        let remarks = Remarks {
            rationale: Some(reason),
            ..Remarks::default()
        };
        let by = Player::Outside {
            program: "twin 1".to_owned(),
            tries: 1,
        };
        place.submit(by, &act, remarks, NOW).unwrap();
    }
}

fn is_the_same(deck: &Deck, seed: u64, moves: Option<u32>) {
    let mut house = House::new(deck, seed, moves);
    let nobody = Attended::new(Vec::new(), Limits::default(), Holder::Human);
    let driven = Driven::begin(nobody, house.owner.clone());
    let clients: Vec<_> = SEATS
        .into_iter()
        .map(|seat| {
            let caller = Caller::come(&house.save, seat, "json", seat.word());
            thread::spawn(move || plays(caller, seat))
        })
        .collect();
    // Somebody follows it line by line.
    let mut fifth = Caller::come(&house.save, Seat::Audience, "text", "room");
    fifth.until("welcome");
    let fifth = thread::spawn(move || {
        fifth.until("text");
        fifth.until("end");
    });
    for client in clients {
        client.join().unwrap();
    }
    assert!(house.owner.table().has_ended());
    let many = all_told(&house.owner);
    let one = all_told(&at_one_table(deck, seed, moves, &many));
    assert_eq!(many.len(), one.len());
    for (many, one) in many.iter().zip(&one) {
        assert_eq!(many, one);
    }
    // The record on the disk says so, too.
    drop(driven);
    house.host = None;
    assert!(is_gone(&house.save));
    fifth.join().unwrap();
    let (history, rest) = History::read(&house.save).unwrap();
    assert!(rest.is_none() && history.has_ended());
    assert_eq!(history.moments().len(), many.len());
}

#[test]
fn four_terminals_play_the_same_session_as_one_screen() {
    is_the_same(&deck("practice"), 7, None);
}

#[test]
fn four_terminals_play_the_main_deck_to_its_end_as_one_screen() {
    is_the_same(&deck("unequal-partners"), 11, None);
}
