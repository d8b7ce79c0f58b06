//! A host with clients at its socket: programs that speak the seat protocol, and people's clients as bytes.

#![cfg(all(unix, not(feature = "portable")))]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod caller;
mod cuts;
mod faults;
mod house;
mod kept;
mod leaks;
#[path = "../../../../tests/common/luck.rs"]
mod luck;
#[path = "../../../../tests/common/pairs.rs"]
mod pairs;
mod table;
