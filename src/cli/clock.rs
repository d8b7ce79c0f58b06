//! The time that entries get: the clock's, or one that was stated so that records can be compared.

use crate::cli::args::{TimeArgs, stamp};
use crate::cli::error::Error;
use unequal_session::clock;

/// Names the environment variable that states the time.
pub const VARIABLE: &str = "UNEQUAL_NOW";

/// Where stamps come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The system's clock.
    Running,
    /// One moment for everything.
    Stated(String),
}

impl Clock {
    /// The clock that the option states, else the environment, else the system's.
    ///
    /// # Errors
    ///
    /// Says how the environment must state a time.
    pub fn of(time: &TimeArgs) -> Result<Self, Error> {
        if let Some(now) = &time.now {
            return Ok(Self::Stated(now.clone()));
        }
        match std::env::var(VARIABLE) {
            Ok(text) if !text.is_empty() => stamp(&text).map(Self::Stated).map_err(|message| {
                Error::wrong_use(format!("{VARIABLE}: {message}, not `{text}`"))
            }),
            _ => Ok(Self::Running),
        }
    }

    /// The present moment as RFC 3339 text in UTC.
    pub fn now(&self) -> String {
        match self {
            Self::Running => clock::now(),
            Self::Stated(stamp) => stamp.clone(),
        }
    }
}
