//! Programs that fail in every way: each is told, each is on the record, and no session ends for it.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::thread;
use std::time::Duration;

use unequal_core::engine::action::Action;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_seat::{Attended, Command, Limits};
use unequal_session::{Holder, Owner, Table};

use crate::table::{decks, go_on, holders, table};

const READY: &str = r#"echo '{"kind":"ready","protocol":1,"name":"faulty","version":"0.1"}'"#;

/// A shell's way of answering every turn: `$n` is its number.
fn answering(what: &str) -> String {
    format!(
        "{READY}\nn=0\nwhile read -r line; do case \"$line\" in *'\"kind\":\"turn\"'*)\n\
         n=$((n+1))\n{what}\n;; esac; done\n"
    )
}

/// What an answer to turn `$n` says besides.
pub(crate) fn with(what: &str) -> String {
    let what = what.replace('"', "\\\"");
    answering(&format!(
        "echo \"{{\\\"kind\\\":\\\"act\\\",\\\"turn\\\":$n,{what}}}\""
    ))
}

/// A name, what a program does, and what the record says of it.
type Case = (&'static str, String, &'static str);

fn faults() -> Vec<Case> {
    let answers = before_any_turn().into_iter().chain(at_a_turn());
    answers.chain(in_an_answer()).collect()
}

fn before_any_turn() -> Vec<Case> {
    let ready = |line: &str| format!("echo '{line}'\ncat > /dev/null");
    vec![
        ("ends at once", "exit 3".to_owned(), "it ended"),
        (
            "complains and ends",
            "echo 'no such module' >&2\nexit 1".to_owned(),
            "no such module",
        ),
        (
            "says nothing",
            "cat > /dev/null".to_owned(),
            "no answer came within 2 s",
        ),
        (
            "reads and says nothing",
            "exec sleep 30".to_owned(),
            "no answer came within 2 s",
        ),
        (
            "speaks an old version",
            ready(r#"{"kind":"ready","protocol":0,"name":"old"}"#),
            "version 0 of the protocol",
        ),
        (
            "speaks a version to come",
            ready(r#"{"kind":"ready","protocol":99,"name":"new"}"#),
            "version 99 of the protocol",
        ),
        (
            "has a name of a thousand letters",
            r#"printf '{"kind":"ready","protocol":1,"name":"%01000d"}\n' 1
cat > /dev/null"#
                .to_owned(),
            "`name` and `version`",
        ),
        (
            "greets with garbage",
            ready("hello, I am a bot"),
            "not of the protocol",
        ),
        (
            "acts before it is ready",
            ready(r#"{"kind":"act","turn":1,"choice":0}"#),
            "`ready` comes",
        ),
    ]
}

fn at_a_turn() -> Vec<Case> {
    vec![
        ("is ready and ends", format!("{READY}\nexit 0"), "it ended"),
        (
            "is ready and hangs",
            format!("{READY}\ncat > /dev/null"),
            "no answer came within 2 s",
        ),
        (
            "answers garbage",
            answering("echo 'I would refuse.'"),
            "not of the protocol",
        ),
        (
            "answers with ten megabytes",
            answering("head -c 10000000 /dev/zero | tr '\\0' 'x'\necho"),
            "longer than 1048576 bytes",
        ),
        (
            "answers in no encoding",
            answering("printf '\\377\\376\\n'"),
            "not of the protocol",
        ),
        ("greets twice", answering(READY), "`ready` was said already"),
        (
            "floods",
            format!("{READY}\nexec yes garbage"),
            "not of the protocol",
        ),
        (
            "answers a turn to come",
            answering(r#"echo '{"kind":"act","turn":7777,"choice":0}'"#),
            "not turn 7777",
        ),
    ]
}

fn in_an_answer() -> Vec<Case> {
    vec![
        (
            "chooses what there is not",
            with(r#""choice":9999"#),
            "there is no act 9999",
        ),
        (
            "names a card that there is not",
            with(r#""act":{"kind":"offer","card":"the-moon","ask":"the-sun"}"#),
            "the deck has no card `the-moon`",
        ),
        (
            "acts for another seat",
            with(r#""act":{"kind":"hold"}"#),
            "was refused",
        ),
        (
            "does what is not asked for",
            with(r#""act":{"kind":"note","text":"hello"}"#),
            "`note` is not what is asked for",
        ),
        (
            "does what the white cell does",
            with(r#""act":{"kind":"end","reason":"I give up"}"#),
            "`end` is not what is asked for",
        ),
        (
            "says two things at once",
            with(r#""choice":0,"act":{"kind":"no-offer"}"#),
            "not both",
        ),
        (
            "says neither",
            with(r#""reason":"none""#),
            "`choice` or `act`",
        ),
        (
            "makes a slip",
            with(r#""chioce":0"#),
            "unknown field `chioce`",
        ),
        (
            "is surer than sure",
            with(r#""choice":0,"confidence":101"#),
            "confidence runs from 0 to 100",
        ),
        (
            "foresees too much",
            with(r#""choice":0,"forecast":{"expects":"hold","percent":200}"#),
            "0 to 100",
        ),
        (
            "seals in the open",
            with(r#""act":{"kind":"seal","plan":{}}"#),
            "nothing is sealed now",
        ),
    ]
}

pub(crate) fn script(folder: &Path, name: &str, text: &str) -> Command {
    let path = folder.join(name.replace(' ', "-"));
    fs::write(&path, format!("#!/bin/sh\n{text}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    Command::read(path.to_str().unwrap()).unwrap().unwrap()
}

/// A session in which a command holds the client's seat, to its end.
fn played(command: Command) -> Owner {
    let owner = Owner::of(table(&decks()[0], holders(Seat::Client), 7));
    let limits = Limits {
        time: Duration::from_secs(2),
        tries: 2,
    };
    let stand_in = Holder::Bot("cautious".to_owned());
    let mut attended = Attended::new(vec![(Seat::Client, command)], limits, stand_in);
    go_on(&owner, &mut attended);
    attended.dismiss("over");
    owner
}

/// What the white cell alone reads.
fn notes(table: &Table) -> String {
    let acts = table.moments().iter().map(|moment| &moment.entry.act);
    let notes = acts.filter_map(|act| match act {
        Action::Note {
            text,
            private: true,
        } => Some(text.as_str()),
        _ => None,
    });
    notes.collect::<Vec<_>>().join("\n")
}

fn handed_over(table: &Table) -> Option<(Holder, String)> {
    let acts = table.moments().iter().map(|moment| &moment.entry.act);
    acts.into_iter().find_map(|act| match act {
        Action::HandOver { to, reason, .. } => Some((to.clone(), reason.clone().unwrap())),
        _ => None,
    })
}

#[test]
fn every_fault_of_a_program_is_on_the_record_and_none_ends_the_session() {
    let folder = tempfile::tempdir().unwrap();
    let faults = faults();
    assert!(faults.len() >= 20);
    thread::scope(|scope| {
        for (name, text, said) in &faults {
            let command = script(folder.path(), name, text);
            scope.spawn(move || {
                let owner = played(command);
                let table = owner.table();
                assert!(table.has_ended(), "{name}");
                let notes = notes(&table);
                assert!(notes.contains(said), "{name}: {notes}");
                let (to, reason) = handed_over(&table).unwrap_or_else(|| panic!("{name}"));
                assert_eq!(to, Holder::Bot("cautious".to_owned()), "{name}");
                // What the program said is for the white cell.
                assert!(
                    !reason.contains("the-moon") && !reason.contains("module"),
                    "{reason}"
                );
            });
        }
    });
}

#[test]
fn a_program_that_is_not_there_loses_its_seat() {
    let command = Command::read("/nowhere/bot.py").unwrap().unwrap();
    let owner = played(command);
    let table = owner.table();
    assert!(table.has_ended());
    assert!(notes(&table).contains("could not be started"));
    let (_, reason) = handed_over(&table).unwrap();
    assert_eq!(reason, "a program: it could not be started");
}

#[test]
fn what_comes_too_late_is_noted_and_the_next_answer_taken() {
    let folder = tempfile::tempdir().unwrap();
    // The first turn is answered when the second try is asked, together with it.
    let late = answering(
        "if [ $n -eq 1 ]; then continue; fi\n\
         if [ $n -eq 2 ]; then echo '{\"kind\":\"act\",\"turn\":1,\"choice\":0}'; fi\n\
         echo \"{\\\"kind\\\":\\\"act\\\",\\\"turn\\\":$n,\\\"choice\\\":0}\"",
    );
    let owner = played(script(folder.path(), "late", &late));
    let table = owner.table();
    assert!(table.has_ended());
    let notes = notes(&table);
    assert!(notes.contains("no answer came within 2 s"), "{notes}");
    assert!(
        notes.contains("an answer to turn 1 came too late"),
        "{notes}"
    );
    assert_eq!(handed_over(&table), None);
    let hands = table.moments().iter().map(|moment| &moment.entry);
    let tries: Vec<u32> = hands
        .filter_map(|entry| match &entry.by {
            Player::Outside { tries, .. } => Some(*tries),
            _ => None,
        })
        .collect();
    assert_eq!(tries.first(), Some(&2));
    assert!(tries.iter().skip(1).all(|tries| *tries == 1), "{tries:?}");
}
