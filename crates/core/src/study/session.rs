//! Plays many sessions of many pairings, on all threads, and lets somebody take note of each.

use std::fmt;
use std::ops::ControlFlow;
use std::str::FromStr;
use std::sync::atomic::{AtomicU64, Ordering};

use rayon::ThreadPoolBuilder;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use serde::Serialize;

use crate::bot::{Bot, EuropeBot, Players, play, seat};
use crate::model::ending::Outcome;
use crate::model::game::Game;
use crate::model::place::PolicyAt;
use crate::model::scenario::{PolicyKind, Scenario};
use crate::study::StudyError;

/// Sessions that one thread plays before it takes up something else.
pub(super) const BATCH: u64 = 50;

/// Who sits in the seats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pairing {
    /// The bot in the patron's seat, by its name.
    pub patron: String,
    /// The bot in the client's seat, by its name.
    pub client: String,
    /// Who sits in Europe's seat.
    pub europe: EuropeBot,
}

impl Pairing {
    /// Two sides, and nobody in Europe's seat.
    pub fn new(patron: &str, client: &str) -> Self {
        Self {
            patron: patron.to_owned(),
            client: client.to_owned(),
            europe: EuropeBot::Absent,
        }
    }

    /// Whether a bot of the pairing may look at the weights of a policy: those of its own, and any where it
    /// is no bot that chooses by weights alone.
    pub(super) fn weighs(&self, scenario: &Scenario, policy: PolicyAt) -> bool {
        [&self.patron, &self.client].into_iter().any(|name| {
            let own = scenario.policy_at(name.trim_end_matches(['!', '?', '~']));
            own.is_none_or(|own| match scenario.policy(own).kind {
                PolicyKind::Value(_) | PolicyKind::TitForTat(_) => own == policy,
                PolicyKind::Random => false,
                PolicyKind::Rollout { .. } | PolicyKind::Fixed(_) => true,
            })
        })
    }

    /// Whether a bot of the pairing plays the session on in its mind before it chooses.
    pub(super) fn looks_ahead(&self, scenario: &Scenario) -> bool {
        [&self.patron, &self.client].into_iter().any(|name| {
            let bot = Bot::named(scenario, name);
            bot.map_or(true, |bot| bot.looks_ahead())
        })
    }
}

impl fmt::Display for Pairing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.patron, self.client)?;
        if self.europe != EuropeBot::Absent {
            write!(f, ":{}", self.europe)?;
        }
        Ok(())
    }
}

impl FromStr for Pairing {
    type Err = StudyError;

    fn from_str(text: &str) -> Result<Self, StudyError> {
        let wrong = || StudyError::NoPairing(text.to_owned());
        let parts: Vec<&str> = text.split(':').collect();
        let (patron, client, europe) = match parts[..] {
            [patron, client] => (patron, client, EuropeBot::Absent),
            [patron, client, europe] => {
                let europe = EuropeBot::from_word(europe).ok_or_else(wrong)?;
                (patron, client, europe)
            }
            _ => return Err(wrong()),
        };
        Ok(Self {
            europe,
            ..Self::new(patron, client)
        })
    }
}

/// How often each thing is played, under which seeds, and on how many threads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// The seed of the first session.
    pub first: u64,
    /// Sessions of each pairing at each point.
    pub sessions: u64,
    /// Threads; none: as many as there are cores.
    #[serde(skip)]
    pub threads: Option<usize>,
}

/// How far a study has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Sessions played.
    pub done: u64,
    /// Sessions to play altogether.
    pub of: u64,
}

/// Is told from any thread how far a study has come, and decides whether to go on.
pub type Watch<'a> = &'a (dyn Fn(Progress) -> ControlFlow<()> + Sync);

/// Lets a study go on to its end.
pub const fn unwatched(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Whoever takes note of sessions while they are played.
pub trait Observer: Default + Send {
    /// A session stands at its start.
    fn begin(&mut self, scenario: &Scenario, game: &Game);

    /// A move was closed.
    fn after_move(&mut self, scenario: &Scenario, game: &Game);

    /// A session has ended.
    fn end(&mut self, scenario: &Scenario, game: &Game, outcome: &Outcome);

    /// Takes in what another has noted of other sessions.
    fn merge(&mut self, other: Self);
}

/// A deck and who plays it.
#[derive(Clone, Debug)]
pub struct Arm {
    /// The deck.
    pub scenario: Scenario,
    /// Who plays.
    pub pairing: Pairing,
}

/// Counts sessions for whoever watches.
pub(super) struct Counter<'a> {
    done: AtomicU64,
    of: u64,
    watch: Watch<'a>,
}

impl<'a> Counter<'a> {
    pub(super) const fn new(of: u64, watch: Watch<'a>) -> Self {
        Self {
            done: AtomicU64::new(0),
            of,
            watch,
        }
    }

    pub(super) fn add(&self, sessions: u64) -> Result<(), StudyError> {
        let done = self.done.fetch_add(sessions, Ordering::Relaxed) + sessions;
        match (self.watch)(Progress { done, of: self.of }) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(StudyError::Stopped),
        }
    }
}

/// Plays all arms under the same seeds, and gives what was noted of each, in their order.
///
/// # Errors
///
/// Fails if a bot is not there, if there is nothing to play, or if `watch` breaks off.
pub fn play_all<O: Observer>(
    arms: &[Arm],
    plan: Plan,
    watch: Watch<'_>,
) -> Result<Vec<O>, StudyError> {
    if arms.is_empty() || plan.sessions == 0 {
        return Err(StudyError::Nothing);
    }
    let counter = Counter::new(plan.sessions * arms.len() as u64, watch);
    let batches: Vec<(&Arm, u64)> = arms
        .iter()
        .flat_map(|arm| {
            let begins = (0..plan.sessions.div_ceil(BATCH)).map(|batch| batch * BATCH);
            begins.map(move |begin| (arm, begin))
        })
        .collect();
    let noted = threaded(plan.threads, || {
        let parts = batches.par_iter().map(|&(arm, begin)| {
            let which = begin..(begin + BATCH).min(plan.sessions);
            observe(&arm.scenario, &arm.pairing, plan.first, which, &counter)
        });
        parts.collect::<Result<Vec<O>, StudyError>>()
    })?;
    let each = usize::try_from(plan.sessions.div_ceil(BATCH)).unwrap_or(usize::MAX);
    let mut merged: Vec<O> = Vec::with_capacity(arms.len());
    for (place, part) in noted.into_iter().enumerate() {
        match merged.last_mut() {
            Some(whole) if place % each > 0 => whole.merge(part),
            Some(_) | None => merged.push(part),
        }
    }
    Ok(merged)
}

/// Plays some sessions of a study one after the other.
pub(super) fn observe<O: Observer>(
    scenario: &Scenario,
    pairing: &Pairing,
    first: u64,
    which: impl IntoIterator<Item = u64>,
    counter: &Counter<'_>,
) -> Result<O, StudyError> {
    let patron = seat(scenario, &pairing.patron, pairing.europe)?;
    let client = seat(scenario, &pairing.client, pairing.europe)?;
    let players = Players {
        patron: &*patron,
        client: &*client,
        europe: pairing.europe,
    };
    let mut noted = O::default();
    let mut game = Game::new(scenario, first);
    for session in which {
        game.restart(scenario, first.wrapping_add(session));
        noted.begin(scenario, &game);
        play(scenario, &mut game, players, |game| {
            noted.after_move(scenario, game);
        });
        if let Some(outcome) = game.outcome {
            noted.end(scenario, &game, &outcome);
        }
        counter.add(1)?;
    }
    Ok(noted)
}

/// Does something on so many threads.
pub(super) fn threaded<T: Send>(
    threads: Option<usize>,
    task: impl FnOnce() -> Result<T, StudyError> + Send,
) -> Result<T, StudyError> {
    let Some(threads) = threads else {
        return task();
    };
    let pool = ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .map_err(|source| StudyError::Threads { threads, source })?;
    pool.install(task)
}
