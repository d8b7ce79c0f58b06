//! Numbers near the limits of their types, as options and in lines of a script: told, and never taken for another.

use super::program::Folder;
use crate::numbers::LIMITS;

/// What the program says on standard error; it ends as it does where something was typed wrong, and not by a
/// fault of its own.
fn said(folder: &Folder, arguments: &[&str], input: &str) -> (bool, String) {
    let done = folder.feed(&arguments.join(" "), input.as_bytes());
    let told = format!("{arguments:?} {input}: {}", done.err);
    assert!(
        matches!(done.status, 0..=2) && !done.err.contains("a fault of"),
        "{told}"
    );
    (done.status != 0, done.err)
}

#[test]
fn an_option_at_a_limit_is_told() {
    let folder = Folder::new();
    let run = "run --deck deck.toml --patron random --client random";
    folder
        .run(&format!("{run} --seed 1 --moves 2 --save s.toml"))
        .fine();
    for (command, option) in [
        (format!("{run} --seed 1"), "--moves"),
        (format!("{run} --seed 1"), "--spread"),
        (format!("{run} --seed 1"), "--demands"),
        ("replay s.toml --text".to_owned(), "--at"),
        ("branch s.toml --out b.toml".to_owned(), "--at"),
        ("report s.toml --out r".to_owned(), "--playouts"),
        ("replay s.toml --cast s.cast".to_owned(), "--width"),
        ("replay s.toml --cast s.cast".to_owned(), "--height"),
        (
            "simulate --deck deck.toml --patron random --client random --seed 1 --runs 1"
                .to_owned(),
            "--threads",
        ),
    ] {
        for limit in LIMITS {
            let option = format!("{option}={limit}");
            let (told, _) = said(&folder, &[&command, &option], "");
            assert!(told, "{command} {option} is taken");
        }
    }
    for limit in LIMITS {
        let option = format!("--from=s.toml@{limit}");
        let rest = "simulate --patron random --client random --seed 1 --runs 1";
        assert!(said(&folder, &[rest, &option], "").0, "{option} is taken");
        // A seed may be any number of 64 bits, and is kept as it was given.
        let seed = format!("--seed={limit}");
        let (told, _) = said(&folder, &[run, "--moves=1 --json", &seed], "");
        assert_eq!(told, u64::try_from(limit).is_err(), "{seed}");
    }
}

#[test]
fn a_number_of_a_line_at_a_limit_is_told() {
    let folder = Folder::new();
    let run = "run --deck deck.toml --seed 7 --patron human --client human --script -";
    for line in [
        r#"{"seat":"white-cell","act":{"kind":"inject"},"confidence":@}"#,
        r#"{"seat":"white-cell","act":{"kind":"set-length","moves":@,"reason":"x"}}"#,
        r#"{"seat":"white-cell","act":{"kind":"set-clock","of":"phase","seconds":@}}"#,
        r#"{"seat":"white-cell","act":{"kind":"adjust","gauge":"trust","by":@,"reason":"x"}}"#,
        r#"{"seat":"white-cell","act":{"kind":"undo","to":@,"reason":"x"}}"#,
        r#"{"seat":"white-cell","act":{"kind":"settle","move":@,"reason":"x"}}"#,
        r#"{"seat":"white-cell","act":{"kind":"plan-inject","id":"a","news":{"event":"oil-slump"},"due":{"at":{"move":@,"phase":"demand"}}}}"#,
    ] {
        for limit in LIMITS {
            let line = line.replace('@', &limit.to_string());
            let (_, told) = said(&folder, &[run], &line);
            // The line is shown with what is wrong in it.
            assert!(told.contains("\n1 | "), "{line} is taken: {told}");
        }
    }
}
