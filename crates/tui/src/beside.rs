//! What goes on beside the screen as long as a session is open: programs that hold seats of it.

use std::fmt;

use unequal_session::Owner;

/// What is kept as long as the session is open, and ends when it is dropped.
pub type Kept = Box<dyn fmt::Debug + Send>;

/// Begins what goes on beside the screen, once a session is open.
pub struct Beside(Box<dyn FnOnce(Owner) -> Kept + Send>);

impl Beside {
    /// What is to be begun with the table of the session that is opened first.
    pub fn new(begin: impl FnOnce(Owner) -> Kept + Send + 'static) -> Self {
        Self(Box::new(begin))
    }

    pub(crate) fn begin(self, owner: Owner) -> Kept {
        (self.0)(owner)
    }
}

impl fmt::Debug for Beside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Beside")
    }
}
