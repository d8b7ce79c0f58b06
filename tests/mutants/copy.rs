//! A copy of the project with all faults in it, each behind a switch, so that one build serves them all.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::{Mutant, root};

/// How long a test may take on a busy machine. A fault after which it does not end is noticed, too.
const LIMIT: Duration = Duration::from_mins(4);

/// The copy, built.
pub(crate) struct Copy {
    /// Names the fault that is switched on. A file, since tests clear the environment of what they start.
    switch: PathBuf,
    /// By name: the binary of tests, and the folder in which it runs.
    binaries: HashMap<String, (PathBuf, PathBuf)>,
}

/// How a test ended.
pub(crate) struct Ended {
    pub(crate) passed: bool,
}

impl Copy {
    /// Makes the copy, or brings it up to date, and builds its tests.
    pub(crate) fn with(mutants: impl Iterator<Item = &'static Mutant>) -> Self {
        let folder = root().join("target/mutants");
        let (source, switch) = (folder.join("source"), folder.join("on"));
        let mut faulty: BTreeMap<PathBuf, String> = BTreeMap::new();
        for mutant in mutants {
            for place in mutant.places {
                let path = root().join(place.file);
                let sound = || fs::read_to_string(root().join(place.file)).unwrap();
                let text = faulty.entry(path).or_insert_with(sound);
                let to = place.to.replace("FAULT", &fault(mutant.name, &switch));
                assert!(text.contains(place.from), "{}: two in one", mutant.name);
                *text = text.replacen(place.from, &to, 1);
            }
        }
        copy(root(), &source, &faulty);
        fs::write(&switch, "").unwrap();
        let binaries = build(&source, &folder.join("target"));
        Self { switch, binaries }
    }

    /// Runs one test, with a fault or without.
    pub(crate) fn run(&self, (binary, name): (&str, &str), fault: Option<&Mutant>) -> Ended {
        let (program, folder) = &self.binaries[binary];
        fs::write(&self.switch, fault.map_or("", |fault| fault.name)).unwrap();
        let mut command = Command::new(program);
        command
            .args(["--exact", name, "--include-ignored"])
            .current_dir(folder)
            .env("CARGO_MANIFEST_DIR", folder)
            .env("INSTA_UPDATE", "no")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let mut out = child.stdout.take().unwrap();
        let (done, waits) = mpsc::channel();
        thread::spawn(move || {
            let mut text = String::new();
            let _stops_with_the_program = out.read_to_string(&mut text);
            done.send(text)
        });
        let Ok(text) = waits.recv_timeout(LIMIT) else {
            child.kill().unwrap();
            child.wait().unwrap();
            return Ended { passed: false };
        };
        let passed = child.wait().unwrap().success();
        assert!(text.contains("running 1 test\n"), "no test {name}: {text}");
        Ended { passed }
    }
}

/// What says whether a fault is switched on.
fn fault(name: &str, switch: &Path) -> String {
    format!(
        "({{ static ON: std::sync::LazyLock<bool> = std::sync::LazyLock::new(|| \
         std::fs::read_to_string({:?}).is_ok_and(|on| on.split('+').any(|on| on == {name:?}))); *ON }})",
        switch.display().to_string()
    )
}

/// Builds all tests; gives their binaries by name.
fn build(source: &Path, target: &Path) -> HashMap<String, (PathBuf, PathBuf)> {
    let mut command = Command::new(env!("CARGO"));
    command
        .args(["test", "--locked", "--no-run", "--lib", "--test", "it"])
        // No named test plays so much that it is worth waiting for an optimised build.
        .args(["--config", "profile.dev.package.unequal-core.opt-level=0"])
        .args([
            "--test",
            "live",
            "--test",
            "hosted",
            "--message-format",
            "json-render-diagnostics",
        ])
        .current_dir(source)
        .env("CARGO_TARGET_DIR", target)
        .stderr(Stdio::inherit());
    let done = command.output().unwrap();
    assert!(done.status.success(), "the faults do not compile");
    let mut binaries = HashMap::new();
    for line in String::from_utf8(done.stdout).unwrap().lines() {
        let told: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = |value: &serde_json::Value| value.as_str().map(PathBuf::from);
        if let (Some(program), Some(manifest), Some(name)) = (
            text(&told["executable"]),
            text(&told["manifest_path"]),
            told["target"]["name"].as_str(),
        ) && told["profile"]["test"] == true
        {
            let folder = manifest.parent().unwrap().to_owned();
            binaries.insert(name.to_owned(), (program, folder));
        }
    }
    binaries
}

/// Makes a folder like another, but for the files that hold faults; what was built and what Git keeps stay behind.
///
/// What is there already is not written anew, so that it is not built anew.
fn copy(from: &Path, to: &Path, faulty: &BTreeMap<PathBuf, String>) {
    fs::create_dir_all(to).unwrap();
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name();
        if matches!(name.to_str(), Some("target" | ".git")) {
            continue;
        }
        let (path, to) = (entry.path(), to.join(&name));
        names.insert(name);
        if path.is_dir() {
            copy(&path, &to, faulty);
            continue;
        }
        let sound = || fs::read(&path).unwrap();
        let text = faulty
            .get(&path)
            .map_or_else(sound, |text| text.as_bytes().to_vec());
        if fs::read(&to).ok().as_ref() != Some(&text) {
            fs::write(&to, text).unwrap();
        }
    }
    for entry in fs::read_dir(to).unwrap() {
        let entry = entry.unwrap();
        if names.contains(&entry.file_name()) {
            continue;
        }
        let path = entry.path();
        let gone = if path.is_dir() {
            fs::remove_dir_all(path)
        } else {
            fs::remove_file(path)
        };
        gone.unwrap();
    }
}
