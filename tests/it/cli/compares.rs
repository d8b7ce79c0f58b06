//! Comparisons on the command line: lines of a file, sessions, tables.

use serde_json::Value;

use super::program::Folder;

/// A folder with `trunk.toml`, in which play was taken back once, and `other.toml` of another seed.
fn played() -> Folder {
    let folder = Folder::new();
    folder.write(
        "acts.jsonl",
        r#"{"seat":"patron","kind":"demand","card":"gas-discount","intensity":"press","rationale":"gas first","by":"Li"}
{"seat":"client","kind":"respond","response":"refuse","rationale":"not under pressure","dissent":"finance: pay","confidence":60,"by":"Olga"}
{"seat":"white-cell","kind":"undo","to":3,"reason":"they misread the card"}
{"seat":"client","kind":"respond","response":"partial","rationale":"a little costs little","by":"Olga"}
"#,
    );
    let options =
        "--patron hardliner --client tit-for-tat --moves 3 --spread 0 --now 2026-06-01T10:00:00Z";
    folder
        .run(&format!("run --deck deck.toml --seed 7 --script acts.jsonl --save trunk.toml --name Trunk {options}"))
        .fine();
    folder
        .run(&format!(
            "run --deck deck.toml --seed 8 --save other.toml --name Other {options}"
        ))
        .fine();
    folder
}

#[test]
fn lines_of_one_file_stand_side_by_side() {
    let folder = played();
    let alone = folder.run("compare trunk.toml").fine();
    insta::assert_snapshot!(alone);
    let named = folder.run("compare trunk.toml@4 trunk.toml").fine();
    assert!(
        named.contains("They share 3 steps and part in move 1, phase response"),
        "{named}"
    );
}

#[test]
fn sessions_stand_side_by_side_in_every_form() {
    let folder = played();
    let json = folder.run("compare trunk.toml other.toml --json").fine();
    let read: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(read["divergence"]["cause"], "chance");
    assert_eq!(read["lines"][0]["name"], "Trunk");
    assert_eq!(read["settings"][0]["what"], "seed");
    let wrote = folder
        .run("compare trunk.toml other.toml --out pair.html")
        .fine();
    assert_eq!(wrote, "Wrote pair.html\n");
    let page = String::from_utf8(folder.read("pair.html")).unwrap();
    let parsed = scraper::Html::parse_document(&page);
    assert_eq!(parsed.errors, Vec::<std::borrow::Cow<'_, str>>::new());
    assert!(page.contains("not under pressure") || page.contains("a little costs little"));
    let again = folder.run("compare trunk.toml other.toml --out pair.html");
    assert_eq!(again.status, 2);
    folder
        .run("compare trunk.toml other.toml --out pair.html --replace")
        .fine();
}

#[test]
fn tables_and_saves_make_one_picture() {
    let folder = played();
    folder
        .run("report trunk.toml other.toml --format csv --out tables")
        .fine();
    let tables = "tables/cohort.acts.csv tables/cohort.gauges.csv tables/cohort.sessions.csv \
                  tables/cohort.exchanges.csv";
    let from_tables = folder.run(&format!("compare {tables} --json")).fine();
    let from_tables: Value = serde_json::from_str(&from_tables).unwrap();
    let from_saves = folder
        .run("report trunk.toml other.toml --format json --out -")
        .fine();
    let from_saves: Value = serde_json::from_str(&from_saves).unwrap();
    assert_eq!(
        from_tables, from_saves,
        "nothing is lost between saves and tables"
    );
    let twice = folder.run(&format!("compare {tables} trunk.toml"));
    assert_eq!(twice.status, 1);
    assert!(
        twice.err.contains("`trunk` was given twice"),
        "{}",
        twice.err
    );
    let unknown = folder.run("compare tables/cohort.gauges.csv").fine();
    assert!(
        unknown.contains("Decks and rules are not known"),
        "{unknown}"
    );
}

#[test]
fn what_cannot_be_compared_is_told() {
    let folder = played();
    folder.write("no.csv", "a,b\n1,2\n");
    folder.write(
        "bad.csv",
        "session,move,date,entry,closed,gauge,name,unit,value\nx,0,,0,true,stability,s,u,many\n",
    );
    for (line, status) in [
        ("compare other.toml", 2),
        ("compare trunk.toml@x other.toml", 2),
        ("compare trunk.toml@99 other.toml", 2),
        ("compare trunk.toml missing.toml", 2),
        ("compare trunk.toml deck.toml", 1),
        ("compare no.csv", 1),
        ("compare bad.csv", 1),
        ("compare trunk.toml other.toml --out pair.docx", 2),
    ] {
        let done = folder.run(line);
        assert_eq!((done.status, done.out.as_str()), (status, ""), "{line}");
        assert!(done.err.starts_with("error: "), "{line}: {}", done.err);
        assert!(done.err.contains("\nhint: "), "{line}: {}", done.err);
    }
}
