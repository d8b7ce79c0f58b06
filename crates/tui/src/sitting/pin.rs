//! PINs of seats on the curtain: kept hashed with the drafts, and never in the record.
//!
//! They keep people out who look, not people who read the file: a few digits are tried out in no time.

use crate::sitting::Sitting;
use unequal_core::engine::sealing::commitment;
use unequal_core::engine::seat::Seat;
use unequal_session::seal::fresh_nonce;

/// The most characters of a PIN.
pub const LONGEST: usize = 12;

/// Its name among what is kept.
fn name(seat: Seat) -> String {
    format!("sitting/pin/{}", seat.word())
}

/// Whether a seat sits down with a PIN.
pub fn is_set(sitting: &Sitting, seat: Seat) -> bool {
    sitting.noted(&name(seat)).is_some()
}

/// Whether this is the PIN of a seat; anything is where none is set.
pub fn fits(sitting: &Sitting, seat: Seat, typed: &str) -> bool {
    let Some(kept) = sitting.noted(&name(seat)) else {
        return true;
    };
    let kept = kept.split_once(' ');
    kept.is_some_and(|(salt, hash)| commitment(salt, &typed) == hash)
}

/// Gives a seat a PIN, or takes its own away.
pub(crate) fn set(sitting: &mut Sitting, seat: Seat, pin: Option<&str>) {
    let kept = pin.map_or_else(String::new, |pin| {
        let salt = fresh_nonce();
        let hash = commitment(&salt, &pin);
        format!("{salt} {hash}")
    });
    sitting.note(&name(seat), &kept);
}
