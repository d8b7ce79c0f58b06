//! The account in words: a sentence to say aloud, and a line for each part.

use crate::account::{Account, Moved};
use crate::telling::{gauge_name, reason_words, signed};
use unequal_core::deck::Deck;
use unequal_core::model::gauge::Gauge;

impl Moved {
    /// What moved, and why, in words: `trust ▼6: what happened outside`.
    pub fn words(&self, deck: &Deck) -> String {
        let reason = reason_words(deck, self.reason);
        if self.gauge == Gauge::Stability {
            return reason;
        }
        let arrow = if self.by > 0 { '▲' } else { '▼' };
        let name = gauge_name(deck, self.gauge);
        format!("{name} {arrow}{}: {reason}", self.by.abs())
    }
}

impl Account {
    /// The account in some sentences to say aloud; its numbers add up to the change.
    pub fn sentence(&self, deck: &Deck) -> String {
        let mut said = vec![self.change_words()];
        said.extend(self.way_words());
        said.extend(self.turn_words(deck));
        said.extend(self.at_once.first().map(|first| {
            let all: i64 = self.at_once.iter().map(|one| one.points).sum();
            let most = if self.at_once.len() > 1 {
                "most of it "
            } else {
                ""
            };
            format!(
                "{} came at once, {most}by {}.",
                signed(all),
                first.words(deck)
            )
        }));
        said.join(" ")
    }

    fn change_words(&self) -> String {
        let (from, to) = self.stability;
        match to - from {
            0 => format!("Stability stays at {to}."),
            by @ 1.. => format!("Stability rises by {by}, from {from} to {to}."),
            by => format!("Stability falls by {}, from {from} to {to}.", -by),
        }
    }

    /// Where it was heading before the move, and what that came to.
    fn way_words(&self) -> Option<String> {
        if !self.closed {
            return None;
        }
        let ((from, _), (heading, _)) = (self.stability, self.heading);
        if from == heading {
            return Some(format!("It was where it was heading, at {heading}."));
        }
        let way = signed(self.on_its_way);
        Some(format!(
            "It was on its way from {from} to {heading}: {way}."
        ))
    }

    /// What the move changed of where it is heading, and what that came to.
    fn turn_words(&self, deck: &Deck) -> Option<String> {
        let (before, now) = self.heading;
        let turned = match self.turned {
            0 => String::new(),
            points => format!(": {}", signed(points)),
        };
        if before == now {
            let points = signed(self.turned);
            return (self.turned != 0).then(|| format!("It then went towards {now}: {points}."));
        }
        let way = if now > before { "up" } else { "down" };
        let same_way = |one: &&Moved| one.points.signum() == (now - before).signum();
        let most = self.turns.iter().find(same_way);
        let because = most.map_or_else(String::new, |most| {
            format!(", most of all by {}", most.words(deck))
        });
        Some(format!(
            "This move turned where it is heading {way} from {before} to {now}{turned}{because}."
        ))
    }
}
