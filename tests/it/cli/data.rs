//! The tables as somebody reads them who has the codebook and no program of ours.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use serde_json::Value;

use super::program::Folder;

/// The sessions that come with the program.
const EXAMPLES: [&str; 5] = [
    "console-workshop",
    "sealed-evening",
    "stockholm-table-1",
    "stockholm-table-1-half-the-lessons",
    "stockholm-table-2",
];

/// A folder with the examples and their tables.
fn reported(format: &str) -> Folder {
    let folder = Folder::new();
    for name in EXAMPLES {
        let path = format!("{}/saves/examples/{name}.toml", env!("CARGO_MANIFEST_DIR"));
        folder.write(&format!("{name}.toml"), fs::read(path).unwrap());
    }
    let saves = EXAMPLES.map(|name| format!("{name}.toml")).join(" ");
    let made = folder.run(&format!("report {saves} --format {format} --out tables/"));
    assert_eq!(made.status, 0, "{}", made.err);
    folder
}

fn report(folder: &Folder, name: &str) -> Value {
    let made = folder.run(&format!(
        "report {name}.toml --format json --out - --no-expectations"
    ));
    serde_json::from_str(&made.out).unwrap()
}

#[test]
#[ignore = "needs python3, which is not everywhere; .ci/run runs it where it is"]
fn what_the_example_in_the_docs_recomputes_from_the_tables_is_what_the_reports_say() {
    let folder = reported("csv");
    let done = Command::new("python3")
        .arg(format!("{}/docs/data.py", env!("CARGO_MANIFEST_DIR")))
        .args(["tables/cohort", "--database", "sessions.sqlite"])
        .current_dir(folder.path("."))
        .output()
        .expect("python3 is there");
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{said}");
    let kept = folder.read("sessions.sqlite");
    assert!(
        kept.starts_with(b"SQLite format 3\0"),
        "the tables are kept as a database"
    );
    let found: Value = serde_json::from_slice(&done.stdout).unwrap();
    let mut answers: BTreeMap<(String, String), u64> = BTreeMap::new();
    for name in EXAMPLES {
        let report = report(&folder, name);
        let points = report["course"]["points"].as_array().unwrap();
        let closed = points.iter().filter(|point| point["closed"] == true);
        let curve: Vec<&Value> = closed.map(|point| &point["stability"]).collect();
        let read: Vec<&Value> = found["stability"][name]
            .as_array()
            .unwrap()
            .iter()
            .collect();
        assert_eq!(read, curve, "{name}");
        assert_eq!(
            found["moved"][name], found["change"][name],
            "{name}: the parts add up"
        );
        joined_by_ids(&found, name, &report);
        worked_out_from_gauges(&found, name, &report);
        let aims = report["ending"]["aims"].as_array();
        let aims = aims.into_iter().flatten().map(|aim| aim["points"].as_i64());
        let read = found["aims"][name].as_array().unwrap().iter();
        let read: Vec<Option<i64>> = read.map(Value::as_i64).collect();
        let aims: Vec<Option<i64>> = aims.collect();
        assert!(
            read == aims || aims.is_empty() && read == [None; 3],
            "{name}"
        );
        let polls = report["estimates"]["polls"].as_array();
        let given = polls.into_iter().flatten();
        let given = given.flat_map(|poll| poll["estimates"].as_array().into_iter().flatten());
        let scores: Vec<f64> = given.filter_map(|line| line["brier"].as_f64()).collect();
        let count = u32::try_from(scores.len()).unwrap();
        if count > 0 {
            let mean = scores.iter().sum::<f64>() / f64::from(count);
            let read = found["brier"][name].as_f64().unwrap();
            assert!((read - mean).abs() < 1e-5, "{name}: {read}, {mean}");
        }
        // What stands in a branch was copied, or nobody decided it.
        if !report["session"]["parent"].is_null() {
            continue;
        }
        let lines = report["chronology"].as_array().unwrap().iter();
        let ruled = lines.filter(|line| line["undone"] == false && !line["ruling"].is_null());
        for line in ruled.filter(|line| line["move_number"] != 0) {
            let word = |part: &str| line["act"][part].as_str().unwrap().to_owned();
            *answers
                .entry((word("domain"), word("response")))
                .or_default() += 1;
        }
    }
    let read = found["answers"].as_object().unwrap().iter();
    let read = read.flat_map(|(domain, answers)| {
        let answers = answers.as_object().unwrap().iter();
        answers.map(move |(word, count)| ((domain.clone(), word.clone()), count.as_u64().unwrap()))
    });
    assert_eq!(read.collect::<BTreeMap<_, _>>(), answers);
}

/// What follows from gauges, and from the estimates of everybody, is what the report says.
fn worked_out_from_gauges(found: &Value, name: &str, report: &Value) {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let read = |of: &str| list(&found[of][name]);
    let points = list(&report["course"]["points"]);
    let told = points.iter().map(|point| &point["outlook"]);
    let told: Vec<Value> = told.map(|told| vec![told.clone(); 2].into()).collect();
    assert_eq!(read("heading"), told, "{name}: recomputed, and told");
    let mut told: Vec<Value> = Vec::new();
    for domain in list(&report["course"]["leverage"]) {
        let word = format!("{}.dependence", domain["domain"].as_str().unwrap());
        let gauges = list(&report["course"]["gauges"]);
        let depends = gauges.iter().find(|gauge| gauge["gauge"] == *word).unwrap();
        for (place, point) in points.iter().enumerate() {
            let (leverage, dependence) = (&domain["values"][place], &depends["values"][place]);
            let row = [
                &domain["domain"],
                &point["move_number"],
                leverage,
                dependence,
            ];
            told.push(row.map(Value::clone).to_vec().into());
        }
    }
    told.sort_by_key(|row| (row[0].to_string(), row[1].as_u64()));
    assert_eq!(read("leverage"), told, "{name}");
    let turned = list(&report["turning_points"]["points"]);
    let told = turned.iter().map(|point| &point["entry"]);
    let read_there = read("turned");
    let there = read_there.iter().map(|row| &row[0]);
    assert!(there.eq(told), "{name}: {read_there:?}");
    for row in read("crowd") {
        let (mean, recomputed) = (row[1].as_f64().unwrap(), row[2].as_f64().unwrap());
        assert!((mean - recomputed).abs() < 1e-3, "{name}: {row}");
    }
}

/// What was joined by ids alone and read from the tables of overrides, holders and plans is what the report says.
fn joined_by_ids(found: &Value, name: &str, report: &Value) {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let count = |of: &str| found["joined"][of][name].as_u64().unwrap_or(0);
    let overrides = list(&report["overrides"]["lines"]);
    let exchanges = list(&report["exchanges"]);
    let rulings = overrides.iter().filter(|line| line["kind"] == "ruling");
    let followed = exchanges.iter().filter(|line| !line["follow_up"].is_null());
    for (of, told) in [
        ("offers", list(&report["offers"]).len()),
        ("measures", list(&report["europe"]["measures"]).len()),
        ("overruled", rulings.count()),
        ("rulings", exchanges.len()),
        ("followed", followed.count()),
    ] {
        assert_eq!(count(of), told as u64, "{name}: {of}");
    }
    let told = overrides.iter().map(|line| {
        let parts = ["kind", "entry", "effect"].map(|part| line[part].clone());
        Value::from(parts.to_vec())
    });
    assert_eq!(list(&found["overrides"][name]), told.collect::<Vec<_>>());
    let mut told: Vec<Value> = Vec::new();
    for seat in list(&report["session"]["seats"]) {
        for held in list(&seat["held"]) {
            let parts = [
                &seat["seat"],
                &held["by"],
                &held["from"],
                &held["move_number"],
            ];
            told.push(parts.map(Value::clone).to_vec().into());
        }
    }
    told.sort_by_key(|span| (span[0].to_string(), span[2].as_u64()));
    assert_eq!(list(&found["holders"][name]), told, "{name}");
    let prepared = report["europe"]["prepared"].as_bool().unwrap_or(false);
    assert_eq!(found["prepared"][name], u64::from(prepared), "{name}");
}

#[test]
fn excel_gets_a_mark_semicolons_and_decimal_commas_and_the_same_cells() {
    let (plain, excel) = (reported("csv"), reported("excel"));
    for table in ["acts", "estimates", "sessions"] {
        let name = format!("tables/cohort.{table}.csv");
        let (plain, excel) = (plain.read(&name), excel.read(&name));
        let bare = excel
            .strip_prefix("\u{feff}".as_bytes())
            .expect("a byte order mark");
        let mut plain = csv::Reader::from_reader(plain.as_slice());
        let mut excel = csv::ReaderBuilder::new().delimiter(b';').from_reader(bare);
        assert_eq!(plain.headers().unwrap(), excel.headers().unwrap());
        for (plain, excel) in plain.records().zip(excel.records()) {
            let (plain, excel) = (plain.unwrap(), excel.unwrap());
            for (plain, excel) in plain.iter().zip(excel.iter()) {
                let is_decimal = plain.contains('.') && plain.parse::<f64>().is_ok();
                let wanted = if is_decimal {
                    plain.replace('.', ",")
                } else {
                    plain.to_owned()
                };
                assert_eq!(excel, wanted, "{table}");
            }
        }
    }
}

#[test]
fn what_was_worked_out_for_a_report_stands_in_the_tables_of_its_session() {
    let folder = Folder::new();
    let path = format!(
        "{}/saves/examples/sealed-evening.toml",
        env!("CARGO_MANIFEST_DIR")
    );
    folder.write("s.toml", fs::read(path).unwrap());
    let rows = |out: &str, options: &str| {
        let made = folder.run(&format!(
            "report s.toml --format csv --out {out}/ {options}"
        ));
        assert_eq!(made.status, 0, "{}", made.err);
        ["expectations", "luck"].map(|table| {
            let text = folder.read(&format!("{out}/s.{table}.csv"));
            let mut table = csv::Reader::from_reader(text.as_slice());
            table
                .deserialize()
                .map(Result::unwrap)
                .collect::<Vec<BTreeMap<String, String>>>()
        })
    };
    let nothing = rows("before", "");
    assert!(nothing.iter().all(Vec::is_empty), "nothing is known yet");
    assert!(rows("without", "--playouts 0").iter().all(Vec::is_empty));
    let asked = rows("asked", "--playouts 3");
    assert!(asked.iter().all(|rows| !rows.is_empty()));
    assert_eq!(rows("kept", ""), asked, "it was kept");
    let number = |row: &BTreeMap<String, String>, key: &str| row[key].parse::<f64>().unwrap();
    let parts: f64 = asked[1].iter().map(|row| number(row, "moved")).sum();
    let first = &asked[1][0];
    let change = number(first, "expected_end") - number(first, "expected_start");
    assert!(
        (parts - change).abs() < 0.01,
        "the parts add up: {parts}, {change}"
    );
}

/// Sessions that between them have something in every table.
const BETWEEN_THEM: [&str; 3] = ["console-workshop", "stockholm-table-1", "every-entry"];

#[test]
fn no_table_of_the_package_is_empty_over_sessions_in_which_everything_happened() {
    let folder = Folder::new();
    let root = env!("CARGO_MANIFEST_DIR");
    for name in BETWEEN_THEM {
        let found = ["saves/examples", "tests/sessions/v2"]
            .map(|place| format!("{root}/{place}/{name}.toml"))
            .into_iter()
            .find_map(|path| fs::read(path).ok());
        folder.write(&format!("{name}.toml"), found.expect(name));
    }
    let remarks = "stockholm-table-1.toml.annotations";
    folder.write(
        remarks,
        fs::read(format!("{root}/saves/examples/{remarks}")).unwrap(),
    );
    let mut rows: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for name in BETWEEN_THEM {
        let made = folder.run(&format!(
            "report {name}.toml --format csv --out tables/ --playouts 2"
        ));
        assert_eq!(made.status, 0, "{}", made.err);
        let package = folder.read(&format!("tables/{name}.datapackage.json"));
        let package: Value = serde_json::from_slice(&package).unwrap();
        for resource in package["resources"].as_array().unwrap() {
            let path = resource["path"].as_str().unwrap();
            let text = folder.read(&format!("tables/{path}"));
            let mut reader = csv::Reader::from_reader(text.as_slice());
            let table = resource["name"].as_str().unwrap().to_owned();
            let heads = reader.headers().unwrap().clone();
            let id = heads.iter().position(|head| head == "session_id").unwrap();
            let records: Vec<_> = reader.records().map(Result::unwrap).collect();
            let known = records.iter().filter(|row| row[id].len() == 64).count();
            let sum = rows.entry(table).or_default();
            sum.0 += records.len();
            sum.1 += known;
        }
    }
    let empty: Vec<_> = rows.iter().filter(|(_, (all, _))| *all == 0).collect();
    assert!(empty.is_empty(), "without a row: {empty:?}");
    let unknown = rows.iter().filter(|(_, (all, known))| all != known);
    let unknown: Vec<_> = unknown.collect();
    assert!(
        unknown.is_empty(),
        "rows without their session: {unknown:?}"
    );
}

#[test]
fn the_package_names_every_table_and_the_codebook_every_column() {
    let folder = reported("csv");
    let package: Value =
        serde_json::from_slice(&folder.read("tables/cohort.datapackage.json")).unwrap();
    let codebook = String::from_utf8(folder.read("tables/cohort.codebook.md")).unwrap();
    for resource in package["resources"].as_array().unwrap() {
        let path = resource["path"].as_str().unwrap();
        let text = folder.read(&format!("tables/{path}"));
        let mut reader = csv::Reader::from_reader(text.as_slice());
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> = fields
            .iter()
            .map(|field| field["name"].as_str().unwrap())
            .collect();
        assert_eq!(
            reader.headers().unwrap().iter().collect::<Vec<_>>(),
            names,
            "{path}"
        );
        let part = codebook
            .split("\n## ")
            .find(|part| part.starts_with(path))
            .expect(path);
        for (name, field) in names.iter().zip(fields) {
            let kind = field["type"].as_str().unwrap();
            assert!(
                part.contains(&format!("| `{name}` | {kind} | ")),
                "{path}: {name}"
            );
        }
        for row in reader.records() {
            for (cell, field) in row.unwrap().iter().zip(fields) {
                if let Some(words) = field["constraints"]["enum"].as_array() {
                    let listed = words.iter().any(|word| word == cell);
                    assert!(
                        listed || cell.is_empty(),
                        "{path}: {} is {cell}, none of {words:?}",
                        field["name"]
                    );
                    assert!(part.contains(&format!("`{cell}`")) || cell.is_empty());
                }
                let fits = cell.is_empty()
                    || match field["type"].as_str().unwrap() {
                        "integer" => cell.parse::<i64>().is_ok(),
                        "number" => cell.parse::<f64>().is_ok(),
                        "boolean" => matches!(cell, "true" | "false"),
                        "datetime" => cell.ends_with('Z') && cell.len() == 20,
                        _ => true,
                    };
                assert!(fits, "{path}: {} is {cell}", field["name"]);
            }
        }
    }
}
