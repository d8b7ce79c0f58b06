//! What a value bot expects of each option, always as integers, never divided (rules 21.2 to 21.5).

use super::prospect::{Prospect, Surroundings};
use super::restrain::Restraint;
use super::worth::worth;
use crate::model::choice::{
    Band, BySide, Decision, Demand, FollowUp, Inducement, Intensity, Offer, Reply, Response, Side,
    is_met,
};
use crate::model::contest::{band, factors, odds};
use crate::model::crisis::de_escalate;
use crate::model::exchange::{answer, table};
use crate::model::follow_up::{follow_up, hold, legal_follow_ups};
use crate::model::game::Game;
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::ledger::{Books, Silent};
use crate::model::legal;
use crate::model::offer::take_up;
use crate::model::place::{At as _, CardAt};
use crate::model::position::Position;
use crate::model::progress::Progress;
use crate::model::red_line::cross;
use crate::model::scenario::{Scenario, ValuePolicy, Weights};

/// What a side looks at when it weighs its options: a position as it knows it.
#[derive(Clone, Copy)]
struct Outlook<'a> {
    scenario: &'a Scenario,
    position: &'a Position,
    progress: &'a Progress,
    menu: &'a [CardAt],
}

/// A demand on the table, before the reply: what all its outcomes have in common.
struct Opening<'a> {
    scenario: &'a Scenario,
    progress: &'a Progress,
    demand: Demand,
    /// Leverage before the demand was tabled.
    leverage: i64,
    /// The contest's modifier, before any effect of the demand.
    modifier: i64,
    /// What there is after the friction of asking.
    tabled: Prospect<'a>,
}

impl<'a> Opening<'a> {
    /// A demand counts as the first of its move.
    fn new(outlook: Outlook<'a>, around: &'a Surroundings<'a>, demand: Demand) -> Self {
        let scenario = outlook.scenario;
        let mut tabled = Prospect::new(around);
        let factors = factors(scenario, &tabled, demand);
        table(&mut Books::silent(scenario, &mut tabled), demand, 0);
        Self {
            scenario,
            progress: outlook.progress,
            demand,
            leverage: factors.leverage,
            modifier: factors.modifier,
            tabled,
        }
    }

    /// What a reply leads to if the contest comes out in `band`.
    fn answer(&self, after: &mut Prospect<'a>, reply: Reply, band: Band) {
        if let Some(card) = reply.instead {
            after.let_pay(self.scenario.card(card).domain);
        }
        let mut books = Books::silent(self.scenario, after);
        let (demand, leverage) = (self.demand, self.leverage);
        answer(&mut books, self.progress, demand, reply, band, leverage);
    }

    /// A hundred times the client's value of a reply if the contest comes out in `band`.
    fn client_value(&self, weights: &Weights, reply: Reply, band: Band) -> i64 {
        let mut after = self.tabled;
        self.answer(&mut after, reply, band);
        let response = reply.response;
        let (percent, likely, otherwise) = if response == Response::Conditions {
            let faith = after.get(Gauge::Trust);
            (faith, FollowUp::Reward, FollowUp::Pocket)
        } else if is_met(response) || !self.demand.intensity.threatens() {
            return 100 * closed(self.scenario, weights, &mut after);
        } else {
            let belief = after.get(Gauge::Credibility);
            if response == Response::Stall {
                (belief >> 1, FollowUp::Punish, FollowUp::Pocket)
            } else {
                (belief, FollowUp::Punish, FollowUp::BackDown)
            }
        };
        let mut worth = 0;
        if percent > 0 {
            let mut followed = after;
            worth += percent * self.followed(weights, &mut followed, response, likely);
        }
        if percent < 100 {
            worth += (100 - percent) * self.followed(weights, &mut after, response, otherwise);
        }
        worth
    }

    /// The worth after a follow-up and the check of the red lines.
    fn followed(
        &self,
        weights: &Weights,
        after: &mut Prospect<'_>,
        response: Response,
        choice: FollowUp,
    ) -> i64 {
        followed(self.scenario, weights, after, self.demand, response, choice)
    }

    /// The reply that the patron expects: the client model's best in the band of a roll of seven.
    fn predicted_reply(&self, replies: &[Reply]) -> Reply {
        let band = band(self.scenario, 7, self.modifier);
        let client = &self.scenario.expected.client;
        let mut best = (Reply::plain(Response::Stall), i64::MIN);
        for &reply in replies {
            let value = self.client_value(client, reply, band);
            if value > best.1 {
                best = (reply, value);
            }
        }
        best.0
    }

    /// The patron's value of the demand: over the bands, that of its best follow-up to a reply.
    fn patron_value(&self, weights: &Weights, reply: Reply) -> i64 {
        expected(odds(self.scenario, self.modifier), |band| {
            let mut after = self.tabled;
            self.answer(&mut after, reply, band);
            let response = reply.response;
            let mut best = i64::MIN;
            for &choice in legal_follow_ups(self.demand.intensity, response) {
                let mut followed = after;
                best = best.max(self.followed(weights, &mut followed, response, choice));
            }
            best
        })
    }
}

/// The worth after a follow-up and the check of the red lines.
#[inline]
fn followed(
    scenario: &Scenario,
    weights: &Weights,
    after: &mut Prospect<'_>,
    demand: Demand,
    response: Response,
    choice: FollowUp,
) -> i64 {
    follow_up(
        &mut Books::silent(scenario, after),
        demand,
        response,
        choice,
    );
    closed(scenario, weights, after)
}

/// The worth after the check of the red lines, without any follow-up.
#[inline]
fn closed(scenario: &Scenario, weights: &Weights, after: &mut Prospect<'_>) -> i64 {
    after.cross();
    worth(scenario, after, weights)
}

/// The sum over the bands of their ways of 36 times the value in each.
fn expected(odds: [i64; 3], value: impl Fn(Band) -> i64) -> i64 {
    let bands = Band::ALL.iter().zip(odds).filter(|(_, ways)| *ways > 0);
    bands.map(|(&band, ways)| ways * value(band)).sum()
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

    /// The position after an offer was taken up and the red lines were checked.
    fn taken_up(&self, offer: Offer) -> Position {
        let mut after = *self.position;
        let mut books = Books::new(self.scenario, &mut after, Silent);
        take_up(&mut books, self.progress, offer);
        cross(&mut books);
        after
    }
}

/// The client's value of each reply.
pub(super) fn replies(
    scenario: &Scenario,
    weights: &Weights,
    game: &Game,
    demand: Demand,
    replies: &[Reply],
) -> Vec<i64> {
    let outlook = Outlook::new(scenario, &game.position, game);
    let domain = scenario.card(demand.card).domain;
    let around = Surroundings::new(scenario, &game.position, domain);
    let opening = Opening::new(outlook, &around, demand);
    let odds = odds(scenario, opening.modifier);
    replies
        .iter()
        .map(|&reply| expected(odds, |band| opening.client_value(weights, reply, band)))
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
            for &inducement in Inducement::ALL {
                let demand = Demand {
                    card,
                    intensity,
                    inducement,
                };
                let opening = Opening::new(outlook, around, demand);
                let reply = opening.predicted_reply(&likely);
                options.push(Decision::Demand(demand));
                values.push(opening.patron_value(weights, reply));
            }
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
    let now = Prospect::new(&around);
    legal
        .iter()
        .map(|&choice| followed(scenario, weights, &mut { now }, demand, response, choice))
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
    for (offer, value) in acceptable_offers(scenario, weights, game) {
        if value > now {
            options.push(Some(offer));
            values.push(value);
        }
    }
    (options, values)
}

/// The offers that the patron is expected to take up, with the client's worth of each.
pub(super) fn acceptable_offers(
    scenario: &Scenario,
    weights: &Weights,
    game: &Game,
) -> Vec<(Offer, i64)> {
    let mut offers = legal::offers(scenario, game).peekable();
    if offers.peek().is_none() {
        return Vec::new();
    }
    let outlook = Outlook::new(scenario, &game.position, game);
    let patron = &scenario.expected.patron;
    let without = expected_without_offer(outlook, patron);
    offers
        .filter_map(|offer| {
            let after = outlook.taken_up(offer);
            let tempts = 36 * worth(scenario, &after, patron) > without;
            tempts.then(|| (offer, worth(scenario, &after, weights)))
        })
        .collect()
}

/// What the patron that is expected can hope for without an offer, times 36: the best of holding and of
/// every plain request.
fn expected_without_offer(outlook: Outlook<'_>, patron: &Weights) -> i64 {
    let mut best = outlook.holding(patron);
    let surroundings = outlook.surroundings();
    let mut likely = Vec::new();
    for &card in outlook.menu {
        let around = &surroundings[outlook.scenario.card(card).domain.index()];
        let demand = Demand {
            card,
            intensity: Intensity::Request,
            inducement: Inducement::None,
        };
        outlook.likely_replies(around, card, demand.intensity, &mut likely);
        let opening = Opening::new(outlook, around, demand);
        let reply = opening.predicted_reply(&likely);
        best = best.max(opening.patron_value(patron, reply));
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
