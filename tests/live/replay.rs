//! A replay in a real pseudo-terminal: what is asked of a session a week later, and how many keys the answers take; leaves
//! the trunk at entry 12, plays two moves, comes back, compares.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use unequal_partners::session::Table;

use crate::pty::Pty;

/// How long a key may take to show its effect.
const PATIENCE: Duration = Duration::from_secs(30);

fn unequal() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_unequal"))
}

/// A session of two bots, played to its end without a screen.
fn trunk(folder: &Path) -> PathBuf {
    std::fs::create_dir(folder.join("saves")).unwrap();
    let path = folder.join("saves/trunk.toml");
    let ran = Command::new(unequal())
        .args(["run", "--deck", "unequal-partners", "--seed", "7"])
        .args([
            "--patron", "greedy", "--client", "cautious", "--name", "Trunk",
        ])
        .arg("--save")
        .arg(&path)
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(ran.status.success(), "{ran:?}");
    path
}

fn last(path: &Path) -> (String, u32) {
    let (table, _) = Table::read(path).unwrap();
    let entry = &table.moments().last().unwrap().entry;
    (entry.digest.clone(), entry.move_number)
}

/// The file of the branch, once it is there.
fn branch(folder: &Path, trunk: &Path) -> PathBuf {
    let begun = Instant::now();
    loop {
        let files = std::fs::read_dir(folder.join("saves")).unwrap();
        let mut files = files.map(|file| file.unwrap().path());
        let is_record = |path: &PathBuf| path.extension().is_some_and(|e| e == "toml");
        if let Some(found) = files.find(|path| is_record(path) && path != trunk) {
            return found;
        }
        assert!(begun.elapsed() < PATIENCE, "no branch appears");
        std::thread::yield_now();
    }
}

/// The screen once nothing more is drawn: it has been the same for a while.
fn quiet(pty: &Pty) -> String {
    let begun = Instant::now();
    let (mut screen, mut since) = (pty.screen(), Instant::now());
    while since.elapsed() < Duration::from_millis(150) {
        assert!(
            begun.elapsed() < PATIENCE,
            "it never stands still:\n{screen}"
        );
        std::thread::sleep(Duration::from_millis(10));
        let now = pty.screen();
        if now != screen {
            (screen, since) = (now, Instant::now());
        }
    }
    screen
}

#[test]
fn a_replay_branches_at_entry_12_plays_two_moves_comes_back_and_compares() {
    let folder = tempfile::tempdir().unwrap();
    let trunk = trunk(folder.path());
    let bytes = std::fs::read(&trunk).unwrap();
    let (digest, _) = last(&trunk);
    let args = ["replay", "saves/trunk.toml", "--at", "12"];
    let mut pty = Pty::start(unequal(), &args, folder.path(), &[]);
    pty.wait_for("entry 12 of");
    pty.type_in("b");
    pty.wait_for("play on after entry 12");
    pty.type_in("\r");
    pty.wait_for("saved");
    let branch = branch(folder.path(), &trunk);
    let (_, from) = last(&branch);
    // Bots hold both seats as before; the white cell opens, rules and closes.
    let begun = Instant::now();
    while last(&branch).1 < from + 2 {
        assert!(begun.elapsed() < 4 * PATIENCE, "{}", pty.screen());
        pty.type_in("\r");
        quiet(&pty);
    }
    // Sheets are closed, then the table is left.
    while !quiet(&pty).contains("Leave the table?") {
        assert!(begun.elapsed() < 4 * PATIENCE, "{}", pty.screen());
        pty.type_in("\u{1b}");
    }
    pty.type_in("\r");
    pty.wait_for("Back at entry 12");
    pty.type_in("t");
    pty.wait_for("The lines of this session");
    pty.type_in("\u{1b}[F ");
    pty.wait_for("side by side");
    pty.wait_for("they part in move");
    pty.type_in("\u{3}\u{3}");
    let (status, _) = pty.wait_for_end();
    assert_eq!(status, 0);
    assert_eq!(last(&trunk).0, digest);
    assert_eq!(
        std::fs::read(&trunk).unwrap(),
        bytes,
        "the trunk has not changed by a byte"
    );
    let verified = Command::new(unequal()).arg("verify").arg(&branch).output();
    assert!(verified.unwrap().status.success());
}

/// Presses keys, one after the other, until the screen shows some words; gives how many there were.
fn pressed(pty: &mut Pty, keys: &[&str], shows: &str) -> usize {
    for key in keys {
        pty.type_in(key);
    }
    pty.wait_for(shows);
    keys.len()
}

const DOWN: &str = "\u{1b}[B";
const PAGE_DOWN: &str = "\u{1b}[6~";

#[test]
fn the_questions_of_a_week_later_are_answered_in_a_few_keys() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("saves")).unwrap();
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("saves/examples");
    let told = std::fs::read(examples.join("stockholm-table-1.toml")).unwrap();
    let trunk = folder.path().join("saves/told.toml");
    std::fs::write(&trunk, &told).unwrap();
    let args = ["replay", "saves/told.toml"];
    let mut pty = Pty::start(unequal(), &args, folder.path(), &[]);
    pty.wait_for("entry 1 of");
    pty.wait_for("◆");

    // When did it turn?
    let keys = pressed(&mut pty, &["n"], "A turning point: it moved");
    assert!(keys <= 1, "{keys}");

    // Who decided what in move 5, and why?
    let mut keys = pressed(&mut pty, &["5", "\r"], "The exchange of move 5");
    pty.wait_for("Astrid");
    pty.wait_for("Why: ");
    assert!(keys <= 2, "{keys}");

    // What did the other side know then?
    keys += pressed(&mut pty, &[PAGE_DOWN], "knew when it answered");
    pty.wait_for("did not know");
    assert!(keys <= 3, "{keys}");

    // What else could have been done?
    pty.type_in("\u{1b}");
    pty.wait_for("pgup/pgdn move");
    let mut keys = pressed(&mut pty, &["5", "\r", "e"], "final stability");
    pty.wait_for("what was done");
    assert!(keys <= 3, "{keys}");

    // And if it had been? Both lines, side by side.
    keys += pressed(&mut pty, &[DOWN, "P"], "they part in move 5");
    pty.wait_for("a what-if");
    assert!(keys <= 5, "{keys}");
    let branch = branch(folder.path(), &trunk);
    assert!(Table::read(&branch).unwrap().0.has_ended());

    pty.type_in("\u{3}\u{3}");
    assert_eq!(pty.wait_for_end().0, 0);
    assert_eq!(std::fs::read(&trunk).unwrap(), told);
}

#[test]
fn the_chapters_come_first_where_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("saves/examples");
    for ending in ["toml", "toml.annotations"] {
        let name = format!("stockholm-table-1.{ending}");
        std::fs::copy(examples.join(&name), folder.path().join(&name)).unwrap();
    }
    let args = ["replay", "stockholm-table-1.toml", "--tour"];
    let mut pty = Pty::start(unequal(), &args, folder.path(), &[]);
    // The first stands beside the record, at entry 21; the second was set while it was played.
    pty.wait_for("look there");
    pty.wait_for("entry 21 of");
    pty.type_in(" ");
    pty.wait_for("entry 23 of");
    pty.type_in("\r");
    pty.wait_for("n mark");
    pty.type_in("\u{3}\u{3}");
    assert_eq!(pty.wait_for_end().0, 0);
}
