//! What a seat knew at a decision, and what it could not know: from that seat's own view of the table at that moment.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::moment::Moment;
use crate::reading::Reading;
use crate::telling::{listed, seat_name, signed};
use unequal_core::acts_of;
use unequal_core::engine::action::{Action, Kind};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::view::View;
use unequal_core::model::choice::{Demand, Ending, Reply, Response, Side};
use unequal_core::model::gauge::Gauge;
use unequal_core::model::place::{CardAt, DomainAt};

/// How many of the 36 rolls of two dice lead to each band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Odds {
    /// More than was offered is given.
    pub slip: i64,
    /// What was offered is given.
    pub as_offered: i64,
    /// The ground is held.
    pub hold: i64,
}

/// What a seat knew when it decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Knowledge {
    /// The entry of the decision.
    pub entry: EntryNumber,
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
    /// What could be demanded, by titles, where the seat knew it and had to choose.
    pub menu: Option<Vec<String>>,
    /// The patron's effort, where the seat knew it.
    pub effort: Option<i64>,
    /// The offer that lay on the table, and what was asked for it.
    pub offer: Option<String>,
    /// The red line of the domain at issue, as the seat knew it.
    pub red_line: Option<RedLine>,
    /// Of 36 rolls: how many gave slip, as offered, hold; where a demand was on the table or chosen.
    pub odds: Option<Odds>,
    /// How well the client could do without the patron, in a crisis: what the patron hears depends on it.
    pub exit: Option<i64>,
    /// What Europe could agree on, for Europe.
    pub unity: Option<i64>,
    /// The titles of the endings that Europe had a plan for, for Europe.
    pub plans: Option<Vec<String>>,
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

impl Reading<'_> {
    /// What each seat knew at each decision that stands. A seat that may not know another's decisions
    /// from within gets its own alone.
    pub fn knowledge(&self) -> Vec<Knowledge> {
        let standing = self.table.standing();
        let decided = standing.filter(|moment| moment.entry.act.is_decision());
        decided
            .filter_map(|moment| self.knew(moment.entry.number))
            .collect()
    }

    /// What a seat knew at its decision; none where that is not for these eyes.
    pub fn knew(&self, entry: EntryNumber) -> Option<Knowledge> {
        let moment = self.table.moment(entry)?;
        let may_know = self.open || moment.entry.seat == self.seat;
        may_know.then(|| known(self, moment))
    }
}

fn known(sight: &Reading<'_>, moment: &Moment) -> Knowledge {
    let table = sight.table;
    let scenario = table.scenario();
    let text = &table.deck().text;
    let entry = &moment.entry;
    let view = table.view_at(entry.number.before(), entry.seat);
    let demand = at_issue(sight, &entry.act, &view);
    let reply = match &entry.act {
        Action::Respond {
            response, instead, ..
        } => Some(Reply {
            response: *response,
            instead: instead.as_deref().and_then(|id| scenario.card_at(id)),
        }),
        _ => None,
    };
    let chooses = matches!(
        entry.act.kind(),
        Kind::Demand | Kind::Hold | Kind::TakeUp | Kind::Commit
    );
    let title = |card: &CardAt| text.cards[*card].title.clone();
    let menu = view.menu.as_ref().filter(|_| chooses);
    let in_crisis = matches!(entry.act, Action::CrisisAct { .. });
    let own = view.europe.as_ref().filter(|_| entry.seat == Seat::Europe);
    let ending = |ending: &Ending| text.ending(*ending).title.clone();
    Knowledge {
        entry: entry.number,
        move_number: entry.move_number,
        seat: entry.seat.word(),
        seat_name: seat_name(table.deck(), entry.seat).to_owned(),
        decision: sight.sentence(entry.number),
        stability: view.get(Gauge::Stability),
        outlook: view.outlook,
        event: view.event.map(|event| text.events[event].title.clone()),
        menu: menu.map(|menu| menu.iter().map(title).collect()),
        effort: view.effort,
        offer: view.open_offer().map(|offer| {
            let ask = &text.asks[offer.ask].title;
            format!("“{}” for “{ask}”", title(&offer.card))
        }),
        red_line: demand.map(|demand| red_line(sight, &view, scenario.card(demand.card).domain)),
        odds: demand
            .filter(|_| !matches!(entry.act, Action::FollowUp { .. }))
            .map(|demand| {
                // The odds do not depend on the reply, but a preview asks for one.
                let reply = reply.unwrap_or(Reply::plain(Response::Partial));
                let [slip, as_offered, hold] = view.preview(scenario, demand, reply).odds;
                Odds {
                    slip,
                    as_offered,
                    hold,
                }
            }),
        exit: in_crisis.then_some(view.exit),
        unity: own.map(|own| own.unity),
        plans: own.map(|own| own.plans.iter().map(ending).collect()),
        hidden: if sight.open {
            hidden(sight, moment, demand)
        } else {
            Vec::new()
        },
    }
}

/// The demand that a decision makes, answers or follows up.
fn at_issue(sight: &Reading<'_>, act: &Action, view: &View) -> Option<Demand> {
    match act {
        Action::Demand {
            card,
            intensity,
            inducement,
        } => Some(Demand {
            card: sight.table.scenario().card_at(card)?,
            intensity: *intensity,
            inducement: *inducement,
        }),
        Action::Respond { .. } => view.open_demand(),
        Action::FollowUp { .. } => view.open_exchange().map(|exchange| exchange.demand),
        // Who holds asks for nothing, and what a sealed plan asks for is not open yet.
        Action::Measure { .. }
        | Action::Abstain
        | Action::CrisisAct { .. }
        | Action::Offer { .. }
        | Action::NoOffer
        | Action::TakeUp
        | Action::Hold
        | Action::Commit { .. }
        | Action::RevealDemand { .. }
        | Action::RevealResponse { .. }
        | acts_of!(Action: conduct, room) => None,
    }
}

fn red_line(sight: &Reading<'_>, view: &View, domain: DomainAt) -> RedLine {
    let seen = view.domain(sight.table.scenario(), domain);
    RedLine {
        domain: sight.table.deck().text.domains[domain].name.clone(),
        strain: seen.strain,
        declared: seen.red_line,
        known: seen.crossing,
    }
}

/// What the seat could not know then.
fn hidden(sight: &Reading<'_>, moment: &Moment, demand: Option<Demand>) -> Vec<String> {
    let table = sight.table;
    let number = moment.entry.number.before();
    let own = table.view_at(number, moment.entry.seat);
    let whole = table.view_at(number, Seat::WhiteCell);
    let deck = table.deck();
    let mut hidden = Vec::new();
    if let Some(demand) = demand {
        let scenario = table.scenario();
        let domain = scenario.card(demand.card).domain;
        let mine = own.domain(scenario, domain);
        let truth = whole.domain(scenario, domain);
        if let (None, Some(crossing)) = (mine.crossing, truth.crossing) {
            let name = &deck.text.domains[domain].name;
            hidden.push(format!("the red line in {name} truly lay at {crossing}"));
        }
    }
    if own.menu.is_none() && matches!(moment.entry.act, Action::Respond { .. }) {
        // What is on the table it knows, and what it could have given instead.
        let scenario = table.scenario();
        let named = own.acts.iter().filter_map(|act| match act {
            Action::Respond { instead, .. } => instead.as_deref(),
            _ => None,
        });
        let mut known: BTreeSet<&str> = named.collect();
        known.extend(demand.map(|demand| scenario.card(demand.card).id.as_str()));
        let title = |card: &CardAt| format!("“{}”", deck.text.cards[*card].title);
        let menu = whole.menu.iter().flatten();
        let unseen = menu.filter(|card| !known.contains(scenario.card(**card).id.as_str()));
        let titles: Vec<String> = unseen.map(title).collect();
        if !titles.is_empty() {
            let patron = seat_name(deck, Seat::Patron);
            hidden.push(format!("{patron} could also demand {}", listed(&titles)));
        }
    }
    if let Action::CrisisAct { .. } = moment.entry.act {
        hidden.extend(other_side(sight, moment));
    }
    let compliance = |view: &View| view.europe.as_ref().and_then(|own| own.compliance);
    if let (Action::Measure { .. }, None, Some(truth)) =
        (&moment.entry.act, compliance(&own), compliance(&whole))
    {
        hidden.push(format!(
            "those who only say that they keep sanctions added {} to the roll of one",
            signed(truth)
        ));
    }
    hidden
}

/// What the other side decided in the same crisis, unseen.
fn other_side(sight: &Reading<'_>, moment: &Moment) -> Option<String> {
    let own = moment.entry.seat.side()?;
    let here = sight.standing().filter(|seen| {
        seen.move_number == moment.entry.move_number && seen.number >= moment.entry.number
    });
    let acts = here
        .flat_map(|seen| &seen.facts)
        .find_map(|fact| match fact {
            Fact::ClimbedDown(acts) => Some(*acts),
            _ => None,
        })?;
    let other = match own {
        Side::Patron => Side::Client,
        Side::Client => Side::Patron,
    };
    let name = seat_name(sight.table.deck(), Seat::from(other));
    Some(if acts[other] {
        format!("{name} climbed down")
    } else {
        format!("{name} did not climb down")
    })
}

impl Knowledge {
    /// What a side knew, a fact a line.
    pub fn facts(&self) -> Vec<String> {
        let mut facts = vec![format!(
            "stability {}, outlook {}",
            self.stability, self.outlook
        )];
        if let Some(event) = &self.event {
            facts.push(format!("event of the move: {event}"));
        }
        if let Some(menu) = &self.menu {
            facts.push(format!("could demand: {}", listed(menu)));
        }
        if let Some(effort) = self.effort {
            facts.push(format!("effort {effort}"));
        }
        if let Some(offer) = &self.offer {
            facts.push(format!("on the table: {offer}"));
        }
        if let Some(exit) = self.exit {
            facts.push(format!("exit {exit}"));
        }
        if let Some(unity) = self.unity {
            facts.push(format!("unity {unity}"));
        }
        if let Some(plans) = &self.plans {
            facts.push(match plans.as_slice() {
                [] => "no plan for any ending".to_owned(),
                plans => format!("plans for: {}", listed(plans)),
            });
        }
        if let Some(line) = &self.red_line {
            let truth = match line.known {
                Some(at) => format!("known to lie at {at}"),
                None => "where it truly lies unknown".to_owned(),
            };
            facts.push(format!(
                "{}: strain {}, red line declared at {}, {truth}",
                line.domain, line.strain, line.declared
            ));
        }
        facts.extend(self.odds.map(odds_words));
        facts
    }
}

/// The odds of a contest in words.
pub fn odds_words(odds: Odds) -> String {
    let Odds {
        slip,
        as_offered,
        hold,
    } = odds;
    format!(
        "odds in 36 rolls: more than meant {slip}, as offered {as_offered}, the ground held {hold}"
    )
}
