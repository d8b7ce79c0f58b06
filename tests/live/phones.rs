//! A session with teams at laptops and people at phones: the same as at one screen.

use std::cell::RefCell;

use unequal_partners::deck::{Deck, shipped};
use unequal_partners::engine::action::Action;
use unequal_partners::engine::player::Player;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::{Owner, Place, Remarks, Table};

use crate::chromium::Phone;
use crate::hosted;
use crate::openssh::{CODE, admitted, code, host, port, ssh};

const ASKED: &str = "Will they break within the session?";
/// Who answers from a phone, with how likely it is and why.
const ANSWERS: [(&str, u8, &str); 2] = [("Anna", 30, "both lose by it"), ("Bo", 70, "pride")];
const NOW: &str = "2026-11-23T21:00:00Z";

fn act(place: &mut Place, by: &str, action: &Action, reason: Option<&str>) {
    let remarks = Remarks {
        rationale: reason.map(str::to_owned),
        ..Remarks::default()
    };
    let by = Player::Person(by.to_owned());
    place.submit(by, action, remarks, NOW).unwrap();
}

/// The question that is asked before play begins.
fn ask(owner: &Owner) {
    let asks = Action::AskEstimate {
        id: "estimate-1".to_owned(),
        question: ASKED.to_owned(),
        resolution: "the ending".to_owned(),
    };
    act(&mut owner.place(Seat::WhiteCell), "person", &asks, None);
}

/// The same question, and the same people with the same answers, at one screen.
fn ask_and_answer(owner: &Owner) {
    ask(owner);
    for (name, percent, why) in ANSWERS {
        let joins = Action::Join {
            name: name.to_owned(),
            at: Seat::Audience,
        };
        act(&mut owner.place(Seat::Audience), name, &joins, None);
        let answer = Action::Estimate {
            id: "estimate-1".to_owned(),
            name: name.to_owned(),
            percent,
        };
        act(&mut owner.place(Seat::Audience), name, &answer, Some(why));
    }
}

#[test]
#[ignore = "needs ssh and chromium: cargo test --features ssh,page --test live phones:: -- --ignored"]
fn three_laptops_and_two_phones_play_the_main_deck_to_its_end_as_one_screen() {
    let folder = tempfile::tempdir().unwrap();
    let (place, ssh_port, page_port) = (folder.path(), port(), port());
    let path = place.join("many.toml");
    let shipped = &shipped()[0];
    let deck = Deck::from_text(shipped.id, shipped.text).unwrap();
    let table = Table::create(deck, &hosted::setup(), &path, NOW).unwrap();
    let owner = Owner::of(table);
    ask(&owner);
    drop(owner);
    let page = format!("127.0.0.1:{page_port}");
    let mut white = host(place, &ssh_port, &["--page", &page]);
    white.wait_for("Please sit down");
    white.type_in("\r");
    white.wait_for("Open the move");
    white.type_in("V");
    white.wait_for("and then the code");
    let codes = white.screen();
    // Phones lie behind the seats: they are opened, and their link is read.
    white.type_in("\u{1b}[F");
    white.wait_for("whoever is in comes anew");
    white.type_in("\u{1b}[A\r");
    white.wait_for("open · no names are in");
    white.wait_for("Phones may enter estimates");
    let screen = white.screen();
    let link = screen.split_whitespace().find(|word| word.contains("/in/"));
    let link = link.unwrap_or_else(|| panic!("{screen}")).to_owned();
    white.type_in("\u{1b}");

    let mut phones = ANSWERS.map(|(name, percent, why)| {
        let mut phone = Phone::open(&place.join(name), &link);
        phone.fill("form", &[("name", name)]);
        phone.wait_until("location.pathname === '/me'");
        phone.wait_until(&format!("document.body.innerText.includes({ASKED:?})"));
        let answer = [("percent", &*percent.to_string()), ("reason", why)];
        phone.fill("form", &answer);
        phone.wait_until("document.body.innerText.includes('Your estimate is taken')");
        phone.wait_until("document.documentElement.scrollWidth <= 360");
        phone.go(&format!("http://{page}/"));
        phone
    });

    let sits = |user: &str| {
        let mut pty = ssh(place, &ssh_port, user, None);
        pty.wait_for(CODE);
        pty.type_in(&format!("{}\r", code(&codes, user)));
        pty.wait_for("Briefing for");
        RefCell::new(pty)
    };
    let (china, russia, europe) = (sits("china+Wei"), sits("russia+Olga"), sits("europe+Jean"));
    let mut room = hosted::start(
        place,
        &["seat", "many.toml", "--seat", "audience", "--text"],
    );
    room.wait_for("You look on");
    let white = RefCell::new(white);
    let many = hosted::play(&path, |seat| match seat {
        Seat::Patron => &china,
        Seat::Client => &russia,
        Seat::Europe => &europe,
        _ => &white,
    });
    // The end is on the phones by itself, and in the room.
    for phone in &mut phones {
        phone.wait_until("document.body.innerText.includes('ENDEX')");
    }
    let (status, heard) = room.wait_for_end();
    assert!(status == 0 && heard.contains("ENDEX after move"), "{heard}");
    white.borrow_mut().type_in("\u{3}\u{3}");
    assert_eq!(white.borrow_mut().wait_for_end().0, 0);
    for laptop in [&china, &russia, &europe] {
        assert_eq!(laptop.borrow_mut().wait_for_end().0, 0);
    }
    assert_eq!(admitted(place).len(), 3);
    hosted::is_as_at_one_screen(&many, &path, ask_and_answer);
}
