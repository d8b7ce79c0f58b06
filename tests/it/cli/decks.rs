//! Decks on the command line: missing, wrong, huge, and right.

use std::io::{BufRead as _, BufReader};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::program::Folder;

#[test]
fn a_missing_deck_is_told_with_the_decks_that_there_are() {
    let folder = Folder::new();
    insta::assert_snapshot!(folder.run("deck show unequal-partner").whole());
    let run = folder.run("run --deck unequal-partner --seed 7");
    assert_eq!((run.status, run.out.as_str()), (2, ""));
}

#[test]
fn a_folder_is_no_deck() {
    insta::assert_snapshot!(Folder::new().run("run --deck . --seed 7").whole());
}

#[test]
fn a_deck_that_is_not_utf8_is_told() {
    let folder = Folder::new();
    folder.write("latin.toml", b"[deck]\nformat = 2\ntitle = \"caf\xe9\"\n");
    insta::assert_snapshot!(folder.run("deck check latin.toml").whole());
    assert_eq!(folder.run("run --deck latin.toml --seed 7").status, 1);
}

#[test]
fn a_deck_of_100_megabytes_is_told_and_not_read() {
    let folder = Folder::new();
    // A sparse file: as long as it says, and almost nothing on the disk.
    let file = std::fs::File::create(folder.path("huge.toml")).unwrap();
    file.set_len(100 * 1024 * 1024).unwrap();
    insta::assert_snapshot!(folder.run("run --deck huge.toml --seed 7").whole());
}

#[test]
fn a_wrong_deck_gets_all_its_problems_at_once() {
    let folder = Folder::new();
    let text = String::from_utf8(folder.read("deck.toml")).unwrap();
    let wrong = text.replacen("trust = 58", "trust = 580", 1).replacen(
        "quiet_events =",
        "quiet_evnts =",
        1,
    );
    folder.write("wrong.toml", wrong);
    let check = folder.run("deck check wrong.toml");
    insta::assert_snapshot!(check.whole());
    let run = folder.run("run --deck wrong.toml --seed 7");
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    assert!(
        run.err.contains("quiet_evnts") && run.err.contains("580"),
        "{}",
        run.err
    );
    let json = folder.run("deck check wrong.toml deck.toml --json");
    assert_eq!((json.status, json.err.as_str()), (1, ""));
    let document: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(document["decks"][0]["playable"], false);
    assert_eq!(document["decks"][1]["playable"], true);
    let problems = document["decks"][0]["problems"].as_array().unwrap();
    assert!(problems.len() >= 2 && problems.iter().all(|p| p["line"].as_u64().unwrap() > 1));
}

#[test]
fn a_deck_comes_from_standard_input_too() {
    let folder = Folder::new();
    let deck = folder.read("deck.toml");
    let piped = folder.feed("run --deck - --seed 7 --log", &deck).fine();
    assert_eq!(
        piped,
        folder.run("run --deck deck.toml --seed 7 --log").fine()
    );
    let checked = folder.feed("deck check - --quick", &deck).fine();
    assert!(checked.contains("standard input: no problem"), "{checked}");
}

#[test]
fn the_shipped_decks_are_listed_and_pass() {
    let folder = Folder::new();
    let document: Value = serde_json::from_str(&folder.run("deck list --json").fine()).unwrap();
    let decks = document["decks"].as_array().unwrap();
    assert!(decks.iter().any(|deck| deck["deck"] == "unequal-partners"));
    for deck in decks {
        let name = deck["deck"].as_str().unwrap();
        let checked = folder.run(&format!("deck check {name} --quick"));
        assert_eq!(checked.status, 0, "{}", checked.out);
        assert!(folder.run("deck list").fine().contains(name));
    }
}

#[test]
fn decks_of_the_folder_are_listed_beside_the_shipped_ones() {
    let folder = Folder::new();
    std::fs::create_dir(folder.path("decks")).unwrap();
    // The reference deck may be shipped under another name; a comment makes another deck of it.
    let mut mine = folder.read("deck.toml");
    mine.extend_from_slice(b"# mine\n");
    folder.write("decks/mine.toml", mine);
    folder.write("decks/wrong.toml", "x = 1");
    let listed = folder.run("deck list").fine();
    assert!(listed.contains("decks/mine.toml"), "{listed}");
    assert!(
        listed.contains("decks/wrong.toml") && listed.contains("deck check"),
        "{listed}"
    );
}

#[test]
fn a_deck_reads_as_text() {
    let text = Folder::new().run("deck show deck.toml").fine();
    for heading in [
        "Domains",
        "Demands",
        "What Russia may offer",
        "What may be asked in return",
        "Responses",
        "In a crisis",
        "What Europe may do",
        "Injects",
        "Endings",
        "Bots",
    ] {
        assert!(
            text.contains(&format!("\n{heading}\n")),
            "{heading}\n{text}"
        );
    }
    assert!(text.lines().all(|line| line.chars().count() <= 88));
    assert!(!text.contains("\n\n\n"));
}

#[test]
fn a_seat_reads_no_more_of_a_deck_than_it_may() {
    let folder = Folder::new();
    let read = |seat: &str| folder.run(&format!("deck show --seat {seat}")).fine();
    let (patron, client, white) = (read("patron"), read("client"), read("white-cell"));
    assert!(patron.contains("\nDemands\n") && !patron.contains("\nInjects\n"));
    assert!(!client.contains("\nDemands\n") && !client.contains("\nInjects\n"));
    assert_eq!(white, folder.run("deck show").fine());
    let keys = |seat: &str| -> Vec<String> {
        let json = folder
            .run(&format!("deck show --json --seat {seat}"))
            .fine();
        let Value::Object(tables) = serde_json::from_str(&json).unwrap() else {
            panic!()
        };
        tables.into_iter().map(|(key, _)| key).collect()
    };
    assert!(keys("patron").contains(&"card".to_owned()));
    let client = keys("client");
    assert!(!client.contains(&"event".to_owned()));
    // The client reads the cards that it may offer, and no other.
    let cards = folder.run("deck show --json --seat client").fine();
    let cards: Value = serde_json::from_str(&cards).unwrap();
    for card in cards["card"].as_array().unwrap() {
        assert!(card["offer"] == true || card["own"] == true, "{card}");
    }
    assert!(keys("white-cell").contains(&"event".to_owned()));
}

#[test]
fn the_schema_is_a_json_schema() {
    let schema: Value = serde_json::from_str(&Folder::new().run("deck schema").fine()).unwrap();
    assert!(
        schema["$schema"]
            .as_str()
            .unwrap()
            .contains("json-schema.org")
    );
}

#[test]
fn a_watched_deck_is_checked_again_when_it_is_saved() {
    let folder = Folder::new();
    folder.run("deck new mine.toml").fine();
    let arguments = ["deck", "check", "mine.toml", "--watch", "--quick"];
    let mut child = folder.command(&arguments).spawn().unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let deadline = Instant::now() + Duration::from_mins(1);
    let mut seen = Vec::new();
    for line in lines {
        let line = line.unwrap();
        if line.contains("no problem found") {
            seen.push("right");
            folder.write("mine.toml", "x = 1");
        } else if line.starts_with("mine.toml: ") {
            seen.push("wrong");
            break;
        }
        assert!(Instant::now() < deadline, "the change was not noticed");
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(seen, ["right", "wrong"]);
}

#[test]
fn a_new_deck_plays_and_has_nothing_to_better() {
    let folder = Folder::new();
    insta::assert_snapshot!(folder.run("deck new harbour-town.toml").fine());
    let checked = folder.run("deck check harbour-town.toml").fine();
    assert!(
        checked.starts_with("harbour-town.toml: no problem found ("),
        "{checked}"
    );
    let log =
        folder.run("run --deck harbour-town.toml --seed 7 --patron random --client random --log");
    assert!(log.fine().contains("\nend "));
    assert_eq!(folder.run("deck new -").fine().lines().count(), {
        String::from_utf8(folder.read("harbour-town.toml"))
            .unwrap()
            .lines()
            .count()
    });
    let again = folder.run("deck new harbour-town.toml");
    assert_eq!(again.status, 2);
    insta::assert_snapshot!(again.err);
    assert_eq!(folder.run("deck new x.toml --id Big").status, 2);
}

#[test]
fn what_could_be_better_is_told_and_is_no_problem() {
    let folder = Folder::new();
    let text = folder.run("deck new -").fine();
    folder.write(
        "mine.toml",
        text.replacen("disclaimer = \"Both countries are invented.\"\n", "", 1),
    );
    let done = folder.run("deck check mine.toml --quick");
    insta::assert_snapshot!(done.whole());
    let json = folder.run("deck check mine.toml --quick --json").fine();
    let document: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(document["decks"][0]["playable"], true);
    assert_eq!(
        document["decks"][0]["findings"].as_array().unwrap().len(),
        1
    );
}

#[test]
fn two_decks_are_compared_in_words() {
    let folder = Folder::new();
    let text = folder.run("deck new -").fine();
    folder.write("one.toml", &text);
    folder.write("two.toml", text.replacen("moves = 6", "moves = 7", 1));
    insta::assert_snapshot!(folder.run("deck diff one.toml two.toml").fine());
    assert_eq!(
        folder.run("deck diff one.toml one.toml").fine(),
        "The decks say the same.\n"
    );
    let json = folder.run("deck diff one.toml two.toml --json").fine();
    let document: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(document["changes"].as_array().unwrap().len(), 1);
}

#[test]
fn handouts_are_printed_and_not_overwritten_unasked() {
    let folder = Folder::new();
    let printed = folder.run("print deck.toml --out paper").fine();
    assert!(
        printed.contains("paper/patron/cards.html: what "),
        "{printed}"
    );
    assert!(
        folder
            .read("paper/patron/cards.html")
            .starts_with(b"<!DOCTYPE html>")
    );
    let again = folder.run("print deck.toml --out paper");
    insta::assert_snapshot!(again.whole());
    folder.run("print deck.toml --out paper --replace").fine();
}

#[test]
fn the_pages_of_claims_and_sources_are_printed_as_they_stand_in_the_documents() {
    let folder = Folder::new();
    let claims = folder.run("deck claims").fine();
    assert_eq!(claims, include_str!("../../../docs/claims.md"));
    let sources = folder.run("deck sources").fine();
    assert_eq!(sources, include_str!("../../../docs/sources.md"));
    let json: Value = serde_json::from_str(&folder.run("deck claims --json").fine()).unwrap();
    assert_eq!(json["claims"].as_array().unwrap().len(), 32);
    folder.write("claims.toml", "[[claim]]\nnumber = 1\n");
    let wrong = folder.run("deck claims --claims claims.toml");
    assert_eq!((wrong.status, wrong.out.as_str()), (1, ""));
    assert!(wrong.err.contains("no list of claims"), "{}", wrong.err);
}
