//! What programs are held to.

use std::time::Duration;

/// The longest line that is read, in bytes.
pub const LONGEST: usize = 1024 * 1024;

/// What a program is held to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How long a try may take, and how long `ready`.
    pub time: Duration,
    /// Tries at a turn, at least one.
    pub tries: u32,
}

impl Default for Limits {
    /// A minute, and three tries.
    fn default() -> Self {
        Self {
            time: Duration::from_mins(1),
            tries: 3,
        }
    }
}
