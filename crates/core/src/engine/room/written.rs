//! Cards written in the room.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::engine::limits::{
    WRITTEN_AUTONOMY, WRITTEN_CAPACITY, WRITTEN_ENDURANCE, WRITTEN_FRONT, WRITTEN_GAIN,
    WRITTEN_LOCK_IN, WRITTEN_RED_LINE,
};
use crate::engine::name::named;
use crate::engine::refused::{Part, Refused};
use crate::model::card_set::CardSet;
use crate::model::place::MAX_CARDS;
use crate::model::scenario::{BroughtUpBy, Card, Scenario};

/// A demand written in the room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenCard {
    /// Its id: no other card of the session has it.
    pub id: String,
    /// Its title.
    pub title: String,
    /// To read aloud.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The domain's id.
    pub domain: String,
    /// What it is worth to the patron.
    pub gain: i64,
    /// What conceding it costs in autonomy.
    pub autonomy_cost: i64,
    /// What conceding it needs of the domain's capacity.
    pub capacity_need: i64,
    /// What conceding it costs in endurance.
    #[serde(default)]
    pub endurance_cost: i64,
    /// How near it comes to the domain's red line.
    pub red_line_weight: i64,
    /// How much dependence it leaves behind.
    pub lock_in: i64,
    /// What conceding it does to the shared front.
    pub shared_front: i64,
}

impl WrittenCard {
    /// The card as the rules take it.
    ///
    /// # Errors
    ///
    /// Says which of its values cannot be.
    pub fn card(&self, scenario: &Scenario) -> Result<Card, Refused> {
        named(&self.id)?;
        if self.title.trim().is_empty() {
            return Err(Refused::NoTitle);
        }
        let domain = scenario
            .domain_at(&self.domain)
            .ok_or_else(|| Refused::Unknown {
                what: Part::Domain,
                id: self.domain.clone(),
            })?;
        for (what, value, (least, most)) in [
            ("gain", self.gain, WRITTEN_GAIN),
            ("autonomy_cost", self.autonomy_cost, WRITTEN_AUTONOMY),
            ("capacity_need", self.capacity_need, WRITTEN_CAPACITY),
            ("endurance_cost", self.endurance_cost, WRITTEN_ENDURANCE),
            ("red_line_weight", self.red_line_weight, WRITTEN_RED_LINE),
            ("lock_in", self.lock_in, WRITTEN_LOCK_IN),
            ("shared_front", self.shared_front, WRITTEN_FRONT),
        ] {
            if !(least..=most).contains(&value) {
                return Err(Refused::CardValue {
                    what,
                    value,
                    least,
                    most,
                });
            }
        }
        Ok(Card {
            id: self.id.clone(),
            domain,
            gain: self.gain,
            autonomy_cost: self.autonomy_cost,
            capacity_need: self.capacity_need,
            endurance_cost: self.endurance_cost,
            red_line_weight: self.red_line_weight,
            lock_in: self.lock_in,
            shared_front: self.shared_front,
            indivisible: false,
            repeat: false,
            brought_up_by: BroughtUpBy::Patron,
            not_before: 0,
            requires: CardSet::default(),
            excludes: CardSet::default(),
        })
    }

    /// The rules with this card besides. It is on no menu until an act deals it.
    ///
    /// # Errors
    ///
    /// Refuses an id that another card has, what cannot be a card, and one more than a session can hold.
    pub fn added_to(&self, scenario: &Scenario) -> Result<Scenario, Refused> {
        let card = self.card(scenario)?;
        if scenario.card_at(&self.id).is_some() {
            return Err(Refused::CardTaken(self.id.clone()));
        }
        if scenario.cards.len() >= MAX_CARDS {
            return Err(Refused::CardsFull(MAX_CARDS));
        }
        let mut scenario = scenario.clone();
        scenario.cards.push(card);
        scenario.written += 1;
        Ok(scenario)
    }
}
