//! What the names in a checked deck lead to.

use crate::deck::raw::RawDeck;
use crate::deck::raw::numbers::Numbers;
use crate::deck::raw::place::Role;
use crate::model::card_set::CardSet;
use crate::model::gauge::Gauge;
use crate::model::place::{AskAt, At, CardAt, ConditionAt, DomainAt};

/// The ids of a deck, in its order.
#[derive(Debug)]
pub(in crate::deck) struct Names<'a> {
    raw: &'a RawDeck,
}

impl<'a> Names<'a> {
    /// The names of a deck that passed all checks.
    pub(in crate::deck) const fn new(raw: &'a RawDeck) -> Self {
        Self { raw }
    }

    pub(super) fn condition(&self, id: &str) -> ConditionAt {
        place(self.raw.condition.iter().position(|one| one.id == id))
    }

    /// The condition that plays a part of its own in the rules.
    pub(super) fn role(&self, role: Role) -> ConditionAt {
        let roles = &mut self.raw.condition.iter();
        place(roles.position(|one| one.role == Some(role)))
    }

    pub(in crate::deck) fn domain(&self, id: &str) -> DomainAt {
        place(self.raw.domain.iter().position(|one| one.id == id))
    }

    pub(in crate::deck) fn card(&self, id: &str) -> CardAt {
        place(self.raw.card.iter().position(|one| one.id == id))
    }

    pub(in crate::deck) fn ask(&self, id: &str) -> AskAt {
        place(self.raw.ask.iter().position(|one| one.id == id))
    }

    pub(super) fn cards(&self, ids: &[String]) -> CardSet {
        ids.iter().map(|id| self.card(id)).collect()
    }

    /// Numbers by the gauges that their words mean.
    pub(in crate::deck) fn numbers<const LEAST: i64, const MOST: i64>(
        &self,
        numbers: &Numbers<LEAST, MOST>,
    ) -> Vec<(Gauge, i64)> {
        let gauge = |word| gauge(self.raw, word).expect("checked: a gauge");
        let number = numbers.0.iter();
        number.map(|one| (gauge(&one.word), one.value)).collect()
    }
}

fn place<K: At>(found: Option<usize>) -> K {
    K::new(found.expect("checked: the id exists"))
}

/// The gauge that a word means in a deck, which need not be right.
fn gauge(raw: &RawDeck, word: &str) -> Option<Gauge> {
    if let Some(gauge) = Gauge::from_global_word(word) {
        return Some(gauge);
    }
    let Some((id, part)) = word.split_once('.') else {
        let place = raw.condition.iter().position(|one| one.id == word)?;
        return Some(Gauge::Condition(ConditionAt::new(place)));
    };
    let domain = raw.domain.iter().position(|one| one.id == id)?;
    let domain = DomainAt::new(domain);
    Some(match part {
        "dependence" => Gauge::Dependence(domain),
        "capacity" => Gauge::Capacity(domain),
        "strain" => Gauge::Strain(domain),
        _ => return None,
    })
}
