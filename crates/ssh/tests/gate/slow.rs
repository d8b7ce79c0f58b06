//! A client that reads nothing costs the others nothing, and is drawn whole when it reads again.

use crate::caller::Caller;
use crate::house::House;
use unequal_core::engine::action::Action;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_session::Remarks;

#[test]
fn a_client_that_reads_nothing_through_two_hundred_acts_holds_nobody_up() {
    let house = House::new();
    let slow = Caller::with_code(&house, "russia", Seat::Client);
    let reader = slow.sits_unread(160, 45);
    let quick = Caller::with_code(&house, "china", Seat::Patron);
    let screen = quick.sits(160, 45);
    screen.wait_for("Briefing");
    screen.types("\r");
    reader.types("\r");
    for number in 0..200 {
        let text = format!("note {number} {}", "long words ".repeat(40));
        let note = Action::Note {
            text,
            private: false,
        };
        let mut table = house.owner.table();
        let seen = table.last_number();
        let remarks = Remarks::default();
        table
            .submit(
                seen,
                Seat::WhiteCell,
                Player::Program,
                &note,
                remarks,
                "2026-11-27T09:00:00Z",
            )
            .unwrap();
        drop(table);
        screen.wait_for(&format!("note {number} "));
    }
    reader.reads().wait_for("note 199 ");
}
