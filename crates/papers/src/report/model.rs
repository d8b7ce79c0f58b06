//! The model of the AAR report: plain data, the same for every format.

mod analysis;
mod course;
mod questions;
mod room;

use serde::Serialize;

pub use analysis::{
    Attribution, DecisionExpectation, ExpectationReport, ExpectedPoint, OptionLine, OverrideLine,
    Overrides, ShareLine, TurningPoint, TurningPoints, Worth,
};
pub use course::{
    Act, AnnotationLine, Course, Effect, GaugeCourse, Line, Mark, Point, Ruling, Threshold,
};
pub use questions::{
    Cite, Debrief, Gaps, HotWash, Knowledge, Material, QuestionLine, RedLine, ResearchLine,
};

pub use room::{InjectLine, ProvisionalLine};
pub use unequal_session::estimates::{
    Calibration, EstimateLine, Estimates, Forecaster, PollLine, Spread,
};
pub use unequal_session::lengths::MoveLength;
pub use unequal_session::voices::{Dissent, Person, Stop, Voices};

/// The version of this model, for programs that read the JSON.
pub const FORMAT: u32 = 1;

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
    /// Every gauge, move by move.
    pub course: Course,
    /// The moments that moved most.
    pub turning_points: TurningPoints,
    /// Every entry, undone ones too.
    pub chronology: Vec<Line>,
    /// What each side knew when it decided.
    pub knowledge: Vec<Knowledge>,
    /// Where the white cell departed from the computed result.
    pub overrides: Overrides,
    /// The change of stability shared out among the acts; none where the seat may not know it.
    pub attribution: Option<Attribution>,
    /// What could be expected at each moment; none where it was not worked out or may not be known.
    pub expectations: Option<ExpectationReport>,
    /// What participants expected, and what came of it; none where nobody was asked.
    pub estimates: Option<Estimates>,
    /// Who took part, who disagreed, what everybody was told, and when play stood still.
    pub voices: Voices,
    /// How long the moves and their phases took; empty where the times tell nothing.
    pub lengths: Vec<MoveLength>,
    /// The plan of injects and what became of it; none where the seat may not know it or there was none.
    pub injects: Option<Vec<InjectLine>>,
    /// Rulings that were to be looked at again.
    pub provisional: Vec<ProvisionalLine>,
    /// The deck's research questions, with what bears on them.
    pub research: Vec<ResearchLine>,
    /// What is missing.
    pub gaps: Gaps,
    /// The script of the hot wash.
    pub debrief: Debrief,
    /// How the numbers came about, and what they are not.
    pub method: Method,
    /// Sources behind the demands and events that were played.
    pub sources: Vec<SourceLine>,
}

/// What was played, by whom and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SessionFacts {
    /// The session's name.
    pub name: String,
    /// Whose knowledge the report holds, as a word.
    pub seat: String,
    /// The same, as the deck calls it.
    pub seat_name: String,
    /// Whether anything is left out because the seat may not know it.
    pub redacted: bool,
    /// The deck's id.
    pub deck: String,
    /// The deck's title.
    pub deck_title: String,
    /// The deck's version, where it states one.
    pub deck_version: String,
    /// BLAKE3 of the deck's text.
    pub deck_hash: String,
    /// The version of the rules.
    pub rules: u32,
    /// The version of the program that began the session.
    pub program: String,
    /// When it began, in UTC.
    pub started: String,
    /// When the last entry was made, in UTC.
    pub last_entry_at: String,
    /// Entries in the record that the seat may see.
    pub entries: usize,
    /// Entries among them that were undone.
    pub undone: usize,
    /// Moves closed on the line that stands.
    pub moves_played: u32,
    /// Moves planned.
    pub moves_planned: u32,
    /// What a move stands for.
    pub move_label: String,
    /// Who sat where.
    pub seats: Vec<SeatLine>,
    /// How it was played, in words.
    pub options: Vec<String>,
    /// The seed of all luck; none where it would tell what the seat may not know.
    pub seed: Option<u64>,
    /// The digest of the record's last entry; none where the seat may not know all that went into it.
    pub digest: Option<String>,
    /// The record from which this one branches off.
    pub parent: Option<ParentLine>,
}

impl SessionFacts {
    /// What the deck calls a seat.
    pub fn seat_called(&self, word: &str) -> &str {
        let seat = self.seats.iter().find(|seat| seat.seat == word);
        seat.map_or("", |seat| seat.name.as_str())
    }
}

/// A seat and who sat there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SeatLine {
    /// The seat's word.
    pub seat: String,
    /// What the deck calls it.
    pub name: String,
    /// `human`, or `bot:NAME`.
    pub held_by: String,
    /// The hands that the record names for its acts.
    pub hands: Vec<String>,
}

/// The record from which a session branches off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ParentLine {
    /// The name of its file.
    pub file: String,
    /// The entry after which this session goes its own way; 0 is STARTEX.
    pub entry: u64,
}

/// How a session ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EndingFacts {
    /// The ending's word.
    pub ending: String,
    /// Its title.
    pub title: String,
    /// The situation, as the deck describes it.
    pub text: String,
    /// The entry that ended the session.
    pub entry: u64,
    /// Set where the white cell ended it: why.
    pub ended_because: Option<String>,
    /// How far each side met its aims.
    pub aims: Vec<AimLine>,
}

/// How far a side met its aims.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AimLine {
    /// The seat's word.
    pub seat: String,
    /// What the deck calls it.
    pub name: String,
    /// What is measured.
    pub measure: String,
    /// In points.
    pub points: i64,
    /// What the deck calls enough; none for those who only watch.
    pub goal: Option<i64>,
}

/// How the numbers came about, and what they are not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Method {
    /// How to read this report.
    pub reading: Vec<String>,
    /// What players were asked to accept.
    pub artificialities: Vec<String>,
    /// What the deck says of itself.
    pub disclaimer: Vec<String>,
    /// Whose work the deck rests on.
    pub credits: Vec<String>,
}

/// A source behind what was played.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceLine {
    /// The mark in the deck's texts.
    pub id: String,
    /// Title, publisher, date.
    pub text: String,
    /// Where it can be found.
    pub address: String,
    /// How far it can be trusted, A to C.
    pub grade: Option<String>,
}
