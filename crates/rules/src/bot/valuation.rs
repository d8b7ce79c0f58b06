//! What a value bot expects of each option, always as integers, never divided (rules 21.2 to 21.5).

use super::opening::Opening;
use super::prospect::{Prospect, Surroundings};
use super::restrain::Restraint;
use super::worth::worth;
use crate::model::choice::{
    Band, BySide, Decision, Demand, FollowUp, Inducement, Intensity, Offer, Reply, Side,
};
use crate::model::contest::odds;
use crate::model::crisis::de_escalate;
use crate::model::follow_up::{follow_up, hold};
use crate::model::game::Game;
use crate::model::ledger::Books;
use crate::model::legal;
use crate::model::menu::certain;
use crate::model::offer::{hand_over, meet};
use crate::model::place::{At as _, CardAt};
use crate::model::position::Position;
use crate::model::progress::Progress;
use crate::model::red_line::cross;
use crate::model::scenario::{Scenario, ValuePolicy, Weights};

/// All that may be promised with a demand, in canonical order.
const PROMISES: [Inducement; 3] = [Inducement::None, Inducement::Modest, Inducement::Generous];

/// What a side looks at when it weighs its options: a position and a menu, as it knows them.
#[derive(Clone, Copy)]
struct Outlook<'a> {
    scenario: &'a Scenario,
    position: &'a Position,
    progress: &'a Progress,
    menu: &'a [CardAt],
}

impl<'a> Outlook<'a> {
    fn new(scenario: &'a Scenario, position: &'a Position, game: &'a Game) -> Self {
        Self {
            scenario,
            position,
            progress: &game.progress,
            menu: game.menu.cards(),
        }
    }

    /// The surroundings of a demand in each domain.
    fn surroundings(&self) -> Vec<Surroundings<'a>> {
        let domains = self.scenario.domains();
        domains
            .map(|domain| Surroundings::new(self.scenario, self.position, domain))
            .collect()
    }

    /// The replies that the patron expects to be considered: of deflections only those to where there is
    /// most capacity.
    fn likely_replies(
        &self,
        around: &Surroundings<'_>,
        card: CardAt,
        intensity: Intensity,
        into: &mut Vec<Reply>,
    ) {
        let scenario = self.scenario;
        let (position, progress) = (self.position, self.progress);
        let legal = crate::model::exchange::legal_replies(
            scenario, position, progress, self.menu, card, intensity,
        );
        into.clear();
        into.extend(legal.filter(|reply| {
            let instead = reply.instead.map(|card| scenario.card(card).domain);
            instead.is_none() || instead == around.roomiest
        }));
    }

    /// 36 times the worth of asking for nothing.
    fn holding(&self, weights: &Weights) -> i64 {
        let mut after = *self.position;
        hold(&mut Books::silent(self.scenario, &mut after));
        36 * worth(self.scenario, &after, weights)
    }

    /// The position after what is offered was handed over.
    fn handed_over(&self, card: CardAt) -> Position {
        let mut after = *self.position;
        let mut books = Books::silent(self.scenario, &mut after);
        hand_over(&mut books, self.progress, card);
        after
    }

    /// The position after an offer was taken up and the red lines were checked.
    fn taken_up(&self, offer: Offer) -> Position {
        let mut after = self.handed_over(offer.card);
        let mut books = Books::silent(self.scenario, &mut after);
        meet(&mut books, offer.ask);
        cross(&mut books);
        after
    }
}

/// The sum over the bands of their ways of 36 times the value in each.
fn expected(odds: [i64; 3], value: impl Fn(Band) -> i64) -> i64 {
    let bands = Band::ALL.iter().zip(odds).filter(|(_, ways)| *ways > 0);
    bands.map(|(&band, ways)| ways * value(band)).sum()
}

/// The client's value of each reply.
pub(super) fn replies(
    scenario: &Scenario,
    weights: &Weights,
    game: &Game,
    demand: Demand,
    replies: &[Reply],
) -> Vec<i64> {
    let domain = scenario.card(demand.card).domain;
    let around = Surroundings::new(scenario, &game.position, domain);
    let (demanded, promises) = ((demand.card, demand.intensity), [demand.inducement]);
    let opening = Opening::new(&around, &game.progress, demanded, promises);
    let odds = odds(scenario, opening.modifiers[0]);
    let value = |reply, band| opening.client_values(weights, (reply, band), [true])[0];
    replies
        .iter()
        .map(|&reply| expected(odds, |band| value(reply, band)))
        .collect()
}

/// What the patron may decide, and its value of each.
pub(super) fn decisions(
    scenario: &Scenario,
    weights: &Weights,
    game: &Game,
    restraint: Restraint,
) -> (Vec<Decision>, Vec<i64>) {
    let position = game.position.as_patron_knows(scenario);
    let outlook = Outlook::new(scenario, &position, game);
    let mut options = vec![Decision::Hold];
    let mut values = vec![outlook.holding(weights)];
    let surroundings = outlook.surroundings();
    let mut likely = Vec::new();
    for card in game.playable() {
        let around = &surroundings[scenario.card(card).domain.index()];
        let intensities = legal::intensities(scenario, game);
        for intensity in intensities.filter(|&intensity| restraint.allows(intensity)) {
            outlook.likely_replies(around, card, intensity, &mut likely);
            let demanded = (card, intensity);
            let opening = Opening::new(around, &game.progress, demanded, PROMISES);
            let expected = opening.predicted_replies(&likely);
            values.extend(opening.patron_values(weights, expected));
            options.extend(PROMISES.map(|inducement| {
                Decision::Demand(Demand {
                    card,
                    intensity,
                    inducement,
                })
            }));
        }
    }
    if let Some(offer) = game.open_offer() {
        options.push(Decision::TakeUp);
        values.push(36 * worth(scenario, &outlook.taken_up(offer), weights));
    }
    (options, values)
}

/// The patron's value of each follow-up to the open exchange.
pub(super) fn follow_ups(
    scenario: &Scenario,
    weights: &Weights,
    game: &Game,
    legal: &[FollowUp],
) -> Vec<i64> {
    let Some(exchange) = game.open_exchange() else {
        return vec![0; legal.len()];
    };
    let position = game.position.as_patron_knows(scenario);
    let (demand, response) = (exchange.demand, exchange.reply.response);
    let domain = scenario.card(demand.card).domain;
    let around = Surroundings::new(scenario, &position, domain);
    legal
        .iter()
        .map(|&choice| {
            let mut after = Prospect::new(&around);
            let mut books = Books::silent(scenario, &mut after);
            follow_up(&mut books, demand, response, choice);
            after.cross();
            worth(scenario, &after, weights)
        })
        .collect()
}

/// What the client may offer so that both gain by it, none first, and its value of each.
pub(super) fn offers(
    scenario: &Scenario,
    weights: &Weights,
    game: &Game,
) -> (Vec<Option<Offer>>, Vec<i64>) {
    let now = worth(scenario, &game.position, weights);
    let mut options = vec![None];
    let mut values = vec![now];
    for (offer, value) in acceptable_offers(scenario, weights, game, now) {
        options.push(Some(offer));
        values.push(value);
    }
    (options, values)
}

/// The offers worth more than `above` to the client that the patron is expected to take up, with the
/// client's worth of each.
pub(super) fn acceptable_offers(
    scenario: &Scenario,
    weights: &Weights,
    game: &Game,
    above: i64,
) -> Vec<(Offer, i64)> {
    // What was drawn of the menu is the patron's alone to know.
    let certain: Vec<CardAt> = certain(scenario, &game.progress, game.move_index)
        .iter()
        .collect();
    let outlook = Outlook {
        menu: &certain,
        ..Outlook::new(scenario, &game.position, game)
    };
    let patron = &scenario.expected.patron;
    let mut offers: Vec<(Offer, i64)> = Vec::new();
    let mut tempts: Vec<i64> = Vec::new();
    // What is handed over is the same whatever is asked for it.
    let mut handed: Option<(CardAt, Position)> = None;
    for offer in legal::offers(scenario, game) {
        let mut after = match handed {
            Some((card, after)) if card == offer.card => after,
            Some(_) | None => {
                handed
                    .insert((offer.card, outlook.handed_over(offer.card)))
                    .1
            }
        };
        let mut books = Books::silent(scenario, &mut after);
        meet(&mut books, offer.ask);
        cross(&mut books);
        let value = worth(scenario, &after, weights);
        if value > above {
            offers.push((offer, value));
            tempts.push(36 * worth(scenario, &after, patron));
        }
    }
    let Some(&most) = tempts.iter().max() else {
        return offers;
    };
    let without = expected_without_offer(outlook, patron, most);
    let mut tempts = tempts.into_iter();
    offers.retain(|_| tempts.next().is_some_and(|tempts| tempts > without));
    offers
}

/// What the patron that is expected can hope for without an offer, times 36: the best of holding and of
/// every plain request for a card on its menu as far as it is known. Where that is `enough` to make the best
/// offer useless, it may be more than is said.
fn expected_without_offer(outlook: Outlook<'_>, patron: &Weights, enough: i64) -> i64 {
    let mut best = outlook.holding(patron);
    let surroundings = outlook.surroundings();
    let mut likely = Vec::new();
    for &card in outlook.menu {
        if best >= enough {
            break;
        }
        let around = &surroundings[outlook.scenario.card(card).domain.index()];
        let intensity = Intensity::Request;
        outlook.likely_replies(around, card, intensity, &mut likely);
        let demanded = (card, intensity);
        let opening = Opening::new(around, outlook.progress, demanded, [Inducement::None]);
        let expected = opening.predicted_replies(&likely);
        best = best.max(opening.patron_values(patron, expected)[0]);
    }
    best
}

/// A side's value of not climbing down, and of doing so, where the other side does in half of all cases.
pub(super) fn climbing_down(
    scenario: &Scenario,
    policy: &ValuePolicy,
    game: &Game,
    side: Side,
) -> [i64; 2] {
    let mediated = game.is_mediated(scenario);
    let (weights, position) = match side {
        Side::Patron => (&policy.patron, game.position.as_patron_knows(scenario)),
        Side::Client => (&policy.client, game.position),
    };
    let value = |own: bool, other: bool| {
        let acts = match side {
            Side::Patron => BySide::new(own, other),
            Side::Client => BySide::new(other, own),
        };
        let mut after = position;
        de_escalate(&mut Books::silent(scenario, &mut after), acts, mediated);
        worth(scenario, &after, weights)
    };
    [false, true].map(|own| 50 * value(own, true) + 50 * value(own, false))
}
