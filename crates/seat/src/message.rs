//! The lines of the protocol, as types: their names on the wire and their schema are made from here.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::now::{Moved, StateAfter};
use unequal_core::engine::action::{Action, SealedDemand, SealedResponse};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::holder::Holder;
use unequal_core::engine::options::Options;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;

/// The version of the protocol. It grows where a line that is sent means something else than before, or a line
/// that is read is refused that was not; keys that are added do not make it grow.
pub const PROTOCOL: u32 = 1;

/// A line to the program. Keys may be added: what a program does not know it passes over.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ToSeat {
    /// The first line: the deck, the seat, and what stands fast for the whole session.
    Hello(Box<Hello>),
    /// The seat is to act.
    Turn(Box<Turn>),
    /// The act was taken, and is on the record.
    Taken {
        /// The number of its entry.
        entry: EntryNumber,
    },
    /// The line or the act was not taken.
    Refused {
        /// The turn that it was meant for.
        turn: u64,
        /// The rule that it would break, or what is wrong with the line.
        rule: String,
        /// How often the program may try again; then somebody else takes the seat.
        tries_left: u32,
    },
    /// The last line: the session has ended, or somebody else takes the seat.
    End(Box<End>),
}

/// A line from the program. A key that is not known is refused, so that a slip is told.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum FromSeat {
    /// The answer to `hello`.
    Ready(Ready),
    /// The answer to `turn`.
    Act(Box<Act>),
}

/// What stands fast for the whole session.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Hello {
    /// The version of the protocol.
    pub protocol: u32,
    /// The program that speaks, with its version.
    pub program: String,
    /// The session's name.
    pub session: String,
    /// Whose seat it is.
    pub seat: Seat,
    /// The name and the holder of every seat that plays.
    pub seats: BTreeMap<&'static str, SeatHeld>,
    /// The deck.
    pub deck: DeckNamed,
    /// How the session is played.
    pub options: Options,
    /// Moves planned.
    pub moves: u32,
    /// Demands a move at most.
    pub demands: u32,
    /// The seat's own briefing; none where the deck has none for it.
    pub briefing: Option<BriefingRead>,
    /// The fields of the partnership.
    pub domains: Vec<DomainRead>,
    /// What may be demanded or offered, but for what was written in the room and is not known to the seat.
    pub cards: Vec<CardRead>,
    /// What may be asked in return for an offer.
    pub asks: Vec<Named>,
    /// What Europe may do.
    pub measures: Vec<Named>,
    /// How hard a demand may be.
    pub intensities: Vec<Named>,
    /// What may be promised with a demand.
    pub inducements: Vec<Named>,
    /// How a demand may be answered.
    pub responses: Vec<Named>,
    /// What the patron may do after the answer.
    pub follow_ups: Vec<Named>,
    /// What the program is held to.
    pub limits: LimitsTold,
    /// Where nothing of it is done: what the program is asked for, beside a record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<OnlyAsked>,
}

/// A program that is put before the decisions of a record: none of its answers is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OnlyAsked {
    /// Which time it is asked, from 1; each time it is started anew.
    pub time: u32,
    /// How many times it is asked.
    pub times: u32,
    /// A number for its own chance: the same one, the same answers.
    pub seed: u64,
}

/// A seat that plays.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SeatHeld {
    /// Its name in the deck.
    pub name: String,
    /// Who holds it: `human`, `nobody`, `bot:NAME` or `outside:NAME`.
    pub held_by: Holder,
}

/// The deck.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DeckNamed {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// The briefing of a seat.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BriefingRead {
    /// The situation as this seat sees it.
    pub text: String,
    /// What it wants.
    pub aims: Vec<String>,
    /// The same in numbers.
    pub aims_in_numbers: Vec<String>,
    /// What it can do.
    pub instruments: Vec<String>,
    /// What binds it.
    pub constraints: Vec<String>,
    /// What it knows of the others.
    pub knows: Vec<String>,
    /// What it does not know.
    pub knows_not: Vec<String>,
    /// What to watch.
    pub watch: Vec<String>,
}

/// A word of the protocol or of the deck, with what people read of it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Named {
    /// The word that acts use.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it means; may be empty.
    pub text: String,
}

/// A field of the partnership.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DomainRead {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is; may be empty.
    pub text: String,
    /// The red line as the client declares it: strain, 0 to 100.
    pub red_line: i64,
}

/// A card.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CardRead {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What is read aloud.
    pub text: String,
    /// The id of its domain.
    pub domain: String,
    /// What it is worth to the patron.
    pub gain: i64,
    /// What conceding it whole costs the client in autonomy.
    pub autonomy_cost: i64,
    /// What conceding it whole needs of the domain's capacity.
    pub capacity_need: i64,
    /// What conceding it whole costs the client in endurance.
    pub endurance_cost: i64,
    /// How near it comes to the domain's red line.
    pub red_line_weight: i64,
    /// How much dependence it leaves behind.
    pub lock_in: i64,
    /// What conceding it does to the shared front.
    pub shared_front: i64,
}

/// What the program is held to.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct LimitsTold {
    /// Seconds a try, and seconds until `ready`.
    pub seconds: f64,
    /// Tries at a turn.
    pub tries: u32,
    /// Characters of a text.
    pub text: usize,
    /// Bytes of a line.
    pub line: usize,
}

/// The seat is to act.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Turn {
    /// The number of this question, which the answer repeats. A further try has another.
    pub turn: u64,
    /// Which try it is, from 1.
    #[serde(rename = "try")]
    pub try_number: u32,
    /// The last entry of the record: the answer is taken to rest on having seen it.
    pub entry: EntryNumber,
    /// Seconds until the answer is too late.
    pub seconds: f64,
    /// The clocks that run at the table.
    pub clocks: Vec<ClockRuns>,
    /// What the seat knows.
    pub state: StateAfter,
    /// How far cards have come, by their ids; those that were neither demanded nor given are left out.
    pub cards: BTreeMap<String, CardNow>,
    /// Cards that were written in the room, as far as the seat may know them: `hello` had none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub written: Vec<CardRead>,
    /// What has happened since the last turn, as far as the seat may know it.
    pub news: Vec<News>,
    /// What may be done: an answer names the place of one, from 0, or repeats it.
    pub acts: Vec<Action>,
    /// In a sealed session: what is to be sealed instead, by an act `seal`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seal: Option<ToSeal>,
}

/// What is to be sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ToSeal {
    /// The patron's plan.
    Demand,
    /// The client's plan.
    Response,
}

/// A clock that runs at the table.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ClockRuns {
    /// What it measures: a phase, a seat's turns, or the session.
    pub of: unequal_core::engine::room::clock::ClockOf,
    /// When it runs out, in seconds since 1970.
    pub at: i64,
    /// Whether the turn ends then.
    pub hard: bool,
}

/// How far a card has come.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CardNow {
    /// How much of it was given, in percent.
    pub given: i64,
    /// How often it was demanded.
    pub demanded: i64,
}

/// An entry of the record, as the seat may know it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct News {
    /// The entry.
    pub entry: EntryNumber,
    /// The move, from 1; turn zero is 0.
    #[serde(rename = "move")]
    pub move_number: u32,
    /// The phase.
    pub phase: Phase,
    /// Who acted.
    pub seat: Seat,
    /// The hand that acted.
    #[schemars(with = "String")]
    pub by: Player,
    /// What happened, in a sentence.
    pub sentence: String,
    /// The act of a seat that plays, where the seat may know all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<Action>,
    /// What there is to read of it: an event's text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The changes of gauges: word, before, after, reason.
    pub changes: Vec<Moved>,
    /// Whether it was taken back.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub undone: bool,
}

/// The last line.
#[derive(Debug, Serialize, JsonSchema)]
pub struct End {
    /// Why it is the last one.
    pub why: String,
    /// What the seat knows in the end; none where somebody else takes the seat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<StateAfter>,
    /// How the session ended, in the deck's words; empty while it goes on.
    pub told: Vec<String>,
}

/// The answer to `hello`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ready {
    /// The version of the protocol that the program speaks.
    pub protocol: u32,
    /// What the record is to call it: 1 to 40 characters.
    pub name: String,
    /// Its version, which the record keeps, too: up to 40 characters.
    #[serde(default)]
    pub version: String,
}

/// The answer to `turn`: `choice`, or `act`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// The number of the turn that is answered.
    pub turn: u64,
    /// The place of the act among those that may be done, from 0.
    #[serde(default)]
    pub choice: Option<usize>,
    /// The act itself, as scripts have it: one of those that may be done, a response `conditions` with words of
    /// its own in `ask`, or, in a sealed session, `seal` with a `plan`.
    #[serde(default)]
    #[schemars(with = "Option<Deed>")]
    pub act: Option<Map<String, Value>>,
    /// Why.
    #[serde(default)]
    pub reason: Option<String>,
    /// How sure, 0 to 100.
    #[serde(default)]
    pub confidence: Option<u8>,
    /// Who would have done otherwise, and why.
    #[serde(default)]
    pub dissent: Option<String>,
    /// What the other side will do next. It goes on the record as a note of the seat's own.
    #[serde(default)]
    pub forecast: Option<Forecast>,
}

/// What the other side will do next.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Forecast {
    /// The response, follow-up or other act that is expected, by its word: `refuse`, `punish`, `hold`.
    pub expects: String,
    /// How likely it is, 0 to 100.
    pub percent: u8,
}

/// What an answer may do.
#[derive(Debug, JsonSchema)]
#[serde(untagged)]
pub enum Deed {
    /// One of the acts that may be done.
    Act(Action),
    /// A plan to commit now; it is opened when the time has come.
    Seal(Seal),
}

/// A plan to commit now.
#[derive(Debug, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Seal {
    /// Seals a plan.
    Seal {
        /// The plan.
        plan: Plan,
    },
}

/// What is sealed.
#[derive(Debug, JsonSchema)]
#[serde(untagged)]
pub enum Plan {
    /// The patron's.
    Demand(SealedDemand),
    /// The client's.
    Response(SealedResponse),
}
