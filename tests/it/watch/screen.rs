//! What the projector and its twin show.

use std::path::Path;

use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::room::clock::ClockOf;
use unequal_partners::engine::room::inject::{News, WrittenNews};
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::{Remarks, Setup, Table};
use unequal_partners::tui::clock::Clock;
use unequal_partners::tui::effect::Effect;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::theme::ThemeName;
use unequal_partners::tui::{outside, time};

use super::scenes::call;
use super::{begin, begin_with, note, place, play};
use crate::eventful::submit;
use unequal_partners::store::stage::Scene;

/// The projector of a record, and the folder of its home screen.
pub(crate) fn projector(path: &Path) -> (tempfile::TempDir, Play) {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = Play::home(folder.path());
    outside::perform(
        &mut shown.stack,
        &mut shown.console,
        Effect::Watch(path.to_owned()),
    );
    (folder, shown)
}

/// Opens a move of people up to the patron's decision.
fn open_for_the_patron(table: &mut Table) {
    play(table, 1);
    let none = Remarks::default();
    submit(table, Seat::Client, "Wei", &Action::NoOffer, none);
}

pub(crate) fn look(shown: &mut Play) -> bool {
    time::look(&mut shown.stack, &mut shown.console)
}

#[test]
fn the_room_sees_move_phase_side_stability_and_the_last_act() {
    let (_folder, path) = place();
    let mut table = begin(&path);
    play(&mut table, 9);
    let (_home, mut shown) = projector(&path);
    assert_eq!(shown.console.title.as_deref(), Some("Table 2"));
    insta::assert_snapshot!("projector_80x24", shown.screen());
    insta::assert_snapshot!("projector_120x36", shown.resize(120, 36).screen());
    insta::assert_snapshot!("projector_160x45", shown.resize(160, 45).screen());
}

#[test]
fn no_gauge_on_the_wall_loses_letters_to_an_empty_curve() {
    let (_folder, path) = place();
    let mut table = begin(&path);
    play(&mut table, 9);
    call(&path, Some(Scene::Board), 0);
    let (_home, mut shown) = projector(&path);
    for (columns, rows) in [(80, 24), (100, 30), (120, 36)] {
        let screen = shown.resize(columns, rows).screen();
        assert!(screen.contains("Diplomacy dependence"), "{screen}");
    }
}

#[test]
fn the_projector_is_drawn_at_every_size_and_theme_from_its_beginning_to_its_end() {
    let (_folder, path) = place();
    let (_home, mut shown) = projector(&path);
    assert!(shown.screen().contains("Waiting for the session"));
    let mut table = begin(&path);
    let mut entries = 0;
    loop {
        look(&mut shown);
        for (columns, rows) in [(60, 20), (61, 23), (80, 24), (99, 29), (120, 36), (200, 60)] {
            let name = ThemeName::ALL[entries % ThemeName::ALL.len()];
            shown.stack.sitting.theme = unequal_partners::tui::theme::Theme::named(name);
            shown.resize(columns, rows).buffer();
        }
        if table.has_ended() {
            break;
        }
        play(&mut table, 1);
        entries += 1;
    }
    let end = shown.resize(100, 30).screen();
    assert!(end.contains("after") && end.contains("moves ·"), "{end}");
    insta::assert_snapshot!("projector_ended", shown.resize(80, 24).screen());
}

#[test]
fn acts_taken_back_are_named_and_the_curve_goes_back_with_them() {
    let (_folder, path) = place();
    let mut table = begin(&path);
    play(&mut table, 9);
    let (_home, mut shown) = projector(&path);
    let undo = Action::Undo {
        to: EntryNumber::new(7),
        reason: "somebody mistyped".to_owned(),
    };
    let taken: Vec<String> = table.seen(Seat::Audience)[7..]
        .iter()
        .map(|seen| seen.sentence.clone())
        .collect();
    submit(
        &mut table,
        Seat::WhiteCell,
        "Anna",
        &undo,
        Remarks::default(),
    );
    assert!(look(&mut shown));
    let screen = shown.resize(160, 45).screen();
    assert!(screen.contains("Taken back:"), "{screen}");
    for sentence in taken {
        assert!(screen.contains(&sentence), "{sentence}\n{screen}");
    }
    assert!(!screen.contains("somebody mistyped"), "{screen}");
}

#[test]
fn names_that_the_large_letters_lack_are_shown_in_plain_ones() {
    let (_folder, path) = place();
    let text = include_str!("../../golden/deck.toml");
    let named = text.replace("patron = \"", "patron = \"北京 ");
    assert_ne!(text, named);
    let deck = unequal_partners::deck::Deck::from_text("deck.toml", &named).unwrap();
    let setup = Setup::of_people("Стол 2", 7);
    let mut table = Table::create(deck, &setup, &path, "2026-11-23T20:00:00Z").unwrap();
    open_for_the_patron(&mut table);
    let (_home, mut shown) = projector(&path);
    let screen = shown.screen();
    assert!(
        screen.contains("北京") && screen.contains("Стол 2"),
        "{screen}"
    );
}

#[test]
fn what_only_a_seat_may_see_does_not_make_the_projector_draw_its_text() {
    let (_folder, path) = place();
    let mut table = begin_with(&path, &Setup::of_people("Table 2", 7));
    play(&mut table, 1);
    let (_home, mut shown) = projector(&path);
    let before = shown.styled();
    submit(
        &mut table,
        Seat::WhiteCell,
        "Anna",
        &note("the ports matter", true),
        Remarks::default(),
    );
    look(&mut shown);
    assert!(before == shown.styled());
}

#[test]
fn the_room_reads_the_announcement_sees_pauses_and_the_countdown_if_it_wants() {
    let (_folder, path) = place();
    let mut table = begin(&path);
    let say = |table: &mut Table, act: &Action| {
        submit(table, Seat::WhiteCell, "Anna", act, Remarks::default());
    };
    play(&mut table, 3);
    say(
        &mut table,
        &Action::Announce {
            text: "Coffee at half past ten".to_owned(),
        },
    );
    say(
        &mut table,
        &Action::SetClock {
            of: ClockOf::Client,
            seconds: Some(480),
            hard: false,
        },
    );
    let (_home, mut shown) = projector(&path);
    shown.stack.sitting.clock = Clock::held_at("2026-11-23T20:01:34Z");
    play(&mut table, 1);
    say(
        &mut table,
        &Action::SetClock {
            of: ClockOf::Phase,
            seconds: Some(600),
            hard: false,
        },
    );
    look(&mut shown);
    insta::assert_snapshot!("projector_clock_80x24", shown.screen());
    insta::assert_snapshot!("projector_clock_120x36", shown.resize(120, 36).screen());
    shown.resize(80, 24).keys("c");
    assert!(!shown.screen().contains(":2"), "{}", shown.screen());
    say(
        &mut table,
        &Action::Pause {
            reflection: true,
            reason: Some("what does the other side want?".to_owned()),
            seconds: None,
        },
    );
    shown.keys("c");
    look(&mut shown);
    insta::assert_snapshot!("projector_reflection_80x24", shown.screen());
}

#[test]
fn an_inject_is_shown_with_its_text() {
    // Letters that are drawn cannot be read here; these are the terminal's own.
    let (_folder, path) = place();
    let mut table = begin(&path);
    play(&mut table, 2);
    let news = News::Written(WrittenNews {
        title: "Порты закрыты льдом".to_owned(),
        text: "Два порта закрыты на неделю.".to_owned(),
        changes: Vec::new(),
    });
    let act = Action::AdHocInject { news };
    submit(
        &mut table,
        Seat::WhiteCell,
        "Anna",
        &act,
        Remarks::default(),
    );
    let (_home, mut shown) = projector(&path);
    let screen = shown.screen();
    assert!(screen.contains("Порты закрыты льдом"), "{screen}");
    assert!(screen.contains("закрыты на неделю"), "{screen}");
}

#[test]
fn turn_zero_is_marked_as_a_rehearsal() {
    let (_folder, path) = place();
    let mut table = begin(&path);
    submit(
        &mut table,
        Seat::WhiteCell,
        "Anna",
        &Action::Rehearse,
        Remarks::default(),
    );
    let (_home, mut shown) = projector(&path);
    assert!(
        shown.screen().contains("a rehearsal, which does not count"),
        "{}",
        shown.screen()
    );
}

#[test]
fn a_long_name_stands_beside_the_move_in_plain_letters() {
    let (_folder, path) = place();
    let text = include_str!("../../golden/deck.toml");
    let named = text.replace("patron = \"", "patron = \"The kingdoms of ");
    let deck = unequal_partners::deck::Deck::from_text("deck.toml", &named).unwrap();
    let setup = Setup::of_people("Table 2", 7);
    let mut table = Table::create(deck, &setup, &path, "2026-11-23T20:00:00Z").unwrap();
    open_for_the_patron(&mut table);
    let (_home, mut shown) = projector(&path);
    let screen = shown.screen();
    assert!(screen.contains("THE KINGDOMS OF CHINA"), "{screen}");
}
