//! The plan of injects tried out: what each would change now, and when each would come if bots played on.
//!
//! A dry run goes through the same door as the session itself, on a table in memory: acts, due injects
//! and their order are the real ones. It knows all that is hidden, so it is for the white cell alone.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::Arc;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use serde::{Deserialize, Serialize};

use crate::Remarks;
use crate::history::History;
use crate::pilot;
use crate::setup::{Holder, Holders, Setup};
use crate::table::Table;
use unequal_core::analysis::expectations::{Stopped, hidden_anew, usual_policy};
use unequal_core::bot::EuropeBot;
use unequal_core::deck::Deck;
use unequal_core::engine::action::Action;
use unequal_core::engine::apply::apply;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::room::Room;
use unequal_core::engine::room::inject::{InjectStatus, PlannedInject};
use unequal_core::engine::room::plan::{due_now, effect_of};
use unequal_core::engine::seat::Seat;
use unequal_core::engine::state::{Sealed, State};
use unequal_core::model::gauge::Gauge;
use unequal_core::model::gauges::Gauges as _;
use unequal_core::model::ledger::Change;
use unequal_core::model::luck::split_mix;
use unequal_core::model::scenario::Scenario;
use unequal_core::store::Header;

/// Acts after which a dry run is given up: no session comes near.
const TOO_LONG: usize = 10_000;

/// What an inject of the plan would change, if it came now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// Its name in the plan.
    pub id: String,
    /// Whether it is waiting and due.
    pub due: bool,
    /// The changes, limits applied.
    pub changes: Vec<Change>,
    /// Stability before and after.
    pub stability: (i64, i64),
    /// The stability that circumstances support, before and after.
    pub supported: (i64, i64),
}

/// When an inject of the plan would come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coming {
    /// Its name in the plan.
    pub id: String,
    /// The move and phase in which it comes, if these bots play on and the hidden luck is what it is.
    pub as_it_stands: Option<(u32, Phase)>,
    /// In how many runs under other luck it came, by move.
    pub by_move: Vec<(u32, u64)>,
    /// In how many it never came.
    pub never: u64,
}

impl History {
    /// The names of the injects that wait and are due.
    pub fn injects_due(&self) -> Vec<String> {
        let due = due_now(self.scenario(), self.state());
        due.map(|planned| planned.id.clone()).collect()
    }

    /// What each inject of the plan that may still come would change now, in the order of the plan.
    pub fn effects(&self) -> Vec<Effect> {
        let (scenario, state) = (self.scenario(), self.state());
        let due: Vec<&str> = due_now(scenario, state)
            .map(|planned| planned.id.as_str())
            .collect();
        let open = state.room.plan.iter().filter(|planned| planned.is_open());
        open.filter_map(|planned| {
            let before = &state.game.position;
            let (after, changes) = effect_of(scenario, before, &planned.news).ok()?;
            Some(Effect {
                id: planned.id.clone(),
                due: due.contains(&planned.id.as_str()),
                changes,
                stability: (before.get(Gauge::Stability), after.get(Gauge::Stability)),
                supported: (
                    before.supported_stability(scenario),
                    after.supported_stability(scenario),
                ),
            })
        })
        .collect()
    }
}

/// A dry run of a session from where it stands.
#[derive(Clone, Debug)]
pub struct DryRun {
    deck: Arc<Deck>,
    setup: Setup,
    header: Arc<Header>,
    state: State,
    runs: u64,
}

/// Where each inject of the plan came in one run, by its place in the plan.
type Run = Vec<Option<(u32, Phase)>>;

/// How far a dry run has come is not told; whether to go on is asked before each run.
pub type Watch<'a> = &'a (dyn Fn() -> ControlFlow<()> + Sync);

impl DryRun {
    /// A dry run with bots at both sides; without a name, the policy that the deck's patrons expect to face. In
    /// Europe's seat is the bot that holds it, or nobody.
    ///
    /// A pause is over, turn zero is left behind, and plans that are sealed and not open yet are made anew.
    pub fn new(
        table: &History,
        patron: Option<&str>,
        client: Option<&str>,
        runs: u64,
    ) -> Option<Self> {
        let scenario = table.scenario();
        let bot = |name: Option<&str>| {
            let usual = || usual_policy(scenario).name.clone();
            let name = name.map_or_else(usual, str::to_owned);
            scenario.policy_at(&name).map(|_| Holder::Bot(name))
        };
        let setup = Setup {
            seats: Holders {
                patron: bot(patron)?,
                client: bot(client)?,
                europe: europe(table.expected_europe()),
            },
            ..table.setup().clone()
        };
        let state = ready(scenario, table.state(), &setup.seats.europe);
        Some(Self {
            deck: table.shared_deck(),
            setup,
            header: table.shared_header(),
            state,
            runs,
        })
    }

    /// Plays it through; the same terms give the same answer.
    ///
    /// # Errors
    ///
    /// Fails if `watch` breaks off.
    pub fn answer(&self, watch: Watch<'_>) -> Result<Vec<Coming>, Stopped> {
        if watch().is_break() {
            return Err(Stopped);
        }
        let as_it_stands = self.play(self.state.clone());
        let played: Result<Vec<Run>, Stopped> = (0..self.runs)
            .into_par_iter()
            .map(|index| match watch() {
                ControlFlow::Break(()) => Err(Stopped),
                ControlFlow::Continue(()) => {
                    let seed = split_mix(self.setup.seed, index);
                    let mut state = self.state.clone();
                    state.game = hidden_anew(&self.deck.scenario, &state, seed);
                    Ok(self.play(state))
                }
            })
            .collect();
        let played = played?;
        let plan = self.state.room.plan.iter().enumerate();
        Ok(plan
            .filter(|(_, planned)| planned.is_open())
            .map(|(place, planned)| {
                let mut coming = Coming {
                    id: planned.id.clone(),
                    as_it_stands: as_it_stands[place],
                    by_move: Vec::new(),
                    never: 0,
                };
                for run in &played {
                    match run[place] {
                        Some((number, _)) => coming.came_in(number),
                        None => coming.never += 1,
                    }
                }
                coming.by_move.sort_unstable();
                coming
            })
            .collect())
    }

    /// One session to its end: where each inject of the plan came, by its place.
    fn play(&self, state: State) -> Run {
        let mut came = vec![None; state.room.plan.len()];
        let mut table = Table::aside(
            Arc::clone(&self.deck),
            self.setup.clone(),
            Arc::clone(&self.header),
            state,
        );
        for _ in 0..TOO_LONG {
            let Some(next) = pilot::unattended(&table) else {
                break;
            };
            let phase = table.state().phase;
            let taken = table.submit(
                table.last_number(),
                next.seat,
                &next.by,
                &next.action,
                Remarks::default(),
                "",
            );
            if taken.is_err() {
                break;
            }
            for (place, planned) in came.iter_mut().zip(&table.state().room.plan) {
                if place.is_none()
                    && let Some(number) = fired(planned)
                {
                    *place = Some((number, phase));
                }
            }
        }
        came
    }
}

impl Coming {
    fn came_in(&mut self, number: u32) {
        match self.by_move.iter_mut().find(|(known, _)| *known == number) {
            Some((_, count)) => *count += 1,
            None => self.by_move.push((number, 1)),
        }
    }
}

const fn fired(planned: &PlannedInject) -> Option<u32> {
    match planned.status {
        InjectStatus::Fired(number) => Some(number),
        InjectStatus::Waiting | InjectStatus::Held | InjectStatus::Skipped => None,
    }
}

fn europe(bot: EuropeBot) -> Holder {
    match bot {
        EuropeBot::Absent => Holder::Nobody,
        EuropeBot::Random
        | EuropeBot::Hawk
        | EuropeBot::Engager
        | EuropeBot::Planner
        | EuropeBot::Signaller
        | EuropeBot::Mediator => Holder::Bot(bot.word().to_owned()),
    }
}

/// The state from which bots can play on: no turn zero, no pause, nobody's seat handed over, nothing half sealed.
fn ready(scenario: &Scenario, state: &State, europe: &Holder) -> State {
    let begun = if state.room.rehearsing {
        apply(scenario, state, Seat::WhiteCell, &Action::StartEx).map(|applied| applied.state)
    } else {
        Ok(state.clone())
    };
    let mut state = begun.unwrap_or_else(|_| state.clone());
    // A measure that people would have taken is taken by nobody: the move goes on without it.
    let leaves = Action::HandOver {
        of: Seat::Europe,
        to: europe.clone(),
        moves: None,
        reason: None,
    };
    if let Ok(applied) = apply(scenario, &state, Seat::WhiteCell, &leaves) {
        state = applied.state;
    }
    state.options.europe = *europe != Holder::Nobody;
    state.room = Room {
        pause: None,
        holders: BTreeMap::new(),
        back: BTreeMap::new(),
        ..(*state.room).clone()
    }
    .into();
    if state.phase == Phase::Reveal {
        state.phase = Phase::Sealing;
    }
    if state.phase == Phase::Sealing {
        state.sealed = Sealed::default();
    }
    state
}
