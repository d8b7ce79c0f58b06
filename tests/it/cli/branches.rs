//! Branches on the command line: another line, a trunk that keeps its bytes, and where keeping its acts stopped.

use super::program::Folder;

const OPTIONS: &str =
    "--patron hardliner --client tit-for-tat --moves 3 --spread 0 --now 2026-06-01T10:00:00Z";

/// A folder with `trunk.toml`, a session of three moves.
fn played() -> Folder {
    let folder = Folder::new();
    let line = format!("run --deck deck.toml --seed 7 --save trunk.toml --name Trunk {OPTIONS}");
    folder.run(&line).fine();
    folder
}

#[test]
fn the_date_in_the_name_of_a_file_is_the_one_in_the_room() {
    let folder = played();
    for (zone, day) in [("<+14>-14", "2026-06-03"), ("<-11>11", "2026-06-01")] {
        let line = "branch trunk.toml --at 3 --name Table --now 2026-06-02T10:30:00Z";
        let words: Vec<&str> = line.split_whitespace().collect();
        let done = folder.command(&words).env("TZ", zone).output().unwrap();
        let file = format!("table-{day}.toml");
        assert!(folder.path(&file).exists(), "{zone}: {done:?}");
    }
}

#[test]
fn a_branch_shows_where_sessions_go_from_there_beside_both_lines() {
    let folder = played();
    let report = folder
        .run("report trunk.toml --format json --no-expectations --out -")
        .fine();
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    let points = report["course"]["points"].as_array().unwrap().iter();
    let closed = points.filter(|point| point["closed"] == true);
    let path: Vec<i64> = closed
        .map(|point| point["stability"].as_i64().unwrap())
        .collect();
    let band = |name: &str| {
        let line =
            format!("branch trunk.toml --at 3 --runs 40 --save {name} --now 2026-06-02T10:00:00Z");
        folder.run(&line).fine()
    };
    let told = band("a.toml");
    assert!(
        told.contains("in 40 sessions played on from entry 3 with"),
        "{told}"
    );
    let rows = told
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>());
    let rows: Vec<Vec<&str>> = rows
        .filter(|row| row.len() == 8 && row[0].parse::<u8>().is_ok())
        .collect();
    assert_eq!(rows.len(), 3, "{told}");
    for (place, row) in rows.iter().enumerate() {
        let band: Vec<i64> = row[1..6]
            .iter()
            .map(|level| level.parse().unwrap())
            .collect();
        assert!(band.is_sorted(), "{row:?}");
        assert_eq!(
            row[6],
            path[place + 1].to_string(),
            "the trunk, as the report has it"
        );
        assert_eq!(row[7], "–", "the branch has not closed the move");
    }
    // What came up in none of 40 sessions is told with how often it may still come up: Wilson's upper end.
    let endings = told.split("Endings, with their 95 % intervals: ").nth(1);
    let endings = endings.and_then(|rest| rest.lines().next());
    let endings: Vec<&str> = endings.unwrap().split(", ").collect();
    assert_eq!(endings.len(), 6, "{told}");
    let never = endings.iter().filter(|share| share.contains(" 0.0 % "));
    let never: Vec<_> = never.collect();
    assert!(!never.is_empty(), "{told}");
    for share in never {
        assert!(share.contains(" 0.0 % (0.0 to 8.8)"), "{share}");
    }
    assert_eq!(
        told.replace("a.toml", ""),
        band("b.toml").replace("b.toml", "")
    );
}

#[test]
fn luck_drawn_anew_is_said_and_the_same_for_the_same_number() {
    let folder = played();
    folder.write("none.jsonl", "");
    let line = |name: &str, luck: u64| {
        let line = format!(
            "branch trunk.toml --at 3 --luck {luck} --name Luck --save {name} --script none.jsonl \
             --now 2026-06-02T10:00:00Z"
        );
        folder.run(&line).fine()
    };
    let told = line("a.toml", 9);
    assert!(
        told.contains("Luck is drawn anew from there on, under seed 9"),
        "{told}"
    );
    line("b.toml", 9);
    line("c.toml", 10);
    let read = |name: &str| folder.read(name);
    assert_eq!(read("a.toml"), read("b.toml"));
    assert_ne!(read("a.toml"), read("c.toml"));
    folder.run("verify a.toml c.toml").fine();
    let compared = folder.run("compare trunk.toml a.toml").fine();
    assert!(
        compared.contains("7, drawn anew as 9 after entry 3"),
        "{compared}"
    );
    let report = folder
        .run("report a.toml --format md --no-expectations --out -")
        .fine();
    for words in [
        "Its luck was drawn anew from there on.",
        "with luck drawn anew",
    ] {
        assert!(report.contains(words), "{words}: {report}");
    }
    let report = folder
        .run("report trunk.toml --format md --no-expectations --out -")
        .fine();
    assert!(!report.contains("luck was drawn anew"), "{report}");
}

#[test]
fn a_branch_is_played_on_by_script_and_the_trunk_keeps_its_bytes() {
    let folder = played();
    let trunk = folder.read("trunk.toml");
    let made = folder
        .run("branch trunk.toml --at 12 --save what-if.toml --now 2026-06-02T10:00:00Z")
        .fine();
    insta::assert_snapshot!(made);
    folder.write("none.jsonl", "");
    folder
        .run("resume what-if.toml --script none.jsonl --now 2026-06-02T10:00:00Z")
        .fine();
    assert!(
        folder
            .run("verify trunk.toml what-if.toml")
            .fine()
            .contains("what-if.toml: verified")
    );
    let compared = folder.run("compare trunk.toml what-if.toml").fine();
    assert!(
        compared.contains("The lines are the same"),
        "same bots, same luck: {compared}"
    );
    let at_once = "branch trunk.toml --at 12 --save at-once.toml --script none.jsonl --client greedy \
                   --now 2026-06-02T10:00:00Z";
    assert!(folder.run(at_once).fine().contains("ENDEX after move 3"));
    assert!(
        folder
            .run("compare trunk.toml at-once.toml")
            .fine()
            .contains("bot:greedy")
    );
    assert_eq!(folder.read("trunk.toml"), trunk);
}

#[test]
fn an_exchanged_act_keeps_its_words_and_says_where_the_trunk_no_longer_fits() {
    let folder = played();
    let instead = r#"{"kind":"respond","response":"accept","rationale":"a gesture","confidence":60,"by":"Olga"}"#;
    let done = folder.run_each(&[
        "branch",
        "trunk.toml",
        "--at",
        "3",
        "--instead",
        instead,
        "--save",
        "accepted.toml",
        "--name",
        "Accepted",
        "--now",
        "2026-06-02T10:00:00Z",
    ]);
    insta::assert_snapshot!(done.whole());
    let compared = folder.run("compare trunk.toml accepted.toml").fine();
    assert!(
        compared.contains("They share 3 steps and part in move 1, phase response"),
        "{compared}"
    );
    let compared = compared.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        compared.contains("why: “a gesture”") && compared.contains("a what-if by Olga"),
        "{compared}"
    );
    let text = String::from_utf8(folder.read("accepted.toml")).unwrap();
    assert!(text.contains("[session.parent]\nfile = \"trunk.toml\"\nentry = 3\n"));
}

#[test]
fn a_branch_gets_a_free_name_in_the_folder_of_its_trunk() {
    let folder = played();
    for name in ["what-if-2026-06-02.toml", "what-if-2026-06-02-2.toml"] {
        let done = folder.run_each(&[
            "branch",
            "trunk.toml",
            "--at",
            "0",
            "--name",
            "What if?",
            "--now",
            "2026-06-02T10:00:00Z",
        ]);
        assert!(done.fine().contains(name), "{name}");
    }
}

#[test]
fn what_cannot_be_branched_is_told() {
    let folder = played();
    let cases: [(&[&str], i32); 7] = [
        (&["--at", "99"], 2),
        (&["--at", "90", "--instead", r#"{"kind":"hold"}"#], 2),
        (
            &[
                "--at",
                "3",
                "--instead",
                r#"{"seat":"patron","kind":"hold"}"#,
            ],
            2,
        ),
        (
            &[
                "--at",
                "3",
                "--instead",
                r#"{"kind":"respond","response":"deflect"}"#,
            ],
            1,
        ),
        (&["--at", "2", "--instead", "nonsense"], 1),
        (&["--at", "2", "--instead", ""], 2),
        (&["--at", "2", "--save", "trunk.toml"], 2),
    ];
    for (rest, status) in cases {
        let mut arguments = vec!["branch", "trunk.toml"];
        arguments.extend(rest);
        let done = folder.run_each(&arguments);
        assert_eq!(
            (done.status, done.out.as_str()),
            (status, ""),
            "{rest:?}: {}",
            done.err
        );
        assert!(
            done.err.starts_with("error: ") && done.err.contains("\nhint: "),
            "{}",
            done.err
        );
    }
    let left: Vec<_> = std::fs::read_dir(folder.path("")).unwrap().collect();
    assert_eq!(
        left.len(),
        2,
        "no branch is left behind: only the deck and the trunk are there"
    );
}
