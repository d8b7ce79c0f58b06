//! Wrong use is told with what would be right, and ends with status 2.

use super::program::Folder;

#[track_caller]
fn wrong(line: &str) -> String {
    let done = Folder::new().run(line);
    assert_eq!(
        (done.status, done.out.as_str()),
        (2, ""),
        "{line}\n{}",
        done.err
    );
    done.err
}

#[test]
fn an_unknown_option_is_told_with_the_one_that_was_meant() {
    insta::assert_snapshot!(wrong("run --deck deck.toml --sed 7"));
}

#[test]
fn an_unknown_command_is_told_with_the_one_that_was_meant() {
    insta::assert_snapshot!(wrong("verfy x.toml"));
}

#[test]
fn missing_options_are_named() {
    insta::assert_snapshot!(wrong("run"));
}

#[test]
fn a_seed_that_is_no_number_is_told() {
    insta::assert_snapshot!(wrong("run --deck deck.toml --seed seven"));
    insta::assert_snapshot!(wrong("run --deck deck.toml --seed -1"));
    insta::assert_snapshot!(wrong("run --deck deck.toml --seed 18446744073709551616"));
}

#[test]
fn a_bot_that_the_deck_does_not_have_is_told_with_those_it_has() {
    insta::assert_snapshot!(wrong("run --deck deck.toml --seed 7 --patron gredy"));
    insta::assert_snapshot!(wrong("run --deck deck.toml --seed 7 --europe hawck"));
    insta::assert_snapshot!(wrong(
        "simulate --deck deck.toml --seed 7 --runs 1 --patron gredy --client human"
    ));
}

#[test]
fn options_that_the_deck_cannot_serve_are_told_with_what_it_can() {
    for (option, snapshot) in [
        ("--moves 70", "moves"),
        ("--demands 9", "demands"),
        ("--moves 3 --spread 3", "spread"),
    ] {
        insta::assert_snapshot!(
            format!("a_setup_that_the_deck_cannot_serve_{snapshot}"),
            wrong(&format!("run --deck deck.toml --seed 7 {option}"))
        );
    }
}

#[test]
fn options_that_exclude_each_other_are_told() {
    for line in [
        "run --deck deck.toml --seed 7 --log --json",
        "run --deck deck.toml --seed 7 --sealed --together",
        "replay x.toml --text --json",
    ] {
        assert!(wrong(line).contains("cannot be used with"), "{line}");
    }
}

#[test]
fn standard_input_serves_one_thing_and_a_record_is_a_file() {
    insta::assert_snapshot!(wrong("run --deck - --script - --seed 7"));
    insta::assert_snapshot!(wrong("run --deck deck.toml --seed 7 --save -"));
}

#[test]
fn a_time_that_is_none_is_told() {
    insta::assert_snapshot!(wrong("run --deck deck.toml --seed 7 --now noon"));
    let folder = Folder::new();
    let arguments = ["run", "--deck", "deck.toml", "--seed", "7"];
    let output = folder
        .command(&arguments)
        .env("UNEQUAL_NOW", "noon")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    insta::assert_snapshot!(String::from_utf8(output.stderr).unwrap());
}

#[test]
fn without_a_terminal_the_headless_command_is_named() {
    insta::assert_snapshot!(wrong(""));
    insta::assert_snapshot!(wrong("play"));
    insta::assert_snapshot!(wrong(
        "play --seed 3 --patron human --client greedy --moves 6"
    ));
    insta::assert_snapshot!(wrong("resume saves/x.toml"));
    insta::assert_snapshot!(wrong("resume saves/x.toml --json"));
    insta::assert_snapshot!(wrong("replay saves/x.toml"));
    insta::assert_snapshot!(wrong("replay saves/x.toml --at 3"));
}

#[test]
fn every_help_has_examples() {
    let folder = Folder::new();
    let root = folder.run("--help").fine();
    let commands = |text: &str| -> Vec<String> {
        let listed = text.lines().skip_while(|line| *line != "Commands:").skip(1);
        let listed = listed.take_while(|line| !line.is_empty());
        listed
            .filter_map(|line| Some(line.split_whitespace().next()?.to_owned()))
            .collect()
    };
    let mut helps = vec![(String::new(), root)];
    let mut done = 0;
    while let Some((command, help)) = helps.pop() {
        assert!(help.contains("Examples:\n  unequal"), "{command}: {help}");
        for inner in commands(&help) {
            let inner = format!("{command} {inner}");
            let help = folder.run(&format!("{inner} --help")).fine();
            helps.push((inner, help));
        }
        done += 1;
    }
    assert!(done > 8, "{done} helps");
}

#[test]
fn the_version_is_printed() {
    let told = Folder::new().run("--version").fine();
    let version = concat!("unequal ", env!("CARGO_PKG_VERSION"));
    let commit = told.strip_prefix(version).unwrap().trim_end();
    // The commit stands behind it where the program was built to be used, and git was there.
    let is_commit = |text: &str| text.starts_with(" (") && text.ends_with(')') && text.len() > 9;
    assert!(commit.is_empty() || is_commit(commit), "{told:?}");
}

#[test]
fn completions_name_the_commands() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = Folder::new().run(&format!("completions {shell}")).fine();
        assert!(script.contains("simulate"), "{shell}");
    }
}

#[test]
fn an_argument_with_an_escape_sequence_is_shown_harmlessly() {
    let done = Folder::new().run_each(&["run", "--\x1b[31mred"]);
    assert_eq!(done.status, 2);
    assert!(!done.err.contains('\x1b'), "{:?}", done.err);
}
