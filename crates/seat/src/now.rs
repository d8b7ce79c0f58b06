//! What a seat could know of a session, as JSON: the same words on every line that programs read.

mod room;
mod table;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::view::View;
use unequal_core::model::choice::Intensity;
use unequal_core::model::ledger::Change;
use unequal_core::model::place::CardAt;
use unequal_core::model::scenario::Scenario;
use unequal_core::model::side::BySide;

use room::RoomNow;
use table::{EuropeNow, ExchangeNow, MeasureNow, OfferNow, OutcomeNow, SignpostsNow, TabledNow};

/// A change of a gauge: its word, before, after, and the word of the reason.
pub type Moved = (String, i64, i64, &'static str);

/// Changes of gauges in words.
pub fn changes(scenario: &Scenario, changes: &[Change]) -> Vec<Moved> {
    let word = |gauge| scenario.gauge_word(gauge);
    changes
        .iter()
        .map(|change| {
            (
                word(change.gauge),
                change.from,
                change.to,
                change.reason.word(),
            )
        })
        .collect()
}

/// What a seat could know of the state.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StateAfter {
    #[serde(rename = "move")]
    move_number: u32,
    moves_planned: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_move: Option<u32>,
    phase: Phase,
    waits_for: Vec<Seat>,
    place: u32,
    gauges: Gauges,
    supported: i64,
    outlook: i64,
    grievance: i64,
    exit: i64,
    market_discount: i64,
    domains: Domains,
    signposts: SignpostsNow,
    #[serde(skip_serializing_if = "Option::is_none")]
    menu: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    effort: Option<i64>,
    hardest: Intensity,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<MeasureNow>,
    #[serde(skip_serializing_if = "Option::is_none")]
    europe: Option<EuropeNow>,
    #[serde(skip_serializing_if = "nothing_decided")]
    crisis_acts: BySide<Option<bool>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    offer: Option<OfferNow>,
    offer_wait: i64,
    tabled: Vec<TabledNow>,
    exchanges: Vec<ExchangeNow>,
    in_crisis: bool,
    crisis_clock: i64,
    capture_clock: i64,
    path: Vec<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<OutcomeNow>,
    #[serde(skip_serializing_if = "Option::is_none")]
    room: Option<RoomNow>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn nothing_decided(acts: &BySide<Option<bool>>) -> bool {
    acts.patron.is_none() && acts.client.is_none()
}

/// All gauges by their words, in the deck's order.
#[derive(Debug, JsonSchema)]
struct Gauges(#[schemars(with = "BTreeMap<String, i64>")] Vec<(String, i64)>);

impl Serialize for Gauges {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (word, value) in &self.0 {
            map.serialize_entry(word, value)?;
        }
        map.end()
    }
}

/// Domains by their ids, in the deck's order.
#[derive(Debug, JsonSchema)]
struct Domains(#[schemars(with = "BTreeMap<String, DomainNow>")] Vec<(String, DomainNow)>);

#[derive(Debug, Serialize, JsonSchema)]
struct DomainNow {
    leverage: i64,
    red_line: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    crossing: Option<i64>,
    crossed: bool,
    #[serde(skip_serializing_if = "is_none_left")]
    signal: u8,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_none_left(moves: &u8) -> bool {
    *moves == 0
}

impl Serialize for Domains {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (id, domain) in &self.0 {
            map.serialize_entry(id, domain)?;
        }
        map.end()
    }
}

impl StateAfter {
    /// What a view shows.
    pub fn new(scenario: &Scenario, view: &View) -> Self {
        let card = |place: CardAt| scenario.card(place).id.clone();
        let gauges = view.gauges(scenario).into_iter();
        let gauges = gauges.map(|gauge| (scenario.gauge_word(gauge), view.get(gauge)));
        let domains = scenario.domains.placed().map(|(place, domain)| {
            let seen = view.domain(scenario, place);
            let now = DomainNow {
                leverage: seen.leverage,
                red_line: seen.red_line,
                crossing: seen.crossing,
                crossed: seen.breached,
                signal: seen.signal,
            };
            (domain.id.clone(), now)
        });
        let menu = view.menu.as_ref();
        Self {
            move_number: view.move_number,
            moves_planned: view.moves_planned,
            last_move: view.last_move,
            phase: view.phase,
            waits_for: view.waits_for.clone(),
            place: view.place,
            gauges: Gauges(gauges.collect()),
            supported: view.supported,
            outlook: view.outlook,
            grievance: view.grievance,
            exit: view.exit,
            market_discount: view.market_discount,
            domains: Domains(domains.collect()),
            signposts: SignpostsNow::new(view),
            menu: menu.map(|menu| menu.iter().map(|place| card(*place)).collect()),
            effort: view.effort,
            hardest: view.limit,
            event: view.event.map(|place| scenario.events[place].id.clone()),
            measure: view.measure.map(|taken| MeasureNow::new(scenario, taken)),
            europe: EuropeNow::new(view),
            crisis_acts: view.crisis_acts,
            offer: view.offer.map(|offer| OfferNow::new(scenario, view, offer)),
            offer_wait: view.offer_wait,
            tabled: (view.tabled.iter())
                .map(|tabled| TabledNow::new(scenario, tabled))
                .collect(),
            exchanges: (view.exchanges.iter())
                .map(|exchange| ExchangeNow::new(scenario, exchange))
                .collect(),
            in_crisis: view.clocks.in_crisis,
            crisis_clock: view.clocks.crisis,
            capture_clock: view.clocks.capture,
            path: view.path.clone(),
            outcome: view.outcome.map(OutcomeNow::from),
            room: RoomNow::new(&view.room),
        }
    }
}
