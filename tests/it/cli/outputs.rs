//! Whatever a command writes, it writes over nothing but documents of its own kind.

use std::collections::BTreeSet;
use std::fs;

use clap::CommandFactory as _;
use unequal_partners::cli::args::Cli;

use super::program::Folder;

/// How each command is asked to write over OUT.
const WRITERS: [(&str, &str); 8] = [
    (
        "replay",
        "replay s.toml --cast OUT --width 60 --height 20 --replace",
    ),
    (
        "report",
        "report s.toml --no-expectations --out OUT --replace",
    ),
    ("compare", "compare s.toml other.toml --out OUT --replace"),
    ("print", "print deck.toml --out sheets --replace"),
    (
        "deck balance",
        "deck balance deck.toml --runs 1 --rollout-runs 1 --claims none --out OUT --replace",
    ),
    (
        "simulate",
        "simulate --deck deck.toml --patron random --client random --runs 20 --seed 1 --signs --out OUT --replace",
    ),
    ("deck claims", "deck claims --out OUT --replace"),
    ("deck sources", "deck sources --out OUT --replace"),
];

/// The commands that can be told to write over a file, as the program itself knows them.
fn replacers(command: &clap::Command, above: &str, found: &mut BTreeSet<String>) {
    for sub in command.get_subcommands() {
        let name = format!("{above}{}", sub.get_name());
        if sub
            .get_arguments()
            .any(|argument| argument.get_id() == "replace")
        {
            found.insert(name.clone());
        }
        replacers(sub, &format!("{name} "), found);
    }
}

fn two_sessions() -> Folder {
    let folder = Folder::new();
    for (save, seed) in [("s.toml", 7), ("other.toml", 8)] {
        let line = format!("run --deck deck.toml --seed {seed} --moves 1 --spread 0 --save {save}");
        folder.run(&line).fine();
    }
    folder
}

/// The file that a line of [`WRITERS`] writes.
fn target(line: &str) -> &'static str {
    match line {
        line if line.contains("print") => "sheets/patron/cards.html",
        line if ["balance", "claims", "sources"]
            .iter()
            .any(|it| line.contains(it)) =>
        {
            "out.md"
        }
        _ => "out.html",
    }
}

#[test]
fn every_command_that_can_write_over_a_file_is_known_here() {
    let mut found = BTreeSet::new();
    replacers(&Cli::command(), "", &mut found);
    let known: BTreeSet<String> = WRITERS.map(|(name, _)| name.to_owned()).into();
    assert_eq!(found, known);
}

#[test]
fn no_command_writes_over_a_record_a_deck_or_what_somebody_else_made() {
    let folder = two_sessions();
    let annotations = "# Annotations of a session: comments, glyphs and bookmarks of those who study it.\n\n\
                       [[annotation]]\nentry = 1\nat = \"2026-11-23T20:42:07Z\"\nauthor = \"A\"\nkind = \"comment\"\ntext = \"x\"\n";
    let drafts = "# What was typed in a session of unequal and not sent. Private. The record does not need it.\n\n\
                  [texts]\n\"client/respond/reason\" = \"x\"\n";
    let script = "{\"seat\":\"white-cell\",\"kind\":\"end\",\"reason\":\"time is up\"}\n";
    let page =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<p>A page about something else.</p>\n</html>\n";
    let record = folder.read("s.toml");
    let deck = folder.read("deck.toml");
    let others: [&[u8]; 7] = [
        &record,
        &deck,
        annotations.as_bytes(),
        drafts.as_bytes(),
        script.as_bytes(),
        page.as_bytes(),
        b"Notes of my own, in no form.\n",
    ];
    fs::create_dir_all(folder.path("sheets/patron")).unwrap();
    for (_, line) in WRITERS {
        let out = target(line);
        let line = line.replace("OUT", out);
        for other in others {
            folder.write(out, other);
            let done = folder.run(&line);
            let shown = String::from_utf8_lossy(&other[..40.min(other.len())]).into_owned();
            assert_eq!(done.status, 2, "{line} over {shown:?}: {}", done.out);
            assert!(
                done.err.contains("so it is not written over"),
                "{}",
                done.err
            );
            assert_eq!(folder.read(out), other, "{line} over {shown:?}");
        }
        fs::remove_file(folder.path(out)).unwrap();
    }
    assert_eq!(folder.read("s.toml"), record, "what is read stays as it is");
}

#[test]
fn every_command_writes_over_what_it_wrote_itself() {
    let folder = two_sessions();
    for (_, line) in WRITERS {
        let line = line.replace("OUT", target(line));
        let _ = fs::remove_file(folder.path(target(&line)));
        for _ in 0..2 {
            let done = folder.run(&line);
            assert!(is_written(&done), "{line}: {}", done.err);
        }
        folder.write(target(&line), "");
        let done = folder.run(&line);
        assert!(is_written(&done), "{line} over an empty file: {}", done.err);
    }
}

#[test]
fn a_record_is_not_written_over_through_a_link_nor_by_the_table_that_shares_its_name() {
    let folder = two_sessions();
    let record = folder.read("s.toml");
    #[cfg(unix)]
    std::os::unix::fs::symlink("s.toml", folder.path("link.html")).unwrap();
    #[cfg(unix)]
    {
        let done = folder.run("report s.toml --no-expectations --out link.html --replace");
        assert_eq!(done.status, 2, "{}", done.out);
    }
    folder.write("s.gauges.csv", &record);
    let done = folder.run("report s.toml --format csv --replace");
    assert_eq!(done.status, 2, "{}", done.out);
    assert_eq!(folder.read("s.gauges.csv"), record);
    assert_eq!(folder.read("s.toml"), record);
}

/// Whether the file was written, whatever it says of the deck.
fn is_written(done: &super::program::Done) -> bool {
    done.status == 0
        || done
            .err
            .contains("conditions of a balanced deck do not hold")
}
