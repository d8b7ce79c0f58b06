//! The stability curve of a report, with what happened beneath it.

use crate::document::{Chart, Curve, MarkRow, Moment, Tone};
use crate::report::model::{Aar, Course};
use unequal_core::engine::entry_number::EntryNumber;

/// The stability curve with what happened beneath it.
pub(super) fn chart(aar: &Aar) -> Chart {
    let course = &aar.course;
    let moments = course.points.iter().map(|point| Moment {
        label: format!(
            "{}{}",
            point.move_number,
            if point.closed { "" } else { "…" }
        ),
        words: match (point.move_number, point.closed) {
            (0, _) => "STARTEX".to_owned(),
            (number, true) => format!("after move {number}"),
            (number, false) => format!("in move {number}"),
        },
    });
    let levels = course.thresholds.iter();
    Chart {
        title: "Stability of the partnership, move by move".to_owned(),
        caption: "Solid: stability after each move, in points of 100. Dashed: outlook, stability and what \
                  supports it, weighted 1 to 2."
            .to_owned(),
        moments: moments.collect(),
        curves: vec![Curve {
            name: "stability".to_owned(),
            values: course.points.iter().map(|point| point.stability).collect(),
        }],
        behind: course.points.iter().map(|point| point.outlook).collect(),
        levels: levels
            .map(|level| (level.level, level.name.to_owned()))
            .collect(),
        marks: mark_rows(aar),
        ..Chart::default()
    }
}

fn mark_rows(aar: &Aar) -> Vec<MarkRow> {
    let course = &aar.course;
    let of_kind = |kind: &str| -> Vec<(EntryNumber, String)> {
        let marks = course.marks.iter().filter(|mark| mark.kind == kind);
        marks.map(|mark| (mark.entry, mark.text.clone())).collect()
    };
    let turning = aar.turning_points.points.iter();
    let overrides = aar.overrides.lines.iter();
    let overrides = overrides.map(|line| (line.entry, format!("{}: {}", line.about, line.ruled)));
    let rows = [
        (
            "turning point",
            "◆",
            Tone::Plain,
            turning
                .map(|point| (point.entry, point.sentence.clone()))
                .collect(),
        ),
        ("red line", "▲", Tone::Danger, of_kind("red-line")),
        ("crisis", "✚", Tone::Danger, of_kind("crisis")),
        ("climb-down", "▽", Tone::Plain, of_kind("climb-down")),
        ("offer", "⇄", Tone::Plain, of_kind("offer")),
        ("measure", "★", Tone::Plain, of_kind("measure")),
        ("override", "✎", Tone::WhiteCell, overrides.collect()),
        ("bookmark", "⚑", Tone::Plain, of_kind("bookmark")),
        ("undo", "↶", Tone::Plain, of_kind("undo")),
    ];
    let shown = rows.into_iter().filter(|row| !row.3.is_empty());
    shown
        .map(|(name, sign, tone, mut entries)| {
            // Turning points keep their numbers: the first moved most.
            let is_numbered = name == "turning point";
            if !is_numbered {
                entries.sort();
            }
            let mark = |(entry, words)| (place(course, entry), format!("{words} [{entry}]"));
            let marks = entries.into_iter().map(mark).collect();
            MarkRow {
                name,
                sign,
                tone,
                is_numbered,
                marks,
            }
        })
        .collect()
}

/// Where an entry lies on the axis: between the points around it, by their order.
fn place(course: &Course, entry: EntryNumber) -> f64 {
    let count = |number: u64| u32::try_from(number).map_or(0.0, f64::from);
    let points = &course.points;
    let after = points.partition_point(|point| point.entry < entry);
    let last = points.len().saturating_sub(1);
    match (after.checked_sub(1), points.get(after)) {
        (Some(before), Some(next)) => {
            let behind = |entry: EntryNumber| count(entry.since(points[before].entry));
            count(before as u64) + behind(entry) / behind(next.entry).max(1.0)
        }
        (None, _) => 0.0,
        (Some(_), None) => count(last as u64),
    }
}
