//! A session at five terminals of one machine: the same as at one screen.

use std::cell::RefCell;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use unequal_partners::engine::action::Kind;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::{History, Holder, Holders, Owner, Setup, Table, Turn};
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::time;

#[cfg(target_os = "linux")]
use crate::process::used;
use crate::pty::Pty;

const PROGRAM: &str = env!("CARGO_BIN_EXE_unequal");
/// How long a key may take to show its effect.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long a screen stands still before it is taken for whole: it may come in pieces.
const STILL: Duration = Duration::from_millis(50);
/// The same session, here and there.
pub(crate) const SETUP: [&str; 6] = [
    "--deck",
    "unequal-partners",
    "--seed",
    "11",
    "--europe",
    "people",
];

pub(crate) fn start(folder: &Path, args: &[&str]) -> Pty {
    Pty::start(Path::new(PROGRAM), args, folder, &[])
}

/// The screen once it stands still; `before` where it stays as that.
fn settled(pty: &Pty, before: &str) -> String {
    let begun = Instant::now();
    let mut last = String::new();
    let mut since = Instant::now();
    loop {
        let now = pty.screen();
        if now != last {
            (last, since) = (now, Instant::now());
        }
        // A key that comes too soon after something new has appeared is passed over: then it is pressed again.
        let passed_over = since.elapsed() >= PATIENCE;
        if passed_over || (last != before && since.elapsed() >= STILL) {
            return last;
        }
        assert!(
            begun.elapsed() < 4 * PATIENCE,
            "it never stands still:\n{last}"
        );
        thread::sleep(Duration::from_millis(2));
    }
}

/// What whoever is due types at a screen: whatever the footer names, with a reason where one is asked for.
fn typed(screen: &str, entry: usize) -> String {
    let footer = screen.trim_end().lines().last().unwrap_or_default();
    if screen.contains(": the reasons") && screen.contains("What decided it?") {
        format!("after entry {entry}\u{13}")
    } else if footer.contains("not enough effort") {
        "1".to_owned()
    } else if footer.contains("^S") {
        "\u{13}".to_owned()
    } else {
        "\r".to_owned()
    }
}

/// Plays to the end, whoever is due at a terminal of theirs.
pub(crate) fn play<'a>(path: &Path, at: impl Fn(Seat) -> &'a RefCell<Pty>) -> Table {
    for _ in 0..4000 {
        let (table, _) = Table::read(path).unwrap();
        if table.has_ended() {
            return table;
        }
        let seat = Turn::of(&table).waits_for[0];
        let mut pty = at(seat).borrow_mut();
        // What the others have done last may still be on its way.
        pty.wait_until("its turn", |screen| {
            let head = screen.lines().next().unwrap_or_default();
            head.contains(": you") || !screen.contains("Stability")
        });
        let screen = settled(&pty, "");
        // Somebody else may have acted meanwhile; nobody but whoever is due does.
        pty.type_in(&typed(&screen, played(&table)));
        settled(&pty, &screen);
    }
    panic!("it does not end");
}

/// The same session as by [`SETUP`].
pub(crate) fn setup() -> Setup {
    Setup {
        seats: Holders {
            europe: Holder::Human,
            ..Holders::default()
        },
        ..Setup::of_people("Table 2", 11)
    }
}

/// The same keys at one screen, which is handed round; and what is done before them.
fn at_one_screen(before: impl FnOnce(&Owner)) -> Owner {
    let mut play = Play::new(&setup()).unwrap();
    let owner = play.stack.owner.clone().unwrap();
    before(&owner);
    time::look(&mut play.stack, &mut play.console);
    for _ in 0..4000 {
        let table = owner.table();
        let (ended, entry) = (table.has_ended(), played(&table));
        drop(table);
        if ended {
            return owner;
        }
        let typed = typed(&play.screen(), entry);
        play.keys(&typed.replace('\u{13}', "<c-s>").replace('\r', "<enter>"));
    }
    panic!("it does not end:\n{}", play.screen());
}

/// Entries that say who sits where: a session at one screen has none.
const PEOPLE: [Kind; 2] = [Kind::Join, Kind::Admit];

/// How many entries there are besides.
fn played(table: &History) -> usize {
    let entries = table.moments().iter().map(|moment| &moment.entry);
    entries
        .filter(|entry| !PEOPLE.contains(&entry.act.kind()))
        .count()
}

/// What an entry says, but for who held the pen and when.
pub(crate) fn told(table: &History) -> Vec<Value> {
    let entries = table.moments().iter().map(|moment| &moment.entry);
    let entries = entries.filter(|entry| !PEOPLE.contains(&entry.act.kind()));
    let told = entries.map(|entry| {
        let mut told = serde_json::to_value(entry).unwrap();
        for of_the_place in ["number", "after", "at", "by", "digest"] {
            told.as_object_mut().unwrap().remove(of_the_place);
        }
        told
    });
    told.collect()
}

#[test]
fn five_terminals_play_the_main_deck_to_its_end_as_one_screen() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path();
    let path = place.join("many.toml");
    let host = start(place, &[&["host", "many.toml"][..], &SETUP].concat());
    host.wait_for("Open the move");
    let seat = |seat: &str, name: &str| {
        let sits = ["seat", "many.toml", "--seat", seat, "--name", name];
        let pty = start(place, &sits);
        pty.wait_for("Briefing for");
        RefCell::new(pty)
    };
    let (china, russia) = (seat("patron", "Wei"), seat("client", "Olga"));
    let europe = seat("europe", "Jean");
    let mut room = start(
        place,
        &["seat", "many.toml", "--seat", "audience", "--text"],
    );
    room.wait_for("You look on");
    let white = RefCell::new(host);
    let many = play(&path, |seat| match seat {
        Seat::Patron => &china,
        Seat::Client => &russia,
        Seat::Europe => &europe,
        _ => &white,
    });
    let (status, heard) = room.wait_for_end();
    assert_eq!(status, 0, "{heard}");
    assert!(heard.contains("ENDEX after move"), "{heard}");
    assert!(heard.contains("Left: the session has ended."), "{heard}");
    white.borrow_mut().type_in("\u{3}\u{3}");
    assert_eq!(white.borrow_mut().wait_for_end().0, 0);
    for terminal in [&china, &russia, &europe] {
        assert_eq!(terminal.borrow_mut().wait_for_end().0, 0);
    }

    is_as_at_one_screen(&many, &path, |_| ());
}

/// Holds a session against the same keys at one screen, after what was done there before them.
pub(crate) fn is_as_at_one_screen(many: &Table, path: &Path, before: impl FnOnce(&Owner)) {
    let one = at_one_screen(before);
    let (many, one) = (told(many), told(&one.table()));
    for (many, one) in many.iter().zip(&one) {
        assert_eq!(many, one);
    }
    assert_eq!(many.len(), one.len());
    let reasons = many.iter().filter(|entry| entry["rationale"].is_string());
    assert!(reasons.count() > 20, "people say why");
    let verified = Command::new(PROGRAM).arg("verify").arg(path).output();
    assert!(verified.unwrap().status.success());
}

#[cfg(target_os = "linux")]
#[test]
fn idle_a_host_sends_its_seats_nothing_and_uses_next_to_no_time() {
    is_idle(Duration::from_secs(2), 2);
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "takes a minute: cargo test --test live hosted::idle -- --ignored"]
fn idle_for_a_minute_a_host_sends_its_seats_nothing() {
    is_idle(Duration::from_mins(1), 30);
}

/// Holds that nothing is sent in so long a time, and that so many hundredths of a second are used at most.
#[cfg(target_os = "linux")]
fn is_idle(long: Duration, most: u64) {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path();
    let host = start(place, &[&["host", "many.toml"][..], &SETUP].concat());
    host.wait_for("Open the move");
    let boards = ["patron", "client", "europe"].map(|seat| {
        let pty = start(place, &["seat", "many.toml", "--seat", seat]);
        pty.wait_for("Briefing for");
        pty
    });
    let text = ["seat", "many.toml", "--seat", "audience", "--text"];
    let room = start(place, &text);
    room.wait_for("You look on");
    let all: Vec<&Pty> = boards.iter().chain([&room, &host]).collect();
    for pty in &all {
        settled(pty, "");
    }
    let process = host.child.process_id().unwrap();
    let counts = || all.iter().map(|pty| pty.count()).collect::<Vec<_>>();
    let (sent, time) = (counts(), used(process));
    thread::sleep(long);
    assert_eq!(counts(), sent);
    let more = used(process) - time;
    assert!(more <= most, "{more} hundredths of a second");
}
