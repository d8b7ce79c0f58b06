//! Questions and answers: what was known, what the deck asks, what is missing, what to talk about.

use serde::Serialize;

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

/// A pointer to an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cite {
    /// The entry.
    pub entry: u64,
    /// The move, from 1.
    pub move_number: u32,
    /// The entry in a sentence.
    pub sentence: String,
}

/// A research question of the deck, with what the session holds on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ResearchLine {
    /// Its id.
    pub id: String,
    /// The issue behind it.
    pub issue: String,
    /// The question.
    pub question: String,
    /// What the deck says would count as evidence.
    pub evidence: String,
    /// The words that tie it to acts.
    pub tied_by: Vec<String>,
    /// How much the session holds on it.
    pub material: Material,
    /// Acts that bear on it.
    pub acts: Vec<Cite>,
    /// How many of these acts came with a reason.
    pub with_reasons: usize,
}

/// How much a session holds on a question. Whether it answers it is for people to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Material {
    /// Several acts, some with reasons.
    Some,
    /// Few acts, or none with a reason.
    Thin,
    /// No act bears on it.
    None,
    /// No word of the question ties it to anything in the deck.
    Untied,
}

impl Material {
    /// The verdict, as a word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Some => "some",
            Self::Thin => "thin",
            Self::None => "none",
            Self::Untied => "cannot tell",
        }
    }
}

/// What is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Gaps {
    /// Decisions by people without a reason; of its own side alone where a seat may not know of others'.
    pub without_reason: Vec<Cite>,
    /// Decisions by people in all, counted alike.
    pub decisions: usize,
    /// How many of them came with a stated confidence.
    pub with_confidence: usize,
    /// How many of them came with a dissent.
    pub with_dissent: usize,
    /// Domains in which nothing was demanded.
    pub silent_domains: Vec<String>,
    /// Research questions with no or thin material, by id.
    pub open_questions: Vec<String>,
    /// Provisional rulings that were never looked at again.
    pub unsettled: usize,
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
