//! Players before recorded decisions: what they read, what is counted, and that the record is left alone.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use serde_json::Value;

use super::program::Folder;

/// A session in which people hold the client's seat: it stalls, and has to say so at every demand.
fn session(folder: &Folder) {
    let acts = [
        r#"{"seat":"client","act":{"kind":"respond","response":"stall"},"by":"Olga"}"#,
        r#"{"seat":"client","act":{"kind":"respond","response":"refuse"},"by":"Olga"}"#,
    ];
    let script: Vec<&str> = acts.iter().copied().cycle().take(8).collect();
    folder.write("acts.jsonl", script.join("\n"));
    let run = "run --deck deck.toml --seed 11 --moves 3 --patron hardliner --client greedy \
               --script acts.jsonl --save s.toml";
    let done = folder.run(run);
    assert!(done.status <= 1, "{}{}", done.out, done.err);
}

/// A program in the shell that answers every turn with its first act, and keeps what it reads.
fn program(folder: &Folder, name: &str) {
    let text = "#!/bin/sh\n\
        echo '{\"kind\":\"ready\",\"protocol\":1,\"name\":\"shell\",\"version\":\"0.1\"}'\nn=0\n\
        while read -r line; do printf '%s\\n' \"$line\" >> heard\n\
        case \"$line\" in *'\"kind\":\"turn\"'*) n=$((n+1))\n\
        echo \"{\\\"kind\\\":\\\"act\\\",\\\"turn\\\":$n,\\\"choice\\\":0,\\\"forecast\\\":{\\\"expects\\\":\\\"inject\\\",\\\"percent\\\":50}}\";;\n\
        esac; done\n";
    folder.write(name, text);
    fs::set_permissions(folder.path(name), fs::Permissions::from_mode(0o755)).unwrap();
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn answers_are_counted_against_people_as_by_hand() {
    let folder = Folder::new();
    session(&folder);
    let ask = "ask s.toml --seat client --player reply-refuse --times 4 --json";
    let asked = json(&folder.run(ask).fine());
    let round = &asked["rounds"][0];
    let decisions = round["decisions"].as_array().unwrap();
    let people: Vec<&Value> = decisions
        .iter()
        .filter(|one| one["people"] == true)
        .collect();
    assert!(people.len() >= 2, "{asked:#}");
    for one in &people {
        // By the deck's scale stalling counts 2, and saying no 5.
        let (same, shift) = match one["done"]["response"].as_str().unwrap() {
            "refuse" => (4, 0.0),
            "stall" => (0, 3.0),
            other => panic!("{other}"),
        };
        assert_eq!(
            (one["same"].as_u64(), one["alike"].as_u64()),
            (Some(same), Some(same)),
            "{one}"
        );
        assert_eq!(one["shift"].as_f64(), Some(shift), "{one}");
        assert_eq!(one["entropy"].as_f64(), Some(0.0), "{one}");
        assert_eq!(one["answers"][0]["times"], 4, "{one}");
    }
    let refused = people
        .iter()
        .filter(|one| one["done"]["response"] == "refuse")
        .count();
    let total = &round["total"];
    assert_eq!(total["by_people"].as_u64(), Some(people.len() as u64));
    assert_eq!(total["same"].as_u64(), Some(4 * refused as u64));
    assert_eq!(total["answers"].as_u64(), Some(4 * people.len() as u64));
    let moves = round["moves"].as_array().unwrap();
    let sum: u64 = moves
        .iter()
        .map(|of| of["total"]["decisions"].as_u64().unwrap())
        .sum();
    assert_eq!(sum, decisions.len() as u64, "{round:#}");
}

#[test]
fn the_record_is_left_alone_and_the_same_seed_gives_the_same_bytes() {
    let folder = Folder::new();
    session(&folder);
    let record = folder.read("s.toml");
    let one = folder.run("ask s.toml --seat client --seed 3").fine();
    let kept = folder.read("s.toml.asked.json");
    let two = folder.run("ask s.toml --seat client --seed 3").fine();
    assert!(one == two && kept == folder.read("s.toml.asked.json"));
    assert!(
        one.contains("bot:random") && one.contains("Kept in s.toml.asked.json"),
        "{one}"
    );
    folder
        .run("ask s.toml --seat client --seed 4 --player random")
        .fine();
    let other = folder.read("s.toml.asked.json");
    assert!(kept != other, "another seed, another chance");
    assert!(folder.read("s.toml") == record);
    // A player that is asked again replaces its own part, and nobody else's.
    let rounds = |bytes: &[u8]| {
        json(&String::from_utf8_lossy(bytes))["rounds"]
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!(rounds(&kept), rounds(&other));
    // A file that was kept when moves had no names yet is read all the same: what was asked for it was dear.
    let mut old = json(&String::from_utf8_lossy(&other));
    for round in old["rounds"].as_array_mut().unwrap() {
        for of in round["moves"].as_array_mut().unwrap() {
            *of = serde_json::json!([of["move_number"], of["total"]]);
        }
    }
    let read = || {
        let report = folder.run("report s.toml --format json --no-expectations --out -");
        json(&report.fine())["others"].clone()
    };
    let named = read();
    assert!(named.as_array().is_some_and(|rounds| !rounds.is_empty()));
    folder.write("s.toml.asked.json", old.to_string());
    assert_eq!(read(), named);
}

#[test]
fn a_program_reads_what_the_seat_knew_then_under_exchanged_names_if_wanted() {
    let folder = Folder::new();
    let play = "run --deck unequal-partners --seed 7 --moves 2 --save s.toml";
    folder.run(play).fine();
    program(&folder, "bot.sh");
    let ask = "ask s.toml --seat client --player ./bot.sh --times 2";
    let done = folder.run_among_others(&ask.split(' ').collect::<Vec<_>>());
    assert_eq!((done.status, done.err.as_str()), (0, ""), "{}", done.out);
    assert!(done.out.contains("outside:shell 0.1"), "{}", done.out);
    let heard = String::from_utf8(folder.read("heard")).unwrap();
    let lines: Vec<Value> = heard.lines().map(json).collect();
    let hellos: Vec<&Value> = lines
        .iter()
        .filter(|line| line["kind"] == "hello")
        .collect();
    assert_eq!(hellos.len(), 2, "started anew each time");
    assert_eq!(
        (&hellos[1]["asked"]["time"], &hellos[1]["asked"]["times"]),
        (&2.into(), &2.into())
    );
    assert!(lines.iter().all(|line| line["kind"] != "taken"));
    for turn in lines.iter().filter(|line| line["kind"] == "turn") {
        let (entry, news) = (
            turn["entry"].as_u64().unwrap(),
            turn["news"].as_array().unwrap(),
        );
        assert!(
            news.iter()
                .all(|one| one["entry"].as_u64().unwrap() <= entry),
            "{turn}"
        );
        assert!(
            turn["state"]["effort"].is_null() && turn["state"]["outcome"].is_null(),
            "{turn}"
        );
        assert!(!turn["acts"].as_array().unwrap().is_empty(), "{turn}");
    }
    fs::remove_file(folder.path("heard")).unwrap();
    let ask = "ask s.toml --seat client --player ./bot.sh --times 1 --names swapped --json";
    let done = folder.run_among_others(&ask.split(' ').collect::<Vec<_>>());
    let round = json(&done.out)["rounds"][0].clone();
    assert_eq!(round["terms"]["names"], "swapped");
    assert!(
        round["total"]["forecasts"].as_u64().unwrap() > 0,
        "{round:#}"
    );
    assert_eq!(round["total"]["brier"].as_f64(), Some(0.25), "{round:#}");
    let swapped = String::from_utf8(folder.read("heard")).unwrap();
    // It was asked right before each entry, and was told all up to there.
    let before = |one: &Value| one["entry"].as_u64().unwrap() - 1;
    let decided: Vec<u64> = round["decisions"]
        .as_array()
        .unwrap()
        .iter()
        .map(before)
        .collect();
    let turns = swapped
        .lines()
        .map(json)
        .filter(|line| line["kind"] == "turn");
    let turns: Vec<u64> = turns.map(|turn| turn["entry"].as_u64().unwrap()).collect();
    assert_eq!(turns, decided);
    let names = |text: &str| json(text.lines().next().unwrap())["seats"]["client"]["name"].clone();
    assert_eq!(
        (names(&heard), names(&swapped)),
        ("Russia".into(), "China".into())
    );
    assert_eq!(folder.run("verify s.toml").status, 0);
}

#[test]
fn report_and_replay_tell_what_others_would_have_done_and_leave_machines_out_if_wanted() {
    let folder = Folder::new();
    session(&folder);
    folder
        .run("ask s.toml --seat client --player reply-refuse --times 4")
        .fine();
    let report = "report s.toml --format md --no-expectations --out -";
    let whole = folder.run(report).fine();
    let section = whole
        .split("What others would have done")
        .nth(2)
        .unwrap_or(&whole);
    assert!(
        section.contains("bot:reply-refuse") && section.contains("severity"),
        "{whole}"
    );
    // The chronology says when: so each of its lines has a comma behind the name.
    assert!(whole.contains("the bot greedy, "), "{whole}");
    let people = folder.run(&format!("{report} --no-machines")).fine();
    for machine in [
        "bot:reply-refuse",
        "the bot greedy, ",
        "What others would have done",
    ] {
        assert!(!people.contains(machine), "{machine}");
    }
    assert!(people.contains("What machines did is left out") && people.contains("Olga"));
    for form in ["--text", "--json"] {
        let all = folder.run(&format!("replay s.toml {form}")).fine();
        let people = folder
            .run(&format!("replay s.toml {form} --no-machines"))
            .fine();
        let by_machine = |text: &str| {
            text.lines()
                .filter(|line| line.contains("bot:greedy"))
                .count()
        };
        assert!(by_machine(&all) > 1, "{all}");
        // Who held the seats is said all the same.
        assert!(
            by_machine(&people) <= 1 && people.contains("Olga"),
            "{people}"
        );
    }
}

#[test]
fn program_version_and_try_stand_in_every_export() {
    let folder = Folder::new();
    program(&folder, "bot.sh");
    let run =
        "run --deck unequal-partners --seed 7 --moves 2 --client ./bot.sh --save s.toml --json";
    let told = folder.run_among_others(&run.split(' ').collect::<Vec<_>>());
    assert_eq!(told.status, 0, "{}", told.err);
    folder
        .run("run --deck unequal-partners --seed 8 --moves 2 --save t.toml")
        .fine();
    let csv = folder.run("report s.toml --format csv --out .");
    assert_eq!(csv.status, 0, "{}", csv.err);
    let acts = String::from_utf8(folder.read("s.acts.csv")).unwrap();
    let exports = [
        ("run --json", told.out),
        ("acts.csv", acts),
        (
            "the record",
            String::from_utf8(folder.read("s.toml")).unwrap(),
        ),
        (
            "report",
            folder
                .run("report s.toml --format html --no-expectations --out -")
                .out,
        ),
        (
            "report json",
            folder
                .run("report s.toml --format json --no-expectations --out -")
                .out,
        ),
        ("replay --text", folder.run("replay s.toml --text").out),
        (
            "replay --json",
            folder.run("replay s.toml --json --seat patron").out,
        ),
        (
            "compare --json",
            folder.run("compare s.toml t.toml --json").out,
        ),
    ];
    for (name, text) in exports {
        assert!(text.contains("shell 0.1, try 1"), "{name}: {text}");
    }
}

#[test]
fn who_cannot_be_asked_is_told_with_what_to_do() {
    let folder = Folder::new();
    session(&folder);
    for (line, told) in [
        (
            "ask s.toml --seat client --player nonsense",
            "bots for it are:",
        ),
        (
            "ask s.toml --seat europe --player greedy",
            "decided nothing that can be asked",
        ),
        (
            "ask s.toml --seat client --player ./nothing",
            "it could not be started",
        ),
        ("ask nothing.toml --seat client", "nothing.toml"),
        ("ask s.toml --seat white-cell", "possible values"),
        ("ask s.toml --seat client --times 0", "--times"),
    ] {
        let done = folder.run(line);
        assert!(
            done.status == 1 || done.status == 2,
            "{line}: {}",
            done.status
        );
        assert!(done.err.contains(told), "{line}: {}", done.err);
    }
    assert!(!folder.path("s.toml.asked.json").exists());
}
