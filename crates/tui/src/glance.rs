//! What the board shows of a table, gathered once a drawing from the view of the seat at the screen.

use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::widget::domain_table::DomainRow;
use crate::widget::gauge_grid::GaugeCell;
use crate::widget::record_list::RecordRow;
use crate::widget::red_line::RedLine;
use crate::widget::stability_curve::{Mark, Threshold};
use unequal_core::deck::DeckText;
use unequal_core::engine::action::Action;
use unequal_core::engine::choice::Band;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::gauge::Gauge;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::scenario::Scenario;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::view::View;
use unequal_session::sight::Seen;
use unequal_session::{Moment, Table};

/// A table as the seat at the screen may see it.
#[derive(Debug)]
pub struct Glance<'a> {
    /// The table.
    pub table: &'a Table,
    /// Whose eyes.
    pub seat: Seat,
    /// What that seat may know now.
    pub view: View,
    /// What it could know before the last entry that moved a gauge.
    before: View,
    /// What it could know at the end of each closed move, STARTEX first.
    closed: Vec<View>,
    /// The entries that led here, oldest first.
    line: Vec<u64>,
    /// Where what is played begins among them: turn zero and the session know nothing of each other.
    begun: usize,
}

/// The gauges beside stability that are not bound to a domain, in the order of the board.
const MOODS: [Gauge; 7] = [
    Gauge::Trust,
    Gauge::Credibility,
    Gauge::Resentment,
    Gauge::Autonomy,
    Gauge::Endurance,
    Gauge::SharedFront,
    Gauge::Gains,
];

impl<'a> Glance<'a> {
    /// Looks at a table with the eyes of a seat.
    pub fn new(table: &'a Table, seat: Seat) -> Self {
        Self::at(table, seat, table.last_number())
    }

    /// Looks at a table as a seat could see it right after an entry; 0 is STARTEX.
    pub fn at(table: &'a Table, seat: Seat, number: u64) -> Self {
        let line = table.line_to(number);
        let begun = begun(table, &line);
        let standing: Vec<&Moment> = moments(table, &line[begun..]).collect();
        let view = table.view_at(number, seat);
        let moved = standing.iter().rfind(|moment| !moment.changes.is_empty());
        let before = moved.map_or_else(
            || view.clone(),
            |moment| table.view_at(moment.entry.number - 1, seat),
        );
        let start = begun.checked_sub(1).map_or(0, |place| line[place]);
        let mut closed = vec![table.view_at(start, seat)];
        closed.extend(
            standing
                .iter()
                .filter(|moment| moment.facts.contains(&Fact::MoveClosed))
                .map(|moment| table.view_at(moment.entry.number, seat)),
        );
        Self {
            table,
            seat,
            view,
            before,
            closed,
            line,
            begun,
        }
    }

    /// The entries of play that led here, oldest first: those of turn zero are left behind at STARTEX.
    pub fn moments(&self) -> impl Iterator<Item = &'a Moment> {
        moments(self.table, &self.line[self.begun..])
    }

    /// The rules data.
    pub fn scenario(&self) -> &'a Scenario {
        self.table.scenario()
    }

    /// The texts.
    pub fn text(&self) -> &'a DeckText {
        &self.table.deck().text
    }

    /// The value of a gauge and its change since the last entry that moved anything.
    pub fn gauge(&self, gauge: Gauge) -> (i64, i64) {
        let value = self.view.get(gauge);
        (value, value - self.before.get(gauge))
    }

    /// Change of stability: in this move, or, where it has not moved, in the move before.
    pub fn stability_change(&self) -> i64 {
        let now = self.view.get(Gauge::Stability);
        let mut ends = self
            .closed
            .iter()
            .rev()
            .map(|view| view.get(Gauge::Stability));
        let last = ends.next().unwrap_or(now);
        if now == last {
            ends.next().map_or(0, |before| last - before)
        } else {
            now - last
        }
    }

    /// Values of a gauge at STARTEX, after each move, and now.
    pub fn history(&self, gauge: Gauge) -> Vec<i64> {
        let mut values: Vec<i64> = self.closed.iter().map(|view| view.get(gauge)).collect();
        if self.is_underway() {
            values.push(self.view.get(gauge));
        }
        values
    }

    /// Whether a move is being played.
    pub fn is_underway(&self) -> bool {
        !matches!(self.view.phase, Phase::Inject | Phase::Ended)
    }

    /// The domains as rows.
    pub fn domains(&self) -> Vec<DomainRow> {
        let scenario = self.scenario();
        (0..scenario.domains.len())
            .map(|d| {
                let now = self.view.domain(scenario, d);
                let was = self.before.domain(scenario, d);
                DomainRow {
                    name: self.text().domains[d].short.clone(),
                    dependence: (now.dependence, now.dependence - was.dependence),
                    leverage: (now.leverage, now.leverage - was.leverage),
                    capacity: (now.capacity, now.capacity - was.capacity),
                    red_line: RedLine {
                        strain: now.strain,
                        line: now.red_line,
                        crossing: now.crossing,
                        crossed: now.breached,
                    },
                    strain_change: now.strain - was.strain,
                }
            })
            .collect()
    }

    /// The outside conditions.
    pub fn conditions(&self) -> Vec<(Gauge, GaugeCell)> {
        (0u8..)
            .zip(&self.text().conditions)
            .map(|(c, condition)| {
                let gauge = Gauge::Condition(c);
                (gauge, self.cell(gauge, condition.short.clone()))
            })
            .collect()
    }

    /// What lies between the two sides.
    pub fn moods(&self) -> Vec<(Gauge, GaugeCell)> {
        MOODS
            .into_iter()
            .map(|gauge| (gauge, self.cell(gauge, self.short_name(gauge))))
            .collect()
    }

    fn cell(&self, gauge: Gauge, name: String) -> GaugeCell {
        let (value, change) = self.gauge(gauge);
        GaugeCell {
            name,
            value,
            change,
            history: self.history(gauge),
            in_tenths: gauge == Gauge::Gains,
            warning: self.warning(gauge, value),
        }
    }

    fn warning(&self, gauge: Gauge, value: i64) -> Option<&'static str> {
        match gauge {
            Gauge::Autonomy if value <= self.scenario().vassalage.enter => Some("vassal"),
            Gauge::Endurance if value < 10 => Some("spent"),
            _ => None,
        }
    }

    /// A gauge's name, short enough for the board.
    pub fn short_name(&self, gauge: Gauge) -> String {
        let text = self.text();
        let domain = |d: u8, part: &str| format!("{} {part}", text.domains[usize::from(d)].short);
        match gauge {
            Gauge::Trust => "trust".to_owned(),
            Gauge::Credibility => "credibility".to_owned(),
            Gauge::Resentment => "resentment".to_owned(),
            Gauge::Autonomy => "autonomy".to_owned(),
            Gauge::Endurance => "endurance".to_owned(),
            Gauge::SharedFront => "shared front".to_owned(),
            Gauge::Stability => "stability".to_owned(),
            Gauge::Gains => format!("{} gains", text.patron),
            Gauge::Condition(c) => text.conditions[usize::from(c)].short.clone(),
            Gauge::Dependence(d) => domain(d, "dependence"),
            Gauge::Capacity(d) => domain(d, "offers"),
            Gauge::Strain(d) => domain(d, "strain"),
        }
    }

    /// The thresholds of stability with their words.
    pub fn thresholds(&self) -> [Threshold<'static>; 2] {
        let crisis = &self.scenario().crisis;
        let (at, word) = if self.view.clocks.in_crisis {
            (crisis.leave, "crisis ends")
        } else {
            (crisis.enter, "crisis")
        };
        [
            Threshold { at, word },
            Threshold {
                at: crisis.rupture_at,
                word: "rupture",
            },
        ]
    }

    /// Where stability stands, in a word.
    pub fn regime(&self) -> String {
        let clocks = &self.view.clocks;
        let rules = &self.scenario().crisis;
        if clocks.in_crisis {
            return format!(
                "in crisis, {} of {} moves",
                clocks.crisis, rules.rupture_moves
            );
        }
        if clocks.vassalage > 0 {
            let of = self.scenario().vassalage.moves;
            return format!(
                "on the way into vassalage, {} of {of} moves",
                clocks.vassalage
            );
        }
        let endings = &self.scenario().endings;
        let outlook = self.view.outlook;
        if outlook >= endings.entente_stability {
            "close"
        } else if outlook >= endings.managed_stability {
            "managed"
        } else {
            "strained"
        }
        .to_owned()
    }

    /// Signs for the axis of the curve: crossed red lines, overrides, bookmarks.
    pub fn marks(&self) -> Vec<Mark> {
        self.moments()
            .filter_map(|moment| {
                let sign = sign(moment)?;
                let move_number = usize::try_from(moment.entry.move_number).unwrap_or(0);
                Some(Mark { move_number, sign })
            })
            .collect()
    }

    /// The record as rows; reasons where this seat may know them.
    pub fn record(&self, seen: &[Seen], theme: &Theme) -> Vec<RecordRow> {
        seen.iter()
            .map(|seen| RecordRow {
                number: seen.number,
                move_number: seen.move_number,
                sentence: seen.sentence.clone(),
                style: theme.seat(seen.seat),
                why: seen.rationale.clone(),
                signs: self.signs(seen),
                undone: seen.undone,
            })
            .collect()
    }

    fn signs(&self, seen: &Seen) -> String {
        let place = usize::try_from(seen.number).unwrap_or(0).checked_sub(1);
        let moment = place.and_then(|place| self.table.moments().get(place));
        let mut signs = String::new();
        if seen.dissent.is_some() {
            signs.push('✗');
        }
        if let Some(sign) = moment.and_then(sign) {
            signs.push_str(sign);
        }
        signs
    }

    /// The name of the side in a seat.
    pub fn name(&self, seat: Seat) -> &'a str {
        self.text().seat_name(seat)
    }

    /// Who is to act, in words.
    pub fn waits_for(&self) -> String {
        let names: Vec<&str> = self
            .view
            .waits_for
            .iter()
            .map(|seat| match seat {
                Seat::WhiteCell => "white cell",
                other => self.name(*other),
            })
            .collect();
        names.join(" and ")
    }

    /// The domain of the demand on the table.
    pub fn at_stake(&self) -> Option<usize> {
        let view = &self.view;
        let demand = view
            .open_demand()
            .or_else(|| view.open_contest().map(|(demand, _)| demand))
            .or_else(|| view.open_exchange().map(|exchange| exchange.demand))?;
        Some(self.scenario().cards[demand.card].domain)
    }

    /// Whether the seat at the screen is waited for.
    pub fn is_my_act(&self) -> bool {
        self.view.waits_for.contains(&self.seat) && self.table.is_writable()
    }
}

/// The table as the seat at the screen may see it; an observer's view while nobody sits there.
pub fn look(sitting: &Sitting) -> Option<Glance<'_>> {
    let table = sitting.table.as_ref()?;
    Some(Glance::new(table, sitting.seat.unwrap_or(Seat::Observer)))
}

/// The place in a line after which the game began that is being played.
fn begun(table: &Table, line: &[u64]) -> usize {
    let acts: Vec<&Action> = moments(table, line)
        .map(|moment| &moment.entry.act)
        .collect();
    acts.iter()
        .rposition(|act| matches!(act, Action::Rehearse | Action::StartEx))
        .map_or(0, |place| place + 1)
}

/// The moments of a line.
fn moments<'a>(table: &'a Table, line: &[u64]) -> impl Iterator<Item = &'a Moment> {
    let places = line
        .iter()
        .filter_map(|number| usize::try_from(number - 1).ok());
    places.filter_map(|place| table.moments().get(place))
}

/// The sign of a moment that stands out.
pub fn sign(moment: &Moment) -> Option<&'static str> {
    let crossed = |fact: &Fact| matches!(fact, Fact::RedLineCrossed(_));
    if moment.facts.iter().any(crossed) {
        return Some("▲");
    }
    match &moment.entry.act {
        Action::Rule { band: Some(_), .. } | Action::Adjust { .. } => Some("✎"),
        Action::Bookmark { .. } => Some("⚑"),
        _ => None,
    }
}

/// A band in words, with the client as the subject.
pub const fn band_words(band: Band) -> &'static str {
    match band {
        Band::Slip => "gives more than it meant",
        Band::AsOffered => "gives what it offered",
        Band::Hold => "holds its ground",
    }
}
