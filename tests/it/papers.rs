//! Paper by one key, the end by one key, and the menu of a session: each works, and says where what it wrote lies.

use std::fs;
use std::path::Path;

use unequal_partners::engine::seat::Seat;
use unequal_partners::session::{Setup, Table};
use unequal_partners::tui::command::Command;
use unequal_partners::tui::harness::Play;

use crate::replay::{Told, told};

/// The home screen over the session that was told, at the size of a laptop.
fn home(told: &Told) -> Play {
    let mut play = Play::home(told.folder.path());
    play.resize(120, 36);
    play
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Goes to a line of the menu of the only session, and takes it.
fn deed(play: &mut Play, line: usize) {
    play.keys("m<enter>");
    play.keys(&"<down>".repeat(line)).keys("<enter>").wait();
}

#[test]
fn the_end_writes_all_that_the_session_leaves_by_one_key_of_the_footer() {
    let told = told();
    let mut play = home(&told);
    // The first key takes away what was said as the session was opened.
    play.keys("c<enter><down><up>");
    let end = play.screen();
    let footer = end.lines().last().unwrap_or_default();
    assert!(footer.contains("r reports and bundle"), "{footer}");
    assert!(end.contains("r writes the report"), "{end}");
    play.keys("r").wait();
    let said = play.screen();
    let written = [
        "told.report.html",
        "told.roles.report.html",
        "told.patron.report.html",
        "told.client.report.html",
        "told.bundle",
    ];
    for name in written {
        assert!(said.contains(name), "{name}\n{said}");
        assert!(told.folder.path().join(name).exists(), "{name}");
    }
    assert_eq!(
        names(&told.folder.path().join("told.bundle")),
        ["BLAKE3SUMS", "told.report.html", "told.toml"]
    );
    let roles = fs::read_to_string(told.folder.path().join("told.roles.report.html")).unwrap();
    for name in ["Wang", "Ivanov"] {
        assert!(!roles.contains(name), "{name}");
    }
    play.keys("<esc>r").wait();
    assert!(told.folder.path().join("told.report-2.html").exists());
    assert!(told.folder.path().join("told.bundle-2").is_dir());
}

#[test]
fn every_line_of_the_menu_of_a_session_works_and_answers() {
    let told = told();
    let folder = told.folder.path();
    let mut play = home(&told);
    play.keys("m<enter>");
    let menu = play.screen();
    for line in [
        "Resume", "Replay", "Report", "Rename", "Copy", "Verify", "Print", "Close",
    ] {
        assert!(menu.contains(line), "{line}\n{menu}");
    }
    let mut play = home(&told);
    deed(&mut play, 0);
    assert!(
        play.screen().contains("What it came to"),
        "{}",
        play.screen()
    );
    drop(play);
    let mut play = home(&told);
    deed(&mut play, 1);
    assert!(play.stack.sitting.replay.is_some());
    let mut play = home(&told);
    deed(&mut play, 2);
    assert!(
        play.screen().contains("The report is in"),
        "{}",
        play.screen()
    );
    assert!(folder.join("told.report.html").exists());
    let mut play = home(&told);
    deed(&mut play, 3);
    play.keys("<c-u>Table of experts<c-s>");
    assert!(
        play.screen().contains("It is called Table of experts"),
        "{}",
        play.screen()
    );
    let (table, _) = Table::read(&told.path).unwrap();
    assert_eq!(table.name(), "Table of experts");
    drop(table);
    let there = tempfile::tempdir().unwrap();
    let mut play = home(&told);
    deed(&mut play, 4);
    play.keys(&format!("{}<c-s>", there.path().display()));
    assert!(play.screen().contains("The copy is"), "{}", play.screen());
    assert!(there.path().join("told.toml").exists());
    let mut play = home(&told);
    deed(&mut play, 5);
    assert!(play.screen().contains("Verified: "), "{}", play.screen());
    let mut play = home(&told);
    deed(&mut play, 6);
    assert!(
        play.screen().contains("client/lines.html"),
        "{}",
        play.screen()
    );
    assert!(folder.join("told.papers/everybody/rules.html").exists());
    let mut play = home(&told);
    deed(&mut play, 7);
    assert!(play.screen().contains("told.bundle"), "{}", play.screen());
}

#[test]
fn a_damaged_session_is_told_when_it_is_verified_from_its_menu() {
    let told = told();
    let mut play = home(&told);
    play.keys("m<enter>");
    let whole = fs::read(&told.path).unwrap();
    let mut damaged = whole.clone();
    let at = damaged.len() - 200;
    damaged[at] ^= 1;
    fs::write(&told.path, &damaged).unwrap();
    play.keys("<down><down><down><down><down><enter>").wait();
    let said = play
        .stack
        .sitting
        .notice
        .as_ref()
        .map(|notice| notice.text.clone());
    assert!(
        said.as_ref().is_some_and(|said| said.contains("then: ")),
        "{said:?}"
    );
}

#[test]
fn a_session_that_goes_on_is_not_closed_from_its_menu() {
    let folder = tempfile::tempdir().unwrap();
    let mut play = Play::home(folder.path());
    play.resize(120, 36).keys("<enter><enter>").keys("Wqy");
    let mut play = Play::home(folder.path());
    play.resize(120, 36);
    deed(&mut play, 7);
    let said = play
        .stack
        .sitting
        .notice
        .as_ref()
        .map(|notice| notice.text.clone());
    assert!(
        said.as_ref().is_some_and(|said| said.contains("goes on")),
        "{said:?}"
    );
    assert_eq!(
        names(folder.path())
            .iter()
            .filter(|name| name.contains("report"))
            .count(),
        0
    );
}

#[test]
fn a_deck_is_printed_by_one_key_where_decks_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let mut play = Play::home(folder.path());
    play.resize(120, 36).keys("P");
    assert!(play.screen().contains("P print"), "{}", play.screen());
    play.keys("P").wait();
    assert!(
        play.screen().contains("everybody/rules.html"),
        "{}",
        play.screen()
    );
    play.keys("<esc>P").wait();
    assert!(folder.path().join("unequal-partners.papers-2").is_dir());
}

#[test]
fn the_white_cell_prints_at_the_table_and_no_seat_does() {
    let told = told();
    let mut play = home(&told);
    // Taken back from its end, the session goes on.
    play.keys("c<enter>uone more<enter>");
    assert!(!play.table().has_ended());
    play.stack.sitting.sit(Some(Seat::WhiteCell));
    play.stack.go(unequal_partners::tui::goal::Goal::Board);
    play.keys("P").wait();
    assert!(
        play.screen().contains("client/lines.html"),
        "{}",
        play.screen()
    );
    play.keys("<esc>");
    play.stack.sitting.sit(Some(Seat::Client));
    play.keys("P").wait();
    assert!(
        play.screen().contains("The white cell prints"),
        "{}",
        play.screen()
    );
    assert!(!told.folder.path().join("told.papers-2").exists());
}

#[test]
fn what_is_in_no_file_says_so_instead_of_printing() {
    let setup = Setup::of_people("Table 2", 7);
    let mut play = Play::new(&setup).unwrap();
    play.stack.sitting.sit(Some(Seat::WhiteCell));
    play.stack.go(unequal_partners::tui::goal::Goal::Board);
    assert!(play.stack.offers().contains(&Command::Print));
    play.keys("P");
    assert!(play.screen().contains("not in a file"), "{}", play.screen());
}
