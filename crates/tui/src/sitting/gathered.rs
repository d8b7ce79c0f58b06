//! What the board shows of the entries of a table, gathered once an entry: a key costs the same however
//! long the record is.

use std::sync::{Arc, OnceLock};

use unequal_core::engine::action::Action;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::view::View;
use unequal_session::{History, Moment};

/// What one seat may know of a table right after an entry.
#[derive(Clone, Debug)]
pub struct Gathered {
    /// The entry, and whose eyes.
    pub(crate) of: (u64, Seat),
    /// What the seat may know then.
    pub view: Arc<View>,
    /// What it could know before the last entry that moved a gauge.
    pub before: Arc<View>,
    /// The entries with which moves were closed, STARTEX first.
    pub closed: Vec<u64>,
    /// The entries of play that moved a gauge, oldest first.
    pub moved: Vec<u64>,
    /// Entries that stand out: their move, their sign.
    pub signs: Vec<(u32, &'static str)>,
    /// Decisions of people without a reason.
    pub unreasoned: usize,
    /// What [`Self::known`] gave, once it was asked for.
    known: OnceLock<Vec<u64>>,
}

impl Gathered {
    /// Gathers what a seat could know right after an entry; 0 is STARTEX.
    pub fn at(table: &History, seat: Seat, number: u64) -> Self {
        let line = table.line_to(number);
        let begun = begun(table, &line);
        let view = Arc::new(table.view_at(number, seat));
        let start = begun.checked_sub(1).map_or(0, |place| line[place]);
        let mut gathered = Self {
            of: (number, seat),
            before: Arc::clone(&view),
            view,
            closed: vec![start],
            moved: Vec::new(),
            signs: Vec::new(),
            unreasoned: 0,
            known: OnceLock::new(),
        };
        // Turn zero and the session know nothing of each other: what was played there is left behind.
        for moment in moments(table, &line[begun..]) {
            gathered.take(moment);
        }
        if let Some(moved) = gathered.moved.last() {
            gathered.before = Arc::new(table.view_at(moved - 1, seat));
        }
        gathered
    }

    /// The entries that the seat may know of, undone ones too.
    pub(crate) fn known(&self, table: &History) -> &[u64] {
        self.known.get_or_init(|| table.known(self.of.1))
    }

    fn take(&mut self, moment: &Moment) {
        let entry = &moment.entry;
        if !moment.changes.is_empty() {
            self.moved.push(entry.number);
        }
        if moment.facts.contains(&Fact::MoveClosed) {
            self.closed.push(entry.number);
        }
        let stands_out = sign(moment).map(|sign| (entry.move_number, sign));
        // One sign over another of its kind is one sign.
        self.signs
            .extend(stands_out.filter(|new| self.signs.last() != Some(new)));
        let silent = entry.act.is_decision() && entry.rationale.is_none();
        self.unreasoned += usize::from(silent && entry.by.is_person());
    }
}

/// The place in a line after which the game began that is being played.
fn begun(table: &History, line: &[u64]) -> usize {
    let acts: Vec<&Action> = moments(table, line)
        .map(|moment| &moment.entry.act)
        .collect();
    acts.iter()
        .rposition(|act| matches!(act, Action::Rehearse | Action::StartEx))
        .map_or(0, |place| place + 1)
}

/// The moments of a line.
fn moments<'a>(table: &'a History, line: &[u64]) -> impl Iterator<Item = &'a Moment> {
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
