//! Faults put in on purpose: each breaks a promise of the program, and the test that is named with it has to fail.
//!
//! `cargo test --test mutants` looks whether every fault still fits the source and names a test. To see the tests
//! fail is asked for: `cargo test --test mutants -- --ignored --nocapture`, with `MUTANTS=name,name` for some of them.
//! The project is copied to `target/mutants`, all faults are put into the copy, each behind a switch, and the copy
//! is built once, with a target folder of its own. Every named test has to pass with all switches off.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod answers;
mod beside;
mod choices;
mod copy;
mod data;
mod ends;
mod hidden;
mod hosts;
mod kept;
mod looks;
mod machines;
mod report;
mod room;
mod sealed;
mod seats;
mod studied;
mod table;
mod terminal;
mod told;
mod typed;
mod wall;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use copy::Copy;

/// A fault.
pub(crate) struct Mutant {
    pub(crate) name: &'static str,
    /// Where it is put in: a fault that shows only where several layers fail has several places. Without any it
    /// is all those faults at once whose names stand in its own.
    pub(crate) places: &'static [Place],
    /// The test that has to fail: the binary, and the whole name in it.
    pub(crate) test: (&'static str, &'static str),
}

/// A change of the source.
pub(crate) struct Place {
    pub(crate) file: &'static str,
    /// What stands there, once.
    pub(crate) from: &'static str,
    /// What stands there with the fault; `FAULT` is true where the fault is switched on.
    pub(crate) to: &'static str,
}

/// Tests across layers, and through the program.
pub(crate) const IT: &str = "it";
/// Tests in a real terminal.
pub(crate) const LIVE: &str = "live";
/// Tests of the rules, the record and the deck.
pub(crate) const CORE: &str = "unequal_core";

/// Tests of a session, and of who sits at it.
pub(crate) const SESSION: &str = "unequal_session";
/// Tests of the host by itself.
pub(crate) const HOST: &str = "unequal_host";
/// Tests of the host with clients at its socket.
pub(crate) const HOSTED: &str = "hosted";
/// Tests of programs at seats.
pub(crate) const PROGRAMS: &str = "programs";
/// Tests of the command line.
pub(crate) const ROOT: &str = "unequal_partners";
/// Tests of what is printed and exported.
pub(crate) const PAPERS: &str = "unequal_papers";
/// Tests of the screens.
pub(crate) const TUI: &str = "unequal_tui";

fn mutants() -> impl Iterator<Item = &'static Mutant> {
    [
        answers::ANSWERS,
        choices::CHOICES,
        kept::KEPT,
        hidden::HIDDEN,
        hosts::HOSTS,
        told::TOLD,
        report::REPORT,
        data::DATA,
        ends::ENDS,
        seats::SEATS,
        studied::STUDIED,
        looks::LOOKS,
        table::TABLE,
        typed::TYPED,
        room::ROOM,
        sealed::SEALED,
        beside::BESIDE,
        machines::MACHINES,
        terminal::TERMINAL,
        wall::WALL,
    ]
    .into_iter()
    .flatten()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_fault_still_fits_the_source() {
    let mut names = BTreeSet::new();
    for mutant in mutants() {
        assert!(names.insert(mutant.name), "{} stands twice", mutant.name);
        for place in mutant.places {
            let source = fs::read_to_string(root().join(place.file)).unwrap();
            let found = source.matches(place.from).count();
            let Mutant { name, .. } = mutant;
            assert_eq!(found, 1, "{name}: {} holds it {found} times", place.file);
            assert!(place.to.contains("FAULT"), "{name} has no switch");
        }
    }
}

#[test]
fn every_fault_names_a_test_that_there_is() {
    let mut tests = String::new();
    for folder in ["tests/it", "tests/live", "crates", "src"] {
        gather(&root().join(folder), &mut tests);
    }
    for mutant in mutants() {
        let (_, name) = mutant.test;
        let name = name.rsplit("::").next().unwrap();
        let declared = format!("fn {name}(");
        assert!(tests.contains(&declared), "{}: no test {name}", mutant.name);
    }
}

/// All sources of a folder, as one text.
fn gather(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
#[ignore = "builds the program once more and runs a test a fault: a quarter of an hour"]
fn every_fault_is_noticed_by_the_test_that_is_named_with_it() {
    let asked = std::env::var("MUTANTS").unwrap_or_default();
    let asked: Vec<&str> = asked.split(',').filter(|name| !name.is_empty()).collect();
    let is_asked = |mutant: &&Mutant| asked.is_empty() || asked.contains(&mutant.name);
    let chosen: Vec<&Mutant> = mutants().filter(is_asked).collect();
    assert!(!chosen.is_empty(), "no such faults: {asked:?}");
    let copy = Copy::with(mutants());
    let tests: BTreeSet<_> = chosen.iter().map(|mutant| mutant.test).collect();
    let mut wrong = Vec::new();
    for test in tests {
        if !copy.run(test, None).passed {
            println!("{} FAILS WITHOUT A FAULT", test.1);
            wrong.push(test.1);
        }
    }
    for mutant in chosen {
        let noticed = !copy.run(mutant.test, Some(mutant)).passed;
        let word = if noticed { "noticed" } else { "NOT NOTICED" };
        println!("{}: {word} by {}", mutant.name, mutant.test.1);
        if !noticed {
            wrong.push(mutant.name);
        }
    }
    assert!(wrong.is_empty(), "not as it should be: {wrong:?}");
}
