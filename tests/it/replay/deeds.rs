//! What is done from the replay: remarks, branches, findings, the report; the record stays as it was.

use std::path::PathBuf;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::{Holder, Table};

use super::{CLIENT_SAYS, Told, entry_on, open, told};

#[test]
fn annotations_are_kept_beside_the_record_and_can_be_taken_back() {
    let told = told();
    let bytes = std::fs::read(&told.path).unwrap();
    let mut play = open(&told);
    play.keys("<right>aworth <lt>b>a talk<esc>");
    drop(play);
    // What was typed is still there after the program was left.
    let mut play = open(&told);
    play.keys("<right>a");
    assert!(
        play.screen().contains("worth <b>a talk"),
        "{}",
        play.screen()
    );
    play.keys("<tab><right><right><tab>Anna<c-s>");
    assert!(
        play.screen().contains("Anna: worth <b>a talk"),
        "{}",
        play.screen()
    );
    assert!(play.screen().contains("! Anna"), "{}", play.screen());
    play.keys("mlater<c-s>");
    assert!(play.screen().contains("⚑ Anna: later"), "{}", play.screen());
    play.keys("a<backtab><enter>");
    let left = ["! Anna", "Anna: worth", "⚑ Anna"];
    let screen = play.screen();
    let shown = left.iter().filter(|words| screen.contains(**words)).count();
    assert_eq!(shown, 2, "{screen}");
    drop(play);
    assert_eq!(
        std::fs::read(&told.path).unwrap(),
        bytes,
        "the record is as it was"
    );
}

fn digest(path: &std::path::Path) -> String {
    let (table, _) = Table::read(path).unwrap();
    table.moments().last().unwrap().entry.digest.clone()
}

/// The files of sessions in a folder.
fn saves(told: &Told) -> Vec<PathBuf> {
    let files = std::fs::read_dir(told.folder.path()).unwrap();
    let mut files: Vec<PathBuf> = files
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    files.sort();
    files
}

#[test]
fn a_branch_is_played_on_in_a_file_of_its_own_and_leads_back_to_the_trunk() {
    let told = told();
    let bytes = std::fs::read(&told.path).unwrap();
    let mut play = open(&told);
    // People in both seats, from the first demand on.
    play.keys("#2<enter>b");
    assert!(
        play.screen().contains("play on after entry 2"),
        "{}",
        play.screen()
    );
    play.keys("<down><c-u>Other way<down><right><down><right><enter>");
    assert!(play.screen().contains("Other way"), "{}", play.screen());
    assert!(play.screen().contains("saved"), "{}", play.screen());
    let files = saves(&told);
    assert_eq!(files.len(), 2);
    for _ in 0..4 {
        if play.screen().contains("Back at entry 2") {
            break;
        }
        play.keys("<esc>");
        if play.screen().contains("Leave the table?") {
            play.keys("<enter>");
        }
    }
    assert_eq!(entry_on(&mut play), "2", "{}", play.screen());
    assert!(
        play.screen().contains("Back at entry 2"),
        "{}",
        play.screen()
    );
    let branch = files.iter().find(|path| **path != told.path).unwrap();
    let (table, _) = Table::read(branch).unwrap();
    assert_eq!(
        table.header().parent.as_ref().unwrap().entry,
        EntryNumber::new(2)
    );
    assert_eq!(table.holder(Seat::Patron), Holder::Human);
    assert_eq!(std::fs::read(&told.path).unwrap(), bytes);
    // The tree shows both, leads into the branch and back again.
    play.keys("t");
    assert!(
        play.screen().contains("┗━╸2  Other way"),
        "{}",
        play.screen()
    );
    play.keys("<down>");
    while !play
        .screen()
        .lines()
        .any(|l| l.contains("›") && l.contains("Other way"))
    {
        play.keys("<down>");
    }
    play.keys("<enter>");
    assert!(
        play.screen().contains("unequal · Other way"),
        "{}",
        play.screen()
    );
    play.keys("t<home><enter>");
    assert!(
        play.screen().contains("unequal · Told"),
        "{}",
        play.screen()
    );
    assert_eq!(std::fs::read(&told.path).unwrap(), bytes);
}

#[test]
fn an_act_is_exchanged_and_what_follows_is_kept_as_far_as_it_stays_possible() {
    let told = told();
    let before = digest(&told.path);
    let mut play = open(&told);
    // The response after the undo.
    play.keys("#7<enter>");
    assert!(play.screen().contains("RESPONSE"), "{}", play.screen());
    play.keys("b<left>");
    assert!(
        play.screen().contains("instead of entry 7"),
        "{}",
        play.screen()
    );
    play.keys("<enter>");
    let screen = play.screen();
    let screen = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(screen.contains("The act was exchanged"), "{screen}");
    assert!(
        screen.contains("all that followed is kept") || screen.contains("no longer possible"),
        "{screen}"
    );
    // Its entry is the fourth there: what was undone is no part of a branch.
    assert_eq!(entry_on(&mut play), "4");
    play.keys("<esc>");
    assert!(
        play.screen().contains("Back at entry 7"),
        "{}",
        play.screen()
    );
    assert_eq!(digest(&told.path), before);
    play.keys("t<end><space>").wait();
    let screen = play.screen();
    assert!(screen.contains("side by side"), "{screen}");
    assert!(screen.contains("they part in move 1, response"), "{screen}");
    assert!(screen.contains(CLIENT_SAYS), "{screen}");
}

#[test]
fn lines_are_given_names_and_compared_from_the_tree() {
    let told = told();
    let mut play = open(&told);
    // The answer after the undo is exchanged, twice: two lines beside the trunk.
    for _ in 0..2 {
        play.keys("#7<enter>b<left><enter><esc>");
    }
    play.keys("t<space>");
    let screen = play.screen();
    assert!(screen.contains("Choose another line"), "{screen}");
    assert!(screen.contains("taken back at"), "{screen}");
    assert!(screen.contains("Dots: taken back"), "{screen}");
    let column = |words: &str, sign: char| {
        let line = screen.lines().find(|line| line.contains(words)).unwrap();
        let signs: Vec<char> = line.chars().collect();
        signs.iter().rposition(|other| *other == sign)
    };
    // The undo took back what no move had closed yet: its corner stands over STARTEX.
    assert_eq!(column("taken back at", '┗'), column("move 0", '0'));
    // A branch, and then the line that is open.
    play.keys("<end>r<c-u>As it might be<c-s>");
    let screen = play.screen();
    assert!(screen.contains("It is called As it might be"), "{screen}");
    assert!(screen.contains("The lines of this session"), "{screen}");
    let named = |screen: &str| screen.lines().any(|line| line.contains("As it might be"));
    assert!(named(&screen), "{screen}");
    play.keys("<home>r<c-u>As it was<c-s>");
    let screen = play.screen();
    assert!(screen.contains("unequal · As it was"), "{screen}");
    assert!(screen.contains("A ▾ As it was ◂ open"), "{screen}");
    let (table, rest) = Table::read(&told.path).unwrap();
    assert_eq!(table.name(), "As it was");
    assert!(rest.is_none());
    // Two are compared at once, and with marks as many as there are.
    play.keys("<end><space>").wait();
    let screen = play.screen();
    assert!(screen.contains("side by side"), "{screen}");
    play.keys("<esc>t<end>m<up><space>").wait();
    let screen = play.screen();
    assert!(screen.contains("side by side"), "{screen}");
    assert!(!screen.contains("A  As it was"), "{screen}");
    play.keys("<esc>");
    assert_eq!(entry_on(&mut play), "7");
}

#[test]
fn the_record_plays_by_itself_both_ways() {
    use unequal_partners::tui::key::Input;
    let told = told();
    let mut play = open(&told);
    play.keys("<space>");
    assert!(play.screen().contains("▶ one in 1 s"), "{}", play.screen());
    for _ in 0..3 {
        play.input(Input::Tick);
    }
    assert_eq!(entry_on(&mut play), "6");
    play.keys("+");
    assert!(play.screen().contains("▶ 2 a second"), "{}", play.screen());
    play.keys("<lt>");
    play.input(Input::Tick);
    assert_eq!(entry_on(&mut play), "3");
    play.keys("<right>").input(Input::Tick);
    assert_eq!(entry_on(&mut play), "6", "a key stops it");
}

#[test]
fn what_the_program_finds_comes_beside_the_keys_and_can_be_left_out() {
    let told = told();
    let mut play = open(&told);
    play.wait();
    assert!(play.screen().contains('◆'), "{}", play.screen());
    play.keys("o<right>");
    assert!(!play.screen().contains('◆'), "{}", play.screen());
    play.keys("o#7<enter>e");
    assert!(
        play.screen().contains("Playing on from here"),
        "{}",
        play.screen()
    );
    // Keys are taken while it is worked out.
    play.keys("<esc><right><left>e").wait();
    let screen = play.screen();
    assert!(screen.contains("what was done"), "{screen}");
    assert!(screen.contains("final stability"), "{screen}");
    play.keys("<esc>s");
    play.keys("e");
    assert!(
        play.screen().contains("what is hidden"),
        "{}",
        play.screen()
    );
}

#[test]
fn the_debriefing_is_ticked_off_and_leads_to_its_moments() {
    let told = told();
    let mut play = open(&told);
    play.keys("d").wait();
    assert!(play.screen().contains("0 of "), "{}", play.screen());
    play.keys("<space>");
    assert!(play.screen().contains("1 of "), "{}", play.screen());
    drop(play);
    let mut play = open(&told);
    play.keys("d").wait();
    assert!(
        play.screen().contains("1 of "),
        "ticks stay: {}",
        play.screen()
    );
    play.keys("<home>");
    while !play.screen().contains('‹') {
        play.keys("<down>");
    }
    let screen = play.screen();
    let (_, cite) = screen.split_once('‹').unwrap();
    let (number, _) = cite.split_once('›').unwrap();
    play.keys("<enter>");
    assert_eq!(entry_on(&mut play), number.trim());
}

#[test]
fn the_report_is_written_beside_the_record_and_never_over_another() {
    let told = told();
    let mut play = open(&told);
    play.keys("r").wait();
    assert!(
        play.screen().contains("The report is in"),
        "{}",
        play.screen()
    );
    let page = told.folder.path().join("told.report.html");
    let text = std::fs::read_to_string(&page).unwrap();
    assert!(text.contains(CLIENT_SAYS));
    play.keys("r").wait();
    assert!(told.folder.path().join("told.report-2.html").exists());
    assert_eq!(std::fs::read_to_string(&page).unwrap(), text);
}

#[test]
fn another_answer_is_played_to_its_end_and_seen_beside_what_was_done() {
    let told = told();
    let before = std::fs::read(&told.path).unwrap();
    let mut play = open(&told);
    play.keys("#7<enter>");
    play.keys("e").wait();
    play.keys("<down><enter>");
    let screen = play.screen();
    assert!(
        screen.contains("C plays on"),
        "the way on is told: {screen}"
    );
    assert!(screen.contains("P lets bots play"), "{screen}");
    play.keys("P").wait();
    let screen = play.screen();
    assert!(screen.contains("they part in move"), "{screen}");
    assert!(screen.contains("a what-if"), "{screen}");
    let files = saves(&told);
    let branch = files.iter().find(|path| **path != told.path).unwrap();
    let (branch, _) = Table::read(branch).unwrap();
    assert!(branch.has_ended());
    let own = branch.header().parent.as_ref().unwrap().copied;
    let own = branch.moments().iter().skip(usize::try_from(own).unwrap());
    assert!(own.clone().all(|moment| !moment.entry.by.is_person()));
    assert!(own.count() > 3);
    assert_eq!(std::fs::read(&told.path).unwrap(), before);
    // What is shown below is the branch, to its end.
    play.keys("<esc><end>");
    let last = branch.last_number();
    assert_eq!(entry_on(&mut play), last.to_string());
}

#[test]
fn what_was_done_is_not_supposed_and_what_people_play_is_not_played_out() {
    let told = told();
    let mut play = open(&told);
    play.keys("#7<enter>P");
    assert!(play.screen().contains("not what people play"));
    play.keys("e").wait();
    play.keys("<enter>");
    assert!(
        play.screen().contains("what was done: "),
        "{}",
        play.screen()
    );
    assert_eq!(saves(&told).len(), 1);
    // Bots go on from what was done, too.
    play.keys("P").wait();
    assert!(play.screen().contains("side by side"), "{}", play.screen());
    assert_eq!(saves(&told).len(), 2);
}
