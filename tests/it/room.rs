//! What the white cell tells the whole room: pauses, clocks, announcements.

use unequal_partners::engine::action::Action;
use unequal_partners::engine::refused::Refused;
use unequal_partners::engine::room::clock::ClockOf;
use unequal_partners::engine::seat::Seat;

use crate::voices::{acts, end, join, refused, table};

const WHITE: Seat = Seat::WhiteCell;

pub(crate) fn announce(text: &str) -> Action {
    let text = text.to_owned();
    Action::Announce { text }
}

pub(crate) fn pause(reflection: bool) -> Action {
    Action::Pause {
        reflection,
        reason: None,
        seconds: None,
    }
}

#[test]
fn a_pause_stops_the_sides_alone_and_ends_with_the_session() {
    let mut table = table();
    acts(&mut table, WHITE, &[Action::Inject { instead: None }]);
    acts(&mut table, Seat::Client, &[Action::NoOffer]);
    assert_eq!(
        refused(&mut table, WHITE, &Action::GoOn),
        Refused::NotPaused
    );
    acts(&mut table, WHITE, &[pause(true)]);
    assert_eq!(
        refused(&mut table, WHITE, &pause(false)),
        Refused::PausedAlready
    );
    assert_eq!(
        refused(&mut table, Seat::Patron, &Action::Hold),
        Refused::Paused
    );
    assert!(table.view(Seat::Patron).acts.is_empty());
    acts(&mut table, Seat::Patron, &[join("Li", Seat::Patron)]);
    acts(&mut table, WHITE, &[Action::GoOn]);
    acts(&mut table, Seat::Patron, &[Action::Hold]);
    acts(&mut table, WHITE, &[pause(false), end()]);
    assert_eq!(table.view(Seat::Audience).room.pause, None);
    assert_eq!(refused(&mut table, WHITE, &pause(false)), Refused::Over);
}

#[test]
fn clocks_are_set_before_they_are_extended_and_only_hard_ones_run_out() {
    let mut table = table();
    let set = |seconds, hard| Action::SetClock {
        of: ClockOf::Phase,
        seconds,
        hard,
    };
    let extend = |seconds| Action::ExtendClock {
        of: ClockOf::Phase,
        seconds,
    };
    let out = Action::ClockOut { of: ClockOf::Phase };
    for act in [extend(60), out.clone(), set(None, false)] {
        let told = refused(&mut table, WHITE, &act).to_string();
        assert_eq!(told, "the phase clock is not set");
    }
    for seconds in [0, 86_401] {
        let clock = set(Some(seconds), false);
        assert_eq!(
            refused(&mut table, WHITE, &clock),
            Refused::ClockLength(86_400)
        );
    }
    acts(&mut table, WHITE, &[set(Some(360), false), extend(60)]);
    assert_eq!(
        refused(&mut table, WHITE, &out),
        Refused::SoftClock("phase")
    );
    acts(&mut table, WHITE, &[set(Some(360), true), out, extend(60)]);
    assert_eq!(table.view(Seat::Client).room.clocks.len(), 1);
    acts(&mut table, WHITE, &[set(None, false)]);
    assert!(table.view(Seat::Client).room.clocks.is_empty());
}

#[test]
fn an_announcement_can_be_read_across_a_room_and_taken_away() {
    let mut table = table();
    assert_eq!(refused(&mut table, WHITE, &announce(" ")), Refused::NoText);
    let long = announce(&"x".repeat(281));
    assert_eq!(
        refused(&mut table, WHITE, &long),
        Refused::Announcement(280)
    );
    acts(&mut table, WHITE, &[announce(" Back at 14:10 ")]);
    for seat in Seat::ALL {
        let shown = table.view(seat).room.announcement;
        assert_eq!(shown.as_deref(), Some("Back at 14:10"));
    }
    acts(&mut table, WHITE, &[end(), announce("")]);
    assert_eq!(table.view(Seat::Audience).room.announcement, None);
}
