//! Every command that a message names can be typed as it stands, on the file for which it was printed.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::program::Folder;

/// The commands that messages of the program name, as they stand in its source.
const NAMED: &[(&str, Told)] = &[
    ("unequal --help", Told::Here),
    ("unequal branch", Told::Elsewhere),
    ("unequal branch {shown} --at {at}", Told::Here),
    ("unequal copy", Told::Elsewhere),
    ("unequal deck check", Told::Elsewhere),
    ("unequal deck check FILE", Told::Elsewhere),
    ("unequal deck check {deck}", Told::Here),
    ("unequal deck new my-deck.toml", Told::Elsewhere),
    ("unequal deck show", Told::Elsewhere),
    ("unequal play --deck {name}", Told::Here),
    ("unequal replay {shown} --text", Told::Here),
    ("unequal replay {shown} --text --at N", Told::Here),
    ("unequal replay {} --text --seat {seat}", Told::Elsewhere),
    ("unequal copy {} --seat SEAT", Told::Elsewhere),
    ("unequal print --help", Told::Elsewhere),
    ("unequal report {shown} --seat audience", Told::Here),
    ("unequal report --format csv", Told::Elsewhere),
    ("unequal resume {command}", Told::Elsewhere),
    ("unequal resume {shown}", Told::Here),
    ("unequal resume {shown} --script FILE", Told::Here),
    ("unequal resume {shown} --text", Told::Elsewhere),
    ("unequal resume {shown} --script FILE --json", Told::Here),
    ("unequal resume {typed}", Told::Elsewhere),
    ("unequal run --deck -", Told::Elsewhere),
    ("unequal seal SAVE --seat SEAT --key KEY", Told::Elsewhere),
    ("unequal seat", Told::Elsewhere),
    ("unequal simulate --json", Told::Elsewhere),
    ("unequal verify", Told::Elsewhere),
    ("unequal verify FILE", Told::Elsewhere),
    ("unequal verify {shown}", Told::Here),
    ("unequal verify {shown} --against SAVE", Told::Elsewhere),
    ("unequal verify {typed}", Told::Elsewhere),
    ("unequal watch", Told::Elsewhere),
    ("unequal watch {path}", Told::Elsewhere),
    ("unequal watch{shown} --text --from-start", Told::Here),
];

/// Where the message is brought about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    /// By the lines below.
    Here,
    /// On a screen, or where the command only names what there is.
    Elsewhere,
}

/// The commands in backquotes of all messages in the source, tests and comments left out.
fn in_the_source() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = BTreeSet::new();
    let mut folders = vec![root.join("src"), root.join("crates")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs")
                && !path.ends_with("tests.rs")
                && !path.ends_with("args/examples.rs")
            {
                let source = fs::read_to_string(&path).unwrap();
                let code = source.split("#[cfg(test)]").next().unwrap();
                let lines = code.lines().map(str::trim);
                let code: Vec<&str> = lines.filter(|line| !line.starts_with("//")).collect();
                // A text that goes on in the next line ends with a backslash.
                let code = code.join("\n").replace("\\\n", "");
                let commands = code.split('`').skip(1).step_by(2);
                let named = commands.filter(|text| text.starts_with("unequal "));
                found.extend(named.map(str::to_owned));
            }
        }
    }
    found.retain(|command| !command.starts_with("unequal ·"));
    found
}

#[test]
fn every_command_that_a_message_names_is_known_here() {
    let known: BTreeSet<String> = NAMED.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(in_the_source(), known);
}

/// A folder with sessions and decks in every state that messages speak of. Its names need quotes.
fn folder() -> Folder {
    let folder = Folder::new();
    let people = "run --deck deck.toml --seed 7 --patron human --client human --save";
    let note = "{\"seat\":\"audience\",\"kind\":\"note\",\"text\":\"x\"}\n";
    let play = |save: &str| {
        let mut line: Vec<&str> = people.split_whitespace().collect();
        line.extend([save, "--script", "acts.jsonl"]);
        assert_eq!(folder.run_each(&line).status, 1);
    };
    folder.write("acts.jsonl", note.repeat(3));
    for save in ["it's a table.toml", "damaged one.toml", "torn one.toml"] {
        play(save);
    }
    // A line is left, so that going on leads on.
    folder.write("acts.jsonl", note);
    let whole = folder.read("damaged one.toml");
    let at = whole.len() - 200;
    let damaged: Vec<u8> = [&whole[..at], &[whole[at] ^ 1], &whole[at + 1..]].concat();
    folder.write("damaged one.toml", damaged);
    folder.write("torn one.toml", &whole[..whole.len() - 40]);
    let ended = "run --deck deck.toml --seed 7 --moves 1 --spread 0 --save ended.toml";
    folder.run(ended).fine();
    folder.write("wrong deck.toml", "[deck]\nid = \"x\"\n");
    folder
}

/// The commands that a message names, with what it leaves open filled in.
fn commands(message: &str) -> Vec<String> {
    let quoted = message.split('`').skip(1).step_by(2);
    let named = quoted.filter(|text| text.starts_with("unequal "));
    named
        .map(|text| text.replace(" FILE", " acts.jsonl").replace(" N", " 0"))
        .collect()
}

/// Runs a command as a person would who types it.
fn typed(folder: &Folder, command: &str) -> (i32, String) {
    let program = Path::new(env!("CARGO_BIN_EXE_unequal"));
    let done = Command::new("/bin/sh")
        .args(["-c", command])
        .current_dir(folder.path("."))
        .env_clear()
        .env("PATH", program.parent().unwrap())
        .env("HOME", folder.path("."))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = [done.stdout, done.stderr].concat();
    (
        done.status.code().unwrap(),
        String::from_utf8(said).unwrap(),
    )
}

#[cfg(unix)]
#[test]
fn every_command_that_a_message_names_can_be_typed() {
    let lines: &[&[&str]] = &[
        &["resume", "it's a table.toml", "--script", "acts.jsonl"],
        &["resume", "it's a table.toml", "--json"],
        &["resume", "it's a table.toml"],
        &["replay", "it's a table.toml"],
        &["close", "it's a table.toml"],
        &["watch", "ended.toml"],
        &["watch", "ended.toml", "--from-start"],
        &["branch", "it's a table.toml", "--at", "1"],
        &[
            "branch",
            "it's a table.toml",
            "--at",
            "0",
            "--instead",
            "{\"kind\":\"inject\",\"instead\":\"no\"}",
        ],
        &["verify", "torn one.toml"],
        &["verify", "damaged one.toml"],
        &["replay", "damaged one.toml", "--text"],
        &["resume", "damaged one.toml", "--script", "acts.jsonl"],
        &["resume", "deck.toml", "--script", "acts.jsonl"],
        &["run", "--deck", "wrong deck.toml", "--seed", "7"],
        &["play"],
        &["runn"],
    ];
    let mut tried = 0;
    for line in lines {
        let folder = folder();
        let done = folder.run_each(line);
        let message = format!("{}{}", done.out, done.err);
        let named = commands(&message);
        assert!(!named.is_empty(), "{line:?} names no command:\n{message}");
        for command in named {
            let (status, said) = typed(&folder, &command);
            let on_screen = status == 2 && said.contains("there is no terminal here");
            assert!(
                matches!(status, 0 | 1) || on_screen,
                "{line:?} says to type\n{command}\nand that gives {status}:\n{said}"
            );
            assert_ne!(said, message, "{command} helps nobody");
            tried += 1;
        }
    }
    assert!(tried > lines.len());
}
