//! Nothing hidden is in what a host sends: sessions that differ in what a seat may not know give its client the same
//! bytes.

use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_session::{Owner, Remarks};

use crate::caller::{Caller, ready};
use crate::house::House;
use crate::luck::Luck;
use crate::pairs::{NOW, Pair, many, whole_menu};

/// All that a client at a seat is sent, while the white cell says this to itself.
fn sent(owner: &Owner, of: Seat, privately: &str) -> String {
    let house = House::hosting(owner.clone());
    let mut caller = Caller::come(&house.save, of, "json", "key");
    let mut all = caller.raw().unwrap();
    all += &caller.raw().unwrap();
    caller.say(&ready());
    if owner.table().view(of).waits_for.contains(&of) {
        all += &caller.raw().unwrap();
    }
    let note = Action::Note {
        text: privately.to_owned(),
        private: true,
    };
    let mut white = owner.place(Seat::WhiteCell);
    white
        .submit("Anna", &note, Remarks::default(), NOW)
        .unwrap();
    drop(house);
    all + &caller.rest()
}

#[test]
fn what_is_hidden_changes_no_byte_of_what_a_client_is_sent() {
    let deck = whole_menu();
    for of in [Seat::Patron, Seat::Client, Seat::Europe] {
        for number in 0..many(4) {
            let mut pair = Pair::new(&deck, of, number);
            // Where everybody sees by now that they differ, there is nothing to hide.
            if !(0..Luck(number).below(12)).all(|_| pair.goes_on()) {
                continue;
            }
            let [one, other] = pair.both.each_ref();
            let one = sent(&one.owner, of, "yes");
            assert!(one.contains("\"hello\"") && one.len() > 1000, "{of}: {one}");
            let other = sent(&other.owner, of, "quite another reason");
            assert!(one == other, "{of}: session {number}");
        }
    }
}
