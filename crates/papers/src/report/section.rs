//! The sections of a report, in the order in which they are read: a file each, and a line below.
//!
//! A section's file has what it knows (plain data for JSON and tables), how that is made from a seat's
//! sight of the table, and what it says as blocks, which every paper draws.

mod attribution;
mod chronology;
mod course;
mod debrief;
mod estimates;
mod europe;
mod exchange_sheets;
mod exchanges;
mod expectations;
mod fields;
pub(super) mod gaps;
mod knowledge;
mod luck;
mod method;
mod others;
mod overrides;
mod research;
mod room;
mod signposts;
pub(super) mod turning_points;
mod warning_signs;

use serde::Serialize;

use crate::document::Section;
use crate::report::session::SessionFacts;
use crate::report::sight::Sight;
use unequal_session::asked::Round;
use unequal_session::estimates::Estimates;
use unequal_session::gaps::Gaps;
pub use unequal_session::knowledge::{Knowledge, RedLine};
use unequal_session::lengths::{MoveLength, lengths};
use unequal_session::research::{ResearchLine, research};
use unequal_session::voices::Voices;

pub use attribution::{Attribution, KindShares, ShareLine, Worth};
pub(super) use chronology::RESULTS;
pub use chronology::{Act, AnnotationLine, Effect, Line, MeasureDice, Ruling};
pub use course::{Course, GaugeCourse, LeverageCourse, Mark, Point, Threshold};
pub use debrief::{Debrief, HotWash, QuestionLine};
pub use europe::{CrisisLine, Europe, MeasureLine, PlanLine};
pub(crate) use exchange_sheets::exchange_sheets;
pub use exchange_sheets::{ActTold, ExchangeSheet, SideKnew};
pub(super) use exchanges::CAME;
pub use exchanges::{ExchangeLine, OfferLine};
pub use expectations::{DecisionExpectation, ExpectationReport, ExpectedPoint, OptionLine};
pub use fields::FieldLine;
pub use luck::{Luck, LuckPart};
pub use method::{Method, SourceLine};
pub(super) use overrides::OVERRIDES;
pub use overrides::{OverrideLine, Overrides};
pub use room::{InjectLine, ProvisionalLine};
pub(super) use signposts::signs_at;
pub use signposts::{SignpostPoint, SignpostReport};
pub use turning_points::{TurningPoint, TurningPoints};
pub use warning_signs::SignLine;

/// As much as a picture of many sessions needs of each.
pub(super) struct Essentials {
    pub(super) course: Course,
    pub(super) overrides: Overrides,
    pub(super) gaps: Gaps,
}

impl Essentials {
    pub(super) fn of(sight: &Sight<'_>) -> Self {
        let course = course::of(sight);
        Self {
            overrides: overrides::of(sight, &course),
            course,
            gaps: Gaps::of(sight, &[]),
        }
    }
}

/// The list: a section's module, what it speaks of, and what it adds to the report, each with how it is made.
macro_rules! sections {
    ($sight:ident, $session:ident: $($section:ident($($of:expr),+) {
        $($(#[$doc:meta])* $field:ident: $model:ty = $made:expr),+
    })+) => {
        /// What the sections of a report know.
        #[derive(Clone, Debug, PartialEq, Serialize)]
        pub struct Sections {
            $($($(#[$doc])* pub $field: $model,)+)+
        }

        impl Sections {
            pub(super) fn of($sight: &Sight<'_>) -> Self {
                $($(let $field = $made;)+)+
                Self { $($($field,)+)+ }
            }

            /// What they say; sections without anything to say are left out.
            pub(super) fn say(&self, $session: &SessionFacts) -> Vec<Section> {
                let Self { $($($field,)+)+ } = self;
                let mut sections = vec![$($section::section($($of),+)),+];
                sections.retain(|section| !section.blocks.is_empty());
                sections
            }
        }
    };
}

sections! { sight, session:
    course(session, course) {
        /// Every gauge, move by move.
        course: Course = course::of(sight)
    }
    fields(session, fields) {
        /// What was asked, given and paid, field by field.
        fields: Vec<FieldLine> = fields::of(sight, &course)
    }
    warning_signs(signs) {
        /// Which warning signs could be seen, and when.
        signs: Vec<SignLine> = warning_signs::of(sight)
    }
    signposts(signposts) {
        /// How far each ending was, move by move.
        signposts: SignpostReport = signposts::of(sight, &course)
    }
    turning_points(turning_points) {
        /// The moments that moved most.
        turning_points: TurningPoints = turning_points::of(sight)
    }
    luck(luck.as_ref()) {
        /// How much was choice and how much luck; none where expectations were not worked out or may not be known.
        luck: Option<Luck> = luck::of(sight)
    }
    exchanges(session, exchanges, offers) {
        /// Demands with their answers, dice and follow-ups.
        exchanges: Vec<ExchangeLine> = exchanges::of(sight),
        /// The client's offers, and what came of them.
        offers: Vec<OfferLine> = exchanges::offers(sight)
    }
    exchange_sheets(sheets) {
        /// Each exchange on a sheet; in the JSON all of it stands elsewhere, by its entries.
        #[serde(skip)]
        sheets: Vec<ExchangeSheet> = exchange_sheets::of(sight)
    }
    europe(session, europe.as_ref(), crises) {
        /// What Europe did and was prepared for; none where nobody ever sat there.
        europe: Option<Europe> = europe::of(sight),
        /// Who climbed down in crises.
        crises: Vec<CrisisLine> = europe::crises(sight)
    }
    overrides(overrides) {
        /// Where the white cell departed from the computed result.
        overrides: Overrides = overrides::of(sight, &course)
    }
    attribution(session, attribution.as_ref()) {
        /// The change of stability shared out among the acts; none where the seat may not know it.
        attribution: Option<Attribution> = attribution::of(sight)
    }
    expectations(expectations.as_ref()) {
        /// What could be expected at each moment; none where it was not worked out or may not be known.
        expectations: Option<ExpectationReport> = expectations::of(sight)
    }
    others(others) {
        /// What players that were asked would have done; empty where nobody was, or the seat may not know it.
        others: Vec<Round> = others::of(sight)
    }
    estimates(estimates.as_ref()) {
        /// What participants expected, and what came of it; none where nobody was asked.
        estimates: Option<Estimates> = Estimates::of(sight)
    }
    room(voices, injects.as_deref(), provisional) {
        /// Who took part, who disagreed, what everybody was told, and when play stood still.
        voices: Voices = Voices::of(sight),
        /// How long the moves and their phases took; empty where the times tell nothing.
        lengths: Vec<MoveLength> = lengths(sight),
        /// The plan of injects and what became of it; none where the seat may not know it or there was none.
        injects: Option<Vec<InjectLine>> = room::injects(sight),
        /// Rulings that were to be looked at again.
        provisional: Vec<ProvisionalLine> = room::provisional(sight)
    }
    chronology(chronology, lengths) {
        /// Every entry, undone ones too.
        chronology: Vec<Line> = chronology::of(sight)
    }
    knowledge(knowledge, sheets) {
        /// What each seat knew when it decided.
        knowledge: Vec<Knowledge> = knowledge::of(sight)
    }
    research(research) {
        /// The deck's research questions, with what bears on them.
        research: Vec<ResearchLine> = research(sight)
    }
    gaps(gaps, research) {
        /// What is missing.
        gaps: Gaps = Gaps::of(sight, &research)
    }
    debrief(debrief) {
        /// The script of the hot wash.
        debrief: Debrief = debrief::of(sight, &turning_points)
    }
    method(session, method, sources) {
        /// How the numbers came about, and what they are not.
        method: Method = method::of(sight),
        /// Sources behind the demands and events that were played.
        sources: Vec<SourceLine> = method::sources(sight)
    }
}
