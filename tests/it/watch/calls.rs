//! Scenes that the white cell calls onto the wall, and what it keeps off it.

use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::Setup;
use unequal_partners::store::stage::{Call, Scene};
use unequal_partners::tui::clock::Clock;
use unequal_partners::tui::harness::Play;

use super::scenes::{call, main_deck, say, words};
use super::screen::{look, projector};
use super::{begin, note, place, play};

#[test]
fn a_scene_that_was_called_stays_until_the_next_step_of_play() {
    let (_folder, path) = place();
    let mut table = begin(&path);
    play(&mut table, 9);
    let (_home, mut shown) = projector(&path);
    let before = shown.screen();
    call(&path, Some(Scene::Rules), 4);
    assert!(look(&mut shown), "a call is news to the wall");
    let rules = shown.resize(160, 45).screen();
    assert!(rules.contains("5 of 5"), "{rules}");
    // What is not for the wall does not end it.
    say(
        &mut table,
        Action::Bookmark {
            label: "here".to_owned(),
        },
    );
    look(&mut shown);
    assert_eq!(shown.screen(), rules);
    play(&mut table, 1);
    look(&mut shown);
    assert!(!shown.screen().contains("5 of 5"), "{}", shown.screen());
    call(&path, Some(Scene::Curve), 0);
    look(&mut shown);
    let curve = shown.resize(80, 24).screen();
    assert_ne!(curve, before);
    call(&path, None, 0);
    look(&mut shown);
    assert_ne!(shown.screen(), curve, "the wall follows play again");
}

#[test]
fn a_call_of_another_record_or_after_an_act_that_is_yet_to_come_is_none() {
    let (_folder, path) = place();
    let mut table = begin(&path);
    play(&mut table, 9);
    let (_home, mut shown) = projector(&path);
    let before = shown.screen();
    let digest = table.digest_at(EntryNumber::new(9)).to_owned();
    for (after, digest) in [(9, "of another record"), (10, &digest)] {
        let call = Call {
            scene: Some(Scene::Rules),
            after: EntryNumber::new(after),
            digest: digest.to_owned(),
            ..Call::default()
        };
        call.keep(&path).unwrap();
        look(&mut shown);
        assert_eq!(shown.screen(), before, "after {after}");
    }
}

#[test]
fn the_white_cell_calls_scenes_by_one_key_each_from_its_console() {
    let (folder, _) = place();
    let saves = folder.path();
    let mut console = Play::home(saves);
    console.keys("n<c-u>Stockholm table 2<enter>");
    let path = console.console.record.clone().expect("a record is written");
    console.keys("B");
    for (key, scene) in [
        ("2", Some(Scene::Question)),
        ("7", Some(Scene::Curve)),
        ("9", Some(Scene::Rules)),
        ("0", Some(Scene::Announcement)),
        ("1", None),
    ] {
        console.keys(key);
        let call = Call::beside(&path).expect("it is called");
        assert_eq!((call.scene, call.page), (scene, 0), "{key}");
    }
    console.keys("9<right><right>");
    assert_eq!(Call::beside(&path).unwrap().page, 2);
    let (_home, mut shown) = projector(&path);
    let screen = shown.resize(120, 36).screen();
    assert!(screen.contains("3 of 5"), "{screen}");
}

#[test]
fn dice_that_the_desk_hides_stay_off_the_wall() {
    let (folder, path) = place();
    let mut table = main_deck(&path);
    while table.view(Seat::Audience).phase != Phase::Ruling {
        play(&mut table, 1);
    }
    drop(table);
    let mut console = Play::home(folder.path());
    console.keys("c<enter>:rule<enter>");
    let hides = |console: &Play| console.stack.sitting.desk.hides_dice;
    // A short line of keys keeps the way back.
    console.resize(120, 36);
    assert!(
        !hides(&console) && console.screen().contains("hide dice"),
        "{}",
        console.screen()
    );
    console.keys("d");
    assert!(Call::beside(&path).is_some_and(|call| call.hides_dice));
    console.keys("<enter><enter>");
    let (_home, mut shown) = projector(&path);
    let hidden = shown.resize(120, 36).screen();
    for scene in [Some(Scene::Dice), None] {
        let call = Call {
            scene,
            ..Call::beside(&path).unwrap()
        };
        call.keep(&path).unwrap();
        look(&mut shown);
        assert!(
            !shown.screen().contains("╭──"),
            "{scene:?}\n{}",
            shown.screen()
        );
    }
    // A program that is started again knows it, and what is called goes on hiding them.
    drop(console);
    let mut console = Play::home(folder.path());
    console.keys("c<enter>");
    assert!(hides(&console));
    console.keys("B6");
    let kept = Call::beside(&path).unwrap();
    assert_eq!((kept.scene, kept.hides_dice), (Some(Scene::Dice), true));
    kept.keep(&path).unwrap();
    look(&mut shown);
    assert!(!shown.screen().contains("╭──"), "{}", shown.screen());
    let call = Call {
        hides_dice: false,
        ..kept
    };
    call.keep(&path).unwrap();
    look(&mut shown);
    assert!(
        shown.screen().contains("╭──"),
        "{hidden}\n{}",
        shown.screen()
    );
}

#[test]
fn the_rules_are_read_on_the_board_in_five_leaves() {
    let mut play = Play::new(&Setup::of_people("Table 2", 7)).unwrap();
    play.keys(":tour<enter>");
    let screen = play.screen();
    for title in [
        "Who plays",
        "A move",
        "Seven answers",
        "Stability",
        "How it may end",
    ] {
        assert!(screen.contains(title), "{title}\n{screen}");
    }
    assert!(
        words(&mut play).contains("is the stronger side"),
        "{screen}"
    );
}

#[test]
fn pages_of_a_pause_turn_by_themselves_by_a_key_and_from_the_console() {
    let (_folder, path) = place();
    let mut table = begin(&path);
    play(&mut table, 3);
    let words =
        "Back in the large hall at a quarter past, with the lists of both teams. ".repeat(6);
    let pause = Action::Pause {
        reflection: false,
        reason: Some(words.clone()),
        seconds: Some(900),
    };
    say(&mut table, pause);
    let (_home, mut shown) = projector(&path);
    shown.stack.sitting.clock = Clock::held_at("2026-11-23T20:10:00Z");
    let at = |shown: &mut Play, seconds: i64| {
        let stamp = format!("2026-11-23T20:10:{seconds:02}Z");
        shown.stack.sitting.clock = Clock::held_at(&stamp);
        look(shown);
        let screen = shown.screen();
        let page = (1..=9).find(|page| screen.contains(&format!(" {page} of ")));
        assert!(!screen.contains("quarter"), "{screen}");
        page.unwrap_or_else(|| panic!("no page\n{screen}"))
    };
    // What was shown before turns no page of this.
    call(&path, Some(Scene::Curve), 0);
    look(&mut shown);
    call(&path, Some(Scene::Announcement), 0);
    assert_eq!(at(&mut shown, 0), 1);
    assert_eq!(at(&mut shown, 11), 1);
    assert_eq!(at(&mut shown, 12), 2);
    // What the room does not see turns nothing back.
    say(&mut table, note("a private word", true));
    assert_eq!(at(&mut shown, 13), 2);
    shown.keys("<left>");
    assert_eq!(at(&mut shown, 20), 1);
    assert_eq!(at(&mut shown, 25), 2);
    call(&path, Some(Scene::Announcement), 2);
    assert_eq!(at(&mut shown, 26), 3);
    // A question stands as long as it is read.
    call(&path, Some(Scene::Rules), 1);
    assert_eq!(at(&mut shown, 30), 2);
    assert_eq!(at(&mut shown, 59), 2);
}
