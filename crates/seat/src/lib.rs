//! The seat protocol: what a program at a seat is told, what it answers, and the programs themselves.
//!
//! JSON lines over any stream of bytes. [`message`] has the lines, [`schema`] their JSON Schema, [`hello`] and
//! [`asking`] make them from what one seat may see ([`Place`](unequal_session::Place)) and from nothing else,
//! [`now`] is a session as one seat may know it, [`line`](mod@line) reads what comes back, [`program`] runs
//! a program of somebody's own, [`sitter`] asks it and hands in its acts, [`play`] and [`attend`] let programs play,
//! [`ask`] puts one before the decisions of a record, [`exchange`] under other names.

pub mod ask;
pub mod asking;
pub mod attend;
pub mod command;
pub mod exchange;
pub mod fault;
pub mod hello;
pub mod limits;
pub mod line;
pub mod message;
pub mod now;
pub mod play;
pub mod program;
pub mod schema;
pub mod sitter;

pub use attend::Attending;
pub use command::Command;
pub use exchange::Exchange;
pub use fault::Fault;
pub use limits::Limits;
pub use play::Attended;
pub use program::Program;
