//! The tables of what was played: exchanges, offers, Europe's measures and plans, decisions in a crisis.

use crate::report::csv::sheet::sheet;
use crate::report::csv::words;
use crate::report::model::{Aar, ExchangeLine, Knowledge, Line};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::model::choice::FollowUp;
use unequal_session::knowledge::Odds;

sheet! {
    /// One row an exchange.
    EXCHANGES "exchanges" "A demand that was answered and ruled on, on the line that stands"
    |aar| aar.exchanges.iter().zip(1_usize..).map(move |(exchange, number)| Exchange::new(aar, exchange, number));
    |exchange|
    "exchange" Integer "Its number in the session, from 1" = exchange.number;
    "move" Integer "The move, from 1" = exchange.line.move_number;
    "demand_entry" Integer "The entry of the demand: acts.entry" = exchange.line.demand_entry;
    "reply_entry" Integer "The entry of the answer" = exchange.line.reply_entry;
    "ruling_entry" Integer "The entry of the ruling" = exchange.line.ruling_entry;
    "demanded_by" Text "Whose hand demanded" = exchange.demand.map(|line| &line.by);
    "answered_by" Text "Whose hand answered" = exchange.reply.map(|line| &line.by);
    "card" Text "The demanded card, by its id" = &exchange.line.card;
    "title" Text "Its title" = &exchange.line.title;
    "domain" Text "Its domain, by its id" = &exchange.line.domain;
    "domain_name" Text "What the deck calls the domain" = exchange.domain_name;
    "intensity" Text (words::intensities) "How hard" = exchange.line.intensity.word();
    "inducement" Text (words::inducements) "What was promised" = exchange.line.inducement.word();
    "response" Text (words::responses) "The answer" = exchange.line.response.word();
    "given_instead" Text "The card that was given instead, by its id" = exchange.line.given_instead.as_ref();
    "own_words" Text "What was answered in the client’s own words; response is then the answer that they come nearest to" = exchange.line.own_words.as_ref();
    "counter_ask" Text "What was asked in return, in words" = exchange.line.counter_ask.as_ref();
    "odds_slip" Integer "Of 36 rolls, those that give more than was offered, as the client could know when it answered" = exchange.odds().map(|odds| odds.slip);
    "odds_as_offered" Integer "Of 36 rolls, those that give what was offered" = exchange.odds().map(|odds| odds.as_offered);
    "odds_hold" Integer "Of 36 rolls, those that hold the ground" = exchange.odds().map(|odds| odds.hold);
    "roll" Integer "The two dice, 2 to 12" = exchange.line.roll;
    "modifier" Integer "What press and resistance add to them" = exchange.line.modifier;
    "computed_band" Text (words::bands) "The result that dice and modifier give" = exchange.ruled(|ruling| ruling.computed);
    "ruled_band" Text (words::bands) "The result that stands" = exchange.ruled(|ruling| ruling.ruled);
    "overruled" Boolean "Whether the white cell departed from the computed result" = exchange.ruling.and_then(|line| line.ruling.as_ref()).map(|ruling| ruling.overruled);
    "delivered_percent" Integer "Percent of the card that was handed over" = exchange.line.delivered;
    "follow_up" Text (words::follow_ups) "What the patron did then; empty as long as it has not decided" = exchange.line.follow_up.map(FollowUp::word);
    "follow_up_name" Text "What the deck calls that" = exchange.line.follow_up_name.as_ref();
    "red_lines_crossed" Integer "Red lines that it crossed" = exchange.line.crossed;
}

/// An exchange with the entries that it is made of.
struct Exchange<'a> {
    number: usize,
    line: &'a ExchangeLine,
    demand: Option<&'a Line>,
    reply: Option<&'a Line>,
    ruling: Option<&'a Line>,
    known: Option<&'a Knowledge>,
    domain_name: Option<&'a String>,
}

impl<'a> Exchange<'a> {
    fn new(aar: &'a Aar, line: &'a ExchangeLine, number: usize) -> Self {
        let entry = |number: EntryNumber| aar.chronology.iter().find(|line| line.entry == number);
        let mut known = aar.knowledge.iter();
        Self {
            number,
            line,
            demand: entry(line.demand_entry),
            reply: entry(line.reply_entry),
            ruling: entry(line.ruling_entry),
            known: known.find(|known| known.entry == line.reply_entry),
            domain_name: aar
                .fields
                .iter()
                .find(|field| field.domain == line.domain)
                .map(|field| &field.name),
        }
    }

    fn odds(&self) -> Option<Odds> {
        self.known?.odds
    }

    fn ruled(
        &self,
        word: fn(&crate::report::model::Ruling) -> &'static str,
    ) -> Option<&'static str> {
        self.ruling?.ruling.as_ref().map(word)
    }
}

sheet! {
    /// One row an offer.
    OFFERS "offers" "An offer of the client’s, and what came of it"
    |aar| aar.offers.iter();
    |offer|
    "entry" Integer "The entry of the offer: acts.entry" = offer.entry;
    "move" Integer "The move, from 1" = offer.move_number;
    "card" Text "The offered card, by its id" = &offer.card;
    "title" Text "Its title" = &offer.title;
    "domain" Text "Its domain, by its id" = &offer.domain;
    "asked" Text "What was asked in return, by its id: acts.asked_in_return" = &offer.asked;
    "asked_title" Text "Its title" = &offer.asked_title;
    "came" Text (words::offers) "What came of it; waits as long as the patron has not decided" = offer.came;
    "answer_entry" Integer "The entry by which it came to that" = offer.answer_entry;
    "delivered_percent" Integer "Percent of the card that was handed over, where it was taken up" = offer.delivered;
}

sheet! {
    /// One row a measure.
    MEASURES "measures" "A measure of Europe’s that the seat may know of"
    |aar| aar.europe.iter().flat_map(|europe| &europe.measures);
    |measure|
    "entry" Integer "The entry: acts.entry" = measure.entry;
    "move" Integer "The move, from 1" = measure.move_number;
    "measure" Text "The measure, by its id: acts.measure" = &measure.measure;
    "title" Text "Its title" = &measure.title;
    "kind" Text (words::measures) "Its kind" = measure.kind;
    "secret" Boolean "Whether it was taken in secret" = measure.secret;
    "roll" Integer "Its two dice, 2 to 12" = measure.roll;
    "result" Text (words::results) "What became of it; a secret one that fails comes out" = measure.result;
}

sheet! {
    /// One row a plan.
    PLANS "plans" "An ending that Europe has a plan for where the session stands, as far as the seat may know"
    |aar| aar.europe.iter().flat_map(|europe| europe.plans.iter().flatten());
    |plan|
    "ending" Text (words::endings) "The ending, by its word: sessions.ending" = plan.ending.word();
    "title" Text "What the deck calls it" = &plan.title;
}

sheet! {
    /// One row a move in a crisis.
    CRISES "crises" "A move in a crisis in which both sides have decided"
    |aar| aar.crises.iter();
    |crisis|
    "entry" Integer "The entry that revealed the decisions: acts.entry" = crisis.entry;
    "move" Integer "The move, from 1" = crisis.move_number;
    "patron_climbs_down" Boolean "Whether the patron climbed down" = crisis.patron;
    "client_climbs_down" Boolean "Whether the client climbed down" = crisis.client;
    "mediated" Boolean "Whether Europe mediated" = crisis.mediated;
    "stability_before" Integer "Stability before, 0 to 100" = crisis.stability.before;
    "stability_after" Integer "Stability after, 0 to 100" = crisis.stability.after;
}
