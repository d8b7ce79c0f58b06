//! The scenes of the wall: what follows the phase, what is called, what ends by itself, and what never stands there.

use std::path::Path;

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::fact::Fact;
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::{Remarks, Table};
use unequal_partners::store::read;
use unequal_partners::store::stage::{Call, Scene};
use unequal_partners::tui::clock::Clock;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::theme::{Theme, ThemeName};
use unequal_partners::tui::time;

use super::screen::{look, projector};
use super::{begin, place, play};
use crate::eventful::{bots, stamp, submit};

/// An old terminal, one of a laptop, one of a projector.
pub(super) const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (160, 45)];

/// Calls a scene after the last entry of a record.
pub(super) fn call(path: &Path, scene: Option<Scene>, page: u32) {
    let record = read(path).unwrap();
    let after = record.last_number();
    let digest = record.digest_at(after).unwrap().to_owned();
    let call = Call {
        scene,
        page,
        after,
        digest,
        ..Call::default()
    };
    call.keep(path).unwrap();
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "an act is made where it is said"
)]
pub(super) fn say(table: &mut Table, action: Action) {
    submit(table, Seat::WhiteCell, "Anna", &action, Remarks::default());
}

fn announce(text: &str) -> Action {
    Action::Announce {
        text: text.to_owned(),
    }
}

fn pause(reason: &str, seconds: Option<u32>) -> Action {
    Action::Pause {
        reflection: false,
        reason: Some(reason.to_owned()),
        seconds,
    }
}

/// The screen as words: runs of blanks and the ends of lines are blanks, so that what is wrapped is found.
pub(super) fn words(play: &mut Play) -> String {
    let screen = play.screen();
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A session of the main deck with bots in both seats.
pub(super) fn main_deck(path: &Path) -> Table {
    let shipped = &unequal_partners::deck::shipped()[0];
    let deck = Deck::from_text(shipped.id, shipped.text).unwrap();
    Table::create(deck, &bots("logit", "logit", 7), path, &stamp(0)).unwrap()
}

#[test]
fn nothing_is_cut_in_any_scene_from_the_first_entry_to_the_last_page_of_the_ending() {
    let (_folder, path) = place();
    let mut table = main_deck(&path);
    let (_home, mut shown) = projector(&path);
    let mut cut = Vec::new();
    let mut read = |shown: &mut Play, what: &str, sizes: &[(u16, u16)]| {
        for (columns, rows) in sizes {
            let screen = shown.resize(*columns, *rows).screen();
            if screen.contains('…') {
                cut.push(format!("{what} at {columns}x{rows}\n{screen}"));
            }
        }
    };
    let mut entries = 0;
    while !table.has_ended() {
        play(&mut table, 1);
        look(&mut shown);
        entries += 1;
        read(&mut shown, &format!("entry {entries}"), &SIZES[..2]);
        if entries > 14 {
            continue;
        }
        for scene in Scene::ALL {
            call(&path, Some(*scene), entries);
            look(&mut shown);
            read(&mut shown, &format!("{scene} after {entries}"), &SIZES[..1]);
        }
    }
    look(&mut shown);
    for page in 0..7 {
        read(&mut shown, &format!("page {page} of the end"), &SIZES);
        shown.keys("<right>");
    }
    assert!(cut.is_empty(), "{}", cut.join("\n"));
}

#[test]
fn the_text_of_the_demand_stands_on_the_wall_while_it_waits_for_its_answer() {
    let (_folder, path) = place();
    let mut table = main_deck(&path);
    let mut asked = 0;
    let (_home, mut shown) = projector(&path);
    while !table.has_ended() && asked < 4 {
        play(&mut table, 1);
        look(&mut shown);
        let view = table.view(Seat::Audience);
        if view.phase != Phase::Response {
            continue;
        }
        asked += 1;
        let card = view.open_demand().unwrap().card;
        let text = table.deck().text.cards[card].text.clone();
        // A short one stands there in letters that are drawn, and cannot be read here.
        if text.len() < 150 {
            continue;
        }
        let screen = words(shown.resize(80, 24));
        assert!(screen.contains(&text), "{text}\n{}", shown.screen());
    }
    assert_eq!(asked, 4);
}

#[test]
fn the_question_is_told_again_in_letters_for_the_last_row_where_the_whole_is_small() {
    let (_folder, path) = place();
    let mut table = main_deck(&path);
    while table.view(Seat::Audience).phase != Phase::Response {
        play(&mut table, 1);
    }
    let card = table.view(Seat::Audience).open_demand().unwrap().card;
    let card = &table.deck().text.cards[card];
    let (text, title) = (&card.text, &card.title);
    let (_home, mut shown) = projector(&path);
    let whole = words(shown.resize(80, 24));
    assert!(whole.contains(text.as_str()), "{whole}");
    assert!(whole.contains("1 of "), "{whole}");
    let mut pages = 1;
    loop {
        shown.keys("<right>");
        let page = words(&mut shown);
        if page == whole {
            break;
        }
        pages += 1;
        assert!(page.contains(&format!("{pages} of ")), "{page}");
        assert!(
            !text
                .split_whitespace()
                .any(|word| word.len() > 6 && !title.contains(word) && page.contains(word)),
            "{page}"
        );
    }
    assert!(pages > 1);
}

#[test]
fn a_pause_stands_on_the_wall_with_its_words_and_its_end_and_ends_by_itself() {
    let (folder, _) = place();
    let mut console = Play::home(folder.path());
    console.stack.sitting.clock = Clock::held_at("2026-11-23T11:58:30Z");
    console.keys("n<c-u>Stockholm table 2<enter>");
    let path = console.console.record.clone().unwrap();
    console.keys("p<tab>Coffee<tab>12:15<c-s>");
    let (_home, mut shown) = projector(&path);
    shown.stack.sitting.clock = Clock::held_at("2026-11-23T12:10:30Z");
    call(&path, None, 0);
    look(&mut shown);
    let screen = shown.screen();
    insta::assert_snapshot!("projector_pause_80x24", screen);
    let paused = |console: &Play| {
        let place = console.stack.sitting.place.as_ref().unwrap();
        place.view().room.pause.is_some()
    };
    console.stack.sitting.clock = Clock::held_at("2026-11-23T12:14:59Z");
    time::look(&mut console.stack, &mut console.console);
    assert!(paused(&console), "its time is not over");
    console.stack.sitting.clock = Clock::held_at("2026-11-23T12:15:00Z");
    time::look(&mut console.stack, &mut console.console);
    assert!(!paused(&console), "{}", console.screen());
    look(&mut shown);
    assert!(
        !shown.screen().contains("play is paused"),
        "{}",
        shown.screen()
    );
}

#[test]
fn an_announcement_ends_with_the_pause_or_the_move_in_which_it_was_made() {
    let (_folder, path) = place();
    let mut table = begin(&path);
    // Cyrillic is written in the terminal's own letters, so that it can be read here.
    play(&mut table, 3);
    say(&mut table, pause("Кофе", None));
    say(&mut table, announce("Вернёмся в четверть"));
    let (_home, mut shown) = projector(&path);
    assert!(
        shown.screen().contains("Вернёмся в четверть"),
        "{}",
        shown.screen()
    );
    say(&mut table, Action::GoOn);
    look(&mut shown);
    assert!(!shown.screen().contains("Вернёмся"), "{}", shown.screen());
    say(&mut table, announce("Последний ход"));
    look(&mut shown);
    assert!(shown.screen().contains("Последний ход"));
    loop {
        play(&mut table, 1);
        look(&mut shown);
        let last = table.entry_seen(table.last_number(), table.last_number(), Seat::Audience);
        let facts = last.map(|last| last.facts).unwrap_or_default();
        let closed = facts.iter().any(|fact| matches!(fact, Fact::MoveClosed));
        let screen = shown.screen();
        assert_eq!(screen.contains("Последний ход"), !closed, "{screen}");
        if closed {
            break;
        }
    }
}

#[test]
fn a_pause_is_told_with_its_words_in_every_script() {
    let (_folder, path) = place();
    let mut table = begin(&path);
    play(&mut table, 3);
    say(&mut table, pause("Кофе внизу", Some(900)));
    let (_home, mut shown) = projector(&path);
    assert!(shown.screen().contains("Кофе внизу"), "{}", shown.screen());
}

#[test]
fn the_wall_comes_back_to_the_ending_from_estimates_that_were_revealed_after_it() {
    let (_folder, path) = place();
    let mut table = begin(&path);
    play(&mut table, 9);
    let id = || "crisis".to_owned();
    let ask = Action::AskEstimate {
        id: id(),
        question: "Кризис?".to_owned(),
        resolution: "the board says so".to_owned(),
    };
    say(&mut table, ask);
    let reason = "it is late".to_owned();
    say(&mut table, Action::End { reason });
    let (_home, mut shown) = projector(&path);
    let ending = shown.screen();
    say(&mut table, Action::RevealEstimates { id: id() });
    look(&mut shown);
    let revealed = shown.screen();
    assert!(
        revealed.contains("Кризис?") && revealed != ending,
        "{revealed}"
    );
    call(&path, Some(Scene::Estimates), 0);
    look(&mut shown);
    assert_eq!(shown.screen(), revealed);
    call(&path, None, 0);
    look(&mut shown);
    assert_eq!(shown.screen(), ending);
}

#[test]
fn estimates_are_revealed_as_dots_and_named_only_where_that_is_called() {
    let (_folder, path) = place();
    let mut table = begin(&path);
    play(&mut table, 4);
    let id = || "crisis".to_owned();
    say(
        &mut table,
        Action::AskEstimate {
            id: id(),
            question: "Кризис к шестому ходу?".to_owned(),
            resolution: "the board says so".to_owned(),
        },
    );
    for (name, percent) in [("Борис", 20), ("Ольга", 65), ("王小明", 65)] {
        submit(
            &mut table,
            Seat::Client,
            name,
            &Action::Estimate {
                id: id(),
                name: name.to_owned(),
                percent,
            },
            Remarks::default(),
        );
    }
    say(&mut table, Action::RevealEstimates { id: id() });
    let (_home, mut shown) = projector(&path);
    for (columns, rows) in SIZES {
        let screen = shown.resize(columns, rows).screen();
        assert!(screen.contains("Кризис к шестому ходу?"), "{screen}");
        assert_eq!(screen.matches("▟██▙").count(), 3, "{screen}");
        for name in ["Борис", "Ольга", "王"] {
            assert!(!screen.contains(name), "{name}\n{screen}");
        }
    }
    call(&path, Some(Scene::Names), 0);
    look(&mut shown);
    for (columns, rows) in SIZES {
        let screen = shown.resize(columns, rows).screen();
        assert!(
            screen.contains("Борис") && screen.contains("65 %  Ольга"),
            "{screen}"
        );
    }
}

#[test]
fn every_theme_with_colours_paints_the_whole_wall_whatever_the_terminal_is() {
    let (_folder, path) = place();
    let mut table = begin(&path);
    play(&mut table, 9);
    let (_home, mut shown) = projector(&path);
    for name in ThemeName::ALL {
        shown.stack.sitting.theme = Theme::named(name);
        for scene in [None, Some(Scene::Rules), Some(Scene::Board)] {
            call(&path, scene, 0);
            look(&mut shown);
            let buffer = shown.buffer();
            let bare = |cell: &ratatui::buffer::Cell| cell.bg == ratatui::style::Color::Reset;
            let painted = !buffer.content.iter().any(bare);
            assert_eq!(painted, name != ThemeName::None, "{name:?} {scene:?}");
        }
    }
}
