//! Questions and answers: what was known, what the deck asks, what is missing, what to talk about.

use serde::Serialize;

pub use unequal_session::gaps::Gaps;
pub use unequal_session::reading::Cite;
pub use unequal_session::research::{Material, ResearchLine};

/// What a side knew when it decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Knowledge {
    /// The entry of the decision.
    pub entry: u64,
    /// The move, from 1.
    pub move_number: u32,
    /// The seat's word.
    pub seat: &'static str,
    /// What the deck calls the seat.
    pub seat_name: String,
    /// The decision, in a sentence.
    pub decision: String,
    /// Stability then.
    pub stability: i64,
    /// Stability and what supports it then, weighted 1 : 2.
    pub outlook: i64,
    /// The last event, where the move was not quiet.
    pub event: Option<String>,
    /// The patron's hand, by titles, where the side knew it.
    pub hand: Option<Vec<String>>,
    /// The patron's effort, where the side knew it.
    pub effort: Option<i64>,
    /// The red line of the domain at issue, as the side knew it.
    pub red_line: Option<RedLine>,
    /// Of 36 rolls: how many gave slip, as offered, hold; where a demand was on the table or chosen.
    pub odds: Option<[i64; 3]>,
    /// What it could not know, where the report may tell.
    pub hidden: Vec<String>,
}

/// A red line as a side knew it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RedLine {
    /// The domain's name.
    pub domain: String,
    /// Strain on it, 0 to 100.
    pub strain: i64,
    /// Where it was declared.
    pub declared: i64,
    /// Where it truly lay, where the side knew.
    pub known: Option<i64>,
}

/// The script of the hot wash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Debrief {
    /// The order of the talk.
    pub order: Vec<HotWash>,
    /// The deck's questions, with the moments they speak of.
    pub questions: Vec<QuestionLine>,
}

/// A step of the hot wash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HotWash {
    /// How long, in minutes.
    pub minutes: u32,
    /// What to ask.
    pub ask: &'static str,
    /// What to show.
    pub show: &'static str,
}

/// A debriefing question of the deck.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuestionLine {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub about: String,
    /// The question.
    pub text: String,
    /// Moments to look at.
    pub look_at: Vec<Cite>,
}
