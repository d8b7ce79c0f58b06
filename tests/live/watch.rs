//! The projector in a terminal of its own beside a running session: how fast, how quiet, how harmless.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::holder::Holders;
use unequal_partners::engine::room::clock::ClockOf;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::{Holder, Remarks, Setup, Table, pilot};
use unequal_partners::tui::effect::Effect;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::outside;

use crate::pty::Pty;

const PROGRAM: &str = env!("CARGO_BIN_EXE_unequal");
/// How long an act may take from the disk to the projector.
const PROMPT: Duration = Duration::from_millis(500);
const DEADLINE: Duration = Duration::from_secs(20);

fn place() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.toml");
    (folder, path)
}

fn watch(folder: &Path) -> Pty {
    Pty::start(Path::new(PROGRAM), &["watch", "table.toml"], folder, &[])
}

fn begin(path: &Path) -> Table {
    let text = include_str!("../golden/deck.toml");
    let deck = Deck::from_text("deck.toml", text).unwrap();
    let setup = Setup {
        seats: Holders {
            patron: Holder::Bot("logit".to_owned()),
            client: Holder::Bot("logit".to_owned()),
            ..Holders::default()
        },
        ..Setup::of_people("Table 2", 7)
    };
    Table::create(deck, &setup, path, "2026-11-23T20:00:00Z").unwrap()
}

/// Makes the next act.
fn act(table: &mut Table) {
    let next = pilot::unattended(table).unwrap();
    let at = "2026-11-23T20:00:01Z";
    table
        .submit(
            table.last_number(),
            next.seat,
            &next.by,
            &next.action,
            Remarks::default(),
            at,
        )
        .unwrap();
}

/// What the room is to see of a file as it is now.
fn wall(path: &Path) -> String {
    let mut shown = Play::home(path.parent().unwrap());
    let Play { stack, console, .. } = &mut shown;
    outside::perform(stack, console, Effect::Watch(path.to_owned()));
    shown.resize(80, 24).screen()
}

/// The lines of a screen without the blanks at their ends.
fn lines(screen: &str) -> Vec<&str> {
    screen.trim_end().lines().map(str::trim_end).collect()
}

/// Waits until a projector shows what the room is to see.
fn wait_for_wall(pty: &Pty, path: &Path) {
    let wall = wall(path);
    let begun = Instant::now();
    while lines(&pty.screen()) != lines(&wall) {
        assert!(begun.elapsed() < DEADLINE, "{}\n{wall}", pty.screen());
        thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn an_act_is_on_the_projector_within_half_a_second_of_its_sync() {
    let (folder, path) = place();
    let mut table = begin(&path);
    let mut pty = watch(folder.path());
    pty.wait_for("Nothing has been played yet");
    let mut took = Vec::new();
    for _ in 0..15 {
        act(&mut table);
        let synced = Instant::now();
        wait_for_wall(&pty, &path);
        took.push(synced.elapsed());
    }
    took.sort_unstable();
    // One act may meet a machine that is busy with other things; the middle one tells.
    assert!(took[took.len() / 2] < PROMPT, "{took:?}");
    pty.type_in("q");
    assert_eq!(pty.wait_for_end().0, 0);
}

#[test]
fn idle_it_writes_nothing_and_uses_hardly_any_time() {
    let (folder, path) = place();
    let mut table = begin(&path);
    let pty = watch(folder.path());
    act(&mut table);
    wait_for_wall(&pty, &path);
    // Until the looks at the file have slowed down.
    thread::sleep(Duration::from_secs(4));
    let id = pty.child.process_id().unwrap();
    let before = (pty.written().len(), crate::process::used(id));
    thread::sleep(Duration::from_secs(2));
    assert_eq!(pty.written().len(), before.0);
    assert!(crate::process::used(id) - before.1 <= 2);
    pty.signal("TERM");
}

#[test]
fn a_writer_that_is_killed_is_told_and_seen_again_when_the_session_is_resumed() {
    let (folder, path) = place();
    let args = ["play", "--seed", "42", "--save", "table.toml"];
    let mut writer = Pty::start(Path::new(PROGRAM), &args, folder.path(), &[]);
    writer.wait_for("saved");
    let projector = watch(folder.path());
    projector.wait_for("● live");
    projector.wait_for("Nothing has been played yet");
    writer.signal("KILL");
    writer.wait_for_end();
    projector.wait_for("not being played now");
    let mut writer = Pty::start(
        Path::new(PROGRAM),
        &["resume", "table.toml"],
        folder.path(),
        &[],
    );
    writer.wait_for("saved");
    projector.wait_for("● live");
    // The first act of the white cell, by keys.
    let begun = Instant::now();
    while Table::read(&path).unwrap().0.last_number() == EntryNumber::new(0) {
        assert!(begun.elapsed() < DEADLINE, "{}", writer.screen());
        let screen = writer.screen();
        writer.type_in("\r");
        while writer.screen() == screen && begun.elapsed() < DEADLINE {
            thread::sleep(Duration::from_millis(5));
        }
    }
    wait_for_wall(&projector, &path);
    writer.signal("TERM");
    assert_eq!(writer.wait_for_end().0, 0);
    projector.signal("TERM");
}

#[test]
fn the_projector_may_be_killed_at_any_time_without_harm_to_the_session() {
    let (folder, path) = place();
    let mut table = begin(&path);
    for _ in 0..5 {
        let projectors = [watch(folder.path()), watch(folder.path())];
        for projector in &projectors {
            projector.wait_for("● live");
        }
        act(&mut table);
        for mut projector in projectors {
            projector.signal("KILL");
            projector.wait_for_end();
        }
        act(&mut table);
    }
    assert_eq!(
        Table::read(&path).unwrap().0.last_number(),
        EntryNumber::new(10)
    );
}

#[test]
fn the_lines_begin_before_the_session_and_end_with_it() {
    let (folder, path) = place();
    for json in [false, true] {
        let mut twin = Command::new(PROGRAM)
            .args([
                "watch",
                "table.toml",
                if json { "--json" } else { "--text" },
            ])
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut told = String::new();
        let mut notes = BufReader::new(twin.stderr.take().unwrap());
        notes.read_line(&mut told).unwrap();
        assert_eq!(told, "note: table.toml: not there yet; waiting for it\n");
        let mut table = begin(&path);
        // Every public act is a line, in order, whenever the twin came to the table.
        while !table.has_ended() {
            act(&mut table);
        }
        let begun = Instant::now();
        let output = twin.wait_with_output().unwrap();
        assert!(begun.elapsed() < DEADLINE);
        assert!(output.status.success());
        let text = String::from_utf8(output.stdout).unwrap();
        if json {
            let acts: Vec<serde_json::Value> = text
                .lines()
                .map(|line| serde_json::from_str(line).unwrap())
                .collect();
            let last = acts.last().unwrap();
            assert!(last["state"]["outcome"].is_object(), "{last}");
        } else {
            assert!(text.contains("ENDEX after move"), "{text}");
        }
        drop(table);
        std::fs::remove_file(&path).unwrap();
    }
}

#[test]
fn a_clock_counts_down_rings_and_ends_a_turn_in_a_real_terminal() {
    let (folder, path) = place();
    let text = include_str!("../golden/deck.toml");
    let deck = Deck::from_text("deck.toml", text).unwrap();
    let setup = Setup::of_people("Table 2", 7);
    let started = "2026-11-23T20:00:00Z";
    let mut table = Table::create(deck, &setup, &path, started).unwrap();
    let clock = Action::SetClock {
        of: ClockOf::Patron,
        seconds: Some(3),
        hard: true,
    };
    for (seat, act) in [
        (Seat::WhiteCell, clock),
        (Seat::WhiteCell, Action::Inject { instead: None }),
        (Seat::Client, Action::NoOffer),
    ] {
        table
            .submit(
                table.last_number(),
                seat,
                "Anna",
                &act,
                Remarks::default(),
                started,
            )
            .unwrap();
    }
    drop(table);
    let mut pty = Pty::start(
        Path::new(PROGRAM),
        &["resume", "table.toml"],
        folder.path(),
        &[],
    );
    pty.wait_for("Please sit down");
    pty.wait_for("0:01 left");
    // The time of the patron is over: the screen goes to the white cell.
    pty.wait_for("WHITE CELL");
    assert!(pty.written().contains(&7), "the bell rang");
    pty.wait_for("Press ⏎ when only");
    pty.type_in("\r");
    pty.wait_for("Time is over");
    pty.type_in("3");
    pty.wait_for("CHINA");
    pty.signal("TERM");
    assert_eq!(pty.wait_for_end().0, 0);
    let (table, _) = Table::read(&path).unwrap();
    let kinds: Vec<&str> = table
        .moments()
        .iter()
        .map(|moment| moment.entry.act.word())
        .collect();
    assert_eq!(
        kinds,
        [
            "set-clock",
            "inject",
            "no-offer",
            "reconvene",
            "clock-out",
            "set-clock"
        ]
    );
}
