//! What was asked, given and paid, field by field.

use serde::Serialize;

use crate::document::{Block, Rank, Section, Table, cells, paragraph};
use crate::report::section::course::Course;
use crate::report::session::SessionFacts;
use crate::report::sight::Sight;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::is_met;
use unequal_core::model::gauge::Gauge;
use unequal_session::reading::Shift;

/// What happened in one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldLine {
    /// The domain's id.
    pub domain: String,
    /// What the deck calls it.
    pub name: String,
    /// The entries of the rulings on demands in it.
    pub ruled: Vec<EntryNumber>,
    /// How many of those demands were met, in full or in part.
    pub met: usize,
    /// Percent of their cards that were handed over, added up: 100 is one whole card.
    pub given: i64,
    /// Offers of the client's in it that came to something.
    pub offers: usize,
    /// How many of them were taken up.
    pub offers_taken_up: usize,
    /// Whether its red line was crossed.
    pub crossed: bool,
    /// The client's dependence at STARTEX and where the session stands.
    pub dependence: Shift,
    /// What the client could still offer, at STARTEX and where the session stands.
    pub capacity: Shift,
}

/// The fields, in the deck's order.
pub(super) fn of(sight: &Sight<'_>, course: &Course) -> Vec<FieldLine> {
    let (table, scenario) = (sight.table, sight.table.scenario());
    let ends = |gauge: Gauge| {
        let word = scenario.gauge_word(gauge);
        let found = course.gauges.iter().find(|course| course.gauge == word);
        let values = found.map_or(&[][..], |course| &course.values);
        let value = |value: Option<&i64>| value.copied().unwrap_or_default();
        Shift {
            before: value(values.first()),
            after: value(values.last()),
        }
    };
    let facts = || sight.standing().flat_map(|seen| &seen.facts);
    let fields = scenario.domains.placed().map(|(place, domain)| {
        let ruled = || {
            let all = sight.standing();
            let all = all.filter_map(|seen| Some((seen.number, seen.resolved()?)));
            all.filter(|(_, ruled)| scenario.card(ruled.demand.card).domain == place)
        };
        let offers = || {
            facts().filter_map(|fact| match fact {
                Fact::OfferTakenUp { offer, .. } => Some((offer, true)),
                Fact::OfferSetAside(offer) => Some((offer, false)),
                _ => None,
            })
        };
        let offers = || offers().filter(|(offer, _)| scenario.card(offer.card).domain == place);
        FieldLine {
            domain: domain.id.clone(),
            name: table.deck().text.domains[place].name.clone(),
            ruled: ruled().map(|(number, _)| number).collect(),
            met: ruled()
                .filter(|(_, ruled)| is_met(ruled.reply.response))
                .count(),
            given: ruled().map(|(_, ruled)| ruled.delivered).sum(),
            offers: offers().count(),
            offers_taken_up: offers().filter(|(_, taken)| *taken).count(),
            crossed: facts().any(|fact| *fact == Fact::RedLineCrossed(place)),
            dependence: ends(Gauge::Dependence(place)),
            capacity: ends(Gauge::Capacity(place)),
        }
    });
    fields.collect()
}

pub(super) fn section(session: &SessionFacts, fields: &[FieldLine]) -> Section {
    let [patron, client] = [Seat::Patron, Seat::Client].map(|seat| session.seat_named(seat));
    let rows = fields.iter().map(|field| {
        let from_to = |shift: Shift| format!("{} → {}", shift.before, shift.after);
        let offered = match field.offers {
            0 => "–".to_owned(),
            made => format!("{} of {made}", field.offers_taken_up),
        };
        cells! {
            [(&field.name)] [(field.ruled.len())] [(field.met)] [(format!("{} %", field.given))] [(offered)]
            [(from_to(field.dependence))] [(from_to(field.capacity))]
            [(if field.crossed { "crossed" } else { "–" })]
        }
    });
    let table = Table::default()
        .texts(["domain"])
        .numbers(["demands", "met", "given"])
        .texts(["offers taken up"])
        .numbers(["dependence", "can offer"])
        .texts(["red line"])
        .rows(rows);
    let note = format!(
        "What {patron} asked, what {client} gave, and what that did. Given: percent of the cards handed over, added up, so \
         that 100 % is one whole card. Dependence and what can still be offered: at STARTEX and at the end, 0 to 100."
    );
    Section::new(
        "fields",
        "Domains",
        "What was asked, given and paid",
        vec![paragraph(Rank::Note, note), Block::Table(table)],
    )
}
