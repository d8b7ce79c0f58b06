//! What a table may do to a game besides the steps of the rules: rulings, and cards written in the room.
//!
//! What the white cell may rule is told in [`current`](crate::model::current).

use crate::model::choice::Demand;
use crate::model::game::Game;
use crate::model::gauge::Gauge;
use crate::model::ledger::{Books, Ledger, Reason};
use crate::model::place::CardAt;
use crate::model::scenario::Scenario;

impl Game {
    /// The offer on the table was never tabled: nothing is set aside, and the client need not wait.
    pub const fn veto_offer(&mut self) {
        self.current.offer = None;
        self.offer_wait = 0;
    }

    /// Spends the effort of a demand that is announced together with one before it.
    pub fn announce(&mut self, scenario: &Scenario, demand: Demand) {
        self.effort -= scenario.intensity(demand.intensity).effort;
    }

    /// Adds to gauges, in order, for one reason.
    pub fn change(
        &mut self,
        scenario: &Scenario,
        changes: &[(Gauge, i64)],
        because: Reason,
        ledger: impl Ledger,
    ) {
        Books::new(scenario, &mut self.position, ledger).add_all(changes, because);
    }

    /// Whether a card that was written in the room has come into play.
    pub fn is_dealt(&self, card: CardAt) -> bool {
        self.progress.dealt.contains(card)
    }

    /// Lets the patron demand a card that was written in the room, from this move on; `laid` says whether
    /// the menu of this move lies on the table.
    pub fn deal(&mut self, card: CardAt, laid: bool) {
        self.progress.deal(card);
        if laid {
            self.menu.add(card);
        }
    }
}
