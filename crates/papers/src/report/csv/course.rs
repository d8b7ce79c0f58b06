//! The tables of gauges, of what follows from them, and of red lines, move by move.

use crate::report::csv::sheet::sheet;
use crate::report::csv::words;
use crate::report::model::{Aar, GaugeCourse, LeverageCourse, Point};

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
    /// One row a moment.
    MOMENTS "moments" "A moment at which gauges are read: where stability stood, and where it was heading"
    |aar| aar.course.points.iter();
    |point|
    "move" Integer "The move, from 1; 0 is STARTEX" = point.move_number;
    "date" Text "When in the story, where the deck says so" = point.date.as_ref();
    "entry" Integer "The entry after which it is read; 0 is STARTEX" = point.entry;
    "closed" Boolean "Whether the move was closed" = point.closed;
    "stability" Integer "Stability, 0 to 100" = point.stability;
    "supported" Integer "The stability that circumstances support, 0 to 100: where it is heading" = point.supported;
    "outlook" Integer "Stability and what supports it, weighted 1 to 2 and rounded, 0 to 100" = point.outlook;
}

sheet! {
    /// One row a domain and moment.
    LEVERAGE "leverage" "The patron’s leverage in a domain at a moment: the client’s dependence there, shifted by conditions outside"
    |aar| leverage(aar);
    |(point, course, value)|
    "move" Integer "The move, from 1; 0 is STARTEX: moments.move" = point.move_number;
    "entry" Integer "The entry after which it is read; 0 is STARTEX" = point.entry;
    "closed" Boolean "Whether the move was closed" = point.closed;
    "domain" Text "The domain, by its id" = &course.domain;
    "name" Text "Its name" = &course.name;
    "leverage" Integer "The patron’s leverage there, 0 to 100" = value;
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

fn leverage(aar: &Aar) -> impl Iterator<Item = (&Point, &LeverageCourse, i64)> {
    let points = aar.course.points.iter().enumerate();
    points.flat_map(|(place, point)| {
        let domains = aar.course.leverage.iter();
        domains.map(move |course| (point, course, course.values[place]))
    })
}

fn readings(aar: &Aar) -> impl Iterator<Item = (&Point, &GaugeCourse, i64)> {
    let points = aar.course.points.iter().enumerate();
    points.flat_map(|(place, point)| {
        let gauges = aar.course.gauges.iter();
        gauges.map(move |gauge| (point, gauge, gauge.values[place]))
    })
}
