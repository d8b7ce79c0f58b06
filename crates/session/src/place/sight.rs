//! A session as one seat could see it right after an entry: gathered once an entry, so that nothing which is shown
//! of it costs more the longer a record is.

use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::account::Account;
use crate::history::History;
use crate::moment::{Known, Moment};
use crate::sight::Seen;
use unequal_core::acts_of;
use unequal_core::engine::action::{Action, Kind};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::view::View;
use unequal_core::model::gauge::Gauge;

/// A session as one seat could see it right after an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sight {
    /// Whose eyes.
    pub seat: Seat,
    /// The entry; 0 is STARTEX.
    pub entry: EntryNumber,
    /// What the seat may know then, with what it may do.
    #[serde(serialize_with = "whole")]
    pub view: Arc<View>,
    /// What it could know before the last entry that moved a gauge.
    #[serde(serialize_with = "whole")]
    pub before: Arc<View>,
    /// The values of every gauge that the seat sees, where the game began and after each closed move.
    pub closed: Vec<(Gauge, Vec<i64>)>,
    /// Why stability moved in the move that was played last.
    pub account: Account,
    /// Entries that stand out: their move, and for what.
    pub signs: Vec<(u32, Sign)>,
    /// Decisions of people without a reason, as far as the seat may read reasons.
    pub unreasoned: usize,
    /// The last entry that is more than words.
    pub touched: EntryNumber,
    /// What the answers of this move say in their seat's own words, as it reads by now; none for one without. First come
    /// those of the exchanges that were ruled on, then those that lie on the table.
    pub own_words: Vec<Option<String>>,
}

/// For what an entry stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Sign {
    /// A red line was crossed.
    RedLine,
    /// The white cell ruled otherwise than computed, moved a gauge, or decided for a seat.
    Override,
    /// Somebody wants to come back here.
    Bookmark,
}

impl Sign {
    /// The sign of an entry that stands out.
    pub fn of(seen: &Seen) -> Option<Self> {
        seen.act.as_ref().and_then(|act| sign(act, &seen.facts))
    }
}

impl Sight {
    /// Gathers what a seat could see right after an entry; 0 is STARTEX.
    pub(super) fn at(history: &History, seat: Seat, number: EntryNumber) -> Self {
        let (start, line) = history.game_line(number);
        let view = Arc::new(history.view_at(number, seat));
        let all = history.is_open_at(number, seat);
        let mut closed = vec![start];
        let mut sight = Self {
            seat,
            entry: number,
            before: Arc::clone(&view),
            view,
            closed: Vec::new(),
            account: history.account(number, seat),
            signs: Vec::new(),
            unreasoned: 0,
            touched: EntryNumber::STARTEX,
            own_words: Vec::new(),
        };
        let view = &sight.view;
        let open = view.tabled.iter().filter(|tabled| tabled.reply.is_some());
        sight.own_words = history.last_own_words(&line, view.exchanges.len() + open.count());
        // The last entry that moved a gauge.
        let mut moved = None;
        // Turn zero and the session know nothing of each other: what was played there is left behind.
        for moment in moments(history, &line) {
            let entry = &moment.entry;
            if moment.facts.contains(&Fact::MoveClosed) {
                closed.push(entry.number);
            }
            if let Some(known) = history.known_of(moment, number, seat) {
                if !known.changes.is_empty() {
                    moved = Some(entry.number);
                }
                let own = all || entry.seat == seat;
                let reason = || history.written_beside(entry.number).rationale;
                sight.take(moment, &known, own && reason().is_none());
            }
        }
        if let Some(moved) = moved {
            sight.before = Arc::new(history.view_at(moved.before(), seat));
        }
        sight.closed = levels(history, &sight.view, &closed);
        sight.touched = touched(history, seat, number);
        sight
    }

    fn take(&mut self, moment: &Moment, known: &Known, unreasoned: bool) {
        let entry = &moment.entry;
        let act = known.act.as_ref();
        let stands_out = act.and_then(|act| sign(act, &known.facts));
        let stands_out = stands_out.map(|sign| (entry.move_number, sign));
        // One sign over another of its kind is one sign.
        self.signs
            .extend(stands_out.filter(|new| self.signs.last() != Some(new)));
        // With a decision that is not revealed yet, its reason is hidden, and is not missed.
        let silent = unreasoned && act.is_some_and(Action::is_decision);
        self.unreasoned += usize::from(silent && entry.by.is_person());
    }

    /// The values of a gauge where the game began and after each closed move.
    pub fn closed(&self, gauge: Gauge) -> &[i64] {
        let found = self.closed.iter().find(|(of, _)| *of == gauge);
        found.map_or(&[], |(_, values)| values)
    }
}

/// The values of all gauges that a view shows, after some entries.
fn levels(history: &History, view: &View, entries: &[EntryNumber]) -> Vec<(Gauge, Vec<i64>)> {
    let gauges = view.gauges(history.scenario()).into_iter();
    let values = |gauge| {
        let values = entries.iter().map(|entry| history.gauge_at(*entry, gauge));
        (gauge, values.collect())
    };
    gauges.map(values).collect()
}

/// The last entry up to a number that changed something: words change nothing.
fn touched(history: &History, seat: Seat, number: EntryNumber) -> EntryNumber {
    let words = |kind| matches!(kind, Kind::Argue | Kind::Note | Kind::Bookmark);
    let mut moments = history.moments().iter().take(number.count());
    moments
        .rfind(|moment| {
            let number = moment.entry.number;
            !words(moment.entry.act.kind()) && history.knows_of(moment, number, seat)
        })
        .map_or(EntryNumber::STARTEX, |moment| moment.entry.number)
}

/// The moments of a line.
fn moments<'a>(history: &'a History, line: &[EntryNumber]) -> impl Iterator<Item = &'a Moment> {
    line.iter().filter_map(|number| history.moment(*number))
}

fn sign(act: &Action, facts: &[Fact]) -> Option<Sign> {
    let crossed = |fact: &Fact| matches!(fact, Fact::RedLineCrossed(_));
    if facts.iter().any(crossed) {
        return Some(Sign::RedLine);
    }
    match act {
        Action::Rule { band: Some(_), .. }
        | Action::Adjust { .. }
        | Action::SetMeasure { .. }
        | Action::SetCrisisAct { .. }
        | Action::VetoOffer { .. } => Some(Sign::Override),
        Action::Bookmark { .. } => Some(Sign::Bookmark),
        Action::Rule { .. }
        | Action::Inject { .. }
        | Action::CloseMove
        | Action::End { .. }
        | Action::FireInject { .. }
        | Action::AdHocInject { .. }
        | Action::Undo { .. }
        | acts_of!(Action: seats, plan, rulings, course, pace, people, estimates, words) => None,
    }
}

fn whole<S: Serializer>(view: &Arc<View>, serializer: S) -> Result<S::Ok, S::Error> {
    view.serialize(serializer)
}
