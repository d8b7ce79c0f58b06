//! What is said to be kept is on the disk: the calls that the program makes to the system, in their order.
//!
//! Only these tests see the real storage: on one that is made for tests, a missing sync shows, and in the
//! program it would not.

use std::fs;

use super::program::Folder;

/// Calls that write, sync or name files, and those that tell people.
const CALLS: &str =
    "trace=openat,write,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink";

/// The calls of the program with these arguments, each as a line with the paths of what it is about.
fn calls(folder: &Folder, line: &str, input: &[u8]) -> Vec<String> {
    let trace = folder.path("trace");
    let mut command = std::process::Command::new("strace");
    command
        .args(["-f", "-y", "-qq", "-s", "48", "-e", CALLS, "-o"])
        .arg(&trace)
        .arg(env!("CARGO_BIN_EXE_unequal"))
        .args(line.split_whitespace())
        .current_dir(folder.path("."))
        .env("HOME", folder.path("."))
        .env_remove("NO_COLOR")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped());
    let mut child = command.spawn().expect("strace is there");
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), input).unwrap();
    let done = child.wait_with_output().unwrap();
    let text = fs::read_to_string(&trace).unwrap();
    fs::remove_file(&trace).unwrap();
    assert!(
        text.contains("write("),
        "{text}\n{}",
        String::from_utf8_lossy(&done.stderr)
    );
    // A line begins with the number of the thread.
    let call = |line: &str| {
        line.split_once(' ')
            .map(|(_, call)| call.trim_start().to_owned())
    };
    text.lines().filter_map(call).collect()
}

/// What is wanted next, from a call on.
struct After<'a> {
    calls: &'a [String],
}

impl<'a> After<'a> {
    /// Finds the first call that fits; what comes before it must not fit `never`.
    #[track_caller]
    fn then(
        &self,
        what: &str,
        fits: impl Fn(&str) -> bool,
        never: impl Fn(&str) -> bool,
    ) -> (&'a str, Self) {
        for (place, call) in self.calls.iter().enumerate() {
            if fits(call) {
                let calls = &self.calls[place + 1..];
                return (call, Self { calls });
            }
            assert!(
                !never(call),
                "{what} has to come before: {call}\n{}",
                self.calls.join("\n")
            );
        }
        panic!("{what} does not come:\n{}", self.calls.join("\n"));
    }
}

/// Whether a call tells people something.
fn tells(call: &str) -> bool {
    call.starts_with("write(1<")
}

/// The number of the file in a call: `write(5</tmp/x>, …` has 5.
fn number(call: &str) -> &str {
    let rest = call.split_once('(').map_or("", |(_, rest)| rest);
    rest.split(['<', ',', ')']).next().unwrap_or_default()
}

fn names_a_file(call: &str) -> bool {
    call.starts_with("rename") || call.starts_with("link")
}

/// After a whole file was written without its name: synced, named, its folder synced, and only then told.
#[track_caller]
fn is_whole_before<'a>(calls: &'a [String], first_line: &str, then: fn(&str) -> bool) -> After<'a> {
    let all = After { calls };
    let write = |call: &str| call.starts_with("write(") && call.contains(first_line);
    let (call, after) = all.then(first_line, write, |_| false);
    let file = format!("fsync({}<", number(call));
    let (_, after) = after.then(
        "the sync of the file",
        |call| call.starts_with(&file),
        names_a_file,
    );
    let (_, after) = after.then("its name", names_a_file, then);
    // What is a file yet has its name, or the one of a file that is being written.
    let named = [".toml", ".unequal-", ".html", ".csv", ".md", ".cast"];
    let folder =
        |call: &str| call.starts_with("fsync(") && !named.iter().any(|name| call.contains(name));
    after.then("the sync of its folder", folder, then).1
}

const PEOPLE: &str =
    "run --deck deck.toml --seed 7 --patron human --client human --save s.toml --script - --json";

#[test]
#[ignore = "needs strace, which is not everywhere; .ci/run runs it where it is"]
fn an_entry_is_on_the_disk_before_anybody_is_told_of_it() {
    let folder = Folder::new();
    let note = "{\"seat\":\"audience\",\"kind\":\"note\",\"text\":\"x\"}\n";
    let calls = calls(&folder, PEOPLE, note.repeat(5).as_bytes());
    let mut after = is_whole_before(&calls, "# unequal session, format", tells);
    for _ in 0..5 {
        let entry = |call: &str| call.starts_with("write(") && call.contains("\\n[[entry]]");
        let (call, written) = after.then("an entry", entry, |_| false);
        let sync = format!("fdatasync({}<", number(call));
        let (_, synced) = written.then(
            "the sync of the entry",
            |call| call.starts_with(&sync),
            tells,
        );
        after = synced.then("the word of it", tells, entry).1;
    }
}

#[test]
#[ignore = "needs strace, which is not everywhere; .ci/run runs it where it is"]
fn a_sealed_plan_is_on_the_disk_before_its_commitment_is_recorded() {
    let folder = Folder::new();
    let script = r#"{"seat":"client","kind":"no-offer"}
{"seat":"patron","act":{"kind":"seal","nonce":"grey heron","plan":{"if_met":"pocket","if_defied":"pocket"}}}"#;
    let calls = calls(&folder, &format!("{PEOPLE} --sealed"), script.as_bytes());
    let commit = |call: &str| call.starts_with("write(") && call.contains("\\n[[entry]]  # 3");
    let after = is_whole_before(&calls, "# What was typed in a session", commit);
    after.then("the commitment", commit, |_| false);
}

#[test]
#[ignore = "needs strace, which is not everywhere; .ci/run runs it where it is"]
fn every_document_is_on_the_disk_before_it_is_said_to_be_written() {
    const PAGE: &[&str] = &["<!DOCTYPE html>"];
    let folder = Folder::new();
    folder
        .run("run --deck deck.toml --seed 7 --moves 1 --spread 0 --save s.toml")
        .fine();
    let documents: [(&str, &[&str]); 6] = [
        (
            "report s.toml --no-expectations --format md --out r.md",
            &["# "],
        ),
        ("report s.toml --no-expectations", PAGE),
        (
            "report s.toml --format csv",
            &["session,", "# Codebook", "{\\n  \\\"name\\\""],
        ),
        (
            "replay s.toml --cast s.cast --width 60 --height 20",
            &["{\\\""],
        ),
        ("print deck.toml --out sheets", PAGE),
        ("deck new new.toml", &["# "]),
    ];
    for (line, beginnings) in documents {
        let calls = calls(&folder, line, b"");
        let mut left = calls.as_slice();
        let written = |call: &&String| call.starts_with("write(") && call.contains(".tmp>");
        assert!(
            left.iter().any(|call| written(&call)),
            "{line}: {}",
            calls.join("\n")
        );
        while let Some(call) = left.iter().find(written) {
            let beginning = beginnings
                .iter()
                .find(|beginning| call.contains(**beginning));
            let beginning = beginning.unwrap_or_else(|| panic!("{line}: {call}"));
            left = is_whole_before(left, beginning, tells).calls;
        }
    }
}

#[test]
#[ignore = "needs strace, which is not everywhere; .ci/run runs it where it is"]
fn a_folder_that_knows_no_locks_is_told_with_where_a_session_can_be_kept() {
    for error in ["ENOLCK", "EOPNOTSUPP"] {
        let folder = Folder::new();
        let inject = format!("inject=flock:error={error}");
        let done = std::process::Command::new("strace")
            .args([
                "-f",
                "-qq",
                "-o",
                "trace",
                "-e",
                "trace=flock",
                "-e",
                &inject,
            ])
            .arg(env!("CARGO_BIN_EXE_unequal"))
            .args("run --deck deck.toml --seed 7 --save s.toml".split_whitespace())
            .current_dir(folder.path("."))
            .env("HOME", folder.path("."))
            .stdin(std::process::Stdio::null())
            .output()
            .expect("strace is there");
        let told = String::from_utf8_lossy(&done.stderr);
        assert!(
            told.contains("this folder knows no locks"),
            "{error}: {told}"
        );
        assert!(told.contains("--save"), "{error}: {told}");
        assert!(!folder.path("s.toml").exists());
    }
}
