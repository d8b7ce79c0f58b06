//! Who sits where at a session, told to who only asks.

use crate::wire::{SeatHere, ToClient};
use unequal_core::deck::plain;
use unequal_core::engine::holder::Holder;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_session::presence::Present;
use unequal_session::telling::seat_name;
use unequal_session::{Owner, Turn};

/// Who sits where.
pub(crate) fn here(owner: &Owner) -> ToClient {
    let table = owner.table();
    let turn = Turn::of(&table);
    let view = table.view(Seat::Audience);
    let present = owner.presence().all();
    let white_cell = (!turn.by_program).then_some(Seat::WhiteCell);
    let seats = white_cell.into_iter().chain(Seat::PLAYING);
    let seats = seats.map(|seat| {
        let sits = present.iter().find(|one| one.seat == seat && !one.looks_on);
        let (who, free) = match (sits, table.holder(seat)) {
            (Some(one), _) => (told(one), false),
            (None, _) if seat == Seat::WhiteCell => ("nobody from elsewhere".to_owned(), true),
            (None, Holder::Human) => ("free".to_owned(), true),
            (None, Holder::Nobody) => ("nobody plays it".to_owned(), false),
            (None, Holder::Bot(name)) => (format!("the bot {name}"), false),
            (None, Holder::Outside(name)) => (format!("the program {name}"), false),
        };
        SeatHere {
            seat,
            called: plain(seat_name(table.deck(), seat)),
            who: plain(&who),
            free,
        }
    });
    let stands = match (view.phase, view.move_number) {
        (Phase::Ended, _) => "ended".to_owned(),
        (phase, 0) => format!("turn zero, {phase} phase"),
        (phase, number) => format!("move {number} of {}, {phase} phase", view.moves_planned),
    };
    ToClient::Here {
        session: plain(table.name()),
        stands,
        seats: seats.collect(),
    }
}

fn told(one: &Present) -> String {
    let name = if one.name.is_empty() {
        "somebody"
    } else {
        &one.name
    };
    match &one.away {
        Some(since) => format!("{name}, away since {since}"),
        None if one.writing => format!("{name}, writing"),
        None => format!("{name}, here"),
    }
}
