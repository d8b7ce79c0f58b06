//! Tells those who wait elsewhere that there is something to look at.

use std::fmt;
use std::sync::{Mutex, PoisonError};

/// Tells those who wait elsewhere that there is something to look at.
#[derive(Default)]
pub struct Bell(Mutex<Vec<Listener>>);

/// What is called when something has come in; says whether it is to be called again.
type Listener = Box<dyn Fn() -> bool + Send>;

impl Bell {
    /// Calls `listener` whenever the bell rings, until it says that it wants no more. It must not ask for the table
    /// itself.
    pub fn listen(&self, listener: impl Fn() -> bool + Send + 'static) {
        let mut listeners = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        listeners.push(Box::new(listener));
    }

    /// Tells everybody who listens.
    pub fn ring(&self) {
        let mut listeners = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        listeners.retain(|listener| listener());
    }
}

impl fmt::Debug for Bell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bell")
    }
}
