//! The host of a session: seats that are held from other terminals and by programs, over a socket beside the record.
//!
//! A client is a forwarder and holds nothing: what a seat sees is made in the host, from the place of that seat, and
//! sent as it is to be shown. [`wire`] has the lines, [`door`] the socket, [`host`] lets clients in, [`reception`] lets
//! them sit down, whatever they come over, [`visit`] is one of them while it is there, [`call`] is the other end. [`address`] is where something is opened to other computers.

pub mod address;
#[cfg(all(unix, not(feature = "portable")))]
pub mod call;
pub mod door;
pub mod drive;
#[cfg(all(unix, not(feature = "portable")))]
mod first_line;
mod guest;
#[cfg(all(unix, not(feature = "portable")))]
pub mod host;
#[cfg(all(unix, not(feature = "portable")))]
mod machine;
pub mod outbox;
pub mod reception;
pub mod visit;
#[cfg(all(unix, not(feature = "portable")))]
mod who;
pub mod wire;

#[cfg(all(unix, not(feature = "portable")))]
pub use call::{Call, Hears, Lost, Sends};
#[cfg(all(unix, not(feature = "portable")))]
pub use door::Door;
pub use door::DoorError;
pub use drive::Driven;
pub use guest::{Guest, name};
#[cfg(all(unix, not(feature = "portable")))]
pub use host::Host;
pub use outbox::Outbox;
pub use reception::{Reception, Serve};
pub use visit::{Heard, Visit};
