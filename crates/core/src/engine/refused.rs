//! Why an act is refused. The state is unharmed by a refused act.

use thiserror::Error;

use crate::engine::limits::LONGEST_TEXT;
use crate::engine::phase::Phase;
use crate::engine::seat::Seat;
use crate::model::vocabulary::vocabulary;

vocabulary!(
    /// What an act may name of a deck.
    Part {
        /// A card: a demand or an offer.
        Card = "card",
        /// Something to ask in return for an offer.
        Ask = "ask",
        /// A measure of Europe's.
        Measure = "measure",
        /// A domain.
        Domain = "domain",
        /// An event.
        Event = "event",
        /// A gauge.
        Gauge = "gauge",
        /// A bot.
        Bot = "bot",
    }
);

/// The rule that an act would break.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    /// The session has ended.
    #[error("the session has ended; only notes, bookmarks and estimates can be added")]
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
    /// No such part of the deck.
    #[error("the deck has no {what} `{id}`")]
    Unknown {
        /// What was looked for.
        what: Part,
        /// The id that was not found.
        id: String,
    },
    /// The card is not on the patron's menu.
    #[error("the card `{0}` is not on the menu of this move")]
    NotOnMenu(String),
    /// The card was tabled in this move already.
    #[error("the card `{0}` was tabled in this move already")]
    TabledAlready(String),
    /// It costs more effort than is left.
    #[error("this costs {cost} effort; {left} is left")]
    NoEffort {
        /// The cost.
        cost: i64,
        /// What is left.
        left: i64,
    },
    /// A time-out binds the patron in this move.
    #[error("in this move no demand may be harder than `{0}`: a side has climbed down")]
    TimeOut(&'static str),
    /// To deflect, another card must be named; for no other response.
    #[error("to deflect, name the card that is given instead; no other response takes one")]
    Deflect,
    /// The named card cannot be given instead.
    #[error(
        "`{0}` cannot be given instead: it must be on the menu, of another domain, divisible and payable"
    )]
    DeflectCard(String),
    /// What cannot be paid cannot be offered.
    #[error("`{0}` cannot be answered: capacity does not pay for it, or the card comes only whole")]
    CannotPay(&'static str),
    /// The measure is not open to Europe now.
    #[error("the measure `{0}` cannot be taken now")]
    MeasureNow(String),
    /// The measure takes more unity than there is.
    #[error("this takes {cost} unity; {left} is left")]
    NoUnity {
        /// The cost.
        cost: i64,
        /// What is left.
        left: i64,
    },
    /// The deck does not let the measure be taken in secret.
    #[error("the measure `{0}` cannot be taken in secret")]
    NotSecret(String),
    /// The card cannot be offered now.
    #[error(
        "`{0}` cannot be offered: it must be the client's to bring up, open, divisible and payable"
    )]
    OfferCard(String),
    /// There is nothing to take up or to veto.
    #[error("no offer lies on the table")]
    NoOffer,
    /// A counter-ask goes with *conditions* only.
    #[error("a counter-ask goes with `conditions` only")]
    AskWithoutConditions,
    /// Own words that say nothing, or too much.
    #[error(
        "an answer in own words has 1 to {LONGEST_TEXT} characters; leave `words` out for one without"
    )]
    OwnWords,
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
    /// A sealed plan takes up the offer and demands at once.
    #[error("a sealed plan takes up the offer or demands, not both")]
    SealedTwice,
    /// A sealed plan must answer for every domain once, in the deck's order.
    #[error("a sealed plan answers for every domain once, in the deck's order")]
    SealedDomains,
    /// Undo is an act on the record, not on the state.
    #[error("undo is done by the session that holds the record")]
    UndoElsewhere,
    /// Play is paused.
    #[error("play is paused; it goes on when the white cell says so")]
    Paused,
    /// Play is paused already.
    #[error("play is paused already")]
    PausedAlready,
    /// Play is not paused.
    #[error("play is not paused")]
    NotPaused,
    /// Turn zero and STARTEX come before the first move, and once.
    #[error("turn zero and STARTEX come before the first move opens, and once")]
    Begun,
    /// Turn zero is ended by STARTEX only.
    #[error("this is turn zero: end it with STARTEX")]
    Rehearsing,
    /// Only seats that play change hands.
    #[error("the {0} seat does not play and is not handed over")]
    NotPlaying(Seat),
    /// Somebody must play the seat.
    #[error("somebody must hold the {0} seat")]
    Empty(Seat),
    /// The session has as many cards as it can.
    #[error("a session has at most {0} cards")]
    CardsFull(usize),
    /// A card of this session has the id.
    #[error("another card of this session has the id `{0}`; give this one its own")]
    CardTaken(String),
    /// The name is taken.
    #[error("`{0}` is taken already")]
    Taken(String),
    /// A name is empty, too long, or holds what cannot be seen.
    #[error("a name has 1 to {0} characters, all of them visible")]
    Name(usize),
    /// What stands for a key's fingerprint is none.
    #[error("a key's fingerprint is `SHA256:` and 43 characters, as `ssh-keygen -lf` prints it")]
    Fingerprint,
    /// A title is missing.
    #[error("a title is missing")]
    NoTitle,
    /// A text is missing.
    #[error("a text is missing")]
    NoText,
    /// The plan has no such inject.
    #[error("the plan has no inject `{0}`")]
    NotPlanned(String),
    /// The inject came into play or was skipped.
    #[error("the inject `{0}` has come into play or was skipped")]
    InjectDone(String),
    /// The inject has not come into play.
    #[error("the inject `{0}` has not come into play")]
    NotFired(String),
    /// The inject is kept back already.
    #[error("the inject `{0}` is held back already")]
    HeldAlready(String),
    /// The inject is not kept back.
    #[error("the inject `{0}` is not held back; it comes when it is due")]
    NotHeld(String),
    /// A move that a session cannot reach.
    #[error("an inject is due in a move from 1 to {0}")]
    DueMove(u32),
    /// Nothing comes into play after the end.
    #[error("an inject cannot be due when the session has ended")]
    DueAtTheEnd,
    /// A value that no gauge reaches.
    #[error("this gauge stands at 0 to 100, never at {0}")]
    DueValue(i64),
    /// A count that has been reached before anything happened.
    #[error("an inject waits for at least one response, not for none")]
    DueCount,
    /// Nothing is on the table to argue about.
    #[error("no demand is on the table to argue about")]
    NothingTabled,
    /// The ruling of that exchange is not provisional.
    #[error("no provisional ruling stands for move {move_number}, demand {}", place + 1)]
    NotProvisional {
        /// The move.
        move_number: u32,
        /// The place in the move, from 0.
        place: u32,
    },
    /// A clock's length cannot be.
    #[error("a clock runs for 1 to {0} seconds")]
    ClockLength(u32),
    /// The clock is not set.
    #[error("the {0} clock is not set")]
    NoClock(&'static str),
    /// Nobody of that name takes part.
    #[error("no participant is called `{0}`")]
    NoParticipant(String),
    /// No such question was asked.
    #[error("no estimate was asked under the name `{0}`")]
    NoQuestion(String),
    /// Somebody of that name sits at the table already.
    #[error("`{name}` sits in the {seat} seat already: add a surname, or let them leave first")]
    Seated {
        /// The name.
        name: String,
        /// Where.
        seat: Seat,
    },
    /// Only the white cell speaks for the people of another seat.
    #[error("the {actor} seat speaks for its own people, not for those of the {seat} seat")]
    OtherSeat {
        /// Who tried.
        actor: Seat,
        /// Whose people.
        seat: Seat,
    },
    /// An announcement is too long to be read across a room.
    #[error("an announcement has at most {0} characters")]
    Announcement(usize),
    /// A soft clock does not run out by an act.
    #[error("the {0} clock is soft: nothing happens when it has run out")]
    SoftClock(&'static str),
    /// The question is resolved like that already.
    #[error("`{0}` is resolved like that already")]
    Resolved(String),
    /// A probability cannot be.
    #[error("a probability is 0 to 100 %, not {0}")]
    Percent(u8),
    /// The estimates are shown already.
    #[error("the estimates of `{0}` are revealed already")]
    Revealed(String),
    /// The estimates are not shown yet.
    #[error("the estimates of `{0}` have to be revealed first")]
    NotRevealed(String),
    /// The number of moves cannot be.
    #[error("the number of moves is {least} to {most} here")]
    Length {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// A value of a written card cannot be.
    #[error("`{what}` of a card is {least} to {most}, not {value}")]
    CardValue {
        /// Which value.
        what: &'static str,
        /// What was given.
        value: i64,
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
}

/// Checks that a reason was given.
pub(in crate::engine) fn given(reason: Option<&str>) -> Result<(), Refused> {
    match reason {
        Some(text) if !text.trim().is_empty() => Ok(()),
        Some(_) | None => Err(Refused::NoReason),
    }
}

/// Checks own words, where there are any.
///
/// # Errors
///
/// Refuses what says nothing, and what is too long for the record.
pub(in crate::engine) fn said(words: Option<&str>) -> Result<(), Refused> {
    match words {
        Some(words) if words.trim().is_empty() || words.chars().count() > LONGEST_TEXT => {
            Err(Refused::OwnWords)
        }
        Some(_) | None => Ok(()),
    }
}
