//! What a study of numbers found, as tables 80 columns wide.

use std::fmt::Write as _;

use crate::cli::out::column;
use unequal_core::study::number::{Lever, Unit};
use unequal_core::study::record::Measure;
use unequal_core::study::sensitivity::effects::Effect;
use unequal_core::study::sensitivity::global::{Found, Global};
use unequal_core::study::sensitivity::indices::Index;
use unequal_core::study::sensitivity::survey::{Moved, Survey, Weight};
use unequal_papers::document::text::wrapped;

/// Columns of the name of a number; a longer one has a line of its own.
const NAME: usize = 34;
/// Columns of a line.
const WIDTH: usize = 80;

/// Each number moved by itself.
pub(super) fn survey(found: &Survey) -> String {
    let mut text = pairings(&found.pairings);
    if !found.is_whole() {
        let _ = writeln!(text, "{} of {} numbers", found.moved.len(), found.of);
    }
    let of = |weight: Weight| {
        let moved = found.moved.iter();
        moved.filter(move |moved| moved.weight == weight)
    };
    let _ = writeln!(
        text,
        "\nDecide something: from the lowest to the highest, points\n  {}{:>5} {:>11} {:>7}{:>6}{:>7}{:>7}",
        column("", NAME),
        "now",
        "low..high",
        "endings",
        "stab.",
        "patron",
        "client"
    );
    for moved in of(Weight::Something) {
        text += &row(&moved.lever, &shifts(moved));
    }
    for (weight, title) in [
        (
            Weight::Little,
            "Decide little: endings by no more than 3 points, stability and aims by less than 1",
        ),
        (
            Weight::Nothing,
            "Decide nothing: not one session came out in another way",
        ),
    ] {
        text += &named(title, of(weight).map(|moved| &*moved.lever.name));
    }
    text
}

/// What moves between both ends, of the pairing in which it is most.
fn shifts(moved: &Moved) -> String {
    let shift = |measure: Measure| {
        let ends = moved.low.iter().zip(&moved.high);
        let shifts = ends.map(|(low, high)| high.get(measure) - low.get(measure));
        shifts.fold(0.0, |most: f64, shift| {
            if shift.abs() > most.abs() {
                shift
            } else {
                most
            }
        })
    };
    format!(
        "{:>7.1}{:>+6.1}{:>+7.1}{:>+7.1}",
        moved.apart,
        shift(Measure::Stability),
        shift(Measure::Patron),
        shift(Measure::Client)
    )
}

/// Elementary effects.
pub(super) fn morris(found: &Global<Effect>) -> String {
    let cell = |effect: &Effect| {
        format!(
            "{:>7.1} ±{:>4.1}{:>+7.1}{:>6.1}",
            effect.size.value, effect.size.error, effect.mean, effect.spread
        )
    };
    let head = format!("{:>7} {:>5}{:>7}{:>6}", "size", "", "mean", "sd");
    global(found, "walks", &head, cell, |effect| effect.size.value, 1.0)
}

/// Shares of variance.
pub(super) fn sobol(found: &Global<Index>) -> String {
    let cell = |index: &Index| {
        format!(
            "{:>7.2} ±{:>5.2}{:>7.2} ±{:>5.2}",
            index.first.value, index.first.error, index.total.value, index.total.error
        )
    };
    let head = format!("{:>7} {:>6}{:>7} {:>6}", "alone", "", "in all", "");
    global(found, "rows", &head, cell, |index| index.total.value, 0.01)
}

/// Tables of several figures, what decides most first; then what decides nothing: levers whose `weight`
/// stays below `least` in every figure.
fn global<T>(
    found: &Global<T>,
    rows: &str,
    head: &str,
    cell: impl Fn(&T) -> String,
    weight: impl Fn(&T) -> f64,
    least: f64,
) -> String {
    const SHOWN: [Measure; 5] = [
        Measure::Stability,
        Measure::Rupture,
        Measure::Patron,
        Measure::Client,
        Measure::Europe,
    ];
    let head = head.trim_end();
    let mut text = pairings(&found.pairings);
    let played = if found.is_whole() {
        found.of.to_string()
    } else {
        format!("{} of {}", found.rows, found.of)
    };
    let _ = writeln!(text, "{played} {rows}, {} points", found.points);
    for measure in SHOWN {
        let Found {
            mean,
            deviation,
            levers,
            ..
        } = &found.found[measure.index()];
        let _ = writeln!(
            text,
            "\n{measure}: {mean:.1} in the mean, ± {deviation:.1} between points\n  {}{:>5} {:>11} {head}",
            column("", NAME),
            "now",
            "low..high"
        );
        let mut order: Vec<(&Lever, &T)> = found.levers.iter().zip(levers).collect();
        order.sort_by(|(_, a), (_, b)| weight(b).total_cmp(&weight(a)));
        for (lever, of) in order.into_iter().filter(|(_, of)| weight(of) >= least) {
            text += &row(lever, &cell(of));
        }
    }
    let idle = found.levers.iter().enumerate().filter(|(place, _)| {
        let mut all = found.found.iter();
        all.all(|found| weight(&found.levers[*place]) < least)
    });
    let title = format!("Decide nothing: less than {least} in every figure");
    text += &named(&title, idle.map(|(_, lever)| &*lever.name));
    text
}

fn pairings(all: &[String]) -> String {
    // Of three names the last sits in Europe's seat.
    let europe = all.iter().any(|pairing| pairing.matches(':').count() > 1);
    let seats = if europe {
        "patron:client:Europe, nobody in Europe’s seat where two are named"
    } else {
        "patron:client, nobody in Europe’s seat"
    };
    wrapped(&format!("played by {} ({seats})", all.join(", ")), 0, WIDTH)
}

fn row(lever: &Lever, cells: &str) -> String {
    let unit = match lever.unit {
        Unit::Value => "",
        Unit::Percent => " %",
        Unit::Added => " +",
    };
    let range = format!("{}..{}{unit}", lever.low, lever.high);
    let name = if lever.name.chars().count() > NAME {
        format!("{}\n  {}", lever.name, column("", NAME))
    } else {
        column(&lever.name, NAME)
    };
    format!("  {name}{:>5} {range:>11} {cells}\n", lever.now)
}

/// A list of names under a title.
fn named<'a>(title: &str, names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.collect();
    let list = if names.is_empty() {
        "none".to_owned()
    } else {
        names.join(", ")
    };
    format!("\n{title}: {}\n{}", names.len(), wrapped(&list, 2, WIDTH))
}
