//! What comes after a session: the AAR report, comparisons, and recordings of the replay.
//!
//! A report is first a plain model, made from the table as one seat may know it, and then drawn as
//! HTML, Markdown, JSON or CSV. Nothing is drawn that is not in the model, so what a seat may not
//! know is kept out in one place.

pub mod chart;
mod chronology;
pub mod cohort;
pub mod compare;
mod course;
pub mod csv;
mod debrief;
mod format;
pub mod html;
pub mod json;
mod knowledge;
pub mod markdown;
pub mod model;
mod overrides;
mod room;
mod session;
mod shares;
mod summary;
mod turning_points;
mod words;

use std::ops::Deref;

use unequal_core::analysis::open_loop::OpenLoop;
use unequal_core::engine::seat::Seat;
use unequal_core::store::annotations::Annotations;
use unequal_session::History;
use unequal_session::estimates::Estimates;
use unequal_session::expectations::{Answer, Terms};
use unequal_session::gaps::Gaps;
use unequal_session::lengths::lengths;
use unequal_session::reading::Reading;
use unequal_session::research::research;
use unequal_session::voices::Voices;

pub use format::{Format, Part};
pub use model::Aar;
pub use words::{option_words, signed_tenth};

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
    pub brief: bool,
}

/// Everything that the parts of a report are made from: one seat's sight of a table.
struct Sight<'a> {
    reading: Reading<'a>,
    /// The acts that stand, as a replay takes them.
    recorded: OpenLoop,
    findings: Option<Findings<'a>>,
    annotations: Option<&'a Annotations>,
}

impl<'a> Sight<'a> {
    fn new(table: &'a History, seat: Seat, extras: Extras<'a>) -> Self {
        let reading = Reading::new(table, seat);
        let open = reading.open;
        Self {
            reading,
            recorded: table.open_loop(),
            // Expectations rest on where the red lines truly lie.
            findings: extras.findings.filter(|_| open),
            // Whoever wrote a remark may have known everything.
            annotations: extras.annotations.filter(|_| open),
        }
    }
}

impl<'a> Deref for Sight<'a> {
    type Target = Reading<'a>;

    fn deref(&self) -> &Reading<'a> {
        &self.reading
    }
}

impl Aar {
    /// The report of a session as a seat may know it.
    ///
    /// Expectations and annotations are left out where the seat may not know what they rest on.
    pub fn new(table: &History, seat: Seat, extras: Extras<'_>) -> Self {
        let sight = Sight::new(table, seat, extras);
        let course = course::course(&sight);
        let overrides = overrides::overrides(&sight, &course);
        let turning_points = turning_points::turning_points(&sight);
        let research = research(&sight);
        let gaps = Gaps::of(&sight, &research);
        let session = session::session(&sight);
        let ending = session::ending(&sight);
        let summary = summary::summary(&sight, &session, ending.as_ref(), &course, &overrides);
        Self {
            format: model::FORMAT,
            notice: words::NOTICE.to_owned(),
            summary,
            ending,
            chronology: chronology::chronology(&sight),
            knowledge: knowledge::knowledge(&sight),
            debrief: debrief::debrief(&sight, &turning_points),
            attribution: (!extras.brief)
                .then(|| shares::attribution(&sight))
                .flatten(),
            expectations: turning_points::expectations(&sight),
            method: session::method(&sight),
            sources: session::sources(&sight),
            session,
            course,
            turning_points,
            overrides,
            research,
            gaps,
            estimates: Estimates::of(&sight),
            voices: Voices::of(&sight),
            lengths: lengths(&sight),
            injects: room::injects(&sight),
            provisional: room::provisional(&sight),
        }
    }
}
