//! Plays a record to its end with bots: what was supposed is followed to where it leads.
//!
//! It is worked out in memory first, and written when its end is known: who breaks it off leaves the record as it was.

use std::ops::ControlFlow;
use std::path::Path;

use crate::error::{SessionError, SubmitError};
use crate::history::History;
use crate::moment::Remarks;
use crate::pilot::{self, Pilot};
use crate::setup::Holder;
use crate::table::Table;
use unequal_core::analysis::expectations::usual_policy;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;

/// How far it is: the move that is played, and how many are planned.
pub type Progress<'a> = &'a dyn Fn(usize, usize) -> ControlFlow<()>;

/// Why a record was not played to its end; nothing was written then.
#[derive(Debug, thiserror::Error)]
pub enum Unended {
    /// Nobody waits for it any more.
    #[error("it was broken off")]
    BrokenOff,
    /// What people sealed, bots cannot open.
    #[error("after entry {0} it waits for what only people can do: open what they have sealed")]
    Waits(EntryNumber),
    /// An act was refused, or could not be written.
    #[error(transparent)]
    Submit(#[from] SubmitError),
    /// The record cannot be read, or somebody writes in it.
    #[error(transparent)]
    Session(#[from] SessionError),
}

/// Plays the record in a file to its end: the deck's usual bot in the seats of both sides, Europe's as it was, where a
/// person does not hold it. Of a session that has ended nothing is left to play.
///
/// # Errors
///
/// Says why it cannot be played to its end; the file is as it was then.
pub fn play_out(path: &Path, at: &str, progress: Progress<'_>) -> Result<(), Unended> {
    let (mut ahead, _) = Table::read(path)?;
    let begun = ahead.last_number();
    for pilot in handed_over(&ahead) {
        submit(&mut ahead, &pilot, at)?;
    }
    let planned = ahead.scenario().session.moves as usize;
    while !ahead.has_ended() {
        let moves = ahead.state().move_number() as usize;
        if progress(moves, planned.max(moves)).is_break() {
            return Err(Unended::BrokenOff);
        }
        let next = pilot::startex(&ahead).or_else(|| pilot::unattended(&ahead));
        let next = next.ok_or(Unended::Waits(ahead.last_number()))?;
        submit(&mut ahead, &next, at)?;
    }
    if ahead.last_number() == begun {
        return Ok(());
    }
    let (mut table, _) = Table::resume(path)?;
    for moment in ahead.moments().iter().skip(begun.count()) {
        let entry = &moment.entry;
        let none = Remarks::default();
        // Whatever has come in meanwhile, an act decided without it is refused.
        table.submit(
            entry.number.before(),
            entry.seat,
            &entry.by,
            &entry.act,
            none,
            at,
        )?;
    }
    Ok(())
}

fn submit(table: &mut Table, pilot: &Pilot, at: &str) -> Result<(), SubmitError> {
    let seen = table.last_number();
    let none = Remarks::default();
    table.submit(seen, pilot.seat, &pilot.by, &pilot.action, none, at)?;
    Ok(())
}

/// The acts after which no seat waits for people.
fn handed_over(table: &History) -> Vec<Pilot> {
    if table.has_ended() {
        return Vec::new();
    }
    let usual = Holder::Bot(usual_policy(table.scenario()).name.clone());
    let europe = match table.holder(Seat::Europe) {
        Holder::Human | Holder::Outside(_) => Holder::Nobody,
        other => other,
    };
    let by_program = |action| Pilot {
        seat: Seat::WhiteCell,
        by: Player::Program,
        action,
    };
    let paused = table.state().room.pause.is_some();
    let go_on = paused.then_some(Action::GoOn);
    let seats = [
        (Seat::Patron, usual.clone()),
        (Seat::Client, usual),
        (Seat::Europe, europe),
    ];
    // A seat that people would have again after some moves is kept by its bot to the end.
    let lent = |of: &Seat| table.state().room.back.contains_key(of);
    let others = seats
        .into_iter()
        .filter(|(of, to)| table.holder(*of) != *to || lent(of));
    let hand_over = |(of, to)| Action::HandOver {
        of,
        to,
        moves: None,
        reason: None,
    };
    let acts = go_on.into_iter().chain(others.map(hand_over));
    acts.map(by_program).collect()
}
