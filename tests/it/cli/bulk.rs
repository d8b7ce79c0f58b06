//! Many sessions at once: from a recorded session, over all pairings, and stopped on the way.

use std::time::{Duration, Instant};

use serde_json::Value;

use super::program::Folder;

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// A folder with a session of two bots in `s.toml`, and its last entry.
fn recorded() -> (Folder, u64) {
    let folder = Folder::new();
    folder
        .run("run --deck deck.toml --seed 7 --save s.toml --now 2026-01-02T03:04:05Z")
        .fine();
    let lines = folder.run("replay s.toml --json").fine();
    let last = lines.lines().count() as u64;
    (folder, last)
}

const FROM: &str = "simulate --patron logit --client cautious --runs 60 --seed 3";

#[test]
fn a_session_is_played_on_from_any_of_its_entries() {
    let (folder, last) = recorded();
    let start = json(&folder.run(&format!("{FROM} --from s.toml@0 --json")).fine());
    assert_eq!(start["from"]["entry"], 0);
    assert_eq!(start["from"]["move"], 1);
    let mut before = u64::MAX;
    for entry in [0, last / 3, last / 2, last - 6] {
        let line = format!("{FROM} --from s.toml@{entry} --json --threads");
        let one = folder.run(&format!("{line} 1")).fine();
        assert_eq!(one, folder.run(&format!("{line} 2")).fine(), "{entry}");
        let summary = json(&one);
        assert_eq!(summary["from"]["save"], "s.toml");
        assert_eq!(summary["runs"], 60);
        // What was settled before is not counted again: the later the entry, the fewer demands.
        let demands = summary["play"]["responses"].as_array().unwrap();
        let demands = demands.iter().map(|row| row["count"].as_u64().unwrap());
        let demands = demands.sum::<u64>();
        assert!(demands < before, "{entry}: {demands} demands");
        before = demands;
    }
    let shown = folder.run(&format!("{FROM} --from s.toml@9")).fine();
    insta::assert_snapshot!(shown.lines().take(9).collect::<Vec<_>>().join("\n"));
}

#[test]
fn what_stands_on_the_record_is_not_counted_among_what_comes() {
    let folder = Folder::new();
    folder
        .run("run --deck deck.toml --seed 7 --moves 3 --spread 0 --save s.toml --now 2026-01-02T03:04:05Z --client cautious --patron greedy")
        .fine();
    let lines = folder.run("replay s.toml --json").fine();
    let lines: Vec<Value> = lines.lines().map(json).collect();
    let of = |kind: &str| {
        let last = lines
            .iter()
            .rfind(|line| line["kind"] == kind && line["move"] == 3);
        last.unwrap_or_else(|| panic!("no {kind} in the last move"))["entry"].clone()
    };
    let counts = |entry: &Value| {
        let done = folder.run(&format!("{FROM} --from s.toml@{entry} --json"));
        let play = json(&done.fine())["play"].clone();
        let sum = |what: &str| {
            let rows = play[what].as_array().unwrap().iter();
            rows.map(|row| row["count"].as_u64().unwrap()).sum::<u64>()
        };
        let parts = ["intensities", "responses", "bands", "follow_ups"].map(sum);
        let of = |what: &str| play[what]["of"].as_u64().unwrap();
        (parts, of("held"), of("offered"))
    };
    // Each of the 60 runs has one exchange left, less what of it is on the record; nobody can hold or offer any more.
    assert_eq!(counts(&of("demand")), ([0, 60, 60, 60], 0, 0));
    assert_eq!(counts(&of("respond")), ([0, 0, 60, 60], 0, 0));
    assert_eq!(counts(&of("rule")), ([0, 0, 0, 60], 0, 0));
    assert_eq!(counts(&of("follow-up")), ([0, 0, 0, 0], 0, 0));
}

#[test]
fn what_cannot_be_played_on_is_told_with_what_can() {
    let (folder, last) = recorded();
    insta::assert_snapshot!(folder.run(&format!("{FROM} --from s.toml")).whole());
    insta::assert_snapshot!(
        folder
            .run(&format!("{FROM} --from s.toml@{}", last + 1))
            .whole()
    );
    for (more, status) in [
        ("--from none.toml", 2),
        ("--from s.toml@3 --deck deck.toml", 2),
        ("--from deck.toml", 1),
        ("", 2),
    ] {
        let done = folder.run(&format!("{FROM} {more}"));
        assert_eq!((done.status, done.out.as_str()), (status, ""), "{more}");
    }
}

const BALANCE: &str = "deck balance small.toml --runs 12 --rollout-runs 1 --claims short --seed 5";

/// A folder with a deck of four moves, on which even bots that look ahead are soon done.
fn small() -> Folder {
    let folder = Folder::new();
    let text = include_str!("../../../decks/practice.toml");
    let quick = text.replacen("\nrolls = 6", "\nrolls = 1", 1);
    assert_ne!(text, quick);
    folder.write("small.toml", quick);
    folder
}

#[test]
fn a_survey_is_the_same_for_any_number_of_threads() {
    let folder = small();
    let one = folder.run(&format!("{BALANCE} --threads 1"));
    let two = folder.run(&format!("{BALANCE} --threads 2 --out page.md"));
    assert_eq!(
        one.out,
        String::from_utf8(folder.read("page.md")).unwrap(),
        "{}",
        one.err
    );
    assert_eq!(two.out, "page.md: written\n");
    assert!(one.out.contains(BALANCE), "the page names its command");
    let again = folder.run(&format!("{BALANCE} --out page.md"));
    assert_eq!(again.status, 2, "{}", again.err);
    assert!(again.err.contains("--replace"), "{}", again.err);
}

#[test]
fn a_survey_ends_with_the_verdict_of_its_conditions() {
    let folder = small();
    let text = String::from_utf8(folder.read("small.toml")).unwrap();
    // Aims that anybody meets: no deck for people.
    let easy = text.replacen("client_goal = 57", "client_goal = -100", 1);
    assert_ne!(text, easy);
    folder.write("easy.toml", easy);
    let line = "deck balance easy.toml --runs 8 --rollout-runs 1 --claims none --json";
    let done = folder.run(line);
    assert_eq!((done.status, done.err.as_str()), (1, ""));
    let balance = json(&done.out);
    assert_eq!(balance["holds"], false);
    assert_eq!(balance["hash"].as_str().unwrap().len(), 64);
    assert_eq!(balance["pairings"].as_array().unwrap().len(), 64);
    let aims = balance["conditions"].as_array().unwrap().iter();
    let aims = aims
        .map(|condition| (condition["statement"].as_str().unwrap(), condition))
        .find(|(statement, _)| statement.contains("meets its aim"));
    assert_eq!(aims.unwrap().1["holds"], false);
    let told = folder.run("deck balance easy.toml --runs 8 --rollout-runs 1 --claims none");
    assert_eq!(told.status, 1);
    assert!(told.err.contains("not hold"), "{}", told.err);
}

#[test]
fn a_deck_whose_bots_have_other_names_is_held_to_the_same_conditions() {
    const NAMES: [(&str, &str); 8] = [
        ("random", "dice"),
        ("greedy", "now"),
        ("cautious", "calm"),
        ("hardliner", "wall"),
        ("tit-for-tat", "mirror"),
        ("steadfast", "rock"),
        ("rollout", "seer"),
        ("logit", "doubt"),
    ];
    let other = |text: &str, quote: [&str; 2]| {
        NAMES.iter().fold(text.to_owned(), |text, (one, another)| {
            let [before, after] = quote;
            text.replace(
                &format!("{before}{one}{after}"),
                &format!("{before}{another}{after}"),
            )
        })
    };
    let folder = small();
    let text = String::from_utf8(folder.read("small.toml")).unwrap();
    let named = other(&text, ["[policy.", "]"]);
    let named = ["base", "client_model", "patron_model"]
        .into_iter()
        .fold(named, |text, key| {
            other(&text, [&format!("{key} = \""), "\""])
        });
    assert_ne!(text, named);
    folder.write("named.toml", named);
    let conditions = |deck: &str| {
        let done = folder.run(&format!(
            "deck balance {deck} --runs 2 --rollout-runs 1 --claims none --json"
        ));
        json(&done.out)["conditions"].clone()
    };
    let (usual, named) = (conditions("small.toml"), conditions("named.toml"));
    let count = |conditions: &Value| conditions.as_array().unwrap().len();
    assert!(count(&usual) > 20, "{usual:#}");
    assert_eq!(count(&usual), count(&named), "{named:#}");
    for (usual, named) in std::iter::zip(usual.as_array().unwrap(), named.as_array().unwrap()) {
        assert_eq!(usual["holds"], named["holds"], "{usual} {named}");
    }
}

#[cfg(unix)]
#[test]
fn an_interrupt_stops_a_long_ensemble_and_shows_no_part_of_it() {
    let folder = Folder::new();
    let line =
        "simulate --deck deck.toml --patron rollout --client rollout --runs 1000000 --seed 1";
    let words: Vec<&str> = line.split_whitespace().collect();
    let child = folder.command(&words).spawn().unwrap();
    let process = child.id().to_string();
    // The program catches interrupts only once it plays: an earlier one ends it, which is no answer.
    let caught = format!("/proc/{process}/status");
    let deadline = Instant::now() + Duration::from_mins(1);
    while Instant::now() < deadline {
        let Ok(status) = std::fs::read_to_string(&caught) else {
            break;
        };
        let mask = status
            .lines()
            .find_map(|line| line.strip_prefix("SigCgt:"))
            .and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
        if mask.is_some_and(|mask| mask & 0b10 != 0) {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let kill = std::process::Command::new("kill")
        .args(["-INT", &process])
        .status();
    assert!(kill.unwrap().success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("stopped before all sessions"), "{told}");
}
