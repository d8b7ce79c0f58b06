//! Who held a seat, and how long the session was to be, as the first page tells it.

use unequal_partners::engine::action::Action;
use unequal_partners::engine::holder::Holder;
use unequal_partners::engine::seat::Seat;
use unequal_partners::report::{Aar, Extras};
use unequal_partners::session::{Remarks, Setup, Table};

use crate::eventful::{reference, stamp, submit};

#[test]
fn a_session_that_was_shortened_and_a_seat_that_was_lent_are_told_so_that_they_can_be_read() {
    let setup = Setup::of_people("Table 2", 7);
    let mut table = Table::unrecorded(reference(), &setup, &stamp(0)).unwrap();
    let planned = table.view(Seat::WhiteCell).moves_planned;
    let lend = |to: Holder| Action::HandOver {
        of: Seat::Patron,
        to,
        moves: None,
        reason: None,
    };
    for act in [
        lend(Holder::Bot("greedy".to_owned())),
        lend(Holder::Human),
        Action::SetLength {
            moves: 4,
            reason: "time is short".to_owned(),
        },
    ] {
        submit(
            &mut table,
            Seat::WhiteCell,
            "Anna",
            &act,
            Remarks::default(),
        );
    }
    let report = Aar::new(&table, Seat::WhiteCell, Extras::default());
    let said = &report.summary[0];
    assert!(
        said.contains(&format!("of 4 planned ({planned} at first)")),
        "{said}"
    );
    let held = "China by people, then the bot greedy [1], then people again [2]; Russia by people";
    assert!(said.contains(held), "{said}");
    assert_eq!(report.session.moves_planned, 4);
}
