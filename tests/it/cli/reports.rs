//! Reports on the command line: where they go, what they hold, and that others can read them.

use serde_json::Value;

use super::program::Folder;

/// A folder with `one.toml` and `two.toml`, short sessions of bots, and `open.toml`, which goes on.
fn played() -> Folder {
    let folder = Folder::new();
    for (name, seed) in [("one", 7), ("two", 8)] {
        let line = format!(
            "run --deck deck.toml --seed {seed} --patron hardliner --client tit-for-tat --moves 3 \
             --spread 0 --save {name}.toml --now 2026-06-01T10:00:00Z --name {name}"
        );
        folder.run(&line).fine();
    }
    let script = r#"{"seat":"client","kind":"no-offer"}
{"seat":"patron","act":{"kind":"demand","card":"gas-discount","intensity":"press"},"rationale":"gas first","dissent":"one of four"}"#;
    let line = "run --deck deck.toml --seed 7 --patron human --client human --script - \
                --save open.toml --now 2026-06-01T10:00:00Z";
    assert_eq!(folder.feed(line, script.as_bytes()).status, 1);
    folder
}

fn text(folder: &Folder, name: &str) -> String {
    String::from_utf8(folder.read(name)).unwrap()
}

#[test]
fn a_report_lies_beside_its_save_and_is_not_overwritten_unasked() {
    let folder = played();
    let line = "report one.toml --no-expectations";
    assert_eq!(folder.run(line).fine(), "Wrote one.report.html\n");
    let page = text(&folder, "one.report.html");
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("id=\"e1\""));
    folder.write("one.report.html", "mine");
    insta::assert_snapshot!(folder.run(line).whole());
    assert_eq!(text(&folder, "one.report.html"), "mine");
    let replace = "report one.toml --no-expectations --replace";
    let refused = folder.run(replace);
    assert_eq!(
        refused.status, 2,
        "what somebody else wrote stays: {}",
        refused.err
    );
    assert_eq!(text(&folder, "one.report.html"), "mine");
    folder.write("one.report.html", page.replace("stability", "steadiness"));
    folder.run(replace).fine();
    assert_eq!(text(&folder, "one.report.html"), page);
}

#[test]
fn a_report_goes_where_it_is_told_to() {
    let folder = played();
    let markdown = folder
        .run("report one.toml --format md --out - --no-expectations")
        .fine();
    assert!(markdown.starts_with("# "), "{markdown}");
    let to = folder.run("report one.toml --format json --out there.json --no-expectations");
    assert_eq!(to.fine(), "Wrote there.json\n");
    let read: Value = serde_json::from_str(&text(&folder, "there.json")).unwrap();
    assert_eq!(read["session"]["name"], "one");
    let tables = folder
        .run("report one.toml --format csv --out tables/")
        .fine();
    for ending in ["sessions.csv", "acts.csv", "exchanges.csv", "codebook.md"] {
        let line = format!("Wrote tables/one.{ending}\n");
        assert!(tables.replace('\\', "/").contains(&line), "{tables}");
    }
    for (line, status) in [
        ("report one.toml --format csv --out x.csv", 2),
        ("report one.toml --format csv --out -", 2),
        ("report one.toml --out no/such.html --no-expectations", 2),
        ("report missing.toml", 2),
        ("report deck.toml", 1),
        ("report one.toml two.toml --playouts 5", 2),
    ] {
        let done = folder.run(line);
        assert_eq!(done.status, status, "{line}");
        assert!(
            done.err.starts_with("error: ") && done.err.contains("\nhint: "),
            "{line}: {}",
            done.err
        );
    }
}

#[test]
fn expectations_are_worked_out_once_and_kept_beside_the_save() {
    let folder = played();
    let line = "report one.toml --format json --out - --playouts 3";
    let first = folder.run(line).fine();
    let read: Value = serde_json::from_str(&first).unwrap();
    assert_eq!(read["expectations"]["playouts"], 3);
    assert!(
        read["turning_points"]["measure"]
            .as_str()
            .unwrap()
            .contains("3 playouts")
    );
    let kept = folder.read("one.toml.findings.json");
    assert_eq!(folder.run(line).fine(), first);
    assert_eq!(folder.read("one.toml.findings.json"), kept);
    let plain = folder
        .run("report one.toml --format json --out - --no-expectations")
        .fine();
    let read: Value = serde_json::from_str(&plain).unwrap();
    assert!(read["expectations"].is_null());
}

#[test]
fn annotations_beside_the_save_are_taken_along() {
    let folder = played();
    let note = "[[annotation]]\nentry = 2\nat = \"2026-06-01T12:00:00Z\"\nauthor = \"Eva\"\n\
                kind = \"comment\"\ntext = \"the moment it turned\"\n";
    folder.write("one.toml.annotations", note);
    let line = "report one.toml --format md --out - --no-expectations";
    assert!(folder.run(line).fine().contains("the moment it turned"));
    folder.write("one.toml.annotations", "[[annotation]]\nentry = \"two\"\n");
    let done = folder.run(line);
    assert_eq!(done.status, 0, "the record itself is told: {}", done.err);
    assert!(done.out.contains("# ") && !done.out.contains("the moment it turned"));
    assert!(done.err.contains("one.toml.annotations"), "{}", done.err);
}

#[test]
fn a_seats_report_holds_what_the_seat_may_know_and_says_whose_it_is() {
    let folder = played();
    let patron = folder
        .run("report open.toml --seat patron --format md --out -")
        .fine();
    let client = folder
        .run("report open.toml --seat client --format md --out -")
        .fine();
    assert!(patron.contains("gas first") && !client.contains("gas first"));
    assert!(!client.contains("one of four"));
    for seat in ["europe", "audience"] {
        let line = format!("report open.toml --seat {seat} --format md --out -");
        let told = folder.run(&line).fine();
        assert!(!told.contains("gas first") && !told.contains("one of four"));
    }
    let line = "report open.toml --seat client --no-expectations";
    assert_eq!(folder.run(line).fine(), "Wrote open.client.report.html\n");
}

#[test]
fn several_sessions_make_one_picture() {
    let folder = played();
    insta::assert_snapshot!(
        folder
            .run("report one.toml two.toml open.toml --format md --out -")
            .fine()
    );
    let wrote = folder.run("report one.toml two.toml").fine();
    assert_eq!(wrote, "Wrote cohort.report.html\n");
    let page = text(&folder, "cohort.report.html");
    let parsed = scraper::Html::parse_document(&page);
    assert_eq!(parsed.errors, Vec::<std::borrow::Cow<'_, str>>::new());
}

#[test]
fn each_session_of_a_page_leads_to_its_own_report_where_one_lies() {
    let folder = played();
    folder.run("report one.toml --no-expectations").fine();
    let page = folder
        .run("report one.toml two.toml --format md --out -")
        .fine();
    let links = |key: &str| page.matches(&format!("](<./{key}.report.html>)")).count();
    assert_eq!((links("one"), links("two")), (1, 0), "{page}");
}

#[test]
fn only_a_page_about_several_sessions_is_sorted() {
    let folder = played();
    let sorted = folder
        .run("report one.toml two.toml --format json --out - --sort lowest")
        .fine();
    let sorted: serde_json::Value = serde_json::from_str(&sorted).unwrap();
    assert_eq!(sorted["sort"], "lowest");
    let least = |line: &serde_json::Value| {
        let curve = line["curve"].as_array().unwrap().iter();
        curve.filter_map(serde_json::Value::as_i64).min()
    };
    let sessions = sorted["sessions"].as_array().unwrap();
    assert!(sessions.is_sorted_by_key(least), "{sessions:?}");
    for line in [
        "report one.toml --sort name",
        "report one.toml two.toml --format csv --sort name",
    ] {
        let refused = folder.run(line);
        assert_eq!(refused.status, 2, "{line}");
        let words = "--sort sorts the sessions of a page about several";
        assert!(refused.err.contains(words), "{}", refused.err);
    }
}

#[test]
fn estimates_get_their_scores_once_it_is_said_what_came_true() {
    let folder = Folder::new();
    let script = r#"{"seat":"white-cell","kind":"ask-estimate","id":"ports","question":"Will ports be refused?","resolution":"the response in move 1"}
{"seat":"patron","kind":"estimate","id":"ports","name":"Li","percent":30}
{"seat":"client","kind":"estimate","id":"ports","name":"Olga","percent":90}
{"seat":"patron","kind":"demand","card":"gas-discount","intensity":"press"}
{"seat":"client","kind":"respond","response":"refuse"}
{"seat":"white-cell","kind":"reveal-estimates","id":"ports"}
{"seat":"white-cell","kind":"resolve-estimate","id":"ports","happened":true,"reason":"refused in entry 7"}
"#;
    let line = "run --deck deck.toml --seed 7 --script - --moves 2 --spread 0 --save s.toml \
                --now 2026-06-01T10:00:00Z";
    let done = folder.feed(line, script.as_bytes());
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    let json = folder
        .run("report s.toml --format json --out - --no-expectations")
        .fine();
    let read: Value = serde_json::from_str(&json).unwrap();
    let poll = &read["estimates"]["polls"][0];
    assert_eq!(
        (&poll["mean"], &poll["happened"]),
        (&60.0.into(), &true.into())
    );
    let best = &read["estimates"]["forecasters"][0];
    assert_eq!(best["name"], "Olga");
    assert!((best["brier"].as_f64().unwrap() - 0.01).abs() < 1e-9);
    let page = folder.run("report s.toml --out - --no-expectations").fine();
    let parsed = scraper::Html::parse_document(&page);
    assert_eq!(parsed.errors, Vec::<std::borrow::Cow<'_, str>>::new());
    assert!(page.contains("Will ports be refused?") && page.contains("Calibration"));
    folder.run("report s.toml --format csv --out tables").fine();
    let table = text(&folder, "tables/s.estimates.csv");
    assert!(
        table.contains(
            ",ports,Will ports be refused?,the response in move 1,Olga,client,3,90,true,0.0100"
        ),
        "{table}"
    );
    let markdown = folder
        .run("report s.toml --format md --out - --no-expectations")
        .fine();
    assert!(markdown.contains("| Olga | 1 | 0.01 |"), "{markdown}");
}
