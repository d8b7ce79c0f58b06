//! What bots and the program do next: every act that no person decides.

mod back;
mod hand;
mod sealed;
mod time;

use crate::history::History;
use crate::setup::Holder;
use crate::turn::{Due, Turn};
use unequal_core::engine::action::Action;
use unequal_core::engine::legal::sealed_follow_up;
use unequal_core::engine::options::AdjudicationMode;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::player::Player;
use unequal_core::engine::room::argument::net_arguments;
use unequal_core::engine::room::plan::due_now;
use unequal_core::engine::seat::Seat;
use unequal_core::model::contest::{band, factors};
use unequal_core::model::luck::roll;

use hand::seated;

pub(crate) use back::is_due_back;
pub use hand::Pilot;
pub use sealed::commits_by;
pub use time::{KEPT_EVERY, by_the_clock, next_by_the_clock};

/// The next act of a bot or of the program; none where a person is to act, or the session has ended.
///
/// `turn` says whether the program also opens and closes moves and rules by rule; otherwise those acts wait
/// for the white cell.
pub fn next(table: &History, turn: &Turn) -> Option<Pilot> {
    if turn.by_program
        && let Some(due) = due_inject(table)
    {
        return Some(due);
    }
    match &turn.due {
        Due::Nobody | Due::People | Due::Outside(..) => None,
        Due::Program => back::hand_back(table).or_else(|| by_program(table, turn.phase)),
        Due::Bot(seat, _) => by_bot(table, *seat),
        Due::Opening(seats) => {
            let mut seats = seats.iter();
            seats.find_map(|(seat, _)| sealed::at_reveal(table, *seat))
        }
    }
}

/// The next act in a session without a white cell, whatever its setup says.
pub fn unattended(table: &History) -> Option<Pilot> {
    next(table, &Turn::unattended(table))
}

/// The first inject of the plan that is due, as the program brings it into play; none while play is paused.
pub fn due_inject(table: &History) -> Option<Pilot> {
    let state = table.state();
    if state.room.pause.is_some() {
        return None;
    }
    let id = due_now(table.scenario(), state).next()?.id.clone();
    Some(Pilot {
        seat: Seat::WhiteCell,
        by: Player::Program,
        action: Action::FireInject { id },
    })
}

/// STARTEX after a move of turn zero, where nobody will say it: otherwise bots would rehearse for ever.
pub fn startex(table: &History) -> Option<Pilot> {
    let state = table.state();
    let rehearsed = state.room.rehearsing
        && state.room.pause.is_none()
        && state.phase == Phase::Inject
        && state.game.move_index > 0;
    rehearsed.then_some(Pilot {
        seat: Seat::WhiteCell,
        by: Player::Program,
        action: Action::StartEx,
    })
}

/// What the program does in a phase that waits for it.
fn by_program(table: &History, phase: Phase) -> Option<Pilot> {
    let state = table.state();
    let (seat, action) = match phase {
        Phase::Inject => (Seat::WhiteCell, Action::Inject { instead: None }),
        Phase::Ruling => (Seat::WhiteCell, ruling(table)),
        Phase::Drift => (Seat::WhiteCell, Action::CloseMove),
        Phase::FollowUp => {
            let Some(choice) = sealed_follow_up(state) else {
                return by_bot(table, Seat::Patron);
            };
            (Seat::Patron, Action::FollowUp { choice })
        }
        Phase::Europe
        | Phase::Crisis
        | Phase::Offer
        | Phase::Demand
        | Phase::Sealing
        | Phase::Reveal
        | Phase::Response
        | Phase::Ended => return None,
    };
    let by = Player::Program;
    Some(Pilot { seat, by, action })
}

/// The ruling that the rules give, with the arguments heard; where the white cell must name a band, the computed one.
fn ruling(table: &History) -> Action {
    let state = table.state();
    let heard = net_arguments(table.scenario(), &state.room.arguments);
    let (arguments, free) = match state.options.adjudication {
        AdjudicationMode::Rigid => (0, false),
        AdjudicationMode::SemiRigid => (heard, false),
        AdjudicationMode::Free => (heard, true),
    };
    let computed = state.tabled.first().map(|tabled| {
        let modifier = factors(table.scenario(), &state.game.position, tabled.demand).modifier;
        let rolled = roll(state.game.seed, state.game.move_index, state.game.place);
        band(table.scenario(), rolled, modifier + arguments)
    });
    Action::Rule {
        roll: None,
        arguments,
        band: computed.filter(|_| free),
        reason: free.then(|| "as computed".to_owned()),
        provisional: false,
    }
}

fn by_bot(table: &History, seat: Seat) -> Option<Pilot> {
    let Holder::Bot(name) = table.holder(seat) else {
        return None;
    };
    let action = seated(table, seat, &name)?.act(table.scenario(), table.state())?;
    Some(Pilot {
        seat,
        by: Player::Bot(name),
        action,
    })
}
