//! Signs that anybody at the table can see after a move: what gauges say, and what was just done.
//!
//! None of them needs what is hidden. Bounds follow the deck's own where it has one.

use crate::model::choice::{FollowUp, Intensity, Response, is_met};
use crate::model::current::Exchange;
use crate::model::game::Game;
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::scenario::Scenario;
use crate::model::signpost::signposts;
use crate::model::vocabulary::vocabulary;

vocabulary!(
    /// Something that can be seen after a move.
    Sign {
        /// Stability is less than 11 points above where a crisis begins.
        LowStability = "low-stability",
        /// Stability fell by 6 points or more within two moves.
        FallingStability = "falling-stability",
        /// There is a crisis.
        Crisis = "crisis",
        /// Resentment is 60 or more.
        Anger = "anger",
        /// Where resentment comes to rest lies 15 points or more above it.
        AngerAhead = "anger-ahead",
        /// Trust is 45 or less.
        LowTrust = "low-trust",
        /// Mean leverage is 20 points or more above autonomy.
        Imbalance = "imbalance",
        /// Autonomy is less than 8 points above where capture begins.
        LostFreedom = "lost-freedom",
        /// Endurance is 25 or less.
        Exhaustion = "exhaustion",
        /// The shared front is 40 or less.
        SplitFront = "split-front",
        /// In two domains or more the client could not pay the cheapest open demand in full.
        EmptyHands = "empty-hands",
        /// Isolation is 75 or more.
        Isolation = "isolation",
        /// The client could afford to leave, and stability is low.
        WayOut = "way-out",
        /// An ultimatum was tabled.
        Ultimatum = "ultimatum",
        /// A demand that was pressed was not met.
        Defiance = "defiance",
        /// The patron punished.
        Punishment = "punishment",
        /// The client turned to others.
        Hedging = "hedging",
        /// A demand was granted in full.
        Compliance = "compliance",
        /// An offer was set aside.
        OfferRefused = "offer-refused",
        /// A red line was crossed.
        LineCrossed = "line-crossed",
    }
);

/// Points of stability above the threshold of a crisis from which it counts as low.
const LOW: i64 = 11;

impl Sign {
    /// What can be seen, in a few words.
    pub const fn says(self) -> &'static str {
        match self {
            Self::LowStability => "stability near a crisis (10 points)",
            Self::FallingStability => "stability down by 6 in two moves",
            Self::Crisis => "a crisis",
            Self::Anger => "resentment at 60 or more",
            Self::AngerAhead => "resentment heading 15 points higher",
            Self::LowTrust => "trust at 45 or less",
            Self::Imbalance => "leverage 20 points over autonomy",
            Self::LostFreedom => "autonomy near capture (7 points)",
            Self::Exhaustion => "endurance at 25 or less",
            Self::SplitFront => "shared front at 40 or less",
            Self::EmptyHands => "demands beyond its means in two fields",
            Self::Isolation => "isolation at 75 or more",
            Self::WayOut => "stability low, the client could leave",
            Self::Ultimatum => "an ultimatum",
            Self::Defiance => "a pressed demand not met",
            Self::Punishment => "a punishment",
            Self::Hedging => "the client turning to others",
            Self::Compliance => "a demand granted in full",
            Self::OfferRefused => "an offer set aside",
            Self::LineCrossed => "a red line crossed",
        }
    }

    /// Whether it shows after the move that was just closed.
    pub fn shows(self, scenario: &Scenario, game: &Game) -> bool {
        let position = &game.position;
        let get = |gauge| position.get(gauge);
        let any = |of: &dyn Fn(&Exchange) -> bool| game.current.exchanges.iter().any(of);
        let is_low = get(Gauge::Stability) < scenario.crisis.enter + LOW;
        match self {
            Self::LowStability => is_low,
            Self::FallingStability => {
                let before = game.path.iter().rev().nth(2).or(game.path.first());
                before.is_some_and(|before| before - get(Gauge::Stability) >= 6)
            }
            Self::Crisis => game.clocks.in_crisis,
            Self::Anger => get(Gauge::Resentment) >= 60,
            Self::AngerAhead => position.grievance(scenario) - get(Gauge::Resentment) >= 15,
            Self::LowTrust => get(Gauge::Trust) <= 45,
            Self::Imbalance => position.mean_leverage(scenario) - get(Gauge::Autonomy) >= 20,
            Self::LostFreedom => get(Gauge::Autonomy) < scenario.capture.enter + 8,
            Self::Exhaustion => get(Gauge::Endurance) <= 25,
            Self::SplitFront => get(Gauge::SharedFront) <= 40,
            Self::EmptyHands => {
                let signposts = signposts(
                    scenario,
                    position,
                    &game.progress,
                    &game.clocks,
                    game.move_index,
                );
                let empty = signposts.room.iter().flatten().filter(|room| **room < 100);
                empty.count() >= 2
            }
            Self::Isolation => position.isolation(scenario) >= 75,
            Self::WayOut => is_low && position.can_leave(scenario),
            Self::Ultimatum => any(&|exchange| exchange.demand.intensity == Intensity::Ultimatum),
            Self::Defiance => any(&|exchange| {
                exchange.demand.intensity.threatens() && !is_met(exchange.reply.response)
            }),
            Self::Punishment => any(&|exchange| exchange.follow_up == Some(FollowUp::Punish)),
            Self::Hedging => any(&|exchange| exchange.reply.response == Response::Hedge),
            Self::Compliance => any(&|exchange| exchange.reply.response == Response::Accept),
            Self::OfferRefused => game.current.offer.is_some() && !game.current.taken_up,
            Self::LineCrossed => scenario
                .domains()
                .any(|domain| position.is_breached(domain)),
        }
    }
}
