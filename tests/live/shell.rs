//! The terminal as people have it: a shell around the program, other terminals, other things on the screen.

use std::fs;
use std::path::Path;

use crate::pty::Pty;

const PROGRAM: &str = env!("CARGO_BIN_EXE_unequal");

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("saves")).unwrap();
    folder
}

fn start(folder: &Path, args: &[&str], env: &[(&str, &str)]) -> Pty {
    Pty::start(Path::new(PROGRAM), args, folder, env)
}

/// How often the program has gone to a screen of its own.
fn entered(pty: &Pty) -> usize {
    String::from_utf8_lossy(&pty.written())
        .matches("\u{1b}[?1049h")
        .count()
}

#[test]
fn stopped_in_a_shell_it_gives_the_terminal_back_and_comes_back_whole() {
    let folder = folder();
    let args = ["--norc", "--noprofile", "-i"];
    let mut pty = Pty::start(
        Path::new("bash"),
        &args,
        folder.path(),
        &[("PS1", "ready> "), ("HISTFILE", "")],
    );
    pty.wait_for("ready>");
    pty.type_in(&format!("{PROGRAM}\n"));
    pty.wait_for("New session");
    pty.type_in("\u{1a}");
    pty.wait_for("Stopped");
    // The shell edits its line and shows what is typed: the terminal is as it was.
    pty.type_in("stty -a | grep -c ' icanon'; echo typed $((6 * 7))\n");
    pty.wait_for("typed 42");
    assert!(!pty.screen().contains("New session"), "{}", pty.screen());
    pty.type_in("fg\n");
    pty.wait_for("New session");
    assert_eq!(entered(&pty), 2);
    assert!(!pty.screen().contains("typed 42"), "{}", pty.screen());
    // Keys come one by one again.
    pty.type_in("?");
    pty.wait_for("Keys of the home screen");
    pty.type_in("\u{1b}");
    pty.wait_until("closed", |screen| {
        !screen.contains("Keys of the home screen")
    });
    pty.type_in("q");
    pty.wait_for("typed 42");
    pty.type_in("echo left $((40 + 2))\n");
    pty.wait_for("left 42");
}

#[test]
fn what_another_program_wrote_is_gone_when_the_screen_is_drawn_anew() {
    let folder = folder();
    let mut pty = start(folder.path(), &[], &[]);
    pty.wait_for("none yet");
    let whole = pty.screen();
    pty.scribble("kernel message");
    assert!(pty.screen().contains("kernel message"));
    pty.type_in("\u{c}");
    pty.wait_until("drawn anew", |screen| *screen == whole);
}

#[test]
fn a_terminal_that_can_show_no_screen_is_told_before_one_is_opened() {
    let folder = folder();
    for (env, says) in [
        (
            [("TERM", "dumb"), ("LC_ALL", "C.UTF-8")],
            "this terminal can show none (TERM is dumb)",
        ),
        ([("TERM", "xterm"), ("LC_ALL", "C")], "the locale here is C"),
        (
            [("TERM", "xterm"), ("LC_ALL", "ru_RU.KOI8-R")],
            "the locale here is ru_RU.KOI8-R",
        ),
    ] {
        let mut pty = start(folder.path(), &[], &env);
        let (status, text) = pty.wait_for_end();
        assert_eq!(status, 2, "{text}");
        assert!(text.contains(says) && text.contains("hint: "), "{text}");
        assert!(!text.contains('\u{1b}'), "{text:?}");
    }
}

#[test]
fn plain_glyphs_are_ascii_and_serve_where_there_is_no_utf8() {
    let folder = folder();
    let mut pty = start(folder.path(), &["--glyphs", "plain"], &[("LC_ALL", "C")]);
    pty.wait_for("New session");
    let drawn = pty.screen();
    let strange: String = drawn.chars().filter(|c| !c.is_ascii()).collect();
    assert_eq!(strange, "", "{drawn}");
    pty.type_in("q");
    assert_eq!(pty.wait_for_end().0, 0);
    // The console of Linux gets them unasked.
    let pty = start(folder.path(), &[], &[("TERM", "linux")]);
    pty.wait_for("New session");
    assert!(pty.screen().is_ascii(), "{}", pty.screen());
}

#[test]
fn colours_are_those_that_the_terminal_has_and_the_choice_is_remembered() {
    let folder = folder();
    let colours = |env: &[(&str, &str)]| {
        let mut pty = start(folder.path(), &[], env);
        pty.wait_for("New session");
        pty.type_in("q");
        let (_, text) = pty.wait_for_end();
        (
            text.contains("[38;2;") || text.contains(";38;2;"),
            text.contains("48;2;255;255;255"),
        )
    };
    assert_eq!(colours(&[]), (true, false));
    assert_eq!(colours(&[("COLORFGBG", "0;15")]), (true, true));
    assert_eq!(colours(&[("COLORTERM", "")]), (false, false));
    assert_eq!(colours(&[("TERM", "screen")]), (false, false));
    assert_eq!(colours(&[("NO_COLOR", "1")]), (false, false));
    let mut pty = start(folder.path(), &[], &[]);
    pty.wait_for("New session");
    pty.type_in(":theme\r");
    pty.wait_for("Colours: light");
    pty.type_in("q");
    pty.wait_for_end();
    assert_eq!(colours(&[]), (true, true));
}

#[test]
fn answers_of_the_terminal_that_come_late_are_no_keys() {
    let folder = folder();
    let mut pty = start(folder.path(), &[], &[]);
    pty.wait_for("none yet");
    let whole = pty.screen();
    for answer in [
        "\u{1b}]11;rgb:1e1e/1e1e/1e1e\u{1b}\\",
        "\u{1b}]11;rgb:ffff/ffff/ffff\u{7}",
        "\u{1b}P>|XTerm(370)\u{1b}\\",
        "\u{1b}[>1;10;0c",
        "\u{1b}[?62;4c",
        "\u{1b}[24;80R",
        "\u{1b}_Gi=31;OK\u{1b}\\",
    ] {
        pty.type_in(answer);
        // A key behind it shows that it was read, and is one.
        pty.type_in("?");
        pty.wait_for("Keys of the home screen");
        pty.type_in("\u{1b}");
        pty.wait_until("as it was", |screen| *screen == whole);
    }
}

#[test]
fn a_deck_is_read_in_lines_that_fit_the_terminal() {
    let folder = folder();
    let mut pty = start(folder.path(), &["deck", "show", "--no-pager"], &[]);
    pty.wait_for_end();
    let written = String::from_utf8_lossy(&pty.written()).replace('\r', "");
    // Addresses of sources are one word each.
    let is_text = |line: &&str| line.chars().count() > 80 && line.split_whitespace().count() > 3;
    let wide: Vec<&str> = written.lines().filter(is_text).collect();
    assert!(written.contains("Unequal Partners"), "{written}");
    assert!(wide.is_empty(), "{wide:#?}");
}
