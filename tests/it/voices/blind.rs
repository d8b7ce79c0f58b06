//! Flipping an estimate that is not revealed changes no byte that anybody sees, the white cell included.

use std::fmt::Write as _;

use unequal_partners::cli::json::{EntryLine, SeenLine};
use unequal_partners::cli::lines;
use unequal_partners::engine::action::{Action, Kind};
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::seat::Seat;
use unequal_partners::report::{Aar, Extras, csv, html, json, markdown};
use unequal_partners::session::{Remarks, Table};

use super::{WHITE, ask, end, estimate, join, reveal, table};
use crate::eventful::submit;

/// A session in which Li and Olga estimate; what they say with it is in line with their number.
fn session(li: u8, and_then: &[Action]) -> Table {
    let mut table = table();
    let says = |percent: u8| Remarks {
        rationale: Some(format!("I am at {percent}")),
        confidence: Some(percent),
        dissent: Some(format!("not at {}", 100 - percent)),
    };
    for act in [join("Li", Seat::Patron), ask("crisis")] {
        submit(&mut table, WHITE, "Anna", &act, Remarks::default());
    }
    let first = estimate("crisis", "Li", li);
    submit(&mut table, Seat::Patron, "Li", &first, says(li));
    let second = estimate("crisis", "Olga", 40);
    submit(&mut table, WHITE, "Anna", &second, Remarks::default());
    for act in and_then {
        submit(&mut table, WHITE, "Anna", act, Remarks::default());
    }
    table
}

/// Everything that the program could show a seat of a session.
pub(crate) fn everything(table: &Table, seat: Seat) -> String {
    let mut out = format!("{:?}\n", table.view(seat));
    for seen in table.seen(seat) {
        let _ = writeln!(out, "{seen:?}\n{}", lines::seen(&seen));
        let after = table.view_at(seen.number, seat);
        let line = SeenLine::new(table.scenario(), &seen, &after);
        out += &serde_json::to_string(&line).unwrap();
        for at in seen.number.through(table.last_number()) {
            let _ = writeln!(out, "{:?}", table.entry_seen(seen.number, at, seat));
        }
    }
    if seat == WHITE {
        for moment in table.moments() {
            out += &lines::moment(table, moment);
            out += &serde_json::to_string(&EntryLine::new(table, moment, true)).unwrap();
        }
    }
    let aar = Aar::new(table, seat, Extras::default());
    out += &html(&aar);
    out += &markdown(&aar);
    out += &json::json(&aar);
    let keyed = csv::Keyed {
        key: "s",
        aar: &aar,
    };
    for table in csv::tables(csv::Dialect::Plain, &[keyed]) {
        out += &table.text;
    }
    out
}

#[test]
fn nobody_can_tell_one_unrevealed_estimate_from_another() {
    let undo = Action::Undo {
        to: EntryNumber::new(2),
        reason: "begin again".to_owned(),
    };
    for and_then in [&[][..], &[end()], &[undo]] {
        let (one, other) = (session(17, and_then), session(83, and_then));
        for seat in Seat::ALL {
            assert!(
                everything(&one, seat) == everything(&other, seat),
                "{seat} can tell, after {and_then:?}"
            );
        }
    }
}

#[test]
fn after_the_reveal_everybody_sees_the_numbers_and_only_the_own_side_the_reasons() {
    let table = session(17, &[reveal("crisis")]);
    for seat in Seat::ALL {
        let seen = table.seen(seat);
        assert!(
            seen.last()
                .unwrap()
                .sentence
                .ends_with(": Li 17 %, Olga 40 %")
        );
        let given = seen
            .iter()
            .find(|seen| seen.kind == Kind::Estimate)
            .unwrap();
        let own = matches!(seat, Seat::Patron | Seat::WhiteCell);
        assert_eq!(given.rationale.is_some(), own, "{seat}");
        // What could be seen at the time stays what could be seen at the time.
        let then = table.entry_seen(given.number, given.number, seat).unwrap();
        assert_eq!(
            (then.rationale, then.confidence, then.dissent),
            (None, None, None)
        );
    }
}

#[test]
fn the_json_of_a_run_never_holds_the_number() {
    let table = session(17, &[reveal("crisis")]);
    let line = EntryLine::new(&table, &table.moments()[2], false);
    let text = serde_json::to_string(&line).unwrap();
    let act = r#""act":{"kind":"estimate","id":"crisis","name":"Li"}"#;
    assert!(text.contains(act) && !text.contains("17"), "{text}");
}
