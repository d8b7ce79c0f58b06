//! How a session ended, as its deck tells it: what the record bears out, and nothing else.

use crate::history::History;
use crate::moment::Moment;
use unequal_core::deck::text::{Happened, Tally};
use unequal_core::engine::action::Action;
use unequal_core::engine::fact::Fact;

impl History {
    /// The ending in the deck's words, a paragraph each; nothing before the end.
    pub fn ending_told(&self) -> Vec<String> {
        let state = self.state_at(self.last_number());
        let game = &state.game;
        let Some(outcome) = game.outcome else {
            return Vec::new();
        };
        let tally = self.tally();
        let happened = Happened {
            scenario: self.scenario(),
            ending: outcome.ending,
            position: &game.position,
            progress: &game.progress,
            europe: state.has_europe().then_some(&game.europe),
            tally: &tally,
        };
        let told = self.deck().text.ending_told(&happened);
        told.into_iter().map(str::to_owned).collect()
    }

    /// What was done since STARTEX and stands, counted.
    fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        let played = self.standing();
        for moment in played.filter(|moment| moment.entry.move_number > 0) {
            self.count(moment, &mut tally);
        }
        tally
    }

    fn count(&self, moment: &Moment, tally: &mut Tally) {
        match &moment.entry.act {
            Action::FollowUp { choice } => tally.followed_up(*choice),
            Action::CloseMove => {
                let closed = &self.state_at(moment.entry.number.before()).game.current;
                let held = closed.exchanges.is_empty() && !closed.taken_up;
                tally.holds += u32::from(held);
            }
            _ => {}
        }
        for fact in &moment.facts {
            match fact {
                Fact::Resolved(exchange) => tally.answered(exchange.reply.response),
                Fact::OfferTakenUp { .. } => tally.offers_taken += 1,
                Fact::CrisisEnded => tally.crises_passed += 1,
                Fact::MeasureTaken(taken) => {
                    tally.took(self.scenario().measure(taken.step.measure).kind);
                }
                _ => {}
            }
        }
    }
}
