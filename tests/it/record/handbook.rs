//! `docs/record.md` is true: what it says is enough to check a record without this program.

use std::collections::BTreeSet;
use std::fs;

use toml::Table;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::options::Options;
use unequal_partners::store::{Drawn, Journal, NewEntry, SessionOptions};

use super::sample::{self, header, place, write};

const HANDBOOK: &str = include_str!("../../../docs/record.md");

/// All keys of a table and of the tables in it, with the way to them.
fn keys(table: &Table, way: &str, found: &mut BTreeSet<String>) {
    for (key, value) in table {
        let way = format!("{way}.{key}");
        let tables: Vec<&Table> = match value {
            toml::Value::Table(table) => vec![table],
            toml::Value::Array(items) => items.iter().filter_map(toml::Value::as_table).collect(),
            _ => Vec::new(),
        };
        for table in tables.into_iter().filter(|_| key != "act") {
            keys(table, &way, found);
        }
        found.insert(way);
    }
}

#[test]
fn the_handbook_names_every_key_and_no_other() {
    let (_folder, path) = place();
    let mut header = header();
    header.options = SessionOptions {
        play: Options::default(),
        moves: Some(1),
        moves_spread: Some(1),
        demands: Some(1),
    };
    let mut journal = Journal::create(&path, &header).unwrap();
    let drawn = Drawn {
        event: Some("oil-slump".into()),
        roll: Some(8),
        computed: Some(unequal_partners::model::choice::Band::Hold),
    };
    let dissent = Some("x".into());
    journal
        .append(NewEntry {
            after: EntryNumber::new(0),
            drawn,
            dissent,
            ..sample::entry(3)
        })
        .unwrap();
    let mut written = BTreeSet::new();
    keys(
        &toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap(),
        "",
        &mut written,
    );

    let example = HANDBOOK
        .split("```toml\n")
        .nth(1)
        .unwrap()
        .split("\n```")
        .next()
        .unwrap();
    let mut described = BTreeSet::new();
    keys(&toml::from_str(example).unwrap(), "", &mut described);
    assert_eq!(described, written);
}

/// The number that stands before a word on a line.
fn number_before(line: &str, word: &str) -> usize {
    line.split(word)
        .next()
        .unwrap()
        .rsplit(' ')
        .next()
        .unwrap()
        .parse()
        .unwrap()
}

#[test]
fn the_chain_can_be_checked_by_what_the_handbook_says() {
    let (_folder, path) = place();
    drop(write(&path, 60));
    let text = fs::read_to_string(&path).unwrap();
    let hash = |previous: &str, covered: &str| {
        blake3::hash(format!("{previous}{covered}").as_bytes())
            .to_hex()
            .to_string()
    };
    let (mut rest, mut previous, mut blocks) = (&*text, String::new(), 0);
    while !rest.is_empty() {
        let line = rest.trim_start().lines().next().unwrap();
        let (block, after) = rest.split_at(number_before(line, " bytes"));
        let (to_check, check) = block.split_once(", check ").unwrap();
        assert_eq!(check.get(..8), hash(&previous, to_check).get(..8));
        let (covered, last) = block.split_at(block.len() - 76);
        previous = hash(&previous, covered);
        assert_eq!(last, format!("digest = \"{previous}\"\n"));
        rest = after;
        blocks += 1;
    }
    assert_eq!(blocks, 61);
}
