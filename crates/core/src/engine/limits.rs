//! What is too long or too much: every limit that is not a number of the deck, once.

pub use crate::model::luck::{LONGEST_SESSION, MOST_DEMANDS};
pub use crate::model::place::{MAX_CONDITIONS, MAX_DOMAINS};

/// Characters that the id of a deck, a card or a bot may have.
pub const LONGEST_ID: usize = 48;

/// Characters that a name may have.
pub const LONGEST_NAME: usize = 80;

/// Characters that a reason, a dissent, a note or any other typed text may have.
pub const LONGEST_TEXT: usize = 10_000;

/// Characters that an announcement may have: it is read from the far end of a room.
pub const LONGEST_ANNOUNCEMENT: usize = 280;

/// The longest clock, in seconds: a day.
pub const LONGEST_CLOCK: u32 = 86_400;

/// The largest change of one gauge by one inject that is written in the room.
pub const LARGEST_CHANGE: i64 = 100;

/// The largest change of a gauge that one ruling may state.
pub const LARGEST_ADJUSTMENT: i64 = 1000;

/// From where to where a number may lie, both included.
pub type Range = (i64, i64);

/// What a card written in the room may be worth to the patron.
pub const WRITTEN_GAIN: Range = (1, 30);
/// What conceding it may cost in autonomy.
pub const WRITTEN_AUTONOMY: Range = (0, 60);
/// What conceding it may need of the domain's capacity.
pub const WRITTEN_CAPACITY: Range = (1, 100);
/// What conceding it may cost in endurance.
pub const WRITTEN_ENDURANCE: Range = (0, 30);
/// How near it may come to the domain's red line.
pub const WRITTEN_RED_LINE: Range = (0, 10);
/// How much dependence it may leave behind.
pub const WRITTEN_LOCK_IN: Range = (0, 40);
/// What conceding it may do to the shared front.
pub const WRITTEN_FRONT: Range = (-20, 20);
