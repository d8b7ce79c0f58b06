//! A stable digest of a state: equal states have equal digests on every machine and in every version.

use std::sync::Arc;

use crate::engine::choice::FollowUp;
use crate::engine::game::Game;
use crate::engine::gauge::MAX_DOMAINS;
use crate::engine::scenario::Scenario;
use crate::engine::state::State;

/// The digest of a state, 16 hex digits.
///
/// Everything that can influence play goes in, as numbers in a fixed order, list lengths included.
pub fn digest(scenario: &Scenario, state: &State) -> String {
    let mut sum = Sum(Vec::with_capacity(LENGTH));
    let game = &state.game;
    let position = &game.position;
    for gauge in scenario.gauges() {
        sum.number(position.get(gauge));
    }
    for domain in 0..MAX_DOMAINS {
        sum.number(i64::from(position.breached[domain]));
        sum.number(position.hidden[domain]);
        sum.number(i64::from(position.known[domain]));
    }
    sum.number(game.seed.cast_signed());
    sum.number(i64::from(game.move_index));
    sum.number(i64::from(game.slot));
    sum.list(&game.hand);
    sum.list(&game.pile);
    sum.list(&game.discard);
    sum.number(game.cycle.cast_signed());
    sum.list(&game.events);
    sum.list(&[game.drawn]);
    sum.number(game.effort);
    sum.number(i64::from(game.clocks.in_crisis));
    sum.number(game.clocks.crisis);
    sum.number(game.clocks.vassalage);
    sum.number(i64::from(game.last_move));
    sum.list(&game.tabled);
    exchanges(&mut sum, game);
    let (offer, intensity) = game
        .memory
        .last
        .map_or((-1, -1), |(offer, intensity)| (offer, intensity.steps()));
    sum.number(offer);
    sum.number(intensity);
    sum.list(&[game.memory.follow_up.map_or(0, |choice| choice.index() + 1)]);
    sum.number(i64::from(game.memory.held));
    sum.number(i64::try_from(game.path.len()).unwrap_or(i64::MAX));
    game.path
        .iter()
        .for_each(|stability| sum.number(*stability));
    sum.text(state.phase.word());
    if let Some(outcome) = &game.outcome {
        sum.text(outcome.ending.word());
        for number in [outcome.patron, outcome.client, outcome.observer] {
            sum.number(number);
        }
    }
    sum.number(i64::try_from(state.tabled.len()).unwrap_or(i64::MAX));
    for tabled in &state.tabled {
        sum.demand(tabled.demand.card, tabled.demand.intensity.index());
        sum.list(&[tabled.demand.inducement.index()]);
        let reply = tabled.reply.map_or((0, 0), |reply| {
            (reply.response.index() + 1, reply.to.map_or(0, |to| to + 1))
        });
        sum.list(&[reply.0, reply.1]);
        sum.text(tabled.ask.as_deref().unwrap_or_default());
    }
    sum.text(state.sealed.hashes.patron.as_deref().unwrap_or_default());
    sum.text(state.sealed.hashes.client.as_deref().unwrap_or_default());
    let open = |plan: Option<String>| plan.unwrap_or_default();
    sum.text(&open(
        state
            .sealed
            .demand
            .as_ref()
            .and_then(|plan| serde_json::to_string(plan).ok()),
    ));
    sum.text(&open(
        state
            .sealed
            .response
            .as_ref()
            .and_then(|plan| serde_json::to_string(plan).ok()),
    ));
    // A room that no act has touched adds nothing, so that records older than it keep their digests.
    if !state.room.is_bare() {
        sum.text(&serde_json::to_string(&*state.room).unwrap_or_default());
    }
    if let Some(length) = game.length {
        sum.number(i64::from(length));
    }
    if let Some(game) = &state.set_aside {
        let aside = State {
            game: (**game).clone(),
            set_aside: None,
            room: Arc::default(),
            ..state.clone()
        };
        sum.text(&digest(scenario, &aside));
    }
    blake3::hash(&sum.0)
        .to_hex()
        .as_str()
        .chars()
        .take(16)
        .collect()
}

fn exchanges(sum: &mut Sum, game: &Game) {
    sum.number(i64::try_from(game.exchanges.len()).unwrap_or(i64::MAX));
    for exchange in &game.exchanges {
        sum.demand(exchange.demand.card, exchange.demand.intensity.index());
        sum.list(&[
            exchange.demand.inducement.index(),
            exchange.reply.response.index(),
            exchange.reply.to.map_or(0, |to| to + 1),
            exchange.band.index(),
            exchange
                .follow_up
                .map_or(0, |choice: FollowUp| choice.index() + 1),
            exchange.crossed,
        ]);
        for number in [
            exchange.modifier,
            exchange.roll,
            exchange.arguments,
            exchange.offer,
        ] {
            sum.number(number);
        }
    }
}

/// Bytes that most states come to.
const LENGTH: usize = 4096;

/// What is hashed, gathered first: one long text is hashed faster than many short ones.
struct Sum(Vec<u8>);

impl Sum {
    fn number(&mut self, number: i64) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    fn list(&mut self, list: &[usize]) {
        self.0.extend_from_slice(&(list.len() as u64).to_le_bytes());
        for number in list {
            self.0.extend_from_slice(&(*number as u64).to_le_bytes());
        }
    }

    fn text(&mut self, text: &str) {
        self.0.extend_from_slice(&(text.len() as u64).to_le_bytes());
        self.0.extend_from_slice(text.as_bytes());
    }

    fn demand(&mut self, card: usize, intensity: usize) {
        self.list(&[card, intensity]);
    }
}
