//! Sessions as numbered lines that people and screen readers read.

use std::fmt::Write as _;

use crate::cli::out::column;
use unequal_core::deck::{Deck, plain};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::view::View;
use unequal_core::model::gauge::Gauge;
use unequal_core::model::ledger::Change;
use unequal_session::sight::Seen;
use unequal_session::telling::{gauge_name, seat_name, whole};
use unequal_session::{History, Moment};

/// An entry as the white cell sees it when it is made, over one or more lines, the last without a line end.
pub fn moment(table: &History, moment: &Moment) -> String {
    let number = moment.entry.number;
    let made = table.entry_seen(number, number, Seat::WhiteCell);
    made.as_ref().map_or_else(String::new, seen)
}

/// An entry as a seat may see it.
pub fn seen(seen: &Seen) -> String {
    told(&Told {
        number: seen.number,
        move_number: seen.move_number,
        phase: seen.phase,
        sentence: &seen.sentence,
        by: &seen.by,
        rationale: seen.rationale.as_deref(),
        confidence: seen.confidence,
        dissent: seen.dissent.as_deref(),
        corrected: seen.corrected,
        undone: seen.undone,
        stability: stability(&seen.changes),
    })
}

/// What is told of an entry, wherever it comes from.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The entry's number.
    pub number: EntryNumber,
    /// The move, from 1.
    pub move_number: u32,
    /// The phase.
    pub phase: Phase,
    /// What happened.
    pub sentence: &'a str,
    /// The hand that acted.
    pub by: &'a Player,
    /// Why.
    pub rationale: Option<&'a str>,
    /// How sure, 0 to 100.
    pub confidence: Option<u8>,
    /// Who disagreed.
    pub dissent: Option<&'a str>,
    /// The entry that put right what was written beside it.
    pub corrected: Option<EntryNumber>,
    /// Whether it was taken back.
    pub undone: bool,
    /// Stability before and after, where it changed.
    pub stability: Option<(i64, i64)>,
}

/// What is told of an entry, over one or more lines, the last without a line end.
pub fn told(told: &Told<'_>) -> String {
    let mut line = format!(
        "{:>4}  move {:<2} {:<9}  {}",
        told.number,
        told.move_number,
        told.phase.word(),
        told.sentence
    );
    if let Some((from, to)) = told.stability {
        let _ = write!(line, " (stability {from} → {to})");
    }
    if *told.by != Player::Program {
        let _ = write!(line, "  [{}]", plain(&told.by.text()));
    }
    if told.undone {
        line += "  (taken back)";
    }
    let indent = " ".repeat(26);
    if let Some(rationale) = told.rationale {
        let _ = write!(line, "\n{indent}why: {}", plain(rationale));
    }
    if let Some(confidence) = told.confidence {
        let _ = write!(line, "\n{indent}confidence: {confidence} %");
    }
    if let Some(dissent) = told.dissent {
        let _ = write!(line, "\n{indent}dissent: {}", plain(dissent));
    }
    if let Some(by) = told.corrected {
        let _ = write!(line, "\n{indent}put right in entry {by}");
    }
    line
}

/// Stability before and after, where it changed.
fn stability(changes: &[Change]) -> Option<(i64, i64)> {
    let mut of_stability = changes
        .iter()
        .filter(|change| change.gauge == Gauge::Stability);
    let first = of_stability.next()?;
    let last = of_stability.next_back().unwrap_or(first);
    (first.from != last.to).then_some((first.from, last.to))
}

/// `1 entry`, `7 entries`.
pub fn entries(count: u64) -> String {
    match count {
        1 => "1 entry".to_owned(),
        count => format!("{count} entries"),
    }
}

/// The value of a gauge in words: gains are kept in tenths of a point.
fn value(gauge: Gauge, value: i64) -> String {
    match gauge {
        Gauge::Gains => {
            let sign = if value < 0 { "−" } else { "" };
            let tenths = value.unsigned_abs();
            format!("{sign}{}.{}", tenths / 10, tenths % 10)
        }
        _ => value.to_string(),
    }
}

/// How a session ended, in a few lines.
pub fn ending(deck: &Deck, view: &View) -> Option<String> {
    let outcome = view.outcome?;
    let goals = &deck.scenario.score;
    let name = |seat| plain(seat_name(deck, seat));
    let mut text = format!(
        "ENDEX after move {}: {}.\n",
        view.move_number,
        plain(&deck.text.ending(outcome.ending).title)
    );
    let path: Vec<String> = view.path.iter().map(i64::to_string).collect();
    let _ = writeln!(text, "Stability by move: {}", path.join(" "));
    let _ = writeln!(
        text,
        "Aims met: {} {} (goal {}), {} {} (goal {}). Ease for {}: {} of 100.",
        name(Seat::Patron),
        whole(outcome.patron),
        goals.patron_goal,
        name(Seat::Client),
        whole(outcome.client),
        goals.client_goal,
        name(Seat::Europe),
        outcome.europe
    );
    Some(text)
}

/// What is worked out from the gauges, and how far each ending is.
fn worked_out(text: &mut String, view: &View) {
    let far = &view.signposts;
    let rows = [
        ("supported stability", view.supported),
        ("outlook", view.outlook),
        ("anger is heading for", view.grievance),
        ("could leave (exit)", view.exit),
        ("above the break", far.above_break),
        ("above capture", far.above_capture),
        ("over entente", far.entente_margin),
        ("over managed", far.managed_margin),
    ];
    for (name, value) in rows {
        let _ = writeln!(text, "  {name:<24} {value:>5}");
    }
    if view.clocks.in_crisis {
        let left = far.crisis_moves_left;
        let _ = writeln!(text, "  {:<24} {left:>5}", "crisis: moves left");
    }
    if view.clocks.capture > 0 {
        let left = far.capture_moves_left;
        let _ = writeln!(text, "  {:<24} {left:>5}", "capture: moves left");
    }
}

/// Where a session stands as a seat may know it, in a few lines.
pub fn standing(deck: &Deck, number: EntryNumber, view: &View) -> String {
    let scenario = &deck.scenario;
    let place = match number {
        EntryNumber::STARTEX => "At STARTEX".to_owned(),
        _ => format!("After entry {number}"),
    };
    let mut text = format!("{place}, as the {} seat knows it:\n", view.seat);
    let name = |gauge| plain(&gauge_name(deck, gauge));
    for gauge in view.gauges(scenario) {
        if !matches!(
            gauge,
            Gauge::Dependence(_) | Gauge::Capacity(_) | Gauge::Strain(_)
        ) {
            let _ = writeln!(
                text,
                "  {} {:>5}",
                column(&name(gauge), 24),
                value(gauge, view.get(gauge))
            );
        }
    }
    for (place, words) in deck.text.domains.placed() {
        let domain = view.domain(scenario, place);
        let line = match domain.crossing {
            Some(crossing) if crossing != domain.red_line => {
                format!("{}, in truth {crossing}", domain.red_line)
            }
            _ => domain.red_line.to_string(),
        };
        let _ = writeln!(
            text,
            "  {} dependence {}, leverage {}, capacity {}, strain {} of {line}{}{}",
            column(&plain(&words.name), 24),
            domain.dependence,
            domain.leverage,
            domain.capacity,
            domain.strain,
            if domain.breached { " (crossed)" } else { "" },
            if domain.signal > 0 { " (signal)" } else { "" }
        );
    }
    worked_out(&mut text, view);
    // Before the phase of the demand there is none yet.
    if let Some(menu) = view.menu.as_ref().filter(|menu| !menu.is_empty()) {
        let cards: Vec<&str> = menu
            .iter()
            .map(|card| scenario.card(*card).id.as_str())
            .collect();
        let _ = writeln!(text, "  {:<24} {}", "menu", plain(&cards.join(", ")));
    }
    if let Some(effort) = view.effort {
        let _ = writeln!(text, "  {:<24} {effort:>5}", "effort");
    }
    if let Some(own) = view.europe.as_ref().filter(|_| view.has_europe) {
        let plans: Vec<&str> = own.plans.iter().map(|ending| ending.word()).collect();
        let plans = if plans.is_empty() {
            "none".to_owned()
        } else {
            plans.join(", ")
        };
        let _ = writeln!(text, "  {:<24} {plans}", "plans");
        if let Some(compliance) = own.compliance {
            let _ = writeln!(text, "  {:<24} {compliance:>5}", "hidden compliance");
        }
    }
    text
}
