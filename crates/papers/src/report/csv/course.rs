//! The tables of gauges and red lines, move by move.

use crate::report::csv::sheet::sheet;
use crate::report::csv::words;
use crate::report::model::{Aar, GaugeCourse, Point};

sheet! {
    /// One row a gauge and move.
    GAUGES "gauges" "A gauge at STARTEX, after each closed move, and where the session stands if a move is open"
    |aar| readings(aar);
    |(point, gauge, value)|
    "move" Integer "The move, from 1; 0 is STARTEX" = point.move_number;
    "date" Text "When in the story, where the deck says so" = point.date.as_ref();
    "entry" Integer "The entry after which it is read; 0 is STARTEX" = point.entry;
    "closed" Boolean "Whether the move was closed" = point.closed;
    "gauge" Text "The gauge, by its word in saves" = gauge.gauge;
    "name" Text "Its name" = gauge.name;
    "unit" Text (words::units) "Its unit; what is kept in tenths is divided by ten to be read as points" = gauge.unit;
    "value" Integer "Its value in that unit" = value;
}

sheet! {
    /// One row a red line that was crossed.
    RED_LINES "red_lines" "A red line that was crossed"
    |aar| aar.course.marks.iter().filter(|mark| mark.kind == RED_LINE);
    |mark|
    "entry" Integer "The entry that crossed it: acts.entry" = mark.entry;
    "move" Integer "The move, from 1" = mark.move_number;
    "text" Text "In words" = mark.text;
}

/// The word of marks for crossed red lines.
const RED_LINE: &str = "red-line";

fn readings(aar: &Aar) -> impl Iterator<Item = (&Point, &GaugeCourse, i64)> {
    let points = aar.course.points.iter().enumerate();
    points.flat_map(|(place, point)| {
        let gauges = aar.course.gauges.iter();
        gauges.map(move |gauge| (point, gauge, gauge.values[place]))
    })
}
