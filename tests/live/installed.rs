//! What is given away, made and installed as `docs/install.md` says, and then opened.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::pty::Pty;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const HANDBOOK: &str = include_str!("../../docs/install.md");

/// The block of commands in the handbook that has these words.
fn commands(words: &str) -> String {
    let mut blocks = HANDBOOK.split("```sh\n").skip(1);
    let block = blocks.find(|block| {
        block
            .split("```")
            .next()
            .is_some_and(|it| it.contains(words))
    });
    block.unwrap().split("```").next().unwrap().to_owned()
}

/// Runs commands of a shell in a folder; each has to succeed.
fn run(folder: &Path, commands: &str) -> String {
    let mut command = Command::new("sh");
    command.args(["-euc", commands]).current_dir(folder);
    // The program is packed as it was built for the tests, and large: quickly is enough.
    command.env("XZ_OPT", "-0");
    let done = command.output().unwrap();
    let said = String::from_utf8_lossy(&[done.stdout, done.stderr].concat()).into_owned();
    assert!(done.status.success(), "{commands}\n{said}");
    said
}

/// The only file of a folder whose name ends so.
fn found(folder: &Path, ending: &str) -> PathBuf {
    let mut paths = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let found = paths.find(|path| path.to_string_lossy().ends_with(ending));
    found.unwrap_or_else(|| panic!("nothing in {} ends with {ending}", folder.display()))
}

/// Opens the home screen and leaves it.
fn opens(program: &Path, folder: &Path) {
    let mut pty = Pty::start(program, &[], folder, &[]);
    pty.wait_for("New session");
    pty.type_in("q");
    let (status, text) = pty.wait_for_end();
    assert_eq!(status, 0, "{text}");
}

#[test]
#[ignore = "packs the program: `cargo test --test live installed:: -- --ignored`"]
fn an_archive_installs_opens_the_home_screen_and_goes_again() {
    let place = tempfile::tempdir().unwrap();
    let packed = Path::new(ROOT).join("target/archive");
    let make = commands("packaging/archive.sh").replace("archive.sh", "archive.sh dev");
    run(Path::new(ROOT), &make);
    for ending in [".tar.xz", ".tar.xz.sha256"] {
        let file = found(&packed, ending);
        fs::copy(&file, place.path().join(file.file_name().unwrap())).unwrap();
    }
    let prefix = place.path().join("a place");
    let install = commands("sha256sum -c").replace(
        "/install.sh",
        &format!("/install.sh --prefix '{}'", prefix.display()),
    );
    let said = run(place.path(), &install);
    assert!(said.contains("bin/unequal"), "{said}");
    opens(&prefix.join("bin/unequal"), place.path());
    let man = fs::read_to_string(prefix.join("share/man/man1/unequal-seal.1")).unwrap();
    assert!(man.contains(".TH"), "{man}");
    for file in [
        "share/bash-completion/completions/unequal",
        "share/zsh/site-functions/_unequal",
        "share/fish/vendor_completions.d/unequal.fish",
    ] {
        let script = fs::read_to_string(prefix.join(file)).unwrap();
        assert!(script.contains("verify"), "{file}");
    }
    let licences = fs::read_to_string(prefix.join("share/doc/unequal/licences.md")).unwrap();
    assert!(licences.contains("| ratatui |"));

    let remove = install.replace("--prefix", "--remove --prefix");
    run(place.path(), &remove);
    let mut left = Vec::new();
    files(&prefix, &mut left);
    assert_eq!(left, Vec::<PathBuf>::new());
}

/// All files under a folder.
fn files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, into);
        } else {
            into.push(path);
        }
    }
}

#[test]
#[ignore = "needs python3 and maturin: `cargo test --test live installed:: -- --ignored`"]
fn a_wheel_installs_into_a_fresh_environment_and_opens_the_home_screen() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().display().to_string();
    let make = commands("maturin build");
    let make = make
        .replace("build", "build --profile dev")
        .replace("--out target/wheels", &format!("--out '{out}'"));
    run(Path::new(ROOT), &make);
    found(place.path(), ".whl");
    let said = run(place.path(), &commands("--no-index"));
    let version = format!("unequal {}", env!("CARGO_PKG_VERSION"));
    assert!(said.contains(&version), "{said}");
    opens(&place.path().join("env/bin/unequal"), place.path());
}
