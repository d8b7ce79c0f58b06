//! Lets bots that have some sense play a deck, notes every move as a record would, and checks what was noted: which
//! themes came onto the menu, whether two moves in a row were quiet, and whether what came fits what had been played.
//!
//! The check reads the notes alone. What was given it adds up itself, and it asks no rule whether an event may come, so
//! that a fault in how the rules choose one shows here.

use std::collections::{BTreeMap, BTreeSet};

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use serde::Serialize;

use crate::analysis::balance::roles::Roles;
use crate::analysis::ensemble::{EnsembleError, session_seed};
use crate::bot::{Bot, EuropeBot, Players, play};
use crate::deck::Deck;
use crate::deck::text::Whereabouts;
use crate::model::exchange::paid_with;
use crate::model::game::Game;
use crate::model::gauges::Gauges as _;
use crate::model::offer::legal_offers;
use crate::model::place::{CardAt, EventAt, PolicyAt};
use crate::model::position::Position;
use crate::model::scenario::{Bound, Scenario};

/// What the tags of a report's themes begin with.
const THEME: &str = "report:";

/// In how many percent of sessions each theme has to be on the menu.
pub const ON_THE_MENU: u64 = 60;

/// A move, as it is noted.
#[derive(Clone, Debug)]
struct Noted {
    /// The event that came; none where the move was quiet.
    event: Option<EventAt>,
    /// How things stood before it came.
    before: Position,
    /// What the patron could demand, and the client offer.
    menu: BTreeSet<CardAt>,
    /// Of which card how much was given, in percent.
    given: Vec<(CardAt, i64)>,
}

/// What should not have happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// Who played: `cautious v logit, hawk`.
    pub played_by: String,
    /// The session's seed.
    pub seed: u64,
    /// The move, from 1.
    #[serde(rename = "move")]
    pub number: usize,
    /// What is wrong with it.
    pub what: String,
}

/// A theme of the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Theme {
    /// Its tag, without `report:`.
    pub name: String,
    /// Sessions in which a card that carries it was on the menu.
    pub sessions: u64,
}

/// What the records of all sessions come to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Course {
    /// Sessions played.
    pub sessions: u64,
    /// Moves in all of them.
    pub moves: u64,
    /// Moves into which no event came.
    pub quiet: u64,
    /// The themes that a card of the deck carries, by name.
    pub themes: Vec<Theme>,
    /// Moves that were quiet after a quiet one.
    pub quiet_again: Vec<Fault>,
    /// Events that do not fit what had been played.
    pub contradictions: Vec<Fault>,
}

impl Course {
    /// The themes that are on the menu in too few sessions.
    pub fn rare(&self) -> impl Iterator<Item = &Theme> {
        let least = self.sessions * ON_THE_MENU;
        self.themes
            .iter()
            .filter(move |theme| theme.sessions * 100 < least)
    }

    /// Whether nothing is wrong.
    pub fn holds(&self) -> bool {
        self.quiet_again.is_empty()
            && self.contradictions.is_empty()
            && self.rare().next().is_none()
    }

    fn add(&mut self, other: Self) {
        self.sessions += other.sessions;
        self.moves += other.moves;
        self.quiet += other.quiet;
        for (theme, other) in self.themes.iter_mut().zip(&other.themes) {
            theme.sessions += other.sessions;
        }
        self.quiet_again.extend(other.quiet_again);
        self.contradictions.extend(other.contradictions);
    }
}

/// Plays so many sessions and checks their records; Europe's bots sit in its seat by turns. The same seed gives the same
/// sessions.
///
/// # Errors
///
/// Fails if no sessions are asked for, or the deck has no bot with some sense.
pub fn course(deck: &Deck, sessions: u64, seed: u64) -> Result<Course, EnsembleError> {
    if sessions == 0 {
        return Err(EnsembleError::NoRuns);
    }
    let (themes, pairings) = (themes(deck), sensible(&deck.scenario));
    if pairings.is_empty() {
        return Err(EnsembleError::NoSense);
    }
    let played = (0..sessions).into_par_iter().map(|index| {
        let pairing = pairings[below(index, pairings.len())];
        let turn = index / pairings.len() as u64;
        let europe = EuropeBot::ALL[below(turn, EuropeBot::ALL.len())];
        let seed = session_seed(seed, index);
        let moves = noted(&deck.scenario, pairing, europe, seed);
        let [patron, client] = pairing.map(|at| &deck.scenario.policy(at).name);
        let fault = |(place, what)| Fault {
            played_by: format!("{patron} v {client}, {europe}"),
            seed,
            number: place + 1,
            what,
        };
        Course {
            sessions: 1,
            moves: moves.len() as u64,
            quiet: moves.iter().filter(|one| one.event.is_none()).count() as u64,
            themes: on_the_menu(&themes, &moves),
            quiet_again: quiet_again(&moves).into_iter().map(fault).collect(),
            contradictions: contradictions(&deck.scenario, &moves)
                .into_iter()
                .map(fault)
                .collect(),
        }
    });
    let played: Vec<Course> = played.collect();
    let none = Course {
        themes: on_the_menu(&themes, &[]),
        ..Course::default()
    };
    Ok(played.into_iter().fold(none, |mut all, one| {
        all.add(one);
        all
    }))
}

/// The pairings of bots in which both sides have some sense, whatever they are called: a session is played by each in turn.
fn sensible(scenario: &Scenario) -> Vec<[PolicyAt; 2]> {
    let roles = Roles::of(scenario);
    let patrons = [roles.cautious, roles.in_kind].into_iter().flatten();
    let alike = patrons.clone().chain(roles.hesitant).map(|at| [at, at]);
    let wavering = patrons.filter_map(|at| Some([at, roles.hesitant?]));
    alike.chain(wavering).collect()
}

/// A number in a list of so many, going round.
fn below(number: u64, many: usize) -> usize {
    usize::try_from(number % many as u64).unwrap_or_default()
}

/// The cards that carry each theme.
fn themes(deck: &Deck) -> BTreeMap<&str, BTreeSet<CardAt>> {
    let mut themes: BTreeMap<&str, BTreeSet<CardAt>> = BTreeMap::new();
    for tagged in deck.text.tagged() {
        let Whereabouts::Card(card) = tagged.whereabouts else {
            continue;
        };
        for theme in tagged.tags.iter().filter_map(|tag| tag.strip_prefix(THEME)) {
            themes.entry(theme).or_default().insert(card);
        }
    }
    themes
}

/// Plays a session and notes its moves.
fn noted(scenario: &Scenario, pairing: [PolicyAt; 2], europe: EuropeBot, seed: u64) -> Vec<Noted> {
    let bot = |at: PolicyAt| Bot::new(scenario, scenario.policy(at).kind.clone()).expecting(europe);
    let [patron, client] = pairing.map(bot);
    let players = Players {
        patron: &patron,
        client: &client,
        europe,
    };
    let mut game = Game::new(scenario, seed);
    let mut moves: Vec<Noted> = Vec::new();
    let mut before = (game.position, game.progress);
    play(scenario, &mut game, players, |game| {
        let (position, progress) = before;
        let move_index = game.move_index.saturating_sub(1);
        let offers = legal_offers(scenario, &position, &progress, move_index);
        let demands = game.menu.cards().iter().copied();
        let now = &game.current;
        let demanded = now
            .exchanges
            .iter()
            .map(|one| (paid_with(one.demand, one.reply), one.delivered));
        let taken_up = now.offer.filter(|_| now.taken_up);
        let taken_up = taken_up.map(|offer| (offer.card, now.delivered));
        moves.push(Noted {
            event: now.entry.and_then(|entry| scenario.event_of(entry)),
            before: position,
            menu: demands.chain(offers.map(|offer| offer.card)).collect(),
            given: demanded.chain(taken_up).collect(),
        });
        before = (game.position, game.progress);
    });
    moves
}

/// The themes of one session: 1 for each that was on the menu.
fn on_the_menu(themes: &BTreeMap<&str, BTreeSet<CardAt>>, moves: &[Noted]) -> Vec<Theme> {
    let each = themes.iter().map(|(name, cards)| {
        let was = moves.iter().any(|one| !one.menu.is_disjoint(cards));
        Theme {
            name: (*name).to_owned(),
            sessions: u64::from(was),
        }
    });
    each.collect()
}

/// The moves, by their places, that were quiet after a quiet one.
fn quiet_again(moves: &[Noted]) -> Vec<(usize, String)> {
    let pairs = moves.windows(2).enumerate();
    let quiet = pairs.filter(|(_, pair)| pair.iter().all(|one| one.event.is_none()));
    quiet
        .map(|(place, _)| (place + 1, "quiet after a quiet move".to_owned()))
        .collect()
}

/// What came although it does not fit what had been played, by the places of the moves.
fn contradictions(scenario: &Scenario, moves: &[Noted]) -> Vec<(usize, String)> {
    let mut given: BTreeMap<CardAt, i64> = BTreeMap::new();
    let mut come: BTreeSet<EventAt> = BTreeSet::new();
    let mut found = Vec::new();
    for (place, noted) in moves.iter().enumerate() {
        if let Some(event) = noted.event {
            let why = unfitting(scenario, event, &given, &noted.before);
            let again = (!come.insert(event)).then(|| "it has come before".to_owned());
            let id = &scenario.events[event].id;
            let told = why.into_iter().chain(again);
            found.extend(told.map(|why| (place, format!("`{id}` came although {why}"))));
        }
        for &(card, percent) in &noted.given {
            *given.entry(card).or_default() += percent;
        }
    }
    found
}

/// What speaks against an event.
fn unfitting(
    scenario: &Scenario,
    event: EventAt,
    given: &BTreeMap<CardAt, i64>,
    before: &Position,
) -> Vec<String> {
    let rules = &scenario.events[event];
    let percent = |card: CardAt| given.get(&card).copied().unwrap_or(0);
    let counts = scenario.session.given.open;
    let told = |card: CardAt| {
        format!(
            "{} % of `{}` had been given",
            percent(card),
            scenario.card(card).id
        )
    };
    let missing = rules
        .given
        .iter()
        .filter(|card| percent(*card) < counts)
        .map(told);
    let given = rules
        .not_given
        .iter()
        .filter(|card| percent(*card) >= counts)
        .map(told);
    let bounds = |bounds: &[Bound], beyond: fn(i64, i64) -> bool, side: &str| {
        let broken = bounds
            .iter()
            .filter(|(gauge, bound)| beyond(before.get(*gauge), *bound));
        let told = broken.map(|(gauge, bound)| {
            let (word, value) = (scenario.gauge_word(*gauge), before.get(*gauge));
            format!("{word} was {value}, {side} {bound}")
        });
        told.collect::<Vec<String>>()
    };
    let below = bounds(&rules.at_least, |value, bound| value < bound, "below");
    let above = bounds(&rules.at_most, |value, bound| value > bound, "above");
    missing.chain(given).chain(below).chain(above).collect()
}

#[cfg(test)]
mod tests;
