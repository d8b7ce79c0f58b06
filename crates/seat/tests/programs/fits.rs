//! Every line of whole sessions fits the schema that is printed of them.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_seat::Limits;
use unequal_seat::asking::{Question, end, turn};
use unequal_seat::hello::hello;
use unequal_seat::message::{FromSeat, ToSeat};
use unequal_seat::schema::schema;
use unequal_session::{Holder, Holders, Owner, Place, Remarks, Table, pilot};

use crate::holds::fault;
use crate::pairs::NOW;
use crate::table::{decks, table};

/// The schema with the lines of one side alone.
fn lines(of: &str) -> Value {
    let mut schema = schema().to_value();
    schema["anyOf"] = json!([{ "$ref": format!("#/$defs/{of}") }]);
    schema
}

/// What lines were held against, and what was in them.
struct Held {
    to: Value,
    from: Value,
    seen: String,
}

impl Held {
    fn new() -> Self {
        Self {
            to: lines("ToSeat"),
            from: lines("FromSeat"),
            seen: String::new(),
        }
    }

    fn line(&mut self, line: &ToSeat) {
        let text = serde_json::to_string(line).unwrap();
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(fault(&self.to, &value), None, "{text}");
        self.seen += &text;
    }

    fn answer(&self, answer: &Value) {
        assert_eq!(fault(&self.from, answer), None, "{answer}");
        let read = serde_json::from_value::<FromSeat>(answer.clone());
        assert!(read.is_ok(), "{answer}: {read:?}");
    }

    /// All that a seat could be told now; gives the last entry of which it was told.
    fn all(&mut self, place: &mut Place, told: EntryNumber) -> EntryNumber {
        place.look();
        let question = Question {
            turn: 1,
            try_number: 1,
            told,
            seconds: 60.0,
        };
        let asked = turn(place, question);
        let acts = serde_json::to_value(&asked).unwrap()["acts"].clone();
        for act in acts.as_array().unwrap() {
            self.answer(&json!({ "kind": "act", "turn": 1, "act": act, "reason": "so" }));
        }
        self.line(&ToSeat::Hello(Box::new(hello(place, Limits::default()))));
        self.line(&ToSeat::Turn(Box::new(asked)));
        self.line(&ToSeat::End(Box::new(end(place, "over"))));
        place.last_number()
    }
}

#[test]
fn every_line_of_whole_sessions_fits_the_schema() {
    let mut held = Held::new();
    let bot = |name: &str| Holder::Bot(name.to_owned());
    for deck in decks() {
        let seats = Holders {
            patron: bot("hardliner"),
            client: bot("steadfast"),
            europe: bot("hawk"),
        };
        let owner = Owner::of(table(&deck, seats, 3));
        let mut places = Seat::ALL.map(|seat| (owner.place(seat), EntryNumber::STARTEX));
        loop {
            for (place, told) in &mut places {
                *told = held.all(place, *told);
            }
            let mut table = owner.table();
            let Some(next) = pilot::unattended(&table) else {
                break;
            };
            let (seen, none) = (table.last_number(), Remarks::default());
            table
                .submit(seen, next.seat, &next.by, &next.action, none, NOW)
                .unwrap();
        }
        assert!(owner.table().has_ended());
    }
    for key in ["crisis_acts", "outcome", "measure", "crossing", "instead"] {
        assert!(held.seen.contains(&format!("\"{key}\":")), "{key}");
    }
}

#[test]
fn what_people_recorded_fits_the_schema() {
    let mut held = Held::new();
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../saves/examples");
    let folder = tempfile::tempdir().unwrap();
    let mut many = 0;
    for file in fs::read_dir(root).unwrap() {
        let file = file.unwrap().path();
        if file.extension() != Some("toml".as_ref()) {
            continue;
        }
        many += 1;
        let copy = folder.path().join(Path::new(file.file_name().unwrap()));
        fs::copy(&file, &copy).unwrap();
        let owner = Owner::of(Table::resume(&copy).unwrap().0);
        for seat in Seat::ALL {
            held.all(&mut owner.place(seat), EntryNumber::new(0));
        }
    }
    assert!(many > 3, "{many}");
    for key in ["written", "undone", "room"] {
        assert!(held.seen.contains(&format!("\"{key}\":")), "{key}");
    }
}

#[test]
fn the_short_lines_and_the_shortest_answers_fit_the_schema() {
    let mut held = Held::new();
    held.line(&ToSeat::Taken {
        entry: EntryNumber::new(3),
    });
    held.line(&ToSeat::Refused {
        turn: 2,
        rule: "not yours".to_owned(),
        tries_left: 1,
    });
    for answer in [
        json!({ "kind": "ready", "protocol": 1, "name": "x" }),
        json!({ "kind": "act", "turn": 1, "choice": 0 }),
        json!({ "kind": "act", "turn": 1, "choice": 0, "forecast": { "expects": "refuse", "percent": 60 } }),
        // A promise need not be named.
        json!({ "kind": "act", "turn": 1, "act": { "kind": "demand", "card": "c", "intensity": "probe" } }),
        json!({ "kind": "act", "turn": 1, "act": { "kind": "seal", "plan": { "if_met": "pocket", "if_defied": "pocket" } } }),
    ] {
        held.answer(&answer);
    }
    let slip = json!({ "kind": "act", "turn": 1, "chioce": 0 });
    assert!(fault(&held.from, &slip).is_some());
}
