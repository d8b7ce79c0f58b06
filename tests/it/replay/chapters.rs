//! Chapters: bookmarks with a title, walked through one key each; and only by whoever may read them.

use super::{Told, entry_on, open, told};
use unequal_partners::tui::clock::Clock;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::key::Input;

/// Two chapters beside the record, at entries 3 and 7, the second with a text, and what is no chapter. A script that the
/// large letters lack is written in the terminal's own, so that it can be read here.
fn written(told: &Told) -> Play {
    let mut play = open(told);
    play.keys("#3<enter>m要求<tab><tab><c-u>Bo<c-s>");
    play.keys("#7<enter>m转折点<tab>双方都知道<tab><c-u>Anna<c-s>");
    play.keys("a不是<tab><tab><c-u>Bo<c-s>");
    play.keys("#8<enter>m<tab><tab><c-u>Bo<c-s><home>");
    play
}

#[test]
fn titled_bookmarks_are_walked_through_one_key_each_and_the_replay_goes_along() {
    let told = told();
    let bytes = std::fs::read(&told.path).unwrap();
    let mut play = open(&told);
    play.keys("T");
    let screen = play.screen();
    assert!(screen.contains("There are no chapters yet"), "{screen}");
    let mut play = written(&told);
    play.keys("T");
    assert_eq!(entry_on(&mut play), "3");
    let screen = play.screen();
    assert!(screen.contains("要求"), "{screen}");
    play.keys("<space>");
    assert_eq!(entry_on(&mut play), "7");
    let screen = play.screen();
    assert!(
        screen.contains("转折点") && screen.contains("双方都知道"),
        "{screen}"
    );
    assert!(
        !screen.contains("不是"),
        "another's remark is no part of it: {screen}"
    );
    play.keys("<right>");
    let screen = play.screen();
    assert!(screen.contains("That was the last chapter"), "{screen}");
    assert_eq!(entry_on(&mut play), "7");
    play.keys("<left>");
    assert_eq!(entry_on(&mut play), "3");
    // Whoever leaves it is where the chapter speaks of, and it begins there again.
    play.keys("?");
    let help = play.screen();
    assert!(help.contains("the chapters"), "{help}");
    play.keys("<esc><end><enter>");
    assert_eq!(entry_on(&mut play), "7");
    assert!(play.screen().contains("RESPONSE"), "{}", play.screen());
    play.keys("T<esc>");
    assert_eq!(entry_on(&mut play), "7");
    assert_eq!(std::fs::read(&told.path).unwrap(), bytes);
}

#[test]
fn chapters_are_read_by_whoever_may_know_everything() {
    let told = told();
    let mut play = written(&told);
    play.keys("sT");
    let screen = play.screen();
    assert!(screen.contains("rests on what is hidden"), "{screen}");
    assert!(!screen.contains("转折点"), "{screen}");
}

#[test]
fn two_chapters_of_one_hand_at_one_entry_have_a_text_each() {
    let told = told();
    let mut play = open(&told);
    play.keys("#7<enter>m转折点<tab>双方都知道<tab><c-u>Anna<c-s>");
    play.stack.sitting.clock = Clock::held_at("2026-11-23T12:42:07Z");
    play.keys("m要求<tab>不是<c-s>T");
    let screen = play.screen();
    assert!(
        screen.contains("转折点") && screen.contains("双方都知道"),
        "{screen}"
    );
    assert!(!screen.contains("不是"), "{screen}");
    play.keys("<space>");
    let screen = play.screen();
    assert!(
        screen.contains("要求") && screen.contains("不是"),
        "{screen}"
    );
    assert!(!screen.contains("双方都知道"), "{screen}");
}

#[test]
fn a_long_chapter_is_turned_page_by_page() {
    let told = told();
    let mut play = open(&told);
    let text = "字".repeat(3000);
    play.keys("#3<enter>m要求<tab>").input(Input::Paste(text));
    play.keys("<c-s>#7<enter>m转折点<c-s><home>T");
    let mut pages = 1;
    while entry_on(&mut play) == "3" {
        assert!(pages < 20, "{}", play.screen());
        play.keys("<space>");
        pages += 1;
    }
    assert!(pages > 2, "{pages}");
    assert_eq!(entry_on(&mut play), "7");
}
