//! How the white cell lets people in from elsewhere: the codes on its board, and what the room is told.

use unequal_partners::engine::action::Action;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::presence::{DoorTo, Entrance, Wish};
use unequal_partners::session::{Owner, Setup};
use unequal_partners::tui::harness::Play;

const KEY: &str = "SHA256:3kCZqlFZ7mVfGW0bTtjLSTdW0SZzD2c9jPSuTqNG1bQ";

/// A session at its beginning, with a way in from elsewhere.
fn open() -> (Play, Owner) {
    let play = Play::new(&Setup::of_people("Table 2", 7))
        .unwrap()
        .sized(120, 36);
    let owner = play.stack.owner.clone().unwrap();
    let doors = [(Seat::Patron, "china"), (Seat::Client, "russia")]
        .map(|(seat, user)| DoorTo::new(seat, format!("ssh -p 2222 {user}@192.0.2.7")));
    owner.presence().set_entrance(Some(Entrance {
        host_key: KEY.to_owned(),
        doors: doors.to_vec(),
    }));
    (play, owner)
}

fn code(owner: &Owner, at: usize) -> String {
    owner.presence().entrance().unwrap().doors[at].code.clone()
}

#[test]
fn the_white_cell_reads_what_each_team_types_and_its_code() {
    let (mut play, owner) = open();
    assert!(
        play.screen().contains("seats are open to laptops: V"),
        "{}",
        play.screen()
    );
    play.keys("V");
    let screen = play.screen();
    for at in 0..2 {
        assert!(screen.contains(&code(&owner, at)), "{screen}");
    }
    assert!(screen.contains("ssh -p 2222 russia@192.0.2.7"), "{screen}");
    assert!(screen.contains(KEY), "{screen}");
    let (first, second) = (code(&owner, 0), code(&owner, 1));
    play.keys("<down><enter>");
    assert_eq!(code(&owner, 0), first);
    assert_ne!(code(&owner, 1), second);
    assert!(
        play.screen().contains(&code(&owner, 1)),
        "{}",
        play.screen()
    );
}

#[test]
fn the_white_cell_is_told_of_wrong_codes() {
    let (mut play, owner) = open();
    for _ in 0..3 {
        assert!(!owner.presence().opens(Seat::Patron, "AAAA-AAAA"));
    }
    play.keys("V");
    let screen = play.screen();
    assert!(
        screen.contains("Another code was typed 3 times"),
        "{screen}"
    );
    play.keys("<enter>");
    assert!(
        !play.screen().contains("Another code was typed"),
        "{}",
        play.screen()
    );
}

#[test]
fn the_room_is_told_how_to_come_and_by_which_key_the_host_is_known_and_never_a_code() {
    let (mut play, owner) = open();
    play.keys("Vs");
    let table = owner.table();
    let Action::Announce { text } = &table.moments().last().unwrap().entry.act else {
        panic!("nothing is announced");
    };
    assert!(
        text.contains("china@192.0.2.7 (or russia@)") && text.contains(KEY),
        "{text}"
    );
    let record = table
        .moments()
        .iter()
        .map(|moment| format!("{:?}", moment.entry));
    let record: String = record.collect();
    drop(table);
    for at in 0..2 {
        assert!(!record.contains(&code(&owner, at)));
    }
}

#[test]
fn no_seat_but_the_white_cells_is_given_a_code_or_the_way_in() {
    let (_play, owner) = open();
    for seat in Seat::ALL {
        let given = owner.place(seat).entrance();
        assert_eq!(given.is_some(), seat == Seat::WhiteCell, "{seat}");
        let before = code(&owner, 0);
        owner.place(seat).renew_code(Seat::Patron);
        assert_eq!(code(&owner, 0) != before, seat == Seat::WhiteCell, "{seat}");
    }
}

#[test]
fn without_a_way_in_the_board_says_how_one_is_opened() {
    let mut play = Play::new(&Setup::of_people("Table 2", 7)).unwrap();
    play.keys("V");
    assert!(
        play.screen().contains("unequal host SAVE --ssh ADDRESS"),
        "{}",
        play.screen()
    );
}

#[test]
fn whoever_asks_to_come_in_is_told_to_the_white_cell_by_address_and_key_and_let_in_by_one_key() {
    let (mut play, owner) = open();
    let knock = owner
        .presence()
        .knock(Seat::Client, "Olga", "192.0.2.9", Some(KEY))
        .unwrap();
    let asks = &owner.presence().asks()[0];
    assert!(matches!(&asks.wish, Wish::ComeIn { .. }));
    play.keys("<tab>");
    let screen = play.screen();
    for words in ["Olga asks for the seat of Russia", "192.0.2.9", KEY] {
        assert!(screen.contains(words), "{screen}");
    }
    play.keys("2");
    assert_eq!(owner.presence().withdraw(knock), Some(true));
}
