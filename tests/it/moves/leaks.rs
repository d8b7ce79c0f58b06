//! Flipping what a seat may not know of the white cell's acts changes no byte that the seat can see.

use unequal_partners::engine::action::Action;
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::room::inject::{Due, News};
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::Response;
use unequal_partners::model::place::{At as _, EventAt};
use unequal_partners::session::Table;

use super::*;
use crate::voices::blind::everything;

/// Plays the acts of `before`, then a move, then those of `after`.
fn session(before: &[(Seat, Action)], after: &[(Seat, Action)]) -> Table {
    let mut table = people(7);
    for (seat, one) in before {
        act(&mut table, *seat, one);
    }
    white(&mut table, &[OPEN, write("other")]);
    act(&mut table, Seat::Patron, &demand("other"));
    act(&mut table, Seat::Client, &respond(Response::Partial));
    white(&mut table, &[Action::rule_as_computed()]);
    for (seat, one) in after {
        act(&mut table, *seat, one);
    }
    table
}

/// Asserts that the seats cannot tell the sessions apart, and that the white cell can.
fn alike(seats: &[Seat], one: &Table, other: &Table) {
    assert!(
        everything(one, WHITE) != everything(other, WHITE),
        "the sessions must differ in what is hidden"
    );
    for &seat in seats {
        let (one, other) = (everything(one, seat), everything(other, seat));
        if one != other {
            let at = one
                .bytes()
                .zip(other.bytes())
                .position(|(a, b)| a != b)
                .unwrap_or(0);
            let from = at.saturating_sub(160);
            let around = |text: &str| {
                let bytes = &text.as_bytes()[from.min(text.len())..text.len().min(at + 160)];
                String::from_utf8_lossy(bytes).into_owned()
            };
            panic!("{seat} can tell:\n{}\n—\n{}", around(&one), around(&other));
        }
    }
}

const OTHERS: [Seat; 4] = [Seat::Patron, Seat::Client, Seat::Europe, Seat::Audience];

#[test]
fn the_plan_of_injects_is_the_white_cells_own_affair() {
    let id = || "x".to_owned();
    let held = |reason: &str| {
        (
            WHITE,
            Action::HoldInject {
                id: id(),
                reason: Some(reason.to_owned()),
            },
        )
    };
    let due = Due::At {
        move_number: 1,
        phase: Phase::Demand,
    };
    let flips = [
        (
            plan("x", written("A flood", &[("trust", -9)]), due.clone()),
            plan("x", written("A drought", &[("oil", 20)]), Due::Called),
        ),
        (
            plan(
                "x",
                News::Event(deck().scenario.events[EventAt::new(0)].id.clone()),
                Due::Crisis,
            ),
            plan("x", written("A flood", &[]), due),
        ),
    ];
    for (one, other) in flips {
        let one = session(&[(WHITE, one), held("too early")], &[]);
        let other = session(&[(WHITE, other), held("too late for them")], &[]);
        alike(&OTHERS, &one, &other);
    }
    // What became of it is hidden, too: skipped, moved, released or held.
    let begun = (WHITE, plan("x", written("A flood", &[]), Due::Called));
    let skip = Action::SkipInject {
        id: id(),
        reason: "no".to_owned(),
    };
    let moved = Action::RescheduleInject {
        id: id(),
        due: Due::Crisis,
        reason: None,
    };
    let one = session(std::slice::from_ref(&begun), &[(WHITE, skip)]);
    let other = session(std::slice::from_ref(&begun), &[(WHITE, moved)]);
    alike(&OTHERS, &one, &other);
}

#[test]
fn a_written_card_is_the_patrons_secret_until_it_is_tabled_or_could_be_given_instead() {
    let secret = |title: &str, gain: i64, domain: &str| {
        let mut card = card("hushed");
        card.title = title.to_owned();
        card.text = format!("{title}, all of it");
        card.gain = gain;
        card.domain = domain.to_owned();
        (WHITE, Action::WriteDemand { card })
    };
    let one = session(&[], &[secret("Open the sea", 5, "economy")]);
    let other = session(&[], &[secret("Close the sky", 20, "diplomacy")]);
    alike(&[Seat::Client, Seat::Europe, Seat::Audience], &one, &other);
    assert!(everything(&one, Seat::Patron).contains("Open the sea"));
    // What the client could give in the place of what is asked, it can read.
    let mut early = people(7);
    let (seat, written) = secret("Open the sea", 5, "economy");
    act(&mut early, seat, &written);
    white(&mut early, &[OPEN, write("other")]);
    act(&mut early, Seat::Patron, &demand("other"));
    assert!(!everything(&early, Seat::Audience).contains("hushed"));
    assert!(everything(&early, Seat::Client).contains("hushed"));
}

#[test]
fn private_notes_stay_with_their_seat_and_the_white_cell() {
    for (of, others) in [
        (WHITE, &OTHERS[..]),
        (Seat::Patron, &[Seat::Client, Seat::Audience]),
        (Seat::Client, &[Seat::Patron, Seat::Audience]),
    ] {
        let note = |text: &str| {
            let text = text.to_owned();
            (
                of,
                Action::Note {
                    text,
                    private: true,
                },
            )
        };
        let one = session(&[note("they bluff")], &[note("still")]);
        let other = session(&[note("they are in earnest, I fear")], &[note("no more")]);
        alike(others, &one, &other);
    }
}

#[test]
fn what_the_plan_expects_is_not_shown_when_the_inject_comes() {
    let expecting = |expects: &str| match plan("x", written("A flood", &[]), Due::Called) {
        Action::PlanInject { id, news, due, .. } => (
            WHITE,
            Action::PlanInject {
                id,
                news,
                due,
                expects: Some(expects.to_owned()),
            },
        ),
        other => (WHITE, other),
    };
    let one = session(&[expecting("they ask for help"), (WHITE, fire("x"))], &[]);
    let other = session(&[expecting("nothing"), (WHITE, fire("x"))], &[]);
    alike(&OTHERS, &one, &other);
}

#[test]
fn nobody_but_the_white_cell_knows_the_dice_and_the_event_to_come() {
    let mut table = people(7);
    let next = |table: &Table, seat| table.view(seat).next_event;
    assert!(next(&table, WHITE).is_some());
    for seat in OTHERS {
        assert_eq!(next(&table, seat), None, "{seat}");
    }
    white(&mut table, &[OPEN, write("other")]);
    act(&mut table, Seat::Patron, &demand("other"));
    act(&mut table, Seat::Client, &respond(Response::Partial));
    assert!(table.view(WHITE).dice.is_some());
    for seat in OTHERS {
        assert_eq!(table.view(seat).dice, None, "{seat}");
    }
}
