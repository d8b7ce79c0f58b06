//! A page in this process, and browsers that ask for it over loopback.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod browser;
mod guarded;
mod house;
mod leaks;
mod live;
#[path = "../../../../tests/common/luck.rs"]
mod luck;
#[path = "../../../../tests/common/pairs.rs"]
mod pairs;
mod phones;
mod wall;
