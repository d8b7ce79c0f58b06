//! Time that passed unseen: the machine slept, or its clock was set; nobody waits for it here, both clocks are held.

use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::player::Player;
use unequal_partners::engine::room::clock::ClockOf;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::clock::seconds;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::time;

use super::{at, begun, patron_types, stamp, table};

/// Lets the clock of the day come to so many minutes after the beginning, while the machine ran for so many.
fn jump(play: &mut Play, minute: u32, ran: i64) -> String {
    let begun = seconds(&stamp(0, 0)).unwrap();
    let clock = &mut play.stack.sitting.clock;
    clock.hold(&stamp(minute, 0), begun + ran * 60);
    time::look(&mut play.stack, &mut play.console);
    play.keys("");
    play.screen().lines().next().unwrap_or_default().to_owned()
}

/// The clock of the day was set back by an hour, to so many minutes after the beginning less that hour.
fn set_back(play: &mut Play, minute: u32) -> String {
    let begun = seconds(&stamp(0, 0)).unwrap();
    let day = stamp(minute, 0).replace("T12:", "T11:");
    play.stack
        .sitting
        .clock
        .hold(&day, begun + i64::from(minute) * 60);
    time::look(&mut play.stack, &mut play.console);
    play.screen().lines().next().unwrap_or_default().to_owned()
}

/// The patron types, the lid is closed for three quarters of an hour, and the curtain has fallen for the white cell.
pub(crate) fn asked_of_a_lapse() -> (tempfile::TempDir, Play) {
    let (folder, mut play) = patron_types(180);
    at(&mut play, 1, 0);
    jump(&mut play, 46, 1);
    (folder, play)
}

fn words(play: &Play) -> Vec<&'static str> {
    let table = table(play);
    let acts = table.moments().iter();
    acts.map(|moment| moment.entry.act.word()).collect()
}

#[test]
fn a_closed_lid_ends_no_turn_and_the_white_cell_says_that_it_does_not_count() {
    let (_folder, mut play) = asked_of_a_lapse();
    let screen = play.screen();
    assert!(screen.contains("WHITE CELL"), "{screen}");
    assert!(!screen.contains("winter"), "{screen}");
    assert!(!words(&play).contains(&"clock-out"));
    assert_eq!(play.console.rings, 0);
    play.keys("<enter>");
    insta::assert_snapshot!("time_passed_unseen", play.screen());
    play.keys("1");
    let last: Vec<_> = words(&play).into_iter().rev().take(2).collect();
    assert_eq!(last, ["reconvene", "note"]);
    let note = table(&play)
        .moments()
        .iter()
        .rev()
        .nth(1)
        .unwrap()
        .entry
        .clone();
    assert_eq!(note.by, Player::Program);
    assert_eq!(note.at, stamp(1, 0), "it stands where the gap begins");
    // A minute was used up before: two of three are left, less the second before the demand.
    let line = jump(&mut play, 46, 1);
    assert!(line.contains("China 2:01 left"), "{line}");
    assert!(play.screen().contains("CHINA"), "{}", play.screen());
}

#[test]
fn the_white_cell_may_say_that_the_time_counts() {
    let mut play = begun();
    play.keys(
        "t<right><right><right><right><right><right><right><right><right><right><enter><esc>",
    );
    let limit = Action::SetClock {
        of: ClockOf::Phase,
        seconds: Some(15 * 60),
        hard: false,
    };
    assert_eq!(table(&play).moments()[0].entry.act, limit);
    jump(&mut play, 10, 1);
    assert!(play.screen().contains("passed unseen"), "{}", play.screen());
    play.keys("2");
    assert!(!words(&play).contains(&"reconvene"), "{:?}", words(&play));
    let line = jump(&mut play, 10, 1);
    assert!(line.contains("5:00 left"), "{line}");
}

#[test]
fn a_clock_that_was_set_back_stops_no_countdown_and_no_time_of_the_record_runs_backwards() {
    let mut play = begun();
    play.keys("t<right><right><right><right><right><enter><esc>");
    at(&mut play, 1, 0);
    set_back(&mut play, 1);
    assert!(
        play.screen().contains("set back by 1 h"),
        "{}",
        play.screen()
    );
    let line = set_back(&mut play, 3);
    assert!(line.contains("2:00 left"), "{line}");
    play.keys("n");
    play.keys("they bluff<c-s>");
    let times: Vec<_> = table(&play)
        .moments()
        .iter()
        .map(|moment| seconds(&moment.entry.at).unwrap())
        .collect();
    assert!(times.is_sorted(), "{times:?}");
    assert_eq!(times.last().copied(), seconds(&stamp(3, 0)));
    assert!(words(&play).contains(&"note"));
}

#[test]
fn nothing_is_asked_while_nothing_counts_the_time() {
    let mut play = begun();
    jump(&mut play, 46, 1);
    assert!(!play.stack.is_covered(), "{}", play.screen());
    assert_eq!(table(&play).last_number(), EntryNumber::new(0));
    // In a pause clocks stand still anyway.
    play.keys("t<right><enter><esc>p<c-s>");
    jump(&mut play, 99, 2);
    assert!(
        !play.screen().contains("passed unseen"),
        "{}",
        play.screen()
    );
}

#[test]
fn what_the_white_cell_types_stays_under_the_question() {
    let mut play = begun();
    play.keys("t<right><right><enter><esc>sCoffee at ten");
    jump(&mut play, 46, 1);
    assert!(play.screen().contains("passed unseen"), "{}", play.screen());
    assert_eq!(play.stack.sitting.seat, Some(Seat::WhiteCell));
    play.keys("<esc>");
    assert!(play.screen().contains("Coffee at ten"), "{}", play.screen());
    assert!(words(&play).contains(&"reconvene"));
}
