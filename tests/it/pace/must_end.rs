//! The session must end at a time of the day; whoever is to act gets a minute more, from wherever the white cell is.

use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::room::clock::ClockOf;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::Setup;
use unequal_partners::tui::clock::Clock;
use unequal_partners::tui::harness::Play;

use super::{at, begun, patron_types, set, stamp, table};

/// The minutes of the running order of the deck that the harness opens.
fn day(play: &Play) -> u32 {
    table(play).deck().text.about.minutes()
}

fn says(play: &mut Play, words: &str) {
    assert!(play.screen().contains(words), "{words}: {}", play.screen());
}

/// Says that it must end so many minutes from now.
fn must_end(play: &mut Play, minutes: u32) {
    play.keys("T<enter><c-u>")
        .keys(&format!("{minutes}<enter>"));
}

#[test]
fn a_day_that_is_long_enough_is_told_with_its_breaks_and_nothing_is_proposed() {
    let mut play = begun().sized(120, 36);
    let minutes = day(&play);
    must_end(&mut play, minutes + 10);
    insta::assert_snapshot!("running_order", play.screen());
    says(&mut play, "min to spare");
    assert!(!play.screen().contains("moves in all"));
    let order = table(&play).deck().text.about.running_order.clone();
    let played = order.iter().skip_while(|one| one.moves.is_none());
    for stretch in played.filter(|one| one.moves.is_none()) {
        says(&mut play, &stretch.what);
    }
    assert_eq!(
        table(&play).last_number(),
        EntryNumber::new(0),
        "it is no act of the record"
    );
}

#[test]
fn what_does_not_fit_is_told_and_one_key_sets_the_length_that_would() {
    let mut play = begun().sized(120, 36);
    let minutes = day(&play) - 20;
    must_end(&mut play, minutes);
    play.keys("<esc>");
    let planned = table(&play).scenario().session.moves;
    assert!(
        play.screen().contains(&format!(" of {planned}")),
        "the console says how far it comes: {}",
        play.screen()
    );
    play.keys("T");
    says(&mut play, "At this pace you will reach move");
    play.keys("<enter>");
    let act = table(&play).moments()[0].entry.act.clone();
    let Action::SetLength { moves, reason } = act else {
        panic!("{act:?}");
    };
    assert!(moves < planned);
    assert!(reason.contains("must end by"), "{reason}");
    says(&mut play, "to spare");
}

#[test]
fn the_end_is_the_white_cells_alone_and_another_day_has_none() {
    let (_folder, play) = patron_types(600);
    let mut play = play.sized(160, 45);
    play.keys("<esc><esc><esc>W<enter>");
    assert_eq!(play.stack.sitting.seat, Some(Seat::WhiteCell));
    must_end(&mut play, 5);
    play.keys("<esc>");
    let by = play.stack.sitting.clock.meant("5").unwrap();
    let by = format!("by {}", play.stack.sitting.clock.minute(by));
    says(&mut play, &by);
    play.keys("c<enter>");
    assert_eq!(play.stack.sitting.seat, Some(Seat::Patron));
    assert!(!play.screen().contains(&by), "{}", play.screen());
    play.keys("W<enter>");
    says(&mut play, &by);
    play.stack.sitting.clock = Clock::held_at("2026-11-24T12:00:00Z");
    assert!(!play.screen().contains(&by), "{}", play.screen());
}

#[test]
fn words_that_are_no_time_are_told_and_an_empty_line_takes_the_end_away() {
    let mut play = begun().sized(120, 36);
    play.keys("T<enter>noon<enter>");
    says(&mut play, "A time of the day such as 16:30");
    play.keys("<c-u>16:30<enter>");
    says(&mut play, "16:30");
    play.keys("<home><enter><c-u><enter>");
    says(&mut play, "not set");
}

#[test]
fn whoever_is_to_act_gets_more_time_from_any_page_and_nothing_is_closed() {
    let mut play = begun().sized(120, 36);
    play.keys("t<right><enter><esc>");
    at(&mut play, 0, 30);
    play.keys("i+");
    says(&mut play, "1 more minute");
    says(&mut play, "plan");
    assert!(play.stack.is_covered());
    let more = |seconds| Action::ExtendClock {
        of: ClockOf::Phase,
        seconds,
    };
    let last = |play: &Play| table(play).moments().last().unwrap().entry.act.clone();
    assert_eq!(last(&play), more(60));
    // Time that is over already does not eat up what is given.
    let line = at(&mut play, 3, 0);
    assert!(line.contains("1:00 over"), "{line}");
    play.keys("<esc>:five more<enter>");
    assert_eq!(last(&play), more(360));
    let line = at(&mut play, 3, 1);
    assert!(line.contains("4:59 left"), "{line}");
}

#[test]
fn more_time_is_for_the_clocks_that_run_and_is_not_a_sides_to_take() {
    let (_folder, mut play) = patron_types(600);
    let before = table(&play).last_number();
    play.keys("<esc>:one more<enter>");
    let after = table(&play).last_number();
    assert_eq!(after, before, "{}", play.screen());
    play.keys("<esc><esc><esc>W<enter>+");
    let last = table(&play).moments().last().unwrap().entry.act.clone();
    let of = ClockOf::Patron;
    assert_eq!(last, Action::ExtendClock { of, seconds: 60 });

    let mut play = Play::new(&Setup::of_people("Table 2", 7)).unwrap();
    play.keys("+");
    says(&mut play, "No clock is set");
    let session = set(ClockOf::Session, 600, false);
    super::put(&mut play, Seat::WhiteCell, "Anna", &session, &stamp(0, 0));
    play.keys("+");
    let of = ClockOf::Session;
    let last = table(&play).moments().last().unwrap().entry.act.clone();
    assert_eq!(last, Action::ExtendClock { of, seconds: 60 });
}

#[test]
fn a_seat_is_handed_to_a_bot_for_so_many_moves_by_keys() {
    let mut play = begun().sized(120, 36);
    play.keys("z");
    let chosen = |play: &mut Play| {
        let screen = play.screen();
        screen
            .lines()
            .any(|row| row.contains('›') && row.contains("Who plays China"))
    };
    for _ in 0..12 {
        if !chosen(&mut play) {
            play.keys("<down>");
        }
    }
    play.keys("<enter>");
    assert!(
        !play.screen().contains("so many moves"),
        "{}",
        play.screen()
    );
    play.keys("<right>");
    says(&mut play, "so many moves, then people again");
    play.keys("<tab>two<c-s>");
    says(&mut play, "A number such as 2");
    play.keys("<c-u>2<c-s>");
    let act = table(&play).moments()[0].entry.act.clone();
    let Action::HandOver { moves, .. } = act else {
        panic!("{act:?}");
    };
    assert_eq!(moves.map(std::num::NonZeroU8::get), Some(2));
}
