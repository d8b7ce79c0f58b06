//! Decks that are right load; decks that are wrong say everything that is wrong with them.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use unequal_partners::deck::{self, Deck, LoadError};

fn decks() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/decks")
}

/// The base with an edit. The first line of an edit takes the place of the first line of the base; each
/// part after an `@` has lines that stay (a blank before them), go (`-`) or come (`+`), and belongs where the
/// former stand next in the base.
fn edited(base: &str, edit: &str) -> String {
    let (title, parts) = edit.split_once('\n').unwrap();
    let mut rest: Vec<&str> = base.split('\n').skip(1).collect();
    let mut text = vec![title];
    for part in parts
        .split_terminator('\n')
        .collect::<Vec<_>>()
        .split(|line| *line == "@")
    {
        let those = |signs: [char; 2]| -> Vec<&str> {
            let lines = part.iter().filter(|line| line.starts_with(signs));
            lines.map(|line| line.split_at(1).1).collect()
        };
        let (old, new) = (those([' ', '-']), those([' ', '+']));
        let place = (0..rest.len()).find(|at| rest[*at..].starts_with(&old));
        let place = place.unwrap_or_else(|| panic!("{title}: the base has no such place"));
        text.extend(rest.drain(..place));
        text.extend(new);
        rest.drain(..old.len());
    }
    text.extend(rest);
    text.join("\n")
}

/// The wrong decks by their names: edits of the base, and whole files that are no edit of it.
fn wrong_decks() -> BTreeMap<String, Vec<u8>> {
    let base = fs::read_to_string(decks().join("base.toml")).unwrap();
    fs::read_dir(decks().join("bad"))
        .unwrap()
        .filter_map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_stem()?.to_str()?.to_owned();
            match path.extension()?.to_str()? {
                "toml" => Some((name, fs::read(&path).unwrap())),
                "edit" => {
                    let edit = fs::read_to_string(&path).unwrap();
                    Some((name, edited(&base, &edit).into_bytes()))
                }
                _ => None,
            }
        })
        .collect()
}

#[test]
fn every_wrong_deck_gives_its_full_diagnostic() {
    let all = wrong_decks();
    assert!(all.len() >= 130, "only {} wrong decks", all.len());
    for (name, bytes) in all {
        let shown = format!("tests/decks/bad/{name}.toml");
        let Err(problems) = Deck::from_bytes(&shown, &bytes) else {
            panic!("{shown} is accepted");
        };
        let report = format!("{}{problems}\n", deck::report(&problems, false));
        assert!(
            report.chars().all(|c| c == '\n' || !c.is_control()),
            "{shown}: the report has control characters"
        );
        insta::with_settings!({
            snapshot_path => "../decks/bad",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, { insta::assert_snapshot!(name, report) });
    }
}

#[test]
fn the_base_of_the_wrong_decks_is_right() {
    let deck = Deck::from_path(&decks().join("base.toml")).unwrap();
    assert_eq!(deck.scenario.cards.len(), 3);
}

#[test]
fn a_megabyte_of_open_brackets_is_refused_at_once() {
    for run in [
        "[", "{", "[[", "a.", "x=[", "[a.", "'", "\"\"\"", "=\n", "[\n", "a=1\n",
    ] {
        for size in [1_000_000, 4_000_000] {
            let text = run.repeat(size / run.len());
            let start = Instant::now();
            let problems = Deck::from_text("brackets.toml", &text).unwrap_err();
            let report = deck::report(&problems, true);
            assert!(report.len() < 200_000, "{run:?}: {} bytes", report.len());
            let took = start.elapsed();
            assert!(
                took < Duration::from_secs(20),
                "{run:?} × {size} took {took:?}"
            );
        }
    }
}

#[test]
fn the_deepest_nesting_that_is_parsed_does_no_harm() {
    let key = vec!["a"; 16].join(".");
    let open = format!("{{ {key} = ").repeat(63);
    let text = format!("{key} = {open}1{}", " }".repeat(63));
    let problems = Deck::from_text("deep.toml", &text).unwrap_err();
    let codes: Vec<&str> = problems.problems.iter().map(|p| p.code).collect();
    assert_eq!(codes, ["unknown-key", "missing-key"]);
}

#[test]
fn line_ends_and_byte_order_marks_make_no_difference() {
    let base = fs::read_to_string(decks().join("base.toml")).unwrap();
    let right = Deck::from_text("base.toml", &base).unwrap();
    let windows = format!("\u{feff}{}", base.replace('\n', "\r\n"));
    let same = Deck::from_text("base.toml", &windows).unwrap();
    assert_eq!(right.scenario, same.scenario);
    assert_eq!(right.text, same.text);
    assert_ne!(right.hash, same.hash);
}

#[test]
fn ten_megabytes_of_brackets_are_refused_by_their_size() {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), "[".repeat(10_000_000)).unwrap();
    let Err(LoadError::Wrong(problems)) = Deck::from_path(file.path()) else {
        panic!("accepted");
    };
    assert_eq!(problems.problems[0].code, "too-large");
    assert!(problems.text.is_empty());
}

/// Problems that a validator of JSON Schema sees as well.
const OF_STRUCTURE: &[&str] = &[
    "bad-id",
    "empty-text",
    "long-text",
    "missing-key",
    "newer-format",
    "older-format",
    "out-of-range",
    "too-deep",
    "unknown-key",
    "unknown-word",
    "wrong-count",
    "wrong-type",
];

/// What another reader of TOML and another validator make of these files; none where Python lacks them.
fn validated(files: &[PathBuf]) -> Option<Vec<String>> {
    let schema: serde_json::Value = serde_json::from_str(&deck::schema()).unwrap();
    let task = serde_json::json!({ "schema": schema, "files": files }).to_string();
    let mut python = Command::new("python3")
        .arg(decks().join("validate.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    python.stdin.take()?.write_all(task.as_bytes()).ok()?;
    let output = python.wait_with_output().ok()?;
    let lines = String::from_utf8(output.stdout).ok()?;
    output
        .status
        .success()
        .then(|| lines.lines().map(str::to_owned).collect())
}

#[test]
fn another_validator_agrees_about_what_the_schema_allows() {
    let folder = tempfile::tempdir().unwrap();
    let mut files: Vec<PathBuf> = fs::read_dir(decks().join("../../decks"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    for (name, bytes) in wrong_decks() {
        let path = folder.path().join(format!("{name}.toml"));
        fs::write(&path, bytes).unwrap();
        files.push(path);
    }
    files.sort();
    let Some(verdicts) = validated(&files) else {
        eprintln!("skipped: python3 with jsonschema is not to be had here");
        return;
    };
    let mut invalid = 0;
    for (file, verdict) in files.iter().zip(&verdicts) {
        let ours = match Deck::from_path(file) {
            Ok(_) => "valid",
            Err(LoadError::Wrong(problems)) => {
                let mut codes = problems.problems.iter().map(|problem| problem.code);
                if codes.any(|code| OF_STRUCTURE.contains(&code)) {
                    "invalid"
                } else {
                    "valid"
                }
            }
            Err(error) => panic!("{error}"),
        };
        invalid += usize::from(verdict == "invalid");
        // A file that is no TOML has no structure to be judged.
        let agreed = verdict == ours || verdict == "unreadable";
        assert!(
            agreed,
            "{}: it says {verdict}, we say {ours}",
            file.display()
        );
    }
    assert!(
        invalid >= 50,
        "only {invalid} wrong decks were found invalid"
    );
}
