//! Tables for the tests: decks, setups, and sessions that go on until nothing is due.

use unequal_core::deck::{Deck, shipped};
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_seat::Attended;
use unequal_session::{Holder, Holders, Owner, Remarks, Setup, Table, pilot};

use crate::pairs::NOW;

/// The text of the reference deck.
pub(crate) const REFERENCE: &str = include_str!("../../../../tests/golden/deck.toml");

/// The reference deck and every shipped one.
pub(crate) fn decks() -> Vec<Deck> {
    let shipped = shipped().iter().map(|deck| deck.text);
    std::iter::once(REFERENCE)
        .chain(shipped)
        .map(|text| Deck::from_text("deck.toml", text).unwrap())
        .collect()
}

/// A table in memory.
pub(crate) fn table(deck: &Deck, seats: Holders, seed: u64) -> Table {
    let setup = Setup {
        seats,
        ..Setup::of_people("Table 2", seed)
    };
    Table::unrecorded(deck.clone(), &setup, NOW).unwrap()
}

/// Bots on both sides, but for the seat of a program.
pub(crate) fn holders(of: Seat) -> Holders {
    let bot = |seat: Seat| {
        if seat == of {
            Holder::Outside("a program".to_owned())
        } else {
            Holder::Bot("greedy".to_owned())
        }
    };
    Holders {
        patron: bot(Seat::Patron),
        client: bot(Seat::Client),
        europe: Holder::Nobody,
    }
}

/// Lets a session go on until it ends, or nobody but people is due.
pub(crate) fn go_on(owner: &Owner, attended: &mut Attended) {
    loop {
        if attended.step(owner, &|| NOW.to_owned()).unwrap() {
            continue;
        }
        let mut table = owner.table();
        let Some(next) = pilot::unattended(&table) else {
            return;
        };
        let seen = table.last_number();
        let by: &Player = &next.by;
        let none = Remarks::default();
        table
            .submit(seen, next.seat, by, &next.action, none, NOW)
            .unwrap();
    }
}
