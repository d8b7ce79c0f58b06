//! The hands that act without a person: a bot of the deck, or the program.

use unequal_core::analysis::bot::Bot;
use unequal_core::engine::action::Action;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_core::model::scenario::Scenario;

/// An act that no person decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pilot {
    /// The seat it is made for.
    pub seat: Seat,
    /// The hand: a bot or the program.
    pub by: Player,
    /// The act.
    pub action: Action,
}

/// The deck's bot of that name.
pub(super) fn bot<'a>(scenario: &'a Scenario, name: &str) -> Option<Bot<'a>> {
    let policy = &scenario.policies[scenario.policy_index(name)?];
    Some(Bot::new(scenario, policy))
}
