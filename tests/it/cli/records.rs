//! Records on the command line: verify and replay.

use serde_json::Value;

use super::program::{Folder, but_for_digests};

/// A folder with `s.toml`, a whole session of bots.
fn recorded() -> Folder {
    let folder = Folder::new();
    let line = "run --deck deck.toml --seed 7 --patron hardliner --client tit-for-tat \
                --moves 3 --spread 0 --save s.toml --now 2026-06-01T10:00:00Z --name Table";
    folder.run(line).fine();
    folder
}

/// A folder with `s.toml`, a session that waits for its patron.
fn unfinished() -> Folder {
    let folder = Folder::new();
    let script = r#"{"seat":"client","kind":"no-offer"}
{"seat":"patron","act":{"kind":"demand","card":"gas-discount","intensity":"press"},"rationale":"gas first","dissent":"one of four"}"#;
    let line = "run --deck deck.toml --seed 7 --patron human --client human --script - \
                --save s.toml --now 2026-06-01T10:00:00Z";
    assert_eq!(folder.feed(line, script.as_bytes()).status, 1);
    folder
}

#[test]
fn a_whole_record_verifies() {
    let folder = recorded();
    insta::assert_snapshot!(but_for_digests(&folder.run("verify s.toml").fine()));
}

#[test]
fn a_record_is_held_against_the_digest_that_was_noted_of_it() {
    let folder = recorded();
    let json = folder.run("verify --json s.toml").fine();
    let document: Value = serde_json::from_str(&json).unwrap();
    let digest = document["saves"][0]["digest"].as_str().unwrap();
    assert_eq!(digest.len(), 64);
    let told = folder.run("verify s.toml").fine();
    let noted = told.split("digest of entry 19: ").nth(1).unwrap().trim();
    assert_eq!(Some(noted.replace(' ', "").as_str()), digest.get(..16));
    // As it is shown, whole, and in capitals, as it may be written down.
    for noted in [noted, digest, &digest.to_uppercase()] {
        folder
            .run_each(&["verify", "s.toml", "--expect", noted])
            .fine();
    }
    // A cut between two entries cannot be seen in the file itself.
    let text = String::from_utf8(folder.read("s.toml")).unwrap();
    let (before, _) = text.split_once("\n[[entry]]  # 19").unwrap();
    folder.write("cut.toml", before);
    folder.run("verify cut.toml").fine();
    let done = folder.run_each(&["verify", "cut.toml", "--expect", noted]);
    assert_eq!(done.status, 1);
    assert!(
        done.out
            .starts_with("cut.toml: another record, 18 entries verified"),
        "{}",
        done.out
    );
    assert!(done.err.contains("cut off or changed"), "{}", done.err);
    // A record that has gone on still holds what was noted of it.
    let cut = folder.run("verify cut.toml").fine();
    let earlier = cut.split("digest of entry 18: ").nth(1).unwrap().trim();
    let done = folder.run_each(&["verify", "s.toml", "--expect", earlier]);
    assert_eq!(done.status, 0, "{}", done.err);
    assert!(
        done.err.contains("that of entry 18; 1 entry came after it"),
        "{}",
        done.err
    );
    let done = folder.run("verify s.toml --expect 7f3a");
    assert_eq!(done.status, 2);
    assert!(
        done.err.contains("8 to 64 hexadecimal digits"),
        "{}",
        done.err
    );
    assert_eq!(
        folder
            .run("verify s.toml cut.toml --expect 7f3a91c2")
            .status,
        2
    );
}

#[test]
fn an_unfinished_session_verifies_and_is_said_to_be() {
    let folder = unfinished();
    insta::assert_snapshot!(but_for_digests(&folder.run("verify s.toml").fine()));
}

#[test]
fn a_torn_tail_is_told_from_damage() {
    let folder = recorded();
    let whole = folder.read("s.toml");
    folder.write("torn.toml", &whole[..whole.len() - 100]);
    let mut flipped = whole.clone();
    let place = whole.len() - 1000;
    flipped[place] ^= 1;
    folder.write("flipped.toml", &flipped);
    insta::assert_snapshot!(but_for_digests(&folder.run("verify torn.toml").whole()));
    insta::assert_snapshot!(folder.run("verify flipped.toml").whole());
    let json = folder.run("verify --json s.toml torn.toml flipped.toml");
    assert_eq!((json.status, json.err.as_str()), (1, ""));
    let document: Value = serde_json::from_str(&json.out).unwrap();
    let verdicts: Vec<&Value> = document["saves"]
        .as_array()
        .unwrap()
        .iter()
        .map(|save| &save["verdict"])
        .collect();
    assert_eq!(verdicts, ["whole", "torn", "damaged"]);
    assert_eq!(document["verified"], false);
    assert!(document["saves"][2]["first_wrong"].is_u64());
}

#[test]
fn a_save_of_a_newer_format_is_told() {
    let folder = Folder::new();
    // The first line keeps its shape in every format: docs/record.md.
    let line = "# unequal session, format 99, header 999 bytes";
    let check = blake3::hash(line.as_bytes()).to_hex();
    let text = format!(
        "{line}, check {}\nwhat will be\n",
        check.as_str().get(..8).unwrap()
    );
    folder.write("new.toml", text);
    insta::assert_snapshot!(folder.run("verify new.toml").whole());
    for command in ["resume new.toml --script -", "replay new.toml --text"] {
        let done = folder.run(command);
        assert_eq!(done.status, 1, "{command}");
        assert!(
            done.err
                .starts_with("error: new.toml: written in format 99;"),
            "{}",
            done.err
        );
    }
}

#[test]
fn files_that_are_no_records_are_told() {
    let folder = recorded();
    folder.write("empty.toml", "");
    insta::assert_snapshot!(
        folder
            .run("verify deck.toml empty.toml missing.toml . -")
            .whole()
    );
    for command in [
        "replay missing.toml --text",
        "resume missing.toml --script -",
    ] {
        let done = folder.run(command);
        assert_eq!(done.status, 2, "{command}");
        assert!(
            done.err.starts_with("error: missing.toml: no such file"),
            "{}",
            done.err
        );
    }
}

#[test]
fn a_replay_reads_as_numbered_lines() {
    insta::assert_snapshot!(recorded().run("replay s.toml --text").fine());
}

#[test]
fn a_replay_shows_what_a_seat_could_know() {
    let folder = unfinished();
    let patron = folder.run("replay s.toml --text --seat patron").fine();
    let client = folder.run("replay s.toml --text --seat client").fine();
    assert!(
        patron.contains("gas first") && patron.contains("one of four"),
        "{patron}"
    );
    assert!(
        !client.contains("gas first") && !client.contains("one of four"),
        "{client}"
    );
    assert!(patron.contains("\n  menu ") && !client.contains("\n  menu "));
    assert!(client.contains("in truth") && !patron.contains("in truth"));
    for seat in ["europe", "audience"] {
        let told = folder.run(&format!("replay s.toml --text --seat {seat}"));
        let told = told.fine();
        let hidden = ["gas first", "one of four", "\n  menu ", "in truth"];
        assert!(!hidden.iter().any(|word| told.contains(word)), "{told}");
    }
}

#[test]
fn a_replay_stops_where_it_is_told_to_and_knows_no_more() {
    let folder = recorded();
    let at_four = folder
        .run("replay s.toml --text --at 4 --seat patron")
        .fine();
    assert!(
        at_four.contains("After entry 4, as the patron seat knows it"),
        "{at_four}"
    );
    assert!(!at_four.contains("   5  move") && !at_four.contains("ENDEX"));
    assert!(
        !at_four.contains("in truth"),
        "an ended session's secrets are not known at entry 4"
    );
    let start = folder.run("replay s.toml --text --at 0").fine();
    assert!(start.contains("At STARTEX"), "{start}");
    insta::assert_snapshot!(folder.run("replay s.toml --text --at 99").whole());
}

#[test]
fn a_replay_in_json_has_one_object_an_entry() {
    let printed = recorded()
        .run("replay s.toml --json --seat audience")
        .fine();
    for (place, line) in printed.lines().enumerate() {
        let entry: Value = serde_json::from_str(line).unwrap();
        assert_eq!(entry["entry"], place + 1);
        assert_eq!(entry["at"], "2026-06-01T10:00:00Z");
        assert!(entry["sentence"].is_string());
    }
}

#[test]
fn a_replay_in_json_has_the_acts_for_those_from_whom_nothing_is_hidden() {
    let folder = Folder::new();
    let script = r#"{"seat":"client","kind":"no-offer"}
{"seat":"patron","kind":"demand","card":"gas-discount","intensity":"press"}
{"seat":"client","kind":"respond","response":"refuse"}
{"seat":"white-cell","kind":"rule","roll":7}
{"seat":"patron","kind":"follow-up","choice":"pocket"}
"#;
    let line =
        "run --deck deck.toml --seed 7 --patron human --client human --script - --save s.toml";
    folder.feed(line, script.as_bytes());
    let acts = |seat: &str| -> Vec<Value> {
        let printed = folder
            .run(&format!("replay s.toml --json --seat {seat}"))
            .fine();
        let lines = printed
            .lines()
            .map(|line| serde_json::from_str(line).unwrap());
        lines.collect()
    };
    let whole = acts("white-cell");
    let demand = whole.iter().find(|line| line["kind"] == "demand").unwrap();
    assert_eq!(demand["act"]["card"], "gas-discount");
    let ruling = whole.iter().find(|line| line["kind"] == "rule").unwrap();
    assert_eq!(ruling["drawn"]["roll"], 7);
    for seat in ["patron", "client", "europe", "audience"] {
        for line in acts(seat) {
            assert!(
                line["act"].is_null() && line["drawn"].is_null(),
                "{seat}: {line}"
            );
        }
    }
}

/// Overrides, isolates, characters of no width, controls: raw they turn a line round or move the cursor.
#[test]
fn no_json_of_the_program_acts_on_a_terminal() {
    let folder = Folder::new();
    let acts = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200b}' | '\u{202e}' | '\u{2066}' | '\u{feff}')
    };
    let nasty = "a\u{9b}2J\u{7f}b\u{202e}c\u{2066}d\u{200b}e\u{feff}f";
    let script = serde_json::json!({
        "seat": "white-cell",
        "by": nasty,
        "act": { "kind": "end", "reason": nasty },
        "rationale": nasty,
    });
    let name = format!("{nasty}.toml");
    let run =
        "run --deck deck.toml --seed 7 --patron human --client human --script acts.jsonl --json";
    folder.write("acts.jsonl", script.to_string());
    let mut line: Vec<&str> = run.split_whitespace().collect();
    line.extend(["--name", nasty, "--save", &name]);
    let mut told = vec![folder.run_each(&line).fine()];
    let report = ["--no-expectations", "--format", "json", "--out", "-"];
    for line in [
        &["replay", &name, "--json"][..],
        &["verify", &name, "--json"],
        &[&["report", &name], &report[..]].concat(),
        &["report", &name, &name, "--format", "json", "--out", "-"],
        &["compare", &name, &name, "--json"],
        &["watch", &name, "--json", "--from-start"],
    ] {
        told.push(folder.run_each(line).fine());
    }
    for told in told {
        let found: Vec<char> = told.chars().filter(|c| acts(*c)).collect();
        assert!(found.is_empty(), "{found:?} in {told}");
    }
}

#[test]
fn a_name_that_leaves_no_room_for_what_lies_beside_it_is_told() {
    let folder = Folder::new();
    let run = |bytes: usize| {
        let name = format!("{}.toml", "x".repeat(bytes - ".toml".len()));
        let line = format!("run --deck deck.toml --seed 7 --moves 1 --save {name}");
        (folder.run(&line), name)
    };
    for bytes in [216, 250, 300] {
        let (done, name) = run(bytes);
        assert_ne!(done.status, 0, "{bytes}");
        let says = "hint: give it a shorter name, of at most 215 bytes";
        assert!(done.err.contains(says), "{}", done.err);
        assert!(!folder.path(&name).exists());
    }
    let (done, name) = run(215);
    assert_eq!(done.status, 0, "{}", done.err);
    // What lies beside it fits.
    let text = "[[annotation]]\nentry = 1\nat = \"2026-06-02T08:00:00Z\"\nauthor = \"A\"\nkind = \"comment\"\ntext = \"x\"\n";
    folder.write("a.annotations", text);
    let merged = folder.run(&format!("annotate merge {name} a.annotations"));
    assert_eq!(merged.status, 0, "{}", merged.err);
}
