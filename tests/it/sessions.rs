//! Golden sessions: records of format 2 that must replay to the digests written down beside them.
//!
//! From the first release of their rules on, the files in `tests/sessions/v2` are never changed: what does
//! not replay them any more cannot read the sessions that people have kept. Until then, after a change of the
//! rules, `cargo test --locked --test it made_anew -- --ignored` plays them anew from the scripts beside them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use unequal_partners::engine::action::{Action, Kind};
use unequal_partners::engine::holder::Holder;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::Table;
use unequal_partners::store;

use crate::made;

fn folder() -> PathBuf {
    made::at("tests/sessions/v2")
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
    let any = |holds: &dyn Fn(&Table) -> bool| tables.iter().any(holds);
    assert!(any(&|table| table.setup().options.sealed));
    assert!(any(&|table| table.header().parent.is_some()));
    assert!(any(&|table| {
        table.seen(Seat::WhiteCell).iter().any(|seen| seen.undone)
    }));
    // Europe is nobody's, a bot's and people's; a demand is deflected to a card by its name.
    for holder in [
        Holder::Nobody,
        Holder::Human,
        Holder::Bot("mediator".into()),
    ] {
        assert!(
            any(&|table| table.setup().seats.europe == holder),
            "{holder:?}"
        );
    }
    assert!(any(&|table| {
        table.moments().iter().any(|moment| {
            matches!(&moment.entry.act, Action::Respond { instead, .. } if instead.is_some())
        })
    }));
}

/// The first line of `digests.txt`.
const EXPLAINED: &str = "# session, entries, digest of the record, digest of its last state, BLAKE3 of its canonical log.";

#[test]
#[ignore = "writes: makes the golden sessions anew, and their digests"]
fn the_golden_sessions_are_made_anew() {
    let scripts = made::scripts(&folder());
    made::make_anew(&scripts, &folder());
    let mut lines = vec![EXPLAINED.to_owned()];
    for path in files() {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        lines.push(format!("{name} {}", recomputed(&path).join(" ")));
    }
    fs::write(folder().join("digests.txt"), lines.join("\n") + "\n").unwrap();
}
