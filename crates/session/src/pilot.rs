//! What bots and the program do next: every act that no person decides.

mod hand;
mod sealed;

use crate::history::History;
use crate::setup::Holder;
use unequal_core::analysis::bot::{Bot, Plays};
use unequal_core::engine::action::Action;
use unequal_core::engine::game::Game;
use unequal_core::engine::legal::sealed_follow_up;
use unequal_core::engine::luck::roll;
use unequal_core::engine::options::AdjudicationMode;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::player::Player;
use unequal_core::engine::resolve::contest::{band, factors};
use unequal_core::engine::room::argument::net_arguments;
use unequal_core::engine::room::plan::due_now;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::state::State;

use hand::bot;

pub use hand::Pilot;
pub use sealed::commits_by;

/// The next act of a bot or of the program; none where a person is to act, or the session has ended.
///
/// With `rules_by_program` the program also opens and closes moves and rules by rule, as headless
/// runs do; otherwise those acts wait for the white cell.
pub fn next(table: &History, rules_by_program: bool) -> Option<Pilot> {
    let state = table.state();
    let program = |seat, action| {
        Some(Pilot {
            seat,
            by: Player::Program,
            action,
        })
    };
    if state.room.pause.is_some() {
        return None;
    }
    if rules_by_program && let Some(due) = due_inject(table) {
        return Some(due);
    }
    match state.phase {
        Phase::Inject if rules_by_program => {
            program(Seat::WhiteCell, Action::Inject { instead: None })
        }
        Phase::Ruling if rules_by_program => program(Seat::WhiteCell, ruling(table)),
        Phase::Drift if rules_by_program => program(Seat::WhiteCell, Action::CloseMove),
        Phase::FollowUp => match sealed_follow_up(state) {
            Some(choice) => program(Seat::Patron, Action::FollowUp { choice }),
            None => by_bot(table, Seat::Patron),
        },
        Phase::Demand => by_bot(table, Seat::Patron),
        Phase::Response => by_bot(table, Seat::Client),
        Phase::Sealing => waited_for(table).find_map(|seat| by_bot(table, seat)),
        Phase::Reveal => waited_for(table).find_map(|seat| sealed::at_reveal(table, seat)),
        Phase::Inject | Phase::Ruling | Phase::Drift | Phase::Ended => None,
    }
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

fn waited_for(table: &History) -> impl Iterator<Item = Seat> {
    table.view(Seat::WhiteCell).waits_for.into_iter()
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
        let rolled = roll(state.game.seed, state.game.move_index, state.game.slot);
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
    let bot = bot(table.scenario(), &name)?;
    let action = act(table, &bot, seat)?;
    Some(Pilot {
        seat,
        by: Player::Bot(name),
        action,
    })
}

fn act(table: &History, bot: &Bot<'_>, seat: Seat) -> Option<Action> {
    let scenario = table.scenario();
    let state = table.state();
    Some(match (state.phase, seat) {
        (Phase::Demand, Seat::Patron) => match bot.demand(&counted(state)) {
            None => Action::Hold,
            Some(demand) => Action::Demand {
                card: scenario.cards[demand.card].id.clone(),
                intensity: demand.intensity,
                inducement: demand.inducement,
            },
        },
        (Phase::Response, Seat::Client) => {
            let demand = table.view(seat).open_demand()?;
            let reply = bot.reply(&counted(state), demand);
            Action::Respond {
                response: reply.response,
                to: reply.to.map(|to| scenario.domains[to].id.clone()),
                ask: None,
            }
        }
        (Phase::FollowUp, Seat::Patron) => Action::FollowUp {
            choice: bot.follow_up(&state.game),
        },
        (Phase::Sealing, _) => sealed::plan(scenario, bot, &state.game, seat)?.commit,
        _ => return None,
    })
}

/// The game as a bot counts it: demands announced together are counted as they are tabled or answered.
fn counted(state: &State) -> Game {
    let mut game = state.game.clone();
    let done = match state.phase {
        Phase::Demand => state.tabled.len(),
        _ => state
            .tabled
            .iter()
            .filter(|tabled| tabled.reply.is_some())
            .count(),
    };
    game.slot += u32::try_from(done).unwrap_or(0);
    game
}
