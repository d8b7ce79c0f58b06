//! The result of an ensemble, in numbers that people and programs read.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::analysis::stats::Share;
use crate::bot::EuropeBot;
use crate::engine::entry_number::EntryNumber;
use crate::model::choice::{Ending, Response};
use crate::model::side::BySide;

/// What an ensemble showed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// The deck's id.
    pub deck: String,
    /// The bot in each side's seat.
    #[serde(flatten)]
    pub bots: BySide<String>,
    /// The bot in Europe's seat; written as on the command line, `nobody` where it is empty.
    #[serde(
        serialize_with = "in_europes_seat",
        deserialize_with = "read_europes_seat"
    )]
    pub europe: EuropeBot,
    /// The number of the first session, from 0.
    pub first: u64,
    /// Sessions played.
    pub runs: u64,
    /// The seed of the ensemble.
    pub seed: u64,
    /// Where the sessions were taken up, if not at STARTEX.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Origin>,
    /// How sessions ended.
    pub endings: Vec<Counted>,
    /// How long they lasted.
    pub length: Length,
    /// Stability at STARTEX and after each move, of the sessions still in play.
    pub stability: Vec<StabilityAt>,
    /// Stability at the end.
    pub final_stability: Score,
    /// Whether the sides met their aims.
    pub aims: Aims,
    /// Aims met, as numbers.
    pub scores: Scores,
    /// What was asked and answered.
    pub play: Play,
    /// The demands, by card.
    pub cards: Vec<CardUse>,
    /// Red lines, and what crossing them goes with.
    pub red_lines: RedLines,
    /// Sessions that went through a crisis.
    pub crisis: Share,
}

/// The entry of a recorded session from which others were played on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The session file.
    pub save: String,
    /// The entry; 0 is STARTEX.
    pub entry: EntryNumber,
    /// The move it belongs to, as people count.
    #[serde(rename = "move")]
    pub move_number: u32,
    /// The phase that was open after it.
    pub phase: String,
}

/// One kind of thing and its share of all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Counted {
    /// The word of the kind, as in decks and saves.
    pub id: String,
    /// How many were of the kind.
    #[serde(flatten)]
    pub share: Share,
}

/// The number of moves that sessions lasted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Length {
    /// The mean.
    pub mean: f64,
    /// Sessions by their number of moves; lengths that did not occur are left out.
    pub moves: Vec<LengthCount>,
}

/// How many sessions lasted so many moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LengthCount {
    /// The number of moves.
    pub moves: u32,
    /// The sessions that lasted so long.
    pub sessions: u64,
}

/// The spread of stability at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StabilityAt {
    /// The number of moves closed; 0 is STARTEX.
    pub moves: u32,
    /// Sessions that got there.
    pub sessions: u64,
    /// The level that 5 % of them do not exceed.
    pub p5: i64,
    /// 25 %.
    pub p25: i64,
    /// The median.
    pub p50: i64,
    /// 75 %.
    pub p75: i64,
    /// 95 %.
    pub p95: i64,
}

/// Sessions in which aims were met.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Aims {
    /// A side's.
    #[serde(flatten)]
    pub sides: BySide<Share>,
    /// Both in one session.
    pub both: Share,
}

/// Mean and spread of a number that each session ends with.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// The mean.
    pub mean: f64,
    /// The standard deviation between sessions.
    pub deviation: f64,
}

/// The aims met by patron and client, and how easy Europe can live with the end.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scores {
    /// A side's.
    #[serde(flatten)]
    pub sides: BySide<Score>,
    /// Europe's.
    pub europe: Score,
}

/// What was asked and answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Play {
    /// Moves in which the patron asked for nothing and took nothing up, of all moves.
    pub held: Share,
    /// Moves in which the client made an offer, of all moves.
    pub offered: Share,
    /// Offers that were taken up.
    pub taken_up: Share,
    /// Acts of de-escalation in an average session.
    pub crisis_acts: BySide<f64>,
    /// Measures of Europe's in an average session.
    pub measures: f64,
    /// Demands by intensity.
    pub intensities: Vec<Counted>,
    /// Demands by inducement.
    pub inducements: Vec<Counted>,
    /// Demands by response.
    pub responses: Vec<Counted>,
    /// Demands by band.
    pub bands: Vec<Counted>,
    /// Demands by follow-up.
    pub follow_ups: Vec<Counted>,
}

/// What became of a card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CardUse {
    /// The card's id.
    pub id: String,
    /// The domain's id.
    pub domain: String,
    /// How often it was tabled, of all demands.
    pub tabled: Share,
    /// How often the demand was met, of the times it was tabled.
    pub met: Share,
    /// How often the client offered it.
    pub offered: u64,
    /// How often such an offer was taken up.
    pub taken_up: u64,
    /// Red lines crossed over it.
    pub crossed: u64,
}

/// Red lines, and what crossing them goes with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RedLines {
    /// Crossings in an average session.
    pub crossings_per_session: f64,
    /// Sessions with at least one crossing.
    pub sessions: Share,
    /// How those sessions ended.
    pub endings_with: Vec<Counted>,
    /// How the others ended.
    pub endings_without: Vec<Counted>,
    /// Rupture or collapse among those with a crossing.
    pub broken_with: Share,
    /// Rupture or collapse among those without.
    pub broken_without: Share,
    /// How many times as often; none if no session without a crossing ended so.
    pub ratio: Option<f64>,
}

/// The word for an empty seat.
const NOBODY: &str = "nobody";

/// Writes who sits in Europe's seat by the word of the command line.
///
/// # Errors
///
/// Where the serializer cannot write a word.
pub fn in_europes_seat<S: Serializer>(bot: &EuropeBot, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(match bot {
        EuropeBot::Absent => NOBODY,
        bot => bot.word(),
    })
}

fn read_europes_seat<'de, D: Deserializer<'de>>(from: D) -> Result<EuropeBot, D::Error> {
    let word = String::deserialize(from)?;
    if word == NOBODY {
        return Ok(EuropeBot::Absent);
    }
    EuropeBot::from_word(&word).ok_or_else(|| serde::de::Error::custom("no bot for Europe’s seat"))
}

impl Summary {
    /// The share of sessions that ended so, in percent.
    pub fn ended(&self, ending: Ending) -> Share {
        self.endings[ending.index()].share
    }

    /// The share of demands that were answered so.
    pub fn answered(&self, response: Response) -> Share {
        self.play.responses[response.index()].share
    }
}
