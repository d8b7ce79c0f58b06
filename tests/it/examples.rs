//! The example sessions: they hold, they are what their scripts say, and one command makes them again.
//!
//! The scripts in `tests/sessions/examples` are the sources. After a change of the decks, or of the rules
//! before their first release, `cargo test --test it examples:: -- --ignored` plays them anew.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use unequal_partners::engine::action::Action;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::Table;
use unequal_partners::store::Annotations;

/// Each session with the arguments that play it; `branch` ones after their trunk.
const PLAYED: [(&str, &[&str]); 4] = [
    (
        "stockholm-table-1",
        &[
            "run",
            "--deck",
            "unequal-partners",
            "--seed",
            "5",
            "--patron",
            "human",
            "--client",
            "human",
            "--moves",
            "8",
            "--spread",
            "0",
            "--name",
            "Stockholm, table 1",
            "--now",
            "2026-09-17T11:00:00Z",
        ],
    ),
    (
        "stockholm-table-2",
        &[
            "run",
            "--deck",
            "unequal-partners",
            "--seed",
            "5",
            "--patron",
            "human",
            "--client",
            "human",
            "--moves",
            "8",
            "--spread",
            "0",
            "--name",
            "Stockholm, table 2",
            "--now",
            "2026-09-18T08:30:00Z",
        ],
    ),
    (
        "sealed-evening",
        &[
            "run",
            "--deck",
            "unequal-partners-short",
            "--seed",
            "21",
            "--patron",
            "human",
            "--client",
            "human",
            "--moves",
            "3",
            "--spread",
            "0",
            "--sealed",
            "--name",
            "Sealed evening",
            "--now",
            "2026-10-06T16:00:00Z",
        ],
    ),
    (
        "stockholm-table-1-half-the-cable",
        &[
            "branch",
            "stockholm-table-1.toml",
            "--at",
            "14",
            "--patron",
            "logit",
            "--client",
            "logit",
            "--instead",
            r#"{"kind":"respond","response":"partial","rationale":"What if we had given half: sensors on the Bering side only, read by us, copies to them.","confidence":50,"dissent":"Ilze: whoever reads the first cable lays the second.","by":"Tomasz"}"#,
            "--name",
            "Table 1: half the cable",
            "--now",
            "2026-09-17T15:40:00Z",
        ],
    ),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn script(name: &str) -> PathBuf {
    root()
        .join("tests/sessions/examples")
        .join(format!("{name}.jsonl"))
}

fn shipped() -> PathBuf {
    root().join("saves/examples")
}

fn table(name: &str) -> Table {
    let (table, torn) = Table::read(&shipped().join(format!("{name}.toml"))).unwrap();
    assert!(torn.is_none());
    table
}

/// Plays all examples into a folder.
fn play(folder: &Path) {
    for (name, arguments) in PLAYED {
        let done = Command::new(env!("CARGO_BIN_EXE_unequal"))
            .args(arguments)
            .args(["--script".as_ref(), script(name).as_os_str()])
            .args(["--save", &format!("{name}.toml")])
            .current_dir(folder)
            .env_clear()
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{name}: {said}");
    }
}

#[test]
#[ignore = "writes: makes the shipped examples anew"]
fn the_examples_are_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    play(folder.path());
    for (name, _) in PLAYED {
        let file = format!("{name}.toml");
        fs::copy(folder.path().join(&file), shipped().join(&file)).unwrap();
    }
}

#[test]
fn the_scripts_of_the_examples_still_play_to_their_ends() {
    let folder = tempfile::tempdir().unwrap();
    play(folder.path());
    for (name, _) in PLAYED {
        let (table, _) = Table::read(&folder.path().join(format!("{name}.toml"))).unwrap();
        assert!(table.has_ended(), "{name}");
    }
}

#[test]
fn the_examples_replay_to_what_they_hold_and_say_what_their_scripts_say() {
    for (name, _) in PLAYED {
        let table = table(name);
        assert!(table.has_ended(), "{name} is whole");
        let said: Vec<&str> = table
            .moments()
            .iter()
            .filter_map(|moment| moment.entry.rationale.as_deref())
            .collect();
        for line in fs::read_to_string(script(name)).unwrap().lines() {
            let Ok(line) = serde_json::from_str::<serde_json::Value>(line) else {
                continue;
            };
            if let Some(rationale) = line["rationale"].as_str() {
                assert!(said.contains(&rationale), "{name}: {rationale}");
            }
        }
    }
}

#[test]
fn the_examples_show_what_a_record_can_hold() {
    let one = table("stockholm-table-1");
    let kinds: Vec<&str> = one
        .moments()
        .iter()
        .map(|moment| moment.entry.act.word())
        .collect();
    for kind in [
        "ask-estimate",
        "estimate",
        "resolve-estimate",
        "undo",
        "argue",
        "settle",
        "pause",
        "note",
        "bookmark",
        "hold",
    ] {
        assert!(kinds.contains(&kind), "{kind}");
    }
    let without_reason = one.standing().filter(|moment| {
        let entry = &moment.entry;
        entry.seat == Seat::Client && entry.act.is_decision() && entry.rationale.is_none()
    });
    assert_eq!(without_reason.count(), 1, "one gap, to be found");
    let branch = table("stockholm-table-1-half-the-cable");
    let parent = branch.header().parent.as_ref().unwrap();
    assert_eq!(parent.file, "stockholm-table-1.toml");
    let trunk = &one.moments()[13].entry;
    assert_eq!(
        (parent.entry, &parent.digest),
        (14, &trunk.digest),
        "it leaves its trunk as it is now"
    );
    let sealed = table("sealed-evening");
    let commits = sealed.moments().iter();
    let commits = commits.filter(|moment| matches!(moment.entry.act, Action::Commit { .. }));
    assert_eq!(commits.count(), 6);
    let annotations = Annotations::load(shipped().join("stockholm-table-1.toml")).unwrap();
    let last = one.last_number();
    assert!(annotations.standing().count() >= 4);
    assert!(
        annotations
            .standing()
            .all(|annotation| annotation.entry <= last)
    );
}
