//! The state of a table: the game, the phase, and what lies on the table unresolved.

use std::sync::Arc;

use serde::Serialize;

use crate::engine::action::{SealedDemand, SealedResponse};
use crate::engine::game::Game;
use crate::engine::options::Options;
use crate::engine::phase::Phase;
use crate::engine::resolve::contest::{Demand, Reply};
use crate::engine::room::Room;
use crate::engine::scenario::Scenario;
use crate::engine::seat::Seat;
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
            tabled: Vec::new(),
            sealed: Sealed::default(),
            room: Arc::default(),
            set_aside: None,
        }
    }

    /// The game that counts: the session's own, while turn zero is played, too.
    pub fn counting(&self) -> &Game {
        self.set_aside.as_deref().unwrap_or(&self.game)
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
