//! What is hidden from the room changes no byte of what the room sees: screen, title, lines.

use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex};

use unequal_partners::cli::out::Out;
use unequal_partners::cli::watch::Twin;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::{Condition, Table, Watch};
use unequal_partners::store::{Journal, NewEntry};
use unequal_partners::tui::effect::Effect;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::{outside, time};

use super::{begin, look_until_it_is, place, play, whisper};
use crate::report::leaks::{ALL_CARDS, Hidden, offsets, session};

/// Everything that the room may see of a record: all sizes of the screen, its title, and the lines.
pub(super) fn room(path: &Path) -> String {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = Play::home(folder.path());
    outside::perform(
        &mut shown.app,
        &mut shown.console,
        Effect::Watch(path.to_owned()),
    );
    // The writer is gone; that is said after a few looks.
    for _ in 0..20 {
        time::look(&mut shown.app, &mut shown.console);
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
    let [one, other] = &seen;
    let at = one.bytes().zip(other.bytes()).position(|(a, b)| a != b);
    if let Some(at) = at.or((one.len() != other.len()).then_some(0)) {
        let around = |text: &str| {
            let from = at.saturating_sub(200);
            String::from_utf8_lossy(&text.as_bytes()[from..text.len().min(at + 200)]).into_owned()
        };
        panic!("the room can tell:\n{}\n—\n{}", around(one), around(other));
    }
}

const ONE: Hidden<'_> = Hidden {
    seed: 1,
    others_say: "yes",
    of: Seat::Observer,
    hand: ALL_CARDS,
};

#[test]
fn the_room_cannot_tell_hidden_lines_hands_piles_and_the_last_move_apart() {
    let other = (2..200).find(|seed| offsets(*seed) != offsets(1)).unwrap();
    looks_the_same(ONE, Hidden { seed: other, ..ONE });
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
