//! What choices would come to, as the rows of one table for all seats: the same gauges in the same order, and in words.

use crate::glance::Glance;
use crate::screen::board::effects::{Likely, note};
use crate::widget::change::signed;
use crate::widget::choice_table::{ChoiceRow, Column, SIGNS};
use crate::widget::fit::PART;
use crate::widget::prose::Piece;
use unequal_core::engine::seat::Seat;
use unequal_core::model::gauge::Gauge;
use unequal_session::telling::listed;

/// What a column of the table measures. What each domain has a gauge of is added up over all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Measured {
    /// Where stability is heading.
    Heading,
    /// A gauge of the partnership, or one of Europe's.
    Whole(Gauge),
    /// Strain on red lines.
    Strain,
    /// What can still be given.
    Capacity,
    /// How much the client depends on the patron.
    Dependence,
}

/// The columns in their order: first what both sides look at.
const COLUMNS: [(Measured, &str, &str); 11] = [
    (Measured::Heading, "stability", "stab."),
    (Measured::Whole(Gauge::Trust), "trust", "trust"),
    (Measured::Whole(Gauge::Resentment), "resentment", "resent."),
    (Measured::Whole(Gauge::Autonomy), "autonomy", "auton."),
    (Measured::Whole(Gauge::Endurance), "endurance", "endur."),
    (Measured::Strain, "strain", "strain"),
    (Measured::Whole(Gauge::Gains), "gains", "gains"),
    (
        Measured::Whole(Gauge::Credibility),
        "credibility",
        "credib.",
    ),
    (Measured::Capacity, "capacity", "capac."),
    (Measured::Dependence, "dependence", "depend."),
    (Measured::Whole(Gauge::SharedFront), "front", "front"),
];

/// What Europe looks at first, and nobody else.
const EUROPES: [(Measured, &str, &str); 2] = [
    (Measured::Whole(Gauge::Unity), "unity", "unity"),
    (Measured::Whole(Gauge::Exposure), "exposure", "expos."),
];

fn measured(glance: &Glance<'_>) -> Vec<(Measured, &'static str, &'static str)> {
    let own = EUROPES.into_iter().filter(|_| glance.seat == Seat::Europe);
    own.chain(COLUMNS).collect()
}

/// Whether more of it is better for a seat, or less, or neither.
const fn better(seat: Seat, measured: Measured) -> i64 {
    match (measured, seat) {
        (Measured::Heading, _)
        | (Measured::Whole(Gauge::Trust | Gauge::SharedFront), Seat::Patron | Seat::Client)
        | (
            Measured::Whole(Gauge::Autonomy | Gauge::Endurance) | Measured::Capacity,
            Seat::Client,
        )
        | (
            Measured::Whole(Gauge::Gains | Gauge::Credibility) | Measured::Dependence,
            Seat::Patron,
        )
        | (Measured::Whole(Gauge::Unity), Seat::Europe) => 1,
        (Measured::Whole(Gauge::Resentment) | Measured::Strain, Seat::Patron | Seat::Client)
        | (Measured::Dependence, Seat::Client)
        | (Measured::Whole(Gauge::Exposure), Seat::Europe) => -1,
        _ => 0,
    }
}

/// The columns for the seat that looks.
pub fn columns(glance: &Glance<'_>) -> Vec<Column> {
    let all = measured(glance).into_iter();
    all.map(|(measured, name, short)| Column {
        name,
        short,
        tenths: measured == Measured::Whole(Gauge::Gains),
        better: better(glance.seat, measured),
    })
    .collect()
}

fn value(likely: &Likely, measured: Measured) -> i64 {
    let of = |wanted: fn(Gauge) -> bool| {
        let all = likely.changes.iter();
        all.filter(|(gauge, _)| wanted(*gauge))
            .map(|(_, by)| by)
            .sum()
    };
    match measured {
        // What moves stability at once moves it more than where it is heading.
        Measured::Heading => match of(|gauge| gauge == Gauge::Stability) {
            0 => likely.supported,
            direct => direct,
        },
        Measured::Whole(whole) => {
            let mut all = likely.changes.iter();
            all.find(|(gauge, _)| *gauge == whole)
                .map_or(0, |(_, by)| *by)
        }
        Measured::Strain => of(|gauge| matches!(gauge, Gauge::Strain(_))),
        Measured::Capacity => of(|gauge| matches!(gauge, Gauge::Capacity(_))),
        Measured::Dependence => of(|gauge| matches!(gauge, Gauge::Dependence(_))),
    }
}

/// A choice as a row of the table.
pub fn row(glance: &Glance<'_>, name: String, likely: &Likely) -> ChoiceRow {
    let all = measured(glance).into_iter();
    ChoiceRow {
        name,
        cells: all.map(|(measured, ..)| value(likely, measured)).collect(),
        open: true,
        crosses: likely.crossing > 0,
        ..ChoiceRow::default()
    }
}

/// What it means that something rises, and that it falls.
fn phrases(glance: &Glance<'_>, measured: Measured) -> [String; 2] {
    let (patron, client) = (&glance.text().patron, &glance.text().client);
    let fixed = |up: &str, down: &str| [up.to_owned(), down.to_owned()];
    match measured {
        Measured::Heading => fixed("steadies the partnership", "shakes the partnership"),
        Measured::Strain => fixed("strains a red line", "eases the strain on red lines"),
        Measured::Capacity => [
            format!("leaves {client} more to offer"),
            format!("leaves {client} less to offer"),
        ],
        Measured::Dependence => [
            format!("ties {client} closer"),
            format!("loosens {client}’s ties"),
        ],
        Measured::Whole(gauge) => match gauge {
            Gauge::Trust => fixed("builds trust", "costs trust"),
            Gauge::Resentment => fixed("breeds resentment", "calms resentment"),
            Gauge::Autonomy => [
                format!("widens {client}’s freedom"),
                format!("narrows {client}’s freedom"),
            ],
            Gauge::Endurance => [
                format!("lets {client} hold out longer"),
                format!("wears {client} down"),
            ],
            Gauge::Gains => [format!("pays {patron}"), format!("costs {patron}")],
            Gauge::Credibility => [
                format!("makes {patron}’s threats believed"),
                format!("costs {patron}’s threats their belief"),
            ],
            Gauge::SharedFront => fixed("strengthens the shared front", "loosens the shared front"),
            Gauge::Unity => fixed("brings Europe together", "costs unity"),
            Gauge::Exposure => fixed("exposes Europe more", "exposes Europe less"),
            _ => fixed("moves the world outside", "moves the world outside"),
        },
    }
}

/// How many things are said of a choice in words.
const SAID: usize = 4;
/// From how many points on something is said to be moved far.
const FAR: i64 = 8;
/// Points of gain weigh as tenths.
const TENTHS: i64 = 5;

/// The same in at most two short words or three, for a list.
fn brief(glance: &Glance<'_>, (measured, by): (Measured, i64)) -> String {
    let patron = &glance.text().patron;
    let [up, down] = match measured {
        Measured::Heading => ["steadies", "shakes"],
        Measured::Strain => ["strains a line", "eases a line"],
        Measured::Capacity => ["more to offer", "less to offer"],
        Measured::Dependence => ["ties closer", "loosens ties"],
        Measured::Whole(gauge) => match gauge {
            Gauge::Trust => ["builds trust", "costs trust"],
            Gauge::Resentment => ["breeds anger", "calms anger"],
            Gauge::Autonomy => ["more freedom", "less freedom"],
            Gauge::Endurance => ["gives breath", "wears down"],
            Gauge::Gains if by > 0 => return format!("pays {patron}"),
            Gauge::Gains => return format!("costs {patron}"),
            Gauge::Credibility => ["threats count", "threats fade"],
            Gauge::SharedFront => ["firmer front", "looser front"],
            Gauge::Unity => ["unites Europe", "costs unity"],
            Gauge::Exposure => ["more exposed", "less exposed"],
            _ => ["moves others", "moves others"],
        },
    };
    if by > 0 { up } else { down }.to_owned()
}

/// What is said of a choice in a list before where stability is heading.
const BRIEF: usize = 2;

/// What a choice comes to, for a list: in words first, what it moves furthest before the rest, then where stability is
/// heading; and the same ever shorter, down to a word or two, for lists that have less room.
pub fn in_brief(glance: &Glance<'_>, likely: &Likely) -> Vec<String> {
    let mut words = Vec::new();
    if likely.crossing > 0 {
        words.push("may cross a line".to_owned());
    }
    let moved = moved_most(glance, likely).into_iter();
    let others = moved.filter(|(measured, _)| *measured != Measured::Heading);
    words.extend(others.take(BRIEF).map(|moved| brief(glance, moved)));
    let heading = match value(likely, Measured::Heading) {
        0 => None,
        by => Some(format!("stability {}", signed(by))),
    };
    let mut said = Vec::new();
    // What is said last, stability, is said longest: it tells options apart that begin with the same words.
    for many in (1..=words.len()).rev() {
        let all = words[..many].iter().chain(&heading);
        said.push(all.cloned().collect::<Vec<_>>().join(PART));
    }
    said.extend(words.into_iter().next().or(heading));
    said.dedup();
    if said.is_empty() {
        said.push("nothing moves".to_owned());
    }
    said
}

/// What a choice moves, the furthest first.
fn moved_most(glance: &Glance<'_>, likely: &Likely) -> Vec<(Measured, i64)> {
    let all = measured(glance).into_iter();
    let mut moved: Vec<(Measured, i64)> = all
        .map(|(measured, ..)| (measured, value(likely, measured)))
        .map(|(measured, by)| match measured {
            Measured::Whole(Gauge::Gains) => (measured, by / TENTHS),
            _ => (measured, by),
        })
        .filter(|(_, by)| *by != 0)
        .collect();
    let weight = |measured: Measured, by: i64| match measured {
        Measured::Heading => by.abs() * 2,
        Measured::Capacity | Measured::Dependence => by.abs() / 2,
        Measured::Strain | Measured::Whole(_) => by.abs(),
    };
    moved.sort_by_key(|(measured, by)| std::cmp::Reverse(weight(*measured, *by)));
    moved
}

/// What a choice comes to, in words: what it moves furthest comes first.
pub fn in_words(glance: &Glance<'_>, likely: &Likely) -> String {
    let mut moved = moved_most(glance, likely);
    moved.truncate(SAID);
    let said = |all: &[(Measured, i64)]| {
        let words = all.iter().map(|(measured, by)| {
            let [up, down] = phrases(glance, *measured);
            if *by > 0 { up } else { down }
        });
        words.collect::<Vec<_>>()
    };
    let (first, rest): (Vec<_>, Vec<_>) = moved.into_iter().partition(|(_, by)| by.abs() >= FAR);
    let mut first = said(&first);
    if likely.crossing > 0 {
        first.insert(0, "may cross a red line".to_owned());
    }
    match (listed(&first), listed(&said(&rest))) {
        (first, rest) if first.is_empty() && rest.is_empty() => "Nothing moves.".to_owned(),
        (first, rest) if first.is_empty() => format!("It {rest}."),
        (first, rest) if rest.is_empty() => format!("Above all it {first}."),
        (first, rest) => format!("Above all it {first}; it also {rest}."),
    }
}

/// What the signs of the table mean, for the seat that looks.
pub fn legend(glance: &Glance<'_>) -> Piece {
    let name = match glance.seat {
        Seat::WhiteCell | Seat::Audience => "who looks",
        seat => glance.name(seat),
    };
    Piece::Aside(format!(
        "{} best and {} worst of a column for {name} · ✗ a red line may be crossed · stability: where it is heading · strain, capacity, dependence: all domains together · a dot: nothing moves",
        SIGNS[0], SIGNS[1]
    ))
}

/// What a choice comes to, to read: in words, then by all that it moves.
pub fn told(glance: &Glance<'_>, likely: &Likely) -> Vec<Piece> {
    let moved = note(glance, likely);
    vec![Piece::Text(in_words(glance, likely)), Piece::Parts(moved)]
}
