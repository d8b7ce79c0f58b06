//! The same thing has the same value wherever it is told: every number of the report, the replay, comparisons, tables,
//! the fan and ensembles of one session is walked.

mod whole;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::ControlFlow;

use serde_json::{Map, Value};

use super::program::Folder;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::session::Table;
use unequal_partners::session::fan::FanQuestion;

const SAVE: &str = "stockholm-table-1";
const BRANCH: &str = "stockholm-table-1-half-the-lessons";

/// A thing that has a value: of an entry, or of a gauge at an entry, and what of it.
type Thing = (u64, String, String);

/// What the sources say of each thing; a number is told as text, so that 3 and 3.0 are one.
type Said = BTreeMap<Thing, BTreeMap<String, BTreeSet<String>>>;

/// Names that stand for the same thing elsewhere.
const SAME: [(&str, &str); 4] = [
    ("move", "move_number"),
    ("delivered_percent", "delivered"),
    ("before", "from"),
    ("after", "to"),
];

/// Parts whose numbers are of another thing than their names alone say: stability before and after, what could be expected, what an act is worth in
/// replays, the measure of the move, what may come next.
const OF_THEIR_OWN: [&str; 8] = [
    "stability",
    "expected",
    "taken",
    "worth",
    "difference",
    "served",
    "measure",
    "signposts",
];

fn walk(found: &Value, of: Option<(u64, &str)>, name: &str, source: &str, said: &mut Said) {
    match found {
        Value::Object(keys) => {
            let entry = keys.get("entry").and_then(Value::as_u64);
            let gauge = keys.get("gauge").and_then(Value::as_str);
            let of = match (entry, of) {
                (Some(entry), _) => Some((entry, gauge.unwrap_or_default())),
                (None, Some((entry, before))) => Some((entry, gauge.unwrap_or(before))),
                (None, None) => None,
            };
            for (key, value) in keys.iter().filter(|(key, _)| *key != "entry") {
                let same = SAME.iter().find(|(other, _)| other == key);
                let key = same.map_or(key.as_str(), |(_, one)| one);
                let within = match name.rsplit('.').next() {
                    // After the end of a move the position is that of the next one.
                    Some("state") if key == "move_number" => "state.move_number".to_owned(),
                    Some(own) if OF_THEIR_OWN.contains(&own) => format!("{own}.{key}"),
                    _ => key.to_owned(),
                };
                walk(value, of, &within, source, said);
            }
        }
        Value::Array(items) => {
            for item in items.iter().filter(|item| !item.is_number()) {
                walk(item, of, name, source, said);
            }
        }
        Value::Number(number) => {
            let Some((entry, gauge)) = of else {
                return;
            };
            let thing = (entry, gauge.to_owned(), name.to_owned());
            let value = format!("{:.3}", number.as_f64().unwrap());
            said.entry(thing)
                .or_default()
                .entry(source.to_owned())
                .or_default()
                .insert(value);
        }
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

/// A folder with the session and its branch.
fn played() -> Folder {
    let folder = Folder::new();
    for name in [SAVE, BRANCH] {
        let path = format!("{}/saves/examples/{name}.toml", env!("CARGO_MANIFEST_DIR"));
        folder.write(&format!("{name}.toml"), fs::read(path).unwrap());
    }
    folder
}

fn json(folder: &Folder, command: &str) -> Value {
    serde_json::from_str(&folder.run(command).fine()).unwrap()
}

/// The rows of a table, with numbers where the cells are.
fn rows(folder: &Folder, table: &str) -> Vec<Value> {
    let text = folder.read(&format!("tables/{SAVE}.{table}.csv"));
    let mut reader = csv::Reader::from_reader(text.as_slice());
    let heads = reader.headers().unwrap().clone();
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        let cells = heads.iter().zip(row.iter()).map(|(head, cell)| {
            let number = cell
                .parse::<f64>()
                .ok()
                .and_then(serde_json::Number::from_f64);
            let whole = cell.parse::<u64>().ok().map(Value::from);
            let value = whole
                .or(number.map(Value::Number))
                .unwrap_or_else(|| cell.into());
            (head.to_owned(), value)
        });
        let mut cells: Map<String, Value> = cells.collect();
        if let Some(ruled) = cells.get("ruling_entry").cloned() {
            cells.insert("entry".to_owned(), ruled);
        }
        Value::Object(cells)
    });
    rows.collect()
}

#[test]
fn whatever_two_outputs_say_of_an_entry_is_the_same() {
    let folder = played();
    let mut said = Said::new();
    let report = json(
        &folder,
        &format!("report {SAVE}.toml --format json --out - --playouts 3"),
    );
    for (section, value) in report.as_object().unwrap() {
        let mut value = value.clone();
        if section == "knowledge" {
            // It tells how things stood before the entry, when the seat decided.
            for known in value.as_array_mut().unwrap() {
                let before = known["entry"].as_u64().unwrap() - 1;
                known["entry"] = before.into();
                known.as_object_mut().unwrap().remove("move_number");
            }
        }
        walk(&value, None, section, section, &mut said);
    }
    for line in folder
        .run(&format!("replay {SAVE}.toml --json"))
        .fine()
        .lines()
    {
        walk(
            &serde_json::from_str(line).unwrap(),
            None,
            "line",
            "replay",
            &mut said,
        );
    }
    let compared = json(
        &folder,
        &format!("compare {SAVE}.toml {BRANCH}.toml --json"),
    );
    for row in compared["rows"].as_array().unwrap() {
        walk(&row["cells"][0], None, "cell", "compare", &mut said);
    }
    folder
        .run(&format!("report {SAVE}.toml --format csv --out tables/"))
        .fine();
    for table in [
        "acts",
        "changes",
        "exchanges",
        "offers",
        "measures",
        "red_lines",
        "estimates",
        "knowledge",
    ] {
        let rows = rows(&folder, table);
        if table != "knowledge" {
            walk(&Value::Array(rows), None, table, table, &mut said);
        }
    }
    let shared: Vec<_> = said
        .iter()
        .filter(|(_, sources)| sources.len() > 1)
        .collect();
    assert!(
        shared.len() > 700,
        "only {} things are told twice",
        shared.len()
    );
    let differ: Vec<_> = shared
        .iter()
        .filter(|(_, sources)| {
            let mut values = sources.values();
            let first = values.next();
            values.any(|other| Some(other) != first)
        })
        .collect();
    assert!(
        differ.is_empty(),
        "{} differ, as {:#?}",
        differ.len(),
        &differ[..differ.len().min(8)]
    );
}

#[test]
fn what_was_played_before_an_entry_is_the_same_in_what_is_played_on_from_there() {
    let folder = played();
    let report = json(
        &folder,
        &format!("report {SAVE}.toml --format json --out - --no-expectations"),
    );
    let path = folder.path(&format!("{SAVE}.toml"));
    let (table, _) = Table::read(&path).unwrap();
    let points = report["course"]["points"].as_array().unwrap();
    let curve: Vec<i64> = points
        .iter()
        .filter(|point| point["closed"] == true)
        .map(|point| point["stability"].as_i64().unwrap())
        .collect();
    let lines = folder.run(&format!("replay {SAVE}.toml --json")).fine();
    let lines = lines
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let after: BTreeMap<u64, Value> = lines
        .map(|line| (line["entry"].as_u64().unwrap(), line))
        .collect();
    for entry in [9, 20, 45] {
        let before: Vec<i64> = points
            .iter()
            .filter(|point| point["closed"] == true && point["entry"].as_u64().unwrap() <= entry)
            .map(|point| point["stability"].as_i64().unwrap())
            .collect();
        let go_on = || ControlFlow::Continue(());
        let fan = FanQuestion::new(&table, EntryNumber::new(entry), 5)
            .answer(&go_on)
            .unwrap();
        assert_eq!(fan.before, before, "fan from {entry}");
        assert_eq!(fan.path, curve, "the way of the session itself");
        assert_eq!(Some(&fan.last), curve.last());
        let bots = "--patron tit-for-tat --client tit-for-tat --runs 5 --seed 1";
        let played = json(
            &folder,
            &format!("simulate --from {SAVE}.toml@{entry} {bots} --json"),
        );
        for (place, level) in before.iter().enumerate() {
            let at = &played["stability"][place];
            assert_eq!(at["moves"], place, "from {entry}");
            for part in ["p5", "p50", "p95"] {
                assert_eq!(at[part], *level, "from {entry}, after move {place}");
            }
        }
        let state = &after[&entry]["state"];
        for what in ["move", "phase"] {
            assert_eq!(played["from"][what], state[what], "from {entry}");
        }
    }
}

#[test]
fn the_same_difference_has_the_same_interval_wherever_it_is_printed() {
    let folder = played();
    let text = folder
        .run(&format!(
            "report {SAVE}.toml --format md --out - --playouts 20"
        ))
        .fine();
    // Of an entry: a difference, and what stands behind its ±.
    let mut told: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    let mut pairs = 0;
    for line in text.lines() {
        let mut parts = line.split(" ± ");
        let mut before = parts.next().unwrap_or_default();
        for after in parts {
            let end = after
                .find(|c: char| !c.is_ascii_digit() && c != '.')
                .unwrap_or(after.len());
            let (interval, rest) = after.split_at(end);
            let cites: Vec<&str> = rest
                .split("\\[")
                .skip(1)
                .filter_map(|cite| cite.split("\\]").next())
                .collect();
            let difference = before
                .rsplit([' ', '*', '('])
                .find(|word| !word.is_empty())
                .unwrap_or_default();
            if let Some(entry) = cites.first() {
                let key = ((*entry).to_owned(), difference.to_owned());
                told.entry(key)
                    .or_default()
                    .insert(interval.trim_end_matches('.').to_owned());
                pairs += 1;
            }
            before = after;
        }
    }
    assert!(
        pairs > 3,
        "only {pairs} differences are told with an interval and their entry"
    );
    for ((entry, difference), intervals) in told {
        assert_eq!(intervals.len(), 1, "[{entry}] {difference} ± {intervals:?}");
    }
}
