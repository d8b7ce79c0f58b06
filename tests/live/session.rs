//! Whole sessions in a real pseudo-terminal: played to the end by keys alone, and killed on the way.

use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use unequal_partners::engine::seat::Seat;
use unequal_partners::session::{Drafts, Table};

use crate::pty::Pty;

/// The file of the session, as it is named on the command line.
const SAVE: &str = "saves/table.toml";
/// How long a key may take to show its effect.
const PATIENCE: Duration = Duration::from_secs(20);

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("saves")).unwrap();
    folder
}

fn start(folder: &Path, args: &[&str]) -> Pty {
    Pty::start(Path::new(env!("CARGO_BIN_EXE_unequal")), args, folder, &[])
}

fn begin(folder: &Path, save: &str) -> (Pty, PathBuf) {
    let pty = start(
        folder,
        &["play", "--seed", "42", "--moves", "12", "--save", save],
    );
    pty.wait_for("saved");
    (pty, folder.join(save))
}

/// The key that leads on, as the footer names it.
fn way_on(screen: &str) -> &'static str {
    let footer = screen.trim_end().lines().last().unwrap_or_default();
    if footer.contains("not enough effort") {
        "1"
    } else if footer.contains("^S") {
        "\u{13}"
    } else {
        "\r"
    }
}

/// Waits until the screen is another one than `before`.
fn wait_for_change(pty: &Pty, before: &str) -> String {
    let begun = Instant::now();
    loop {
        let now = pty.screen();
        if now != before {
            return now;
        }
        assert!(begun.elapsed() < PATIENCE, "nothing happens:\n{now}");
        thread::sleep(Duration::from_millis(2));
    }
}

fn entries(path: &Path) -> Vec<String> {
    let (table, _) = Table::read(path).unwrap();
    table
        .moments()
        .iter()
        .map(|moment| moment.entry.digest.clone())
        .collect()
}

#[test]
fn a_session_that_nobody_named_shows_its_seed_nowhere() {
    let folder = folder();
    let seats = ["--patron", "human", "--client", "human"];
    let mut pty = start(
        folder.path(),
        &[&["play", "--seed", "541037"][..], &seats].concat(),
    );
    pty.wait_for("saved");
    pty.signal("TERM");
    // All that a terminal gets: screens, the title, and what is said when it is left.
    let (_, written) = pty.wait_for_end();
    assert!(written.contains("Session of"), "{written}");
    assert!(!written.contains("541037"), "{written}");
    for file in std::fs::read_dir(folder.path().join("saves")).unwrap() {
        let name = file.unwrap().file_name();
        assert!(!name.to_string_lossy().contains("541037"), "{name:?}");
    }
}

/// Presses what the footer names until the session has ended, then leaves; gives the session.
fn plays_to_the_end(mut pty: Pty, path: &Path) -> Table {
    let mut screen = pty.screen();
    for _ in 0..3000 {
        if Table::read(path).is_ok_and(|(table, _)| table.has_ended()) {
            break;
        }
        // A few keys at once: the loop takes all of them before it draws again.
        pty.type_in(way_on(&screen));
        screen = wait_for_change(&pty, &screen);
    }
    let (table, torn) = Table::read(path).unwrap();
    assert!(table.has_ended(), "{screen}");
    assert!(torn.is_none());
    pty.type_in("\u{3}\u{3}");
    let (status, text) = pty.wait_for_end();
    assert_eq!(status, 0);
    assert!(text.contains(SAVE), "{text}");
    told(&["verify"], path);
    table
}

/// What a command says of a session; it has to end well.
fn told(words: &[&str], path: &Path) -> String {
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_unequal"))
        .arg(words[0])
        .arg(path)
        .args(&words[1..])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(done.status.success(), "{words:?}: {said}");
    String::from_utf8(done.stdout).unwrap()
}

#[test]
fn two_teams_play_a_session_to_its_end_by_keys_alone_and_its_save_verifies() {
    let folder = folder();
    let (pty, path) = begin(folder.path(), SAVE);
    let table = plays_to_the_end(pty, &path);
    let moves = table.moments().last().unwrap().entry.move_number;
    assert!((10..=14).contains(&moves), "{moves} moves");
}

#[test]
fn three_seats_play_a_session_to_its_end_by_keys_and_replay_it_with_each_seats_eyes() {
    let folder = folder();
    let seats = ["--europe", "people", "--moves", "4"];
    let args = [&["play", "--seed", "42", "--save", SAVE][..], &seats].concat();
    let pty = start(folder.path(), &args);
    pty.wait_for("saved");
    let path = folder.path().join(SAVE);
    let table = plays_to_the_end(pty, &path);
    let done_by = |seat: Seat| {
        let entries = table.moments().iter().map(|moment| &moment.entry);
        entries
            .filter(|entry| entry.seat == seat && entry.act.is_decision())
            .count()
    };
    for seat in [Seat::Patron, Seat::Client, Seat::Europe] {
        assert!(done_by(seat) >= 2, "{seat:?}");
    }
    let last = format!("entry {}", table.last_number());
    for seat in ["patron", "client", "europe", "white-cell", "audience"] {
        let text = told(&["replay", "--text", "--seat", seat], &path);
        assert!(text.contains("ENDEX"), "{seat}: {text}");
        let mut pty = start(folder.path(), &["replay", SAVE, "--seat", seat]);
        pty.wait_for("entry ");
        pty.type_in("\u{1b}[F");
        pty.wait_for(&last);
        pty.signal("TERM");
        assert_eq!(pty.wait_for_end().0, 0, "{seat}");
    }
}

#[test]
fn what_was_typed_survives_a_kill_and_is_there_again() {
    let folder = folder();
    let (mut pty, path) = begin(folder.path(), SAVE);
    let mut screen = pty.screen();
    // To the first sheet that asks for reasons.
    for _ in 0..20 {
        if screen.contains("Why?") {
            break;
        }
        pty.type_in(way_on(&screen));
        screen = wait_for_change(&pty, &screen);
    }
    assert!(screen.contains("Why?"), "{screen}");
    pty.type_in("The ports – 港口 – matter most");
    pty.wait_for("matter most");
    let drafts = Drafts::path_for(&path);
    let begun = Instant::now();
    while !std::fs::read_to_string(&drafts).is_ok_and(|text| text.contains("matter most")) {
        assert!(
            begun.elapsed() < PATIENCE,
            "{} has no draft",
            drafts.display()
        );
        thread::sleep(Duration::from_millis(5));
    }
    pty.signal("KILL");
    pty.wait_for_end();
    let mut pty = start(folder.path(), &["resume", SAVE]);
    pty.wait_for("saved");
    let mut screen = pty.screen();
    for _ in 0..20 {
        if screen.contains("Why?") {
            break;
        }
        pty.type_in(way_on(&screen));
        screen = wait_for_change(&pty, &screen);
    }
    pty.wait_for("The ports – 港口 – matter most");
    pty.signal("TERM");
    assert_eq!(pty.wait_for_end().0, 0);
}

#[test]
fn killed_at_fifty_moments_it_loses_no_act_that_was_shown() {
    let folder = folder();
    let mut save = SAVE.to_owned();
    let (mut pty, mut path) = begin(folder.path(), &save);
    let mut luck: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut draw = |below: u64| {
        luck ^= luck << 13;
        luck ^= luck >> 7;
        luck ^= luck << 17;
        luck % below
    };
    for moment in 0..50 {
        let mut screen = pty.screen();
        for _ in 0..draw(8) {
            pty.type_in(way_on(&screen));
            screen = wait_for_change(&pty, &screen);
        }
        // Everything on the screen is on disk; what the next keys do may or may not be.
        let shown = entries(&path);
        for _ in 0..draw(4) {
            pty.type_in("\u{13}\r");
        }
        thread::sleep(Duration::from_micros(draw(20_000)));
        pty.signal("KILL");
        pty.wait_for_end();
        let now = entries(&path);
        assert!(
            now.starts_with(&shown),
            "after {moment} kills: {} entries were shown, {} are there",
            shown.len(),
            now.len()
        );
        if Table::read(&path).unwrap().0.has_ended() {
            save = format!("saves/table-{moment}.toml");
            (pty, path) = begin(folder.path(), &save);
        } else {
            pty = start(folder.path(), &["resume", &save]);
            pty.wait_for("saved");
        }
    }
    pty.signal("TERM");
    pty.wait_for_end();
}
