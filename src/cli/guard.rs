//! Catches a fault of the program, so that it ends with a plain message instead of a trace, and lets a write
//! that a limit forbids fail like one on a full disk.

use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::cli::error::Error;

/// How many guarded calls are under way; while there are none, panics are reported as usual.
static GUARDED: AtomicUsize = AtomicUsize::new(0);
/// What the last guarded panic said, and where.
static LAST: Mutex<Option<(String, String)>> = Mutex::new(None);

/// Keeps what panics say for [`guarded`]. Called once, at the start of the program.
pub fn install() {
    let before = take_hook();
    set_hook(Box::new(move |info| {
        if GUARDED.load(Ordering::SeqCst) == 0 {
            return before(info);
        }
        let what = info.payload_as_str().unwrap_or("no message").to_owned();
        let place = info.location().map_or_else(String::new, |place| {
            format!("{}:{}", place.file(), place.line())
        });
        if let Ok(mut last) = LAST.lock() {
            *last = Some((what, place));
        }
    }));
}

/// Lets a write beyond the limit on the size of files fail, where the system would end the program.
///
/// The flag that the handler sets is read by nobody: the write itself tells.
#[cfg(all(unix, not(feature = "portable")))]
pub fn outlive_file_limits() {
    use signal_hook::consts::SIGXFSZ;
    use signal_hook::flag;
    // Where no handler can be set the system's way stands, and the record is in order all the same.
    let _ = flag::register(SIGXFSZ, std::sync::Arc::default());
}

/// Other systems have no such signal.
#[cfg(not(all(unix, not(feature = "portable"))))]
pub const fn outlive_file_limits() {}

/// Runs `task`; a panic in it becomes an error of kind `Fault` that says what and where.
///
/// # Errors
///
/// What the task fails with, or the fault.
pub fn guarded<T>(task: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    GUARDED.fetch_add(1, Ordering::SeqCst);
    let result = catch_unwind(AssertUnwindSafe(task));
    GUARDED.fetch_sub(1, Ordering::SeqCst);
    result.unwrap_or_else(|_| {
        let said = LAST.lock().ok().and_then(|mut last| last.take());
        let (what, place) = said.unwrap_or_else(|| ("no message".to_owned(), String::new()));
        Err(Error::fault(format!("a fault of this program: {what}"))
            .at(vec![format!("  at {place}")])
            .hint("every act was on disk before it was shown: `unequal verify FILE` says what is there")
            .hint("please report this message with the command that led to it"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::error::Kind;

    #[test]
    fn a_panic_becomes_a_plain_message_that_says_what_and_where() {
        install();
        let error = guarded::<()>(|| panic!("the hand is empty")).unwrap_err();
        assert_eq!(error.kind, Kind::Fault);
        let text = error.to_string();
        assert!(text.contains("the hand is empty"), "{text}");
        assert!(text.contains("guard.rs:"), "{text}");
        assert!(text.contains("`unequal verify FILE`"), "{text}");
    }
}
