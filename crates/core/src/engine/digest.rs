//! A stable digest of a state: equal states have equal digests on every machine and in every version.
//!
//! Each type says field by field what of it goes in, by name, and takes itself apart in doing so: a new
//! field does not compile until somebody has decided. What is *at rest* (false, zero, empty, absent) adds
//! nothing, so a field that comes later does not change the digests of records that know nothing of it;
//! lists of fixed length go in by their words, so that neither do longer ones.

mod plan;
mod play;
mod position;
mod room;
pub(in crate::engine) mod sum;

use crate::engine::digest::sum::bytes_of;
use crate::engine::state::State;

/// The digest of a state, 16 hex digits: everything that can influence what comes.
pub fn digest(state: &State) -> String {
    let hash = blake3::hash(&bytes_of(state)).to_hex();
    hash.as_str().chars().take(DIGITS).collect()
}

/// Hex digits of a digest.
const DIGITS: usize = 16;

#[cfg(test)]
mod tests;
