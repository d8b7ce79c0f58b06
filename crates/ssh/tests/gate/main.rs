//! Seats over SSH, by a client that does more than `ssh` would: who may come in, what is refused, what a slow or a cut
//! line does.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod caller;
mod coming;
mod cuts;
mod house;
mod leaks;
#[path = "../../../../tests/common/luck.rs"]
mod luck;
#[path = "../../../../tests/common/pairs.rs"]
mod pairs;
mod refused;
mod screen;
mod slow;
