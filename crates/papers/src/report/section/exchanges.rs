//! Demands with their answers, dice and follow-ups, and the client's offers with what came of them.

use serde::Serialize;

use crate::document::{
    Block, Inline, Rank, Section, Span, Table, cells, cited, dim, heading, paragraph, quote, said,
    strong, told,
};
use crate::report::session::SessionFacts;
use crate::report::sight::Sight;
use crate::report::words::band_words;
use unequal_core::engine::action::{Action, Kind};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::Fact;
use unequal_core::model::choice::{Band, FollowUp, Inducement, Intensity, Offer, Response, Side};
use unequal_core::model::current::Exchange;
use unequal_core::model::place::CardAt;
use unequal_session::sight::Seen;
use unequal_session::telling::{count, signed};

/// A demand, its answer and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExchangeLine {
    /// The move, from 1.
    pub move_number: u32,
    /// The entry of the demand.
    pub demand_entry: EntryNumber,
    /// The entry of the answer.
    pub reply_entry: EntryNumber,
    /// The entry of the ruling.
    pub ruling_entry: EntryNumber,
    /// The card's id.
    pub card: String,
    /// The domain's id.
    pub domain: String,
    /// The card's title.
    pub title: String,
    /// How hard it was pressed.
    pub intensity: Intensity,
    /// The same, as the deck calls it.
    pub intensity_name: String,
    /// What was promised.
    pub inducement: Inducement,
    /// The same, as the deck calls it; none where nothing was.
    pub inducement_name: Option<String>,
    /// The answer.
    pub response: Response,
    /// The same, as the deck calls it.
    pub response_name: String,
    /// The card that was given instead, by its id.
    pub given_instead: Option<String>,
    /// Its title.
    pub given_instead_title: Option<String>,
    /// What was answered in the seat's own words; the answer is then the one that they come nearest to.
    pub own_words: Option<String>,
    /// What was asked in return for an answer with conditions.
    pub counter_ask: Option<String>,
    /// The two dice.
    pub roll: i64,
    /// What press and resistance add to them.
    pub modifier: i64,
    /// The band that stands.
    pub band: Band,
    /// Percent of the card that was handed over.
    pub delivered: i64,
    /// What the patron did then; none as long as it has not decided.
    pub follow_up: Option<FollowUp>,
    /// The same, as the deck calls it.
    pub follow_up_name: Option<String>,
    /// Red lines crossed.
    pub crossed: usize,
}

/// An offer of the client's, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OfferLine {
    /// The move, from 1.
    pub move_number: u32,
    /// The entry.
    pub entry: EntryNumber,
    /// The card's id.
    pub card: String,
    /// The domain's id.
    pub domain: String,
    /// The card's title.
    pub title: String,
    /// What was asked in return, by its id.
    pub asked: String,
    /// Its title.
    pub asked_title: String,
    /// `taken up`, `set aside`, `vetoed`, or `waits` as long as the patron has not decided.
    pub came: &'static str,
    /// The entry by which it came to that.
    pub answer_entry: Option<EntryNumber>,
    /// Percent of the card that was handed over, where it was taken up.
    pub delivered: Option<i64>,
}

/// What can come of an offer.
pub(in crate::report) const CAME: [&str; 4] = [TAKEN_UP, SET_ASIDE, VETOED, WAITS];

const TAKEN_UP: &str = "taken up";
const SET_ASIDE: &str = "set aside";
const VETOED: &str = "vetoed";
const WAITS: &str = "waits";

/// The exchanges that stand and were resolved, in order.
pub(super) fn of(sight: &Sight<'_>) -> Vec<ExchangeLine> {
    let resolved = |number: EntryNumber| sight.standing().find(|seen| seen.number == number);
    let recorded = sight.recorded.exchanges();
    recorded
        .filter_map(|(move_number, open)| {
            let exchange = resolved(open.ruling_entry)?.resolved()?;
            let reply = resolved(open.reply_entry);
            Some(ExchangeLine {
                move_number,
                demand_entry: open.demand_entry,
                reply_entry: open.reply_entry,
                ruling_entry: open.ruling_entry,
                own_words: reply.and_then(|seen| seen.own_words.clone()),
                counter_ask: reply.and_then(counter_ask),
                ..line(sight, exchange, open.follow_up)
            })
        })
        .collect()
}

fn counter_ask(seen: &Seen) -> Option<String> {
    match &seen.act {
        Some(Action::Respond { ask, .. }) => ask.as_deref().map(unequal_core::deck::plain),
        _ => None,
    }
}

fn title(sight: &Sight<'_>, card: CardAt) -> String {
    sight.table.deck().text.cards[card].title.clone()
}

fn line(sight: &Sight<'_>, exchange: &Exchange, follow_up: Option<FollowUp>) -> ExchangeLine {
    let text = &sight.table.deck().text;
    let scenario = sight.table.scenario();
    let demand = exchange.demand;
    let reply = &exchange.reply;
    let card = scenario.card(demand.card);
    let promised = Some(demand.inducement).filter(|one| *one != Inducement::None);
    ExchangeLine {
        move_number: 0,
        demand_entry: EntryNumber::STARTEX,
        reply_entry: EntryNumber::STARTEX,
        ruling_entry: EntryNumber::STARTEX,
        card: card.id.clone(),
        domain: scenario.domains[card.domain].id.clone(),
        title: title(sight, demand.card),
        intensity: demand.intensity,
        intensity_name: text.intensity(demand.intensity).name.clone(),
        inducement: demand.inducement,
        inducement_name: promised.map(|one| text.inducement(one).name.clone()),
        response: reply.response,
        response_name: text.response(reply.response).name.clone(),
        given_instead: reply.instead.map(|card| scenario.card(card).id.clone()),
        given_instead_title: reply.instead.map(|card| title(sight, card)),
        own_words: None,
        counter_ask: None,
        roll: exchange.roll,
        modifier: exchange.modifier + exchange.arguments,
        band: exchange.band,
        delivered: exchange.delivered,
        follow_up,
        follow_up_name: follow_up.map(|choice| text.follow_up(choice).name.clone()),
        crossed: exchange.crossed,
    }
}

/// The offers that stand, in order.
pub(super) fn offers(sight: &Sight<'_>) -> Vec<OfferLine> {
    let made = sight.standing().filter(|seen| seen.kind == Kind::Offer);
    made.filter_map(|seen| offer(sight, seen)).collect()
}

fn offer(sight: &Sight<'_>, seen: &Seen) -> Option<OfferLine> {
    let scenario = sight.table.scenario();
    let Some(Action::Offer { card, ask }) = &seen.act else {
        return None;
    };
    let offer = Offer {
        card: scenario.card_at(card)?,
        ask: scenario.ask_at(ask)?,
    };
    let later = sight.standing().filter(|later| later.number > seen.number);
    let answer = later
        .take_while(|later| later.kind != Kind::Offer)
        .find_map(|later| {
            later
                .facts
                .iter()
                .find_map(|fact| came(*fact, offer, later.number))
        });
    let answer_entry = answer.map(|(_, entry, _)| entry);
    let (came, delivered) = answer.map_or((WAITS, None), |(came, _, delivered)| (came, delivered));
    Some(OfferLine {
        move_number: seen.move_number,
        entry: seen.number,
        card: card.clone(),
        domain: scenario.domains[scenario.card(offer.card).domain]
            .id
            .clone(),
        title: title(sight, offer.card),
        asked: ask.clone(),
        asked_title: sight.table.deck().text.asks[offer.ask].title.clone(),
        came,
        answer_entry,
        delivered,
    })
}

/// What a fact makes of an offer, with the entry that it belongs to.
fn came(
    fact: Fact,
    offer: Offer,
    entry: EntryNumber,
) -> Option<(&'static str, EntryNumber, Option<i64>)> {
    match fact {
        Fact::OfferTakenUp {
            offer: taken,
            delivered,
        } if taken == offer => Some((TAKEN_UP, entry, Some(delivered))),
        Fact::OfferSetAside(aside) if aside == offer => Some((SET_ASIDE, entry, None)),
        Fact::OfferVetoed(vetoed) if vetoed == offer => Some((VETOED, entry, None)),
        _ => None,
    }
}

pub(super) fn section(
    session: &SessionFacts,
    exchanges: &[ExchangeLine],
    offers: &[OfferLine],
) -> Section {
    let mut blocks = Vec::new();
    if !exchanges.is_empty() {
        let note =
            "Dice, modifier and band as they stand; in percent of the card what was handed over.";
        blocks.push(paragraph(Rank::Note, note));
        blocks.push(Block::Table(
            Table::default()
                .numbers(["move"])
                .texts(["demand", "answer", "dice"])
                .numbers(["given"])
                .texts(["then"])
                .rows(exchanges.iter().map(row)),
        ));
    }
    if !offers.is_empty() {
        let offered = format!("What {} offered", session.seat_called(Side::Client));
        blocks.push(heading(offered));
        blocks.push(Block::Table(
            Table::default()
                .numbers(["move"])
                .texts(["offer", "in return", "came to"])
                .numbers(["given"])
                .rows(offers.iter().map(offer_row)),
        ));
    }
    let title = "Demands, answers and offers";
    Section::new("exchanges", "Exchanges", title, blocks)
}

fn row(line: &ExchangeLine) -> Vec<Inline> {
    let promise = line.inducement_name.as_ref();
    let promise = promise.map(|promise| dim(format!("; promised: {promise}")));
    let instead = line.given_instead_title.as_ref();
    let instead = instead.map(|card| said! { ": " (told(card)) });
    let own = line.own_words.as_ref();
    let own = own.map(|words| said! { (quote(words)) (Span::Break) (dim("nearest to")) " " });
    let ask = line.counter_ask.as_ref();
    let ask = ask.map(|ask| said! { (Span::Break) (dim(said! { "for: " (told(ask)) })) });
    let crossed = match line.crossed {
        0 => String::new(),
        crossed => format!("; crossed: {}", count(crossed, "red line", "red lines")),
    };
    cells! {
        [(line.move_number)]
        [(&line.intensity_name) ": " (cited(&line.title, line.demand_entry)) (promise)]
        [(own) (told(&line.response_name)) (instead) " " (Span::cite(line.reply_entry)) (ask)]
        [(line.roll) " " (signed(line.modifier)) ": " (band_words(line.band)) " " (Span::cite(line.ruling_entry))]
        [(line.delivered) " %"]
        [(line.follow_up_name.clone().unwrap_or_else(|| "–".to_owned())) (crossed)]
    }
}

fn offer_row(line: &OfferLine) -> Vec<Inline> {
    let answer = line
        .answer_entry
        .map(|entry| said! { " " (Span::cite(entry)) });
    let given = line.delivered.map(|delivered| format!("{delivered} %"));
    cells! {
        [(line.move_number)] [(cited(&line.title, line.entry))] [(told(&line.asked_title))]
        [(strong(line.came)) (answer)] [(given)]
    }
}
