//! Who may come in: by a code, by a key, by the white cell's leave.

use std::time::Instant;

use russh::MethodKind;

use crate::caller::{Caller, Said, key};
use crate::house::House;
use unequal_core::engine::seat::Seat;
use unequal_session::presence::Wish;
use unequal_ssh::host_key::fingerprint;

const ONLY: [MethodKind; 1] = [MethodKind::KeyboardInteractive];

#[test]
fn a_code_lets_one_person_in_and_stands_on_the_record() {
    let house = House::new();
    let code = house.code(Seat::Client);
    let mut first = Caller::at(house.at);
    let Said::Asks(words, 1) = first.begins("russia+Olga") else {
        panic!("no code is asked for");
    };
    assert!(
        words.contains("Table 2") && words.contains("Russia"),
        "{words}"
    );
    assert_eq!(first.answers(&[&code.to_lowercase()]), Said::In);
    assert_eq!(house.admitted(), [(Seat::Client, "Olga".to_owned(), None)]);
    let mut second = Caller::at(house.at);
    second.begins("russia");
    assert!(
        matches!(second.answers(&[&code]), Said::Asks(_, 1)),
        "the code is used up"
    );
    assert_eq!(house.admitted().len(), 1);
}

#[test]
fn three_wrong_codes_are_all_that_a_connection_has_and_each_takes_its_time() {
    let house = House::new();
    let mut caller = Caller::at(house.at);
    caller.begins("china");
    let began = Instant::now();
    for _ in 0..2 {
        let Said::Asks(words, 1) = caller.answers(&["AAAA-AAAA"]) else {
            panic!("no more codes are asked for");
        };
        assert!(words.starts_with("That is not the code"), "{words}");
    }
    assert!(matches!(caller.answers(&["AAAA-AAAA"]), Said::Asks(_, 0)));
    assert!(began.elapsed().as_secs() >= 3);
    assert_eq!(caller.answers(&[]), Said::Gone);
    assert!(house.admitted().is_empty());
    // The code of the seat is as it was: nobody is kept out by others' guesses.
    Caller::with_code(&house, "china", Seat::Patron);
}

#[test]
fn a_key_with_a_code_needs_no_code_the_next_time_and_is_of_its_own_seat_alone() {
    let house = House::new();
    let own = key();
    let mut first = Caller::at(house.at);
    assert_eq!(
        first.shows("russia", &own),
        Said::Fails(ONLY.to_vec(), true)
    );
    first.begins("russia");
    assert_eq!(first.answers(&[&house.code(Seat::Client)]), Said::In);
    let print = fingerprint(own.public_key());
    let team = "Team Russia".to_owned();
    assert_eq!(house.admitted(), [(Seat::Client, team, Some(print))]);
    Caller::with_key(&house, "russia", &own);
    assert_eq!(house.admitted().len(), 1, "once is enough");
    let mut elsewhere = Caller::at(house.at);
    assert_eq!(
        elsewhere.shows("china", &own),
        Said::Fails(ONLY.to_vec(), true)
    );
    let mut other = Caller::at(house.at);
    assert_eq!(
        other.shows("russia", &key()),
        Said::Fails(ONLY.to_vec(), true)
    );
}

#[test]
fn a_key_is_known_again_after_the_host_was_away() {
    let house = House::new();
    let own = key();
    let mut first = Caller::at(house.at);
    first.shows("europe", &own);
    first.begins("europe");
    assert_eq!(first.answers(&[&house.code(Seat::Europe)]), Said::In);
    let house = house.again();
    Caller::with_key(&house, "europe", &own);
}

#[test]
fn whoever_asks_is_let_in_by_the_white_cell_or_not() {
    let house = House::new();
    let own = key();
    for leave in [false, true] {
        let mut caller = Caller::at(house.at);
        caller.shows("china+Wei", &own);
        caller.begins("china+Wei");
        let Said::Asks(words, 0) = caller.answers(&[""]) else {
            panic!("nobody is asked");
        };
        assert!(words.contains("wait"), "{words}");
        let owner = house.owner.clone();
        let answers = std::thread::spawn(move || {
            let asks = loop {
                if let Some(asks) = owner.presence().asks().pop() {
                    break asks;
                }
                std::thread::yield_now();
            };
            owner.presence().answer(asks.id, leave);
            asks
        });
        let said = caller.answers(&[]);
        let asks = answers.join().unwrap();
        assert_eq!((asks.seat, &*asks.name), (Seat::Patron, "Wei"));
        let from = "127.0.0.1".to_owned();
        let key = Some(fingerprint(own.public_key()));
        assert_eq!(asks.wish, Wish::ComeIn { from, key });
        if leave {
            assert_eq!(said, Said::In);
            Caller::with_key(&house, "china+Wei", &own);
        } else {
            assert!(matches!(said, Said::Asks(words, 0) if words.contains("not let you in")));
            assert_eq!(caller.answers(&[]), Said::Gone);
        }
    }
}

#[test]
fn whoever_goes_while_they_wait_asks_no_more() {
    let house = House::new();
    let mut caller = Caller::at(house.at);
    caller.begins("china");
    caller.answers(&[""]);
    let cut = caller.cutter();
    let waits = std::thread::spawn(move || caller.answers(&[]));
    house.wait("asked", |owner| !owner.presence().asks().is_empty());
    cut();
    house.wait("withdrawn", |owner| owner.presence().asks().is_empty());
    assert_eq!(waits.join().unwrap(), Said::Gone);
}

#[test]
fn a_seat_that_there_is_not_is_said_with_those_that_there_are() {
    let house = House::new();
    for user in ["sweden", "white-cell", "", "russia\u{1b}[2J", "root"] {
        let mut caller = Caller::at(house.at);
        let Said::Asks(words, 0) = caller.begins(user) else {
            panic!("{user:?} is asked for something");
        };
        assert!(words.contains("china, russia, europe, audience"), "{words}");
        assert!(!words.contains('\u{1b}'), "{words:?}");
        assert_eq!(caller.answers(&[]), Said::Gone);
    }
    // By its part in the rules as by its name.
    Caller::with_code(&house, "client", Seat::Client);
    Caller::with_code(&house, "Russia", Seat::Client);
}

#[test]
fn names_are_harmless_and_no_longer_than_a_line() {
    let house = House::new();
    Caller::with_code(
        &house,
        &format!("china+a\u{202e}\u{7}b{}", "x".repeat(500)),
        Seat::Patron,
    );
    Caller::with_code(&house, "china+\u{200b} ", Seat::Patron);
    let names: Vec<String> = house
        .admitted()
        .into_iter()
        .map(|(_, name, _)| name)
        .collect();
    assert!(names[0].chars().count() <= 40, "{names:?}");
    assert!(!names[0].contains(['\u{202e}', '\u{7}']), "{names:?}");
    assert_eq!(names[1], "Team China");
}

#[test]
fn whoever_tries_by_the_hundred_takes_no_more_than_some_connections_and_keeps_nobody_out_for_long()
{
    let house = House::new();
    let sits = Caller::with_code(&house, "russia", Seat::Client);
    let many: Vec<std::net::TcpStream> = (0..200)
        .map(|_| std::net::TcpStream::connect(house.at).unwrap())
        .collect();
    let screen = sits.sits(80, 24);
    screen.wait_for("Briefing");
    drop(many);
    house.wait("free again", |_| {
        // A greeting is answered where there is room.
        use std::io::Read as _;
        let mut stream = std::net::TcpStream::connect(house.at).unwrap();
        let mut greeting = [0; 4];
        stream.read_exact(&mut greeting).is_ok() && &greeting == b"SSH-"
    });
    Caller::with_code(&house, "china", Seat::Patron);
}
