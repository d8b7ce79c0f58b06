//! The model of the AAR report: plain data, the same for every format.

use std::ops::Deref;

use serde::Serialize;

use crate::report::brief::{self, Brief};
use crate::report::session;
use crate::report::sight::{Extras, Sight};
use crate::report::summary::summary;
use crate::report::words::NOTICE;
use unequal_core::engine::seat::Seat;
use unequal_session::History;

pub use crate::report::for_europe::HitsEurope;
pub use crate::report::section::{
    Act, ActTold, AnnotationLine, Attribution, Course, CrisisLine, Debrief, DecisionExpectation,
    Effect, Europe, ExchangeLine, ExchangeSheet, ExpectationReport, ExpectedPoint, FieldLine,
    GaugeCourse, HotWash, InjectLine, KindShares, Knowledge, LeverageCourse, Line, Luck, LuckPart,
    Mark, MeasureDice, MeasureLine, Method, OfferLine, OptionLine, OverrideLine, Overrides,
    PlanLine, Point, ProvisionalLine, QuestionLine, RedLine, Ruling, Sections, ShareLine, SideKnew,
    SignLine, SignpostPoint, SignpostReport, SourceLine, Threshold, TurningPoint, TurningPoints,
    Worth,
};
pub use crate::report::session::{AimLine, EndingFacts, ParentLine, SeatLine, SessionFacts};
pub use unequal_session::estimates::{EstimateLine, Estimates, PollLine};
pub use unequal_session::gaps::Gaps;
pub use unequal_session::lengths::MoveLength;
pub use unequal_session::reading::Cite;
pub use unequal_session::research::{Material, ResearchLine};
pub use unequal_session::voices::Voices;

/// The version of this model, for programs that read the JSON.
pub const FORMAT: u32 = 4;

/// The after-action report of a session, as one seat may know it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Aar {
    /// The version of this format.
    pub format: u32,
    /// What a report of this kind is not.
    pub notice: String,
    /// What was played, by whom and how.
    pub session: SessionFacts,
    /// How it ended; none while it goes on.
    pub ending: Option<EndingFacts>,
    /// The session in a few sentences.
    pub summary: Vec<String>,
    /// What a reader takes along who reads no more.
    pub brief: Brief,
    /// What the sections know.
    #[serde(flatten)]
    pub sections: Sections,
}

impl Deref for Aar {
    type Target = Sections;

    fn deref(&self) -> &Sections {
        &self.sections
    }
}

impl Aar {
    /// The report of a session as a seat may know it.
    ///
    /// Expectations and annotations are left out where the seat may not know what they rest on.
    pub fn new(table: &History, seat: Seat, extras: Extras<'_>) -> Self {
        let sight = Sight::new(table, seat, extras);
        let sections = Sections::of(&sight);
        let session = session::session(&sight);
        let ending = session::ending(&sight);
        Self {
            format: FORMAT,
            notice: NOTICE.to_owned(),
            summary: summary(&sight, &session, ending.as_ref(), &sections),
            brief: brief::of(&session, ending.as_ref(), &sections, extras.by_hand),
            session,
            ending,
            sections,
        }
    }
}
