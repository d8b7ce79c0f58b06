//! How a view is made of a state.

use super::{EuropeView, View, room};
use crate::engine::action::Action;
use crate::engine::legal::{legal, open_offer};
use crate::engine::phase::Phase;
use crate::engine::seat::Seat;
use crate::engine::seen::{sees_europe, sees_measure};
use crate::engine::state::State;
use crate::model::card_set::CardSet;
use crate::model::choice::Ending;
use crate::model::game::Game;
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::luck::dice;
use crate::model::place::{At as _, CardAt, DomainAt};
use crate::model::position::Position;
use crate::model::progress::Progress;
use crate::model::scenario::Scenario;
use crate::model::side::BySide;
use crate::model::signpost::signposts;

/// What a seat may know of a state.
pub fn view(scenario: &Scenario, state: &State, seat: Seat) -> View {
    let game: &Game = &state.game;
    let counting = state.counting();
    let over = state.phase == Phase::Ended;
    let all = seat == Seat::WhiteCell || over;
    let own_menu = all || seat == Seat::Patron;
    let knows_europe = sees_europe(seat, over);
    let knows: Vec<bool> = scenario
        .domains()
        .map(|domain| knows_line(game, seat, over, domain))
        .collect();
    let position = known_position(scenario, game, &knows, knows_europe);
    let opened = state.phase != Phase::Inject;
    let entry = game.current.entry.filter(|_| opened);
    let event = |entry| scenario.event_of(entry);
    let laid = opened && state.phase != Phase::Europe;
    let menu = || {
        if laid {
            game.menu.cards().to_vec()
        } else {
            Vec::new()
        }
    };
    let acts = legal(scenario, state, seat);
    let progress = if own_menu {
        game.progress
    } else {
        without_secret_cards(scenario, state, &acts)
    };
    View {
        seat,
        options: state.options,
        has_europe: state.has_europe(),
        phase: state.phase,
        waits_for: known_waits(state, seat),
        move_number: state.move_number(),
        moves_planned: counting.length.unwrap_or(scenario.session.moves),
        last_move: (all || counting.length.is_some()).then_some(counting.last_move),
        place: game.place,
        demands: scenario.session.demands,
        menu: own_menu.then(menu),
        effort: own_menu.then_some(game.effort),
        limit: game.limit,
        event: entry.and_then(event),
        next_event: (seat == Seat::WhiteCell && !opened && !over).then(|| {
            let due = game.events.due(scenario, &game.position, &game.progress);
            due.and_then(event)
        }),
        measure: (game.current.measure)
            .filter(|taken| opened && sees_measure(scenario, seat, over, *taken)),
        crisis_acts: crisis_acts(state, seat),
        crisis_decided: crisis_decided(state, seat),
        offer: game.current.offer.filter(|_| opened),
        offer_waits: open_offer(state).is_some(),
        taken_up: opened && game.current.taken_up,
        offer_wait: game.offer_wait,
        tabled: state.tabled.clone(),
        exchanges: game.current.exchanges.clone(),
        committed: state.sealed.hashes.as_ref().map(Option::is_some),
        clocks: game.clocks,
        path: game.path.clone(),
        acts,
        outcome: game.outcome,
        dice: (seat == Seat::WhiteCell && state.phase == Phase::Ruling)
            .then(|| dice(game.seed, game.move_index, game.place)),
        room: room::room(scenario, state, seat),
        supported: position.supported_stability(scenario),
        outlook: position.outlook(scenario),
        grievance: position.grievance(scenario),
        exit: position.exit(scenario),
        market_discount: game.market_discount,
        signposts: signposts(
            scenario,
            &position,
            &progress,
            &game.clocks,
            game.move_index,
        ),
        europe: knows_europe.then(|| europe(game, all)),
        progress,
        position,
        knows,
    }
}

/// The client knows where its lines lie; the patron learns it by probing, Europe by watching.
fn knows_line(game: &Game, seat: Seat, over: bool, domain: DomainAt) -> bool {
    over || match seat {
        Seat::WhiteCell | Seat::Client => true,
        Seat::Patron => game.position.is_known(domain),
        Seat::Europe => game.europe.compliance_known,
        Seat::Audience => false,
    }
}

/// What became of each card, for a seat that does not deal: a card written in the room is in play for it
/// once it lay on the table or was given, or can be given now in the place of another.
fn without_secret_cards(scenario: &Scenario, state: &State, acts: &[Action]) -> Progress {
    let mut known = state.game.progress;
    let replies = state.tabled.iter().filter_map(|one| one.reply);
    let given: CardSet = replies.filter_map(|reply| reply.instead).collect();
    let can_be_given = |card: CardAt| {
        let id = &scenario.card(card).id;
        let named = |act: &Action| matches!(act, Action::Respond { instead: Some(other), .. } if other == id);
        acts.iter().any(named)
    };
    let secret = scenario.written_cards().filter(|&card| {
        known.tabled(card) == 0
            && known.given(card) == 0
            && !given.contains(card)
            && !can_be_given(card)
    });
    known.dealt = known.dealt.without(&secret.collect());
    known
}

/// The position without what is hidden. Whether the patron has probed a line is public: demands are.
fn known_position(
    scenario: &Scenario,
    game: &Game,
    knows: &[bool],
    knows_europe: bool,
) -> Position {
    let mut position = game
        .position
        .as_known(scenario, |domain| knows[domain.index()]);
    if !knows_europe {
        for gauge in Gauge::EUROPES {
            position.set(scenario, gauge, 0);
        }
    }
    position
}

fn europe(game: &Game, all: bool) -> EuropeView {
    let planned = |ending: &Ending| game.europe.has_plan(*ending);
    EuropeView {
        unity: game.position.get(Gauge::Unity),
        exposure: game.position.get(Gauge::Exposure),
        plans: Ending::ALL.iter().copied().filter(planned).collect(),
        compliance: (all || game.europe.compliance_known).then_some(game.europe.compliance),
    }
}

/// What a seat knows of the decisions in a crisis.
fn crisis_acts(state: &State, seat: Seat) -> BySide<Option<bool>> {
    let revealed = state.game.clocks.in_crisis
        && !matches!(state.phase, Phase::Inject | Phase::Europe | Phase::Crisis);
    if revealed {
        state.game.current.acts.map(Some)
    } else {
        BySide::from_fn(|side| state.crisis_acts[side].filter(|_| seat == Seat::from(side)))
    }
}

/// Only a side itself and the white cell know that it has decided.
fn crisis_decided(state: &State, seat: Seat) -> BySide<bool> {
    let knows = |side| seat == Seat::WhiteCell || seat == Seat::from(side);
    BySide::from_fn(|side| knows(side) && state.crisis_acts[side].is_some())
}

/// The seats whose act is waited for: where it waits for two, those that have not acted yet.
pub fn waits_for(state: &State) -> Vec<Seat> {
    let done = |seat: Seat| {
        let side = seat.side();
        match state.phase {
            Phase::Crisis => side.is_some_and(|side| state.crisis_acts[side].is_some()),
            Phase::Sealing => state.sealed.commitment(seat).is_some(),
            Phase::Reveal if seat == Seat::Patron => state.sealed.demand.is_some(),
            Phase::Reveal => state.sealed.response.is_some(),
            Phase::Inject
            | Phase::Europe
            | Phase::Offer
            | Phase::Demand
            | Phase::Response
            | Phase::Ruling
            | Phase::FollowUp
            | Phase::Drift
            | Phase::Ended => false,
        }
    };
    let seats = state.phase.waits_for().iter().copied();
    seats.filter(|seat| !done(*seat)).collect()
}

/// The same as far as a seat may know: whether a side has decided in a crisis is that side's own.
fn known_waits(state: &State, viewer: Seat) -> Vec<Seat> {
    if state.phase != Phase::Crisis || viewer == Seat::WhiteCell {
        return waits_for(state);
    }
    let waits = waits_for(state);
    let seats = state.phase.waits_for().iter().copied();
    seats
        .filter(|seat| *seat != viewer || waits.contains(seat))
        .collect()
}
