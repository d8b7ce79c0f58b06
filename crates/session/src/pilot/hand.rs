//! The hands that act without a person: a bot in a seat, or the program.

use crate::history::History;
use crate::setup::Holder;
use unequal_core::analysis::seated::Seated;
use unequal_core::bot::EuropeBot;
use unequal_core::engine::action::Action;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;

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

/// The bot of a name in a seat of this table.
pub(super) fn seated<'a>(table: &'a History, seat: Seat, name: &str) -> Option<Seated<'a>> {
    Seated::named(table.scenario(), seat, name, table.expected_europe()).ok()
}

impl History {
    /// Whom a look ahead takes to sit in Europe's seat: the bot that does. What people will do there nobody can
    /// tell, so of them no measure is expected.
    pub fn expected_europe(&self) -> EuropeBot {
        match self.holder(Seat::Europe) {
            Holder::Bot(name) => EuropeBot::from_word(&name).unwrap_or(EuropeBot::Absent),
            Holder::Human | Holder::Nobody | Holder::Outside(_) => EuropeBot::Absent,
        }
    }
}
