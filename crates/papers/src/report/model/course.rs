//! The course of a session: gauges by move, and entries with what they brought about.

use serde::Serialize;
use unequal_core::engine::action::Kind;

/// Every gauge, move by move, on the line that stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Course {
    /// STARTEX, then each closed move, then where the session stands if a move is open.
    pub points: Vec<Point>,
    /// The gauges, in canonical order; their values are in the order of the points.
    pub gauges: Vec<GaugeCourse>,
    /// What happened between, for the curve.
    pub marks: Vec<Mark>,
    /// Levels of stability at which the rules change, highest first.
    pub thresholds: Vec<Threshold>,
}

/// A level of stability at which the rules change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Threshold {
    /// In points.
    pub level: i64,
    /// What happens there.
    pub name: &'static str,
}

/// A moment at which all gauges are read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Point {
    /// The entry after which they are read; 0 is STARTEX.
    pub entry: u64,
    /// The move, from 1; 0 is STARTEX.
    pub move_number: u32,
    /// When in the story, where the deck says so.
    pub date: Option<String>,
    /// Whether the move was closed.
    pub closed: bool,
    /// Stability, 0 to 100.
    pub stability: i64,
    /// Stability and what supports it, weighted 1 : 2.
    pub outlook: i64,
}

/// A gauge over time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GaugeCourse {
    /// Its word in saves.
    pub gauge: String,
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: &'static str,
    /// Its values.
    pub values: Vec<i64>,
}

/// Something to show on the curve.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// The entry.
    pub entry: u64,
    /// The move, from 1.
    pub move_number: u32,
    /// `red-line`, `crisis`, `override`, `bookmark`, `undo` or `end`.
    pub kind: &'static str,
    /// In words.
    pub text: String,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Its number.
    pub entry: u64,
    /// The move, from 1.
    pub move_number: u32,
    /// When in the story, where the deck says so.
    pub date: Option<String>,
    /// When it was made, in UTC.
    pub at: String,
    /// The phase.
    pub phase: &'static str,
    /// The seat's word.
    pub seat: &'static str,
    /// What the deck calls the seat.
    pub seat_name: String,
    /// The hand: a person's name, `bot:NAME` or `program`.
    pub by: String,
    /// The kind of act.
    pub kind: Kind,
    /// What happened, in a sentence.
    pub sentence: String,
    /// Why, where it was said and may be known.
    pub rationale: Option<String>,
    /// How sure, 0 to 100.
    pub confidence: Option<u8>,
    /// Who disagreed, and why.
    pub dissent: Option<String>,
    /// Whether it was undone later.
    pub undone: bool,
    /// The act's parts, for tables.
    #[serde(skip_serializing_if = "Act::is_empty")]
    pub act: Act,
    /// The computed and the standing result, for rulings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ruling: Option<Ruling>,
    /// Net changes of gauges, in canonical order.
    pub effects: Vec<Effect>,
    /// What else happened: red lines, crises.
    pub events: Vec<String>,
    /// Stability before and after.
    pub stability: (i64, i64),
    /// What those who studied the record wrote to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub annotations: Vec<AnnotationLine>,
}

/// A remark on an entry by somebody who studied the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AnnotationLine {
    /// Who made it.
    pub author: String,
    /// `comment`, `glyph` or `bookmark`.
    pub kind: &'static str,
    /// Its text.
    pub text: String,
}

/// The parts of an act, as words of the deck; what does not apply is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(default)]
pub struct Act {
    /// The card's id.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub card: String,
    /// The card's domain, by its id.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub domain: String,
    /// How hard.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub intensity: String,
    /// What was promised.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub inducement: String,
    /// The response.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub response: String,
    /// The domain that pays for a deflected demand, by its id.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub deflected_to: String,
    /// What was asked in return, in words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub counter_ask: String,
    /// The follow-up.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub follow_up: String,
    /// The event, by its id.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub event: String,
}

impl Act {
    /// Whether nothing applies.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The computed and the standing result of a contest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ruling {
    /// The two dice.
    pub roll: i64,
    /// What press and resistance add to them.
    pub modifier: i64,
    /// Net argued modifier.
    pub arguments: i64,
    /// The band that dice and modifier give, arguments left out.
    pub computed: &'static str,
    /// The band that stands.
    pub ruled: &'static str,
    /// Whether the white cell departed from the computed result.
    pub overruled: bool,
    /// Why it did.
    pub reason: Option<String>,
    /// Percent of what was asked that is offered.
    pub offer_percent: i64,
}

/// The net change of a gauge by one entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Effect {
    /// The gauge's word.
    pub gauge: String,
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: &'static str,
    /// The value before.
    pub from: i64,
    /// The value after.
    pub to: i64,
    /// Why, in a few words each.
    pub because: Vec<String>,
}

impl Effect {
    /// The signed difference.
    pub const fn by(&self) -> i64 {
        self.to - self.from
    }
}
