//! Early warning: what came before an ending, in every form, from the start of a deck and from an entry.

use serde_json::Value;

use super::program::Folder;

/// An ensemble in which much breaks and something is captured.
const LINE: &str =
    "simulate --deck deck.toml --patron hardliner --client random --runs 200 --seed 3 --signs";

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn signs_are_told_with_how_often_and_how_early() {
    let folder = Folder::new();
    let text = folder.run(LINE).fine();
    let (_, signs) = text.split_once("\nEarly warning\n").unwrap();
    insta::assert_snapshot!(signs);
    assert!(
        signs.lines().all(|line| line.chars().count() <= 90),
        "{text}"
    );
}

#[test]
fn signs_are_the_same_for_any_number_of_threads_and_count_every_session() {
    let folder = Folder::new();
    let one = folder.run(&format!("{LINE} --json --threads 1")).fine();
    assert_eq!(
        one,
        folder.run(&format!("{LINE} --json --threads 2")).fine()
    );
    let found = json(&one);
    assert_eq!(found["europe"], "nobody");
    let warnings = found["early_warning"]["warnings"].as_array().unwrap();
    for ending in found["endings"].as_array().unwrap() {
        for warning in warnings.iter().filter(|it| it["ending"] == ending["id"]) {
            assert_eq!(warning["warned"]["of"], ending["count"], "{warning}");
            let of = |key: &str| warning[key]["of"].as_u64().unwrap();
            assert_eq!(of("with") + of("without"), 200, "{warning}");
        }
    }
    let of = |sign: &str| {
        let mut all = warnings.iter();
        all.find(|it| it["sign"] == sign && it["ending"] == "rupture")
            .unwrap()
    };
    let percent = |key: &str| of("way-out")[key]["percent"].as_f64().unwrap();
    assert!(percent("with") > percent("without"), "{}", of("way-out"));
    assert!(of("way-out")["lead"]["median"].as_i64().unwrap() >= 1);
}

#[test]
fn the_page_of_signs_is_a_paper_and_names_its_command() {
    let folder = Folder::new();
    let told = folder.run(&format!("{LINE} --out signs.md")).fine();
    assert!(told.ends_with("signs.md: written\n"), "{told}");
    let page = String::from_utf8(folder.read("signs.md")).unwrap();
    assert!(page.starts_with("# Early warning: "), "{page}");
    for words in [
        LINE,
        "no forecast",
        "## Before a rupture",
        "nobody in Europe’s seat",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    folder.run(&format!("{LINE} --out signs.html")).fine();
    let page = String::from_utf8(folder.read("signs.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>"), "{page}");
    let again = folder.run(&format!("{LINE} --out signs.md"));
    assert_eq!((again.status, &*again.out), (2, ""));
}

#[test]
fn from_an_entry_what_had_shown_before_is_named_apart() {
    let folder = Folder::new();
    folder
        .run("run --deck deck.toml --seed 5 --patron hardliner --client steadfast --save s.toml")
        .fine();
    let entries = folder.run("replay s.toml --json").fine();
    let line = "simulate --from s.toml@ENTRY --patron logit --client logit --runs 40 --seed 1 --signs --json";
    let last = entries.lines().count() as u64 - 1;
    let at = |entry: u64| {
        let done = folder.run(&line.replace("ENTRY", &entry.to_string()));
        json(&done.fine())
    };
    let start = at(0);
    assert_eq!(
        start["early_warning"]["earlier"].as_array().unwrap().len(),
        0
    );
    let late = at(last * 2 / 3);
    let earlier = late["early_warning"]["earlier"].as_array().unwrap();
    assert!(!earlier.is_empty(), "{late:#}");
    let here = late["from"]["move"].as_u64().unwrap();
    for sign in earlier {
        assert!(
            (1..here).contains(&sign["move"].as_u64().unwrap()),
            "{sign}"
        );
        let mut warnings = late["early_warning"]["warnings"].as_array().unwrap().iter();
        let same = warnings.find(|warning| warning["sign"] == sign["sign"]);
        assert_eq!(same.unwrap()["without"]["of"], 0, "{sign}");
    }
}

#[test]
fn nobody_is_said_to_sit_where_a_session_has_no_seat() {
    let folder = Folder::new();
    folder
        .run("run --deck deck.toml --seed 5 --save s.toml")
        .fine();
    let line = "simulate --from s.toml@0 --patron logit --client logit --runs 20 --seed 1";
    let plain = folder.run(line);
    let planned = folder.run(&format!("{line} --europe planner"));
    assert_eq!(planned.out, plain.out);
    assert!(
        planned.out.contains("nobody in Europe’s seat"),
        "{}",
        planned.out
    );
    assert!(planned.err.contains("nobody sits in it"), "{}", planned.err);
    let held = "simulate --deck deck.toml --patron logit --client cautious --runs 20 --seed 1 --europe hawk";
    let told = folder.run(held).fine();
    assert!(
        told.contains("logit as patron, cautious as client, hawk in Europe’s seat"),
        "{told}"
    );
}
