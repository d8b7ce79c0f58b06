//! What several outputs say of a whole session: how it ended, how it went, how it was decided.

use serde_json::Value;

use super::{BRANCH, SAVE, json, played, rows};
use crate::cli::program::Folder;

/// What several outputs say of the whole session: what it is, and where each says it.
#[expect(
    clippy::too_many_lines,
    reason = "one list of all that is told of a session"
)]
fn told_of_the_whole(folder: &Folder) -> Vec<(&'static str, Vec<(&'static str, Value)>)> {
    let report = json(
        folder,
        &format!("report {SAVE}.toml --format json --out - --no-expectations"),
    );
    let compared = json(folder, &format!("compare {SAVE}.toml {BRANCH}.toml --json"));
    let cohort = json(
        folder,
        &format!("report {SAVE}.toml {BRANCH}.toml --branches --format json --out -"),
    );
    folder
        .run(&format!(
            "report {SAVE}.toml --format csv --out tables/ --replace"
        ))
        .fine();
    let table = rows(folder, "sessions").remove(0);
    let line = &compared["lines"][0];
    let session = &cohort["sessions"][0];
    let closed = |points: &Value| -> Value {
        let points = points
            .as_array()
            .unwrap()
            .iter()
            .filter(|point| point["closed"] == true);
        points.map(|point| point["stability"].clone()).collect()
    };
    let gauges = rows(folder, "gauges").into_iter();
    let curve = gauges.filter(|row| row["gauge"] == "stability" && row["closed"] == "true");
    let curve: Value = curve.map(|row| row["value"].clone()).collect();
    let aim = |place: usize| report["ending"]["aims"][place]["points"].clone();
    let overrides = &report["overrides"];
    let moved = overrides["end"].as_i64().unwrap() - overrides["without"].as_i64().unwrap();
    let with_reasons = line["decisions"].as_u64().unwrap() - line["with_reasons"].as_u64().unwrap();
    let replay = folder.run(&format!("replay {SAVE}.toml --json")).fine();
    let last: Value = serde_json::from_str(replay.lines().last().unwrap()).unwrap();
    vec![
        (
            "stability at the end",
            vec![
                ("report", overrides["end"].clone()),
                ("compare", line["stability"].clone()),
                ("cohort", session["stability"].clone()),
                ("table", table["stability_end"].clone()),
                ("replay", last["state"]["gauges"]["stability"].clone()),
            ],
        ),
        (
            "the curve",
            vec![
                ("report", closed(&report["course"]["points"])),
                ("compare", line["curve"].clone()),
                ("cohort", session["curve"].clone()),
                ("table", curve),
            ],
        ),
        (
            "moves",
            vec![
                ("report", report["session"]["moves_played"].clone()),
                ("compare", line["moves"].clone()),
                ("cohort", session["moves"].clone()),
                ("table", table["moves_played"].clone()),
            ],
        ),
        (
            "entries",
            vec![
                ("report", report["session"]["entries"].clone()),
                (
                    "chronology",
                    report["chronology"].as_array().unwrap().len().into(),
                ),
                ("cohort", session["entries"].clone()),
                ("table", table["entries"].clone()),
            ],
        ),
        (
            "decisions",
            vec![
                ("report", report["gaps"]["decisions"].clone()),
                ("compare", line["decisions"].clone()),
                ("cohort", session["decisions"].clone()),
                ("table", table["decisions"].clone()),
            ],
        ),
        (
            "decisions without a reason",
            vec![
                (
                    "report",
                    report["gaps"]["without_reason"]
                        .as_array()
                        .unwrap()
                        .len()
                        .into(),
                ),
                ("compare", with_reasons.into()),
                ("cohort", session["without_reason"].clone()),
                ("table", table["without_reason"].clone()),
            ],
        ),
        (
            "overrides",
            vec![
                (
                    "report",
                    overrides["lines"].as_array().unwrap().len().into(),
                ),
                ("compare", line["overrides"].clone()),
                ("cohort", session["overrides"].clone()),
                ("table", table["overrides"].clone()),
            ],
        ),
        (
            "what overrides moved",
            vec![
                ("report", moved.into()),
                ("compare", line["overrides_moved"].clone()),
                ("cohort", session["overrides_moved"].clone()),
                ("table", table["overrides_moved"].clone()),
            ],
        ),
        (
            "the patron’s aims",
            vec![
                ("report", aim(0)),
                ("compare", line["ending"]["patron"].clone()),
                ("table", table["patron_aims"].clone()),
            ],
        ),
        (
            "the client’s aims",
            vec![
                ("report", aim(1)),
                ("compare", line["ending"]["client"].clone()),
                ("table", table["client_aims"].clone()),
            ],
        ),
        (
            "Europe’s ease",
            vec![
                ("report", aim(2)),
                ("compare", line["ending"]["europe"].clone()),
                ("table", table["europe_ease"].clone()),
            ],
        ),
    ]
}

#[test]
fn whatever_outputs_say_of_the_whole_session_is_the_same() {
    let folder = played();
    for (what, told) in told_of_the_whole(&folder) {
        let (first, value) = &told[0];
        assert!(!value.is_null(), "{what}: the {first} says nothing");
        for (other, said) in &told[1..] {
            assert_eq!(said, value, "{what}: {other} and {first} differ");
        }
    }
}
