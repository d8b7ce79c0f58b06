//! `host` and `seat`: sessions whose seats are held from other processes of this machine.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, ChildStdin, ChildStdout};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use super::program::Folder;

/// How long anything may take.
const PATIENCE: Duration = Duration::from_mins(2);

/// A program that is spoken to in lines.
struct Spoken {
    child: Child,
    to: Option<ChildStdin>,
    from: BufReader<ChildStdout>,
    /// What it says on standard error.
    notes: Receiver<String>,
}

impl Spoken {
    fn new(folder: &Folder, line: &str) -> Self {
        let mut child = folder.begun(line);
        let errors = child.stderr.take().unwrap();
        let (tell, notes) = channel();
        thread::spawn(move || {
            for line in BufReader::new(errors).lines() {
                let _nobody_reads = tell.send(line.unwrap_or_default());
            }
        });
        Self {
            to: child.stdin.take(),
            from: BufReader::new(child.stdout.take().unwrap()),
            child,
            notes,
        }
    }

    fn say(&mut self, line: &str) {
        writeln!(self.to.as_mut().unwrap(), "{line}").unwrap();
    }

    /// What is printed up to and with these words.
    fn until(&mut self, words: &str) -> String {
        let mut text = Vec::new();
        let mut byte = [0];
        while !text.ends_with(words.as_bytes()) {
            let read = self.from.read(&mut byte).unwrap();
            let said = String::from_utf8_lossy(&text);
            assert!(read > 0, "{words} never came: {said} {:?}", self.told());
            text.push(byte[0]);
        }
        String::from_utf8(text).unwrap()
    }

    fn line(&mut self) -> Value {
        let mut line = String::new();
        self.from.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|_| panic!("{line} {:?}", self.told()))
    }

    /// Waits until it says these words on standard error.
    fn note(&self, words: &str) {
        while !self.notes.recv_timeout(PATIENCE).unwrap().contains(words) {}
    }

    fn told(&self) -> Vec<String> {
        self.notes.try_iter().collect()
    }

    fn signal(&self, signal: &str) {
        let id = self.child.id().to_string();
        let sent = std::process::Command::new("kill")
            .args([signal, &id])
            .status();
        assert!(sent.unwrap().success());
    }

    fn ends(mut self) -> (i32, String) {
        drop(self.to.take());
        let mut rest = String::new();
        self.from.read_to_string(&mut rest).unwrap();
        (self.child.wait().unwrap().code().unwrap_or(-1), rest)
    }
}

fn hosted(folder: &Folder, line: &str) -> Spoken {
    let mut host = Spoken::new(folder, line);
    let said = host.until("\n");
    assert!(said.contains("is hosted at"), "{said}");
    host
}

#[test]
fn seats_are_played_from_other_processes_and_come_back_when_a_killed_host_does() {
    let folder = Folder::new();
    let begin = "host s.toml --deck practice --seed 7 --headless";
    let host = hosted(&folder, begin);
    let mut white = Spoken::new(&folder, "seat s.toml --seat white-cell --text --name Anna");
    white.until("Choice: ");
    let mut client = Spoken::new(&folder, "seat s.toml --seat client --json");
    assert_eq!(client.line()["kind"], "hello");
    client.say(&json!({"kind": "ready", "protocol": 1, "name": "pipe"}).to_string());
    white.say("1");
    assert_eq!(client.line()["kind"], "turn");
    // It is killed before there is an answer, and goes on where it was.
    host.signal("-KILL");
    host.ends();
    white.note("the host is gone");
    let host = hosted(&folder, "host s.toml --headless");
    assert_eq!(client.line()["kind"], "hello");
    client.say(&json!({"kind": "ready", "protocol": 1, "name": "pipe"}).to_string());
    let turn = client.line();
    assert_eq!((&turn["kind"], &turn["entry"]), (&json!("turn"), &json!(1)));
    client.say(&json!({"kind": "act", "turn": turn["turn"], "choice": 0}).to_string());
    assert_eq!(client.line(), json!({"kind": "taken", "entry": 2}));
    white.note("the host is there again");
    white.until("You sit as");
    white.say("who");
    white.until(": somebody, here.");
    host.signal("-TERM");
    let (status, rest) = host.ends();
    assert!(
        status == 0 && rest.contains("s.toml is left and kept"),
        "{rest}"
    );
    assert_eq!(client.line()["kind"], "end");
    assert_eq!(client.ends().0, 0);
    let (status, rest) = white.ends();
    assert_eq!(status, 0);
    assert!(
        rest.contains("Left: the session is left at the host."),
        "{rest}"
    );
    let verified = folder.run("verify s.toml");
    assert_eq!(verified.status, 0, "{}", verified.err);
    assert!(!folder.path("s.toml.host").exists());
}

#[test]
fn a_second_host_and_a_session_that_nobody_hosts_are_told() {
    let folder = Folder::new();
    let host = hosted(&folder, "host s.toml --deck practice --seed 7 --headless");
    let told = folder.run("host s.toml --headless");
    assert_eq!(told.status, 2, "{}", told.err);
    assert_eq!(
        told.err,
        "error: s.toml is hosted already\nhint: sit down at it: unequal seat s.toml --seat patron\n"
    );
    let told = folder.run("seat s.toml --seat europe --text");
    assert_eq!(told.status, 1, "{}", told.err);
    assert!(
        told.err.contains("nobody sits in this seat"),
        "{}",
        told.err
    );
    host.signal("-INT");
    assert_eq!(host.ends().0, 0);
    let told = folder.run("seat s.toml --seat client --text");
    assert_eq!(
        (told.status, told.err.as_str()),
        (
            2,
            "error: nobody hosts s.toml\nhint: host it first: unequal host s.toml\n"
        )
    );
}
