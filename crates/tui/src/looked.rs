//! How the clocks stood when they were last looked at.

use unequal_session::Pace;

/// How the clocks stood when they were last looked at.
#[derive(Clone, Debug, Default)]
pub struct Looked {
    /// Whether no countdown is to be shown.
    pub hidden: bool,
    /// Whether the white cell looks at the board before it deals with a hard clock that ran out.
    pub put_off: bool,
    /// The time then.
    pub(crate) at: String,
    /// The last entry then.
    pub(crate) entry: u64,
    /// How they stood.
    pub(crate) pace: Pace,
}
