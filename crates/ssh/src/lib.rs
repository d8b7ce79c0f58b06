//! Seats of a hosted session over SSH: nobody needs more than the `ssh` that their laptop has.
//!
//! A client forwards keys and shows what comes, as it does at the socket of a host: what a seat sees is drawn in the
//! host, from the place of that seat, for a terminal of the client's size. [`gate`] listens, [`admission`] says who may
//! come in, `coming` asks for
//! it, `client` is one connection, `seat` its terminal, [`host_key`] what clients know the host by.

pub mod admission;
mod client;
mod coming;
mod connections;
pub mod gate;
pub mod host_key;
mod keys;
mod seat;
mod terminal;

pub use gate::{Gate, GateError, Taken};
