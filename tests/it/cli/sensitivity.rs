//! Which numbers of a deck decide: one at a time, by walks and by variance, stopped on the way.

use serde_json::Value;

use super::program::Folder;

/// Two numbers that decide something among random bots, and one that none of them looks at.
const NUMBERS: &str = "--pairing random:random --number domain.*.dependence --number crisis.enter --number policy.logit.lambda";

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn every_method_gives_the_same_bytes_on_any_number_of_threads() {
    let folder = Folder::new();
    for method in [
        "one --runs 30",
        "morris --rows 4 --runs 12",
        "sobol --rows 6 --runs 12",
    ] {
        for form in ["", "--json"] {
            let line = format!("sensitivity deck.toml {NUMBERS} --method {method} --seed 4 {form}");
            let one = folder.run(&format!("{line} --threads 1")).fine();
            assert_eq!(
                one,
                folder.run(&format!("{line} --threads 3")).fine(),
                "{line}"
            );
        }
    }
}

#[test]
fn a_survey_tells_what_decides_and_what_decides_nothing() {
    let folder = Folder::new();
    let line = format!("sensitivity deck.toml {NUMBERS} --runs 40");
    insta::assert_snapshot!(folder.run(&line).fine());
    let found = json(&folder.run(&format!("{line} --json")).fine());
    assert_eq!(found["whole"], true);
    assert_eq!(found["method"], "one");
    let moved = found["moved"].as_array().unwrap();
    assert_eq!(moved.len(), 3);
    assert_eq!(moved[0]["lever"]["name"], "domain.*.dependence");
    assert_eq!(moved[2]["lever"]["name"], "policy.logit.lambda");
    assert_eq!(moved[2]["weight"], "nothing");
    assert!(found["now"][0]["stability"].as_f64().unwrap() > 0.0);
}

#[test]
fn walks_and_variance_are_shown_with_what_decides_nothing() {
    let folder = Folder::new();
    for method in ["morris --rows 4", "sobol --rows 8"] {
        let line = format!("sensitivity deck.toml {NUMBERS} --method {method} --runs 20");
        insta::assert_snapshot!(folder.run(&line).fine());
    }
}

#[test]
fn numbers_are_chosen_by_what_they_decide_where_none_is_named() {
    let folder = Folder::new();
    let line = "sensitivity deck.toml --pairing random:random --method morris --rows 2 --most 3 --runs 2 --json";
    let found = json(&folder.run(line).fine());
    assert_eq!(found["levers"].as_array().unwrap().len(), 3);
    assert_eq!(found["points"], 2 * 4);
}

#[test]
fn what_cannot_be_studied_is_told_with_what_can() {
    let folder = Folder::new();
    for more in [
        "--number stability.truth",
        "--pairing logit",
        "--pairing logit:clever",
        "--runs 0",
        "--method guess",
        "--number start.trust --most 3",
    ] {
        let done = folder.run(&format!("sensitivity deck.toml {more}"));
        assert_eq!((done.status, &*done.out), (2, ""), "{more}");
        assert!(done.err.starts_with("error: "), "{more}: {}", done.err);
    }
    let seed = "--seed 18446744073709551615 --number start.trust --runs 3";
    folder
        .run(&format!(
            "sensitivity deck.toml --pairing random:random {seed}"
        ))
        .fine();
}
