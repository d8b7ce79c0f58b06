//! What other programs are told: what is worked out from gauges and estimates, each act as it is recorded, and of sessions
//! that go on from an entry only what comes from there on.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use super::program::Folder;

/// A folder with an example that comes with the program, as `w.toml`.
fn with(name: &str) -> Folder {
    let folder = Folder::new();
    let root = env!("CARGO_MANIFEST_DIR");
    let save = format!("{root}/saves/examples/{name}.toml");
    folder.write("w.toml", fs::read(save).unwrap());
    folder
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn where_stability_was_heading_leverage_turning_points_and_what_all_expected_stand_in_tables() {
    let folder = with("console-workshop");
    folder
        .run("report w.toml --format csv --out tables/ --playouts 0")
        .fine();
    let made = folder.run("report w.toml --format json --out - --no-expectations");
    let report = json(&made.out);
    let columns = |table: &str, names: &[&str]| -> Vec<Vec<String>> {
        let text = folder.read(&format!("tables/w.{table}.csv"));
        let mut reader = csv::Reader::from_reader(text.as_slice());
        let rows = reader.deserialize().map(Result::unwrap);
        let cells =
            |row: BTreeMap<String, String>| names.iter().map(|name| row[*name].clone()).collect();
        rows.map(cells).collect()
    };
    // A list of the report as rows of these parts, an empty cell for what is not there.
    let told = |list: &Value, names: &[&str]| -> Vec<Vec<String>> {
        let cell = |value: &Value| match value {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            Value::Number(number) if number.is_f64() => format!("{:.4}", number.as_f64().unwrap()),
            other => other.to_string(),
        };
        let rows = list.as_array().unwrap().iter();
        rows.map(|row| names.iter().map(|name| cell(&row[*name])).collect())
            .collect()
    };
    let levels = ["stability", "supported", "outlook"];
    let points = &report["course"]["points"];
    assert_eq!(columns("moments", &levels), told(points, &levels));
    let turned = ["entry", "moved", "to"];
    let turning = &report["turning_points"]["points"];
    assert!(!turning.as_array().unwrap().is_empty());
    assert_eq!(columns("turning_points", &turned), told(turning, &turned));
    let asked = ["entry", "question", "mean", "happened", "brier"];
    let polls = &report["estimates"]["polls"];
    assert_eq!(columns("questions", &asked), told(polls, &asked));
    let read = columns("leverage", &["domain", "move", "leverage"]);
    let mut wanted = Vec::new();
    for (place, point) in points.as_array().unwrap().iter().enumerate() {
        for domain in report["course"]["leverage"].as_array().unwrap() {
            let level = domain["values"][place].to_string();
            let domain = domain["domain"].as_str().unwrap().to_owned();
            wanted.push(vec![domain, point["move_number"].to_string(), level]);
        }
    }
    assert!(wanted.len() >= 45, "five domains, nine moments");
    assert_eq!(read, wanted);
}

#[test]
fn answers_and_follow_ups_have_the_card_and_the_domain_of_their_demand() {
    let folder = with("console-workshop");
    folder
        .run("report w.toml --format csv --out tables/ --playouts 0")
        .fine();
    let rows = |table: &str| -> Vec<BTreeMap<String, String>> {
        let text = folder.read(&format!("tables/w.{table}.csv"));
        let mut reader = csv::Reader::from_reader(text.as_slice());
        reader.deserialize().map(Result::unwrap).collect()
    };
    let acts = rows("acts");
    let (mut answers, mut follow_ups) = (0, 0);
    for exchange in rows("exchanges") {
        let of = |row: &&BTreeMap<String, String>| {
            row["move"] == exchange["move"] && row["undone"] == "false"
        };
        for act in acts.iter().filter(of) {
            let counted = match act["kind"].as_str() {
                "respond" => &mut answers,
                "follow-up" => &mut follow_ups,
                _ => continue,
            };
            *counted += 1;
            for part in ["card", "domain"] {
                assert_eq!(act[part], exchange[part], "{act:?}");
            }
        }
    }
    assert!(answers > 4 && follow_ups > 4, "{answers} {follow_ups}");
}

#[test]
fn a_replay_for_programs_has_each_act_and_what_was_drawn_as_the_record_has_them() {
    let folder = with("stockholm-table-1");
    let record = unequal_partners::store::read(folder.path("w.toml")).unwrap();
    let printed = folder.run("replay w.toml --json").fine();
    assert_eq!(printed.lines().count(), record.entries.len());
    let mut drawn = 0;
    for (line, entry) in printed.lines().map(json).zip(&record.entries) {
        // An estimate is kept blind, and its number told where it is revealed.
        if entry.act.word() != "estimate" {
            assert_eq!(line["act"], serde_json::to_value(&entry.act).unwrap());
        }
        drawn += usize::from(!line["drawn"].is_null());
    }
    assert!(drawn > 7, "every ruling has its dice");
}

#[test]
fn what_goes_on_from_an_entry_is_counted_from_there_on() {
    let folder = with("stockholm-table-1");
    let report = folder.run("report w.toml --format json --out - --no-expectations");
    let report = json(&report.out);
    // The answer of a move in the middle: its demand and answer are recorded, three moves are left after it.
    let exchanges = report["exchanges"].as_array().unwrap();
    let exchange = exchanges
        .iter()
        .find(|one| one["move_number"] == 5)
        .unwrap();
    let answered = &exchange["reply_entry"];
    let line = format!(
        "simulate --from w.toml@{answered} --patron tit-for-tat --client tit-for-tat --runs 40 --seed 7 --json"
    );
    let played = json(&folder.run(&line).fine());
    let number = |value: &Value| value.as_u64().unwrap();
    let sum = |shares: &Value| -> u64 {
        let shares = shares.as_array().unwrap().iter();
        shares.map(|share| number(&share["count"])).sum()
    };
    let moves = played["length"]["moves"].as_array().unwrap().iter();
    let left: u64 = moves
        .map(|row| number(&row["sessions"]) * (number(&row["moves"]) - 5))
        .sum();
    assert!(left >= 40 * 2, "{left}");
    let held = &played["play"]["held"];
    assert_eq!(number(&held["of"]), left, "{held}");
    let asked = sum(&played["play"]["intensities"]);
    assert!(
        asked <= left,
        "what is recorded is not asked again: {asked}"
    );
    assert!(sum(&played["play"]["responses"]) <= left, "nor answered");
}
