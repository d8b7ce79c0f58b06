//! A page that is left open: it is told what comes in, the last of it alone, and holds no more than that.

use std::time::{Duration, Instant};

use unequal_core::engine::action::Action;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;

use crate::browser::{Open, PATIENCE, get};
use crate::house::House;

#[test]
fn an_act_is_on_a_page_that_is_open_and_on_one_that_is_opened_then() {
    let house = House::new();
    let mut open = Open::at(house.at());
    assert!(open.next("now").is_some());
    open.until("Nothing has been played yet.");
    house.announce("Coffee at ten");
    open.until("Coffee at ten");
    assert!(get(house.at(), "/").body.contains("Coffee at ten"));
    house.announce("");
    house.play_to(Phase::Demand);
    let wall = open.until("is to demand");
    assert!(!wall.contains("Coffee"), "{wall}");
}

#[test]
fn a_page_that_comes_back_has_the_last_state_at_once() {
    let house = House::new();
    let first = Open::at(house.at());
    drop(first);
    house.announce("Coffee at ten");
    house.announce("Back to work");
    let mut open = Open::at(house.at());
    open.until("Back to work");
}

#[test]
fn what_the_room_may_not_know_of_sends_nothing() {
    let house = House::new();
    let mut open = Open::at(house.at());
    open.until("Nothing has been played yet.");
    for _ in 0..3 {
        let note = Action::Note {
            text: "between us".to_owned(),
            private: true,
        };
        house.act(Seat::Patron, &note);
    }
    house.announce("Coffee at ten");
    // The first that comes is what was said to the room.
    assert!(open.next("wall").unwrap().contains("Coffee at ten"));
}

#[test]
fn when_the_page_ends_whoever_has_it_open_is_let_go() {
    let house = House::new();
    let mut open = Open::at(house.at());
    open.until("Nothing has been played yet.");
    let at = house.at();
    drop(house);
    assert_eq!(open.next("wall"), None);
    assert!(std::net::TcpStream::connect(at).is_err());
}

#[test]
fn a_hundred_pages_have_an_act_soon() {
    let house = House::new();
    let mut open: Vec<Open> = (0..100).map(|_| Open::at(house.at())).collect();
    for page in &mut open {
        page.until("Nothing has been played yet.");
    }
    let began = Instant::now();
    house.announce("Coffee at ten");
    for page in &mut open {
        page.until("Coffee at ten");
    }
    let took = began.elapsed();
    // Loaded machines take their time.
    assert!(took < PATIENCE / 4 && took > Duration::ZERO, "{took:?}");
}
