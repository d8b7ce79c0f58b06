//! The language of acts: what seats may do, as it stands in the record and in scripts.

pub mod charter;
mod reason;
mod sealed;

use std::num::NonZeroU8;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::engine::entry_number::EntryNumber;
use crate::engine::holder::Holder;
use crate::engine::options::AdjudicationMode;
use crate::engine::room::clock::ClockOf;
use crate::engine::room::inject::{Due, News};
use crate::engine::room::written::WrittenCard;
use crate::engine::seat::Seat;
use crate::model::choice::{Band, FollowUp, Inducement, Intensity, Response};
use crate::model::side::Side;

pub use charter::Kind;
pub use sealed::{NamedDemand, SealedDemand, SealedReplies, SealedReply, SealedResponse};

/// One act of a seat. The same words serve the record, scripts, and the interface.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Action {
    /// White cell: opens a move with the event that the pile gives, or another.
    Inject {
        /// An event's id, or `quiet`, instead of the drawn one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        instead: Option<String>,
    },
    /// Europe: takes a measure.
    Measure {
        /// The measure's id.
        measure: String,
        /// Whether it is taken in secret, where the deck allows that.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        secret: bool,
    },
    /// Europe: takes no measure in this move.
    Abstain,
    /// White cell: replaces Europe's measure before its dice, by another or by none.
    SetMeasure {
        /// The measure's id; none: Europe takes none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        measure: Option<String>,
        /// Whether it is taken in secret.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        secret: bool,
        /// Why.
        reason: String,
    },
    /// Patron or client, in a crisis: decides whether it climbs down; unseen until both have decided.
    CrisisAct {
        /// The patron steps back, the client makes a gesture.
        climb_down: bool,
    },
    /// White cell: decides for a side whether it climbs down, before both decisions are revealed.
    SetCrisisAct {
        /// The side.
        of: Side,
        /// Whether it climbs down.
        climb_down: bool,
        /// Why.
        reason: String,
    },
    /// Client: offers something of its own accord.
    Offer {
        /// The card's id.
        card: String,
        /// What it asks in return, by its id.
        ask: String,
    },
    /// Client: offers nothing in this move.
    NoOffer,
    /// White cell: an offer was never tabled.
    VetoOffer {
        /// Why.
        reason: String,
    },
    /// Patron: takes up the offer; that uses a demand of the move.
    TakeUp,
    /// Patron: tables a demand; an offer that lies on the table is set aside.
    Demand {
        /// The card's id.
        card: String,
        /// How hard.
        intensity: Intensity,
        /// What is promised.
        #[serde(default)]
        inducement: Inducement,
    },
    /// Patron: asks for nothing (more) in this move; an offer that lies on the table is set aside.
    Hold,
    /// Client: answers the demand on the table.
    Respond {
        /// The response.
        response: Response,
        /// For *deflect*: the card that is given instead, by its id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        instead: Option<String>,
        /// For *conditions*: what is asked in return, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ask: Option<String>,
        /// What is answered, in the seat's own words; the response is then the one that it comes nearest to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// Patron or client, sealed mode: commits to a plan by its hash.
    Commit {
        /// BLAKE3 of nonce and plan, in hex.
        hash: String,
    },
    /// Patron, sealed mode: opens what was committed.
    RevealDemand {
        /// The nonce.
        nonce: String,
        /// The plan.
        plan: SealedDemand,
    },
    /// Client, sealed mode: opens what was committed.
    RevealResponse {
        /// The nonce.
        nonce: String,
        /// The plan.
        plan: SealedResponse,
    },
    /// White cell: adjudicates the exchange. With nothing set, by rule.
    Rule {
        /// The sum of two dice rolled by hand.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        roll: Option<i64>,
        /// Net argued modifier.
        #[serde(default, skip_serializing_if = "is_zero")]
        arguments: i64,
        /// A band instead of the computed one; needs a reason.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        band: Option<Band>,
        /// Why the ruling departs from the computed result.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
        /// Play goes on with this result; the white cell looks at it again later.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        provisional: bool,
    },
    /// Patron: follows up.
    FollowUp {
        /// How.
        choice: FollowUp,
    },
    /// White cell: closes the move.
    CloseMove,
    /// White cell: changes a gauge by ruling.
    Adjust {
        /// The gauge's word: `trust`, `oil`, `economy.dependence`.
        gauge: String,
        /// The stated change.
        by: i64,
        /// Why.
        reason: String,
    },
    /// White cell: ends the session where it stands.
    End {
        /// Why.
        reason: String,
    },
    /// White cell: puts an inject on the plan, to be fired when it is due or called for.
    PlanInject {
        /// Its name in the plan.
        id: String,
        /// What happens.
        news: News,
        /// When.
        due: Due,
        /// The reaction that it is meant to draw, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        expects: Option<String>,
    },
    /// White cell: keeps a planned inject back until it is released.
    HoldInject {
        /// Its name in the plan.
        id: String,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// White cell: lets a held inject come when it is due.
    ReleaseInject {
        /// Its name in the plan.
        id: String,
    },
    /// White cell: takes an inject off the plan.
    SkipInject {
        /// Its name in the plan.
        id: String,
        /// Why.
        reason: String,
    },
    /// White cell: gives a planned inject another time.
    RescheduleInject {
        /// Its name in the plan.
        id: String,
        /// When.
        due: Due,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// White cell: brings a planned inject into play now.
    FireInject {
        /// Its name in the plan.
        id: String,
    },
    /// White cell: brings something into play that nobody had planned.
    AdHocInject {
        /// What happens.
        news: News,
    },
    /// Anybody but the sides: the reaction to an inject was seen.
    Reaction {
        /// The inject's name in the plan.
        inject: String,
        /// What was seen.
        text: String,
    },
    /// White cell: makes a card of an idea and puts it on the patron's menu.
    WriteDemand {
        /// The card.
        card: WrittenCard,
    },
    /// Anybody: an argument why a side should have its way in the open exchange.
    Argue {
        /// The side that it helps.
        helps: Side,
        /// The argument.
        text: String,
        /// Whether it counts twice.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        strong: bool,
    },
    /// White cell: has looked again at a provisional ruling.
    Settle {
        /// The move of the exchange.
        #[serde(rename = "move")]
        move_number: u32,
        /// The exchange's place in the move, from 0.
        #[serde(default)]
        place: u32,
        /// What it came to.
        reason: String,
    },
    /// White cell: rulings are made in another way from now on.
    SetAdjudication {
        /// How.
        mode: AdjudicationMode,
        /// Why.
        reason: String,
    },
    /// White cell: sets a clock, or takes it away.
    SetClock {
        /// Which one.
        of: ClockOf,
        /// Its length; none takes it away.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seconds: Option<u32>,
        /// Whether the white cell decides what happens when it has run out.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        hard: bool,
    },
    /// White cell: gives the running clock more time.
    ExtendClock {
        /// Which one.
        of: ClockOf,
        /// How much more.
        seconds: u32,
    },
    /// White cell: a hard clock has run out.
    ClockOut {
        /// Which one.
        of: ClockOf,
    },
    /// White cell: play stops; no side acts until it goes on.
    Pause {
        /// The time is for reflection, and does not count against the pace.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        reflection: bool,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
        /// How long it is to last; none: until it is said that play goes on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seconds: Option<u32>,
    },
    /// White cell: play goes on after a pause.
    GoOn,
    /// White cell: the table has come together again; the time since the entry before does not count.
    Reconvene,
    /// A participant joins.
    Join {
        /// The name.
        name: String,
        /// Where they sit.
        at: Seat,
    },
    /// A participant leaves.
    Leave {
        /// The name.
        name: String,
    },
    /// White cell: somebody comes to a seat from elsewhere, over a network.
    Admit {
        /// The seat.
        at: Seat,
        /// The name that was given.
        name: String,
        /// The fingerprint of the key that they showed, as `SHA256:` and 43 characters; none: a code.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        key: Option<String>,
    },
    /// A participant's name is put right: what was said and estimated under the old one is theirs.
    Rename {
        /// The name as it stands.
        name: String,
        /// The name as it should be.
        to: String,
    },
    /// White cell: the session is called otherwise from now on; its file keeps its name.
    RenameSession {
        /// The name.
        name: String,
    },
    /// What was written beside an entry is put right, or added later; what stood there stays in the record.
    Correct {
        /// The entry: one of the seat's own, or any for the white cell.
        entry: EntryNumber,
        /// The reason as it should read; none: as it stands.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
        /// Who would have done otherwise, as it should read; none: as it stands.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        against: Option<String>,
        /// What was answered in own words, as it should read; none: as it stands.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// White cell: asks for everybody's own probability of a stated outcome.
    AskEstimate {
        /// The question's name.
        id: String,
        /// The question.
        question: String,
        /// What decides it.
        resolution: String,
    },
    /// Somebody's own probability, not shown before the reveal.
    Estimate {
        /// The question's name.
        id: String,
        /// Whose.
        name: String,
        /// 0 to 100.
        #[serde(deserialize_with = "percent")]
        percent: u8,
    },
    /// White cell: shows all estimates at once.
    RevealEstimates {
        /// The question's name.
        id: String,
    },
    /// White cell: says what came true.
    ResolveEstimate {
        /// The question's name.
        id: String,
        /// Whether it happened.
        happened: bool,
        /// On what grounds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// White cell: a line to the whole room; an empty one takes it away.
    Announce {
        /// The line.
        text: String,
    },
    /// White cell: turn zero begins, a rehearsal whose effects are thrown away at STARTEX.
    Rehearse,
    /// White cell: STARTEX. Ends the rehearsal, if there is one.
    #[serde(rename = "startex")]
    StartEx,
    /// White cell: somebody else takes a seat from now on.
    HandOver {
        /// The seat: one that plays.
        of: Seat,
        /// Who holds it then; nobody in Europe's only.
        to: Holder,
        /// For how many moves, the one that is played counted: then people have it again. None: until somebody else
        /// takes it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        moves: Option<NonZeroU8>,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// White cell: the session lasts this many moves.
    SetLength {
        /// Moves from STARTEX on.
        moves: u32,
        /// Why.
        reason: String,
    },
    /// Anybody: a note in the record, without effect on play.
    Note {
        /// The text.
        text: String,
        /// Seen by its own seat and the white cell only.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        private: bool,
    },
    /// Anybody: a mark to come back to.
    Bookmark {
        /// A label, may be empty.
        #[serde(default)]
        label: String,
    },
    /// White cell: goes back to the state after entry `to`; nothing is erased.
    Undo {
        /// The entry after which play goes on; 0 is STARTEX.
        to: EntryNumber,
        /// Why.
        reason: String,
    },
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_zero(value: &i64) -> bool {
    *value == 0
}

/// Reads a percentage, whose limits the rules check: what is out of a byte is out of them, too.
fn percent<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
    let given = i64::deserialize(deserializer)?;
    u8::try_from(given).map_err(|_| {
        serde::de::Error::custom(format_args!("a probability is 0 to 100 %, not {given}"))
    })
}
