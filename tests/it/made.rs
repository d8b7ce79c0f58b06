//! Sessions that are made from scripts: the first line of each script is the command that plays it.
//!
//! `cargo test --locked --test it made_anew -- --ignored` makes all of them anew: the shipped examples, the
//! golden sessions and the workshop.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use unequal_partners::session::Table;

/// A script with the command that plays it.
pub(crate) struct Script {
    /// The session's name, without an ending.
    pub(crate) name: String,
    path: PathBuf,
    arguments: Vec<String>,
}

impl Script {
    /// What the script has people say and do, line by line.
    pub(crate) fn lines(&self) -> Vec<serde_json::Value> {
        let text = fs::read_to_string(&self.path).unwrap();
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        lines
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}

/// Below the root of the project.
pub(crate) fn at(place: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(place)
}

/// The words of a command: what stands in single quotes is one word.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (place, piece) in command.split('\'').enumerate() {
        if place % 2 == 1 {
            words.push(piece.to_owned());
        } else {
            words.extend(piece.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// The scripts in a folder; branches after what they leave.
pub(crate) fn scripts(folder: &Path) -> Vec<Script> {
    let mut scripts: Vec<Script> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "jsonl"))
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let command = text.lines().next().unwrap().strip_prefix("# unequal ");
            Script {
                name: path.file_stem().unwrap().to_str().unwrap().to_owned(),
                arguments: words(command.expect("the first line is the command")),
                path,
            }
        })
        .collect();
    scripts.sort_by_key(|script| (script.arguments[0] == "branch", script.name.clone()));
    scripts
}

/// Plays scripts into a folder, one session file each.
pub(crate) fn play(scripts: &[Script], folder: &Path) {
    for script in scripts {
        let place = |argument: &String| match argument.strip_prefix("tests/") {
            Some(_) => at(argument).to_str().unwrap().to_owned(),
            None => argument.clone(),
        };
        let done = Command::new(env!("CARGO_BIN_EXE_unequal"))
            .args(script.arguments.iter().map(place))
            .args(["--script".as_ref(), script.path.as_os_str()])
            .args(["--save", &format!("{}.toml", script.name)])
            .current_dir(folder)
            .env_clear()
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{}: {said}", script.name);
        let (table, _) = Table::read(&folder.join(format!("{}.toml", script.name))).unwrap();
        assert!(table.has_ended(), "{}", script.name);
    }
}

/// Plays scripts and puts their sessions where they are kept.
pub(crate) fn make_anew(scripts: &[Script], kept: &Path) {
    let folder = tempfile::tempdir().unwrap();
    play(scripts, folder.path());
    for script in scripts {
        let file = format!("{}.toml", script.name);
        fs::copy(folder.path().join(&file), kept.join(&file)).unwrap();
    }
}
