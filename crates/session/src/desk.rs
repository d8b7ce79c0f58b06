//! The ruling desk: what goes into the exchange to be ruled on, what would follow, and what was ruled before.
//!
//! What the rules say at once is in [`Desk`]; how final stability would spread after each band takes
//! playouts, and is an [`Outlook`] that owns all it needs, so that it can be worked out in the background.
//! Both rest on where the red lines truly lie: they are for the white cell alone.

mod interventions;
mod tips;

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use crate::history::History;
use unequal_core::analysis::expectations::{
    Expectation, Method, Spread, Stopped, from_ruling, usual_policy,
};
use unequal_core::bot::EuropeBot;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::preview::{Ground, Preview};
use unequal_core::engine::room::argument::{Provisional, net_arguments};
use unequal_core::engine::state::State;
use unequal_core::model::choice::{Band, Demand, FollowUp, Reply};
use unequal_core::model::contest::{band, odds};
use unequal_core::model::luck::dice;
use unequal_core::model::place::PolicyAt;
use unequal_core::model::scenario::Scenario;

pub use interventions::Intervention;
pub use tips::Tips;

/// The exchange that waits for its ruling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    /// The demand.
    pub demand: Demand,
    /// The reply.
    pub reply: Reply,
    /// Factors, odds without arguments, and what each band would do.
    pub preview: Preview,
    /// What the arguments heard come to on the roll; above 0 helps the client.
    pub arguments: i64,
    /// How many of the 36 rolls give slip, as offered, hold, arguments included.
    pub odds: [i64; 3],
    /// The dice that the seed gives.
    pub dice: (u8, u8),
    /// The band by rule, with these dice and the arguments heard.
    pub computed: Band,
}

/// A ruling that stands, and the result that the rules gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// The entry.
    pub entry: EntryNumber,
    /// The move; turn zero is 0.
    pub move_number: u32,
    /// The exchange's place in the move, from 0.
    pub place: u32,
    /// The two dice together.
    pub roll: i64,
    /// The computed modifier.
    pub modifier: i64,
    /// Net arguments.
    pub arguments: i64,
    /// The band by rule.
    pub computed: Band,
    /// The band that stands.
    pub ruled: Band,
    /// The reason given.
    pub reason: Option<String>,
    /// Whether the white cell wants to look at it again.
    pub provisional: bool,
}

impl Ruling {
    /// Whether the white cell departed from the computed band.
    pub fn departs(&self) -> bool {
        self.computed != self.ruled
    }
}

impl History {
    /// The exchange that waits for its ruling, if there is one.
    pub fn desk(&self) -> Option<Desk> {
        let state = self.state();
        let scenario = self.scenario();
        let tabled = state
            .tabled
            .first()
            .filter(|_| state.phase == Phase::Ruling)?;
        let game = &state.game;
        let (demand, reply) = (tabled.demand, tabled.reply?);
        let ground = Ground {
            scenario,
            position: &game.position,
            progress: &game.progress,
            // What a demand sets aside it has set aside when it was tabled.
            offer_waits: false,
        };
        let preview = ground.exchange(demand, reply, game.place);
        let arguments = net_arguments(scenario, &state.room.arguments);
        let modifier = preview.factors.modifier + arguments;
        let dice = dice(game.seed, game.move_index, game.place);
        let roll = i64::from(dice.0) + i64::from(dice.1);
        Some(Desk {
            demand,
            reply,
            arguments,
            odds: odds(scenario, modifier),
            dice,
            computed: band(scenario, roll, modifier),
            preview,
        })
    }

    /// The rulings that stand, in order, each with the result by rule beside it.
    pub fn rulings(&self) -> Vec<Ruling> {
        self.standing()
            .filter_map(|moment| {
                let exchange = moment.facts.iter().find_map(|fact| match fact {
                    Fact::Resolved(exchange) => Some(exchange),
                    _ => None,
                })?;
                let entry = &moment.entry;
                let place = self.state_at(entry.number).game.place;
                let what = Provisional {
                    move_number: entry.move_number,
                    place,
                };
                Some(Ruling {
                    entry: entry.number,
                    move_number: entry.move_number,
                    place,
                    roll: exchange.roll,
                    modifier: exchange.modifier,
                    arguments: exchange.arguments,
                    computed: exchange.computed(self.scenario()),
                    ruled: exchange.band,
                    reason: match &entry.act {
                        Action::Rule { reason, .. } => reason.clone(),
                        _ => None,
                    },
                    provisional: self.state().room.provisional.contains(&what),
                })
            })
            .collect()
    }
}

/// How the session could end after each band of the open exchange.
#[derive(Clone, Debug)]
pub struct Outlook {
    scenario: Scenario,
    state: State,
    policy: PolicyAt,
    europe: EuropeBot,
    playouts: u64,
    seed: u64,
}

/// What could be expected if the exchange came out in one band.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AfterBand {
    /// The band.
    pub band: Band,
    /// Mean final stability and the endings.
    pub expected: Expectation,
    /// How final stability spreads.
    pub spread: Spread,
    /// The follow-ups to it, in percent of the playouts, in canonical order; those that never came are left out.
    pub follow_ups: Vec<(FollowUp, f64)>,
}

/// How far an outlook has come: bands worked out, and how many there are.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) -> ControlFlow<()> + Sync);

impl Outlook {
    /// The outlook for the exchange that waits for its ruling. Without a policy, the one that the deck's
    /// patrons expect to face plays on in both seats.
    pub fn new(table: &History, policy: Option<&str>, playouts: u64) -> Option<Self> {
        table.desk()?;
        let scenario = table.scenario().clone();
        let policy = match policy {
            Some(name) => scenario.policy_at(name)?,
            None => scenario.policy_at(&usual_policy(&scenario).name)?,
        };
        Some(Self {
            scenario,
            state: table.state().clone(),
            policy,
            europe: table.expected_europe(),
            playouts,
            seed: table.setup().seed,
        })
    }

    /// Works it out, in the order slip, as offered, hold. The same terms give the same answer.
    ///
    /// # Errors
    ///
    /// Fails if `progress` breaks off.
    pub fn answer(&self, progress: Progress<'_>) -> Result<Vec<AfterBand>, Stopped> {
        let method = Method {
            policy: self.scenario.policy(self.policy),
            europe: self.europe,
            playouts: self.playouts.max(1),
            seed: self.seed,
        };
        let bands = Band::ALL.iter().enumerate();
        bands
            .map(|(place, &band)| {
                let watch = || progress(place, Band::ALL.len());
                if watch().is_break() {
                    return Err(Stopped);
                }
                let (sample, counts) =
                    from_ruling(&self.scenario, &self.state, band, &method, &watch)?;
                Ok(AfterBand {
                    band,
                    expected: sample.expectation(),
                    spread: sample.spread().unwrap_or_default(),
                    follow_ups: in_percent(counts),
                })
            })
            .collect()
    }
}

fn in_percent(counts: [u64; FollowUp::ALL.len()]) -> Vec<(FollowUp, f64)> {
    let total: u64 = counts.iter().sum();
    FollowUp::ALL
        .iter()
        .zip(counts)
        .filter(|(_, count)| *count > 0)
        .map(|(choice, count)| {
            let share = unequal_core::analysis::stats::Share::new(count, total);
            (*choice, share.percent)
        })
        .collect()
}
