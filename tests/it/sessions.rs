//! Golden sessions: records of format 2 that must replay to the digests written down beside them.
//!
//! The files in `tests/sessions/v2` are never changed and never made anew. What does not replay them any
//! more cannot read the sessions that people have kept.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use unequal_partners::engine::action::Kind;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::Table;
use unequal_partners::store;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions/v2")
}

/// What is written down of each session: its entries, the digest of the record, that of the last state,
/// and BLAKE3 of the canonical log.
fn written_down() -> BTreeMap<String, [String; 4]> {
    let text = fs::read_to_string(folder().join("digests.txt")).unwrap();
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let mut words = line.split_whitespace().map(str::to_owned);
            let name = words.next().unwrap();
            let rest: Vec<String> = words.collect();
            (name, rest.try_into().unwrap())
        })
        .collect()
}

fn files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    files.sort();
    files
}

/// What a session gives today.
fn recomputed(path: &Path) -> [String; 4] {
    let (table, torn) = Table::read(path).unwrap_or_else(|error| panic!("{error}"));
    assert!(torn.is_none(), "{}", path.display());
    let record = store::read(path).unwrap();
    let log = table.canonical_log();
    [
        table.last_number().to_string(),
        record.digest().to_owned(),
        record.entries.last().unwrap().state.clone(),
        blake3::hash(log.as_bytes()).to_hex().to_string(),
    ]
}

#[test]
fn every_golden_session_replays_to_the_digests_that_are_written_down() {
    let written = written_down();
    let files = files();
    assert_eq!(files.len(), written.len());
    for path in files {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert_eq!(written.get(&name), Some(&recomputed(&path)), "{name}");
    }
}

#[test]
fn golden_sessions_hold_every_kind_of_entry() {
    let mut seen: BTreeSet<&'static str> = BTreeSet::new();
    let tables: Vec<Table> = files()
        .iter()
        .map(|path| Table::read(path).unwrap().0)
        .collect();
    for table in &tables {
        seen.extend(table.moments().iter().map(|moment| moment.entry.act.word()));
    }
    for kind in Kind::WORDS {
        assert!(
            seen.contains(kind),
            "no golden session has an entry `{kind}`"
        );
    }
    assert!(tables.iter().any(|table| table.setup().options.sealed));
    assert!(tables.iter().any(|table| table.header().parent.is_some()));
    assert!(
        tables
            .iter()
            .any(|table| table.seen(Seat::WhiteCell).iter().any(|seen| seen.undone))
    );
}

#[test]
#[ignore = "prints the line of a new golden session; those that are there are never changed"]
fn the_digests_of_the_golden_sessions_are_printed() {
    for path in files() {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        println!("{name} {}", recomputed(&path).join(" "));
    }
}
