//! `host` and `seat`: sessions whose seats are held from other processes of this machine.

use std::thread;

use serde_json::json;

use super::program::Folder;
use super::spoken::Spoken;

fn hosted(folder: &Folder, line: &str) -> Spoken {
    let mut host = Spoken::new(folder, line);
    let said = host.until("\n");
    assert!(said.contains("is hosted at"), "{said}");
    host
}

#[test]
fn seats_are_played_from_other_processes_and_come_back_when_a_killed_host_does() {
    let folder = Folder::new();
    let begin = "host s.toml --deck practice --seed 7 --headless";
    let host = hosted(&folder, begin);
    let mut white = Spoken::new(&folder, "seat s.toml --seat white-cell --text --name Anna");
    white.until("Choice: ");
    let mut client = Spoken::new(&folder, "seat s.toml --seat client --json");
    assert_eq!(client.line().unwrap()["kind"], "hello");
    client.say(&json!({"kind": "ready", "protocol": 1, "name": "pipe"}).to_string());
    white.say("1");
    assert_eq!(client.line().unwrap()["kind"], "turn");
    // It is killed before there is an answer, and goes on where it was.
    host.signal("-KILL");
    host.ends();
    white.note("the host is gone");
    let host = hosted(&folder, "host s.toml --headless");
    assert_eq!(client.line().unwrap()["kind"], "hello");
    client.say(&json!({"kind": "ready", "protocol": 1, "name": "pipe"}).to_string());
    let turn = client.line().unwrap();
    assert_eq!((&turn["kind"], &turn["entry"]), (&json!("turn"), &json!(1)));
    client.say(&json!({"kind": "act", "turn": turn["turn"], "choice": 0}).to_string());
    assert_eq!(client.line().unwrap(), json!({"kind": "taken", "entry": 2}));
    white.note("the host is there again");
    white.until("You sit as");
    white.say("who");
    white.until(": somebody, here.");
    host.signal("-TERM");
    let (status, rest) = host.ends();
    assert!(
        status == 0 && rest.contains("s.toml is left and kept"),
        "{rest}"
    );
    assert_eq!(client.line().unwrap()["kind"], "end");
    assert_eq!(client.ends().0, 0);
    let (status, rest) = white.ends();
    assert_eq!(status, 0);
    assert!(
        rest.contains("Left: the host has closed the session."),
        "{rest}"
    );
    let verified = folder.run("verify s.toml");
    assert_eq!(verified.status, 0, "{}", verified.err);
    assert!(!folder.path("s.toml.host").exists());
}

#[test]
fn a_second_host_and_a_session_that_nobody_hosts_are_told() {
    let folder = Folder::new();
    let host = hosted(&folder, "host s.toml --deck practice --seed 7 --headless");
    let told = folder.run("host s.toml --headless");
    assert_eq!(told.status, 2, "{}", told.err);
    assert_eq!(
        told.err,
        "error: s.toml is hosted already\nhint: sit down at it: unequal seat s.toml --seat patron\n"
    );
    let told = folder.run("seat s.toml --seat europe --text");
    assert_eq!(told.status, 1, "{}", told.err);
    assert!(
        told.err.contains("nobody sits in this seat"),
        "{}",
        told.err
    );
    host.signal("-INT");
    assert_eq!(host.ends().0, 0);
    let told = folder.run("seat s.toml --seat client --text");
    assert_eq!(
        (told.status, told.err.as_str()),
        (
            2,
            "error: nobody hosts s.toml\nhint: host it first: unequal host s.toml\n"
        )
    );
}

#[cfg(not(feature = "page"))]
#[test]
fn a_page_that_was_not_built_in_is_refused_with_the_command_that_adds_it_and_nothing_is_begun() {
    let folder = Folder::new();
    let asked = "host new.toml --deck unequal-partners --headless --page 127.0.0.1:0";
    let done = folder.run(asked);
    assert_eq!(done.status, 2, "{}", done.err);
    assert!(
        done.err.contains("built without the audience's page"),
        "{}",
        done.err
    );
    assert!(
        done.err
            .contains("cargo install --locked --path . --features page")
    );
    assert!(!folder.path("new.toml").exists());
}

/// Answers every question with the first choice, and with nothing, until the session ends; gives what was said.
fn plays(mut spoken: Spoken) -> String {
    let mut all = String::new();
    while let Some(text) = spoken.heard() {
        all += &text;
        if !all.ends_with(' ') {
            break;
        }
        spoken.say(if text.ends_with("Choice: ") { "1" } else { "" });
    }
    assert_eq!(spoken.ends().0, 0, "{all}");
    all
}

#[test]
fn a_sealed_session_is_played_line_by_line_from_three_terminals() {
    let folder = Folder::new();
    let begin = "host s.toml --deck practice --seed 7 --moves 2 --sealed --headless";
    let host = hosted(&folder, begin);
    let seats = ["white-cell", "patron", "client"].map(|seat| {
        let sits = format!("seat s.toml --seat {seat} --text --name {seat}-hand");
        let spoken = Spoken::new(&folder, &sits);
        thread::spawn(move || plays(spoken))
    });
    for said in seats.map(|seat| seat.join().unwrap()) {
        assert!(said.contains("Left: the session has ended."), "{said}");
    }
    host.signal("-TERM");
    assert_eq!(host.ends().0, 0);
    assert!(folder.run("verify s.toml").out.contains("ended"));
    assert!(!folder.path("s.toml.drafts").exists(), "a plan was left");
    let record = String::from_utf8(folder.read("s.toml")).unwrap();
    for (kind, by) in [
        ("reveal-demand", "patron-hand"),
        ("reveal-response", "client-hand"),
    ] {
        let opened = record.matches(&format!("kind = \"{kind}\"")).count();
        assert_eq!(opened, 2, "{kind} {by}: {record}");
    }
}

#[test]
fn a_hard_clock_runs_out_at_a_host_without_a_screen_and_the_white_cell_is_asked() {
    let folder = Folder::new();
    let host = hosted(
        &folder,
        "host s.toml --deck practice --seed 7 --moves 2 --headless",
    );
    let mut white = Spoken::new(&folder, "seat s.toml --seat white-cell --text --name Anna");
    white.until("Choice: ");
    white.say(r#"{"kind": "set-clock", "of": "client", "seconds": 2, "hard": true}"#);
    white.until("Choice: ");
    let mut client = Spoken::new(&folder, "seat s.toml --seat client --text --name Olga");
    client.until("You sit as");
    white.say("1");
    client.until("Choice: ");
    client.say("1");
    client.until("Why? Enter for no reason: ");
    client.say("the winter was long");
    // It says nothing more.
    client.until("Time is over.");
    white.until("What happens now is yours to say.");
    white.until("Choice: ");
    white.say("3");
    client.until("Choice: ");
    client.say("1");
    client.until("Why? Enter for no reason: ");
    host.signal("-TERM");
    assert_eq!(host.ends().0, 0);
    let record = folder.run("replay s.toml --text").out;
    assert!(record.contains("ran out"), "{record}");
    assert!(
        record.contains("typed when the time was over: the winter was long"),
        "{record}"
    );
}

/// A session in which nothing has been played yet.
fn begun(folder: &Folder, name: &str) {
    let begin = format!("host {name} --deck practice --seed 7 --moves 2 --headless");
    let host = hosted(folder, &begin);
    host.signal("-TERM");
    assert_eq!(host.ends().0, 0);
}

#[test]
fn the_tables_of_a_folder_are_hosted_by_one_process_and_played_at_the_same_time() {
    let folder = Folder::new();
    std::fs::create_dir(folder.path("tables")).unwrap();
    let tables: Vec<String> = (1..=8)
        .map(|number| format!("tables/t{number}.toml"))
        .collect();
    for table in &tables[..7] {
        begun(&folder, table);
    }
    std::fs::write(folder.path("tables/broken.toml"), "[unequal]\nformat = 2\n").unwrap();
    let mut host = Spoken::new(&folder, "host tables");
    host.until("tables/t7.toml is hosted at");
    host.note("tables/broken.toml");
    // One that comes later is hosted as well.
    begun(&folder, &tables[7]);
    host.until("tables/t8.toml is hosted at");
    let listed = folder.run("seat tables").out;
    assert_eq!(
        listed.matches(": free; unequal seat tables/t").count(),
        8 * 2,
        "{listed}"
    );
    let seats: Vec<_> = tables
        .iter()
        .flat_map(|table| ["white-cell", "patron", "client"].map(|seat| (table, seat)))
        .map(|(table, seat)| {
            let sits = format!("seat {table} --seat {seat} --text --name {seat}-hand");
            let spoken = Spoken::new(&folder, &sits);
            thread::spawn(move || plays(spoken))
        })
        .collect();
    for said in seats.into_iter().map(|seat| seat.join().unwrap()) {
        assert!(said.contains("Left: the session has ended."), "{said}");
    }
    host.signal("-TERM");
    let (status, rest) = host.ends();
    assert!(
        status == 0 && rest.contains("8 sessions are left and kept"),
        "{rest}"
    );
    for table in &tables {
        assert!(folder.run(&format!("verify {table}")).out.contains("ended"));
    }
}

#[test]
fn who_sits_where_is_told_without_a_seat_and_a_folder_takes_no_option_of_one_session() {
    let folder = Folder::new();
    let none = folder.run("seat s.toml");
    assert!(
        none.status == 2 && none.err.contains("nobody hosts s.toml"),
        "{}",
        none.err
    );
    let host = hosted(&folder, "host s.toml --deck practice --seed 7 --headless");
    let mut client = Spoken::new(&folder, "seat s.toml --seat client --text --name Olga");
    client.until("You sit as");
    let listed = folder.run("seat s.toml").out;
    assert!(listed.contains(": Olga, here"), "{listed}");
    assert!(
        listed.contains(": free; unequal seat s.toml --seat patron"),
        "{listed}"
    );
    let folder_of_all = folder.run("host . --ssh 127.0.0.1");
    assert_eq!(folder_of_all.status, 2);
    assert!(
        folder_of_all.err.contains("--ssh is for one session"),
        "{}",
        folder_of_all.err
    );
    host.signal("-TERM");
    assert_eq!(host.ends().0, 0);
}
