//! The claims that decks are held against: on the page of balance, in every form, and what a deck is exempt from.

use serde_json::Value;

use super::program::Folder;

const SHORT: &str = "--runs 12 --rollout-runs 1 --claims short --seed 5";

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// A folder with a deck of three moves, on which even bots that look ahead are soon done.
fn small() -> Folder {
    let folder = Folder::new();
    let text = include_str!("../../../decks/practice.toml");
    let quick = text.replacen("\nrolls = 6", "\nrolls = 1", 1);
    folder.write("small.toml", without_exemptions(&quick));
    folder
}

/// A deck without the exemptions that stand at its end.
fn without_exemptions(deck: &str) -> String {
    deck.split("\n[[exempt]]").next().unwrap().to_owned()
}

/// All tests of a deck's claims.
fn tests(balance: &Value) -> Vec<&Value> {
    let claims = balance["theory"]["claims"].as_array().unwrap().iter();
    claims
        .flat_map(|claim| claim["tests"].as_array().unwrap())
        .collect()
}

fn missed(balance: &Value) -> Vec<String> {
    let tests = tests(balance).into_iter();
    let missed = tests
        .filter(|test| test["holds"] == false && test["clear"] == true && test["exempt"].is_null());
    missed
        .map(|test| test["id"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn every_test_has_its_figure_its_interval_and_its_bound() {
    let folder = small();
    let line = format!("deck balance small.toml {SHORT}");
    let balance = json(&folder.run(&format!("{line} --json")).out);
    assert_eq!(balance["theory"]["form"], "short");
    let tests = tests(&balance);
    assert!(tests.len() > 30, "{}", tests.len());
    let page = folder.run(&line).out;
    for test in tests {
        let of = |key: &str| test["figure"][key].as_f64().unwrap();
        assert!(
            of("low") <= of("value") && of("value") <= of("high"),
            "{test}"
        );
        assert!(
            test["pairings"]
                .as_array()
                .is_some_and(|all| !all.is_empty())
        );
        let shown = format!("{:.1} ({:.1} to {:.1})", of("value"), of("low"), of("high"));
        let id = test["id"].as_str().unwrap();
        let mut rows = page
            .lines()
            .filter(|row| row.starts_with(&format!("| {id} |")));
        assert!(rows.any(|row| row.contains(&shown)), "{id}: {shown}");
    }
    for title in [
        "## Conditions",
        "## Claims",
        "## Best answers",
        "**T1**",
        "short form",
    ] {
        assert!(page.contains(title), "{title}");
    }
    assert!(!page.contains("decide nothing"));
    let none = folder.run("deck balance small.toml --runs 1 --rollout-runs 1 --claims none");
    assert!(!none.out.contains("## Claims"), "{}", none.out);
}

#[test]
fn a_test_that_is_clearly_missed_fails_the_command_and_an_exemption_gives_the_reason_instead() {
    let folder = small();
    let line = format!("deck balance DECK {SHORT}");
    let run =
        |deck: &str, more: &str| folder.run(&format!("{} {more}", line.replace("DECK", deck)));
    let ids = missed(&json(&run("small.toml", "--json").out));
    assert!(!ids.is_empty(), "three moves keep every claim");
    let done = run("small.toml", "");
    assert_eq!(done.status, 1);
    let named: Vec<String> = ids.iter().map(|id| format!("practice {id}")).collect();
    let told = format!("clearly missed: {}", named.join(", "));
    assert!(done.err.contains(&told), "{}", done.err);

    let mut exempt = String::from_utf8(folder.read("small.toml")).unwrap();
    exempt.extend(ids.iter().map(|id| {
        format!("\n[[exempt]]\ntest = \"{id}\"\nreason = \"Three moves are too few.\"\n")
    }));
    folder.write("exempt.toml", &exempt);
    let done = run("exempt.toml", "");
    assert!(!done.err.contains("clearly missed"), "{}", done.err);
    assert!(done.out.contains("misses; exempt"), "{}", done.out);
    assert!(done.out.contains("Exempt from "), "{}", done.out);
    assert!(
        done.out.contains(": Three moves are too few."),
        "{}",
        done.out
    );
    assert_eq!(
        missed(&json(&run("exempt.toml", "--json").out)),
        Vec::<String>::new()
    );
    // The numbers are the same: only what follows from them differs.
    let usual = run("small.toml", "--json").out;
    let figures = |text: &str| -> Vec<Value> {
        let balance = json(text);
        tests(&balance)
            .into_iter()
            .map(|test| test["figure"].clone())
            .collect()
    };
    assert_eq!(figures(&usual), figures(&run("exempt.toml", "--json").out));
}

#[test]
fn what_no_deck_is_held_against_no_deck_is_exempt_from() {
    let folder = small();
    let text = String::from_utf8(folder.read("small.toml")).unwrap();
    let with = |test: &str| format!("{text}\n[[exempt]]\ntest = \"{test}\"\nreason = \"x\"\n");
    folder.write("place.toml", with("T3.9"));
    let done = folder.run(&format!("deck balance place.toml {SHORT}"));
    assert_eq!((done.status, &*done.out), (1, ""));
    assert!(done.err.contains("exempt from T3.9"), "{}", done.err);
    folder.write("claim.toml", with("T10"));
    let done = folder.run("deck check claim.toml --quick");
    assert_eq!(done.status, 1);
    assert!(done.err.contains("unknown-claim") || done.out.contains("unknown-claim"));
}

#[test]
fn several_decks_stand_on_one_page_and_the_first_has_all_tables() {
    let folder = small();
    let text = String::from_utf8(folder.read("small.toml")).unwrap();
    folder.write(
        "other.toml",
        text.replacen("id = \"practice\"", "id = \"other\"", 1),
    );
    let line = format!("deck balance small.toml other.toml {SHORT}");
    let page = folder.run(&line).out;
    assert!(page.starts_with("# Balance of several decks\n"), "{page}");
    assert_eq!(page.matches("\n## Claims\n").count(), 2);
    assert_eq!(page.matches("\n## Pairings\n").count(), 1);
    assert!(page.contains(&line));
    let found = json(&folder.run(&format!("{line} --json")).out);
    let decks = found["decks"].as_array().unwrap();
    let ids: Vec<&str> = decks
        .iter()
        .map(|deck| deck["deck"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["practice", "other"]);
    assert_eq!(decks[0]["theory"], decks[1]["theory"]);
}

#[test]
fn numbers_that_decide_nothing_are_listed_where_they_are_asked_for() {
    let folder = small();
    let line = "deck balance small.toml --runs 1 --rollout-runs 1 --claims none --numbers 1";
    let page = folder.run(&format!("{line} --out page.html"));
    assert!(page.out.ends_with("page.html: written\n"), "{}", page.err);
    let page = String::from_utf8(folder.read("page.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("Numbers that decide nothing"));
    let found = json(&folder.run(&format!("{line} --json")).out);
    let numbers = &found["numbers"];
    let nothing = numbers["nothing"].as_array().unwrap();
    // Weights of a bot that does not play.
    let idle = |number: &str| nothing.iter().any(|it| it == number);
    assert!(idle("policy.hardliner.patron.gain"), "{nothing:?}");
    assert!(numbers["of"].as_u64().unwrap() > nothing.len() as u64);
}

#[test]
fn each_side_is_told_what_it_could_gain_by_another_bot() {
    let folder = small();
    let line = format!("deck balance small.toml {SHORT} --json");
    let found = json(&folder.run(&line).out);
    let gaps = found["gaps"].as_array().unwrap();
    let pairings = found["pairings"].as_array().unwrap();
    assert_eq!(gaps.len(), pairings.len());
    let aim = |pairing: &Value, side: &str| pairing["scores"][side]["mean"].as_f64().unwrap();
    for (gap, pairing) in std::iter::zip(gaps, pairings) {
        assert_eq!(gap["bots"]["patron"], pairing["patron"]);
        let against = pairings
            .iter()
            .filter(|it| it["client"] == pairing["client"]);
        let best = against.map(|it| aim(it, "patron")).fold(f64::MIN, f64::max);
        let gained = gap["gain"]["patron"]["value"].as_f64().unwrap();
        assert!(
            (best - aim(pairing, "patron") - gained).abs() < 1e-6,
            "{gap}"
        );
    }
}
