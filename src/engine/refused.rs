//! Why an act is refused. The state is unharmed by a refused act.

use thiserror::Error;

use crate::engine::phase::Phase;
use crate::engine::seat::Seat;

/// The rule that an act would break.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    /// The session has ended.
    #[error("the session has ended; only notes and bookmarks can be added")]
    Over,
    /// The act belongs to another phase.
    #[error("`{act}` does not belong to the {phase} phase")]
    WrongPhase {
        /// The act's word.
        act: &'static str,
        /// The phase now.
        phase: Phase,
    },
    /// The act belongs to another seat.
    #[error("`{act}` is not an act of the {seat} seat")]
    WrongSeat {
        /// The act's word.
        act: &'static str,
        /// Who tried.
        seat: Seat,
    },
    /// No such card, domain, event or gauge in the deck.
    #[error("the deck has no {what} `{id}`")]
    Unknown {
        /// What was looked for.
        what: &'static str,
        /// The id that was not found.
        id: String,
    },
    /// The card is not in the patron's hand.
    #[error("the card `{0}` is not in the patron's hand")]
    NotInHand(String),
    /// The card was tabled in this move already.
    #[error("the card `{0}` was tabled in this move already")]
    TabledAlready(String),
    /// The intensity costs more effort than is left.
    #[error("this intensity costs {cost} effort; {left} is left")]
    NoEffort {
        /// The cost.
        cost: i64,
        /// What is left.
        left: i64,
    },
    /// To deflect, another domain must be named; for no other response.
    #[error("to deflect, name another domain; no other response takes one")]
    DeflectDomain,
    /// The named domain has too little capacity to deflect to.
    #[error("the domain `{0}` cannot pay for this deflection")]
    DeflectCapacity(String),
    /// A counter-ask goes with *conditions* only.
    #[error("a counter-ask goes with `conditions` only")]
    AskWithoutConditions,
    /// The follow-up is not legal for this exchange.
    #[error(
        "this follow-up is not open here: a threat that was defied must be carried out or withdrawn"
    )]
    FollowUp,
    /// The follow-up was sealed and is another.
    #[error("the follow-up was sealed: `{0}`")]
    FollowUpSealed(&'static str),
    /// The ruling departs from the rules in a rigid session.
    #[error("this session is adjudicated by rule only")]
    Rigid,
    /// A free session's ruling must name its band.
    #[error("in this session the white cell rules freely: name the band and the reason")]
    Free,
    /// An override needs a reason.
    #[error("an override needs a reason")]
    NoReason,
    /// Two dice show 2 to 12.
    #[error("two dice show 2 to 12, not {0}")]
    Dice(i64),
    /// More argued modifier than the deck allows.
    #[error("net arguments move a roll by at most {limit}, not {given}")]
    Arguments {
        /// The deck's limit.
        limit: i64,
        /// What was given.
        given: i64,
    },
    /// The stated change of a gauge is too large to be meant.
    #[error("a gauge is changed by at most {limit} in one ruling, not {given}")]
    Adjustment {
        /// The limit.
        limit: i64,
        /// What was given.
        given: i64,
    },
    /// What is revealed is not what was committed.
    #[error("what is revealed is not what the {0} seat committed")]
    NotCommitted(Seat),
    /// The commitment is no BLAKE3 hash in hex.
    #[error("a commitment is a BLAKE3 hash of 64 hex digits")]
    NoHash,
    /// A sealed plan must answer for every domain once, in the deck's order.
    #[error("a sealed plan answers for every domain once, in the deck's order")]
    SealedDomains,
    /// Undo is an act on the record, not on the state.
    #[error("undo is done by the session that holds the record")]
    UndoElsewhere,
}
