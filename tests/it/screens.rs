//! Whole screens: what they show at three sizes and without colour, and that no key and no size breaks them.

use std::path::Path;

use tempfile::TempDir;
use unequal_partners::engine::holder::Holders;
use unequal_partners::engine::options::{AdjudicationMode, Options};
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::{Holder, Setup};
use unequal_partners::tui::command::Command;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::key::{Code, Input, Key};
use unequal_partners::tui::keymap;
use unequal_partners::tui::theme::ThemeName;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (160, 45)];

/// The interface over an empty folder of saves.
fn home() -> (Play, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (Play::home(folder.path()), folder)
}

/// The interface over a folder with two sessions and a file that is none.
fn home_with_saves() -> (Play, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let mut play = Play::home(folder.path());
    play.keys("n<c-u>Stockholm table 2<enter>q").keys("<c-c>");
    let mut play = Play::home(folder.path());
    play.keys("n<c-u>北京 – Москва, second table with a long name<down><right><enter>");
    std::fs::write(folder.path().join("notes.toml"), "not = \"a session\"\n").unwrap();
    drop(play);
    (Play::home(folder.path()), folder)
}

/// A setup form with a known seed.
fn setup() -> (Play, TempDir) {
    let (mut play, folder) = home();
    play.keys("n<down><end><c-u>42<pgup>");
    (play, folder)
}

fn two_teams(adjudication: AdjudicationMode) -> Setup {
    Setup {
        options: Options {
            adjudication,
            ..Options::default()
        },
        ..Setup::of_people("Stockholm table 2", 42)
    }
}

/// A hot seat without a facilitator, when the room has read the news: the curtain is down for the client,
/// whose briefing comes first.
fn curtain() -> (Play, TempDir) {
    let mut play = Play::new(&two_teams(AdjudicationMode::Rigid)).unwrap();
    play.keys("<enter>");
    (play, tempfile::tempdir().unwrap())
}

fn briefing() -> (Play, TempDir) {
    let (mut play, folder) = curtain();
    play.keys("<enter>");
    (play, folder)
}

fn palette() -> (Play, TempDir) {
    let (mut play, folder) = home();
    play.keys(":se");
    (play, folder)
}

fn help() -> (Play, TempDir) {
    let (mut play, folder) = setup();
    play.keys("<f1>");
    (play, folder)
}

fn question() -> (Play, TempDir) {
    let (mut play, folder) = curtain();
    play.keys("<c-c>");
    (play, folder)
}

fn decks() -> (Play, TempDir) {
    let (mut play, folder) = home();
    play.keys("d<enter><right><down>");
    (play, folder)
}

fn search() -> (Play, TempDir) {
    let (mut play, folder) = home();
    play.keys("d<right><right>/gas");
    (play, folder)
}

/// A session of two bots, played to its end and read.
fn replay() -> (Play, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bots.toml");
    play_bots(&path);
    let mut play = Play::home(folder.path());
    play.keys("r<enter><down><down>");
    (play, folder)
}

fn play_bots(path: &Path) {
    use unequal_partners::deck::{Deck, shipped};
    use unequal_partners::session::{Remarks, Table, pilot};
    let deck = Deck::from_text(shipped()[0].id, shipped()[0].text).unwrap();
    let setup = Setup {
        seats: Holders {
            patron: Holder::Bot("greedy".to_owned()),
            client: Holder::Bot("cautious".to_owned()),
            ..Holders::default()
        },
        ..two_teams(AdjudicationMode::Rigid)
    };
    let at = unequal_partners::tui::harness::NOW;
    let mut table = Table::create(deck, &setup, path, at).unwrap();
    while let Some(next) = pilot::unattended(&table) {
        table
            .submit(
                table.last_number(),
                next.seat,
                &next.by,
                &next.action,
                Remarks::default(),
                at,
            )
            .unwrap();
    }
}

type Scene = (&'static str, fn() -> (Play, TempDir));

const SCENES: [Scene; 11] = [
    ("home", home),
    ("home-with-saves", home_with_saves),
    ("setup", setup),
    ("curtain", curtain),
    ("briefing", briefing),
    ("palette", palette),
    ("help", help),
    ("question", question),
    ("decks", decks),
    ("search", search),
    ("replay", replay),
];

fn shown(play: &mut Play, folder: &TempDir) -> String {
    let path = folder.path().display().to_string();
    play.screen().replace(&path, "saves")
}

fn assert_looks(name: &str, shown: &str) {
    insta::with_settings!({ snapshot_path => "../screens", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, shown);
    });
}

#[test]
fn every_screen_looks_as_it_did_at_three_sizes() {
    for (name, scene) in SCENES {
        for (columns, rows) in SIZES {
            let (play, folder) = scene();
            let mut play = play.sized(columns, rows);
            assert_looks(
                &format!("{name}-{columns}x{rows}"),
                &shown(&mut play, &folder),
            );
        }
    }
}

#[test]
fn without_colour_words_and_signs_say_all() {
    for (name, scene) in [
        ("home-with-saves", SCENES[1].1),
        ("setup", setup),
        ("curtain", curtain),
    ] {
        let (play, folder) = scene();
        let mut play = play.themed(ThemeName::None);
        let styled = play.styled();
        assert!(!styled.contains("fg: Rgb"), "{name} uses colour");
        assert!(!styled.contains("bg: Rgb"), "{name} uses colour");
        let plain = shown(&mut play, &folder);
        let (mut coloured, other) = scene();
        assert_eq!(plain, shown(&mut coloured, &other), "{name}");
        if name == "setup" {
            // Where the cursor stands shows by reversed and underlined text.
            insta::with_settings!({ snapshot_path => "../screens", prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!("setup-monochrome", styled.replace(&folder.path().display().to_string(), "saves"));
            });
        }
    }
}

#[test]
fn no_size_breaks_any_screen() {
    let sizes = [
        (1, 1),
        (2, 40),
        (300, 1),
        (19, 19),
        (59, 20),
        (60, 19),
        (60, 20),
        (61, 21),
        (79, 23),
        (300, 100),
        (500, 30),
    ];
    for (name, scene) in SCENES {
        let (mut play, _folder) = scene();
        for (columns, rows) in sizes {
            play.resize(columns, rows);
            let text = play.screen();
            let widest = text.lines().map(|line| line.chars().count()).max();
            assert!(
                widest <= Some(usize::from(columns)),
                "{name} at {columns}x{rows}"
            );
            if columns < 60 || rows < 20 {
                assert!(
                    columns < 30 || text.contains("This terminal has"),
                    "{name}: {text}"
                );
            }
        }
        play.resize(80, 24);
        assert!(!play.screen().contains("This terminal has"), "{name}");
    }
}

#[test]
fn every_key_of_the_footer_does_something() {
    for (name, scene) in SCENES {
        let (play, _folder) = scene();
        let layer = play.stack.layer();
        let hints = play.stack.hints();
        assert!(!hints.is_empty(), "{name} says nothing");
        for hint in hints {
            let other = match hint.command {
                Command::Up => Some(Command::Down),
                Command::Left => Some(Command::Right),
                Command::PageDown => Some(Command::PageUp),
                _ => None,
            };
            let commands = std::iter::once(hint.command).chain(other);
            let works = commands.into_iter().any(|command| {
                let (mut play, _folder) = scene();
                let before = play.styled();
                let key = keymap::key_for(layer, command)
                    .unwrap_or_else(|| panic!("{name}: {command:?} has no key"));
                play.input(Input::Key(key));
                play.is_left() || play.styled() != before
            });
            assert!(works, "{name}: {:?} does nothing", hint.command);
        }
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
    play.keys(":close the move<enter>");
    assert!(
        play.stack
            .sitting
            .notice
            .as_ref()
            .unwrap()
            .text
            .contains("cannot")
    );
    play.keys(":decks<enter>");
    assert!(play.screen().contains("Domains"));
}

#[test]
fn a_search_in_a_deck_finds_every_word_and_says_in_which_sections() {
    let (mut play, _folder) = home();
    play.keys(":decks<enter>/gas terminal<enter>");
    let shown = play.screen();
    assert!(shown.contains("Nothing here has these words."), "{shown}");
    assert!(shown.contains("Found in: "), "{shown}");
    assert!(shown.contains("Demands ("), "{shown}");
    play.keys("<right><right>");
    let shown = play.screen();
    assert!(
        shown.contains("A standing discount on sanctioned"),
        "{shown}"
    );
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
