//! The clock on a page: it says when it shows nothing, and runs in the browser.

use unequal_session::clock::seconds;
use unequal_tui::clock::countdown;
use unequal_tui::glance::Glance;
use unequal_tui::wall::countdown::Countdown;

/// Stands in the HTML for the time on the clock: no text holds it, for what is told is made harmless.
pub(crate) const TIME: &str = "\0";

/// A clock that runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ticking {
    /// What it is of; may be empty.
    pub(crate) of: String,
    /// The second since 1970 at which it shows nothing.
    pub(crate) at: i64,
    /// Whether it counts up from there, and not down to it.
    pub(crate) up: bool,
}

impl Ticking {
    pub(crate) fn of(glance: &Glance<'_>, now: &str) -> Option<Self> {
        let counted = Countdown::pressing(glance, &glance.place.pace(now))?;
        let now = seconds(now)?;
        let at = if counted.up {
            now - counted.seconds
        } else {
            now + counted.seconds
        };
        Some(Self {
            of: counted.of,
            at,
            up: counted.up,
        })
    }

    /// What it shows at a second since 1970.
    pub(crate) fn time(&self, now: i64) -> String {
        countdown(if self.up {
            now - self.at
        } else {
            self.at - now
        })
    }
}
