//! Who has a seat, who asks for one, and who comes in from elsewhere.

use super::*;

fn presence() -> Presence {
    Presence::new(Arc::default())
}

#[test]
fn a_seat_is_one_visitors_until_they_go_and_whoever_comes_back_has_it_again() {
    let presence = presence();
    let wei = presence.come(Seat::Patron, "Wei", "a").unwrap();
    let taken = presence.come(Seat::Patron, "Li", "b").unwrap_err();
    assert_eq!(taken.by, "Wei");
    let again = presence.come(Seat::Patron, "Wei", "a").unwrap();
    assert!(wei.is_over() && !again.is_over());
    // The end of the first visit is heard late, and changes nothing else.
    assert!(!presence.is_free_of_others(Seat::Patron));
    presence.go(wei.id, "2026-11-23T14:02:00Z");
    assert!(presence.is_free_of_others(Seat::Patron));
    assert_eq!(presence.all()[0].away, None);
    presence.go(again.id, "2026-11-23T14:03:00Z");
    assert!(presence.is_elsewhere(Seat::Patron));
    let away = presence.all().remove(0).away;
    assert_eq!(away.as_deref(), Some("2026-11-23T14:03:00Z"));
    let li = presence.come(Seat::Patron, "Li", "b").unwrap();
    assert!(!li.is_over());
}

#[test]
fn a_seat_is_taken_over_with_leave_and_not_without() {
    let presence = presence();
    let wei = presence.come(Seat::Client, "Wei", "a").unwrap();
    let first = presence.ask(Seat::Client, "Li");
    let from = "Wei".to_owned();
    assert_eq!(presence.asks()[0].wish, Wish::TakeOver { from });
    presence.answer(first, false);
    assert_eq!(presence.withdraw(first), Some(false));
    assert!(!wei.is_over());
    let second = presence.ask(Seat::Client, "Li");
    assert_eq!(presence.decided(second), None);
    presence.answer(second, true);
    assert_eq!(presence.withdraw(second), Some(true));
    assert!(wei.is_over());
    assert!(presence.come(Seat::Client, "Li", "b").is_ok());
}

#[test]
fn the_bell_rings_when_somebody_begins_to_write_and_not_again() {
    let bell = Arc::<Bell>::default();
    let rings = Arc::<Mutex<u32>>::default();
    let heard = Arc::clone(&rings);
    bell.listen(move || {
        *heard.lock().unwrap() += 1;
        true
    });
    let presence = Presence::new(bell);
    presence.come(Seat::Client, "Wei", "a").unwrap();
    presence.writes(Seat::Client, true);
    presence.writes(Seat::Client, true);
    assert_eq!(*rings.lock().unwrap(), 2);
    assert!(presence.all()[0].writing);
}

#[test]
fn a_code_lets_one_person_in_and_the_next_needs_the_next_one() {
    let presence = presence();
    assert!(!presence.opens(Seat::Client, ""));
    let doors = [Seat::Patron, Seat::Client].map(|seat| DoorTo::new(seat, String::new()));
    presence.set_entrance(Some(Entrance {
        host_key: String::new(),
        doors: doors.to_vec(),
    }));
    assert!(
        !presence.opens(Seat::Patron, &doors[1].code),
        "another seat's"
    );
    let wrong = |at: usize| presence.entrance().unwrap().doors[at].wrong;
    assert_eq!((wrong(0), wrong(1)), (1, 0));
    assert!(presence.opens(Seat::Client, &doors[1].code));
    assert!(!presence.opens(Seat::Client, &doors[1].code), "used up");
    let now = presence.entrance().unwrap().doors;
    assert_eq!(now[0].code, doors[0].code);
    assert_eq!(wrong(1), 1);
    assert!(presence.opens(Seat::Client, &now[1].code));
    assert_eq!(wrong(1), 0, "another code, another count");
    presence.renew(Seat::Patron);
    assert!(!presence.opens(Seat::Patron, &doors[0].code), "drawn anew");
    presence.set_entrance(None);
    assert!(!presence.opens(Seat::Patron, &now[0].code), "closed");
}

#[test]
fn whoever_knocks_is_let_in_by_the_white_cell_and_frees_no_seat() {
    let presence = presence();
    let wei = presence.come(Seat::Client, "Wei", "a").unwrap();
    let knock = presence
        .knock(Seat::Client, "Li", "192.0.2.7", None)
        .unwrap();
    presence.answer(knock, true);
    assert_eq!(presence.withdraw(knock), Some(true));
    assert!(!wei.is_over());
    let more = (0..100).filter_map(|_| presence.knock(Seat::Client, "x", "", None));
    assert_eq!(more.count(), MOST_KNOCKS);
}
