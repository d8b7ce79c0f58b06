//! What would have served better than an act that was chosen: a side's own aims, stability, and Europe.

use serde::Serialize;

use crate::report::words::{option_words, signed_tenth};
use unequal_core::analysis::expectations::Difference;
use unequal_core::deck::Deck;
use unequal_core::engine::seat::Seat;
use unequal_core::model::scenario::Scenario;
use unequal_session::expectations::{Answer, Instead};
use unequal_session::telling::seat_name;

/// What would have served one end best.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Better {
    /// Which end: `Russia’s aims`, `stability`, `Europe’s view`.
    pub end: String,
    /// The act in words, and by how many points it served that end better; none where nothing was clearly better
    /// than what was done.
    pub option: Option<(String, Difference)>,
}

impl Better {
    /// It in a line: `by stability: Accept in part, +3.2 ± 0.9`.
    pub fn words(&self) -> String {
        let end = &self.end;
        match &self.option {
            Some((words, by)) => format!(
                "by {end}: {words}, {} ± {:.1}",
                signed_tenth(by.mean),
                by.give_or_take()
            ),
            None => format!("by {end}: nothing was clearly better than what was done"),
        }
    }
}

/// What would have served best instead of the act of a seat, end by end; nothing where the seat had no choice.
pub fn better(deck: &Deck, scenario: &Scenario, seat: Seat, answer: &Answer) -> Vec<Better> {
    if answer.instead.is_empty() {
        return Vec::new();
    }
    let best = |end: String, of: &dyn Fn(&Instead) -> Difference| {
        let clear = answer.instead.iter().map(|other| (other, of(other)));
        let clear = clear.filter(|(_, by)| by.is_clear() && by.mean > 0.0);
        let best = clear.max_by(|(_, a), (_, b)| a.mean.total_cmp(&b.mean));
        Better {
            end,
            option: best.map(|(other, by)| (option_words(deck, scenario, &other.act), by)),
        }
    };
    let own = |other: &Instead| match seat {
        Seat::Client => other.served.client,
        _ => other.served.patron,
    };
    vec![
        best(format!("{}’s aims", seat_name(deck, seat)), &own),
        best("stability".to_owned(), &|other| other.difference),
        best("Europe’s view".to_owned(), &|other| other.served.europe),
    ]
}
