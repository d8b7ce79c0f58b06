//! `unequal watch` as lines: what is new, from the start, and what is told of the file.

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use super::program::Folder;

const RUN: &str = "run --deck deck.toml --seed 7 --moves 2 --spread 0 --save s.toml";

#[test]
fn it_needs_a_terminal_and_names_what_needs_none() {
    let folder = Folder::new();
    insta::assert_snapshot!(folder.run("watch s.toml").whole());
    insta::assert_snapshot!(folder.run("watch s.toml --from-start").whole());
}

#[test]
fn what_cannot_be_watched_is_told_at_once() {
    let folder = Folder::new();
    insta::assert_snapshot!(folder.run("watch deck.toml --text").whole());
    insta::assert_snapshot!(folder.run("watch . --text").whole());
}

#[test]
fn a_session_that_has_ended_is_told_from_its_start_or_in_a_line() {
    let folder = Folder::new();
    folder.run(RUN).fine();
    insta::assert_snapshot!(folder.run("watch s.toml --text").fine());
    insta::assert_snapshot!(folder.run("watch s.toml --text --from-start").fine());
}

#[test]
fn as_json_it_prints_what_a_replay_prints_for_the_audience() {
    let folder = Folder::new();
    folder.run(RUN).fine();
    let watched = folder.run("watch s.toml --json --from-start").fine();
    let replayed = folder.run("replay s.toml --json --seat audience").fine();
    assert_eq!(watched, replayed);
    assert_eq!(folder.run("watch s.toml --json").fine(), "");
}

#[test]
fn it_says_that_nobody_has_the_session_open_and_goes_on_waiting() {
    let folder = Folder::new();
    let line = "run --deck deck.toml --seed 7 --patron human --client human --save s.toml";
    assert_eq!(folder.run(line).status, 1);
    let mut child = folder
        .command(&["watch", "s.toml", "--text"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut told = BufReader::new(child.stderr.take().unwrap());
    let mut note = String::new();
    told.read_line(&mut note).unwrap();
    assert_eq!(
        note,
        "note: s.toml: no program has the session open; waiting until it is resumed\n"
    );
    assert!(child.try_wait().unwrap().is_none(), "it waits");
    child.kill().unwrap();
    child.wait().unwrap();
}
