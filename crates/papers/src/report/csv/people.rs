//! The tables of people: who took part, what they estimated, what those wrote who studied the record.

use crate::report::csv::sheet::sheet;
use crate::report::csv::words;
use crate::report::model::{AnnotationLine, Line};

sheet! {
    /// One row a person.
    PEOPLE "people" "Somebody who took part: joined, or gave an estimate"
    |aar| aar.voices.people.iter();
    |person|
    "name" Text "The name, as it reads now" = person.name;
    "seat" Text (words::seats) "Where they sat last" = person.seat.word();
    "seat_name" Text "What the deck calls the seat" = person.seat_name;
    "joined_entry" Integer "The entry with which they joined: acts.entry" = person.joined;
    "left_entry" Integer "The entry with which they left; empty for whoever stayed" = person.left;
    "entries" Integer "Entries that bear their name" = person.entries;
    "estimates" Integer "Questions on which they gave an estimate" = person.estimates;
    "dissents" Integer "Dissents that name them" = person.dissents;
}

sheet! {
    /// One row a question.
    QUESTIONS "questions" "A question on which estimates were asked, with what all of them together came to"
    |aar| aar.estimates.iter().flat_map(|estimates| &estimates.polls);
    |poll|
    "question_id" Text "The question’s id: estimates.question_id" = poll.id;
    "entry" Integer "The entry that asked it: acts.entry" = poll.entry;
    "question" Text "What was asked" = poll.question;
    "resolution" Text "What decides it" = poll.resolution;
    "answered" Integer "How many gave an estimate" = poll.answered;
    "missing" Integer "Participants who gave none" = poll.missing.len();
    "revealed_entry" Integer "The entry that revealed the estimates; empty until then" = poll.revealed_by;
    "seen_before" Boolean "Whether they had been revealed before and that was taken back: then they were not blind" = poll.seen_before;
    "mean" Number "The mean of all estimates, in percent; empty until they are revealed" = poll.mean;
    "lowest" Integer "The lowest, in percent" = poll.spread.map(|spread| spread.lowest);
    "median" Number "The one in the middle, in percent" = poll.spread.map(|spread| spread.median);
    "highest" Integer "The highest, in percent" = poll.spread.map(|spread| spread.highest);
    "happened" Boolean "What came true; empty as long as nobody has said" = poll.happened;
    "resolved_entry" Integer "The entry that said so" = poll.resolved_by;
    "grounds" Text "On what grounds" = poll.grounds.as_ref();
    "brier" Number "The mean of the Brier scores of its estimates: estimates.brier" = poll.brier;
}

sheet! {
    /// One row an estimate that was revealed.
    ESTIMATES "estimates" "An estimate that was revealed"
    |aar| aar.estimates.iter().flat_map(|estimates| &estimates.polls).flat_map(|poll| poll.estimates.iter().map(move |line| (poll, line)));
    |(poll, line)|
    "question_id" Text "The question’s id" = poll.id;
    "question" Text "What was asked" = poll.question;
    "resolution" Text "What decides it" = poll.resolution;
    "name" Text "Whose estimate: people.name" = line.name;
    "seat" Text (words::seats) "Where they sat" = line.seat.word();
    "entry" Integer "The entry: acts.entry" = line.entry;
    "percent" Integer "The probability given, 0 to 100" = line.percent;
    "happened" Boolean "What came true; empty as long as nobody has said" = poll.happened;
    "brier" Number "The square of (percent / 100 − 1 if it happened, else 0): 0 is best, 1 worst" = line.brier;
}

sheet! {
    /// One row a remark.
    ANNOTATIONS "annotations" "A remark on an entry by somebody who studied the record"
    |aar| aar.chronology.iter().flat_map(remarks);
    |(line, remark)|
    "entry" Integer "The entry: acts.entry" = line.entry;
    "author" Text "Who made it" = remark.author;
    "kind" Text (words::annotations) "Its kind" = remark.kind;
    "text" Text "Its text" = remark.text;
}

fn remarks(line: &Line) -> impl Iterator<Item = (&Line, &AnnotationLine)> {
    line.annotations.iter().map(move |remark| (line, remark))
}
