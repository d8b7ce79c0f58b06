//! Records that were changed and chained anew, and those of other versions: each is told for what it is.

use std::path::Path;

use serde_json::Value;

use unequal_partners::session::history::Decks;
use unequal_partners::session::shelf;

use super::program::Folder;
use crate::record::forge::{Block, forged};

/// A folder with `s.toml`, a session of bots, and `f.toml`, the same with changed blocks.
fn folder(change: impl FnMut(usize, &mut Block)) -> Folder {
    let folder = Folder::new();
    let line = "run --deck deck.toml --seed 7 --patron hardliner --client tit-for-tat --moves 3 \
                --spread 0 --save s.toml --now 2026-06-01T10:00:00Z --name Table";
    folder.run(line).fine();
    let text = String::from_utf8(folder.read("s.toml")).unwrap();
    folder.write("f.toml", forged(&text, change));
    folder
}

fn replace(block: &mut Block, from: &str, to: &str) {
    assert!(block.body.contains(from), "{from}");
    block.body = block.body.replacen(from, to, 1);
}

/// The program that the header says wrote the record.
fn written_by(block: &mut Block, program: &str) {
    let own = concat!("program = \"", env!("CARGO_PKG_VERSION"), "\"");
    replace(block, own, &format!("program = \"{program}\""));
}

/// Every command that opens a record, and the list of saves, say `told`.
fn every_door_says(folder: &Folder, told: &str) {
    let error = shelf::look(&folder.path("f.toml"), &mut Decks::default()).unwrap_err();
    assert!(
        error.to_string().contains(told),
        "the list of saves: {error}"
    );
    every_command_says(folder, told);
}

/// Every command that opens a record says `told`, and nothing else of it; none writes anything.
fn every_command_says(folder: &Folder, told: &str) {
    let bytes = folder.read("f.toml");
    for command in [
        "verify f.toml",
        "replay f.toml --text",
        "replay f.toml --json",
        "replay f.toml --cast f.cast",
        "report f.toml --no-expectations",
        "report s.toml f.toml --format csv --out tables",
        "compare s.toml f.toml",
        "compare f.toml@2 s.toml",
        "branch f.toml --at 2",
        "resume f.toml --script -",
        "simulate --from f.toml@2 --runs 2 --patron random --client random --seed 1",
        "watch f.toml --text",
    ] {
        let done = folder.run(command);
        assert_eq!(done.status, 1, "{command}: {}{}", done.out, done.err);
        assert!(done.err.contains(told), "{command}: {}", done.err);
        assert!(!done.err.contains("damaged") && !done.err.contains("from a copy"));
        let shown = done.out.lines().all(|line| line.starts_with("f.toml: "));
        assert!(shown, "{command} shows something: {}", done.out);
    }
    assert_eq!(folder.read("f.toml"), bytes);
    let mut left: Vec<String> = std::fs::read_dir(folder.path(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    left.sort();
    assert_eq!(
        left,
        ["deck.toml", "f.toml", "s.toml"],
        "nothing was made of it"
    );
}

/// What `verify --json` says of `f.toml`: its verdict, and the first entry that is not as it should be.
fn verdict(folder: &Folder) -> (String, Option<u64>) {
    let done = folder.run("verify --json f.toml");
    assert_eq!(done.status, 1);
    let document: Value = serde_json::from_str(&done.out).unwrap();
    let save = &document["saves"][0];
    let verdict = save["verdict"].as_str().unwrap().to_owned();
    (verdict, save["first_wrong"].as_u64())
}

#[test]
fn a_record_of_later_rules_is_told_as_newer_and_never_replayed() {
    let folder = folder(|number, block| {
        if number == 0 {
            replace(block, "\nrules = 2\n", "\nrules = 3\n");
            written_by(block, "9.1.0");
        }
    });
    every_door_says(
        &folder,
        "played under rules 3, written by unequal 9.1.0; this program,",
    );
    assert_eq!(verdict(&folder), ("newer".into(), None));
    insta::assert_snapshot!(told(&folder));
}

/// What `verify` says of `f.toml`, this program's version left open.
fn told(folder: &Folder) -> String {
    let whole = folder.run("verify f.toml").whole();
    whole.replace(env!("CARGO_PKG_VERSION"), "[version]")
}

#[test]
fn a_record_of_older_rules_is_told_as_older_with_the_version_that_opens_it() {
    let folder = folder(|number, block| {
        if number == 0 {
            replace(block, "\nrules = 2\n", "\nrules = 1\n");
            written_by(block, "0.0.7");
        }
    });
    every_door_says(
        &folder,
        "played under rules 1, written by unequal 0.0.7; this program,",
    );
    assert_eq!(verdict(&folder), ("older".into(), None));
    insta::assert_snapshot!(told(&folder));
}

#[test]
fn a_record_of_an_older_format_is_told_as_older_with_the_version_that_opens_it() {
    let folder = folder(|_, _| {});
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions/v1/in-turn.toml");
    folder.write("f.toml", std::fs::read(old).unwrap());
    every_door_says(
        &folder,
        "written in format 1 by unequal 0.1.0; this program,",
    );
    assert_eq!(verdict(&folder), ("older".into(), None));
    insta::assert_snapshot!(told(&folder));
}

#[test]
fn a_record_of_a_later_format_names_the_program_that_made_it() {
    let folder = folder(|number, block| {
        if number == 0 {
            block.lead = "# unequal session, format 99, header ".to_owned();
            written_by(block, "9.1.0");
        }
    });
    every_door_says(
        &folder,
        "written in format 99 by unequal 9.1.0; this program,",
    );
    assert_eq!(verdict(&folder), ("newer".into(), None));
    insta::assert_snapshot!(told(&folder));
}

#[test]
fn a_record_with_a_deck_of_a_later_format_is_told_as_newer() {
    let folder = folder(|number, block| {
        if number == 0 {
            replace(block, "\nformat = 2\nhash", "\nformat = 3\nhash");
            written_by(block, "9.1.0");
        }
    });
    every_door_says(
        &folder,
        "its deck is of format 3, written by unequal 9.1.0; this program,",
    );
    assert_eq!(verdict(&folder), ("newer".into(), None));
    insta::assert_snapshot!(told(&folder));
}

#[test]
fn an_act_that_only_a_later_program_knows_is_told_as_newer() {
    let mut first = None;
    let folder = folder(|number, block| {
        if number == 0 {
            written_by(block, "9.1.0");
        } else if first.is_none() && block.body.contains("kind = \"close-move\"") {
            replace(block, "kind = \"close-move\"", "kind = \"applaud\"");
            first = Some(number as u64);
        }
    });
    every_door_says(&folder, "was written by unequal 9.1.0; this program,");
    assert_eq!(verdict(&folder), ("newer".into(), first));
    insta::assert_snapshot!(told(&folder));
}

#[test]
fn an_act_of_a_later_program_is_told_where_that_went_on_with_an_older_record() {
    let folder = folder(|number, block| {
        if number == 7 {
            replace(block, "\nmove = ", "\nprogram = \"9.2.0\"\nmove = ");
            replace(block, "kind = \"close-move\"", "kind = \"applaud\"");
        }
    });
    every_door_says(
        &folder,
        "entry 7 was written by unequal 9.2.0; this program,",
    );
    assert_eq!(verdict(&folder), ("newer".into(), Some(7)));
}

#[test]
fn a_key_that_only_a_later_program_knows_is_told_as_newer() {
    for (block_number, key, told) in [
        (
            0,
            "\nrules = ",
            "its header was written by unequal 9.1.0; this program,",
        ),
        (
            3,
            "\nseat = ",
            "entry 3 was written by unequal 9.1.0; this program,",
        ),
    ] {
        let folder = folder(|number, block| {
            if number == 0 {
                written_by(block, "9.1.0");
            }
            if number == block_number {
                replace(block, key, &format!("\nvenue = \"Riga\"{key}"));
            }
        });
        every_door_says(&folder, told);
        assert_eq!(verdict(&folder).0, "newer");
    }
}

#[test]
fn an_act_that_nobody_knows_is_not_called_damage_either() {
    let folder = folder(|number, block| {
        if number == 7 {
            replace(block, "kind = \"close-move\"", "kind = \"applaud\"");
        }
    });
    every_door_says(
        &folder,
        "cannot understand entry 7: `applaud` is no act that this program knows",
    );
    assert_eq!(verdict(&folder), ("differs".into(), Some(7)));
    insta::assert_snapshot!(told(&folder));
}

#[test]
fn a_time_that_is_none_is_told() {
    for (number, told, verdict_of) in [
        (0, "started: `yesterday` is no time such as", 0),
        (4, "entry 4 says its time `yesterday`", 4),
    ] {
        let folder = folder(|block_number, block| {
            if block_number == number {
                let key = if number == 0 {
                    "\nstarted = \""
                } else {
                    "\nat = \""
                };
                let (_, after) = block.body.split_once(key).unwrap();
                let time = after.split('"').next().unwrap().to_owned();
                replace(block, &format!("{key}{time}"), &format!("{key}yesterday"));
            }
        });
        every_command_says(&folder, told);
        assert_eq!(verdict(&folder), ("differs".into(), Some(verdict_of)));
    }
}

#[test]
fn moves_beyond_all_bounds_do_not_pass_for_few() {
    let folder = folder(|number, block| {
        if number == 0 {
            let planned = "\nmoves = 3\nmoves_spread = 0\n";
            replace(block, planned, "\nmoves = 4294967295\nmoves_spread = 2\n");
        }
    });
    every_command_says(
        &folder,
        "its header begins no session: moves: 4294967295 is not possible with this deck; choose 1 to 62",
    );
    assert_eq!(verdict(&folder), ("differs".into(), Some(0)));
    insta::assert_snapshot!(told(&folder));
    let asked = folder.run(
        "run --deck practice --seed 7 --patron cautious --client cautious --moves 4294967295 \
         --spread 2",
    );
    insta::assert_snapshot!(asked.whole());
}

#[test]
fn what_was_drawn_is_told_in_words() {
    let folder = folder(|number, block| {
        if number > 0 && block.body.contains("drawn = { roll = ") {
            let roll = block.body.split("roll = ").nth(1).unwrap();
            let roll = roll.split([' ', ',']).next().unwrap().to_owned();
            replace(block, &format!("roll = {roll}"), "roll = 13");
        }
    });
    let told = folder.run("verify f.toml").err;
    assert!(told.contains("says what was drawn `roll 13"), "{told}");
    assert!(!told.contains("Drawn") && !told.contains("Some("), "{told}");
}
