//! Whether the counts of an ensemble can all be true: a part that was cut, mixed up or changed is not added up.

use crate::analysis::ensemble::tally::{CardTally, Tally};
use crate::analysis::stats::Histogram;

/// What is counted of each card.
type OfCard = fn(&CardTally) -> u64;

impl Tally {
    /// Counts that contradict one another, in words, where any do.
    pub(super) fn contradiction(&self) -> Option<&'static str> {
        let sessions = u128::from(self.sessions);
        let ended: u128 = self.endings.iter().map(|row| total(row)).sum();
        let demands = total(&self.intensities);
        let of_cards =
            |what: OfCard| total(self.cards.iter().map(what).collect::<Vec<_>>().as_slice());
        let (answered, offered) = (
            of_cards(|card| card.answered),
            of_cards(|card| card.offered),
        );
        let reached: Vec<u64> = self.stability.iter().map(Histogram::total).collect();
        let measured = [
            self.scores.patron.count(),
            self.scores.client.count(),
            self.europe.count(),
            self.final_stability.count(),
        ];
        let aims = [self.aims.patron, self.aims.client];
        let rules = [
            (ended == sessions, "endings do not sum to the sessions"),
            (
                total(&self.lengths) == sessions,
                "lengths do not sum to the sessions",
            ),
            (
                reached.first() == Some(&self.sessions)
                    && reached.windows(2).all(|pair| pair[1] <= pair[0])
                    && reached.len() == self.lengths.len(),
                "stability is not that of so many sessions at STARTEX, and of no more after each move",
            ),
            (
                measured.iter().all(|&count| count == self.sessions),
                "scores are not those of all sessions",
            ),
            (
                aims.iter()
                    .all(|&met| self.all_aims <= met && met <= self.sessions),
                "aims were met in more sessions than there are, or together more often than each",
            ),
            (
                self.crises <= self.sessions,
                "crises are more than the sessions",
            ),
            (
                of_cards(|card| card.tabled) == demands && total(&self.inducements) == demands,
                "demands by card, by intensity and by inducement do not sum to the same",
            ),
            (
                total(&self.responses) == answered
                    && self.cards.iter().all(|card| card.met <= card.answered),
                "answers by card and by response do not sum to the same",
            ),
            (
                of_cards(|card| card.crossed) == u128::from(self.crossings),
                "red lines crossed by card do not sum to those crossed",
            ),
            (
                self.held <= self.open_moves && offered <= u128::from(self.open_to_offers),
                "more was held or offered than there were moves for it",
            ),
        ];
        rules
            .iter()
            .find(|(holds, _)| !holds)
            .map(|(_, what)| *what)
    }
}

/// The sum of counts, which may be anything where they were read.
fn total(counts: &[u64]) -> u128 {
    counts.iter().map(|&count| u128::from(count)).sum()
}
