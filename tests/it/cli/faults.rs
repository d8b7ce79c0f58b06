//! The world is not as one would like: read-only folders, second writers, readers that go away.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;

use super::program::{Folder, but_for_digests};

const RUN: &str = "run --deck deck.toml --seed 7 --moves 2 --spread 0";

#[test]
fn a_record_is_never_overwritten() {
    let folder = Folder::new();
    folder.run(&format!("{RUN} --save s.toml")).fine();
    let before = folder.read("s.toml");
    insta::assert_snapshot!(folder.run(&format!("{RUN} --save s.toml")).whole());
    assert_eq!(before, folder.read("s.toml"));
}

#[test]
fn a_record_needs_a_folder_that_is_there() {
    let folder = Folder::new();
    insta::assert_snapshot!(folder.run(&format!("{RUN} --save no/s.toml")).whole());
    insta::assert_snapshot!(folder.run(&format!("{RUN} --save .")).whole());
}

/// A folder in which nobody may write, not even the system's administrator.
fn read_only(folder: &Folder) -> Option<String> {
    let place = folder.path("closed");
    fs::create_dir(&place).unwrap();
    let mut permissions = fs::metadata(&place).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&place, permissions).unwrap();
    let open_all_the_same = fs::write(place.join("probe"), "").is_ok();
    let other = Path::new("/sys/kernel");
    if open_all_the_same {
        other.is_dir().then(|| other.display().to_string())
    } else {
        Some(place.display().to_string())
    }
}

#[test]
fn a_read_only_folder_is_told() {
    let folder = Folder::new();
    let Some(closed) = read_only(&folder) else {
        return;
    };
    let done = folder.run(&format!("{RUN} --save {closed}/s.toml"));
    assert_eq!(done.status, 2, "{}", done.err);
    assert!(done.err.contains("no permission to"), "{}", done.err);
    assert!(done.err.contains("\nhint: "), "{}", done.err);
}

#[test]
fn a_second_writer_is_refused() {
    let folder = Folder::new();
    let line = "run --deck deck.toml --seed 7 --patron human --client human --save s.toml \
                --script - --json";
    let mut first = folder.begun(line);
    let mut acts = first.stdin.take().unwrap();
    let mut printed = BufReader::new(first.stdout.take().unwrap());
    // The first writer has made an entry, and holds the record while it waits for its next line.
    acts.write_all(b"{\"seat\":\"audience\",\"kind\":\"note\",\"text\":\"x\"}\n")
        .unwrap();
    let mut entry = String::new();
    printed.read_line(&mut entry).unwrap();
    assert!(entry.contains("\"note\""), "{entry}");
    let second = folder.run("resume s.toml --script -");
    insta::assert_snapshot!(second.whole());
    assert_eq!(folder.run("verify s.toml").status, 0, "readers are welcome");
    drop(acts);
    first.wait().unwrap();
}

#[test]
fn a_run_whose_file_goes_away_does_not_say_that_it_is_recorded() {
    let folder = Folder::new();
    let line = "run --deck deck.toml --seed 7 --patron human --client human --save s.toml \
                --script - --json";
    let mut run = folder.begun(line);
    let mut acts = run.stdin.take().unwrap();
    let mut printed = BufReader::new(run.stdout.take().unwrap());
    let demand = r#"{"seat":"client","kind":"no-offer"}
{"seat":"patron","act":{"kind":"demand","card":"gas-discount","intensity":"press"}}"#;
    writeln!(acts, "{demand}").unwrap();
    // What opens the move, no offer, and the demand: then it waits for people.
    for entry in 1..=3 {
        let mut line = String::new();
        printed.read_line(&mut line).unwrap();
        assert!(
            line.starts_with(&format!("{{\"format\":1,\"entry\":{entry},")),
            "{line}"
        );
    }
    fs::remove_file(folder.path("s.toml")).unwrap();
    drop(acts);
    let mut rest = String::new();
    printed.read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "");
    let ended = run.wait_with_output().unwrap();
    let told = String::from_utf8(ended.stderr).unwrap();
    assert!(told.contains("s.toml"), "{told}");
    assert!(!told.contains("are recorded"), "{told}");
}

#[test]
fn a_torn_tail_is_set_aside_and_the_session_goes_on() {
    let folder = Folder::new();
    let line = "run --deck deck.toml --seed 7 --patron human --client human --save s.toml";
    assert_eq!(folder.run(line).status, 1);
    let whole = folder.read("s.toml");
    folder.write("s.toml", &whole[..whole.len() - 7]);
    let done = folder.feed("resume s.toml --script -", b"");
    insta::assert_snapshot!(but_for_digests(&done.whole()));
    assert!(
        folder
            .run("verify s.toml")
            .fine()
            .contains("verified, 1 entry")
    );
}

#[test]
fn a_damaged_record_is_not_resumed_and_not_touched() {
    let folder = Folder::new();
    folder.run(&format!("{RUN} --save s.toml")).fine();
    let mut bytes = folder.read("s.toml");
    let place = bytes.len() / 2;
    bytes[place] ^= 1;
    folder.write("s.toml", &bytes);
    let done = folder.run("resume s.toml --script -");
    assert_eq!(done.status, 1);
    assert!(
        done.err.starts_with("error: s.toml: damaged"),
        "{}",
        done.err
    );
    assert_eq!(bytes, folder.read("s.toml"));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = Folder::new();
    for line in [
        "run --deck deck.toml --seed 7 --json",
        "deck show deck.toml",
        "--help",
    ] {
        let arguments: Vec<&str> = line.split_whitespace().collect();
        let mut child = folder.command(&arguments).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{line}");
        assert_eq!(output.status.code(), Some(0), "{line}");
    }
}

#[test]
fn a_recorded_session_is_finished_though_nobody_reads_its_lines() {
    let folder = Folder::new();
    let line = format!("{RUN} --save s.toml --json");
    let arguments: Vec<&str> = line.split_whitespace().collect();
    let mut child = folder.command(&arguments).spawn().unwrap();
    drop(child.stdout.take());
    assert!(child.wait().unwrap().success());
    assert!(folder.run("verify s.toml").fine().contains(", ended ("));
}

#[test]
fn a_full_disk_behind_standard_output_is_told() {
    let Ok(full) = fs::OpenOptions::new().write(true).open("/dev/full") else {
        return;
    };
    let folder = Folder::new();
    let arguments = ["run", "--deck", "deck.toml", "--seed", "7"];
    let output = folder.command(&arguments).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(
        told.starts_with("error: cannot write to standard output:"),
        "{told}"
    );
}

#[test]
fn a_script_that_cannot_be_read_is_told() {
    let folder = Folder::new();
    insta::assert_snapshot!(folder.run(&format!("{RUN} --script no.jsonl")).whole());
    insta::assert_snapshot!(folder.run(&format!("{RUN} --script .")).whole());
}

/// A shell can limit how large a file may become; the system then sends a signal that ends most programs.
#[cfg(unix)]
#[test]
fn a_limit_on_the_size_of_files_refuses_the_act_and_leaves_a_record_in_order() {
    let folder = Folder::new();
    folder.run(&format!("{RUN} --save whole.toml")).fine();
    let whole = folder.read("whole.toml").len();
    let program = env!("CARGO_BIN_EXE_unequal");
    // Blocks of 512 bytes: no room for the header; room for it and for some of the acts.
    for blocks in [10, (whole - 4_000) / 512] {
        let line = format!("ulimit -f {blocks}; exec {program} {RUN} --save s.toml");
        let limited = std::process::Command::new("sh")
            .args(["-c", &line])
            .current_dir(folder.path("."))
            .env_clear()
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&limited.stderr).into_owned();
        assert_eq!(limited.status.code(), Some(1), "{blocks} blocks: {said}");
        assert!(said.contains("s.toml"), "{said}");
        assert!(said.contains("\nhint: "), "{said}");
    }
    // What was written before is whole, and play goes on where there is room again.
    folder.run("verify s.toml").fine();
    folder.run("resume s.toml --script /dev/null").fine();
    assert_eq!(folder.read("s.toml").len(), whole);
}
