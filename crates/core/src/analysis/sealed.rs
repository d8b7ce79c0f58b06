//! How bots plan in sealed mode, where the rules are silent: they ask themselves what they would do.
//!
//! The patron decides what it would decide in the open, and its follow-ups as if the client then
//! accepted, or refused, outright. The client answers, for each domain, as it would to the domain's
//! middling card (by gain) as a request, and pressed; without an inducement.

use crate::bot::{Bot, Plays as _};
use crate::engine::action::{
    NamedDemand, SealedDemand, SealedReplies, SealedReply, SealedResponse,
};
use crate::engine::seat::Seat;
use crate::model::choice::{
    Band, Decision, Demand, FollowUp, Inducement, Intensity, Reply, Response,
};
use crate::model::current::Adjudication;
use crate::model::game::Game;
use crate::model::ledger::Silent;
use crate::model::place::{CardAt, DomainAt};
use crate::model::scenario::{BroughtUpBy, Scenario};

/// What is hashed with a bot's plan: the same for the same moment of the same session, and to be guessed
/// by nobody who does not know the session's seed.
pub fn nonce(game: &Game, seat: Seat) -> String {
    let place = format!("{seat} {} {} {}", game.seed, game.move_index, game.place);
    let derived = blake3::derive_key("unequal, nonces of bots' sealed plans, 1", place.as_bytes());
    let digits = blake3::Hash::from_bytes(derived).to_hex();
    digits.chars().take(NONCE_DIGITS).collect()
}

/// Hexadecimal digits of a nonce.
const NONCE_DIGITS: usize = 32;

/// The patron's plan.
pub fn demand(scenario: &Scenario, bot: &Bot<'_>, game: &Game) -> SealedDemand {
    let without_a_demand = |take_up| SealedDemand {
        take_up,
        demand: None,
        if_met: FollowUp::Pocket,
        if_defied: FollowUp::BackDown,
    };
    let demand = match bot.decide(game) {
        Decision::Hold => return without_a_demand(false),
        Decision::TakeUp => return without_a_demand(true),
        Decision::Demand(demand) => demand,
    };
    let after = |response: Response| {
        let mut copy = game.clone();
        copy.table(scenario, demand, Silent);
        let outright = Adjudication {
            band: Some(Band::AsOffered),
            ..Adjudication::default()
        };
        copy.resolve(scenario, demand, Reply::plain(response), outright, Silent);
        bot.follow_up(&copy)
    };
    SealedDemand {
        take_up: false,
        demand: Some(NamedDemand::of(scenario, demand)),
        if_met: after(Response::Accept),
        if_defied: after(Response::Refuse),
    }
}

/// The client's plan.
pub fn response(scenario: &Scenario, bot: &Bot<'_>, game: &Game) -> SealedResponse {
    let replies = scenario.domains.placed().map(|(place, domain)| {
        let answer = |intensity| answer(scenario, bot, game, place, intensity);
        SealedReplies {
            domain: domain.id.clone(),
            gentle: answer(Intensity::Request),
            hard: answer(Intensity::Press),
        }
    });
    SealedResponse {
        replies: replies.collect(),
    }
}

fn answer(
    scenario: &Scenario,
    bot: &Bot<'_>,
    game: &Game,
    domain: DomainAt,
    intensity: Intensity,
) -> SealedReply {
    // What was written in the room is the patron's secret: the client thinks of the deck's cards.
    let mut cards: Vec<CardAt> = scenario
        .cards
        .places()
        .take(scenario.cards.len() - scenario.written)
        .filter(|&card| scenario.card(card).domain == domain)
        .filter(|&card| scenario.card(card).brought_up_by != BroughtUpBy::Client)
        .collect();
    cards.sort_by_key(|&card| scenario.card(card).gain);
    let Some(&card) = cards.get(cards.len() / 2) else {
        return SealedReply {
            response: Response::Partial,
            instead: None,
            ask: None,
            words: None,
        };
    };
    let demand = Demand {
        card,
        intensity,
        inducement: Inducement::None,
    };
    let reply = bot.reply(game, demand);
    SealedReply {
        response: reply.response,
        instead: reply.instead.map(|card| scenario.card(card).id.clone()),
        ask: None,
        words: None,
    }
}
