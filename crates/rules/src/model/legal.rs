//! What each seat may do at each step of a move, in canonical order.
//!
//! **Sealed sessions (rules 24.5).** Both sides decide their move at the same time: the patron to take up the
//! open offer, to hold, or to demand with one follow-up if it is met and one if not; the client one
//! reply for each domain to a gentle demand (probe, request) and one to a hard one. Offers and acts of
//! de-escalation come before, as in an open session. A sealed reply that cannot be given when it is
//! opened becomes the next of `accept`, `conditions`, `partial`, `stall` that can, where to deflect
//! comes before `partial`; a sealed follow-up becomes `pocket`, else `back-down`.

use crate::model::choice::{
    Decision, Demand, FollowUp, Inducement, Intensity, Offer, Reply, Response, Side, Step,
};
use crate::model::exchange::legal_replies;
use crate::model::game::Game;
use crate::model::offer::legal_offers;
use crate::model::place::CardAt;
use crate::model::scenario::Scenario;

/// The measures that Europe may take, in the deck's order; it may always take none.
pub fn measures<'a>(
    scenario: &'a Scenario,
    game: &'a Game,
) -> impl Iterator<Item = Step> + Clone + 'a {
    let in_crisis = game.clocks.in_crisis;
    game.europe.legal(scenario, &game.position, in_crisis)
}

/// Whether a side may climb down in this move; it never must.
pub const fn may_de_escalate(scenario: &Scenario, game: &Game, side: Side) -> bool {
    game.clocks.in_crisis
        && match side {
            Side::Patron => game.may_de_escalate(scenario),
            Side::Client => true,
        }
}

/// The offers that the client may table, by card, then by ask; it may always table none.
pub fn offers<'a>(
    scenario: &'a Scenario,
    game: &'a Game,
) -> impl Iterator<Item = Offer> + Clone + 'a {
    let may = game.offer_wait == 0 && game.place == 0 && !scenario.asks.is_empty();
    let none_or_all = if may { usize::MAX } else { 0 };
    legal_offers(scenario, &game.position, &game.progress, game.move_index).take(none_or_all)
}

/// The intensities that effort and a time-out leave the patron.
pub fn intensities(scenario: &Scenario, game: &Game) -> impl Iterator<Item = Intensity> + Clone {
    let (effort, limit) = (game.effort, game.limit);
    let costs: [i64; 4] = scenario.intensities.map(|rules| rules.effort);
    let all = Intensity::ALL.iter().copied();
    all.filter(move |&intensity| intensity <= limit && costs[intensity.index()] <= effort)
}

/// What the patron may decide: to hold, then each card of the menu by intensity and inducement, then to
/// take up the offer if there is one.
pub fn decisions<'a>(
    scenario: &'a Scenario,
    game: &'a Game,
) -> impl Iterator<Item = Decision> + 'a {
    let demands = demands(scenario, game).map(Decision::Demand);
    let take_up = game.open_offer().map(|_| Decision::TakeUp);
    let hold = std::iter::once(Decision::Hold);
    hold.chain(demands).chain(take_up)
}

/// The demands that the patron may table, by card, intensity and inducement.
pub fn demands<'a>(scenario: &'a Scenario, game: &'a Game) -> impl Iterator<Item = Demand> + 'a {
    let cards: &[CardAt] = if game.may_demand(scenario) {
        game.menu.cards()
    } else {
        &[]
    };
    let free = |card: &CardAt| game.place == 0 || game.playable().any(|open| open == *card);
    cards.iter().copied().filter(free).flat_map(move |card| {
        intensities(scenario, game).flat_map(move |intensity| {
            Inducement::ALL.iter().map(move |&inducement| Demand {
                card,
                intensity,
                inducement,
            })
        })
    })
}

/// The replies that the client may give to a demand, in the order of responses, deflect by menu.
pub fn replies<'a>(
    scenario: &'a Scenario,
    game: &'a Game,
    demand: Demand,
) -> impl Iterator<Item = Reply> + Clone + 'a {
    let Demand {
        card, intensity, ..
    } = demand;
    legal_replies(
        scenario,
        &game.position,
        &game.progress,
        game.menu.cards(),
        card,
        intensity,
    )
}

/// The follow-ups that the patron may choose from, in canonical order.
pub fn follow_ups(game: &Game) -> &'static [FollowUp] {
    game.legal_follow_ups()
}

/// What a sealed reply comes to when it is opened against a demand: itself, or the next that can be given.
pub fn opened_reply(scenario: &Scenario, game: &Game, demand: Demand, sealed: Reply) -> Reply {
    use Response::{Accept, Conditions, Deflect, Partial, Stall};
    let legal = |reply: &Reply| replies(scenario, game, demand).any(|other| other == *reply);
    let lesser: &[Response] = match sealed.response {
        Accept => &[Conditions, Partial, Stall],
        Conditions | Deflect => &[Partial, Stall],
        Partial | Stall | Response::Hedge | Response::Refuse => &[Stall],
    };
    let lesser = lesser.iter().map(|&response| Reply::plain(response));
    std::iter::once(sealed)
        .chain(lesser)
        .find(legal)
        .unwrap_or(Reply::plain(Stall))
}

/// What a sealed follow-up comes to when it is opened: itself, else to pocket, else to back down.
pub fn opened_follow_up(game: &Game, sealed: FollowUp) -> FollowUp {
    let legal = game.legal_follow_ups();
    [sealed, FollowUp::Pocket, FollowUp::BackDown]
        .into_iter()
        .find(|choice| legal.contains(choice))
        .unwrap_or(FollowUp::BackDown)
}
