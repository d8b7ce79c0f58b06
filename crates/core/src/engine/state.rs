//! The state of a table: the game, the phase, and what lies on the table unresolved.

use std::sync::Arc;

use serde::Serialize;

use crate::engine::action::{SealedDemand, SealedResponse};
use crate::engine::holder::Holder;
use crate::engine::options::Options;
use crate::engine::phase::Phase;
use crate::engine::room::Room;
use crate::engine::seat::Seat;
use crate::model::choice::{Demand, Reply};
use crate::model::game::Game;
use crate::model::scenario::Scenario;
use crate::model::side::BySide;

/// A demand on the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tabled {
    /// The demand.
    pub demand: Demand,
    /// The answer, once given.
    pub reply: Option<Reply>,
    /// What the client asks in return, in words.
    pub ask: Option<String>,
}

/// What lies sealed on the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sealed {
    /// What each side has committed to.
    pub hashes: BySide<Option<String>>,
    /// The patron's plan, once revealed.
    pub demand: Option<SealedDemand>,
    /// The client's plan, once revealed.
    pub response: Option<SealedResponse>,
}

impl Sealed {
    /// The commitment of the side in a seat.
    pub fn commitment(&self, seat: Seat) -> Option<&str> {
        self.hashes[seat.side()?].as_deref()
    }
}

/// The state of a table. Only `apply` makes a new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The game by the rules.
    pub game: Game,
    /// The phase of the move.
    pub phase: Phase,
    /// How the session is played.
    pub options: Options,
    /// What each side has decided in the crisis phase, before both have: whether it climbs down.
    pub crisis_acts: BySide<Option<bool>>,
    /// Demands tabled and not yet resolved, in order.
    pub tabled: Vec<Tabled>,
    /// What lies sealed.
    pub sealed: Sealed,
    /// The room around the game; shared between states as long as nobody touches it.
    pub room: Arc<Room>,
    /// The session's own game while turn zero is played.
    pub set_aside: Option<Box<Game>>,
}

impl State {
    /// The table at STARTEX.
    pub fn at_start(scenario: &Scenario, seed: u64, options: Options) -> Self {
        Self {
            game: Game::new(scenario, seed),
            phase: Phase::Inject,
            options,
            crisis_acts: BySide::default(),
            tabled: Vec::new(),
            sealed: Sealed::default(),
            room: Arc::default(),
            set_aside: None,
        }
    }

    /// Draws everything under another seed that is still hidden, but for the red lines; in turn zero for the game
    /// that counts, too.
    pub fn draw_anew(&mut self, scenario: &Scenario, seed: u64) {
        self.game.reseed(scenario, seed, false);
        if let Some(game) = &mut self.set_aside {
            game.reseed(scenario, seed, false);
        }
    }

    /// The game that counts: the session's own, while turn zero is played, too.
    pub fn counting(&self) -> &Game {
        self.set_aside.as_deref().unwrap_or(&self.game)
    }

    /// The game as a bot counts it, whose turn it is: demands announced together are counted as they are
    /// tabled or answered, and none of them is on the menu any more.
    pub fn counted(&self) -> Game {
        let mut game = self.game.clone();
        let done = if self.phase == Phase::Demand {
            let tabled = |card| self.tabled.iter().any(|one| one.demand.card == card);
            game.menu.take_off(tabled);
            self.tabled.len()
        } else {
            let answered = self.tabled.iter().filter(|one| one.reply.is_some());
            answered.count()
        };
        game.place += u32::try_from(done).unwrap_or(0);
        game
    }

    /// Whether somebody sits in Europe's seat, so that its phase is played.
    pub fn has_europe(&self) -> bool {
        match self.room.holders.get(&Seat::Europe) {
            Some(holder) => *holder != Holder::Nobody,
            None => self.options.europe,
        }
    }

    /// The move as people count it, from 1; turn zero is 0.
    ///
    /// A closed move stays current until the next one opens, so that its result can be talked about.
    pub fn move_number(&self) -> u32 {
        if self.room.rehearsing {
            return 0;
        }
        let closed = matches!(self.phase, Phase::Ended) && self.game.outcome.is_some();
        let index = self.game.move_index;
        if closed { index.max(1) } else { index + 1 }
    }
}
