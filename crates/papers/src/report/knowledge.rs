//! What each side knew at each decision: from that side's own view of the table at that moment.

use crate::report::Sight;
use crate::report::model::{Knowledge, RedLine};
use unequal_core::engine::action::Action;
use unequal_core::engine::resolve::contest::{Demand, Reply};
use unequal_core::engine::seat::Seat;
use unequal_core::engine::view::View;
use unequal_session::Moment;
use unequal_session::telling::seat_name;

/// What each side knew at each decision that stands. A side that may not know the other's decisions
/// from within gets its own alone.
pub(super) fn knowledge(sight: &Sight<'_>) -> Vec<Knowledge> {
    sight
        .table
        .standing()
        .filter(|moment| moment.entry.act.is_decision())
        .filter(|moment| sight.open || moment.entry.seat == sight.seat)
        .map(|moment| known(sight, moment))
        .collect()
}

fn known(sight: &Sight<'_>, moment: &Moment) -> Knowledge {
    let table = sight.table;
    let scenario = table.scenario();
    let text = &table.deck().text;
    let entry = &moment.entry;
    let view = table.view_at(entry.number - 1, entry.seat);
    let demand = at_issue(sight, &entry.act, &view);
    let reply = match &entry.act {
        Action::Respond { response, to, .. } => Some(Reply {
            response: *response,
            to: to.as_deref().and_then(|id| scenario.domain_index(id)),
        }),
        _ => None,
    };
    let title = |card: &usize| text.cards[*card].title.clone();
    Knowledge {
        entry: entry.number,
        move_number: entry.move_number,
        seat: entry.seat.word(),
        seat_name: seat_name(table.deck(), entry.seat).to_owned(),
        decision: sight.sentence(entry.number),
        stability: view.get(unequal_core::engine::gauge::Gauge::Stability),
        outlook: view.outlook,
        event: view.event.map(|event| text.events[event].title.clone()),
        hand: (entry.seat == Seat::Patron && !matches!(entry.act, Action::FollowUp { .. }))
            .then(|| {
                view.hand
                    .as_ref()
                    .map(|hand| hand.iter().map(title).collect())
            })
            .flatten(),
        effort: view.effort,
        red_line: demand.map(|demand| red_line(sight, &view, scenario.cards[demand.card].domain)),
        odds: demand
            .filter(|_| !matches!(entry.act, Action::FollowUp { .. }))
            .map(|demand| {
                // The odds do not depend on the reply, but a preview asks for one.
                let reply = reply.unwrap_or(Reply::plain(
                    unequal_core::engine::choice::Response::Partial,
                ));
                view.preview(scenario, demand, reply).odds
            }),
        hidden: if sight.open {
            hidden(sight, moment, demand)
        } else {
            Vec::new()
        },
    }
}

/// The demand that a decision makes, answers or follows up.
fn at_issue(sight: &Sight<'_>, act: &Action, view: &View) -> Option<Demand> {
    match act {
        Action::Demand {
            card,
            intensity,
            inducement,
        } => Some(Demand {
            card: sight.table.scenario().card_index(card)?,
            intensity: *intensity,
            inducement: *inducement,
        }),
        Action::Respond { .. } => view.open_demand(),
        Action::FollowUp { .. } => view.open_exchange().map(|exchange| exchange.demand),
        _ => None,
    }
}

fn red_line(sight: &Sight<'_>, view: &View, domain: usize) -> RedLine {
    let seen = view.domain(sight.table.scenario(), domain);
    RedLine {
        domain: sight.table.deck().text.domains[domain].name.clone(),
        strain: seen.strain,
        declared: seen.red_line,
        known: seen.crossing,
    }
}

/// What the side could not know then.
fn hidden(sight: &Sight<'_>, moment: &Moment, demand: Option<Demand>) -> Vec<String> {
    let table = sight.table;
    let number = moment.entry.number - 1;
    let own = table.view_at(number, moment.entry.seat);
    let whole = table.view_at(number, Seat::WhiteCell);
    let mut hidden = Vec::new();
    if let Some(demand) = demand {
        let scenario = table.scenario();
        let domain = scenario.cards[demand.card].domain;
        let mine = own.domain(scenario, domain);
        let truth = whole.domain(scenario, domain);
        if let (None, Some(crossing)) = (mine.crossing, truth.crossing) {
            let name = &table.deck().text.domains[domain].name;
            hidden.push(format!("the red line in {name} truly lay at {crossing}"));
        }
    }
    if own.hand.is_none()
        && let Some(hand) = &whole.hand
        && hand.len() < table.scenario().cards.len()
    {
        let title = |card: &usize| format!("“{}”", table.deck().text.cards[*card].title);
        let titles: Vec<String> = hand.iter().map(title).collect();
        if !titles.is_empty() {
            let patron = seat_name(table.deck(), Seat::Patron);
            hidden.push(format!(
                "{patron} held {}",
                crate::report::words::listed(&titles)
            ));
        }
    }
    hidden
}
