//! Where the white cell departed from what rules and piles gave, and what came of it.

use serde::Serialize;

use crate::document::{
    Block, Rank, Section, Table, cells, cited, dim, paragraph, quote, strong, told,
};
use crate::report::section::course::{Course, Point};
use crate::report::sight::Sight;
use crate::report::words::{band_words, crisis_act_name, hand, in_secret, measure_title};
use unequal_core::analysis::attribution;
use unequal_core::analysis::open_loop::{Override, OverrideKind};
use unequal_core::deck::plain;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::seat::Seat;
use unequal_core::model::contest::band;
use unequal_core::model::place::EventAt;
use unequal_session::sight::Seen;
use unequal_session::telling::{count, gauge_name, seat_name, signed};

/// Where the white cell departed from the computed result.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Overrides {
    /// The overrides, in order.
    pub lines: Vec<OverrideLine>,
    /// Stability at STARTEX.
    pub start: i64,
    /// Stability where the session stands.
    pub end: i64,
    /// Where the same acts and dice would have led without them; none where the seat may not know it.
    pub without: Option<i64>,
    /// The same in a sentence.
    pub sentence: String,
}

/// One override.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OverrideLine {
    /// The entry.
    pub entry: EntryNumber,
    /// The move, from 1.
    pub move_number: u32,
    /// Who ruled.
    pub by: String,
    /// `event`, `ruling`, `adjustment`, `measure`, `crisis-act` or `offer`.
    pub kind: &'static str,
    /// What it is about.
    pub about: String,
    /// What was computed or drawn.
    pub computed: String,
    /// What stands.
    pub ruled: String,
    /// Why.
    pub reason: String,
    /// How far this override alone moved the final stability; none where the seat may not know it. Where the white
    /// cell decided in a seat's place, against what that seat had decided itself by then, else against no act.
    pub effect: Option<i64>,
}

/// The kinds of overrides.
pub(in crate::report) const OVERRIDES: [&str; 6] =
    [RULING, ADJUSTMENT, EVENT, MEASURE, CRISIS_ACT, OFFER];

const RULING: &str = "ruling";
const ADJUSTMENT: &str = "adjustment";
const EVENT: &str = "event";
const MEASURE: &str = "measure";
const CRISIS_ACT: &str = "crisis-act";
const OFFER: &str = "offer";

/// The overrides that stand.
pub(super) fn of(sight: &Sight<'_>, course: &Course) -> Overrides {
    let found = sight.recorded.overrides();
    let effect = sight
        .open
        .then(|| attribution::overrides(sight.table.scenario(), &sight.recorded));
    let mut lines: Vec<OverrideLine> = found
        .iter()
        .enumerate()
        .filter_map(|(place, found)| {
            let each = effect.as_ref().map(|effect| effect.each[place]);
            line(sight, found, each)
        })
        // Only those who know the pile may know that an event was not drawn from it, and naming the
        // drawn one departs from nothing.
        .filter(|line| line.kind != EVENT || (sight.open && line.computed != line.ruled))
        .collect();
    lines.sort_by_key(|line| line.entry);
    let at = |point: Option<&Point>| point.map_or(0, |p| p.stability);
    let (start, end) = (at(course.points.first()), at(course.points.last()));
    let without = effect.map(|effect| effect.with_none);
    let sentence = sentence(lines.len(), start, end, without);
    Overrides {
        lines,
        start,
        end,
        without,
        sentence,
    }
}

fn sentence(lines: usize, start: i64, end: i64, without: Option<i64>) -> String {
    if lines == 0 {
        return "The white cell let every computed result stand.".to_owned();
    }
    let overrides = count(lines, "override", "overrides");
    let Some(without) = without else {
        return format!("The white cell made {overrides}.");
    };
    let (moved, change) = (signed(end - without), signed(end - start));
    format!(
        "The white cell made {overrides}. The same acts and dice without them lead to a stability of \
         {without} instead of {end}: the overrides account for {moved} of its change of {change}."
    )
}

fn line(sight: &Sight<'_>, found: &Override, effect: Option<i64>) -> Option<OverrideLine> {
    let entry = &sight.table.moment(found.entry)?.entry;
    let seen = sight.seen.iter().find(|seen| seen.number == found.entry)?;
    if let Some(line) = of_a_seat(sight, seen) {
        return Some(OverrideLine { effect, ..line });
    }
    let (kind, about, computed, ruled, reason) = match (&entry.act, found.kind) {
        (
            Action::Rule {
                reason,
                band: named,
                ..
            },
            OverrideKind::Ruling,
        ) => {
            let exchange = seen.resolved()?;
            let scenario = sight.table.scenario();
            let computed = band(scenario, exchange.roll, exchange.modifier);
            let with_arguments = if exchange.arguments == 0 {
                String::new()
            } else {
                format!(" (arguments {})", signed(exchange.arguments))
            };
            (
                RULING,
                sight.table.deck().text.cards[exchange.demand.card]
                    .title
                    .clone(),
                band_words(computed).to_owned(),
                format!("{}{with_arguments}", band_words(exchange.band)),
                reason
                    .clone()
                    .filter(|_| sight.open || named.is_some())
                    .or_else(|| seen.rationale.clone()),
            )
        }
        (Action::Adjust { gauge, by, reason }, _) => {
            let scenario = sight.table.scenario();
            let name = scenario.gauge_from_word(gauge).map_or_else(
                || plain(gauge),
                |gauge| gauge_name(sight.table.deck(), gauge),
            );
            (
                ADJUSTMENT,
                name,
                signed(0),
                signed(*by),
                Some(reason.clone()),
            )
        }
        (Action::Inject { .. }, _) => (
            EVENT,
            "the event of the move".to_owned(),
            drawn(sight, found.entry),
            event_in_play(sight, &seen.facts),
            seen.rationale.clone(),
        ),
        _ => return None,
    };
    Some(OverrideLine {
        entry: found.entry,
        move_number: entry.move_number,
        by: plain(&entry.by.text()),
        kind,
        about,
        computed,
        ruled,
        reason: reason.as_deref().map_or_else(String::new, plain),
        effect,
    })
}

/// What the white cell decided in the place of a seat: Europe's measure, an act in a crisis, an offer that was
/// never tabled.
fn of_a_seat(sight: &Sight<'_>, seen: &Seen) -> Option<OverrideLine> {
    let deck = sight.table.deck();
    let (kind, about, ruled, reason) = match seen.act.as_ref()? {
        Action::SetMeasure {
            measure,
            secret,
            reason,
        } => {
            let title = |id: &String| measure_title(deck, sight.table.scenario(), id);
            let ruled = measure.as_ref().map_or_else(|| "none".to_owned(), title);
            let ruled = format!("{ruled}{}", in_secret(*secret));
            let about = format!("the measure of {}", seat_name(deck, Seat::Europe));
            (MEASURE, about, ruled, reason)
        }
        Action::SetCrisisAct {
            of,
            climb_down,
            reason,
        } => {
            let ruled = if *climb_down {
                crisis_act_name(deck, *of).to_owned()
            } else {
                "does not climb down".to_owned()
            };
            let about = format!("{} in the crisis", seat_name(deck, Seat::from(*of)));
            (CRISIS_ACT, about, ruled, reason)
        }
        Action::VetoOffer { reason } => {
            let about = format!("the offer of {}", seat_name(deck, Seat::Client));
            (OFFER, about, "never tabled".to_owned(), reason)
        }
        _ => return None,
    };
    Some(OverrideLine {
        entry: seen.number,
        move_number: seen.move_number,
        by: plain(&seen.by.text()),
        kind,
        about,
        computed: "the seat’s own".to_owned(),
        ruled,
        reason: plain(reason),
        effect: None,
    })
}

fn event_title(sight: &Sight<'_>, event: Option<EventAt>) -> String {
    event.map_or_else(
        || "a quiet move".to_owned(),
        |event| format!("“{}”", sight.table.deck().text.events[event].title),
    )
}

fn event_in_play(sight: &Sight<'_>, facts: &[Fact]) -> String {
    let event = facts.iter().find_map(|fact| match fact {
        Fact::EventDrawn(event) => Some(*event),
        _ => None,
    });
    event_title(sight, event.flatten())
}

/// What the pile would have given.
fn drawn(sight: &Sight<'_>, number: EntryNumber) -> String {
    let view = sight.table.view_at(number.before(), Seat::WhiteCell);
    event_title(sight, view.next_event.flatten())
}

pub(super) fn section(overrides: &Overrides) -> Section {
    let rows = overrides.lines.iter().map(|ruling| {
        let effect = ruling.effect.map_or_else(|| "–".to_owned(), signed);
        let reason = match ruling.reason.as_str() {
            "" => dim("no reason given"),
            reason => quote(reason),
        };
        cells! {
            [(ruling.move_number)] [(cited(&ruling.about, ruling.entry))] [(&ruling.computed)]
            [(strong(&ruling.ruled))] [(reason)] [(told(&hand(&ruling.by)))] [(effect)]
        }
    });
    let mut blocks = vec![paragraph(Rank::Plain, &overrides.sentence)];
    if !overrides.lines.is_empty() {
        let table = Table::default()
            .numbers(["move"])
            .texts(["about", "computed", "ruled", "why", "by"])
            .numbers(["effect alone, points"])
            .rows(rows);
        blocks.push(Block::Table(table));
    }
    let title = "Rulings that departed from the computed result";
    Section::new("rulings", "Rulings", title, blocks)
}
