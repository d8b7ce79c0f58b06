//! Sealed plans of bots: a bot opens what it committed, whoever holds its seat by then.

use crate::history::History;
use crate::moment::Moment;
use crate::pilot::hand::{Pilot, seated};
use crate::setup::Holder;
use unequal_core::analysis::seated::{SealedPlan, Seated, plan as planned};
use unequal_core::engine::action::Action;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::state::State;

/// The sealed plan of a bot at a moment. Worked out again for the same moment, it comes out the same.
fn plan(table: &History, state: &State, seat: Seat, name: &str) -> Option<SealedPlan> {
    match seated(table, seat, name)? {
        Seated::OfSide(side, bot) => Some(planned(table.scenario(), state, side, &bot)),
        Seated::OfEurope(_) => None,
    }
}

/// The entry by which a side committed to what lies sealed now.
fn commitment(table: &History, seat: Seat) -> Option<&Moment> {
    let hash = table.commitment(seat)?;
    let committed =
        |moment: &&Moment| matches!(&moment.entry.act, Action::Commit { hash: own } if own == hash);
    let own = |moment: &&Moment| moment.entry.seat == seat && committed(moment);
    table.moments().iter().rev().find(own)
}

/// The bot that committed to what a side has sealed now; none where people did, or nobody.
pub fn commits_by(table: &History, seat: Seat) -> Option<&str> {
    commitment(table, seat)?.entry.by.bot()
}

/// What no person decides for a side whose plan is to be opened.
///
/// A bot's plan is worked out again as things stood when it was committed: the game may have moved
/// since, and the seat may have been handed over. A bot that has taken the seat of people cannot know
/// their plan; it commits to its own, as long as nothing has been revealed.
pub(super) fn at_reveal(table: &History, seat: Seat) -> Option<Pilot> {
    revealed(table, seat)
        // The white cell may have changed the game since.
        .filter(|pilot| table.refuses(seat, &pilot.action).is_none())
        .or_else(|| committed_again(table, seat))
}

fn revealed(table: &History, seat: Seat) -> Option<Pilot> {
    let moment = commitment(table, seat)?;
    let then = table.state_at(moment.entry.number.before());
    let opened_by = |name: &str| {
        let plan = plan(table, then, seat, name)?;
        (Some(plan.hash.as_str()) == table.commitment(seat)).then(|| Pilot {
            seat,
            by: Player::Bot(name.to_owned()),
            action: plan.reveal,
        })
    };
    let who_committed = moment.entry.by.bot();
    who_committed
        .and_then(opened_by)
        .or_else(|| match table.holder(seat) {
            Holder::Bot(name) => opened_by(&name),
            Holder::Human | Holder::Nobody | Holder::Outside(_) => None,
        })
}

fn committed_again(table: &History, seat: Seat) -> Option<Pilot> {
    let state = table.state();
    let nothing_revealed = state.sealed.demand.is_none() && state.sealed.response.is_none();
    let Holder::Bot(name) = table.holder(seat) else {
        return None;
    };
    let hash = plan(table, state, seat, &name)?.hash;
    let another = Some(hash.as_str()) != table.commitment(seat);
    (nothing_revealed && another).then_some(Pilot {
        seat,
        by: Player::Bot(name),
        action: Action::Commit { hash },
    })
}
