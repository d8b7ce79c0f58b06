//! Programs that play beside something else: a thread of their own lets them act as long as the session is open.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::play::Attended;
use unequal_session::{Owner, clock};

/// How often it is looked whether a program is due.
const LOOK: Duration = Duration::from_millis(50);

/// A thread in which programs play; it ends when this is dropped.
#[derive(Debug)]
pub struct Attending {
    left: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Attending {
    /// Lets programs act at a table from now on, by the system's clock.
    pub fn begin(mut attended: Attended, owner: Owner) -> Self {
        let left = Arc::<AtomicBool>::default();
        let told = Arc::clone(&left);
        attended.leave_with(Arc::clone(&left));
        let thread = thread::spawn(move || {
            while !told.load(Ordering::Relaxed) {
                match attended.step(&owner, &clock::now) {
                    Ok(true) => {}
                    Ok(false) => thread::sleep(LOOK),
                    // The record cannot be written: whoever is at the screen is told by their own acts.
                    Err(_) => break,
                }
            }
            attended.dismiss("the session is left");
        });
        Self {
            left,
            thread: Some(thread),
        }
    }
}

impl Drop for Attending {
    fn drop(&mut self) {
        self.left.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            // A fault in it has been told already.
            let _ended = thread.join();
        }
    }
}
