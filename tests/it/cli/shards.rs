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
    let half = merge(&folder, "b.json c.json --json");
    folder.write("half.json", &half.out);
    let whole = merge(&folder, "half.json a.json --json");
    let one = folder.run(&format!("simulate {ALIKE} --runs 100 --json"));
    assert_eq!(whole.out, one.out);
    let alone = merge(&folder, "half.json --json");
    assert_eq!(alone.out, half.out);
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
    for (parts, wrong) in [
        ("a.json a.json", "hold the same sessions, from number 0 on"),
        ("b.json a.json", "hold the same sessions, from number 9 on"),
        ("a.json c.json", "sessions 10 to 11 are in no part"),
        ("a.json seed.json", "the seed differs"),
        ("a.json bots.json", "a bot differs"),
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
