//! Programs at seats: that they see what is theirs, play as well as anybody, and bring no session to its end.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod faults;
mod fits;
mod forecast;
#[path = "../../../../tests/common/holds.rs"]
mod holds;
mod leak;
#[path = "../../../../tests/common/pairs.rs"]
mod pairs;
mod sealed;
mod table;
mod twin;
