//! The parts of an act, for tables.

use serde::Serialize;

use crate::report::sight::Sight;
use unequal_core::acts_of;
use unequal_core::deck::plain;
use unequal_core::engine::action::Action;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::resolve::contest::{Demand, Reply};
use unequal_session::sight::Seen;

/// The parts of an act, as words of the deck; what does not apply is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(default)]
pub struct Act {
    /// The card's id.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub card: String,
    /// The card's domain, by its id.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub domain: String,
    /// How hard.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub intensity: String,
    /// What was promised.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub inducement: String,
    /// The response.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub response: String,
    /// The domain that pays for a deflected demand, by its id.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub deflected_to: String,
    /// What was asked in return, in words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub counter_ask: String,
    /// The follow-up.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub follow_up: String,
    /// The event, by its id.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub event: String,
}

impl Act {
    /// Whether nothing applies.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The parts of an act. Hashes, nonces and what stays sealed are never among them.
pub(super) fn act(sight: &Sight<'_>, seen: &Seen) -> Act {
    let mut act = Act::default();
    match sight.act(seen) {
        Some(Action::Demand {
            card,
            intensity,
            inducement,
        }) => {
            let scenario = sight.table.scenario();
            if let Some(card) = scenario.card_index(card) {
                with_demand(
                    sight,
                    &mut act,
                    Demand {
                        card,
                        intensity: *intensity,
                        inducement: *inducement,
                    },
                );
            }
        }
        Some(Action::RevealDemand { plan, .. }) => {
            let named = plan.demand.as_ref();
            let card = named.and_then(|named| sight.table.scenario().card_index(&named.card));
            if let (Some(named), Some(card)) = (named, card) {
                with_demand(
                    sight,
                    &mut act,
                    Demand {
                        card,
                        intensity: named.intensity,
                        inducement: named.inducement,
                    },
                );
            }
        }
        Some(Action::Respond { response, to, ask }) => {
            response.word().clone_into(&mut act.response);
            act.deflected_to = plain(to.as_deref().unwrap_or_default());
            act.counter_ask = plain(ask.as_deref().unwrap_or_default());
        }
        Some(Action::FollowUp { choice }) => choice.word().clone_into(&mut act.follow_up),
        // What an event, an answer that was sealed and a ruling come to stands in their facts.
        Some(
            Action::Hold
            | Action::Commit { .. }
            | Action::RevealResponse { .. }
            | acts_of!(Action: conduct, room),
        )
        | None => {}
    }
    for fact in &seen.facts {
        match fact {
            Fact::EventDrawn(event) => {
                let events = &sight.table.scenario().events;
                event
                    .map_or("quiet", |event| &events[event].id)
                    .clone_into(&mut act.event);
            }
            Fact::Resolved(exchange) => {
                with_demand(sight, &mut act, exchange.demand);
                with_reply(sight, &mut act, exchange.reply);
            }
            _ => {}
        }
    }
    act
}

fn with_demand(sight: &Sight<'_>, act: &mut Act, demand: Demand) {
    let scenario = sight.table.scenario();
    let card = &scenario.cards[demand.card];
    act.card.clone_from(&card.id);
    act.domain.clone_from(&scenario.domains[card.domain].id);
    demand.intensity.word().clone_into(&mut act.intensity);
    demand.inducement.word().clone_into(&mut act.inducement);
}

fn with_reply(sight: &Sight<'_>, act: &mut Act, reply: Reply) {
    reply.response.word().clone_into(&mut act.response);
    if let Some(to) = reply.to {
        let domain = &sight.table.scenario().domains[to];
        act.deflected_to.clone_from(&domain.id);
    }
}
