//! The lines between a host and its clients: one JSON object a line.
//!
//! A client begins with [`Hello`]; [`ToClient`] answers it. What follows depends on how it sits: a program speaks the
//! seat protocol as it is, a person's client sends [`FromClient`] and is sent what is to be shown.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use unequal_core::engine::seat::Seat;

/// The version of these lines. It grows where a line means something else than before, or one is refused that was not.
pub const PROTOCOL: u32 = 1;

/// The first line of a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hello {
    /// The version of the lines that it speaks.
    pub protocol: u32,
    /// The seat that it comes for.
    pub seat: Seat,
    /// How it sits there.
    #[serde(rename = "as")]
    pub way: Way,
    /// The name of whoever sits there; the record keeps it with their acts.
    #[serde(default)]
    pub name: String,
    /// A word that the client keeps for itself: with it, it comes back to its own seat.
    #[serde(default)]
    pub key: String,
    /// What it does where somebody has the seat.
    #[serde(default)]
    pub taken: Else,
    /// The terminal, where it sits at one.
    #[serde(default)]
    pub terminal: Option<Terminal>,
}

/// The first line of somebody who comes for no seat, and only asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asks {
    /// The version of the lines that it speaks.
    pub protocol: u32,
    /// What it asks.
    pub asks: About,
}

/// What can be asked of a host without a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// Who sits where.
    Who,
}

/// A seat of a session, as it is told to who asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatHere {
    /// The seat.
    pub seat: Seat,
    /// Its name in the deck.
    pub called: String,
    /// Who sits there, and whether they are here; or who holds it that is no person; or that it is free.
    pub who: String,
    /// Whether somebody may come for it.
    pub free: bool,
}

/// How a client sits at a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// A person reads and types lines.
    Text,
    /// A program speaks the seat protocol.
    Json,
    /// A person sits at the screen of the interface.
    Terminal,
}

/// What a client does where somebody has the seat.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Else {
    /// It is told, and goes.
    #[default]
    Go,
    /// It looks on.
    LookOn,
    /// It asks the white cell for leave to take over.
    TakeOver,
}

/// A terminal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terminal {
    /// Columns.
    pub columns: u16,
    /// Rows.
    pub rows: u16,
    /// The colours, by their word; none: as the host thinks best.
    #[serde(default)]
    pub theme: Option<String>,
    /// The signs, by their word.
    #[serde(default)]
    pub glyphs: Option<String>,
    /// Whether the mouse is listened to.
    #[serde(default)]
    pub mouse: bool,
}

/// A line to a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ToClient {
    /// It sits down.
    Welcome {
        /// The session's name.
        session: String,
        /// The seat's name in the deck.
        seat: String,
        /// Whether it only looks on.
        looks_on: bool,
    },
    /// The white cell is asked whether it may take over.
    Asked {
        /// Who has the seat.
        from: String,
    },
    /// It may not sit down.
    Refused {
        /// Why.
        why: String,
        /// What to do next; may be empty.
        hint: String,
    },
    /// Text to be shown as it is.
    Text {
        /// The text.
        text: String,
    },
    /// Who sits where, to who only asked; nothing more comes.
    Here {
        /// The session's name.
        session: String,
        /// How far it is, in words.
        stands: String,
        /// The seats, but for those of who looks on.
        seats: Vec<SeatHere>,
    },
    /// Something that it sent was not understood.
    Trouble {
        /// What.
        why: String,
    },
    /// The last line: nothing more comes, and there is no use in coming back.
    End {
        /// Why.
        why: String,
    },
}

/// A line of a client at which a person sits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum FromClient {
    /// A line was typed.
    Typed {
        /// The line, without its end.
        text: String,
    },
    /// Something was done at the terminal: a key, a paste, a new size.
    Input {
        /// What, as the interface has it.
        input: Value,
    },
    /// Whoever sits there leaves.
    Leave,
}
