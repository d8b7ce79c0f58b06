//! Ways through the screens by key, mouse and text, and back.

use unequal_partners::engine::seat::Seat;
use unequal_partners::tui::key::{Code, Input, Key};
use unequal_partners::tui::theme::ThemeName;

use super::scenes::*;
use crate::footers;

#[test]
fn every_key_of_the_footer_does_something() {
    for (name, scene) in SCENES {
        // The folders stay until the keys are pressed.
        let folders = std::cell::RefCell::new(Vec::new());
        footers::keep_their_word(name, || {
            let (play, folder) = scene();
            folders.borrow_mut().push(folder);
            play
        });
    }
}

#[test]
fn escape_leads_home_from_everywhere_and_never_out_of_the_program() {
    for (name, scene) in SCENES {
        let (mut play, _folder) = scene();
        // The board is left by a command of its own, so that nobody drops out of it by accident.
        let at_table = play.stack.sitting.place.is_some();
        for _ in 0..6 {
            play.keys("<esc>");
            assert!(!play.is_left(), "{name}");
        }
        assert!(at_table || play.screen().contains("New session"), "{name}");
    }
}

#[test]
fn two_presses_of_enter_start_a_session_that_is_on_disk() {
    let (mut play, folder) = home();
    play.keys("<enter><enter>");
    let files: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(files.len(), 1);
    assert!(play.stack.sitting.place.is_some());
    assert!(play.screen().contains("● saved"));
    assert_eq!(
        play.console.title.as_deref(),
        Some("Session of 23 November")
    );
}

#[test]
fn a_session_that_was_left_is_continued_by_two_keys() {
    let (mut play, folder) = home_with_saves();
    play.keys("c<enter>");
    let table = play.table();
    assert!(
        table
            .path()
            .is_some_and(|path| path.starts_with(folder.path()))
    );
}

#[test]
fn a_file_that_is_no_session_is_shown_with_the_reason_and_not_opened() {
    let (mut play, _folder) = home_with_saves();
    play.keys("c<end>");
    let text = play.screen();
    let line = text
        .lines()
        .find(|line| line.contains("notes.toml"))
        .unwrap();
    assert!(line.contains('!'), "{line}");
    let (mut play, _folder) = home_with_saves();
    play.keys("c");
    for _ in 0..3 {
        if play
            .screen()
            .lines()
            .any(|line| line.contains("› notes.toml"))
        {
            break;
        }
        play.keys("<down>");
    }
    play.keys("<enter>");
    assert!(play.stack.sitting.place.is_none());
    assert!(play.stack.sitting.notice.is_some());
}

#[test]
fn a_form_that_cannot_start_says_what_to_change_and_starts_nothing() {
    for (keys, words) in [
        ("<c-u>   <enter>", "Give the session a name"),
        ("<c-u>\u{3164}\u{2800}<enter>", "Give the session a name"),
        ("<down><end><c-u><enter>", "whole number"),
        ("<up><left><enter>", "Name the deck"),
        ("<up><left><down>/no/such/deck.toml<enter>", "deck.toml"),
    ] {
        let (mut play, folder) = setup();
        play.keys("<down>").keys(keys);
        let text = play.screen();
        assert!(text.contains(words), "{keys}: {text}");
        assert_eq!(
            std::fs::read_dir(folder.path()).unwrap().count(),
            0,
            "{keys}"
        );
    }
}

#[test]
fn a_form_that_was_left_comes_back_as_it_was() {
    let (mut play, _folder) = setup();
    play.keys("<down><c-u>Table of experts<esc>n");
    assert!(play.screen().contains("Table of experts"));
}

#[test]
fn the_curtain_shows_whose_turn_it_is_and_nothing_of_the_play() {
    let (mut play, _folder) = curtain();
    let text = play.screen();
    let table = play.table();
    let hand = table.view(Seat::Patron).menu.unwrap();
    assert!(!hand.is_empty());
    for card in hand {
        let title = &table.deck().text.cards[card].title;
        assert!(!text.contains(title.as_str()), "{title}");
    }
    assert!(text.contains("RUSSIA") && text.contains("Please sit down"));
    assert!(!text.contains("stability") && !text.contains("China"));
}

#[test]
fn hostile_text_is_typed_and_pasted_harmlessly() {
    let (mut play, folder) = home();
    play.keys("n<c-u>");
    play.input(Input::Paste(
        "\u{1b}]0;owned\u{7}Table\u{1b}[31m 1\u{202e}\r\nnext".repeat(40_000),
    ));
    assert!(
        play.stack.sitting.notice.is_some(),
        "a paste that does not fit is told"
    );
    play.keys("<enter>");
    let name = play.table().setup().name.clone();
    assert!(!name.chars().any(char::is_control), "{name:?}");
    assert!(name.starts_with("Table 1"), "{name:?}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn the_palette_does_what_it_finds_and_says_where_it_cannot() {
    let (mut play, _folder) = home();
    play.keys("<c-p>theme<enter>");
    assert_eq!(play.stack.sitting.theme.name, ThemeName::Light);
    // At the table of a session: which one, is asked.
    play.keys(":close the move<enter>");
    let said = play.stack.sitting.notice.as_ref().unwrap();
    assert!(said.text.contains("no session"), "{}", said.text);
    play.keys(":decks<enter>");
    assert!(play.screen().contains("Domains"));
}

#[test]
fn a_search_in_a_deck_finds_every_word_in_all_sections_as_one_list() {
    let (mut play, _folder) = home();
    play.keys(":decks<enter>/gas terminal");
    let shown = play.screen();
    assert!(shown.contains("found"), "{shown}");
    assert!(shown.contains("card "), "{shown}");
    assert!(
        shown.contains("A standing discount on sanctioned"),
        "{shown}"
    );
    play.keys("<enter>");
    assert!(play.top().contains("LeafPage"), "{}", play.screen());
    play.keys("<esc><esc>");
    assert!(play.screen().contains("Domains"));
}

#[test]
fn ctrl_c_asks_once_at_a_table_and_the_second_one_leaves() {
    let (mut play, _folder) = curtain();
    play.keys("<c-c>");
    assert!(!play.is_left());
    assert!(play.screen().contains("Leave unequal?"));
    play.keys("<c-c>");
    assert!(play.is_left());
    let (mut play, _folder) = home();
    play.keys("<c-c>");
    assert!(play.is_left(), "with no session open nothing is at stake");
}

#[test]
fn the_mouse_chooses_what_it_clicks_once_it_is_on() {
    let (mut play, _folder) = home();
    let before = play.styled();
    play.input(Input::Click(10, 8));
    assert_eq!(play.styled(), before, "off by default");
    play.keys(":mouse<enter>");
    assert!(play.console.mouse);
    play.keys("<esc>");
    let text = play.screen();
    let row = text
        .lines()
        .position(|line| line.contains("Decks"))
        .unwrap();
    let at = |row: usize| Input::Click(5, u16::try_from(row).unwrap());
    play.input(at(row));
    assert!(play.screen().lines().nth(row).unwrap().contains("› Decks"));
    play.buffer();
    play.input(at(row));
    assert!(play.screen().contains("Domains"), "a second click opens it");
}

#[test]
fn a_key_of_no_meaning_changes_nothing() {
    for (name, scene) in SCENES {
        let (mut play, _folder) = scene();
        let before = play.styled();
        play.input(Input::Key(Key::plain(Code::F(12))));
        assert_eq!(play.styled(), before, "{name}");
    }
}
