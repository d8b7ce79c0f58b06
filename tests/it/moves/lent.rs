//! A seat is handed over for some moves, and goes back to people by itself.

use std::num::NonZeroU8;

use unequal_partners::engine::action::Action;
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::player::Player;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::{Holder, Table};

use super::*;

fn lent(of: Seat, to: &str, moves: u8) -> Action {
    Action::HandOver {
        of,
        to: to.to_owned().try_into().unwrap(),
        moves: NonZeroU8::new(moves),
        reason: None,
    }
}

/// Runs until somebody is waited for; gives the move then.
fn run_out(table: &mut Table) -> u32 {
    run(table, 2000);
    table.view(WHITE).move_number
}

#[test]
fn a_bot_plays_for_two_moves_and_then_people_have_the_seat_again() {
    let mut table = table_of_bots(4);
    white(&mut table, &[lent(Seat::Client, "bot:greedy", 2)]);
    assert_eq!(run_out(&mut table), 3);
    assert_eq!(table.holder(Seat::Client), Holder::Human);
    let held = table.held(Seat::Client);
    let last = held.last().unwrap();
    assert_eq!((last.move_number, &last.by), (3, &Holder::Human));
    let back = table.moment(last.from).unwrap().entry.clone();
    assert_eq!(back.by, Player::Program);
    // Whoever goes back to when the bot had it has the same before him.
    white(&mut table, &[undo(1)]);
    assert_ne!(table.holder(Seat::Client), Holder::Human);
    assert_eq!(run_out(&mut table), 3);
    assert_eq!(table.holder(Seat::Client), Holder::Human);
}

#[test]
fn the_move_that_is_played_counts_and_another_hand_over_takes_the_term_away() {
    let mut table = table_of_bots(4);
    run_to(&mut table, Phase::Response);
    let now = table.view(WHITE).move_number;
    white(&mut table, &[lent(Seat::Client, "bot:greedy", 1)]);
    assert_eq!(run_out(&mut table), now + 1);
    assert_eq!(table.holder(Seat::Client), Holder::Human);

    let mut table = table_of_bots(4);
    white(
        &mut table,
        &[
            lent(Seat::Client, "bot:greedy", 1),
            hand_over(Seat::Client, "bot:cautious"),
        ],
    );
    run_out(&mut table);
    assert!(table.has_ended());
}

#[test]
fn a_term_of_no_moves_is_no_act() {
    let act = r#"{"kind":"hand-over","of":"client","to":"bot:greedy","moves":0}"#;
    assert!(serde_json::from_str::<Action>(act).is_err());
}
