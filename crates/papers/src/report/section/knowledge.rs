//! What each side knew at each decision: from that side's own view of the table at that moment.

use serde::Serialize;

use crate::document::{
    Block, Item, Marker, Rank, Section, cited, dim, paragraph, said, seat, strong,
};
use crate::report::sight::Sight;
use crate::report::words::listed;
use unequal_core::acts_of;
use unequal_core::engine::action::Action;
use unequal_core::engine::at::{CardAt, DomainAt};
use unequal_core::engine::resolve::contest::{Demand, Reply};
use unequal_core::engine::seat::Seat;
use unequal_core::engine::view::View;
use unequal_session::Moment;
use unequal_session::telling::seat_name;

/// What a side knew when it decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Knowledge {
    /// The entry of the decision.
    pub entry: u64,
    /// The move, from 1.
    pub move_number: u32,
    /// The seat's word.
    pub seat: &'static str,
    /// What the deck calls the seat.
    pub seat_name: String,
    /// The decision, in a sentence.
    pub decision: String,
    /// Stability then.
    pub stability: i64,
    /// Stability and what supports it then, weighted 1 : 2.
    pub outlook: i64,
    /// The last event, where the move was not quiet.
    pub event: Option<String>,
    /// The patron's hand, by titles, where the side knew it.
    pub hand: Option<Vec<String>>,
    /// The patron's effort, where the side knew it.
    pub effort: Option<i64>,
    /// The red line of the domain at issue, as the side knew it.
    pub red_line: Option<RedLine>,
    /// Of 36 rolls: how many gave slip, as offered, hold; where a demand was on the table or chosen.
    pub odds: Option<[i64; 3]>,
    /// What it could not know, where the report may tell.
    pub hidden: Vec<String>,
}

/// A red line as a side knew it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RedLine {
    /// The domain's name.
    pub domain: String,
    /// Strain on it, 0 to 100.
    pub strain: i64,
    /// Where it was declared.
    pub declared: i64,
    /// Where it truly lay, where the side knew.
    pub known: Option<i64>,
}

/// What each side knew at each decision that stands. A side that may not know the other's decisions
/// from within gets its own alone.
pub(super) fn of(sight: &Sight<'_>) -> Vec<Knowledge> {
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
    let title = |card: &CardAt| text.cards[*card].title.clone();
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
        // Who holds asks for nothing, and what a sealed plan asks for is not open yet.
        Action::Hold
        | Action::Commit { .. }
        | Action::RevealDemand { .. }
        | Action::RevealResponse { .. }
        | acts_of!(Action: conduct, room) => None,
    }
}

fn red_line(sight: &Sight<'_>, view: &View, domain: DomainAt) -> RedLine {
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
        let title = |card: &CardAt| format!("“{}”", table.deck().text.cards[*card].title);
        let titles: Vec<String> = hand.iter().map(title).collect();
        if !titles.is_empty() {
            let patron = seat_name(table.deck(), Seat::Patron);
            hidden.push(format!("{patron} held {}", listed(&titles)));
        }
    }
    hidden
}

/// What a side knew, a fact a line.
fn known_facts(known: &Knowledge) -> Vec<String> {
    let mut facts = vec![format!(
        "stability {}, outlook {}",
        known.stability, known.outlook
    )];
    if let Some(event) = &known.event {
        facts.push(format!("event of the move: {event}"));
    }
    if let Some(hand) = &known.hand {
        facts.push(format!("could table: {}", listed(hand)));
    }
    if let Some(effort) = known.effort {
        facts.push(format!("effort {effort}"));
    }
    if let Some(line) = &known.red_line {
        let truth = match line.known {
            Some(at) => format!("known to lie at {at}"),
            None => "where it truly lies unknown".to_owned(),
        };
        facts.push(format!(
            "{}: strain {}, red line declared at {}, {truth}",
            line.domain, line.strain, line.declared
        ));
    }
    if let Some([slip, offered, hold]) = known.odds {
        facts.push(format!(
            "odds in 36 rolls: slip {slip}, as offered {offered}, hold {hold}"
        ));
    }
    facts
}

pub(super) fn section(knowledge: &[Knowledge]) -> Section {
    let items = knowledge.iter().map(|known| {
        let mut item = Item::from(said! {
            (seat(known.seat, &known.seat_name)) ", move " (known.move_number) ": " (cited(&known.decision, known.entry))
        });
        item.add(dim(known_facts(known).join(" · ")));
        for hidden in &known.hidden {
            item.add(dim(said! { (strong("did not know")) ": " (hidden) }));
        }
        item
    });
    let blocks = if knowledge.is_empty() {
        vec![paragraph(Rank::Plain, "Nothing has been decided yet.")]
    } else {
        vec![Block::List(Marker::Rule, items.collect())]
    };
    let title = "What each side knew when it decided";
    Section::new("knowledge", "What each side knew", title, blocks)
}
