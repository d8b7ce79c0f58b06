//! What a seat may not know changes no byte of its report while the session goes on.

use unequal_partners::engine::action::Action;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::{Inducement, Intensity, Response};
use unequal_partners::model::luck::{Stream, shuffled};
use unequal_partners::model::place::{At as _, CardAt, DomainAt, EventAt};
use unequal_partners::model::position::hidden_offset;
use unequal_partners::report::{Aar, Extras, csv, html, json, markdown};
use unequal_partners::session::{Remarks, Setup, Table};

use super::deck;
use crate::eventful::{stamp, submit};

/// A report in all formats, as one text.
fn report(table: &Table, seat: Seat) -> String {
    let aar = Aar::new(table, seat, Extras::default());
    let [acts, gauges, sessions, estimates] = csv::tables(&[csv::Keyed {
        key: "s",
        aar: &aar,
    }]);
    [
        html(&aar),
        markdown(&aar),
        json::json(&aar),
        acts.text,
        gauges.text,
        sessions.text,
        estimates.text,
    ]
    .join("\n")
}

/// What differs between two sessions that look alike from a seat.
#[derive(Clone, Copy)]
pub(crate) struct Hidden<'a> {
    pub(crate) seed: u64,
    /// Reasons of the seats other than `of`.
    pub(crate) others_say: &'a str,
    pub(crate) of: Seat,
    /// Cards in hand; all of them where every card must be playable.
    pub(crate) hand: Option<u32>,
}

/// Three moves whose visible luck is laid down by the white cell: dice rolled by hand, events named.
pub(crate) fn session(hidden: Hidden<'_>) -> Table {
    let deck = deck();
    let setup = Setup {
        hand: hidden.hand,
        ..Setup::of_people("Table 2", hidden.seed)
    };
    let mut table = Table::unrecorded(deck, &setup, &stamp(0)).unwrap();
    let say = |seat: Seat| Remarks {
        rationale: Some(
            if seat == hidden.of {
                "ours"
            } else {
                hidden.others_say
            }
            .to_owned(),
        ),
        confidence: Some(if seat == hidden.of {
            50
        } else if hidden.others_say == "yes" {
            3
        } else {
            20
        }),
        dissent: (seat != hidden.of && hidden.others_say.len() > 4).then(|| "somebody".to_owned()),
    };
    let act = |table: &mut Table, seat: Seat, action: &Action| {
        submit(table, seat, "person", action, say(seat));
    };
    for (number, response) in [Response::Partial, Response::Stall, Response::Accept]
        .into_iter()
        .enumerate()
    {
        let event = table.scenario().events[EventAt::new(number)].id.clone();
        act(
            &mut table,
            Seat::WhiteCell,
            &Action::Inject {
                instead: Some(event),
            },
        );
        let playable = hidden.hand.is_none_or(|hand| hand < 25);
        let card = if playable {
            let hand = table.view(Seat::Patron).hand.unwrap();
            hand[0]
        } else {
            CardAt::new(2 * number)
        };
        let demand = Action::Demand {
            card: table.scenario().cards[card].id.clone(),
            intensity: Intensity::Request,
            inducement: Inducement::None,
        };
        act(&mut table, Seat::Patron, &demand);
        let respond = Action::Respond {
            response,
            to: None,
            ask: None,
        };
        act(&mut table, Seat::Client, &respond);
        let rule = Action::Rule {
            roll: Some(7),
            arguments: 0,
            band: None,
            reason: None,
            provisional: false,
        };
        act(&mut table, Seat::WhiteCell, &rule);
        let follow_up = table.view(Seat::Patron).acts[0].clone();
        act(&mut table, Seat::Patron, &follow_up);
        let note = Action::Note {
            text: hidden.others_say.to_owned(),
            private: true,
        };
        let other = if hidden.of == Seat::Audience {
            Seat::Client
        } else {
            Seat::Audience
        };
        act(&mut table, other, &note);
        if number < 2 {
            act(&mut table, Seat::WhiteCell, &Action::CloseMove);
        }
    }
    table
}

pub(crate) fn offsets(seed: u64) -> Vec<i64> {
    (0..5)
        .map(|domain| hidden_offset(seed, DomainAt::new(domain)))
        .collect()
}

fn looks_the_same(seat: Seat, one: Hidden<'_>, other: Hidden<'_>) {
    let (one, other) = (session(one), session(other));
    assert_ne!(
        report(&one, Seat::WhiteCell),
        report(&other, Seat::WhiteCell),
        "the sessions must differ in what is hidden"
    );
    let (one, other) = (report(&one, seat), report(&other, seat));
    let at = one.bytes().zip(other.bytes()).position(|(a, b)| a != b);
    if let Some(at) = at.or((one.len() != other.len()).then_some(0)) {
        let around = |text: &str| {
            let from = text.len().min(at.saturating_sub(120));
            String::from_utf8_lossy(&text.as_bytes()[from..text.len().min(at + 120)]).into_owned()
        };
        panic!(
            "{seat} can tell at {at}:\n{}\n—\n{}",
            around(&one),
            around(&other)
        );
    }
}

pub(crate) const ALL_CARDS: Option<u32> = Some(25);

#[test]
fn the_audience_cannot_tell_seeds_apart_nor_reasons() {
    let of = Seat::Audience;
    let one = Hidden {
        seed: 1,
        others_say: "yes",
        of,
        hand: ALL_CARDS,
    };
    let other = (2..200).find(|seed| offsets(*seed) != offsets(1)).unwrap();
    looks_the_same(of, one, Hidden { seed: other, ..one });
    looks_the_same(
        of,
        one,
        Hidden {
            others_say: "quite another reason",
            ..one
        },
    );
}

#[test]
fn the_client_cannot_tell_hands_piles_and_the_patrons_reasons_apart() {
    let of = Seat::Client;
    let one = Hidden {
        seed: 1,
        others_say: "yes",
        of,
        hand: ALL_CARDS,
    };
    // The client knows its own red lines, so they stay.
    let other = (2..10_000)
        .find(|seed| offsets(*seed) == offsets(1))
        .unwrap();
    looks_the_same(of, one, Hidden { seed: other, ..one });
    looks_the_same(
        of,
        one,
        Hidden {
            others_say: "quite another reason",
            ..one
        },
    );
}

#[test]
fn the_patron_cannot_tell_red_lines_to_come_and_the_clients_reasons_apart() {
    let of = Seat::Patron;
    let pile = |seed| shuffled(seed, Stream::DemandPile, 0, 25)[..3].to_vec();
    let one = Hidden {
        seed: 1,
        others_say: "yes",
        of,
        hand: Some(1),
    };
    // The patron knows its hand, so the first cards stay.
    let other = (2..400_000)
        .find(|seed| pile(*seed) == pile(1) && offsets(*seed) != offsets(1))
        .unwrap();
    looks_the_same(of, one, Hidden { seed: other, ..one });
    looks_the_same(
        of,
        one,
        Hidden {
            others_say: "quite another reason",
            ..one
        },
    );
}

/// What is shown passes several layers, and each keeps what is hidden by itself: a fault in one must show.
#[test]
fn a_view_holds_no_trace_of_what_its_seat_may_not_know() {
    let of = Seat::Audience;
    let one = Hidden {
        seed: 1,
        others_say: "yes",
        of,
        hand: ALL_CARDS,
    };
    let other = (2..200).find(|seed| offsets(*seed) != offsets(1)).unwrap();
    let other = session(Hidden { seed: other, ..one });
    let one = session(one);
    let seen = one.view(of);
    assert_eq!(
        seen,
        other.view(of),
        "what is not shown is not there either"
    );
    for seat in [Seat::Audience, Seat::Patron] {
        let view = one.view(seat);
        for domain in one.scenario().domains.places() {
            let crossing = view.domain(one.scenario(), domain).crossing;
            assert_eq!(crossing, None, "{seat}, {domain:?}");
        }
    }
    for seat in [Seat::Audience, Seat::Client] {
        let view = one.view(seat);
        assert_eq!((view.hand, view.effort), (None, None), "{seat}");
    }
    for seat in [Seat::Audience, Seat::Client, Seat::Patron] {
        let view = one.view(seat);
        let hidden = (view.last_move, view.next_event, view.dice);
        assert_eq!(hidden, (None, None, None), "{seat}");
    }
}

#[test]
fn nobody_but_the_white_cell_can_tell_a_named_event_from_a_drawn_one() {
    let with = |instead: Option<String>| {
        let setup = Setup::of_people("Table 2", 5);
        let mut table = Table::unrecorded(deck(), &setup, &stamp(0)).unwrap();
        let inject = Action::Inject { instead };
        submit(
            &mut table,
            Seat::WhiteCell,
            "Anna",
            &inject,
            Remarks::default(),
        );
        table
    };
    let drawn = with(None);
    let event = drawn.moments()[0].entry.drawn.event.clone();
    let named = with(event);
    for seat in [Seat::Patron, Seat::Client, Seat::Audience] {
        assert!(report(&drawn, seat) == report(&named, seat), "{seat}");
    }
}

#[test]
fn after_the_end_nothing_is_hidden_and_the_report_says_so() {
    let mut table = session(Hidden {
        seed: 1,
        others_say: "yes",
        of: Seat::Client,
        hand: ALL_CARDS,
    });
    let before = Aar::new(&table, Seat::Client, Extras::default());
    assert!(before.session.redacted && before.session.seed.is_none());
    assert!(before.attribution.is_none() && before.overrides.without.is_none());
    let end = Action::End {
        reason: "time".to_owned(),
    };
    submit(
        &mut table,
        Seat::WhiteCell,
        "Anna",
        &end,
        Remarks::default(),
    );
    let after = Aar::new(&table, Seat::Client, Extras::default());
    assert!(!after.session.redacted && after.session.seed == Some(1));
    assert!(after.attribution.is_some());
}
