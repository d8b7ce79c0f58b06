//! Seats at clients of OpenSSH, as teams have them on their laptops.

use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use unequal_partners::engine::action::Action;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::Table;

use crate::process::resident;
use crate::pty::{DEADLINE, Pty};

const PROGRAM: &str = env!("CARGO_BIN_EXE_unequal");
/// Acts through which a client may be stopped.
const ACTS: usize = 200;

/// A port of this computer that is free.
pub(crate) fn port() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port().to_string()
}

/// Begins a program as somebody who keeps everything in this folder.
fn start(folder: &Path, program: &str, args: &[&str]) -> Pty {
    let home = folder.display().to_string();
    let data = folder.join("data").display().to_string();
    let env = [("HOME", &*home), ("XDG_DATA_HOME", &*data)];
    Pty::start(Path::new(program), args, folder, &env)
}

/// Begins a host; with more on its command line.
pub(crate) fn host(folder: &Path, port: &str, more: &[&str]) -> Pty {
    let at = format!("127.0.0.1:{port}");
    let args = ["host", "many.toml", "--ssh", &at];
    start(folder, PROGRAM, &[&args, more].concat())
}

/// A laptop's `ssh`, with a key of its own or without.
pub(crate) fn ssh(folder: &Path, port: &str, user: &str, key: Option<&Path>) -> Pty {
    let known = format!("UserKnownHostsFile={}", folder.join("known").display());
    let at = format!("{user}@127.0.0.1");
    let mut args = vec![
        "-F",
        "/dev/null",
        "-p",
        port,
        "-o",
        "StrictHostKeyChecking=accept-new",
        "-o",
        "IdentitiesOnly=yes",
        "-o",
        &known,
    ];
    let key = key.map(|key| key.display().to_string());
    if let Some(key) = &key {
        args.extend(["-i", key]);
    }
    args.push(&at);
    start(folder, "ssh", &args)
}

/// Makes a key, of a kind that `ssh-keygen` knows.
fn key(folder: &Path, kind: &str) -> std::path::PathBuf {
    let path = folder.join(kind);
    let made = Command::new("ssh-keygen")
        .args(["-q", "-t", kind, "-N", "", "-f"])
        .arg(&path)
        .status();
    assert!(made.unwrap().success());
    path
}

/// What stands last where a client asks for a code: what is typed before it, the client throws away.
pub(crate) const CODE: &str = "facilitator for leave):";

/// The code of a seat, as the white cell reads it on its screen.
pub(crate) fn code(screen: &str, user: &str) -> String {
    let user = user.split('+').next().unwrap_or_default();
    let line = screen
        .lines()
        .find(|line| line.contains(&format!("{user}@")) && line.contains("code "));
    let line = line.unwrap_or_else(|| panic!("no code for {user}:\n{screen}"));
    let (_, behind) = line.split_once("code ").unwrap();
    behind.chars().take(9).collect()
}

/// Who came in, by the record: the seat, and whether a key was shown.
pub(crate) fn admitted(folder: &Path) -> Vec<(Seat, bool)> {
    let (table, _) = Table::read(&folder.join("many.toml")).unwrap();
    let acts = table.moments().iter().map(|moment| &moment.entry.act);
    acts.filter_map(|act| match act {
        Action::Admit { at, key, .. } => Some((*at, key.is_some())),
        _ => None,
    })
    .collect()
}

const DECK: [&str; 6] = [
    "--deck",
    "unequal-partners",
    "--seed",
    "11",
    "--europe",
    "people",
];

#[test]
#[ignore = "needs ssh and ssh-keygen: cargo test --features ssh --test live openssh:: -- --ignored"]
fn teams_sit_down_by_code_by_key_and_by_leave_and_find_their_seats_again() {
    let folder = tempfile::tempdir().unwrap();
    let (place, port) = (folder.path(), port());
    let mut white = host(place, &port, &DECK);
    white.wait_for("Open the move");
    white.type_in("V");
    white.wait_for("and then the code");
    let code_of = |user: &str| code(&white.screen(), user);

    // By the code alone.
    let mut china = ssh(place, &port, "china", None);
    china.wait_for(CODE);
    china.type_in(&format!("{}\r", code_of("china")));
    china.wait_for("Briefing for China");

    // By the code, with keys of every kind that is common; then by the key alone.
    for kind in ["ed25519", "ecdsa"] {
        let own = key(place, kind);
        let mut russia = ssh(place, &port, "russia", Some(&own));
        russia.wait_for(CODE);
        russia.type_in(&format!("{}\r", code_of("russia")));
        russia.wait_for("Briefing for Russia");
        russia.type_in("\u{3}\u{3}");
        assert_eq!(russia.wait_for_end().0, 0);
        let mut again = ssh(place, &port, "russia", Some(&own));
        again.wait_for("Briefing for Russia");
        again.type_in("\u{3}\u{3}");
        assert_eq!(again.wait_for_end().0, 0);
    }

    // An old key is passed over: the code is asked for.
    let old = key(place, "rsa");
    let mut russia = ssh(place, &port, "russia", Some(&old));
    russia.wait_for(CODE);
    russia.type_in("\u{3}");
    russia.wait_for_end();

    // By the white cell's leave, which one key press gives.
    let own = place.join("ed25519");
    let mut europe = ssh(place, &port, "europe+Jean", Some(&own));
    europe.wait_for(CODE);
    europe.type_in("\r");
    europe.wait_for("Please wait");
    white.type_in("\u{1b}");
    white.wait_for("Jean asks for the seat of Europe");
    white.wait_for("SHA256:");
    white.type_in("2");
    europe.wait_for("Briefing for Europe");

    let sat = [
        (Seat::Patron, false),
        (Seat::Client, true),
        (Seat::Client, true),
        (Seat::Europe, true),
    ];
    assert_eq!(admitted(place), sat);

    // The terminal follows its size.
    china.type_in("\r");
    china.wait_for("Stability");
    china.resize(36, 120);
    china.wait_until("wide", |screen| {
        screen
            .lines()
            .any(|line| line.trim_end().chars().count() > 100)
    });

    // The host is left: everybody is told, and has their terminal back.
    white.type_in("\u{3}\u{3}");
    assert_eq!(white.wait_for_end().0, 0);
    for pty in [&mut china, &mut europe] {
        let (status, text) = pty.wait_for_end();
        assert!(text.contains("the host has closed the session"), "{text}");
        assert_eq!(status, 0);
    }
    // The key of this computer is known again: nobody is asked a second time.
    let known = fs::read_to_string(place.join("known")).unwrap();
    let white = host(place, &port, &[]);
    white.wait_for("Please sit down");
    let again = ssh(place, &port, "europe", Some(&own));
    again.wait_for("Briefing for Europe");
    assert_eq!(fs::read_to_string(place.join("known")).unwrap(), known);
}

#[test]
#[ignore = "needs ssh: cargo test --features ssh --test live openssh:: -- --ignored"]
fn a_client_that_is_stopped_costs_the_host_next_to_nothing_and_is_whole_soon_after() {
    let folder = tempfile::tempdir().unwrap();
    let (place, port) = (folder.path(), port());
    let host = host(place, &port, &[&DECK[..], &["--headless"]].concat());
    host.wait_for("audience@");
    let code = |user: &str| code(&host.screen(), user);
    let mut seats = ["china", "russia"].map(|user| {
        let mut pty = ssh(place, &port, user, None);
        pty.resize(45, 160);
        pty.wait_for(CODE);
        pty.type_in(&format!("{}\r", code(user)));
        pty.wait_for("Briefing");
        pty.type_in("\r");
        pty.wait_for("Stability");
        pty
    });
    let mut white = start(
        place,
        PROGRAM,
        &["seat", "many.toml", "--seat", "white-cell", "--text"],
    );
    white.wait_for("Choice");
    let [china, russia] = &mut seats;
    let mut note = |number: usize| {
        white.type_in(&format!("note the words of number {number}\r"));
        let words = format!("of number {number}");
        china.wait_for(&words);
    };
    // What the record and the screens take by themselves is not the stopped one's.
    (0..20).for_each(&mut note);
    russia.wait_for("of number 19");
    russia.signal("STOP");
    let process = host.child.process_id().unwrap();
    let before = resident(process).unwrap();
    (20..20 + ACTS).for_each(&mut note);
    let grown = resident(process).unwrap().saturating_sub(before);
    assert!(grown <= 1024, "the host has grown by {grown} KiB");
    russia.signal("CONT");
    let began = Instant::now();
    let last = format!("of number {}", 20 + ACTS - 1);
    while !russia.screen().contains(&last) {
        assert!(began.elapsed() < DEADLINE, "{}", russia.screen());
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(
        began.elapsed() < Duration::from_secs(1),
        "{:?}",
        began.elapsed()
    );
    assert!(russia.screen().contains("Stability"), "{}", russia.screen());
}
