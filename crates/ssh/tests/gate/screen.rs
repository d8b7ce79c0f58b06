//! The seat itself: as in a terminal of the host's own.

use std::time::{Duration, Instant};

use crate::caller::{Caller, key};
use crate::house::House;
use unequal_core::engine::seat::Seat;

#[test]
fn a_seat_is_drawn_at_the_size_of_its_terminal_and_anew_at_another() {
    let house = House::new();
    let caller = Caller::with_code(&house, "russia", Seat::Client);
    let screen = caller.sits(100, 30);
    screen.wait_for("Briefing for Russia");
    assert!(screen.is_taken());
    screen.types("\r");
    screen.wait_for("Stability");
    screen.resizes(140, 40);
    screen.wait_until("drawn to its last row", |screen| {
        screen.text().lines().count() == 40 && screen.text().contains("Stability")
    });
    house.wait("known to be here", |owner| {
        let all = owner.presence().all();
        all.iter()
            .any(|one| one.seat == Seat::Client && one.away.is_none())
    });
}

#[test]
fn whoever_leaves_gets_their_terminal_back_and_is_told_so() {
    let house = House::new();
    let caller = Caller::with_code(&house, "russia", Seat::Client);
    let screen = caller.sits(80, 24);
    screen.wait_for("Briefing");
    screen.types("\u{3}\u{3}");
    screen.wait_until("over", |screen| screen.shown(|shown| shown.closed));
    assert!(!screen.is_taken());
    assert!(
        screen
            .text()
            .contains("Left: your seat is kept for when you come back."),
        "{}",
        screen.text()
    );
    assert_eq!(screen.shown(|shown| shown.status), Some(0));
    house.wait("away", |owner| owner.presence().all()[0].away.is_some());
}

#[test]
fn when_the_host_is_left_everybody_is_told_and_has_their_terminal_back() {
    let mut house = House::new();
    let caller = Caller::with_code(&house, "russia", Seat::Client);
    let screen = caller.sits(80, 24);
    screen.wait_for("Briefing");
    house.gate = None;
    screen.wait_until("over", |screen| screen.shown(|shown| shown.closed));
    assert!(!screen.is_taken());
    assert!(
        screen.text().contains("the host has closed the session"),
        "{}",
        screen.text()
    );
}

#[test]
fn the_host_can_be_left_while_somebody_is_asked_and_while_somebody_reads_nothing() {
    let mut house = House::new();
    let first = Caller::with_code(&house, "russia", Seat::Client);
    let deaf = first.sits_unread(160, 45);
    house.wait("seated", |owner| !owner.presence().all().is_empty());
    let second = Caller::with_code(&house, "russia", Seat::Client);
    let asked = second.sits(80, 24);
    asked.wait_for("has this seat");
    // More than a line holds that nobody reads.
    for size in 0..400 {
        deaf.resizes(100 + size % 50, 40);
    }
    let began = Instant::now();
    house.gate = None;
    assert!(
        began.elapsed() < Duration::from_secs(20),
        "{:?}",
        began.elapsed()
    );
    asked.wait_until("over", |screen| screen.shown(|shown| shown.closed));
}

#[test]
fn what_was_typed_and_not_sent_is_there_for_whoever_comes_back() {
    let house = House::new();
    let own = key();
    let mut first = Caller::at(house.at);
    first.shows("russia", &own);
    first.begins("russia");
    first.answers(&[&house.code(Seat::Client)]);
    let screen = first.sits(100, 30);
    screen.wait_for("Briefing");
    screen.types("\rn");
    screen.wait_for("note");
    screen.types("not sent yet");
    screen.wait_for("not sent yet");
    first.cut();
    house.wait("away", |owner| owner.presence().all()[0].away.is_some());
    let again = Caller::with_key(&house, "russia", &own);
    let screen = again.sits(100, 30);
    screen.wait_for("Briefing");
    screen.types("\rn");
    screen.wait_for("not sent yet");
}

#[test]
fn whoever_comes_for_a_seat_that_somebody_has_looks_on_or_asks() {
    let house = House::new();
    let first = Caller::with_code(&house, "russia+Olga", Seat::Client);
    let olga = first.sits(80, 24);
    olga.wait_for("Briefing");
    let second = Caller::with_code(&house, "russia+Ivan", Seat::Client);
    let ivan = second.sits(80, 24);
    ivan.wait_for("Olga has this seat");
    ivan.types("l");
    ivan.wait_until("looking on", super::caller::Screen::is_taken);
    house.wait("looked on", |owner| {
        owner.presence().all().iter().any(|one| one.looks_on)
    });
    let third = Caller::with_code(&house, "russia+Per", Seat::Client);
    let per = third.sits(80, 24);
    per.wait_for("Olga has this seat");
    per.types("t");
    house.wait("asked", |owner| !owner.presence().asks().is_empty());
    let asks = house.owner.presence().asks().remove(0);
    house.owner.presence().answer(asks.id, true);
    per.wait_until("seated", super::caller::Screen::is_taken);
    olga.wait_until("seen out", |screen| screen.shown(|shown| shown.closed));
    assert!(
        olga.text().contains("somebody else has taken the seat"),
        "{}",
        olga.text()
    );
}

#[test]
fn pastes_and_answers_of_terminals_do_no_harm() {
    let house = House::new();
    let caller = Caller::with_code(&house, "russia", Seat::Client);
    let screen = caller.sits(100, 30);
    screen.wait_for("Briefing");
    screen.types("\rn");
    screen.wait_for("note");
    screen.types("\u{1b}[?1;2c\u{1b}]11;rgb:0/0/0\u{7}");
    let hostile = "pasted \u{1b}]52;c;eA==\u{7}\u{202e}words\u{0}";
    screen.types(&format!("\u{1b}[200~{hostile}\u{1b}[201~"));
    screen.wait_for("pasted");
    assert!(screen.text().contains("words"), "{}", screen.text());
    let echoed = screen.shown(|shown| String::from_utf8_lossy(&shown.bytes).into_owned());
    assert!(!echoed.contains("52;c;"), "it came back to the terminal");
}
