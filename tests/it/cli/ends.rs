//! A run without a screen always comes to an end: the session's, or a line that says what is missing.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use super::program::Folder;

/// How long a run that ends may take on a busy machine.
const DEADLINE: Duration = Duration::from_mins(2);

fn input(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inputs");
    fs::read(folder.join(name)).unwrap()
}

/// Runs the program to its end, which has to come before the deadline; gives its exit status.
#[track_caller]
fn ends(folder: &Folder, line: &str) -> i32 {
    let arguments: Vec<&str> = line.split_whitespace().collect();
    let mut command = folder.command(&arguments);
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status.code().unwrap();
        }
        if begun.elapsed() > DEADLINE {
            child.kill().unwrap();
            child.wait().unwrap();
            let size = fs::metadata(folder.path("s.toml")).map_or(0, |file| file.len());
            panic!("`{line}` does not end; its record has {size} bytes by now");
        }
        thread::sleep(Duration::from_millis(20));
    }
}

const BOTS: &str = "run --deck practice --seed 1 --patron random --client greedy --save s.toml";

#[test]
fn turn_zero_ends_by_itself_where_nobody_is_left_to_end_it() {
    let folder = Folder::new();
    folder.write("acts.jsonl", input("a-rehearsal-that-nobody-ends.jsonl"));
    assert_eq!(ends(&folder, &format!("{BOTS} --script acts.jsonl")), 0);
    let verified = folder.run("verify s.toml").fine();
    assert!(verified.contains("ended"), "{verified}");
    let told = folder.run("replay s.toml --json").fine();
    let kinds = |kind: &str| {
        told.matches(&format!("\"act\":{{\"kind\":\"{kind}\""))
            .count()
    };
    assert_eq!((kinds("rehearse"), kinds("startex")), (1, 1), "{told}");
}

#[test]
fn a_line_that_never_comes_due_in_turn_zero_ends_the_run_and_is_named() {
    let folder = Folder::new();
    let mut acts = String::from_utf8(input("a-rehearsal-that-nobody-ends.jsonl")).unwrap();
    // The bot `hardliner` offers nothing, so there is never anything to veto.
    acts.push_str(r#"{"seat":"white-cell","act":{"kind":"veto-offer","reason":"a slip"}}"#);
    folder.write("acts.jsonl", acts);
    let line =
        "run --deck practice --seed 1 --patron random --client hardliner --script acts.jsonl";
    assert_eq!(ends(&folder, line), 1);
    let done = folder.run(line);
    assert!(done.err.contains("acts.jsonl:"), "{}", done.err);
    assert!(
        done.err.contains("hint: put a line with `startex`"),
        "{}",
        done.err
    );
}

/// The client is asked before the patron.
const NO_OFFER: &str = "{\"seat\":\"client\",\"kind\":\"no-offer\"}\n";

const SEALED: &str =
    "run --deck practice --seed 1 --patron human --client human --sealed --save s.toml --script -";

#[test]
fn a_plan_that_could_never_be_opened_is_refused_before_it_is_acknowledged() {
    let plans = [
        (
            "a-plan-with-a-card-that-is-not-there.jsonl",
            "the deck has no card `no-such-card`",
        ),
        (
            "a-plan-that-leaves-a-domain-out.jsonl",
            "a sealed plan answers for every domain once",
        ),
    ];
    for (plan, rule) in plans {
        let folder = Folder::new();
        let script = [NO_OFFER.as_bytes(), &input(plan)].concat();
        let done = folder.feed(SEALED, &script);
        assert_eq!(done.status, 1, "{plan}: {}", done.err);
        assert!(done.err.contains("standard input:2:"), "{}", done.err);
        assert!(done.err.contains(rule), "{}", done.err);
        let entries = folder.run("replay s.toml --json").fine();
        assert!(
            !entries.contains("\"commit\""),
            "nothing is acknowledged: {entries}"
        );
        assert!(
            !folder.path("s.toml.drafts").exists(),
            "nothing is kept of it"
        );
        // The session is where it was, and the next plan is taken.
        let sound = r#"{"seat":"patron","act":{"kind":"seal","nonce":"grey heron 2","plan":{"if_met":"reward","if_defied":"back-down"}}}"#;
        let done = folder.feed("resume s.toml --script -", sound.as_bytes());
        assert!(done.out.contains("committed"), "{}\n{}", done.out, done.err);
    }
}

#[test]
fn a_card_that_is_not_on_the_menu_cannot_be_sealed() {
    for (card, is_there) in [("gas-discount", true), ("arctic-navy", false)] {
        let plan = format!(
            r#"{NO_OFFER}{{"seat":"patron","act":{{"kind":"seal","nonce":"grey heron","plan":{{"demand":{{"card":"{card}","intensity":"probe"}},"if_met":"pocket","if_defied":"back-down"}}}}}}"#
        );
        let done = Folder::new().feed(OTHER, plan.as_bytes());
        let refused = done.err.contains("is not on the menu");
        assert_eq!(refused, !is_there, "{card}: {}{}", done.out, done.err);
    }
}

/// The same with the reference deck.
const OTHER: &str =
    "run --deck deck.toml --seed 7 --patron human --client human --sealed --save s.toml --script -";

#[test]
fn a_plan_that_became_impossible_is_told_and_another_may_be_sealed() {
    let folder = Folder::new();
    let patron = |word: &str| {
        format!(
            r#"{{"seat":"patron","act":{{"kind":"seal","nonce":"grey heron","plan":{{"if_met":"{word}","if_defied":"back-down"}}}}}}"#
        )
    };
    let replies = |domain: &str| {
        format!(
            r#"{{"domain":"{domain}","gentle":{{"response":"partial"}},"hard":{{"response":"stall"}}}}"#
        )
    };
    let domains = ["economy", "diplomacy", "defence", "central-asia", "arctic"].map(replies);
    let client = format!(
        r#"{{"seat":"client","act":{{"kind":"seal","nonce":"seven of oars","plan":{{"replies":[{}]}}}}}}"#,
        domains.join(",")
    );
    let first = format!("{NO_OFFER}{}", patron("reward"));
    assert_eq!(folder.feed(OTHER, first.as_bytes()).status, 1);
    // The plan that lies beside the record is no longer the one that was committed to.
    let kept = String::from_utf8(folder.read("s.toml.drafts")).unwrap();
    assert!(kept.contains("reward"), "{kept}");
    folder.write("s.toml.drafts", kept.replace("reward", "pocket"));
    let told = folder.feed("resume s.toml --script -", client.as_bytes());
    assert_eq!(told.status, 1, "{}", told.err);
    let says = "what is revealed is not what the patron seat committed";
    assert!(told.err.contains(says), "{}", told.err);
    assert!(told.err.contains("hint: seal another"), "{}", told.err);
    let again = folder.feed("resume s.toml --script -", b"");
    assert_eq!(again.status, 1, "no fault, however often: {}", again.err);
    let done = folder.feed(
        "resume s.toml --script - --json",
        patron("punish").as_bytes(),
    );
    assert!(
        done.out.contains("reveal-demand"),
        "{}{}",
        done.out,
        done.err
    );
    assert!(
        done.out.contains("reveal-response"),
        "{}{}",
        done.out,
        done.err
    );
}

#[test]
fn damaged_drafts_are_told_where_nobody_sees_a_screen() {
    let folder = Folder::new();
    assert_eq!(folder.feed(SEALED, b"").status, 1);
    folder.write("s.toml.drafts", "[plans\n");
    let done = folder.feed("resume s.toml --script -", b"");
    assert!(
        done.err
            .contains("note: not all of the drafts could be read"),
        "{}",
        done.err
    );
    assert!(folder.path("s.toml.drafts.damaged-1").is_file());
}
