//! Faults put in on purpose, one at a time: each breaks a promise of the program, and a test has to notice.
//!
//! `cargo test --test mutants` looks whether every fault still fits the source. What takes an hour, building
//! the program once a fault, is asked for: `cargo test --test mutants -- --ignored`, or with
//! `MUTANTS=name,name` for some of them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod list;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use list::{MUTANTS, Mutant};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The source with the fault in it.
fn mutated(mutant: &Mutant) -> String {
    let path = root().join(mutant.file);
    let source =
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", mutant.name));
    let places = source.matches(mutant.from).count();
    assert_eq!(
        places, 1,
        "{}: {} holds it {places} times",
        mutant.name, mutant.file
    );
    source.replace(mutant.from, mutant.to)
}

#[test]
fn every_fault_still_fits_the_source() {
    for mutant in MUTANTS {
        assert_ne!(mutant.from, mutant.to, "{}", mutant.name);
        mutated(mutant);
    }
}

#[test]
#[ignore = "builds the program once for every fault, which takes an hour"]
fn every_fault_is_noticed_by_the_test_that_is_named_with_it() {
    let asked = std::env::var("MUTANTS").unwrap_or_default();
    let asked: Vec<&str> = asked.split(',').filter(|name| !name.is_empty()).collect();
    let copy = Copy::new();
    let mut survivors = Vec::new();
    for mutant in MUTANTS {
        if !asked.is_empty() && !asked.contains(&mutant.name) {
            continue;
        }
        let noticed = copy.notices(mutant);
        println!(
            "{}: {}",
            mutant.name,
            if noticed { "noticed" } else { "NOT NOTICED" }
        );
        if !noticed {
            survivors.push(mutant.name);
        }
    }
    assert!(survivors.is_empty(), "not noticed: {survivors:?}");
}

/// A copy of the project in which faults are put in.
struct Copy {
    folder: PathBuf,
}

impl Copy {
    /// The copy lies in the folder of what is built, so that what a fault does not touch is built once.
    fn new() -> Self {
        let folder = root().join("target/mutants");
        let _none_of_an_earlier_time = fs::remove_dir_all(folder.join("source"));
        copy(root(), &folder.join("source"));
        Self { folder }
    }

    /// Whether a test fails with the fault in, and passes without it.
    fn notices(&self, mutant: &Mutant) -> bool {
        let path = self.folder.join("source").join(mutant.file);
        let sound = fs::read_to_string(&path).unwrap();
        fs::write(&path, mutated(mutant)).unwrap();
        let faulty = self.test(mutant);
        fs::write(&path, sound).unwrap();
        // A fault that does not compile was noticed by nobody.
        assert!(
            faulty.contains("test result: "),
            "{}: {faulty}",
            mutant.name
        );
        faulty.contains("test result: FAILED")
    }

    fn test(&self, mutant: &Mutant) -> String {
        let mut command = Command::new(env!("CARGO"));
        command
            .arg("test")
            .args(["--offline", "--no-fail-fast"])
            .args(mutant.test.split_whitespace())
            .current_dir(self.folder.join("source"))
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
            .env("INSTA_UPDATE", "no")
            .env_remove("MUTANTS");
        let done = command.output().unwrap();
        let text = [done.stdout, done.stderr].concat();
        String::from_utf8_lossy(&text).into_owned()
    }
}

/// Copies a folder; what was built and what Git keeps stay behind.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name();
        if matches!(name.to_str(), Some("target" | ".git")) {
            continue;
        }
        let to = to.join(&name);
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}
