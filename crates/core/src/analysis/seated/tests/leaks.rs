//! A view changes with nothing that its seat may not know.

use super::*;
use crate::engine::view::view;
use crate::model::choice::Ending;
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;

/// Views as text, so that what is in them but not shown counts, too.
fn seen(scenario: &Scenario, state: &State, seat: Seat) -> String {
    serde_json::to_string(&view(scenario, state, seat)).unwrap()
}

/// Checks that hidden things, put otherwise, change no view of a seat that may not know them.
pub(super) fn check(scenario: &Scenario, state: &State, seed: u64) {
    use Seat::{Audience, Client, Europe, Patron};
    if state.phase == Phase::Ended {
        return;
    }
    let same = |what: &str, seat: Seat, other: &State| {
        let (own, other) = (seen(scenario, state, seat), seen(scenario, other, seat));
        let phase = state.phase;
        assert!(
            own == other,
            "{seat} sees {what} in {phase}, seed {seed}:\n{own}\n{other}"
        );
    };
    let other = |change: &dyn Fn(&mut State)| {
        let mut other = state.clone();
        change(&mut other);
        other
    };
    let declared = state.counting().length.is_some();
    let redrawn = |lines| {
        other(&|state: &mut State| {
            let last = state.counting().last_move;
            state.game.reseed(scenario, seed + 1000, lines);
            // Who declared how long the session lasts told everybody.
            if declared {
                state.game.last_move = last;
            }
        })
    };
    same("what is hidden from all", Client, &redrawn(false));
    let known = state.game.europe.compliance_known;
    same("dice, events or red lines", Patron, &redrawn(true));
    same("dice, events or red lines", Audience, &redrawn(true));
    if !known {
        same("who complies, or red lines", Europe, &redrawn(true));
    }
    let europes = other(&|state: &mut State| {
        state.game.position.set(scenario, Gauge::Unity, 1);
        state.game.position.set(scenario, Gauge::Exposure, 99);
        state.game.europe.plans = [true; Ending::ALL.len()];
    });
    for seat in [Patron, Client, Audience] {
        same("what is Europe's", seat, &europes);
    }
    let effort = other(&|state: &mut State| state.game.effort += 9);
    let menu = other(&|state: &mut State| {
        let last = state.game.menu.cards().last().copied();
        state.game.menu.take_off(|card| Some(card) == last);
    });
    for seat in [Europe, Audience] {
        same("the menu", seat, &menu);
    }
    for seat in [Client, Europe, Audience] {
        same("the effort", seat, &effort);
    }
    if state.phase != Phase::Response {
        same("the menu", Client, &menu);
    }
    if state.phase == Phase::Crisis {
        for (side, blind) in [
            (Side::Patron, [Client, Europe, Audience]),
            (Side::Client, [Patron, Europe, Audience]),
        ] {
            for act in [None, Some(false), Some(true)] {
                let decided = other(&|state: &mut State| state.crisis_acts[side] = act);
                for seat in blind {
                    same("a decision in the crisis", seat, &decided);
                }
            }
        }
    }
    if let Some(taken) = state.game.current.measure
        && taken.step.in_secret
        && taken.band >= 0
    {
        let none = other(&|state: &mut State| state.game.current.measure = None);
        for seat in [Patron, Client, Audience] {
            same("a secret measure", seat, &none);
        }
    }
}
