//! What is typed and not sent: how its drafts are called.

use unequal_core::engine::seat::Seat;

/// The beginning of the names of all drafts for an act: `client/respond/`.
pub fn draft_prefix(seat: Seat, word: &str) -> String {
    format!("{}/{word}/", seat.word())
}
