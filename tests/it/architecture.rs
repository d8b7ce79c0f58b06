//! The layers hold: who may use whom, how long a file may be, and who may touch the outside world.

use std::fs;
use std::path::{Path, PathBuf};

/// Layer → the layers it may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("engine", &[]),
    ("deck", &["engine"]),
    ("store", &["engine"]),
    ("analysis", &["engine", "deck"]),
    ("session", &["engine", "deck", "store", "analysis"]),
    (
        "report",
        &["engine", "deck", "store", "analysis", "session"],
    ),
    ("handout", &["engine", "deck", "session"]),
    (
        "tui",
        &["engine", "deck", "store", "analysis", "session", "report"],
    ),
    (
        "cli",
        &[
            "handout", "engine", "deck", "store", "analysis", "session", "report", "tui",
        ],
    ),
];

/// Parts of the engine that screens and reports must not name: they are made from views.
const BARRED: &[(&str, &[&str])] = &[(
    "tui",
    &["engine::state::State", "engine::game", ".state_at("],
)];

/// Lines a file may have.
const LONGEST: usize = 400;

/// Files that are one long table or one long list by nature, with the reason.
const LONGER: &[(&str, &str)] = &[(
    "crates/core/src/engine/scenario.rs",
    "every number of the rules, one struct a table of the deck",
)];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every source file of the program and its crates.
fn all_sources() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = sources(&root.join("src"));
    for entry in fs::read_dir(root.join("crates")).unwrap() {
        found.extend(sources(&entry.unwrap().path().join("src")));
    }
    found.sort();
    found
}

/// The code of each file outside comments and tests, by its path from the project's root.
fn code() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    all_sources()
        .into_iter()
        .map(|path| {
            let name = path
                .strip_prefix(root)
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            let text = fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            let lines = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            (name, lines.collect::<Vec<_>>().join("\n"))
        })
        .filter(|(name, _)| !is_test(name))
        .collect()
}

fn is_test(name: &str) -> bool {
    name.ends_with("/tests.rs") || name.contains("/tests/") || name.contains("/harness")
}

/// The layer of a file: the crate where a crate is one layer, else the folder below `src`.
fn layer(name: &str) -> &str {
    let parts: Vec<&str> = name.split(['/', '.']).collect();
    match parts.as_slice() {
        ["crates", "core" | "papers", "src", layer, ..]
        | ["crates", layer, ..]
        | ["src", layer, ..] => layer,
        _ => "",
    }
}

#[test]
fn layers_use_only_what_lies_below_them() {
    let mut wrong = Vec::new();
    for (name, text) in code() {
        let Some((_, allowed)) = MAY_USE.iter().find(|(known, _)| *known == layer(&name)) else {
            continue;
        };
        for (other, _) in MAY_USE {
            let uses = ["crate", "unequal_core", "unequal_papers"]
                .iter()
                .any(|home| text.contains(&format!("{home}::{other}")))
                || text.contains(&format!("unequal_{other}::"));
            if uses && *other != layer(&name) && !allowed.contains(other) {
                wrong.push(format!("{name}: {} uses {other}", layer(&name)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn screens_are_made_from_views_not_from_the_state() {
    let mut wrong = Vec::new();
    for (name, text) in code() {
        for (barred_in, parts) in BARRED {
            for part in *parts {
                if layer(&name) == *barred_in && text.contains(part) {
                    wrong.push(format!("{name}: names {part}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_file_is_longer_than_one_purpose_needs() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut wrong = Vec::new();
    for path in all_sources() {
        let name = path
            .strip_prefix(root)
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        let excused = LONGER.iter().any(|(known, _)| *known == name);
        if lines > LONGEST && !excused {
            wrong.push(format!("{name}: {lines} lines"));
        }
        if lines <= LONGEST && excused {
            wrong.push(format!("{name}: is no longer long; take it off the list"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_rules_and_the_bots_touch_no_file_and_no_clock() {
    let mut wrong = Vec::new();
    for (name, text) in code() {
        let pure =
            matches!(layer(&name), "engine") || name.starts_with("crates/core/src/analysis/bot");
        let outside = [
            "std::fs",
            "std::env",
            "SystemTime",
            "Instant",
            "jiff::",
            "rand::",
        ];
        for word in outside {
            if pure && text.contains(word) {
                wrong.push(format!("{name}: names {word}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_in_its_first_line_what_it_is_for() {
    let silent: Vec<String> = all_sources()
        .into_iter()
        .filter(|path| !fs::read_to_string(path).unwrap().starts_with("//! "))
        .map(|path| path.display().to_string())
        .collect();
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn every_test_module_is_listed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["tests/it", "tests/live"] {
        let listed = fs::read_to_string(root.join(folder).join("main.rs")).unwrap_or_default();
        for entry in fs::read_dir(root.join(folder)).into_iter().flatten() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let module = path.extension().is_some_and(|ending| ending == "rs") && name != "main";
            assert!(
                !module || listed.contains(&format!("mod {name};")),
                "{folder}/{name}.rs is not listed in main.rs"
            );
        }
    }
}
