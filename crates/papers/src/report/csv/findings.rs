//! The tables of what was worked out: expectations, turning points, shares of the change, and what each seat knew when it
//! decided.

use crate::report::csv::sheet::sheet;
use crate::report::csv::words;
use unequal_core::analysis::expectations::Difference;

sheet! {
    /// One row a decision and what could have been chosen.
    EXPECTATIONS "expectations" "What could have been chosen in the place of a decision, where expectations were worked out; the act that was taken first"
    |aar| aar.expectations.iter().flat_map(|report| &report.decisions).flat_map(|decision| {
        let taken = std::iter::once((decision, &decision.sentence, &decision.taken, None));
        let options = decision.options.iter();
        taken.chain(options.map(move |option| (decision, &option.words, &option.expected, Some(&option.difference))))
    });
    |(decision, words, expected, difference)|
    "entry" Integer "The decision: acts.entry" = decision.entry;
    "move" Integer "The move, from 1" = decision.move_number;
    "seat" Text (words::seats) "Who decided" = decision.seat;
    "taken" Boolean "Whether it is the act that was taken" = difference.is_none();
    "act" Text "The act, in words" = words;
    "playouts" Integer "Playouts it rests on, or the 36 rolls" = expected.playouts;
    "exact" Boolean "Whether all that chance could still do was enumerated" = expected.exact;
    "stability" Number "Mean final stability" = expected.stability;
    "stability_give_or_take" Number "Half the width of its 95 % interval" = expected.give_or_take();
    "difference" Number "Against the act that was taken, in points" = difference.map(|difference| difference.mean);
    "difference_give_or_take" Number "Half the width of its 95 % interval, seed by seed" = difference.map(Difference::give_or_take);
}

sheet! {
    /// One row a turning point.
    TURNING_POINTS "turning_points" "A moment that moved most, the largest first: by expected final stability where expectations were worked out, else by outlook"
    |aar| aar.turning_points.points.iter();
    |point|
    "entry" Integer "The entry: acts.entry" = point.entry;
    "move" Integer "The move, from 1; 0 in turn zero" = point.move_number;
    "moved" Number "By how many points it moved what is measured" = point.moved;
    "give_or_take" Number "Half the width of the 95 % interval of an expectation; empty for outlook, which is exact" = point.give_or_take;
    "to" Number "The value after it" = point.to;
}

sheet! {
    /// One row a kind of act.
    LUCK "luck" "How much was choice and how much luck: how far each kind of act moved what could be expected, where expectations were worked out; the parts add up to expected_end less expected_start"
    |aar| aar.luck.iter().flat_map(|luck| luck.parts.iter().map(move |part| (luck, part)));
    |(luck, part)|
    "of" Text "The kind of act, in words" = part.name;
    "entries" Integer "How many there were" = part.entries;
    "moved" Number "How far all of them together moved the expected final stability, in points" = part.moved;
    "expected_start" Number "The final stability that could be expected at STARTEX" = luck.start;
    "expected_end" Number "What can be expected where the session stands; where it has ended, its final stability" = luck.end;
}

sheet! {
    /// One row an act.
    ATTRIBUTION "attribution" "What an act accounts for in the change of stability, with everything else as it was"
    |aar| aar.attribution.iter().flat_map(|attribution| &attribution.kinds).flat_map(|kind| kind.lines.iter().map(move |line| (kind, line)));
    |(kind, line)|
    "entry" Integer "The act: acts.entry" = line.entry;
    "move" Integer "The move, from 1" = line.move_number;
    "of" Text "The acts among which the change is shared out" = kind.kind;
    "seat" Text (words::seats) "Who acted" = line.seat;
    "share" Number "Its share by Shapley, in points; the shares of one kind add up to the stability with all of them less that without any" = line.worth.shapley;
    "share_give_or_take" Number "Half the width of its 95 % interval; 0 where every order was taken" = line.worth.give_or_take;
    "leave_one_out" Integer "How much lower the final stability is with this one act taken out" = line.worth.leave_one_out;
}

sheet! {
    /// One row a decision.
    KNOWLEDGE "knowledge" "What a seat knew, and did not know, when it decided"
    |aar| aar.knowledge.iter();
    |known|
    "entry" Integer "The decision: acts.entry" = known.entry;
    "move" Integer "The move, from 1" = known.move_number;
    "seat" Text (words::seats) "Who decided" = known.seat;
    "stability" Integer "Stability then, 0 to 100" = known.stability;
    "outlook" Integer "The outlook then, 0 to 100" = known.outlook;
    "event" Text "The event of the move, in words" = known.event.as_ref();
    "effort" Integer "The patron’s effort, where the seat knew it" = known.effort;
    "offer" Text "The offer on the table, in words" = known.offer.as_ref();
    "red_line_domain" Text "The domain at stake" = known.red_line.as_ref().map(|line| &line.domain);
    "red_line_strain" Integer "Strain there, 0 to 100" = known.red_line.as_ref().map(|line| line.strain);
    "red_line_declared" Integer "Where its red line was declared" = known.red_line.as_ref().map(|line| line.declared);
    "red_line_known" Integer "Where it truly lies, if the seat knew" = known.red_line.as_ref().and_then(|line| line.known);
    "hidden" Text "What was hidden from the seat, parted by semicolons" = known.hidden.join("; ");
}
