//! Gauges move by move, and what to mark on the curve.

use crate::report::Sight;
use crate::report::model::{Course, GaugeCourse, Mark, Point, Threshold};
use crate::report::words::unit;
use unequal_core::deck::plain;
use unequal_core::engine::action::Kind;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::view::View;
use unequal_session::sight::Seen;
use unequal_session::telling::gauge_name;

/// Gauges move by move on the line that stands.
pub(super) fn course(sight: &Sight<'_>) -> Course {
    let table = sight.table;
    let scenario = table.scenario();
    let mut views: Vec<(Point, View)> = Vec::new();
    let mut add = |entry: u64, move_number: u32, closed: bool| {
        let view = table.view_at(entry, sight.seat);
        let point = Point {
            entry,
            move_number,
            date: date(sight, move_number),
            closed,
            stability: view.get(unequal_core::engine::gauge::Gauge::Stability),
            outlook: view.outlook,
        };
        views.push((point, view));
    };
    add(0, 0, true);
    let mut closed_at = 0;
    for seen in sight.standing().filter(|seen| seen.kind == Kind::CloseMove) {
        add(seen.number, seen.move_number, true);
        closed_at = seen.number;
    }
    let last = sight.standing().last();
    if let Some(last) =
        last.filter(|last| last.number > closed_at && changes_after(sight, closed_at))
    {
        add(last.number, last.move_number, false);
    }
    let gauges = scenario
        .gauges()
        .into_iter()
        .map(|gauge| GaugeCourse {
            gauge: scenario.gauge_word(gauge),
            name: gauge_name(table.deck(), gauge),
            unit: unit(gauge),
            values: views.iter().map(|(_, view)| view.get(gauge)).collect(),
        })
        .collect();
    Course {
        points: views.into_iter().map(|(point, _)| point).collect(),
        gauges,
        marks: sight
            .seen
            .iter()
            .flat_map(|seen| marks(sight, seen))
            .collect(),
        thresholds: vec![
            Threshold {
                level: scenario.crisis.enter,
                name: "crisis below",
            },
            Threshold {
                level: scenario.crisis.rupture_at,
                name: "break",
            },
        ],
    }
}

/// Whether anything was played since an entry: the open move is worth a point then.
fn changes_after(sight: &Sight<'_>, entry: u64) -> bool {
    sight.standing().any(|seen| {
        let played = sight.act(seen).is_some_and(|act| !act.is_about_the_room());
        seen.number > entry && played && !matches!(seen.kind, Kind::Undo | Kind::End)
    })
}

/// When a move takes place in the story.
pub(super) fn date(sight: &Sight<'_>, move_number: u32) -> Option<String> {
    let text = &sight.table.deck().text;
    move_number
        .checked_sub(1)
        .and_then(|index| text.move_date(index))
}

fn marks(sight: &Sight<'_>, seen: &Seen) -> Vec<Mark> {
    let mark = |kind: &'static str, text: String| Mark {
        entry: seen.number,
        move_number: seen.move_number,
        kind,
        text,
    };
    if seen.kind == Kind::Undo {
        return vec![mark("undo", seen.sentence.clone())];
    }
    if seen.undone {
        return Vec::new();
    }
    let mut marks: Vec<Mark> = seen
        .facts
        .iter()
        .filter_map(|fact| Some(mark(fact_kind(fact)?, fact_words(sight, fact)?)))
        .collect();
    match seen.kind {
        Kind::Bookmark => marks.push(mark("bookmark", seen.sentence.clone())),
        Kind::Adjust => marks.push(mark("override", seen.sentence.clone())),
        Kind::End if seen.phase != Phase::Ended => marks.push(mark("end", seen.sentence.clone())),
        _ => {}
    }
    marks
}

const fn fact_kind(fact: &Fact) -> Option<&'static str> {
    match fact {
        Fact::RedLineCrossed(_) | Fact::RedLineHealed(_) => Some("red-line"),
        Fact::CrisisBegan | Fact::CrisisEnded => Some("crisis"),
        _ => None,
    }
}

/// What happened beside the act itself, in words; none for facts that the act's own sentence tells.
pub(super) fn fact_words(sight: &Sight<'_>, fact: &Fact) -> Option<String> {
    let domain = |place: &usize| {
        let domain = sight.table.deck().text.domains.get(*place);
        domain.map_or_else(|| "?".to_owned(), |domain| plain(&domain.name))
    };
    Some(match fact {
        Fact::RedLineCrossed(place) => format!("red line crossed: {}", domain(place)),
        Fact::RedLineHealed(place) => format!("red line healed: {}", domain(place)),
        Fact::CrisisBegan => "a crisis began".to_owned(),
        Fact::CrisisEnded => "the crisis is over".to_owned(),
        _ => return None,
    })
}
