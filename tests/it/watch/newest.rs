//! A projector without a file: which session of a folder stands on the wall.

use std::time::Instant;

use unequal_partners::session::{Setup, Table};
use unequal_partners::tui::effect::Effect;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::outside;

use super::screen::look;
use super::{DEADLINE, begin_with, place, play};
use crate::eventful::bots;

#[test]
fn the_newest_session_of_a_folder_is_followed_and_waited_for() {
    let (folder, _) = place();
    let mut shown = Play::home(folder.path());
    outside::perform(&mut shown.stack, &mut shown.console, Effect::WatchNewest);
    let screen = shown.screen();
    assert!(screen.contains("Waiting for a session"), "{screen}");
    std::fs::write(folder.path().join("notes.toml"), "not = \"a session\"\n").unwrap();
    look(&mut shown);
    assert_eq!(shown.screen(), screen, "what is no session is waited past");
    let setup = |name: &str| Setup {
        name: name.to_owned(),
        ..bots("logit", "logit", 7)
    };
    let mut first = begin_with(&folder.path().join("one.toml"), &setup("Стол 1"));
    play(&mut first, 2);
    look(&mut shown);
    assert!(shown.screen().contains("Стол 1"), "{}", shown.screen());
    // While it is played, another one is not news to this room.
    let mut second = begin_with(&folder.path().join("two.toml"), &setup("Стол 2"));
    for _ in 0..20 {
        look(&mut shown);
    }
    assert!(shown.screen().contains("Стол 1"), "{}", shown.screen());
    // By the disk's clock, too, it is changed after the first: both may have begun in the same moment.
    play(&mut second, 1);
    drop(first);
    look_until_shown(&mut shown, "Стол 2");
    drop(second);
}

/// Looks until some words stand on the wall.
#[track_caller]
fn look_until_shown(shown: &mut Play, words: &str) {
    let begun = Instant::now();
    while !shown.screen().contains(words) {
        assert!(begun.elapsed() < DEADLINE, "{words}\n{}", shown.screen());
        look(shown);
    }
}

#[test]
fn an_older_session_that_is_resumed_comes_back_onto_the_wall_before_anybody_acts_in_it() {
    let (folder, _) = place();
    let setup = |name: &str| Setup {
        name: name.to_owned(),
        ..bots("logit", "logit", 7)
    };
    // Of two that were changed in the same moment the first by its name counts as the newest.
    let [older, newer] = ["two.toml", "one.toml"].map(|name| folder.path().join(name));
    let mut table = begin_with(&older, &setup("Стол 1"));
    play(&mut table, 2);
    drop(table);
    let mut table = begin_with(&newer, &setup("Стол 2"));
    play(&mut table, 2);
    drop(table);
    let mut shown = Play::home(folder.path());
    outside::perform(&mut shown.stack, &mut shown.console, Effect::WatchNewest);
    look_until_shown(&mut shown, "Стол 2");
    let (resumed, _) = Table::resume(&older).unwrap();
    look_until_shown(&mut shown, "Стол 1");
    drop(resumed);
    // One that was opened meanwhile, and lies there, is nothing that anybody turns to when this one is left.
    let (mut table, _) = Table::resume(&newer).unwrap();
    look_until_shown(&mut shown, "Стол 2");
    let (lies_open, _) = Table::resume(&older).unwrap();
    play(&mut table, 1);
    drop(table);
    look_until_shown(&mut shown, "not being played now");
    look(&mut shown);
    assert!(shown.screen().contains("Стол 2"), "{}", shown.screen());
    drop(lies_open);
    look(&mut shown);
    let (resumed, _) = Table::resume(&older).unwrap();
    look_until_shown(&mut shown, "Стол 1");
    drop(resumed);
}
