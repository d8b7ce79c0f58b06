//! An ensemble in parts: what was played apart adds up to the same bytes as one run.

use super::program::{Done, Folder};

/// Options of all parts, but for which sessions they play.
const ALIKE: &str = "--deck deck.toml --patron logit --client tit-for-tat --europe hawk --seed 18446744073709551557";

/// Plays sessions of the ensemble into a file.
fn part(folder: &Folder, name: &str, options: &str) {
    let done = folder.run(&format!("simulate {options} --json"));
    assert_eq!(done.status, 0, "{}", done.err);
    folder.write(name, &done.out);
}

fn merge(folder: &Folder, options: &str) -> Done {
    folder.run(&format!("merge {options}"))
}

#[test]
fn parts_add_up_to_the_bytes_of_one_run_in_any_order() {
    let folder = Folder::new();
    let played = [("a", 0, 37), ("b", 37, 1), ("c", 38, 62)];
    for (name, first, runs) in played {
        let options = format!("{ALIKE} --first {first} --runs {runs}");
        part(&folder, &format!("{name}.json"), &options);
    }
    for form in ["", " --json"] {
        let one = folder.run(&format!("simulate {ALIKE} --runs 100{form}"));
        let whole = merge(&folder, &format!("c.json a.json b.json{form}"));
        assert_eq!((whole.status, whole.out), (0, one.out), "{}", whole.err);
    }
    // Parts of parts, and a part alone, add up as well.
    let half = merge(&folder, "b.json c.json --part --json");
    folder.write("half.json", &half.out);
    let whole = merge(&folder, "half.json a.json --json");
    let one = folder.run(&format!("simulate {ALIKE} --runs 100 --json"));
    assert_eq!(whole.out, one.out);
    let alone = merge(&folder, "half.json --part --json");
    assert_eq!((alone.out, alone.err), (half.out, String::new()));
}

#[test]
fn a_first_or_last_part_that_is_missing_is_named_where_the_whole_is_known() {
    let folder = Folder::new();
    let parts = [("a", 0, 3), ("b", 3, 1), ("c", 4, 2), ("d", 6, 4)];
    for (name, first, runs) in parts {
        let options = format!("{ALIKE} --first {first} --runs {runs}");
        part(&folder, &format!("{name}.json"), &options);
        let known = format!("{options} --of 10");
        part(&folder, &format!("{name}10.json"), &known);
    }
    let missing = [
        (
            "b c d",
            "sessions 0 to 2 are in no part",
            "--first 0 --runs 3",
        ),
        (
            "a b c",
            "sessions 6 to 9 are in no part",
            "--first 6 --runs 4",
        ),
        ("a c d", "session 3 is in no part", "--first 3 --runs 1"),
        (
            "b",
            "sessions 0 to 2 and 4 to 9 are in no part",
            "--first 0 --runs 3; --first 4 --runs 6",
        ),
        (
            "c",
            "sessions 0 to 3 and 6 to 9 are in no part",
            "--first 0 --runs 4; --first 6 --runs 4",
        ),
    ];
    for (given, wrong, next) in missing {
        for (tail, option) in [(".json", " --expect 10"), ("10.json", "")] {
            let given: Vec<_> = given
                .split(' ')
                .map(|name| format!("{name}{tail}"))
                .collect();
            let done = merge(&folder, &format!("{}{option}", given.join(" ")));
            assert_eq!((done.status, done.out.as_str()), (1, ""), "{given:?}");
            assert!(done.err.contains(wrong), "{given:?}: {}", done.err);
            assert!(done.err.contains(next), "{given:?}: {}", done.err);
        }
    }
    // What is whole has the bytes of one run, whether the parts knew of it or not; so has one run that knows.
    let one = folder
        .run(&format!("simulate {ALIKE} --runs 10 --json"))
        .out;
    let known = folder.run(&format!("simulate {ALIKE} --runs 10 --of 10 --json"));
    assert_eq!(known.out, one);
    part(
        &folder,
        "half10.json",
        &format!("{ALIKE} --first 4 --runs 6 --of 10"),
    );
    let half = merge(&folder, "d10.json c10.json --part --json");
    assert_eq!(half.out.as_bytes(), folder.read("half10.json"));
    for given in [
        "d.json a.json c.json b.json --expect 10 --json",
        "d10.json a10.json c10.json b10.json --json",
        "a.json b10.json half10.json --json",
    ] {
        let whole = merge(&folder, given);
        assert_eq!(
            (whole.out, whole.err),
            (one.clone(), String::new()),
            "{given}"
        );
    }
    // Where nobody says how many the whole has, what is missing before it is told beside it.
    let end = merge(&folder, "d.json c.json");
    assert_eq!(
        (end.status, end.err.as_str()),
        (0, "note: sessions 0 to 3 are in no part\n")
    );
}

#[test]
fn parts_that_go_on_from_an_entry_add_up_too() {
    let folder = Folder::new();
    let played = folder.run("run --deck deck.toml --seed 7 --save s.toml");
    assert_eq!(played.status, 0, "{}", played.err);
    let alike = "--from s.toml@20 --patron logit --client cautious --seed 3";
    part(&folder, "a.json", &format!("{alike} --runs 20"));
    part(&folder, "b.json", &format!("{alike} --first 20 --runs 30"));
    let one = folder.run(&format!("simulate {alike} --runs 50 --json"));
    let whole = merge(&folder, "a.json b.json --json");
    assert_eq!((whole.status, whole.out), (0, one.out), "{}", whole.err);
}

#[test]
fn a_part_whose_counts_contradict_one_another_is_not_added_up() {
    let folder = Folder::new();
    part(&folder, "a.json", &format!("{ALIKE} --runs 10"));
    let text = std::fs::read_to_string(folder.path("a.json")).unwrap();
    // Each of these counts is right by itself, and with the others it cannot be.
    let counted: serde_json::Value = serde_json::from_str(&text).unwrap();
    for (place, wrong) in [
        ("/aims/patron", "aims were met in more sessions"),
        ("/endings/0/0", "endings do not sum"),
        ("/lengths/0", "lengths do not sum"),
        ("/scores/client/count", "scores are not those"),
        ("/final_stability/count", "scores are not those"),
        ("/cards/0/tabled", "demands by card"),
        ("/cards/0/met", "answers by card"),
        ("/responses/0", "answers by card"),
        ("/inducements/0", "demands by card"),
        ("/crossings", "red lines crossed"),
        ("/held", "more was held or offered"),
        ("/crises", "crises are more"),
    ] {
        let mut value = counted.clone();
        let count = value["counts"].pointer_mut(place).unwrap();
        *count = (count.as_u64().unwrap() + 1000).into();
        folder.write("count.json", value.to_string());
        let done = merge(&folder, "count.json");
        assert_eq!((done.status, done.out.as_str()), (1, ""), "{place}");
        let wrong = format!("count.json: its counts contradict one another: {wrong}");
        assert!(done.err.contains(&wrong), "{place}: {}", done.err);
    }
}

#[test]
fn parts_that_do_not_add_up_are_told_with_what_is_wrong() {
    let folder = Folder::new();
    part(&folder, "a.json", &format!("{ALIKE} --runs 10"));
    part(&folder, "b.json", &format!("{ALIKE} --first 9 --runs 10"));
    part(&folder, "c.json", &format!("{ALIKE} --first 12 --runs 10"));
    let seed = ALIKE.replace("18446744073709551557", "7");
    part(
        &folder,
        "seed.json",
        &format!("{seed} --first 10 --runs 10"),
    );
    let bots = ALIKE.replace("tit-for-tat", "cautious");
    part(
        &folder,
        "bots.json",
        &format!("{bots} --first 10 --runs 10"),
    );
    part(
        &folder,
        "signs.json",
        &format!("{ALIKE} --first 10 --runs 10 --signs"),
    );
    folder.write("no.json", "{}");
    let torn = std::fs::read_to_string(folder.path("a.json")).unwrap();
    folder.write(
        "torn.json",
        torn.replacen("\"runs\": 10", "\"runs\": 11", 1),
    );
    let changed = |name: &str, from: &str, to: &str| {
        let text = std::fs::read_to_string(folder.path("a.json")).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{from}");
        folder.write(name, text.replacen(from, to, 1));
    };
    changed("rules.json", "\"rules\": 2", "\"rules\": 3");
    changed("format.json", "\"format\": 2", "\"format\": 1");
    let known = |name: &str, options: &str| part(&folder, name, &format!("{ALIKE} {options}"));
    known("of.json", "--first 10 --runs 10 --of 30");
    known("of-40.json", "--first 20 --runs 10 --of 40");
    let text = std::fs::read_to_string(folder.path("a.json")).unwrap();
    let mut value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mean = &mut value["scores"]["patron"]["mean"];
    *mean = (mean.as_f64().unwrap() + 1.0).into();
    folder.write("mean.json", value.to_string());
    for (parts, wrong) in [
        (
            "a.json rules.json",
            "the version of the rules is 2 in a.json, 3 in rules.json",
        ),
        (
            "format.json",
            "format.json: of format 1; this program reads format 2",
        ),
        (
            "a.json of.json of-40.json",
            "the number of sessions of the whole is 30 in of.json, 40 in of-40.json",
        ),
        (
            "a.json of.json --expect 20",
            "the number of sessions of the whole is 20 in --expect, 30 in of.json",
        ),
        (
            "a.json --expect 9",
            "a.json goes to session 9, and the whole ends with 8",
        ),
        ("mean.json", "mean.json: its counts contradict one another"),
        ("a.json a.json", "hold the same sessions, from number 0 on"),
        ("b.json a.json", "hold the same sessions, from number 9 on"),
        ("a.json c.json", "sessions 10 to 11 are in no part"),
        (
            "a.json seed.json",
            "the seed is 18446744073709551557 in a.json, 7 in seed.json",
        ),
        (
            "a.json bots.json",
            "the client’s bot is tit-for-tat in a.json, cautious in bots.json",
        ),
        ("a.json signs.json", "--signs"),
        ("a.json no.json", "no.json: no part of an ensemble"),
        ("torn.json", "its counts are not those of 11 sessions"),
    ] {
        let done = merge(&folder, parts);
        assert_eq!((done.status, done.out.as_str()), (1, ""), "{parts}");
        assert!(done.err.contains(wrong), "{parts}: {}", done.err);
        assert!(done.err.contains("hint: "), "{parts}: {}", done.err);
    }
}
