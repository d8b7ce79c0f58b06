//! Clients as they should not be: garbage, endless lines, another version, a taken seat, nobody who reads.

use std::sync::mpsc::channel;
use std::thread;

use serde_json::json;

use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_session::{Place, Remarks};

use crate::caller::{Caller, answer, ready};
use crate::house::{House, NOW, PATIENCE, deck};

fn house() -> House {
    House::new(&deck("practice"), 7, None)
}

fn note(place: &mut Place, text: &str) {
    let note = Action::Note {
        text: text.to_owned(),
        private: false,
    };
    place
        .submit("Anna", &note, Remarks::default(), NOW)
        .unwrap();
}

#[test]
fn a_first_line_that_is_not_understood_is_answered_and_nobody_sits_down() {
    let house = house();
    let long = vec![b'x'; 10_000_000];
    for (first, told) in [
        (&b"\xff\xfe\x00"[..], "not one of this protocol"),
        (b"GET / HTTP/1.1", "not one of this protocol"),
        (b"{}", "not one of this protocol"),
        (
            b"{\"protocol\": 2, \"chair\": \"client\"}",
            "the client speaks version 2 of the protocol; the host, version 1",
        ),
        (
            b"{\"protocol\": 1, \"seat\": \"throne\", \"as\": \"text\"}",
            "not one of this protocol",
        ),
        (&long, "it is too long"),
    ] {
        let mut caller = Caller::reach(&house.save).unwrap();
        caller.bytes(first);
        caller.bytes(b"\n");
        let refused = caller.until("refused");
        let why = refused["why"].as_str().unwrap();
        assert!(why.contains(told), "{why}");
        assert_eq!(caller.line(), None);
    }
    assert!(house.owner.presence().all().is_empty());
}

#[test]
fn what_a_persons_client_sends_wrongly_is_told_and_the_next_line_is_heard() {
    let house = house();
    let mut caller = Caller::come(&house.save, Seat::Client, "text", "a");
    caller.until("welcome");
    caller.bytes(b"nonsense\n");
    caller.until("trouble");
    caller.bytes(&vec![b'x'; 10_000_000]);
    caller.bytes(b"\n");
    let why = caller.until("trouble")["why"].clone();
    assert!(why.as_str().unwrap().contains("longer than"), "{why}");
    caller.say(&json!({"kind": "typed", "text": "still here"}));
    let mut heard = caller.until("text");
    while !heard["text"].as_str().unwrap().contains("still here") {
        heard = caller.until("text");
    }
    // One that sends nothing else is not listened to for ever.
    for _ in 0..30 {
        caller.bytes(b"nonsense\n");
    }
    caller.until("end");
    house.wait(|owner| owner.presence().all()[0].away.is_some());
}

#[test]
fn a_program_of_another_version_or_that_is_not_ready_is_told_why_it_goes() {
    let house = house();
    for (first, why) in [
        (
            json!({"kind": "ready", "protocol": 9, "name": "x"}),
            "version 9",
        ),
        (
            json!({"kind": "act", "turn": 1, "choice": 0}),
            "`ready` comes before",
        ),
    ] {
        let mut caller = Caller::come(&house.save, Seat::Patron, "json", "a");
        caller.until("hello");
        caller.say(&first);
        let end = caller.until("end");
        assert!(end["why"].as_str().unwrap().contains(why), "{end}");
    }
    assert_eq!(
        house.owner.table().last_number(),
        EntryNumber::new(0),
        "nothing is on the record"
    );
}

#[test]
fn an_act_that_was_decided_before_something_came_in_is_refused_with_the_reason() {
    let house = house();
    let mut caller = Caller::come(&house.save, Seat::WhiteCell, "json", "a");
    caller.until("hello");
    caller.say(&ready());
    let turn = caller.until("turn");
    // The white cell acts by another hand meanwhile.
    let mut white = house.owner.place(Seat::WhiteCell);
    let inject = Action::Inject { instead: None };
    white
        .submit("Anna", &inject, Remarks::default(), NOW)
        .unwrap();
    caller.say(&answer(&turn, 0, "decided before"));
    let rule = caller.until("refused")["rule"].clone();
    let rule = rule.as_str().unwrap();
    assert!(rule.contains("meanwhile entry 1 has come in"), "{rule}");
    assert_eq!(house.owner.table().last_number(), EntryNumber::new(1));
}

#[test]
fn a_second_client_is_told_looks_on_or_takes_over_with_leave() {
    let house = house();
    let mut first = Caller::come(&house.save, Seat::Patron, "text", "Wei");
    first.until("welcome");
    let second = |taken: &str| {
        let mut caller = Caller::reach(&house.save).unwrap();
        caller.say(
            &json!({"protocol": 1, "seat": "patron", "as": "text", "name": "Li",
            "key": "b", "taken": taken}),
        );
        caller
    };
    let refused = second("go").until("refused");
    assert_eq!(refused["why"], "Wei has this seat");
    assert!(refused["hint"].as_str().unwrap().contains("--take-over"));
    let mut beside = second("look-on");
    assert_eq!(beside.until("welcome")["looks_on"], true);
    let presence = house.owner.presence();
    for leave in [false, true] {
        let mut asks = second("take-over");
        assert_eq!(asks.until("asked")["from"], "Wei");
        house.wait(|owner| !owner.presence().asks().is_empty());
        presence.answer(presence.asks()[0].id, leave);
        if leave {
            asks.until("welcome");
            let why = first.until("end")["why"].clone();
            assert_eq!(why, "somebody else has taken the seat");
            let held: Vec<String> = presence.all().into_iter().map(|one| one.name).collect();
            assert_eq!(held, ["Li", "Li"]);
        } else {
            let why = asks.until("refused")["why"].clone();
            assert_eq!(why, "the white cell gives no leave to take over");
        }
    }
    assert!(presence.asks().is_empty());
}

#[test]
fn a_client_that_reads_nothing_is_seen_out_and_the_others_go_on() {
    let house = house();
    let mut deaf = Caller::come(&house.save, Seat::Patron, "text", "deaf");
    deaf.until("welcome");
    let mut other = Caller::come(&house.save, Seat::Client, "text", "other");
    other.until("welcome");
    let mut white = house.owner.place(Seat::WhiteCell);
    for number in 0..200 {
        note(&mut white, &format!("note {number}"));
        let wanted = format!("{} ", number + 1);
        while !other.until("text")["text"]
            .as_str()
            .unwrap()
            .starts_with(&wanted)
        {}
    }
    house.wait(|owner| {
        let all = owner.presence().all();
        all.iter()
            .any(|one| one.name == "deaf" && one.away.is_some())
    });
    // It comes back to its seat when it likes.
    let mut again = Caller::come(&house.save, Seat::Patron, "text", "deaf");
    again.until("welcome");
}

#[test]
fn a_client_that_vanishes_in_mid_act_leaves_nothing_and_has_its_seat_still() {
    let house = house();
    let mut caller = Caller::come(&house.save, Seat::WhiteCell, "json", "a");
    caller.until("hello");
    caller.say(&ready());
    let turn = caller.until("turn");
    let act = json!({"kind": "act", "turn": turn["turn"], "choice": 0}).to_string();
    let (half, _) = act.as_bytes().split_at(act.len() / 2);
    caller.bytes(half);
    caller.cut();
    house.wait(|owner| owner.presence().all()[0].away.is_some());
    assert_eq!(house.owner.table().last_number(), EntryNumber::new(0));
    let mut again = Caller::come(&house.save, Seat::WhiteCell, "json", "a");
    again.until("hello");
    again.say(&ready());
    assert_eq!(again.until("turn")["entry"], 0);
}

#[test]
fn nobody_takes_a_seat_that_is_nobodys_or_a_bots() {
    use unequal_core::engine::holder::{Holder, Holders};
    use unequal_session::{Setup, Table};
    let house = House::of(|save| {
        let setup = Setup {
            seats: Holders {
                client: Holder::Bot("greedy".to_owned()),
                ..Holders::default()
            },
            ..Setup::of_people("Table 2", 7)
        };
        Table::create(deck("practice"), &setup, save, NOW).unwrap()
    });
    for (seat, why) in [
        (Seat::Europe, "nobody sits in this seat"),
        (Seat::Client, "a machine of the host's holds this seat"),
    ] {
        let refused = Caller::come(&house.save, seat, "text", "a").until("refused");
        assert!(refused["why"].as_str().unwrap().contains(why), "{refused}");
    }
}

#[test]
fn an_answer_to_what_was_asked_before_a_cut_is_not_taken_for_another() {
    let house = house();
    let act = |seat: Seat| {
        let mut place = house.owner.place(seat);
        let acts = place.view().acts.clone();
        // Nothing is offered, and something is demanded.
        let plain = ["inject", "abstain", "no-offer", "demand"];
        let act = acts.iter().find(|act| plain.contains(&act.word()));
        let act = act.unwrap().clone();
        let none = Remarks::default();
        place.submit("Anna", &act, none, NOW).unwrap();
    };
    act(Seat::WhiteCell);
    act(Seat::Europe);
    let asked = |caller: &mut Caller| {
        caller.until("hello");
        caller.say(&ready());
        caller.until("turn")
    };
    let mut before = Caller::come(&house.save, Seat::Client, "json", "a");
    let offer = asked(&mut before);
    assert_eq!(offer["state"]["phase"], "offer");
    before.cut();
    for seat in [Seat::Client, Seat::Patron] {
        act(seat);
    }
    let mut caller = Caller::come(&house.save, Seat::Client, "json", "a");
    let response = asked(&mut caller);
    assert_eq!(response["state"]["phase"], "response");
    for (turn, reason) in [(&offer, "late"), (&response, "in time")] {
        caller.say(&answer(turn, 0, reason));
    }
    let entry = caller.until("taken")["entry"].as_u64().unwrap();
    let table = house.owner.table();
    let said = table
        .moment(EntryNumber::new(entry))
        .unwrap()
        .entry
        .rationale
        .as_deref();
    assert_eq!(said, Some("in time"));
}

#[test]
fn a_host_ends_though_the_folder_of_its_session_is_gone() {
    let mut house = house();
    let mut caller = Caller::come(&house.save, Seat::Client, "text", "key");
    caller.until("welcome");
    std::fs::remove_dir_all(house.save.parent().unwrap()).unwrap();
    let host = house.host.take();
    let (tells, told) = channel();
    thread::spawn(move || {
        drop(host);
        tells.send(()).unwrap();
    });
    assert!(told.recv_timeout(PATIENCE).is_ok(), "it does not end");
    caller.until("end");
}
