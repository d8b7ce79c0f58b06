//! What a deck reports as fact, and what it rests on.

use super::found;

#[test]
fn facts_without_a_source_and_sources_without_a_fact_are_found() {
    let edits = [(
        "text = \"Tolls were halved for a summer.\", source = \"S1\"",
        "text = \"Tolls were halved for a summer.\"",
    )];
    assert_eq!(found(&edits), ["unsourced-precedent card[tolls].precedent"]);
    let second = "[[source]]\nid = \"S2\"\ntitle = \"Another\"\ndate = \"1913\"\ngrade = \"B\"\n\n[[source]]\nid = \"S1\"";
    assert_eq!(
        found(&[("[[source]]\nid = \"S1\"", second)]),
        ["uncited-source source[S2]"]
    );
}

#[test]
fn a_mark_that_leads_nowhere_is_found() {
    let edits = [(
        "Four ships are lost off the point.",
        "Four ships are lost off the point [S7].",
    )];
    assert_eq!(found(&edits), ["unknown-mark source"]);
}

#[test]
fn a_source_without_grade_or_date_is_found() {
    let edits = [("date = \"1912\"\ngrade = \"B\"\n", "")];
    assert_eq!(
        found(&edits),
        ["ungraded-source source[S1]", "undated-source source[S1]"]
    );
    let edits = [
        ("date = \"1912\"\ngrade = \"B\"\n", "date = \"1912\"\n"),
        (", grade = \"B\", source", ", source"),
    ];
    assert_eq!(
        found(&edits),
        [
            "ungraded-figure domain[trade].baseline[1]",
            "ungraded-source source[S1]"
        ]
    );
}

#[test]
fn what_rests_on_grade_c_alone_is_found() {
    let edits = [(
        "date = \"1912\"\ngrade = \"B\"",
        "date = \"1912\"\ngrade = \"C\"",
    )];
    assert_eq!(
        found(&edits),
        [
            "grade-too-good domain[trade].baseline[1].grade",
            "grade-c-alone card[tolls].precedent",
            "grade-c-alone timeline[1]",
        ]
    );
    let edits = [("grade = \"B\", source", "grade = \"C\", source")];
    assert_eq!(found(&edits), ["grade-c-alone domain[trade].baseline[1]"]);
    let second = "[[source]]\nid = \"S2\"\ntitle = \"Another\"\ndate = \"1913\"\ngrade = \"B\"\n\n[[source]]\nid = \"S1\"";
    let edits = [
        (
            "date = \"1912\"\ngrade = \"B\"",
            "date = \"1912\"\ngrade = \"C\"",
        ),
        ("[[source]]\nid = \"S1\"", second),
        (
            "summer.\", source = \"S1\"",
            "summer.\", source = [\"S1\", \"S2\"]",
        ),
        (
            "autumn.\"\nsource = \"S1\"",
            "autumn.\"\nsource = [\"S1\", \"S2\"]",
        ),
        (
            "grade = \"B\", source = \"S1\"",
            "grade = \"B\", source = [\"S1\", \"S2\"]",
        ),
    ];
    assert!(
        found(&edits).is_empty(),
        "a second source of a better grade carries it"
    );
}

#[test]
fn a_figure_without_its_time_is_found() {
    assert_eq!(
        found(&[("as_of = \"last year\", ", "")]),
        ["undated-figure domain[trade].baseline[1]"]
    );
}

#[test]
fn an_outlet_that_nobody_should_stand_behind_is_found() {
    let edits = [(
        "publisher = \"The harbour master\"",
        "publisher = \"The harbour master\"\naddress = \"https://harbour.blogspot.com/1912\"",
    )];
    assert_eq!(found(&edits), ["unfit-outlet source[S1].address"]);
}

#[test]
fn a_source_that_contradicts_itself_about_what_was_read_is_found() {
    let edits = [("seen = true", "seen = true\nseen_at = \"The gazette\"")];
    assert_eq!(found(&edits), ["seen-twice source[S1].seen_at"]);
    let edits = [
        ("seen = true", "seen_at = \"The gazette\""),
        (
            "date = \"1912\"\ngrade = \"B\"",
            "date = \"1912\"\ngrade = \"A\"",
        ),
    ];
    assert_eq!(found(&edits), ["relay-graded-a source[S1].grade"]);
    let edits = [
        ("seen = true\n", ""),
        (
            "publisher = \"The harbour master\"",
            "publisher = \"The harbour master; seen at The gazette\"",
        ),
        (
            "date = \"1912\"\ngrade = \"B\"",
            "date = \"1912\"\ngrade = \"A\"",
        ),
    ];
    assert_eq!(
        found(&edits),
        ["relay-graded-a source[S1].grade"],
        "however the relay is written"
    );
}

#[test]
fn a_plan_whose_time_has_passed_is_found() {
    let edits = [(
        "Tolls were halved for a summer.",
        "A bridge was planned for May 2026.",
    )];
    assert_eq!(found(&edits), ["stale-plan card[tolls].precedent.text"]);
    let edits = [(
        "Tolls were halved for a summer.",
        "A bridge is planned for 2026.",
    )];
    assert!(found(&edits).is_empty(), "the year of the deck is not over");
}
