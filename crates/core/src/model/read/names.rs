//! What the names in a deck lead to.

use super::error::ReadError;
use super::order::Numbers;
use super::raw::Raw;
use crate::model::card_set::CardSet;
use crate::model::gauge::Gauge;
use crate::model::place::{At as _, CardAt, ConditionAt, DomainAt};
use crate::model::scenario::Changes;

/// The ids of a deck, in its order.
pub(super) struct Names {
    conditions: Vec<String>,
    roles: Vec<Option<String>>,
    domains: Vec<String>,
    cards: Vec<String>,
}

impl Names {
    pub(super) fn new(raw: &Raw) -> Self {
        Self {
            conditions: raw.condition.iter().map(|one| one.id.clone()).collect(),
            roles: raw.condition.iter().map(|one| one.role.clone()).collect(),
            domains: raw.domain.iter().map(|one| one.id.clone()).collect(),
            cards: raw.card.iter().map(|one| one.id.clone()).collect(),
        }
    }

    pub(super) fn condition(&self, id: &str) -> Result<ConditionAt, ReadError> {
        let place = place(&self.conditions, id);
        Ok(ConditionAt::new(
            place.ok_or_else(|| ReadError::unknown("condition", id))?,
        ))
    }

    /// The condition that plays a part of its own in the rules.
    pub(super) fn role(&self, role: &str) -> Result<ConditionAt, ReadError> {
        let mut roles = self.roles.iter();
        let place = roles.position(|other| other.as_deref() == Some(role));
        Ok(ConditionAt::new(place.ok_or_else(|| {
            ReadError::unknown("condition of role", role)
        })?))
    }

    pub(super) fn domain(&self, id: &str) -> Result<DomainAt, ReadError> {
        let place = place(&self.domains, id);
        Ok(DomainAt::new(
            place.ok_or_else(|| ReadError::unknown("domain", id))?,
        ))
    }

    pub(super) fn cards(&self, ids: &[String]) -> Result<CardSet, ReadError> {
        ids.iter()
            .map(|id| {
                let place = place(&self.cards, id);
                Ok(CardAt::new(
                    place.ok_or_else(|| ReadError::unknown("card", id))?,
                ))
            })
            .collect()
    }

    pub(super) fn changes(&self, numbers: &Numbers) -> Result<Changes, ReadError> {
        let change = |(word, by): &(String, i64)| Ok((self.gauge(word)?, *by));
        numbers.0.iter().map(change).collect()
    }

    fn gauge(&self, word: &str) -> Result<Gauge, ReadError> {
        if let Some(gauge) = Gauge::from_global_word(word) {
            return Ok(gauge);
        }
        match word.split_once('.') {
            None => self.condition(word).map(Gauge::Condition),
            Some((id, part)) => {
                let domain = self.domain(id)?;
                match part {
                    "dependence" => Ok(Gauge::Dependence(domain)),
                    "capacity" => Ok(Gauge::Capacity(domain)),
                    "strain" => Ok(Gauge::Strain(domain)),
                    _ => Err(ReadError::unknown("gauge", word)),
                }
            }
        }
    }
}

fn place(ids: &[String], id: &str) -> Option<usize> {
    ids.iter().position(|other| other == id)
}
