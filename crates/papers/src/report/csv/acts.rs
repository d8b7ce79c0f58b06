//! The tables of acts and of what they changed: a row an entry, a row a gauge that an entry moved.

use crate::report::csv::sheet::sheet;
use crate::report::csv::words;
use crate::report::model::{Effect, Line};

sheet! {
    /// One row an entry.
    ACTS "acts" "An entry of the record that the seat may see, undone ones too"
    |aar| aar.chronology.iter();
    |line|
    "entry" Integer "Its number in the record, from 1" = line.entry;
    "move" Integer "The move, from 1; 0 in turn zero" = line.move_number;
    "date" Text "When in the story, where the deck says so" = line.date.as_ref();
    "phase" Text (words::phases) "The phase in which it was made" = line.phase;
    "seat" Text (words::seats) "The seat that acted" = line.seat;
    "seat_name" Text "What the deck calls the seat" = line.seat_name;
    "by" Text "Whose hand: a person’s name, bot:NAME, outside:NAME VERSION, try N, or program" = line.by;
    "at" Time "When it was made" = line.at;
    "kind" Text "The kind of act, as in the record" = line.kind.word();
    "undone" Boolean "Whether it was undone later; what it did does not count then" = line.undone;
    "sentence" Text "What happened, in a sentence" = line.sentence;
    "card" Text "The card’s id: of the demand that is made, answered, ruled on or followed up, or of the offer" = line.act.card;
    "domain" Text "The card’s domain, by its id" = line.act.domain;
    "intensity" Text (words::intensities) "How hard it was demanded" = line.act.intensity;
    "inducement" Text (words::inducements) "What was promised" = line.act.inducement;
    "response" Text (words::responses) "The answer" = line.act.response;
    "given_instead" Text "The card that was given instead of the demanded one, by its id" = line.act.given_instead;
    "own_words" Text "What was answered in the seat’s own words, the corrected ones where they were corrected; response is then the answer that they come nearest to" = line.act.own_words;
    "counter_ask" Text "What was asked in return for an answer with conditions, in words" = line.act.counter_ask;
    "asked_in_return" Text "What was asked in return for an offer, by its id" = line.act.asked_in_return;
    "follow_up" Text (words::follow_ups) "What the patron did then" = line.act.follow_up;
    "climbs_down" Text "Who climbed down in a crisis: patron, client, both, neither; of one side’s decision, yes or no" = line.act.climbs_down;
    "measure" Text "Europe’s measure, by its id" = line.act.measure;
    "secret" Text "yes for a measure that was taken in secret" = line.act.secret;
    "measure_roll" Integer "The two dice of a measure, 2 to 12" = line.measure.as_ref().map(|dice| dice.roll);
    "measure_result" Text (words::results) "What became of the measure" = line.measure.as_ref().map(|dice| dice.result);
    "event" Text "The event that came into play, by its id; quiet for none" = line.act.event;
    "roll" Integer "The two dice of a ruling, 2 to 12" = line.ruling.as_ref().map(|ruling| ruling.roll);
    "modifier" Integer "What press and resistance add to the dice" = line.ruling.as_ref().map(|ruling| ruling.modifier);
    "arguments" Integer "What arguments add to the dice" = line.ruling.as_ref().map(|ruling| ruling.arguments);
    "computed_band" Text (words::bands) "The result that dice and modifier give" = line.ruling.as_ref().map(|ruling| ruling.computed);
    "ruled_band" Text (words::bands) "The result that stands" = line.ruling.as_ref().map(|ruling| ruling.ruled);
    "overruled" Boolean "Whether the white cell departed from the computed result" = line.ruling.as_ref().map(|ruling| ruling.overruled);
    "ruling_reason" Text "Why it did" = line.ruling.as_ref().and_then(|ruling| ruling.reason.as_ref());
    "delivered_percent" Integer "Percent of the card that was handed over" = line.ruling.as_ref().map(|ruling| ruling.delivered_percent);
    "rationale" Text "Why, as the seat said it; the corrected words where they were corrected" = line.rationale.as_ref();
    "confidence" Integer "How sure, 0 to 100" = line.confidence;
    "dissent" Text "Who disagreed, and why" = line.dissent.as_ref();
    "red_lines_and_crises" Text "What else happened, in words" = line.events.join("; ");
    "stability_before" Integer "Stability before the entry, 0 to 100" = line.stability.before;
    "stability_after" Integer "Stability after it, 0 to 100" = line.stability.after;
}

sheet! {
    /// One row a gauge that an entry moved.
    CHANGES "changes" "The net change of a gauge by an entry, undone entries too"
    |aar| aar.chronology.iter().flat_map(changes);
    |(line, effect)|
    "entry" Integer "The entry: acts.entry" = line.entry;
    "move" Integer "The move, from 1; 0 in turn zero" = line.move_number;
    "undone" Boolean "Whether the entry was undone later" = line.undone;
    "gauge" Text "The gauge, by its word in saves: gauges.gauge" = effect.gauge;
    "name" Text "Its name" = effect.name;
    "unit" Text (words::units) "Its unit; what is kept in tenths is divided by ten to be read as points" = effect.unit;
    "before" Integer "The value before" = effect.from;
    "after" Integer "The value after" = effect.to;
    "by" Integer "after − before" = effect.by();
    "because" Text "Why, a few words a reason, parted by semicolons" = effect.because.join("; ");
}

fn changes(line: &Line) -> impl Iterator<Item = (&Line, &Effect)> {
    line.effects.iter().map(move |effect| (line, effect))
}
