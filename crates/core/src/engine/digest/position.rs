//! What of a position and of the cards goes into the digest.

use super::sum::{ContentHash, Sum, Trimmed};
use crate::model::card_set::CardSet;
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::position::Position;
use crate::model::progress::Progress;

impl ContentHash for Position {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            gains: _,
            globals: _,
            // They follow from conditions, from red lines and from what was crossed.
            shift: _,
            crossing: _,
            conditions,
            dependence,
            capacity,
            strain,
            hidden,
            breached,
            known,
            signals,
        } = self;
        for gauge in Gauge::globals_and_gains().chain(Gauge::EUROPES) {
            let word = gauge.global_word().unwrap_or_default();
            sum.field(word, &self.get(gauge));
        }
        sum.field("conditions", &Trimmed(conditions.as_slice()));
        sum.field("dependence", &Trimmed(dependence.as_slice()));
        sum.field("capacity", &Trimmed(capacity.as_slice()));
        sum.field("strain", &Trimmed(strain.as_slice()));
        sum.field("hidden", &Trimmed(hidden.as_slice()));
        sum.field("breached", &Trimmed(breached.as_slice()));
        sum.field("known", &Trimmed(known.as_slice()));
        sum.field("signals", &Trimmed(signals.as_slice()));
        sum.end();
    }
}

impl ContentHash for Progress {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            given,
            tabled,
            // They follow from what was given.
            delivered: _,
            closed: _,
            dealt,
        } = self;
        sum.field("given", &Trimmed(given.as_slice()));
        sum.field("tabled", &Trimmed(tabled.as_slice()));
        sum.field("dealt", dealt);
        sum.end();
    }
}

impl ContentHash for CardSet {
    fn add_to(&self, sum: &mut Sum) {
        let Self(words) = self;
        Trimmed(words.as_slice()).add_to(sum);
    }
}
