//! The record: what it holds, and that nothing that happens to a file goes unnoticed.

#![expect(clippy::unwrap_used, reason = "a test may stop where something fails")]

mod beside;
mod damage;
mod disk;
mod elsewhere;
pub(crate) mod faulty;
mod files;
mod follow;
mod foreign;
pub(crate) mod forge;
mod handbook;
mod last_bytes;
#[cfg(unix)]
mod refused;
pub(crate) mod sample;
mod text;
