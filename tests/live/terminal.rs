//! The terminal is taken, used sparingly, and given back whatever happens.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use unequal_partners::session::Table;

use crate::process::used;
use crate::pty::{DEADLINE, Pty};

const LEAVES: &str = "\u{1b}[?1049l";
const SHOWS_CURSOR: &str = "\u{1b}[?25h";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("saves")).unwrap();
    folder
}

fn start(folder: &Path) -> Pty {
    Pty::start(Path::new(env!("CARGO_BIN_EXE_unequal")), &[], folder, &[])
}

fn only_save(folder: &Path) -> PathBuf {
    std::fs::read_dir(folder.join("saves"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .expect("a save is there")
}

#[test]
fn idle_it_writes_nothing_and_uses_no_time() {
    let folder = folder();
    let mut pty = start(folder.path());
    pty.wait_for("New session");
    thread::sleep(Duration::from_millis(300));
    let (bytes, time) = (pty.written().len(), used(pty.child.process_id().unwrap()));
    thread::sleep(Duration::from_secs(1));
    assert_eq!(pty.written().len(), bytes);
    assert!(used(pty.child.process_id().unwrap()) - time <= 1);
    pty.type_in("q");
    let (status, text) = pty.wait_for_end();
    assert_eq!(status, 0);
    assert!(
        text.contains(LEAVES) && text.contains(SHOWS_CURSOR),
        "{text:?}"
    );
}

#[test]
fn it_draws_anew_at_any_size() {
    let folder = folder();
    let mut pty = start(folder.path());
    pty.wait_for("New session");
    pty.resize(10, 40);
    pty.wait_for("This terminal has 40 columns");
    pty.resize(45, 160);
    pty.wait_for("everybody watches how long it holds.");
    pty.type_in("\u{3}");
    assert_eq!(pty.wait_for_end().0, 0);
}

#[test]
fn asked_to_end_it_gives_the_terminal_back_and_says_how_to_go_on() {
    for signal in ["TERM", "INT", "QUIT"] {
        let folder = folder();
        let mut pty = start(folder.path());
        pty.wait_for("New session");
        pty.type_in("\r");
        pty.wait_for("Session of");
        pty.type_in("\r");
        pty.wait_for("saved");
        pty.signal(signal);
        let (status, text) = pty.wait_for_end();
        assert_eq!(status, 0, "{signal}");
        let (_, after) = text.rsplit_once(LEAVES).expect("the screen was left");
        assert!(
            after.contains("unequal resume saves/session-of-"),
            "{after:?}"
        );
        assert!(Table::read(&only_save(folder.path())).unwrap().1.is_none());
    }
}

#[test]
fn a_terminal_that_is_closed_ends_it_and_leaves_a_whole_record() {
    let folder = folder();
    let mut pty = start(folder.path());
    pty.wait_for("New session");
    pty.type_in("\r");
    pty.wait_for("Session of");
    pty.type_in("\r");
    pty.wait_for("saved");
    pty.signal("HUP");
    assert_eq!(pty.wait_for_end().0, 0);
    assert!(Table::read(&only_save(folder.path())).unwrap().1.is_none());
}

/// Plays in a terminal that is then closed; gives the exit status. Without a terminal that controls it, a
/// program gets no signal when the terminal goes.
fn play_until_closed(folder: &Path, controlling: bool) -> u32 {
    let pair = native_pty_system().openpty(PtySize::default()).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_unequal"));
    command.args([
        "play", "--seed", "1", "--patron", "human", "--client", "human",
    ]);
    command.cwd(folder);
    command.env("TERM", "xterm-256color");
    command.set_controlling_tty(controlling);
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut written = Vec::new();
    let mut buffer = [0; 4096];
    while !String::from_utf8_lossy(&written).contains("saved") {
        let count = reader.read(&mut buffer).unwrap();
        written.extend_from_slice(&buffer[..count]);
    }
    drop((reader, pair.master));
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status.exit_code();
        }
        if begun.elapsed() > DEADLINE {
            child.kill().unwrap();
            panic!("it does not end without its terminal");
        }
        thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_terminal_that_is_gone_ends_it_like_one_that_hangs_up_with_or_without_a_signal() {
    for controlling in [true, false] {
        let folder = folder();
        assert_eq!(
            play_until_closed(folder.path(), controlling),
            0,
            "{controlling}"
        );
        assert!(Table::read(&only_save(folder.path())).unwrap().1.is_none());
    }
}

#[test]
fn what_comes_at_once_without_brackets_is_all_taken_and_the_keys_after_it_too() {
    let folder = folder();
    let mut pty = start(folder.path());
    pty.wait_for("New session");
    pty.type_in("\r");
    pty.wait_for("Session of");
    pty.type_in("\r");
    pty.wait_for("saved");
    pty.type_in("n");
    pty.wait_for("Note");
    // More than is read at a time, and no more than a terminal holds.
    pty.type_in(&"some words ".repeat(360));
    pty.type_in("\u{3}\u{3}");
    assert_eq!(pty.wait_for_end().0, 0);
}

#[test]
fn more_than_a_terminal_holds_is_taken_without_brackets_to_its_end() {
    let folder = folder();
    let mut pty = start(folder.path());
    pty.wait_for("New session");
    pty.type_in("\r");
    pty.wait_for("Session of");
    pty.type_in("\r");
    pty.wait_for("saved");
    pty.type_in("n");
    pty.wait_for("Note");
    pty.type_much("some words ".repeat(5000));
    pty.type_in("\u{3}\u{3}");
    assert_eq!(pty.wait_for_end().0, 0);
}

#[test]
fn a_paste_of_a_megabyte_is_cut_said_and_survived() {
    let folder = folder();
    let mut pty = start(folder.path());
    pty.wait_for("New session");
    pty.type_in("\r");
    pty.wait_for("Session of");
    pty.type_in(&format!(
        "\u{1b}[200~{}\u{1b}[201~",
        "paste me ".repeat(120_000)
    ));
    pty.wait_for("characters fitted");
    pty.type_in("\r");
    pty.wait_for("saved");
    pty.type_in("\u{3}\u{3}");
    assert_eq!(pty.wait_for_end().0, 0);
    assert!(Table::read(&only_save(folder.path())).unwrap().1.is_none());
}

#[test]
fn a_fault_gives_the_terminal_back_and_says_that_the_record_is_intact() {
    let folder = folder();
    let args = [
        "--exact",
        "terminal::faulty_child",
        "--nocapture",
        "--ignored",
    ];
    let this = std::env::current_exe().unwrap();
    std::fs::write(folder.path().join("saves/x.toml"), "").unwrap();
    let mut pty = Pty::start(&this, &args, folder.path(), &[("RUST_BACKTRACE", "0")]);
    let (status, text) = pty.wait_for_end();
    assert_ne!(status, 0);
    let (before, after) = text.rsplit_once(LEAVES).expect("the screen was left");
    assert!(before.contains("\u{1b}[?1049h"));
    assert!(
        after.contains("stopped because of a fault of its own"),
        "{after:?}"
    );
    assert!(
        after.contains("Every act that was shown is in saves/x.toml"),
        "{after:?}"
    );
}

/// Not a test: what the one above runs in a terminal of its own.
#[test]
#[ignore = "panics on purpose; run by the test above it"]
fn faulty_child() {
    let local = unequal_partners::tui::terminal::Local::default();
    let _guard = local.take().unwrap();
    local.tell_faults();
    local.note_record(Some(Path::new("saves/x.toml")));
    let rows: Vec<u8> = Vec::new();
    let _ = rows[rows.len()];
}
