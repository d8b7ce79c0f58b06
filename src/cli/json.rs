//! Entries and states as JSON objects, made from what one seat may know.

mod now;
mod room;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use unequal_core::engine::action::Action;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::view::View;
use unequal_core::model::ledger::Change;
use unequal_core::model::place::CardAt;
use unequal_core::model::scenario::Scenario;
use unequal_core::model::side::BySide;
use unequal_core::store::Drawn;
use unequal_session::sight::Seen;
use unequal_session::telling::sentence;
use unequal_session::{History, Moment};

use now::{EuropeNow, ExchangeNow, MeasureNow, OfferNow, OutcomeNow, SignpostsNow, TabledNow};
use room::RoomNow;

/// An entry with the state after it, as the white cell sees both.
#[derive(Debug, Serialize)]
pub struct EntryLine<'a> {
    entry: u64,
    #[serde(rename = "move")]
    move_number: u32,
    phase: &'static str,
    seat: &'static str,
    by: &'a Player,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<&'a str>,
    act: ActShown<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rationale: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dissent: Option<&'a str>,
    sentence: String,
    #[serde(skip_serializing_if = "Drawn::is_nothing")]
    drawn: &'a Drawn,
    changes: Vec<(String, i64, i64, &'static str)>,
    state: StateAfter,
}

/// An act as it stands in the record; an estimate without its number, which nobody sees before the reveal.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum ActShown<'a> {
    Open(&'a Action),
    Blind {
        kind: &'static str,
        id: &'a str,
        name: &'a str,
    },
}

impl<'a> ActShown<'a> {
    const fn new(act: &'a Action) -> Self {
        match act {
            Action::Estimate { id, name, .. } => Self::Blind {
                kind: act.word(),
                id: id.as_str(),
                name: name.as_str(),
            },
            act => Self::Open(act),
        }
    }

    const fn is_open(&self) -> bool {
        matches!(self, Self::Open(_))
    }
}

impl<'a> EntryLine<'a> {
    /// The line of a moment; the time is part of it only where it was stated, so that the same
    /// session gives the same bytes.
    pub fn new(table: &History, moment: &'a Moment, with_time: bool) -> Self {
        let entry = &moment.entry;
        let act = ActShown::new(&entry.act);
        // What is said with an estimate would give it away.
        let open = act.is_open();
        Self {
            entry: entry.number,
            move_number: entry.move_number,
            phase: entry.phase.word(),
            seat: entry.seat.word(),
            by: &entry.by,
            at: with_time.then_some(entry.at.as_str()),
            act,
            rationale: entry.rationale.as_deref().filter(|_| open),
            confidence: entry.confidence.filter(|_| open),
            dissent: entry.dissent.as_deref().filter(|_| open),
            sentence: sentence(table, moment, Seat::WhiteCell),
            drawn: &entry.drawn,
            changes: changes(table.scenario(), &moment.changes),
            state: StateAfter::new(
                table.scenario(),
                &table.view_at(entry.number, Seat::WhiteCell),
            ),
        }
    }
}

/// An entry as a seat may see it, with what that seat could know after it.
#[derive(Debug, Serialize)]
pub struct SeenLine<'a> {
    entry: u64,
    #[serde(rename = "move")]
    move_number: u32,
    phase: &'static str,
    seat: &'static str,
    by: &'a Player,
    at: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    act: Option<ActShown<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rationale: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dissent: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    corrected: Option<u64>,
    sentence: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    drawn: Option<&'a Drawn>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    undone: bool,
    changes: Vec<(String, i64, i64, &'static str)>,
    state: StateAfter,
}

impl<'a> SeenLine<'a> {
    /// The line of an entry that a seat may see, with what it could know right after it.
    pub fn new(scenario: &Scenario, seen: &'a Seen, after: &View) -> Self {
        Self {
            entry: seen.number,
            move_number: seen.move_number,
            phase: seen.phase.word(),
            seat: seen.seat.word(),
            by: &seen.by,
            at: &seen.at,
            kind: seen.kind.word(),
            act: None,
            rationale: seen.rationale.as_deref(),
            confidence: seen.confidence,
            dissent: seen.dissent.as_deref(),
            corrected: seen.corrected,
            sentence: &seen.sentence,
            drawn: None,
            undone: seen.undone,
            changes: changes(scenario, &seen.changes),
            state: StateAfter::new(scenario, after),
        }
    }

    /// With the act as it stands in the record and what chance gave, where nothing is hidden from the seat any more: an
    /// act of the white cell's says more than is told of it before.
    #[must_use]
    pub fn with_act_if_open(self, table: &'a History, seen: &Seen, seat: Seat) -> Self {
        let open = table.is_open_at(table.last_number(), seat);
        let Some(moment) = table.moment(seen.number).filter(|_| open) else {
            return self;
        };
        let entry = &moment.entry;
        Self {
            act: Some(ActShown::new(&entry.act)),
            drawn: Some(&entry.drawn).filter(|drawn| !drawn.is_nothing()),
            ..self
        }
    }
}

fn changes(scenario: &Scenario, changes: &[Change]) -> Vec<(String, i64, i64, &'static str)> {
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
#[derive(Debug, Serialize)]
pub struct StateAfter {
    #[serde(rename = "move")]
    move_number: u32,
    moves_planned: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_move: Option<u32>,
    phase: &'static str,
    waits_for: Vec<&'static str>,
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
    hardest: &'static str,
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
#[derive(Debug)]
struct Gauges(Vec<(String, i64)>);

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
#[derive(Debug)]
struct Domains(Vec<(String, DomainNow)>);

#[derive(Debug, Serialize)]
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
            phase: view.phase.word(),
            waits_for: view.waits_for.iter().map(|seat| seat.word()).collect(),
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
            hardest: view.limit.word(),
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
