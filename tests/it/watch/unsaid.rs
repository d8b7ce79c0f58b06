//! What never stands on the wall: how the white cell runs the session, why it did something, and what is private.

use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::Band;
use unequal_partners::session::{Holder, Holders, Remarks, Setup};
use unequal_partners::store::stage::Scene;

use super::scenes::{SIZES, call, say};
use super::screen::{look, projector};
use super::{begin, begin_with, note, place, play};
use crate::eventful::submit;
use crate::hidden::with_a_plan;

#[test]
fn how_the_white_cell_runs_the_session_stays_off_the_wall() {
    let (_folder, path) = place();
    let mut table = begin(&path);
    play(&mut table, 9);
    let join = Action::Join {
        name: "Аня".to_owned(),
        at: Seat::Client,
    };
    say(&mut table, join);
    let (_home, mut shown) = projector(&path);
    let secret = "Причина";
    let before = shown.resize(160, 45).screen();
    for act in [
        Action::Rename {
            name: "Аня".to_owned(),
            to: format!("{secret} Анна"),
        },
        Action::Correct {
            entry: EntryNumber::new(2),
            reason: Some(secret.to_owned()),
            against: None,
            words: None,
        },
        Action::SetLength {
            moves: 5,
            reason: secret.to_owned(),
        },
        Action::Undo {
            to: EntryNumber::new(8),
            reason: secret.to_owned(),
        },
        Action::End {
            reason: secret.to_owned(),
        },
    ] {
        say(&mut table, act.clone());
        look(&mut shown);
        for (columns, rows) in SIZES {
            let screen = shown.resize(columns, rows).screen();
            assert!(!screen.contains(secret), "{act:?}\n{screen}");
            assert!(!screen.contains("White cell"), "{act:?}\n{screen}");
        }
        let quiet = matches!(act, Action::Rename { .. } | Action::Correct { .. });
        let after = shown.resize(160, 45).screen();
        assert!(!quiet || after == before, "{act:?}\n{after}");
    }
}

#[test]
fn why_the_white_cell_did_something_stays_off_the_wall() {
    let (_folder, path) = place();
    let mut table = begin(&path);
    let (_home, mut shown) = projector(&path);
    let secret = "Причина";
    let mut stays_off = || {
        for scene in [None, Some(Scene::Board)] {
            call(&path, scene, 0);
            look(&mut shown);
            for (columns, rows) in SIZES {
                let screen = shown.resize(columns, rows).screen();
                assert!(!screen.contains(secret), "{screen}");
            }
        }
    };
    while table.view(Seat::WhiteCell).phase != Phase::Ruling {
        play(&mut table, 1);
    }
    let adjust = Action::Adjust {
        gauge: "trust".to_owned(),
        by: -9,
        reason: secret.to_owned(),
    };
    say(&mut table, adjust);
    stays_off();
    let rule = Action::Rule {
        roll: None,
        arguments: 0,
        band: Some(Band::Slip),
        reason: Some(secret.to_owned()),
        provisional: false,
    };
    say(&mut table, rule);
    stays_off();
    let recorded = table.seen(Seat::Audience).pop().unwrap().sentence;
    assert!(recorded.contains(secret), "it is on the record: {recorded}");
}

#[test]
fn a_private_note_of_the_audiences_is_the_white_cells_alone() {
    let (_folder, path) = place();
    let mut table = begin(&path);
    for (text, private) in [("Всем", false), ("Не всем", true)] {
        submit(
            &mut table,
            Seat::Audience,
            "Борис",
            &note(text, private),
            Remarks::default(),
        );
    }
    let read = |seat: Seat| {
        table
            .seen(seat)
            .iter()
            .filter(|seen| seen.sentence.contains("сем"))
            .count()
    };
    assert_eq!((read(Seat::Audience), read(Seat::Client)), (1, 1));
    assert_eq!(read(Seat::WhiteCell), 2);
}

#[test]
fn what_europe_planned_stays_off_the_wall_after_the_end_as_well() {
    let (_folder, path) = place();
    let setup = Setup {
        seats: Holders {
            europe: Holder::Human,
            ..Holders::default()
        },
        ..Setup::of_people("Table 2", 7)
    };
    let mut table = begin_with(&path, &setup);
    let acts = with_a_plan(Some("plan-collapse"), false);
    for (seat, act) in acts.into_iter().take(2) {
        submit(&mut table, seat, "Eva", &act, Remarks::default());
    }
    let end = Action::End {
        reason: "time".to_owned(),
    };
    say(&mut table, end);
    let open = table.seen(Seat::Audience);
    assert!(
        open.iter()
            .any(|seen| seen.sentence.contains("Plan collapse"))
    );
    call(&path, Some(Scene::Board), 0);
    let (_home, mut shown) = projector(&path);
    for (columns, rows) in [(120, 36), (160, 45), (200, 60)] {
        let screen = shown.resize(columns, rows).screen();
        assert!(screen.contains("Europe took no measure"), "{screen}");
        assert!(!screen.contains("Plan collapse"), "{screen}");
    }
}
