//! Phones: who is let in, what they enter, that it is theirs, taken once, and nothing while the white cell has it closed.

use std::net::SocketAddr;

use unequal_core::engine::action::Action;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;

use crate::browser::{Answer, Open, get, request};
use crate::house::House;

/// A phone with its cookie.
struct Phone {
    at: SocketAddr,
    cookie: String,
}

fn path_of(house: &House) -> String {
    let link = house.owner.phones().invitation().unwrap().link;
    let (_, path) = link.split_once("/in/").unwrap();
    format!("/in/{path}")
}

/// As a browser sends it.
fn typed(fields: &[(&str, &str)]) -> String {
    let safe = |text: &str| {
        let each = text.bytes().map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        });
        each.collect::<String>()
    };
    let fields: Vec<String> = fields
        .iter()
        .map(|(name, text)| format!("{name}={}", safe(text)))
        .collect();
    fields.join("&")
}

const FORM: &str = "content-type: application/x-www-form-urlencoded\r\n";

fn come_in(house: &House, name: &str) -> Answer {
    let path = path_of(house);
    let token = path.trim_start_matches("/in/");
    let body = typed(&[("token", token), ("name", name)]);
    request(house.at(), "POST /in", FORM, &body)
}

impl Phone {
    fn of(house: &House, name: &str) -> Self {
        let answer = come_in(house, name);
        assert_eq!(answer.status, 303, "{}", answer.body);
        let cookie = answer.header("set-cookie").unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"));
        Self {
            at: house.at(),
            cookie: cookie.split(';').next().unwrap().to_owned(),
        }
    }

    fn get(&self, path: &str) -> Answer {
        let cookie = format!("cookie: {}\r\n", self.cookie);
        request(self.at, &format!("GET {path}"), &cookie, "")
    }

    /// The word of the form of a kind, as the page has it.
    fn once(&self, what: &str) -> String {
        let page = self.get("/me").body;
        let (_, form) = page.split_once(&format!("value=\"{what}\"")).unwrap();
        let (_, word) = form.split_once("name=\"once\" value=\"").unwrap();
        word.split('"').next().unwrap().to_owned()
    }

    fn send(&self, fields: &[(&str, &str)]) -> Answer {
        let headers = format!("cookie: {}\r\n{FORM}", self.cookie);
        request(self.at, "POST /me", &headers, &typed(fields))
    }
}

fn open() -> House {
    let house = House::new();
    house.owner.phones().open(true);
    house
}

fn entries(house: &House) -> u64 {
    house.owner.table().last_number().get()
}

fn ask(house: &House) {
    let ask = Action::AskEstimate {
        id: "estimate-1".to_owned(),
        question: "Will it rain?".to_owned(),
        resolution: "the window".to_owned(),
    };
    house.act(Seat::WhiteCell, &ask);
}

#[test]
fn whoever_has_the_link_comes_in_under_a_name_and_each_name_is_one_phones() {
    let house = open();
    let page = get(house.at(), &path_of(&house));
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Come in"), "{}", page.body);
    let phone = Phone::of(&house, "Anna");
    assert!(phone.get("/me").body.contains("Anna"));
    assert!(phone.get("/").body.contains("href=\"/me\""));
    assert!(!get(house.at(), "/").body.contains("href=\"/me\""));
    let seats = house.owner.table().view(Seat::Audience).room.participants;
    assert_eq!(
        (seats[0].name.as_str(), seats[0].seat),
        ("Anna", Seat::Audience)
    );
    let second = come_in(&house, " anna ");
    assert_eq!(second.status, 422);
    assert!(second.body.contains("another phone"), "{}", second.body);
    // What was typed is there again.
    assert!(second.body.contains("value=\"anna\""), "{}", second.body);
    for name in ["", "bot:greedy", "program", "\u{200b}"] {
        let told = come_in(&house, name);
        assert_eq!(told.status, 422, "{name:?}");
    }
    assert_eq!(entries(&house), 1);
}

#[test]
fn another_link_ends_the_one_before_and_whom_it_let_in() {
    let house = open();
    let phone = Phone::of(&house, "Anna");
    let before = path_of(&house);
    house.owner.phones().renew();
    assert_eq!(get(house.at(), &before).status, 404);
    assert_eq!(phone.get("/me").status, 303);
    assert_eq!(phone.send(&[("what", "note"), ("text", "x")]).status, 403);
    assert_eq!(entries(&house), 1);
    // Anna is at the session already, and joins no second time.
    Phone::of(&house, "Anna");
    assert_eq!(entries(&house), 1);
}

#[test]
fn what_is_entered_is_the_act_of_the_seat_and_the_person() {
    let house = open();
    house.act(
        Seat::Patron,
        &Action::Join {
            name: "Wei".to_owned(),
            at: Seat::Patron,
        },
    );
    ask(&house);
    house.play_to(Phase::Response);
    let decision = entries(&house);
    let wei = Phone::of(&house, "Wei");
    let anna = Phone::of(&house, "Anna");
    let once = wei.once("estimate");
    let fields = [
        ("what", "estimate"),
        ("id", "estimate-1"),
        ("once", &once),
        ("percent", "70 %"),
        ("reason", "clouds"),
    ];
    let done = wei.send(&fields);
    assert_eq!(done.status, 303, "{}", done.body);
    let told = wei.get(done.header("location").unwrap()).body;
    assert!(told.contains("Your estimate is taken"), "{told}");
    let number = decision.to_string();
    for phone in [&wei, &anna] {
        let once = phone.once("dissent");
        let fields = [
            ("what", "dissent"),
            ("id", ""),
            ("once", &once),
            ("entry", &number),
            ("why", "too much"),
        ];
        assert_eq!(phone.send(&fields).status, 303);
    }
    let once = anna.once("note");
    anna.send(&[
        ("what", "note"),
        ("once", &once),
        ("text", "Coffee was good"),
    ]);
    let table = house.owner.table();
    let last: Vec<String> = table.moments()[table.moments().len() - 4..]
        .iter()
        .map(|moment| {
            let entry = &moment.entry;
            format!(
                "{} {} {:?} {:?}",
                entry.seat,
                entry.by.text(),
                entry.act,
                entry.rationale
            )
        })
        .collect();
    assert!(last[0].starts_with("patron Wei Estimate"), "{last:?}");
    assert!(last[0].contains("percent: 70") && last[0].contains("clouds"));
    assert!(last[1].starts_with("patron Wei Correct"), "{last:?}");
    assert!(last[2].starts_with("white-cell Anna Correct"), "{last:?}");
    assert!(
        last[2].contains("Wei: too much · Anna: too much"),
        "{last:?}"
    );
    assert!(last[3].starts_with("audience Anna Note"), "{last:?}");
}

#[test]
fn an_estimate_from_a_phone_is_on_no_page_before_it_is_shown() {
    let house = open();
    ask(&house);
    let anna = Phone::of(&house, "Anna");
    let once = anna.once("estimate");
    let fields = [
        ("what", "estimate"),
        ("id", "estimate-1"),
        ("once", &once),
        ("percent", "83"),
        ("reason", "the barometer"),
    ];
    let done = anna.send(&fields);
    let own = anna.get(done.header("location").unwrap()).body;
    for page in [own, get(house.at(), "/").body, anna.get("/me").body] {
        // Its digits may stand in the word of a form.
        let known = ["value=\"83\"", "83 %", "barometer"];
        let told = known.iter().find(|told| page.contains(**told));
        assert_eq!(told, None, "{page}");
    }
}

#[test]
fn a_form_that_is_sent_twice_is_taken_once() {
    let house = open();
    let anna = Phone::of(&house, "Anna");
    let once = anna.once("note");
    let before = entries(&house);
    let fields = [("what", "note"), ("once", once.as_str()), ("text", "Once")];
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(anna.send(&fields).status, 303));
        }
    });
    assert_eq!(entries(&house), before + 1);
    // One that has no word of its own is none.
    assert_eq!(
        anna.send(&[("what", "note"), ("text", "Twice")]).status,
        422
    );
    assert_eq!(entries(&house), before + 1);
}

#[test]
fn what_is_refused_is_told_and_what_was_typed_is_there_again() {
    let house = open();
    ask(&house);
    let anna = Phone::of(&house, "Anna");
    let once = anna.once("estimate");
    let before = entries(&house);
    for (percent, told) in [("170", "0 to 100"), ("", "0 to 100"), ("<b>", "0 to 100")] {
        let fields = [
            ("what", "estimate"),
            ("id", "estimate-1"),
            ("once", once.as_str()),
            ("percent", percent),
            ("reason", "I saw <i>clouds</i>"),
        ];
        let answer = anna.send(&fields);
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains("role=\"alert\"") && answer.body.contains(told));
        assert!(
            answer.body.contains("I saw &lt;i&gt;clouds&lt;/i&gt;"),
            "{}",
            answer.body
        );
        // The same form, to be sent again.
        assert!(answer.body.contains(&once));
    }
    house.act(
        Seat::WhiteCell,
        &Action::Estimate {
            id: "estimate-1".to_owned(),
            name: "Bo".to_owned(),
            percent: 5,
        },
    );
    let reveal = Action::RevealEstimates {
        id: "estimate-1".to_owned(),
    };
    house.act(Seat::WhiteCell, &reveal);
    let fields = [
        ("what", "estimate"),
        ("id", "estimate-1"),
        ("once", once.as_str()),
        ("percent", "50"),
    ];
    let answer = anna.send(&fields);
    assert!(answer.body.contains("revealed"), "{}", answer.body);
    assert_eq!(entries(&house), before + 2);
}

#[test]
fn while_it_is_closed_there_are_no_forms_and_nothing_is_taken() {
    let house = open();
    let anna = Phone::of(&house, "Anna");
    let once = anna.once("note");
    let mut live = Open::at(house.at());
    live.until("Stability");
    house.owner.phones().open(false);
    while live.next("forms").unwrap() != "closed" {}
    assert!(!anna.get("/me").body.contains("<form"));
    let before = entries(&house);
    let answer = anna.send(&[("what", "note"), ("once", &once), ("text", "Late")]);
    assert_eq!(answer.status, 403);
    // What was typed is there again when it is open.
    assert!(answer.body.contains("Late"), "{}", answer.body);
    let page = get(house.at(), &path_of(&house));
    assert!(!page.body.contains("<form"), "{}", page.body);
    assert_eq!(come_in(&house, "Bo").status, 422);
    assert_eq!(entries(&house), before);
}

#[test]
fn who_has_no_cookie_of_ours_enters_nothing() {
    let house = open();
    let anna = Phone::of(&house, "Anna");
    let once = anna.once("note");
    let body = typed(&[("what", "note"), ("once", &once), ("text", "Mine")]);
    for cookie in [
        "",
        "cookie: phone=\r\n",
        "cookie: phone=0123456789abcdef0123456789abcdef\r\n",
    ] {
        let told = request(house.at(), "POST /me", &format!("{cookie}{FORM}"), &body);
        assert_eq!(told.status, 403, "{cookie:?}");
    }
    let foreign = format!(
        "cookie: {}\r\norigin: http://evil.example\r\n{FORM}",
        anna.cookie
    );
    assert_eq!(request(house.at(), "POST /me", &foreign, &body).status, 403);
    assert_eq!(entries(&house), 1);
}

#[test]
fn neither_link_nor_phone_is_in_the_record_or_on_a_page() {
    let house = open();
    let anna = Phone::of(&house, "Anna");
    let once = anna.once("note");
    anna.send(&[("what", "note"), ("once", &once), ("text", "Hello")]);
    let path = house.owner.table().path().unwrap().to_owned();
    let record = std::fs::read_to_string(path).unwrap();
    let token = path_of(&house).trim_start_matches("/in/").to_owned();
    let word = anna.cookie.trim_start_matches("phone=");
    let pages = [get(house.at(), "/").body, anna.get("/me").body, record];
    for text in pages {
        assert!(!text.contains(&token) && !text.contains(word), "{text}");
    }
}
