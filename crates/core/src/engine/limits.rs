//! What is too long or too much: every limit that is not a number of the deck, once.

/// Moves a session may last; the addresses of luck leave room for no more than this.
pub const LONGEST_SESSION: u32 = 64;

/// Characters that a name may have.
pub const LONGEST_NAME: usize = 80;

/// Characters that an announcement may have: it is read from the far end of a room.
pub const LONGEST_ANNOUNCEMENT: usize = 280;

/// The longest clock, in seconds: a day.
pub const LONGEST_CLOCK: u32 = 86_400;

/// The largest change of one gauge by one inject that is written in the room.
pub const LARGEST_CHANGE: i64 = 100;

/// The largest change of a gauge that one ruling may state.
pub const LARGEST_ADJUSTMENT: i64 = 1000;
