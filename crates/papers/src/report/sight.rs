//! What a report is made from: one seat's sight of a table, with what was worked out beforehand.

use std::ops::Deref;

use unequal_core::analysis::open_loop::OpenLoop;
use unequal_core::engine::action::Kind;
use unequal_core::engine::seat::Seat;
use unequal_core::store::annotations::Annotations;
use unequal_session::History;
use unequal_session::expectations::{Answer, Terms};
use unequal_session::reading::Reading;

/// What was worked out about a session beforehand.
#[derive(Clone, Copy, Debug)]
pub struct Findings<'a> {
    /// On which terms.
    pub terms: &'a Terms,
    /// What came out, by entry.
    pub answers: &'a [Answer],
}

/// What a report may take in beside the record itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Extras<'a> {
    /// Expectations.
    pub findings: Option<Findings<'a>>,
    /// Remarks of those who studied the record.
    pub annotations: Option<&'a Annotations>,
    /// Leaves out how the change is shared out among the acts, which takes longest: for many sessions.
    pub quick: bool,
    /// Leaves out what machines did: their entries, what they knew, and what those that were asked would have done.
    pub people: bool,
    /// What the facilitator writes at the head of the brief, paragraphs parted by empty lines.
    pub by_hand: &'a str,
}

/// Everything that the parts of a report are made from: one seat's sight of a table.
pub(super) struct Sight<'a> {
    pub(super) reading: Reading<'a>,
    /// The acts that stand, as a replay takes them.
    pub(super) recorded: OpenLoop,
    pub(super) findings: Option<Findings<'a>>,
    pub(super) annotations: Option<&'a Annotations>,
    pub(super) quick: bool,
    pub(super) people: bool,
}

impl<'a> Sight<'a> {
    pub(super) fn new(table: &'a History, seat: Seat, extras: Extras<'a>) -> Self {
        let reading = Reading::new(table, seat);
        let open = reading.open;
        Self {
            reading,
            recorded: table.open_loop(),
            // Expectations rest on where the red lines truly lie.
            findings: extras.findings.filter(|_| open),
            // Whoever wrote a remark may have known everything.
            annotations: extras.annotations.filter(|_| open),
            quick: extras.quick,
            people: extras.people,
        }
    }
}

impl Sight<'_> {
    /// Closed moves in which the patron asked for nothing and took nothing up.
    pub(super) fn held(&self) -> usize {
        let closed = self.standing().filter(|seen| seen.kind == Kind::CloseMove);
        let held = closed.filter(|seen| {
            let current = &self.table.state_at(seen.number.before()).game.current;
            current.exchanges.is_empty() && !current.taken_up
        });
        held.count()
    }
}

impl<'a> Deref for Sight<'a> {
    type Target = Reading<'a>;

    fn deref(&self) -> &Reading<'a> {
        &self.reading
    }
}
