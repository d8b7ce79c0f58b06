//! All sessions of a folder in groups, by keys: counted, with bands, where they parted, and a way into each.

use std::path::Path;

use tempfile::TempDir;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::seat::Seat;
use unequal_partners::report::cohort::{Branches, Cohort, SessionLine};
use unequal_partners::session::branch::Departure;
use unequal_partners::session::{Setup, Table, pilot};
use unequal_partners::tui::harness::{NOW, Play};

use crate::eventful::{bots, reference};

/// Acts that are played: more than any of these sessions has.
const ALL: usize = 10_000;

fn played(path: &Path, name: &str, seats: (&str, &str), seed: u64, acts: usize) -> Table {
    let setup = Setup {
        name: name.to_owned(),
        moves: Some(3),
        moves_spread: Some(0),
        ..bots(seats.0, seats.1, seed)
    };
    let mut table = Table::create(reference(), &setup, path, NOW).unwrap();
    for _ in 0..acts {
        let Some(next) = pilot::unattended(&table) else {
            break;
        };
        let last = table.last_number();
        let none = unequal_partners::session::Remarks::default();
        table
            .submit(last, next.seat, next.by, &next.action, none, NOW)
            .unwrap();
    }
    table
}

/// Three sessions, two of them with the same bots, and a branch of the first.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let greedy = ("greedy", "cautious");
    let first = played(&at("one.toml"), "Table one", greedy, 7, ALL);
    assert!(first.has_ended());
    let departure = Departure {
        name: "Another way".to_owned(),
        after: EntryNumber::new(12),
        ..Departure::default()
    };
    drop(first.branch(&departure, &at("branch.toml"), NOW).unwrap());
    drop(played(&at("two.toml"), "Table two", greedy, 8, ALL));
    let calm = ("tit-for-tat", "tit-for-tat");
    drop(played(&at("three.toml"), "Table three", calm, 7, ALL));
    folder
}

fn opened(folder: &TempDir, size: (u16, u16)) -> Play {
    let mut play = Play::home(folder.path()).sized(size.0, size.1);
    play.keys("a").wait();
    play
}

/// The line of the screen that holds some words.
fn line(play: &mut Play, words: &str) -> String {
    let screen = play.screen();
    let found = screen.lines().find(|line| line.contains(words));
    found
        .unwrap_or_else(|| panic!("{words}: {screen}"))
        .to_owned()
}

#[test]
fn sessions_are_grouped_counted_and_opened_from_one_page() {
    let folder = folder();
    let mut play = opened(&folder, (160, 45));
    let title = line(&mut play, "sessions,");
    assert!(
        title.contains("3 sessions, 1 branch left out · By how they ended"),
        "{title}"
    );
    // What stands there is what the report of several sessions says.
    let lines = ["one", "two", "three"].map(|name| {
        let (table, _) = Table::read(&folder.path().join(format!("{name}.toml"))).unwrap();
        SessionLine::of(name, &table, Seat::WhiteCell)
    });
    let cohort = Cohort::new(lines.to_vec(), Branches::Apart);
    let last = cohort.spread.last().unwrap();
    let all = line(&mut play, "all of them");
    let words: Vec<&str> = all.split_whitespace().collect();
    assert!(words.contains(&"3"), "{all}");
    assert!(words.contains(&last.median.to_string().as_str()), "{all}");
    for words in ["How they ended", "Stability after each move", "█"] {
        line(&mut play, words);
    }
    let parting = cohort.parting.unwrap();
    let parted = format!("· move {}, ", parting.move_number);
    line(&mut play, &parted);
    // By deck, by table, by who held the seats.
    play.keys("g");
    line(&mut play, "Deck by deck");
    play.keys("gg");
    line(&mut play, "By who held the seats");
    let pair = line(&mut play, "▸ the bot greedy and the bot cautious");
    assert!(pair.contains(" 2 "), "{pair}");
    // A group opens, and a session in it is replayed.
    play.keys("<down><enter>");
    line(&mut play, "▾ the bot greedy and the bot cautious");
    line(&mut play, "Table one");
    let there = line(&mut play, "Table two");
    let is_curve = |sign: char| "▁▂▃▄▅▆▇█".contains(sign);
    assert!(
        there.chars().filter(|sign| is_curve(*sign)).count() >= 4,
        "{there}"
    );
    play.keys("<left>");
    assert!(!play.screen().contains("Table two"), "{}", play.screen());
    play.keys("<right><down>");
    line(&mut play, "Enter replays it");
    play.keys("<enter>");
    assert!(
        play.screen().contains("unequal · Table"),
        "{}",
        play.screen()
    );
    assert!(play.screen().contains("reading only"), "{}", play.screen());
    // Whoever leaves it comes back to the page, as it was left.
    play.keys("<esc>");
    line(&mut play, "▾ the bot greedy and the bot cautious");
    line(&mut play, "Enter replays it");
    play.keys("<esc>");
    line(&mut play, "New session");
}

#[test]
fn branches_are_counted_where_that_is_asked_for() {
    let folder = folder();
    let mut play = opened(&folder, (120, 36));
    play.keys("b");
    line(&mut play, "4 sessions · By how they ended");
    play.keys("gg<down><down><down><down>");
    line(&mut play, "Another way");
    play.keys("b");
    line(&mut play, "1 branch left out");
    assert!(!play.screen().contains("Another way"), "{}", play.screen());
}

#[test]
fn sessions_are_sorted_by_one_key_and_the_head_of_the_list_says_by_what() {
    let folder = folder();
    let mut play = opened(&folder, (80, 24));
    // All in one group, and opened.
    play.keys("g<down><enter>");
    let ends = |play: &mut Play| -> Vec<(String, i64)> {
        let screen = play.screen();
        let rows = screen.lines().filter(|line| line.contains("    Table "));
        rows.map(|row| {
            let words: Vec<&str> = row.split_whitespace().collect();
            let at = words.iter().position(|word| *word == "Table").unwrap();
            let level = words.iter().rev().find_map(|word| word.parse().ok());
            (words[at + 1].to_owned(), level.unwrap())
        })
        .collect()
    };
    let names = |rows: &[(String, i64)]| -> String {
        let names: Vec<&str> = rows.iter().map(|(name, _)| name.as_str()).collect();
        names.join(" ")
    };
    play.keys("s");
    line(&mut play, "all of them, sorted by name");
    assert_eq!(names(&ends(&mut play)), "one three two");
    play.keys("ss");
    line(&mut play, "all of them, sorted by stability");
    line(
        &mut play,
        "The sessions are sorted by stability, the highest first.",
    );
    let by_stability = ends(&mut play);
    assert_eq!(by_stability.len(), 3, "the group is still open");
    assert!(
        by_stability.is_sorted_by(|one, other| one.1 >= other.1),
        "{by_stability:?}"
    );
    // Round and round, back to the order of the folder.
    play.keys("sssss");
    line(&mut play, "The sessions stand as they lie in the folder.");
    assert!(!play.screen().contains("sorted by"), "{}", play.screen());
}

#[test]
fn of_a_session_that_goes_on_only_what_is_public_is_told() {
    let folder = folder();
    let path = folder.path().join("four.toml");
    drop(played(&path, "Table four", ("greedy", "cautious"), 9, 15));
    let mut play = opened(&folder, (160, 45));
    line(
        &mut play,
        "Told as a seat may know it while the session goes on: four",
    );
    line(&mut play, "not ended");
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_the_others_are_shown() {
    let folder = folder();
    let path = folder.path().join("two.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let mut play = Play::home(folder.path()).sized(160, 45);
    // It is damaged after the folder was looked at.
    std::fs::write(&path, text.replacen("greedy", "gentle", 1)).unwrap();
    play.keys("a").wait();
    line(&mut play, "2 sessions, 1 branch left out");
    line(&mut play, "Not read: ");
}

#[test]
fn without_a_session_nothing_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let mut play = Play::home(folder.path()).sized(80, 24);
    play.keys("a").wait();
    assert!(
        play.screen().contains("There is no session in"),
        "{}",
        play.screen()
    );
}

#[test]
fn the_groups_at_three_sizes() {
    let folder = folder();
    for size in [(80, 24), (120, 36), (160, 45)] {
        let mut play = opened(&folder, size);
        play.keys("ggg<down><enter>");
        insta::with_settings!({
            snapshot_path => "../screens", prepend_module_to_snapshot => false, omit_expression => true
        }, {
            insta::assert_snapshot!(format!("cohort-{}x{}", size.0, size.1), play.screen());
        });
    }
}
