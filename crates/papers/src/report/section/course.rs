//! The gauges, move by move: what they are at each, what happened between, and how that is drawn.

use serde::Serialize;

use crate::document::{
    Block, Inline, Rank, Section, Span, Table, cells, cited, dim, heading, line, paragraph, said,
    seat, strong, titled, told,
};
use crate::report::session::{SeatLine, SessionFacts};
use crate::report::sight::Sight;
use crate::report::words::{change_words, hand, level_words, unit};
use unequal_core::acts_of;
use unequal_core::deck::plain;
use unequal_core::engine::action::Kind;
use unequal_core::engine::action::charter::About;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::view::View;
use unequal_core::model::gauge::Gauge;
use unequal_core::model::place::DomainAt;
use unequal_session::sight::Seen;
use unequal_session::telling::{gauge_name, holder_words, signed};

/// Every gauge, move by move, on the line that stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Course {
    /// STARTEX, then each closed move, then where the session stands if a move is open.
    pub points: Vec<Point>,
    /// The gauges, in canonical order; their values are in the order of the points.
    pub gauges: Vec<GaugeCourse>,
    /// The patron's leverage, domain by domain in the deck's order; its values are in the order of the points.
    pub leverage: Vec<LeverageCourse>,
    /// What happened between, for the curve.
    pub marks: Vec<Mark>,
    /// Levels of stability at which the rules change, highest first.
    pub thresholds: Vec<Threshold>,
}

/// A level of stability at which the rules change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Threshold {
    /// In points.
    pub level: i64,
    /// What happens there.
    pub name: &'static str,
}

/// A moment at which all gauges are read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Point {
    /// The entry after which they are read; 0 is STARTEX.
    pub entry: EntryNumber,
    /// The move, from 1; 0 is STARTEX.
    pub move_number: u32,
    /// When in the story, where the deck says so.
    pub date: Option<String>,
    /// Whether the move was closed.
    pub closed: bool,
    /// Stability, 0 to 100.
    pub stability: i64,
    /// The stability that circumstances support, 0 to 100: where it is heading.
    pub supported: i64,
    /// Stability and what supports it, weighted 1 : 2.
    pub outlook: i64,
}

/// The patron's leverage in a domain over time: the client's dependence there, shifted by conditions outside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeverageCourse {
    /// The domain's id.
    pub domain: String,
    /// What the deck calls it.
    pub name: String,
    /// Its values, 0 to 100.
    pub values: Vec<i64>,
}

/// A gauge over time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GaugeCourse {
    /// Its word in saves.
    pub gauge: String,
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: &'static str,
    /// Its values.
    pub values: Vec<i64>,
}

/// Something to show on the curve.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// The entry.
    pub entry: EntryNumber,
    /// The move, from 1.
    pub move_number: u32,
    /// `red-line`, `crisis`, `climb-down`, `offer`, `measure`, `override`, `bookmark`, `undo` or `end`.
    pub kind: &'static str,
    /// In words.
    pub text: String,
}

/// Gauges move by move on the line that stands.
pub(super) fn of(sight: &Sight<'_>) -> Course {
    let table = sight.table;
    let scenario = table.scenario();
    let mut views: Vec<(Point, View)> = Vec::new();
    // Once all is open, what was hidden then is told, too.
    let eyes = if sight.open {
        Seat::WhiteCell
    } else {
        sight.seat
    };
    let mut add = |entry: EntryNumber, move_number: u32, closed: bool| {
        let view = table.view_at(entry, eyes);
        let point = Point {
            entry,
            move_number,
            date: date(sight, move_number),
            closed,
            stability: view.get(Gauge::Stability),
            supported: view.supported,
            outlook: view.outlook,
        };
        views.push((point, view));
    };
    add(EntryNumber::STARTEX, 0, true);
    let mut closed_at = EntryNumber::STARTEX;
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
    // What Europe can agree on, and how exposed it is, tells nothing where nobody sat there.
    let has_europe = views.iter().any(|(_, view)| view.has_europe);
    let known = views
        .first()
        .map_or_else(Vec::new, |(_, view)| view.gauges(scenario));
    let gauges = known
        .into_iter()
        .filter(|gauge| has_europe || !gauge.is_europes())
        .map(|gauge| GaugeCourse {
            gauge: scenario.gauge_word(gauge),
            name: gauge_name(table.deck(), gauge),
            unit: unit(gauge),
            values: views.iter().map(|(_, view)| view.get(gauge)).collect(),
        })
        .collect();
    let domains = scenario.domains.placed();
    let leverage = domains.map(|(place, domain)| LeverageCourse {
        domain: domain.id.clone(),
        name: table.deck().text.domains[place].name.clone(),
        values: views
            .iter()
            .map(|(_, view)| view.domain(scenario, place).leverage)
            .collect(),
    });
    Course {
        leverage: leverage.collect(),
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
                level: scenario.crisis.break_at,
                name: "break",
            },
        ],
    }
}

/// Whether anything was played since an entry: the open move is worth a point then.
fn changes_after(sight: &Sight<'_>, entry: EntryNumber) -> bool {
    sight.standing().any(|seen| {
        let played = matches!(seen.kind.charter().about, About::Play);
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
        .filter_map(|fact| {
            let words = fact_words(sight, fact);
            let words = words.unwrap_or_else(|| seen.sentence.clone());
            Some(mark(fact_kind(fact)?, words))
        })
        .collect();
    match seen.kind {
        Kind::Bookmark => marks.push(mark("bookmark", seen.sentence.clone())),
        Kind::Adjust | Kind::SetMeasure | Kind::SetCrisisAct | Kind::VetoOffer => {
            marks.push(mark("override", seen.sentence.clone()));
        }
        Kind::End if seen.phase != Phase::Ended => marks.push(mark("end", seen.sentence.clone())),
        // Steps of play show in the curve itself, and what else they bring in their facts.
        Kind::Inject
        | Kind::Rule
        | Kind::CloseMove
        | Kind::End
        | Kind::FireInject
        | Kind::AdHocInject
        | Kind::Undo
        | acts_of!(Kind: seats, plan, rulings, course, pace, people, estimates, words) => {}
    }
    marks
}

const fn fact_kind(fact: &Fact) -> Option<&'static str> {
    match fact {
        Fact::RedLineCrossed(_) => Some("red-line"),
        Fact::CrisisBegan | Fact::CrisisEnded => Some("crisis"),
        Fact::ClimbedDown(acts) if acts.patron || acts.client => Some("climb-down"),
        Fact::OfferTakenUp { .. } => Some("offer"),
        Fact::MeasureTaken(_) => Some("measure"),
        _ => None,
    }
}

/// What happened beside the act itself, in words; none for facts that the act's own sentence tells.
pub(super) fn fact_words(sight: &Sight<'_>, fact: &Fact) -> Option<String> {
    let domain = |place: &DomainAt| {
        let domain = sight.table.deck().text.domains.get(*place);
        domain.map_or_else(|| "?".to_owned(), |domain| plain(&domain.name))
    };
    Some(match fact {
        Fact::RedLineCrossed(place) => format!("red line crossed: {}", domain(place)),
        Fact::CrisisBegan => "a crisis began".to_owned(),
        Fact::CrisisEnded => "the crisis is over".to_owned(),
        _ => return None,
    })
}

/// What is measured in each domain, by the ending of the gauge's word.
const PARTS: [(&str, &str); 3] = [
    (".dependence", "dependence"),
    (".capacity", "capacity"),
    (".strain", "strain"),
];

pub(super) fn section(session: &SessionFacts, course: &Course) -> Section {
    let gauges = &course.gauges;
    let of_domain =
        |gauge: &&GaugeCourse| PARTS.iter().any(|(part, _)| gauge.gauge.ends_with(part));
    let others = gauges.iter().filter(|gauge| !of_domain(gauge));
    let rows = Table::default()
        .texts(["gauge", "course"])
        .numbers(["start", "now", "change", "lowest", "highest"])
        .rows(others.filter_map(row));
    let domains = gauges
        .iter()
        .filter_map(|gauge| gauge.gauge.strip_suffix(PARTS[0].0));
    let domains = Table::default()
        .texts(["domain"])
        .texts(PARTS.map(|(_, name)| format!("{name}, start → now")))
        .rows(domains.map(|domain| domain_row(gauges, domain)));
    let hands = |line: &SeatLine| {
        let hands = line.hands.iter().map(|by| hand(by));
        hands.collect::<Vec<_>>().join(", ")
    };
    let seats = session.seats.iter().map(|line| {
        cells! { [(seat(line.seat.word(), &line.name))] [(holder_words(&line.held_by))] [(told(&hands(line)))] }
    });
    let seats = Table::default()
        .texts(["seat", "held by", "hands in the record"])
        .rows(seats);
    let marks = course.marks.iter().map(|mark| {
        said! { "move " (mark.move_number) ": " (cited(&mark.text, mark.entry)) }
    });
    let mut blocks = vec![
        paragraph(
            Rank::Note,
            "In points from 0 to 100; gains are counted in points without end. Each small curve runs from its lowest to its \
             highest value, and shows 20 points at least.",
        ),
        Block::Table(rows),
        heading("Domains"),
        Block::Table(domains),
    ];
    blocks.extend(titled("What happened on the way", marks));
    blocks.extend([heading("Who sat where"), Block::Table(seats)]);
    Section::new("gauges", "Gauges", "Gauges", blocks)
}

fn row(gauge: &GaugeCourse) -> Option<Vec<Inline>> {
    let (first, last) = (*gauge.values.first()?, *gauge.values.last()?);
    let (lowest, highest) = (gauge.values.iter().min()?, gauge.values.iter().max()?);
    let is_level = gauge.gauge != "gains";
    let level = |value: i64| level_words(value, gauge.unit);
    Some(cells! {
        [(&gauge.name)] [(Span::Spark(gauge.values.clone(), is_level))]
        [(level(first))] [(strong(level(last)))] [(change_words(last - first, gauge.unit))]
        [(level(*lowest))] [(level(*highest))]
    })
}

fn domain_row(gauges: &[GaugeCourse], domain: &str) -> Vec<Inline> {
    let parts = PARTS.map(|(part, _)| {
        let is_it = |gauge: &&GaugeCourse| gauge.gauge.strip_suffix(part) == Some(domain);
        gauges.iter().find(is_it)
    });
    // The domain's name stands behind a comma in that of each of its gauges.
    let name = parts[0].and_then(|gauge| gauge.name.split_once(", "));
    let mut row = vec![line(name.map(|(_, name)| name))];
    row.extend(parts.map(|gauge| line(gauge.and_then(change))));
    row
}

fn change(gauge: &GaugeCourse) -> Option<Inline> {
    let (first, last) = (*gauge.values.first()?, *gauge.values.last()?);
    let (lowest, highest) = (gauge.values.iter().min()?, gauge.values.iter().max()?);
    let range = format!(" ({}; {lowest} to {highest})", signed(last - first));
    Some(said! { (first) " → " (strong(last)) (dim(range)) })
}
