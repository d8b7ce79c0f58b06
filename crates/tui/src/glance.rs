//! What the board shows of a table, gathered once a drawing from the view of the seat at the screen.

pub mod lines;
pub mod said;
mod signs;

use std::ops::Range;
use std::sync::Arc;

use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::widget::domain_table::DomainRow;
use crate::widget::gauge_grid::GaugeCell;
use crate::widget::record_list::RecordRow;
use crate::widget::red_line::RedLine;
use crate::widget::stability_curve::{Mark, Threshold};
use unequal_core::deck::DeckText;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::view::{Exchange, View};
use unequal_core::model::choice::Band;
use unequal_core::model::gauge::{Gauge, Scope};
use unequal_core::model::place::{At as _, DomainAt};
use unequal_core::model::scenario::Scenario;
use unequal_session::account::Account;
use unequal_session::sight::Seen;
use unequal_session::{Place, Sight, Sign};

/// How far resentment must lie below where it comes to rest for a word of warning.
const RISING: i64 = 10;

/// A table as the seat at the screen may see it.
#[derive(Debug)]
pub struct Glance<'a> {
    /// The place at the table.
    pub place: &'a Place,
    /// Whose eyes.
    pub seat: Seat,
    /// What that seat may know now.
    pub view: Arc<View>,
    /// What of it comes from the entries.
    sight: Arc<Sight>,
}

impl<'a> Glance<'a> {
    /// Looks at a table from a place, as it was seen last.
    pub fn new(place: &'a Place) -> Self {
        Self::of(place, Arc::clone(place.sight()))
    }

    /// Looks at a table as it could be seen from a place right after an entry; 0 is STARTEX.
    pub fn at(place: &'a Place, number: EntryNumber) -> Self {
        Self::of(place, Arc::new(place.sight_at(number)))
    }

    fn of(place: &'a Place, sight: Arc<Sight>) -> Self {
        Self {
            place,
            seat: sight.seat,
            view: Arc::clone(&sight.view),
            sight,
        }
    }

    /// Decisions of people that have no reason.
    pub fn unreasoned(&self) -> usize {
        self.sight.unreasoned
    }

    /// How many entries the seat may know of, undone ones too.
    pub fn entries(&self) -> usize {
        self.place.entries()
    }

    /// Some of the entries that the seat may know of, by their places among them.
    pub fn seen(&self, places: Range<usize>) -> Vec<Seen> {
        self.place.seen(places)
    }

    /// The rules data.
    pub fn scenario(&self) -> &'a Scenario {
        self.place.scenario()
    }

    /// The texts.
    pub fn text(&self) -> &'a DeckText {
        &self.place.deck().text
    }

    /// The value of a gauge and its change since the last entry that moved anything.
    pub fn gauge(&self, gauge: Gauge) -> (i64, i64) {
        let value = self.view.get(gauge);
        (value, value - self.sight.before.get(gauge))
    }

    /// What an answer of this move says in own words: the exchanges that were ruled on come first, then what lies on the
    /// table.
    pub fn own_words(&self, place: usize) -> Option<&str> {
        self.sight.own_words.get(place)?.as_deref()
    }

    /// The same of a demand that lies on the table, by its place there.
    pub fn own_words_on_table(&self, place: usize) -> Option<&str> {
        self.own_words(self.view.exchanges.len() + place)
    }

    /// The same of an exchange that was ruled on in this move.
    pub fn own_words_of(&self, exchange: &Exchange) -> Option<&str> {
        let mut ruled = self.view.exchanges.iter();
        self.own_words(ruled.position(|other| other == exchange)?)
    }

    /// Why stability moved in the move that was played last: all of it, or as far as it is played.
    pub fn account(&self) -> &Account {
        &self.sight.account
    }

    /// Change of stability in the move that was played last.
    pub fn stability_change(&self) -> i64 {
        self.account().change()
    }

    /// Values of a gauge at STARTEX, after each move, and now.
    pub fn history(&self, gauge: Gauge) -> Vec<i64> {
        let mut values = self.sight.closed(gauge).to_vec();
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
        scenario
            .domains
            .places()
            .map(|d| {
                let now = self.view.domain(scenario, d);
                let was = self.sight.before.domain(scenario, d);
                let pays = self.view.signposts.room.get(d.index());
                DomainRow {
                    name: self.text().domains[d].short.clone(),
                    dependence: (now.dependence, now.dependence - was.dependence),
                    leverage: (now.leverage, now.leverage - was.leverage),
                    capacity: (now.capacity, now.capacity - was.capacity),
                    is_spent: pays.copied().flatten().is_some_and(|percent| percent < 100),
                    has_signal: now.signal > 0,
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
        let conditions = self.text().conditions.placed();
        conditions
            .map(|(at, condition)| {
                let gauge = Gauge::Condition(at);
                (gauge, self.cell(gauge, condition.short.clone()))
            })
            .collect()
    }

    /// What lies between the two sides, and what is Europe's own for those who may see it.
    pub fn moods(&self) -> Vec<(Gauge, GaugeCell)> {
        self.mood_gauges()
            .map(|gauge| (gauge, self.cell(gauge, self.short_name(gauge))))
            .collect()
    }

    /// The gauges beside stability that are not bound to a domain, in the order of the board.
    fn mood_gauges(&self) -> impl Iterator<Item = Gauge> {
        let between = Gauge::globals_and_gains().filter(|gauge| *gauge != Gauge::Stability);
        let europes = Gauge::EUROPES.into_iter();
        between.chain(europes.filter(|_| self.shows_europe()))
    }

    /// Whether what is Europe's own is shown: to those who may see it, where somebody sits there.
    pub fn shows_europe(&self) -> bool {
        self.view.has_europe && self.view.europe.is_some()
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
            Gauge::Autonomy if value <= self.scenario().capture.enter => Some("captive"),
            Gauge::Endurance if value < self.scenario().grievance.exhausted_below => {
                Some("exhausted")
            }
            Gauge::Resentment if self.view.grievance > value + RISING => Some("rising"),
            _ => None,
        }
    }

    /// A gauge's name, short enough for the board.
    pub fn short_name(&self, gauge: Gauge) -> String {
        let text = self.text();
        match gauge.scope() {
            Scope::Whole(_) if gauge == Gauge::Gains => format!("{} gains", text.patron),
            Scope::Whole(word) => word.replace('_', " "),
            Scope::Condition(at) => text.conditions[at].short.clone(),
            Scope::Domain(d, part) => format!("{} {part}", text.domains[d].short),
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
                at: crisis.break_at,
                word: "break",
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
                clocks.crisis, rules.break_moves
            );
        }
        if clocks.capture > 0 {
            let of = self.scenario().capture.moves;
            return format!("on the way into capture, {} of {of} moves", clocks.capture);
        }
        let thresholds = &self.scenario().thresholds;
        let [close, ..] = thresholds.entente;
        if self.view.outlook >= close {
            "close"
        } else if self.view.outlook >= thresholds.managed {
            "managed"
        } else {
            "strained"
        }
        .to_owned()
    }

    /// Whether a clock runs that can end the session.
    pub fn is_grave(&self) -> bool {
        self.view.clocks.in_crisis || self.view.clocks.capture > 0
    }

    /// Signs for the axis of the curve: crossed red lines, overrides, bookmarks.
    pub fn marks(&self) -> Vec<Mark> {
        let signs = self.sight.signs.iter();
        signs
            .map(|(move_number, of)| Mark {
                move_number: usize::try_from(*move_number).unwrap_or(0),
                sign: sign(*of),
            })
            .collect()
    }

    /// How many gauges stand beside stability without a domain.
    pub fn gauges(&self) -> usize {
        self.text().conditions.len() + self.mood_gauges().count()
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
                signs: signs(seen),
                undone: seen.undone,
            })
            .collect()
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

    /// The domain of the demand or the offer on the table.
    pub fn at_stake(&self) -> Option<DomainAt> {
        let view = &self.view;
        let card = view
            .open_demand()
            .or_else(|| view.open_contest().map(|(demand, _)| demand))
            .or_else(|| view.open_exchange().map(|exchange| exchange.demand))
            .map(|demand| demand.card)
            .or_else(|| view.open_offer().map(|offer| offer.card))?;
        Some(self.scenario().card(card).domain)
    }

    /// Whether the seat at the screen is waited for.
    pub fn is_my_act(&self) -> bool {
        self.view.waits_for.contains(&self.seat) && self.place.is_writable()
    }
}

/// The table as the seat at the screen may see it; the audience's view while nobody sits there.
pub fn look(sitting: &Sitting) -> Option<Glance<'_>> {
    sitting.place.as_ref().map(Glance::new)
}

fn signs(seen: &Seen) -> String {
    let mut signs = String::new();
    if seen.dissent.is_some() {
        signs.push('✗');
    }
    if let Some(of) = Sign::of(seen) {
        signs.push_str(sign(of));
    }
    signs
}

/// The sign of an entry that stands out.
const fn sign(of: Sign) -> &'static str {
    match of {
        Sign::RedLine => "▲",
        Sign::Override => "✎",
        Sign::Bookmark => "⚑",
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
