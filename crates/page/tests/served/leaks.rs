//! Nothing hidden is on a page: sessions that differ in what the room may not know have the same pages, byte for byte.

use unequal_core::engine::action::Action;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_session::{Owner, Remarks, Setup, Table};

use crate::browser::{Open, get};
use crate::house::{NOW, reference, serve};
use crate::luck::Luck;
use crate::pairs::{Pair, many, whole_menu};

/// What the room may not know.
#[derive(Clone, Copy)]
struct Hidden {
    /// Reasons, private notes, who disagreed.
    says: &'static str,
    /// Estimates before they are revealed.
    percent: u8,
}

/// Some of a session that a number chooses, with what is hidden of it.
fn played(number: u64, hidden: Hidden) -> Owner {
    let mut luck = Luck(number);
    let setup = Setup::of_people("Table 2", number);
    let mut table = Table::unrecorded(reference(), &setup, NOW).unwrap();
    let submit = |table: &mut Table, seat: Seat, act: &Action| {
        let remarks = Remarks {
            rationale: Some(hidden.says.to_owned()),
            confidence: Some(hidden.percent),
            dissent: Some(format!("{}: {}", hidden.says, hidden.says)),
        };
        let last = table.last_number();
        table
            .submit(last, seat, "person", act, remarks, NOW)
            .unwrap();
    };
    let ask = Action::AskEstimate {
        id: "estimate-1".to_owned(),
        question: "Will it rain?".to_owned(),
        resolution: "the window".to_owned(),
    };
    submit(&mut table, Seat::WhiteCell, &ask);
    for turn in 0..luck.below(60) {
        let waits = table.view(Seat::WhiteCell).waits_for;
        let Some(seat) = waits.first().copied() else {
            break;
        };
        let acts = table.view(seat).acts;
        let act = match table.view(Seat::WhiteCell).phase {
            Phase::Inject => Action::Inject { instead: None },
            _ => acts[luck.below(acts.len())].clone(),
        };
        submit(&mut table, seat, &act);
        if luck.below(4) == 0 {
            let note = Action::Note {
                text: hidden.says.to_owned(),
                private: true,
            };
            submit(&mut table, Seat::Patron, &note);
            let estimate = Action::Estimate {
                id: "estimate-1".to_owned(),
                name: format!("Anna {}", turn % 3),
                percent: hidden.percent,
            };
            submit(&mut table, Seat::WhiteCell, &estimate);
        }
    }
    Owner::of(table)
}

/// All that a browser is sent: the page, and what it is told while it has it open.
fn sent(owner: &Owner) -> (String, String) {
    let page = serve(owner);
    let whole = get(page.address(), "/").body;
    let told = Open::at(page.address()).next("wall").unwrap();
    (whole, told)
}

#[test]
fn what_the_room_may_not_know_changes_no_byte_of_a_page() {
    for number in 0..many(12) {
        let one = Hidden {
            says: "yes",
            percent: 10,
        };
        let other = Hidden {
            says: "Quite another reason",
            percent: 90,
        };
        let (one, other) = (played(number, one), played(number, other));
        let white = |owner: &Owner| {
            let place = owner.place(Seat::WhiteCell);
            format!("{:?}", place.seen(0..place.entries()))
        };
        assert_ne!(white(&one), white(&other));
        assert!(sent(&one) == sent(&other), "session {number}");
    }
}

#[test]
fn neither_seed_nor_red_lines_nor_plans_change_a_byte_of_a_page() {
    let (deck, mut looked) = (whole_menu(), 0);
    for number in 0..many(4) {
        let mut pair = Pair::new(&deck, Seat::Audience, number);
        let mut acts = 0;
        while pair.goes_on() {
            acts += 1;
            if acts % 4 == 0 {
                let [one, other] = pair.both.each_ref().map(|one| sent(&one.owner));
                assert!(one == other, "session {number}, act {acts}");
                looked += 1;
            }
        }
    }
    assert!(looked > 2, "{looked} pages were looked at");
}
