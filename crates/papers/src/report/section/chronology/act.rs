//! The parts of an act, for tables.

use serde::Serialize;

use crate::report::sight::Sight;
use unequal_core::acts_of;
use unequal_core::deck::plain;
use unequal_core::engine::action::{Action, NamedDemand};
use unequal_core::engine::fact::Fact;
use unequal_core::model::choice::{Demand, Offer, Reply, Side};
use unequal_core::model::europe::Taken;
use unequal_core::model::side::BySide;
use unequal_session::sight::Seen;

/// The parts of an act, as words of the deck; what does not apply is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(default)]
pub struct Act {
    /// The card's id: of the demand that is made, answered, ruled on or followed up, or of an offer.
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
    /// The card that is given instead of a demanded one, by its id.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub given_instead: String,
    /// What was answered in the seat's own words; the response is then the one that they come nearest to.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub own_words: String,
    /// What was asked in return for an answer with conditions, in words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub counter_ask: String,
    /// What is asked in return for an offer, by its id.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub asked_in_return: String,
    /// The follow-up.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub follow_up: String,
    /// Who climbs down in a crisis: `patron`, `client`, `both`, `neither`; of a side's own decision, `yes` or `no`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub climbs_down: String,
    /// The measure of Europe's, by its id.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub measure: String,
    /// `yes` for a measure that was taken in secret.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub secret: String,
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

/// The parts of an act as the seat may know it. Hashes, nonces and what stays sealed are never among them.
pub(super) fn act(sight: &Sight<'_>, seen: &Seen) -> Act {
    let mut act = Act {
        own_words: seen.own_words.clone().unwrap_or_default(),
        ..Act::default()
    };
    match &seen.act {
        Some(Action::Demand {
            card,
            intensity,
            inducement,
        }) => {
            let (card, intensity, inducement) = (card.clone(), *intensity, *inducement);
            with_demand(
                sight,
                &mut act,
                &NamedDemand {
                    card,
                    intensity,
                    inducement,
                },
            );
        }
        Some(Action::RevealDemand { plan, .. }) => {
            if let Some(named) = &plan.demand {
                with_demand(sight, &mut act, named);
            }
        }
        Some(Action::Respond {
            response,
            instead,
            ask,
            words: _,
        }) => {
            response.word().clone_into(&mut act.response);
            act.given_instead = plain(instead.as_deref().unwrap_or_default());
            act.counter_ask = plain(ask.as_deref().unwrap_or_default());
            let before = sight.table.view_at(seen.number.before(), sight.seat);
            with_card_of(sight, &mut act, before.open_demand());
        }
        Some(Action::FollowUp { choice }) => {
            choice.word().clone_into(&mut act.follow_up);
            // It follows the ruling right before it, be that undone now or not.
            let before = sight.seen.iter().filter(|other| other.number < seen.number);
            let ruled = before.filter_map(Seen::resolved).next_back();
            with_card_of(sight, &mut act, ruled.map(|exchange| exchange.demand));
        }
        Some(Action::Offer { card, ask }) => {
            with_card(sight, &mut act, card);
            act.asked_in_return = plain(ask);
        }
        Some(Action::CrisisAct { climb_down } | Action::SetCrisisAct { climb_down, .. }) => {
            yes_or_no(*climb_down).clone_into(&mut act.climbs_down);
        }
        // What an event, a measure, an answer that was sealed and a ruling come to stands in their facts.
        Some(
            Action::Hold
            | Action::Measure { .. }
            | Action::SetMeasure { .. }
            | Action::Abstain
            | Action::NoOffer
            | Action::VetoOffer { .. }
            | Action::TakeUp
            | Action::Commit { .. }
            | Action::RevealResponse { .. }
            | Action::Inject { .. }
            | Action::Rule { .. }
            | Action::CloseMove
            | Action::Adjust { .. }
            | Action::End { .. }
            | Action::FireInject { .. }
            | Action::AdHocInject { .. }
            | Action::Undo { .. }
            | acts_of!(Action: room),
        )
        | None => {}
    }
    for fact in &seen.facts {
        with_fact(sight, &mut act, fact);
    }
    act
}

/// What the facts of an entry say beyond its act.
fn with_fact(sight: &Sight<'_>, act: &mut Act, fact: &Fact) {
    let scenario = sight.table.scenario();
    match fact {
        Fact::EventDrawn(event) => event
            .map_or("quiet", |event| &scenario.events[event].id)
            .clone_into(&mut act.event),
        Fact::MeasureTaken(taken) => with_measure(sight, act, *taken),
        Fact::ClimbedDown(acts) => who_climbs_down(*acts).clone_into(&mut act.climbs_down),
        Fact::OfferTakenUp { offer, .. } | Fact::OfferVetoed(offer) => {
            with_offer(sight, act, *offer);
        }
        Fact::Resolved(exchange) => {
            let demand = NamedDemand::of(scenario, exchange.demand);
            with_demand(sight, act, &demand);
            with_reply(sight, act, exchange.reply);
        }
        _ => {}
    }
}

fn with_card(sight: &Sight<'_>, act: &mut Act, id: &str) {
    let scenario = sight.table.scenario();
    act.card = plain(id);
    if let Some(card) = scenario.card_at(id) {
        let domain = scenario.card(card).domain;
        act.domain.clone_from(&scenario.domain(domain).id);
    }
}

/// The card alone of a demand that is answered or followed up: how hard it was demanded stands with the demand.
fn with_card_of(sight: &Sight<'_>, act: &mut Act, demand: Option<Demand>) {
    if let Some(demand) = demand {
        let card = sight.table.scenario().card(demand.card);
        with_card(sight, act, &card.id);
    }
}

fn with_demand(sight: &Sight<'_>, act: &mut Act, demand: &NamedDemand) {
    with_card(sight, act, &demand.card);
    demand.intensity.word().clone_into(&mut act.intensity);
    demand.inducement.word().clone_into(&mut act.inducement);
}

fn with_offer(sight: &Sight<'_>, act: &mut Act, offer: Offer) {
    let scenario = sight.table.scenario();
    with_card(sight, act, &scenario.card(offer.card).id);
    act.asked_in_return.clone_from(&scenario.asks[offer.ask].id);
}

fn with_reply(sight: &Sight<'_>, act: &mut Act, reply: Reply) {
    reply.response.word().clone_into(&mut act.response);
    if let Some(card) = reply.instead {
        let card = sight.table.scenario().card(card);
        act.given_instead.clone_from(&card.id);
    }
}

fn with_measure(sight: &Sight<'_>, act: &mut Act, taken: Taken) {
    let measure = sight.table.scenario().measure(taken.step.measure);
    act.measure.clone_from(&measure.id);
    if taken.step.in_secret {
        yes_or_no(true).clone_into(&mut act.secret);
    }
}

const fn yes_or_no(so: bool) -> &'static str {
    if so { "yes" } else { "no" }
}

fn who_climbs_down(acts: BySide<bool>) -> &'static str {
    match (acts[Side::Patron], acts[Side::Client]) {
        (true, true) => "both",
        (true, false) => "patron",
        (false, true) => "client",
        (false, false) => "neither",
    }
}
