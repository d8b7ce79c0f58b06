//! What is found about players that were asked, as plain data.

use serde::{Deserialize, Deserializer, Serialize};

use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;

/// Under which names a player was asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Names {
    /// As the deck has them.
    #[default]
    AsWritten,
    /// With the names of the two sides exchanged.
    Swapped,
}

/// On which terms a player was asked: the same terms ask the same of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The seat before whose decisions it was put.
    pub seat: Seat,
    /// The player, as the record names a hand: `bot:NAME`, or `outside:NAME VERSION`.
    pub player: String,
    /// The names that it read.
    pub names: Names,
    /// The seed of whatever chance it uses.
    pub seed: u64,
    /// How often it was asked at each decision.
    pub times: u32,
    /// How many tries a program had at a decision; none for a bot.
    pub tries: Option<u32>,
}

/// A player at all decisions of a seat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Round {
    /// How it was asked.
    pub terms: Terms,
    /// What came of it in all.
    pub total: Total,
    /// The same, move by move.
    #[serde(deserialize_with = "read_moves")]
    pub moves: Vec<MoveTotal>,
    /// Decision by decision, in the order of the record.
    pub decisions: Vec<Decided>,
}

/// What came of it in a move.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MoveTotal {
    /// The move, from 1.
    pub move_number: u32,
    /// What came of it.
    pub total: Total,
}

/// Reads them as they are written, and as they stand in files that were kept before they had names.
fn read_moves<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<MoveTotal>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Kept {
        Named(MoveTotal),
        Bare(u32, Total),
    }
    let kept = Vec::<Kept>::deserialize(from)?.into_iter();
    let named = kept.map(|kept| match kept {
        Kept::Named(total) => total,
        Kept::Bare(move_number, total) => MoveTotal { move_number, total },
    });
    Ok(named.collect())
}

/// A player at one decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decided {
    /// The entry of the record.
    pub entry: EntryNumber,
    /// The digest of that entry: by it, findings stay with what they speak of.
    pub digest: String,
    /// The move, from 1.
    #[serde(rename = "move")]
    pub move_number: u32,
    /// Whether people decided it; else a machine, or nobody in a branch.
    pub people: bool,
    /// What was done.
    pub done: Action,
    /// The same in words.
    pub words: String,
    /// How hard it was, 0 to 10 by the deck; none for what is neither demand nor answer.
    pub severity: Option<i64>,
    /// What the player would have done, what it would have done most often first.
    pub answers: Vec<Said>,
    /// How often it gave no answer that was legal.
    pub silent: u32,
    /// How many of its answers were the same act.
    pub same: u32,
    /// How many were alike: the same answer, or a demand pressed as hard, over whatever card.
    pub alike: u32,
    /// How spread its answers are, in bits: 0 where they are all the same.
    pub entropy: f64,
    /// How much harder its answers are than what was done, in the mean.
    pub shift: Option<f64>,
    /// What its forecasts of the other side cost: the mean of (probability − what came)², 0 at best.
    pub brier: Option<f64>,
    /// How many forecasts were scored.
    pub forecasts: u32,
}

/// An answer, and how often it was given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Said {
    /// The act.
    pub act: Action,
    /// The same in words.
    pub words: String,
    /// How hard it is.
    pub severity: Option<i64>,
    /// How often it was given.
    pub times: u32,
}

/// What came of several decisions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Total {
    /// How many decisions.
    pub decisions: u32,
    /// How many of them people made: agreement and shift are with these alone.
    pub by_people: u32,
    /// Answers to decisions of people.
    pub answers: u32,
    /// How many of these were the same act.
    pub same: u32,
    /// How many were alike.
    pub alike: u32,
    /// How often no legal answer was given, to whomever’s decision.
    pub silent: u32,
    /// How much harder the answers are than what people did, in the mean of the decisions.
    pub shift: Option<f64>,
    /// The mean spread of answers at a decision, in bits.
    pub entropy: f64,
    /// What forecasts cost in the mean.
    pub brier: Option<f64>,
    /// How many forecasts were scored.
    pub forecasts: u32,
}

impl Round {
    /// What it would have done at an entry.
    pub fn at(&self, entry: EntryNumber) -> Option<&Decided> {
        self.decisions.iter().find(|decided| decided.entry == entry)
    }

    pub(super) fn is_about(&self, other: &Terms) -> bool {
        let terms = &self.terms;
        (terms.seat, &terms.player, terms.names) == (other.seat, &other.player, other.names)
    }
}
