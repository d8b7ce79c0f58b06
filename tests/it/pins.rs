//! A seat may sit down with a PIN at the curtain; nothing of it is in the record.

use std::fs;

use unequal_partners::engine::seat::Seat;
use unequal_partners::tui::clock::Clock;
use unequal_partners::tui::effect::Effect;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::outside;

use crate::pace::{patron_types, stamp};

pub(crate) const PIN: &str = "48151";

/// The curtain is down for the patron.
fn curtain() -> (tempfile::TempDir, Play) {
    let (folder, mut play) = patron_types(600);
    while play.stack.is_covered() {
        play.keys("<esc>");
    }
    play.keys("c");
    says(&mut play, "CHINA");
    says(&mut play, "Please sit down");
    (folder, play)
}

/// The same, and the patron has set a PIN there.
pub(crate) fn with_a_pin() -> (tempfile::TempDir, Play) {
    let (folder, mut play) = curtain();
    play.keys("p").keys(PIN);
    assert!(!play.screen().contains(PIN), "{}", play.screen());
    play.keys("<enter>");
    says(&mut play, "Please sit down");
    (folder, play)
}

fn says(play: &mut Play, words: &str) {
    assert!(play.screen().contains(words), "{words}: {}", play.screen());
}

#[test]
fn a_seat_with_a_pin_sits_down_by_it_and_a_wrong_one_tells_and_delays_nothing_else() {
    let (_folder, mut play) = with_a_pin();
    play.keys("<enter>");
    insta::assert_snapshot!("asked_for_a_pin", play.screen());
    play.keys("9999<enter>");
    says(&mut play, "That is not the PIN of China");
    assert_eq!(play.stack.sitting.seat, None);
    play.keys("<c-u>").keys(PIN);
    assert!(!play.screen().contains(PIN), "{}", play.screen());
    play.keys("<enter>");
    assert_eq!(play.stack.sitting.seat, Some(Seat::Patron));
    // Other seats are not asked for what is not theirs.
    play.keys("W");
    says(&mut play, "WHITE CELL");
    play.keys("<enter>");
    assert_eq!(play.stack.sitting.seat, Some(Seat::WhiteCell));
}

#[test]
fn the_record_holds_nothing_of_a_pin_and_the_drafts_only_its_hash() {
    let (folder, mut play) = with_a_pin();
    play.keys("<enter>").keys(PIN).keys("<enter>");
    for entry in fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap_or_default();
        assert!(!text.contains(PIN), "{}", path.display());
        let keeps = text.contains("pin/");
        let drafts = path.extension().is_some_and(|ending| ending == "drafts");
        assert_eq!(keeps, drafts, "{}", path.display());
    }
}

#[test]
fn a_pin_is_changed_by_whoever_knows_it_and_lifted_by_the_white_cell() {
    let (_folder, mut play) = with_a_pin();
    play.keys("p7<enter>8<enter>");
    says(&mut play, "That is not the PIN of China");
    play.keys("<esc>p").keys(PIN).keys("<enter>22<enter>");
    play.keys("<enter>22<enter>");
    assert_eq!(play.stack.sitting.seat, Some(Seat::Patron));
    play.keys("cw");
    assert_eq!(play.stack.sitting.seat, Some(Seat::WhiteCell));
    play.keys("C");
    says(&mut play, "PINs on the curtain");
    while !play
        .screen()
        .lines()
        .any(|row| row.contains("› 2 China") || row.contains("› China"))
    {
        let before = play.screen();
        play.keys("<down>");
        assert_ne!(play.screen(), before, "{before}");
    }
    says(&mut play, "Sits down with a PIN");
    play.keys("<enter><enter>");
    says(&mut play, "without a PIN");
    play.keys("<esc>c<enter>");
    assert_eq!(play.stack.sitting.seat, Some(Seat::Patron));
}

#[test]
fn a_pin_still_holds_when_the_session_is_resumed_and_the_white_cells_own_is_asked_for_too() {
    let (folder, mut play) = with_a_pin();
    play.keys("wC");
    says(&mut play, "PINs on the curtain");
    play.keys("<enter>777<enter><esc>c");
    play.keys("w");
    says(&mut play, "The PIN of");
    assert_eq!(play.stack.sitting.seat, None);
    play.keys("777<enter>");
    assert_eq!(play.stack.sitting.seat, Some(Seat::WhiteCell));
    drop(play);
    let mut play = Play::home(folder.path());
    play.stack.sitting.clock = Clock::held_at(&stamp(300, 0));
    let path = folder.path().join("table.toml");
    outside::perform(&mut play.stack, &mut play.console, Effect::Resume(path));
    play.keys("<enter>");
    says(&mut play, "The PIN of China");
    assert_eq!(play.stack.sitting.seat, None);
}

#[test]
fn nobody_leaves_the_table_from_a_curtain_by_one_key() {
    for key in ["<esc>", "q"] {
        let (_folder, mut play) = curtain();
        play.keys(key);
        says(&mut play, "Leave the table?");
        play.keys("<esc>");
        says(&mut play, "Please sit down");
        play.keys(key).keys("<enter>");
        says(&mut play, "new session");
    }
}
