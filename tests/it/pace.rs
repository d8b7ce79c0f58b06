//! Clocks at the table: set by keys, counted down in the first line, rung once, recorded through breaks.

mod lapse;
mod left;
mod must_end;

use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::player::Player;
use unequal_partners::engine::room::clock::ClockOf;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::owned::Held;
use unequal_partners::session::{Pace, Remarks, Setup, Table};
use unequal_partners::tui::clock::Clock;
use unequal_partners::tui::effect::Effect;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::{outside, time};

use crate::eventful::reference;

pub(crate) use lapse::asked_of_a_lapse;

/// When a test begins: after the session did.
const BEGIN: (u32, u32) = (12, 0);

pub(crate) fn stamp(minute: u32, second: u32) -> String {
    let minutes = BEGIN.0 * 60 + BEGIN.1 + minute;
    format!(
        "2026-11-23T{:02}:{:02}:{second:02}Z",
        minutes / 60,
        minutes % 60
    )
}

/// Lets the time come to so many minutes and seconds after the beginning.
pub(crate) fn at(play: &mut Play, minute: u32, second: u32) -> String {
    play.stack.sitting.clock = Clock::held_at(&stamp(minute, second));
    time::look(&mut play.stack, &mut play.console);
    play.screen().lines().next().unwrap_or_default().to_owned()
}

fn set(of: ClockOf, seconds: u32, hard: bool) -> Action {
    Action::SetClock {
        of,
        seconds: Some(seconds),
        hard,
    }
}

fn begun() -> Play {
    let mut play = Play::new(&Setup::of_people("Table 2", 7)).unwrap();
    at(&mut play, 0, 0);
    play
}

fn table(play: &Play) -> Held<'_> {
    play.table()
}

/// Puts an act on the record, as if from another place, and lets the screen see it.
fn put(play: &mut Play, seat: Seat, by: &str, act: &Action, at: &str) {
    let last = table(play).last_number();
    table(play)
        .submit(last, seat, by, act, Remarks::default(), at)
        .unwrap();
    play.stack.sitting.place.as_mut().unwrap().look();
}

#[test]
fn a_clock_is_set_extended_and_taken_away_by_keys() {
    let mut play = begun().sized(120, 36);
    play.keys("t<right><right><right><tab><enter>");
    assert_eq!(
        table(&play).moments()[0].entry.act,
        set(ClockOf::Phase, 180, true)
    );
    insta::assert_snapshot!("clocks_sheet", play.screen());
    play.keys("2<esc>");
    let extended = Action::ExtendClock {
        of: ClockOf::Phase,
        seconds: 120,
    };
    assert_eq!(table(&play).moments()[1].entry.act, extended);
    let line = at(&mut play, 1, 10);
    assert!(line.contains("3:50 left"), "{line}");
    play.keys("t<left><left><left><enter><esc>");
    assert!(!table(&play).has_clocks());
    assert!(!at(&mut play, 1, 20).contains("left"));
}

#[test]
fn what_is_not_set_is_not_extended_nor_taken_away() {
    let mut play = begun();
    play.keys("t5");
    assert!(
        play.screen().contains("This clock is not set"),
        "{}",
        play.screen()
    );
    play.keys("<enter>");
    assert_eq!(table(&play).last_number(), EntryNumber::new(0));
}

#[test]
fn the_bell_rings_once_when_time_runs_out_and_again_after_more_time() {
    let mut play = begun();
    play.keys("t<right><enter><esc>");
    assert!(at(&mut play, 0, 59).contains("0:01 left"));
    assert_eq!(play.console.rings, 0);
    assert!(at(&mut play, 1, 0).contains("0:00 left"));
    assert_eq!(play.console.rings, 1);
    assert!(at(&mut play, 1, 30).contains("0:30 over"));
    assert_eq!(play.console.rings, 1);
    play.keys("t1<esc>");
    at(&mut play, 1, 40);
    at(&mut play, 2, 5);
    assert_eq!(play.console.rings, 2);
}

#[test]
fn a_countdown_that_is_hidden_is_not_shown_and_still_rings() {
    let mut play = begun();
    play.keys("t<right><enter><esc>");
    play.keys(":countdown<enter>");
    let line = at(&mut play, 0, 30);
    assert!(!line.contains("left"), "{}", play.screen());
    at(&mut play, 1, 5);
    assert_eq!(play.console.rings, 1);
    play.keys(":countdown<enter>");
    assert!(at(&mut play, 1, 10).contains("0:10 over"));
}

#[test]
fn nothing_is_drawn_again_while_no_clock_is_set() {
    let mut play = begun();
    play.stack.sitting.clock = Clock::held_at(&stamp(3, 0));
    assert!(!time::look(&mut play.stack, &mut play.console));
    assert_eq!(time::pause(&play.stack), None);
    play.keys("t<right><enter><esc>");
    play.stack.sitting.clock = Clock::held_at(&stamp(3, 1));
    assert!(time::look(&mut play.stack, &mut play.console));
    assert!(
        !time::look(&mut play.stack, &mut play.console),
        "the second is the same"
    );
}

#[test]
fn a_break_between_two_sittings_is_put_on_the_record_and_does_not_count() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.toml");
    let deck = reference();
    let setup = Setup::of_people("Table 2", 7);
    let mut first = Table::create(deck, &setup, &path, &stamp(0, 0)).unwrap();
    let clock = set(ClockOf::Session, 3600, false);
    first
        .submit(
            first.last_number(),
            Seat::WhiteCell,
            "Anna",
            &clock,
            Remarks::default(),
            &stamp(1, 0),
        )
        .unwrap();
    let note = Action::Bookmark {
        label: String::new(),
    };
    first
        .submit(
            first.last_number(),
            Seat::WhiteCell,
            "Anna",
            &note,
            Remarks::default(),
            &stamp(11, 0),
        )
        .unwrap();
    drop(first);
    let mut play = Play::home(folder.path());
    play.stack.sitting.clock = Clock::held_at(&stamp(300, 0));
    outside::perform(&mut play.stack, &mut play.console, Effect::Resume(path));
    let again = table(&play).moments()[2].entry.clone();
    assert_eq!(
        (&again.act, &again.by),
        (&Action::Reconvene, &Player::Program)
    );
    let line = at(&mut play, 305, 0);
    assert!(line.contains("45:00 left"), "{line}");
    assert_eq!(play.console.rings, 0);
}

#[test]
fn a_session_without_clocks_is_resumed_without_a_word_on_the_break() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.toml");
    let deck = reference();
    let setup = Setup::of_people("Table 2", 7);
    drop(Table::create(deck, &setup, &path, &stamp(0, 0)).unwrap());
    let mut play = Play::home(folder.path());
    outside::perform(&mut play.stack, &mut play.console, Effect::Resume(path));
    assert_eq!(table(&play).last_number(), EntryNumber::new(0));
}

#[test]
fn a_private_note_moves_no_clock() {
    let mut play = begun();
    play.keys("t<right><right><enter><esc>");
    let before = Pace::of(&table(&play), &stamp(1, 30));
    let note = Action::Note {
        text: "they bluff".to_owned(),
        private: true,
    };
    put(&mut play, Seat::Client, "Boris", &note, &stamp(1, 0));
    assert_eq!(Pace::of(&table(&play), &stamp(1, 30)), before);
}

/// Begins the first move and gives the screen to the patron, at the sheet that asks for reasons.
pub(crate) fn patron_types(seconds: u32) -> (tempfile::TempDir, Play) {
    let folder = tempfile::tempdir().unwrap();
    let mut play = Play::home(folder.path()).sized(120, 36);
    // Drafts are kept beside a record.
    let shipped = &unequal_partners::deck::shipped()[0];
    let deck = unequal_partners::deck::Deck::from_text(shipped.id, shipped.text).unwrap();
    let create = Effect::Create {
        deck: Box::new(deck),
        setup: Setup::of_people("Table 2", 7),
        path: Some(folder.path().join("table.toml")),
    };
    outside::perform(&mut play.stack, &mut play.console, create);
    at(&mut play, 0, 0);
    let at = stamp(0, 1);
    for act in [
        set(ClockOf::Patron, seconds, true),
        Action::Inject { instead: None },
    ] {
        put(&mut play, Seat::WhiteCell, "Anna", &act, &at);
    }
    put(&mut play, Seat::Client, "Boris", &Action::NoOffer, &at);
    // The white cell hands the screen over; past curtain and briefing, to a demand and its reasons.
    play.keys("c");
    let mut tries = 0;
    while !play.screen().contains("Why?") {
        play.keys("<enter>");
        tries += 1;
        assert!(tries < 20, "{}", play.screen());
    }
    play.keys("because winter comes");
    (folder, play)
}

#[test]
fn a_hard_clock_ends_the_turn_keeps_what_was_typed_and_lets_the_white_cell_decide() {
    let (_folder, mut play) = patron_types(60);
    assert!(
        at(&mut play, 0, 50).contains("China 0:11 left"),
        "{}",
        play.screen()
    );
    at(&mut play, 1, 5);
    let last = table(&play).moments().last().unwrap().clone();
    let out = Action::ClockOut {
        of: ClockOf::Patron,
    };
    assert_eq!((&last.entry.act, &last.entry.by), (&out, &Player::Program));
    assert!(play.screen().contains("WHITE CELL"), "{}", play.screen());
    assert!(!play.screen().contains("winter"), "{}", play.screen());
    play.keys("<enter>");
    insta::assert_snapshot!("time_is_over", play.screen());
    // More time counts from now, not from when the time was over.
    play.keys("1");
    assert!(play.screen().contains("CHINA"), "{}", play.screen());
    let line = at(&mut play, 1, 6);
    assert!(line.contains("China 1:59 left"), "{line}");
    play.keys("<enter>");
    let mut tries = 0;
    while !play.screen().contains("winter comes") {
        play.keys("<enter>");
        tries += 1;
        assert!(tries < 10, "{}", play.screen());
    }
}

#[test]
fn the_white_cell_may_look_first_go_on_without_the_clock_or_act_itself() {
    let (_folder, mut play) = patron_types(60);
    at(&mut play, 2, 0);
    play.keys("<enter><esc>");
    assert_eq!(
        play.stack.sitting.seat,
        Some(Seat::WhiteCell),
        "it keeps the screen"
    );
    play.keys("t<down>");
    assert!(play.screen().contains("over"), "{}", play.screen());
    play.keys("<left><enter><esc>");
    assert!(!table(&play).has_clocks());
    assert!(play.screen().contains("CHINA"), "{}", play.screen());

    let (_folder, mut play) = patron_types(60);
    at(&mut play, 2, 0);
    play.keys("<enter>4");
    assert_eq!(play.stack.sitting.seat, Some(Seat::Patron));
    let before = table(&play).last_number();
    let mut tries = 0;
    while table(&play).last_number() == before {
        let record = play.screen().contains("^S");
        play.keys(if record { "<c-s>" } else { "<enter>" });
        tries += 1;
        assert!(tries < 20, "{}", play.screen());
    }
    assert_eq!(
        table(&play).moments().last().unwrap().entry.seat,
        Seat::Patron
    );
}

#[test]
fn a_soft_clock_ends_no_turn() {
    let (_folder, mut play) = patron_types(60);
    let soft = set(ClockOf::Patron, 60, false);
    put(&mut play, Seat::WhiteCell, "Anna", &soft, &stamp(0, 2));
    at(&mut play, 0, 30);
    let before = table(&play).last_number();
    at(&mut play, 9, 0);
    assert_eq!(table(&play).last_number(), before);
    assert!(play.screen().contains("because winter comes"));
    assert_eq!(play.console.rings, 1);
}

#[test]
fn the_screen_is_looked_at_each_second_only_while_a_clock_runs() {
    let mut play = begun();
    play.stack.sitting.clock = Clock::in_zone(jiff::tz::TimeZone::UTC);
    let ticks = |play: &mut Play| {
        time::look(&mut play.stack, &mut play.console);
        time::pause(&play.stack).is_some()
    };
    assert!(!ticks(&mut play));
    let at = Clock::in_zone(jiff::tz::TimeZone::UTC).now();
    let act = |play: &mut Play, act: Action| put(play, Seat::WhiteCell, "Anna", &act, &at);
    // A side's clock does not run before that side is to act.
    act(&mut play, set(ClockOf::Client, 600, false));
    assert!(!ticks(&mut play));
    act(&mut play, set(ClockOf::Session, 600, false));
    assert!(ticks(&mut play));
    let end = Action::End {
        reason: "tested".to_owned(),
    };
    act(&mut play, end);
    assert!(!ticks(&mut play));
}

#[test]
fn what_the_white_cell_is_at_is_not_disturbed_when_time_is_over() {
    let (_folder, mut play) = patron_types(60);
    // The white cell takes the screen, keeps it, and writes an announcement.
    while play.stack.is_covered() {
        play.keys("<esc>");
    }
    play.keys("W<enter>");
    assert_eq!(play.stack.sitting.seat, Some(Seat::WhiteCell));
    play.keys("sCoffee at ten");
    at(&mut play, 1, 30);
    assert_eq!(
        table(&play).moments().last().unwrap().entry.act.word(),
        "clock-out"
    );
    assert!(play.screen().contains("Coffee at ten"), "{}", play.screen());
    play.keys("<enter>");
    assert!(
        play.screen().contains("Time is over: China"),
        "{}",
        play.screen()
    );
    play.keys("1");
    assert_eq!(
        play.stack.sitting.seat,
        Some(Seat::WhiteCell),
        "it keeps the screen"
    );
}
