//! How bots plan in sealed mode, where the rules are silent: they ask themselves what they would do.
//!
//! The patron tables what it would table in the open, and decides its follow-ups as if the client
//! then accepted, or refused, outright. The client answers, for each domain, as it would to the
//! domain's middling card (by gain) as a request, and pressed; without an inducement.

use crate::analysis::bot::{Bot, Plays};
use crate::engine::action::{
    NamedDemand, SealedDemand, SealedReplies, SealedReply, SealedResponse,
};
use crate::engine::choice::{Band, FollowUp, Inducement, Intensity, Response};
use crate::engine::game::{Adjudication, Game};
use crate::engine::ledger::Silent;
use crate::engine::resolve::contest::{Demand, Reply};
use crate::engine::scenario::Scenario;
use crate::engine::seat::Seat;
use crate::model::place::{CardAt, DomainAt};

/// What is hashed with a bot's plan: the same for the same moment of the same session, and to be guessed
/// by nobody who does not know the session's seed.
pub fn nonce(game: &Game, seat: Seat) -> String {
    let place = format!("{seat} {} {} {}", game.seed, game.move_index, game.slot);
    let derived = blake3::derive_key("unequal, nonces of bots' sealed plans, 1", place.as_bytes());
    let digits = blake3::Hash::from_bytes(derived).to_hex();
    digits.chars().take(NONCE_DIGITS).collect()
}

/// Hexadecimal digits of a nonce.
const NONCE_DIGITS: usize = 32;

/// The patron's plan.
pub fn demand(scenario: &Scenario, bot: &Bot<'_>, game: &Game) -> SealedDemand {
    let Some(demand) = bot.demand(game) else {
        return SealedDemand {
            demand: None,
            if_met: FollowUp::Pocket,
            if_defied: FollowUp::BackDown,
        };
    };
    let after = |response: Response| {
        let mut copy = game.clone();
        copy.table(scenario, demand);
        let outright = Adjudication {
            band: Some(Band::AsOffered),
            ..Adjudication::default()
        };
        copy.resolve(
            scenario,
            demand,
            Reply::plain(response),
            outright,
            &mut Silent,
        );
        bot.follow_up(&copy)
    };
    SealedDemand {
        demand: Some(NamedDemand {
            card: scenario.cards[demand.card].id.clone(),
            intensity: demand.intensity,
            inducement: demand.inducement,
        }),
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
        .filter(|&card| scenario.cards[card].domain == domain)
        .collect();
    cards.sort_by_key(|&card| scenario.cards[card].gain);
    let Some(&card) = cards.get(cards.len() / 2) else {
        return SealedReply {
            response: Response::Partial,
            to: None,
            ask: None,
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
        to: reply.to.map(|to| scenario.domains[to].id.clone()),
        ask: None,
    }
}
