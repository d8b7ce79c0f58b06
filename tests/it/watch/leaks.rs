//! What is hidden from the room changes no byte of what the room sees: screen, title, lines.

use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex};

use unequal_partners::cli::out::Out;
use unequal_partners::cli::watch::Twin;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::options::Options;
use unequal_partners::engine::room::inject::{Due, News, WrittenNews};
use unequal_partners::engine::room::written::WrittenCard;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::{Condition, Holder, Holders, Remarks, Setup, Table, Watch};
use unequal_partners::store::stage::{Call, Scene};
use unequal_partners::store::{Journal, NewEntry};
use unequal_partners::tui::effect::Effect;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::{outside, time};

use super::scenes::{SIZES, call};
use super::{begin, begin_with, look_until_it_is, place, play, whisper};
use crate::eventful::{bots, submit};
use crate::hidden::{Hidden, another_seed, session, with_a_plan};

/// Everything that the room may see of a record: all sizes of the screen, its title, and the lines.
pub(super) fn room(path: &Path) -> String {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = Play::home(folder.path());
    outside::perform(
        &mut shown.stack,
        &mut shown.console,
        Effect::Watch(path.to_owned()),
    );
    // The writer is gone; that is said after a few looks.
    for _ in 0..20 {
        time::look(&mut shown.stack, &mut shown.console);
    }
    let mut seen = format!("{:?}\n", shown.console.title);
    for (columns, rows) in [
        (60, 20),
        (80, 24),
        (100, 30),
        (120, 36),
        (160, 45),
        (200, 60),
    ] {
        shown.resize(columns, rows);
        seen += &shown.styled();
    }
    // Whatever is called onto the wall is made from what the room may see.
    for scene in Scene::ALL {
        for page in 0..2 {
            call(path, Some(*scene), page);
            time::look(&mut shown.stack, &mut shown.console);
            for (columns, rows) in SIZES {
                shown.resize(columns, rows);
                seen += &shown.styled();
            }
        }
    }
    std::fs::remove_file(Call::path_for(path)).unwrap();
    for json in [false, true] {
        seen += &lines(path, json);
    }
    seen
}

/// What the headless twin prints.
fn lines(path: &Path, json: bool) -> String {
    let mut watch = Watch::begin(path).unwrap();
    look_until_it_is(&mut watch, &Condition::Left { unfinished: false });
    let printed = Printed::default();
    let mut out = Out::onto(Box::new(printed.clone()), Box::new(printed.clone()));
    Twin::new(json, true).tell(&watch, &mut out).unwrap();
    out.flush().unwrap();
    drop(out);
    let bytes = printed.0.lock().unwrap().clone();
    String::from_utf8(bytes).unwrap()
}

#[derive(Clone, Default)]
struct Printed(Arc<Mutex<Vec<u8>>>);

impl Write for Printed {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// What the room sees of a session, once it is written to a file.
fn room_of(table: &Table, path: &Path) -> String {
    let mut journal = Journal::create(path, table.header()).unwrap();
    for moment in table.moments() {
        journal
            .append(NewEntry::from(moment.entry.clone()))
            .unwrap();
    }
    drop(journal);
    let seen = room(path);
    std::fs::remove_file(path).unwrap();
    seen
}

fn looks_the_same(one: Hidden<'_>, other: Hidden<'_>) {
    let (_folder, path) = place();
    let seen = [one, other].map(|hidden| room_of(&session(hidden), &path));
    assert_same(&seen);
}

#[track_caller]
fn assert_same([one, other]: &[String; 2]) {
    let at = one.bytes().zip(other.bytes()).position(|(a, b)| a != b);
    if let Some(at) = at.or((one.len() != other.len()).then_some(0)) {
        let around = |text: &str| {
            let from = at.saturating_sub(200).min(text.len());
            String::from_utf8_lossy(&text.as_bytes()[from..text.len().min(at + 200)]).into_owned()
        };
        panic!("the room can tell:\n{}\n—\n{}", around(one), around(other));
    }
}

const ONE: Hidden<'_> = Hidden {
    seed: 1,
    others_say: "yes",
    of: Seat::Audience,
};

#[test]
fn the_room_cannot_tell_hidden_lines_piles_and_the_last_move_apart() {
    let seed = another_seed(false);
    looks_the_same(ONE, Hidden { seed, ..ONE });
}

#[test]
fn the_room_cannot_tell_reasons_and_private_notes_apart() {
    looks_the_same(
        ONE,
        Hidden {
            others_say: "quite another reason",
            ..ONE
        },
    );
}

#[test]
fn a_private_note_changes_nothing_at_all_and_is_no_line() {
    let (_folder, path) = place();
    let mut table = begin(&path);
    play(&mut table, 8);
    drop(table);
    let before = room(&path);
    let (mut table, _) = Table::resume(&path).unwrap();
    whisper(&mut table, "they bluff");
    drop(table);
    assert!(before == room(&path));
}

/// What the room sees after some acts, added to a session that was begun.
fn after(path: &Path, setup: &Setup, moves_on: u64, acts: &[(Seat, Action)]) -> String {
    let mut table = begin_with(path, setup);
    play(&mut table, moves_on);
    for (seat, act) in acts {
        submit(&mut table, *seat, "Anna", act, Remarks::default());
    }
    drop(table);
    let seen = room(path);
    std::fs::remove_file(path).unwrap();
    seen
}

/// Two courses that differ in something hidden look the same from the room.
#[track_caller]
fn same(setup: &Setup, moves_on: u64, one: &[(Seat, Action)], other: &[(Seat, Action)]) {
    assert_ne!(one, other);
    let (_folder, path) = place();
    let seen = [one, other].map(|acts| after(&path, setup, moves_on, acts));
    assert_same(&seen);
}

fn with_bots() -> Setup {
    bots("logit", "logit", 7)
}

#[test]
fn the_room_cannot_tell_sealed_plans_apart() {
    let setup = Setup {
        options: Options {
            sealed: true,
            ..Options::default()
        },
        ..Setup::of_people("Table 2", 7)
    };
    let sealed = |with: &str| {
        let hash = with.repeat(64);
        [
            (Seat::WhiteCell, Action::Inject { instead: None }),
            (Seat::Client, Action::NoOffer),
            (Seat::Patron, Action::Commit { hash }),
        ]
    };
    same(&setup, 0, &sealed("a"), &sealed("b"));
}

#[test]
fn the_room_cannot_tell_planned_and_held_injects_apart_nor_that_there_are_any() {
    let planned = |title: &str, value: i64| {
        let id = "ports".to_owned();
        let news = News::Written(WrittenNews {
            title: title.to_owned(),
            text: format!("{title}, and what it means"),
            changes: vec![("trust".to_owned(), value)],
        });
        let plan = Action::PlanInject {
            id: id.clone(),
            news,
            due: Due::Called,
            expects: Some(title.to_owned()),
        };
        let hold = Action::HoldInject {
            id,
            reason: Some(title.to_owned()),
        };
        vec![(Seat::WhiteCell, plan), (Seat::WhiteCell, hold)]
    };
    let (one, other) = (planned("Ports closed", -8), planned("A handshake", 12));
    same(&with_bots(), 4, &one, &other);
    same(&with_bots(), 4, &one, &[]);
}

#[test]
fn the_room_cannot_tell_estimates_apart_before_they_are_revealed() {
    let asked = |percent: u8| {
        let id = "crisis".to_owned();
        let ask = Action::AskEstimate {
            id: id.clone(),
            question: "A crisis by move 6?".to_owned(),
            resolution: "the board says so".to_owned(),
        };
        let join = Action::Join {
            name: "Boris".to_owned(),
            at: Seat::Client,
        };
        let estimate = Action::Estimate {
            id,
            name: "Boris".to_owned(),
            percent,
        };
        [
            (Seat::Client, join),
            (Seat::WhiteCell, ask),
            (Seat::Client, estimate),
        ]
    };
    same(&with_bots(), 4, &asked(3), &asked(97));
}

#[test]
fn the_room_cannot_tell_a_plan_of_europes_from_no_measure() {
    let setup = Setup {
        seats: Holders {
            europe: Holder::Human,
            ..Holders::default()
        },
        ..Setup::of_people("Table 2", 7)
    };
    for decided_for in [false, true] {
        let [plan, none] = [Some("plan-collapse"), None].map(|plan| with_a_plan(plan, decided_for));
        for acts in [2, plan.len()] {
            same(&setup, 0, &plan[..acts], &none[..acts]);
        }
    }
}

#[test]
fn the_room_cannot_tell_written_demands_apart_before_they_are_tabled() {
    let written = |title: &str, gain: i64| {
        let (_folder, path) = place();
        let table = begin_with(&path, &with_bots());
        let card = WrittenCard {
            title: title.to_owned(),
            text: title.to_owned(),
            domain: table.scenario().domains.first().unwrap().id.clone(),
            gain,
            ..crate::moves::card("idea-1")
        };
        vec![(Seat::WhiteCell, Action::WriteDemand { card })]
    };
    let (one, other) = (written("A canal", 4), written("A common currency", 20));
    same(&with_bots(), 4, &one, &other);
    same(&with_bots(), 4, &one, &[]);
}
