//! Name signs: one for each person at the table, and one for each seat.

use crate::document::Block;
use unequal_core::deck::Deck;
use unequal_core::deck::plain;
use unequal_core::engine::seat::Seat;
use unequal_session::listed::Listed;

/// Who has a sign of its own on the table: the teams that play, and whoever runs the session.
const TABLES: [Seat; 4] = [Seat::Patron, Seat::Client, Seat::Europe, Seat::WhiteCell];

pub(super) fn sheets(deck: &Deck, people: &[Listed]) -> Vec<Block> {
    let name = |seat: Seat| deck.text.seat_name(seat).to_owned();
    let seats = TABLES.map(|seat| (name(seat), deck.text.about.title.clone()));
    let people = people
        .iter()
        .map(|one| (plain(one.name.trim()), name(one.seat)));
    vec![Block::Signs(seats.into_iter().chain(people).collect())]
}
