//! What people put right later: both versions stay in the record, and everything that is shown has the right one.

use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::seat::Seat;
use unequal_partners::report::{Aar, Extras, html};
use unequal_partners::session::history::Decks;
use unequal_partners::session::sight::Seen;
use unequal_partners::session::{Remarks, Setup, SubmitError, Table, shelf};

use crate::eventful::{reference, stamp, submit};

const WHITE: Seat = Seat::WhiteCell;

/// A table at which China has demanded nothing, for a reason with a slip in it, in entry 3.
fn table() -> Table {
    let setup = Setup::of_people("Tabel 2", 7);
    let mut table = Table::unrecorded(reference(), &setup, &stamp(0)).unwrap();
    said(&mut table, WHITE, &Action::Inject { instead: None }, None);
    said(&mut table, Seat::Client, &Action::NoOffer, None);
    said(
        &mut table,
        Seat::Patron,
        &Action::Hold,
        Some("to test 7Moscow"),
    );
    table
}

fn said(table: &mut Table, seat: Seat, act: &Action, rationale: Option<&str>) {
    let remarks = Remarks {
        rationale: rationale.map(str::to_owned),
        ..Remarks::default()
    };
    submit(table, seat, "Anna", act, remarks);
}

fn correct(entry: u64, rationale: Option<&str>, dissent: Option<&str>) -> Action {
    Action::Correct {
        entry: EntryNumber::new(entry),
        reason: rationale.map(str::to_owned),
        against: dissent.map(str::to_owned),
        words: None,
    }
}

fn seen_at(table: &Table, entry: u64, at: u64, seat: Seat) -> Option<Seen> {
    table.entry_seen(EntryNumber::new(entry), EntryNumber::new(at), seat)
}

fn refused(table: &mut Table, seat: Seat, act: &Action) -> SubmitError {
    let last = table.last_number();
    let done = table.submit(last, seat, "Anna", act, Remarks::default(), &stamp(9));
    done.expect_err("it is against the rules")
}

#[test]
fn a_reason_that_was_put_right_is_read_so_by_whoever_may_read_it_and_both_stay_in_the_record() {
    let mut table = table();
    let right = correct(3, Some("to test Moscow"), Some("Li would have pressed"));
    said(&mut table, Seat::Patron, &right, None);
    for seat in [Seat::Patron, WHITE] {
        let seen = seen_at(&table, 3, 4, seat).unwrap();
        assert_eq!(seen.rationale.as_deref(), Some("to test Moscow"), "{seat}");
        assert_eq!(seen.dissent.as_deref(), Some("Li would have pressed"));
        assert_eq!(seen.corrected, Some(EntryNumber::new(4)));
    }
    for seat in [Seat::Client, Seat::Europe, Seat::Audience] {
        let seen = seen_at(&table, 3, 4, seat).unwrap();
        assert_eq!((seen.rationale, seen.corrected), (None, None), "{seat}");
        assert!(seen_at(&table, 4, 4, seat).is_none(), "{seat}");
        let paper = html(&Aar::new(&table, seat, Extras::default()));
        assert!(
            !paper.contains("Moscow") && !paper.contains("Li would"),
            "{seat}"
        );
    }
    let written = table
        .moment(EntryNumber::new(3))
        .unwrap()
        .entry
        .rationale
        .clone();
    assert_eq!(written.as_deref(), Some("to test 7Moscow"));
    let paper = html(&Aar::new(&table, WHITE, Extras::default()));
    assert!(paper.contains("to test Moscow") && paper.contains("put right in entry 4"));
    let undo = Action::Undo {
        to: EntryNumber::new(3),
        reason: "not so".to_owned(),
    };
    said(&mut table, WHITE, &undo, None);
    let seen = seen_at(&table, 3, 5, Seat::Patron).unwrap();
    assert_eq!(seen.rationale.as_deref(), Some("to test 7Moscow"));
    assert_eq!(seen.corrected, None);
}

#[test]
fn a_reason_is_put_right_by_whoever_acted_or_by_the_white_cell() {
    let mut table = table();
    let right = correct(3, Some("to test Moscow"), None);
    let told = refused(&mut table, Seat::Client, &right).to_string();
    assert!(told.contains("patron"), "{told}");
    for nothing in [correct(3, None, None), correct(3, Some(" "), None)] {
        refused(&mut table, Seat::Patron, &nothing);
    }
    let told = refused(&mut table, WHITE, &correct(9, Some("x"), None)).to_string();
    assert!(told.contains("no entry 9"), "{told}");
    let end = Action::End {
        reason: "out of time".to_owned(),
    };
    said(&mut table, WHITE, &end, None);
    said(&mut table, WHITE, &right, None);
    let seen = seen_at(&table, 3, 5, Seat::Client).unwrap();
    assert_eq!(seen.rationale.as_deref(), Some("to test Moscow"));
}

#[test]
fn nothing_is_put_right_of_which_nobody_may_know_yet() {
    let mut table = table();
    let id = || "holds".to_owned();
    let ask = Action::AskEstimate {
        id: id(),
        question: "Will it hold?".to_owned(),
        resolution: "no crisis by move 4".to_owned(),
    };
    let estimate = Action::Estimate {
        id: id(),
        name: "Li".to_owned(),
        percent: 40,
    };
    let note = Action::Note {
        text: "Their reserves are thin.".to_owned(),
        private: true,
    };
    said(&mut table, WHITE, &ask, None);
    said(&mut table, Seat::Patron, &estimate, Some("four in ten"));
    said(&mut table, Seat::Client, &note, None);
    for seat in [Seat::Patron, WHITE] {
        let told = refused(&mut table, seat, &correct(5, Some("5 in ten"), None)).to_string();
        assert!(told.contains("entry 5") && told.contains("yet"), "{told}");
    }
    let [hidden, missing] = [6, 60].map(|entry| {
        let told = refused(&mut table, Seat::Patron, &correct(entry, Some("x"), None));
        told.to_string().replace(&entry.to_string(), "N")
    });
    assert_eq!(
        hidden, missing,
        "an entry that is hidden is told like one that is not there"
    );
    said(
        &mut table,
        WHITE,
        &Action::RevealEstimates { id: id() },
        None,
    );
    said(
        &mut table,
        Seat::Patron,
        &correct(5, Some("5 in ten"), None),
        None,
    );
}

#[test]
fn a_name_that_was_put_right_takes_along_what_was_said_and_estimated_under_the_old_one() {
    let mut table = table();
    let name = |name: &str| name.to_owned();
    let ask = Action::AskEstimate {
        id: name("holds"),
        question: name("Will it hold?"),
        resolution: name("no crisis by move 4"),
    };
    let estimate = Action::Estimate {
        id: name("holds"),
        name: name("Ana Lindqist"),
        percent: 40,
    };
    let join = |who: &str| Action::Join {
        name: name(who),
        at: Seat::Client,
    };
    let rename = |from: &str, to: &str| Action::Rename {
        name: name(from),
        to: name(to),
    };
    for act in [
        join("Ana Lindqist"),
        join("Bo"),
        ask,
        estimate,
        rename("ana lindqist", "Anna Lindqvist"),
        Action::RevealEstimates { id: name("holds") },
    ] {
        said(&mut table, WHITE, &act, None);
    }
    refused(&mut table, WHITE, &rename("Ana Lindqist", "Chen"));
    refused(&mut table, WHITE, &rename("Anna Lindqvist", "BO"));
    refused(&mut table, Seat::Patron, &rename("Bo", "Boo"));
    said(&mut table, WHITE, &rename("Bo", "bo"), None);
    let people = Aar::new(&table, WHITE, Extras::default())
        .voices
        .people
        .clone();
    let told: Vec<(&str, usize)> = people
        .iter()
        .map(|one| (one.name.as_str(), one.estimates))
        .collect();
    // Whoever acts for the white cell without having joined is one of the people, too.
    assert_eq!(told, [("Anna Lindqvist", 1), ("bo", 0), ("Anna", 0)]);
    let poll = table.view(WHITE).room.polls.remove(0);
    assert_eq!(poll.answered, ["Anna Lindqvist"]);
    let paper = html(&Aar::new(&table, WHITE, Extras::default()));
    assert!(paper.contains("Anna Lindqvist"));
}

#[test]
fn a_session_is_called_by_its_last_name_on_the_shelf_and_in_its_report() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.toml");
    let setup = Setup::of_people("Tabel 2", 7);
    let mut table = Table::create(reference(), &setup, &path, &stamp(0)).unwrap();
    for name in ["Table 2", "Table 3"] {
        let name = name.to_owned();
        said(&mut table, WHITE, &Action::RenameSession { name }, None);
    }
    assert_eq!(table.name(), "Table 3");
    assert_eq!(
        shelf::look(&path, &mut Decks::default()).unwrap().name,
        "Table 3"
    );
    let undo = Action::Undo {
        to: EntryNumber::new(1),
        reason: "it is table 2".to_owned(),
    };
    said(&mut table, WHITE, &undo, None);
    assert_eq!(table.name(), "Table 2");
    assert_eq!(
        shelf::look(&path, &mut Decks::default()).unwrap().name,
        "Table 2"
    );
    let paper = html(&Aar::new(&table, Seat::Audience, Extras::default()));
    assert!(paper.contains("<title>Table 2") && !paper.contains("Tabel 2"));
}
