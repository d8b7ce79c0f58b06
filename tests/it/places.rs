//! Places at a session: what a seat is handed, and that nothing hidden is in it.

use std::thread;

use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::{Inducement, Intensity};
use unequal_partners::session::{Owner, Place, Remarks, Setup, Sight, SubmitError, Table};

use crate::eventful::{reference, stamp};
use crate::hidden::{Hidden, another_seed, session};

const NOW: &str = "2026-11-23T21:00:00Z";

/// All that a place hands out, as bytes: what goes over a wire, and the deck.
fn bytes(place: &Place) -> String {
    let seen = place.seen(0..place.entries());
    let then: Vec<Sight> = EntryNumber::STARTEX
        .through(place.last_number())
        .map(|number| place.sight_at(number))
        .collect();
    let of_entries = EntryNumber::STARTEX
        .up_to(place.last_number())
        .map(|number| {
            let (news, faces) = (place.news(number), place.faces(number));
            (news, faces, place.choices(number), place.is_open_at(number))
        });
    let of_entries: Vec<_> = of_entries.collect();
    let of_gauges = place.scenario().gauges().into_iter();
    let of_gauges: Vec<_> = of_gauges.map(|gauge| place.why(gauge)).collect();
    let missing = Seat::ALL.map(|seat| place.unreasoned(seat));
    let back = (
        place.taken_back(),
        place.disclosed_since(EntryNumber::new(0)),
    );
    let white = (place.desk(), place.rulings(), place.effects(), place.seed());
    let deck = (&place.deck().text, place.scenario());
    [
        serde_json::to_string(&**place.sight()).unwrap(),
        serde_json::to_string(place.standing()).unwrap(),
        serde_json::to_string(&seen).unwrap(),
        serde_json::to_string(&place.seen_then()).unwrap(),
        serde_json::to_string(&then).unwrap(),
        format!("{of_entries:?}{of_gauges:?}{missing:?}{:?}", place.gaps()),
        format!("{back:?}{white:?}{deck:?}{:?}", place.pace(NOW)),
    ]
    .join("\n")
}

fn place(table: Table, seat: Seat) -> Place {
    Owner::of(table).place(seat)
}

fn looks_the_same(seat: Seat, one: Hidden<'_>, other: Hidden<'_>) {
    let see = |hidden: Hidden<'_>, seat| bytes(&place(session(hidden), seat));
    assert_ne!(see(one, Seat::WhiteCell), see(other, Seat::WhiteCell));
    assert!(see(one, seat) == see(other, seat), "{seat}");
}

#[test]
fn a_place_of_a_side_holds_nothing_that_is_hidden_from_it() {
    // The client knows its own red lines; nobody else does.
    for of in [Seat::Audience, Seat::Europe, Seat::Client, Seat::Patron] {
        let one = Hidden {
            seed: 1,
            others_say: "yes",
            of,
        };
        let seed = another_seed(of == Seat::Client);
        looks_the_same(of, one, Hidden { seed, ..one });
        let others_say = "quite another reason";
        looks_the_same(of, one, Hidden { others_say, ..one });
    }
}

#[test]
fn the_seed_is_the_white_cells_alone() {
    let seed = 7_654_321;
    for seat in Seat::ALL {
        let deck = reference();
        let table = Table::unrecorded(deck, &Setup::of_people("Table 2", seed), &stamp(0)).unwrap();
        let place = place(table, seat);
        assert_eq!(
            bytes(&place).contains(&seed.to_string()),
            seat == Seat::WhiteCell,
            "{seat}"
        );
    }
}

fn people() -> Owner {
    let setup = Setup::of_people("Table 2", 7);
    Owner::of(Table::unrecorded(reference(), &setup, &stamp(0)).unwrap())
}

fn act(place: &mut Place, action: &Action) -> Result<EntryNumber, SubmitError> {
    place.submit("Anna", action, Remarks::default(), NOW)
}

#[test]
fn a_card_that_was_written_in_the_room_lies_face_down_until_it_is_tabled() {
    let owner = people();
    let mut white = owner.place(Seat::WhiteCell);
    let card = crate::moves::card("archive");
    act(&mut white, &Action::Inject { instead: None }).unwrap();
    act(&mut white, &Action::WriteDemand { card }).unwrap();
    act(&mut owner.place(Seat::Client), &Action::NoOffer).unwrap();
    let knows = |seat| bytes(&owner.place(seat)).to_lowercase().contains("archive");
    assert!(knows(Seat::WhiteCell) && knows(Seat::Patron));
    assert!(!knows(Seat::Client) && !knows(Seat::Audience));
    assert!(!knows(Seat::Europe));
    let demand = Action::Demand {
        card: "archive".to_owned(),
        intensity: Intensity::Request,
        inducement: Inducement::None,
    };
    act(&mut owner.place(Seat::Patron), &demand).unwrap();
    assert!(knows(Seat::Client) && knows(Seat::Audience));
}

#[test]
fn places_in_several_threads_act_on_one_table_and_are_told_what_came_in() {
    let owner = people();
    let mut white = owner.place(Seat::WhiteCell);
    let mut patron = owner.place(Seat::Patron);
    act(&mut white, &Action::Inject { instead: None }).unwrap();
    act(&mut owner.place(Seat::Client), &Action::NoOffer).unwrap();
    let late = act(&mut patron, &Action::Hold);
    assert!(
        matches!(
            late,
            Err(SubmitError::Stale {
                entry: EntryNumber::FIRST,
                ..
            })
        ),
        "{late:?}"
    );
    let patron = thread::spawn(move || {
        assert!(patron.look() && !patron.look());
        let demand = patron.sight().view.acts[0].clone();
        assert_eq!(act(&mut patron, &demand).unwrap(), EntryNumber::new(3));
        patron
    });
    let patron = patron.join().unwrap();
    assert!(white.look());
    assert_eq!(white.sight().entry, EntryNumber::new(3));
    assert_eq!(white.sight().view.tabled, patron.sight().view.tabled);
}

#[test]
fn nobody_but_the_white_cell_acts_for_another_seat() {
    let owner = people();
    let mut white = owner.place(Seat::WhiteCell);
    act(&mut white, &Action::Inject { instead: None }).unwrap();
    act(&mut owner.place(Seat::Client), &Action::NoOffer).unwrap();
    white.look();
    let hold = |place: &mut Place| {
        place.submit_for(Seat::Patron, "Anna", &Action::Hold, Remarks::default(), NOW)
    };
    let refused = hold(&mut owner.place(Seat::Client));
    assert!(matches!(refused, Err(SubmitError::OtherSeat)));
    assert_eq!(hold(&mut white).unwrap(), EntryNumber::new(3));
}
