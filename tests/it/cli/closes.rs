//! `close`, `report --roles` and `print`: what lies where, what it tells, and that nothing is written over.

use std::collections::BTreeSet;
use std::fs;

use super::program::Folder;

/// A session that was played to its end, with people who are named wherever a name can stand.
const ACTS: &str = r#"{"seat":"white-cell","act":{"kind":"join","name":"Anna Lindqvist","at":"patron"}}
{"seat":"white-cell","act":{"kind":"join","name":"Иван Петров","at":"client"}}
{"seat":"white-cell","kind":"note","text":"Annas idea, said to Ивану; Lindqvist smiled","private":false}
{"seat":"client","kind":"note","text":"only for us: bluff","private":true}
{"seat":"patron","kind":"hold","by":"Anna Lindqvist","rationale":"Anna waits","dissent":"Torsten: ask for more"}
"#;

/// What must stand in no paper that has roles instead of names.
const NAMES: [&str; 6] = ["Anna", "Lindqvist", "Иван", "Петров", "Torsten", "Annas"];

fn over() -> Folder {
    let folder = Folder::new();
    folder.write("acts.jsonl", ACTS);
    let line = "run --deck deck.toml --seed 7 --europe planner --script acts.jsonl --save one.toml --now 2026-11-23T09:00:00Z";
    folder.run(line).fine();
    folder
}

fn text(folder: &Folder, name: &str) -> String {
    String::from_utf8(folder.read(name)).unwrap()
}

#[test]
fn a_close_writes_every_paper_and_says_where_each_lies_and_a_second_one_gives_numbers() {
    let folder = over();
    let said = folder.run("close one.toml").fine();
    let names = [
        "one.report.html",
        "one.roles.report.html",
        "one.patron.report.html",
        "one.client.report.html",
        "one.europe.report.html",
        "one.bundle",
    ];
    for name in names {
        assert!(said.contains(&format!("{name}: ")), "{name}\n{said}");
    }
    let record = folder.read("one.toml");
    assert_eq!(folder.read("one.bundle/one.toml"), record);
    let before = text(&folder, "one.report.html");
    let again = folder.run("close one.toml").fine();
    for name in [
        "one.report-2.html",
        "one.roles.report-2.html",
        "one.bundle-2",
    ] {
        assert!(again.contains(&format!("{name}: ")), "{name}\n{again}");
    }
    assert_eq!(text(&folder, "one.report.html"), before);
    assert_eq!(folder.read("one.toml"), record, "the record is only read");
}

#[test]
fn the_papers_of_a_close_are_those_of_the_reports_command() {
    let folder = over();
    folder.run("close one.toml").fine();
    for (name, option) in [
        ("one.report.html", ""),
        ("one.roles.report.html", "--roles"),
        ("one.client.report.html", "--seat client"),
    ] {
        let line = format!("report one.toml --no-expectations --out - {option}");
        assert!(folder.run(&line).fine() == text(&folder, name), "{name}");
    }
}

#[test]
fn sums_of_a_bundle_are_those_of_its_files() {
    let folder = over();
    fs::write(folder.path("one.toml.drafts"), "typed and not sent").unwrap();
    folder.run("close one.toml").fine();
    let sums = text(&folder, "one.bundle/BLAKE3SUMS");
    let mut listed = BTreeSet::from(["BLAKE3SUMS".to_owned()]);
    for line in sums.lines() {
        let (digest, name) = line.split_once("  ").unwrap();
        let bytes = folder.read(&format!("one.bundle/{name}"));
        assert_eq!(digest, blake3::hash(&bytes).to_hex().as_str(), "{name}");
        listed.insert(name.to_owned());
    }
    let there: BTreeSet<String> = fs::read_dir(folder.path("one.bundle"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(
        there, listed,
        "all of it is listed, and nothing unsent is in it"
    );
}

#[test]
fn roles_stand_for_every_name_and_what_is_private_stays_so() {
    let folder = over();
    folder.run("close one.toml").fine();
    let whole = text(&folder, "one.report.html");
    assert!(whole.contains("Anna Lindqvist") && whole.contains("only for us: bluff"));
    let markdown = folder
        .run("report one.toml --roles --format md --no-expectations --out -")
        .fine();
    for page in [text(&folder, "one.roles.report.html"), markdown] {
        for name in NAMES {
            assert!(!page.contains(name), "{name}");
        }
        assert!(page.contains("person 1"), "roles stand there");
        assert!(!page.contains("only for us"), "private notes stay private");
    }
    for (seat, knows) in [("patron", false), ("client", true), ("europe", false)] {
        let page = text(&folder, &format!("one.{seat}.report.html"));
        assert_eq!(page.contains("only for us: bluff"), knows, "{seat}");
    }
}

#[test]
fn a_session_that_goes_on_is_not_closed() {
    let folder = Folder::new();
    folder.write(
        "acts.jsonl",
        "{\"seat\":\"white-cell\",\"kind\":\"note\",\"text\":\"begun\",\"private\":false}\n",
    );
    let line = "run --deck deck.toml --seed 7 --patron people --client people --script acts.jsonl --save open.toml";
    let _it_waits_for_people = folder.run(line);
    let done = folder.run("close open.toml");
    assert_eq!(done.status, 1, "{}", done.err);
    assert!(done.err.contains("goes on"), "{}", done.err);
    let names = fs::read_dir(folder.path("."))
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    assert!(
        names
            .into_iter()
            .all(|name| !name.to_string_lossy().contains("report"))
    );
}

#[test]
fn papers_are_printed_of_a_session_too_and_only_those_that_are_asked_for() {
    let folder = over();
    let said = folder.run("print one.toml --what signs,rules").fine();
    assert_eq!(said.lines().count(), 2, "{said}");
    assert!(text(&folder, "one.papers/everybody/signs.html").contains("Anna Lindqvist"));
    let again = folder.run("print one.toml --what signs").fine();
    assert!(again.contains("one.papers-2"), "{again}");
    let said = folder.run("print one.toml --seat client --out hand").fine();
    assert!(
        said.contains("hand/client/lines.html") && !said.contains("patron"),
        "{said}"
    );
    folder.write("people.txt", "Bo Ek, China\nChen\n");
    folder
        .run("print deck.toml --what signs --names people.txt --out named")
        .fine();
    let signs = text(&folder, "named/everybody/signs.html");
    assert!(signs.contains("Bo Ek") && signs.contains("Chen"));
}

#[test]
fn a_paper_that_was_asked_for_and_is_not_printed_is_named_with_why() {
    let folder = Folder::new();
    let told = folder
        .run("print --what cards,rules --seat client --out hand")
        .err;
    assert!(
        told.contains("no cards: that paper is not for the client"),
        "{told}"
    );
    assert!(!told.contains("no rules"), "{told}");
    assert!(text(&folder, "hand/everybody/rules.html").contains("<html"));
    let told = folder.run("print --what rules,exchanges --out all").err;
    assert!(
        told.contains("no exchanges: there is nothing of it yet"),
        "{told}"
    );
}

#[test]
fn the_command_that_print_takes_the_place_of_names_it() {
    let folder = Folder::new();
    let done = folder.run("deck print deck.toml --out hand");
    assert_eq!(done.status, 2);
    assert!(
        done.err
            .contains("hint: use `unequal print deck.toml --out hand`"),
        "{}",
        done.err
    );
}

#[test]
fn options_of_the_screen_stand_before_or_behind_every_command() {
    let folder = over();
    for line in [
        "--theme light verify one.toml",
        "verify one.toml --theme light",
        "--mouse --theme none verify one.toml",
        "deck list --mouse",
        "--theme light deck list",
    ] {
        folder.run(line).fine();
    }
    for line in [
        "--theme light resume one.toml",
        "resume --theme light one.toml",
        "--mouse watch one.toml",
    ] {
        let done = folder.run(line);
        assert!(done.err.contains("no terminal"), "{line}: {}", done.err);
    }
}
