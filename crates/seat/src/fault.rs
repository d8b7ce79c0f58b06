//! What can go wrong with a program at a seat: each is told to it, and goes on the record.

use crate::limits::LONGEST;
use crate::message::PROTOCOL;

/// What went wrong with a program.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It cannot be started.
    #[error("it could not be started: {0}")]
    NotStarted(String),
    /// It is gone.
    #[error("it ended{}", quoted(.said))]
    Ended {
        /// The last that it said on standard error.
        said: String,
    },
    /// It gave no answer in time.
    #[error("no answer came within {0} s")]
    Silent(String),
    /// It does not read what it is told.
    #[error("it does not read what it is told")]
    ReadsNothing,
    /// It answered a question that is no longer asked.
    #[error("an answer to turn {0} came too late")]
    Late(u64),
    /// A line that is too long.
    #[error("a line was longer than {LONGEST} bytes")]
    TooLong,
    /// A line that is no line of the protocol.
    #[error("a line was not of the protocol: {0}")]
    Garbage(String),
    /// It speaks another version.
    #[error("it speaks version {0} of the protocol; this is version {PROTOCOL}")]
    Version(u32),
    /// It does not say what it is called.
    #[error("`name` and `version` are 1 to 40, and up to 40, characters that can be seen")]
    Nameless,
    /// The session is left: nobody waits for it any more.
    #[error("the session is left")]
    Left,
    /// It answered with something that may not be done.
    #[error("its act was refused: {0}")]
    Refused(String),
}

impl Fault {
    /// Whether no further try can help: the program is not there, or not one of this protocol.
    pub const fn is_final(&self) -> bool {
        match self {
            Self::NotStarted(_)
            | Self::Ended { .. }
            | Self::ReadsNothing
            | Self::Version(_)
            | Self::Left => true,
            Self::Silent(_)
            | Self::Late(_)
            | Self::TooLong
            | Self::Garbage(_)
            | Self::Nameless
            | Self::Refused(_) => false,
        }
    }
}

impl Fault {
    /// What everybody may read of it: nothing that the program has said.
    pub const fn in_public(&self) -> &'static str {
        match self {
            Self::NotStarted(_) => "it could not be started",
            Self::Ended { .. } => "it ended",
            Self::Silent(_) | Self::Late(_) => "it gave no answer in time",
            Self::ReadsNothing => "it did not read what it was told",
            Self::TooLong | Self::Garbage(_) | Self::Nameless => "its answers were not understood",
            Self::Version(_) => "it speaks another version of the protocol",
            Self::Refused(_) => "its acts were refused",
            Self::Left => "the session is left",
        }
    }
}

fn quoted(said: &str) -> String {
    if said.is_empty() {
        String::new()
    } else {
        format!(", and said: {said}")
    }
}
