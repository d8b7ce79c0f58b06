//! Headless sessions: scripts, bots, and what is printed.

use serde_json::Value;

use super::program::{Done, Folder, but_for_digests};

/// A script for the first move of seed 7 on the reference deck, both seats held by people.
const SCRIPT: &str = r#"# the first move
{"seat":"client","kind":"no-offer"}
{"seat":"patron","act":{"kind":"demand","card":"gas-discount","intensity":"press"},"rationale":"gas first","confidence":70,"dissent":"one of four","by":"Team A"}

{"seat":"client","kind":"respond","response":"conditions","ask":"a price floor"}
{"seat":"white-cell","kind":"rule","arguments":1,"reason":"well argued"}
{"seat":"audience","kind":"note","text":"they looked surprised"}
{"seat":"patron","kind":"follow-up","choice":"reward"}
"#;

const RUN: &str = "run --deck deck.toml --seed 7";
const PEOPLE: &str = "run --deck deck.toml --seed 7 --patron human --client human --script -";

fn people(script: &str) -> Done {
    Folder::new().feed(PEOPLE, script.as_bytes())
}

#[test]
fn a_script_is_played_and_the_run_stops_where_people_are_waited_for() {
    insta::assert_snapshot!(people(SCRIPT).whole());
}

#[test]
fn a_whole_session_reads_as_numbered_lines() {
    insta::assert_snapshot!(
        Folder::new()
            .run(&format!("{RUN} --moves 2 --spread 0"))
            .fine()
    );
}

#[test]
fn json_has_one_object_an_entry_with_the_state_after_it() {
    let printed = Folder::new().run(&format!("{RUN} --json")).fine();
    let entries: Vec<Value> = printed
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    for (place, entry) in entries.iter().enumerate() {
        assert_eq!(entry["entry"], place + 1);
        assert!(entry["act"]["kind"].is_string() && entry["state"]["gauges"]["trust"].is_number());
        assert!(
            entry.get("at").is_none(),
            "the clock is in nothing that is compared"
        );
    }
    let last = &entries.last().unwrap()["state"];
    assert_eq!(last["phase"], "ended");
    assert!(last["outcome"]["ending"].is_string());
    for change in entries
        .iter()
        .flat_map(|entry| entry["changes"].as_array().unwrap())
    {
        assert!(change[1] != change[2] && change[3].is_string(), "{change}");
    }
}

#[test]
fn the_same_seed_and_script_give_the_same_bytes() {
    for output in ["--json", "--log", ""] {
        let line = format!("{RUN} --client human --patron logit {output} --script -");
        let script = "{\"seat\":\"client\",\"kind\":\"no-offer\"}\n";
        let run = || Folder::new().feed(&line, script.as_bytes());
        let (one, two) = (run(), run());
        assert!(!one.out.is_empty() || output == "--log");
        assert_eq!(one.out, two.out);
    }
}

#[test]
fn a_stated_time_gives_the_same_bytes_of_the_record() {
    let record = || {
        let folder = Folder::new();
        folder
            .run(&format!(
                "{RUN} --save s.toml --now 2026-06-01T12:00:00+02:00"
            ))
            .fine();
        folder.read("s.toml")
    };
    let (one, two) = (record(), record());
    assert!(String::from_utf8_lossy(&one).contains("2026-06-01T10:00:00Z"));
    assert_eq!(one, two);
}

#[test]
fn bots_hold_the_seats_that_nobody_is_named_for() {
    let folder = Folder::new();
    let unnamed = folder.run(&format!("{RUN} --log")).fine();
    let named = folder
        .run(&format!("{RUN} --log --patron logit --client bot:logit"))
        .fine();
    assert_eq!(unnamed, named);
}

#[test]
fn a_line_for_a_bots_seat_takes_the_place_of_the_bots_act() {
    let script = r#"{"seat":"client","kind":"respond","response":"refuse"}"#;
    let done = Folder::new().feed(&format!("{RUN} --json --script -"), script.as_bytes());
    assert_eq!(done.status, 0, "{}", done.err);
    let responses: Vec<Value> = done
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .filter(|entry: &Value| entry["act"]["kind"] == "respond")
        .collect();
    assert_eq!(responses[0]["by"], "script");
    assert_eq!(responses[0]["act"]["response"], "refuse");
    assert!(
        responses[1..]
            .iter()
            .all(|response| response["by"] == "bot:logit")
    );
}

#[test]
fn a_wrong_line_is_told_with_its_place_and_the_acts_that_are_open() {
    let cases = [
        (
            "card",
            r#"{"seat":"patron","act":{"kind":"demand","card":"gas-discont","intensity":"press"}}"#,
        ),
        (
            "menu",
            r#"{"seat":"patron","act":{"kind":"demand","card":"arctic-navy","intensity":"press"}}"#,
        ),
        ("seat", r#"{"seat":"client","kind":"hold"}"#),
        (
            "phase",
            r#"{"seat":"client","kind":"respond","response":"accept"}"#,
        ),
        ("json", r#"{"seat":"patron","kind":"hold""#),
        ("sealed", r#"{"seat":"patron","kind":"commit","hash":"00"}"#),
        (
            "undo",
            r#"{"seat":"white-cell","kind":"undo","to":9,"reason":"a slip"}"#,
        ),
    ];
    for (name, line) in cases {
        let script = format!("{{\"seat\":\"client\",\"kind\":\"no-offer\"}}\n{line}\n");
        let done = people(&script);
        assert_eq!(done.status, 1, "{line}");
        insta::assert_snapshot!(format!("a_wrong_line_{name}"), done.err);
    }
}

#[test]
fn acts_before_a_wrong_line_stay_recorded() {
    let folder = Folder::new();
    let script = format!("{SCRIPT}{{\"seat\":\"patron\",\"kind\":\"demnad\"}}\n");
    let done = folder.feed(&format!("{PEOPLE} --save s.toml"), script.as_bytes());
    assert_eq!(done.status, 1);
    assert!(
        done.err
            .starts_with("error: standard input:9:25: unknown word `demnad`"),
        "{}",
        done.err
    );
    let verified = folder.run("verify s.toml").fine();
    assert!(verified.starts_with("s.toml: verified, 7 entries, not ended\n"));
}

#[test]
fn a_line_after_the_end_is_told() {
    let script = r#"{"seat":"white-cell","kind":"end","reason":"time"}
{"seat":"patron","kind":"hold"}"#;
    insta::assert_snapshot!(people(script).whole());
}

#[test]
fn a_session_goes_on_by_script_where_it_stopped() {
    let folder = Folder::new();
    let first = folder.feed(&format!("{PEOPLE} --save s.toml"), SCRIPT.as_bytes());
    assert_eq!(first.status, 1, "{}", first.err);
    let more = r#"{"seat":"white-cell","kind":"end","reason":"time is up"}"#;
    let resumed = folder.feed("resume s.toml --script -", more.as_bytes());
    insta::assert_snapshot!(but_for_digests(&resumed.whole()));
    assert!(
        folder
            .run("verify s.toml")
            .fine()
            .contains("10 entries, ended")
    );
}

#[test]
fn a_sealed_session_is_played_from_plans() {
    let folder = Folder::new();
    let reply = r#"{"response":"stall"}"#;
    let line = |domain: &str| format!(r#"{{"domain":"{domain}","gentle":{reply},"hard":{reply}}}"#);
    let domains = ["economy", "diplomacy", "defence", "central-asia", "arctic"]
        .map(line)
        .join(",");
    let script = format!(
        r#"{{"seat":"client","kind":"no-offer"}}
{{"seat":"patron","act":{{"kind":"seal","nonce":"n1","plan":{{"demand":{{"card":"gas-discount","intensity":"press"}},"if_met":"reward","if_defied":"punish"}}}}}}
{{"seat":"client","act":{{"kind":"seal","nonce":"n2","plan":{{"replies":[{domains}]}}}}}}
"#
    );
    let line = "run --deck deck.toml --seed 7 --patron human --client human --sealed --script -";
    insta::assert_snapshot!(folder.feed(line, script.as_bytes()).whole());
}

#[test]
fn a_sealed_plan_is_kept_beside_the_record_until_it_is_revealed() {
    let folder = Folder::new();
    let seal = r#"{"seat":"client","kind":"no-offer"}
{"seat":"patron","act":{"kind":"seal","nonce":"n1","plan":{"if_met":"pocket","if_defied":"pocket"}}}"#;
    let line = "run --deck deck.toml --seed 7 --patron human --client human --sealed --save s.toml --script -";
    assert_eq!(folder.feed(line, seal.as_bytes()).status, 1);
    let reply = r#"{"response":"stall"}"#;
    let line = |domain: &str| format!(r#"{{"domain":"{domain}","gentle":{reply},"hard":{reply}}}"#);
    let domains = ["economy", "diplomacy", "defence", "central-asia", "arctic"]
        .map(line)
        .join(",");
    let other = format!(
        r#"{{"seat":"client","act":{{"kind":"seal","nonce":"n2","plan":{{"replies":[{domains}]}}}}}}"#
    );
    let done = folder.feed("resume s.toml --script - --json", other.as_bytes());
    let kinds: Vec<String> = done
        .out
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["act"]["kind"].to_string())
        .collect();
    let revealed = [
        "\"commit\"",
        "\"reveal-demand\"",
        "\"reveal-response\"",
        "\"close-move\"",
    ];
    assert_eq!(kinds[..4], revealed, "{}", done.err);
}

#[test]
fn the_scripts_of_the_documentation_are_played_to_their_end() {
    let page = include_str!("../../../docs/scripts.md");
    let scripts: Vec<&str> = page
        .split("```jsonl\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap())
        .collect();
    let folder = Folder::new();
    folder.run("deck new my-deck.toml").fine();
    let line = "run --deck my-deck.toml --seed 7 --patron human --client human --script -";
    let with = ["", "--sealed", "", "--europe people", ""];
    for (script, more) in scripts.iter().zip(with) {
        let done = folder.feed(&format!("{line} {more}"), script.as_bytes());
        insta::assert_snapshot!(done.whole());
    }
    assert_eq!(scripts.len(), with.len());
}

#[test]
fn wrong_lines_of_the_white_cell_are_told_at_the_word_that_is_at_fault() {
    let planned = r#"{"seat":"white-cell","kind":"plan-inject","id":"storm","news":{"written":{"title":"A storm"}},"due":"called"}"#;
    let card = r#""title":"Pilots","domain":"economy","autonomy_cost":8,"capacity_need":20,"red_line_weight":3,"lock_in":4,"shared_front":0"#;
    let cases = [
        r#"{"seat":"white-cell","act":{"kind":"fire-inject","id":"strom"}}"#.to_owned(),
        r#"{"seat":"white-cell","act":{"kind":"release-inject","id":"storm"}}"#.to_owned(),
        r#"{"seat":"white-cell","act":{"kind":"ad-hoc-inject","news":{"event":"oil-slmup"}}}"#.to_owned(),
        r#"{"seat":"white-cell","act":{"kind":"ad-hoc-inject","news":{"written":{"title":"X","changes":[["trust",-500]]}}}}"#.to_owned(),
        r#"{"seat":"white-cell","act":{"kind":"reschedule-inject","id":"storm","due":{"at-least":{"gauge":"turst","value":40}}}}"#.to_owned(),
        r#"{"seat":"white-cell","act":{"kind":"reschedule-inject","id":"storm","due":{"at":{"move":70,"phase":"demand"}}}}"#.to_owned(),
        r#"{"seat":"white-cell","act":{"kind":"reschedule-inject","id":"storm","due":"sometime"}}"#.to_owned(),
        format!(r#"{{"seat":"white-cell","act":{{"kind":"write-demand","card":{{"id":"pilots","gain":99,{card}}}}}}}"#),
        format!(r#"{{"seat":"white-cell","act":{{"kind":"write-demand","card":{{"id":"arctic-navy","gain":9,{card}}}}}}}"#),
        r#"{"seat":"white-cell","act":{"kind":"hand-over","of":"client","to":"bot:logti"}}"#.to_owned(),
        r#"{"seat":"white-cell","act":{"kind":"hand-over","of":"europe","to":"bot:hawck"}}"#.to_owned(),
        r#"{"seat":"patron","act":{"kind":"set-length","moves":3,"reason":"x"}}"#.to_owned(),
        r#"{"seat":"white-cell","act":{"kind":"settle","move":1,"reason":"it stands"}}"#.to_owned(),
    ];
    let told: Vec<String> = cases
        .iter()
        .map(|line| people(&format!("{planned}\n{line}\n")).err)
        .collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_ruled_freely_session_runs_headless() {
    let done = Folder::new().run(&format!("{RUN} --adjudication free --log"));
    let by_rule = Folder::new().run(&format!("{RUN} --log"));
    assert_eq!(done.fine(), by_rule.fine());
}

#[test]
fn demands_announced_together_run_headless() {
    let line = format!("{RUN} --demands 2 --together --moves 3 --spread 0");
    insta::assert_snapshot!(Folder::new().run(&line).fine());
}

#[test]
fn europe_sits_at_the_table_where_somebody_is_named_for_its_seat() {
    let folder = Folder::new();
    let kinds = |europe: &str| {
        let printed = folder.run(&format!("{RUN} --json {europe}")).fine();
        printed.matches("\"kind\":\"measure\"").count()
    };
    assert_eq!((kinds(""), kinds("--europe nobody")), (0, 0));
    assert!(kinds("--europe signaller") > 0);
    assert_eq!(kinds("--europe bot:signaller"), kinds("--europe signaller"));
    let done = folder.run(&format!("{RUN} --europe people"));
    assert_eq!(done.status, 1);
    assert!(done.err.contains("Europe"), "{}", done.err);
}

#[test]
fn an_ensemble_is_the_same_for_any_number_of_threads() {
    let line = "simulate --deck deck.toml --patron random --client cautious --runs 200 --seed 7";
    let run = |more: &str| Folder::new().run(&format!("{line} {more}")).fine();
    assert_eq!(run("--threads 1"), run("--threads 2"));
    let json: Value = serde_json::from_str(&run("--json --threads 2")).unwrap();
    assert_eq!(json["runs"], 200);
    assert_eq!(run("--json --threads 1"), run("--json"));
}

#[test]
fn a_line_about_people_says_whom_or_what_there_is() {
    let before = r#"{"seat":"white-cell","act":{"kind":"join","name":"Olga Petrova","at":"client"}}
{"seat":"white-cell","act":{"kind":"ask-estimate","id":"crisis","question":"Will it?","resolution":"it does"}}
"#;
    let lines = [
        r#"{"seat":"white-cell","act":{"kind":"estimate","id":"crises","name":"Olga","percent":10}}"#,
        r#"{"seat":"white-cell","act":{"kind":"leave","name":"Boris"}}"#,
        r#"{"seat":"white-cell","act":{"kind":"resolve-estimate","id":"crisis","happened":true}}"#,
        r#"{"seat":"white-cell","act":{"kind":"estimate","id":"crisis","name":"Olga","percent":300}}"#,
    ];
    let told: Vec<String> = lines
        .iter()
        .map(|line| people(&format!("{before}{line}")).err)
        .collect();
    insta::assert_snapshot!(told.join("\n"));
}
