//! Long tasks: how far they are, told on stderr, and a stop when a person asks for one.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::{SigId, flag, low_level};

use crate::cli::out::Out;

/// Time between two looks at how far it is.
const PACE: Duration = Duration::from_millis(200);

/// Time after which it is said how long it still takes.
const SOON: Duration = Duration::from_secs(3);

/// A task of many steps that somebody waits for.
///
/// The first interrupt (Ctrl-C), or whoever ends programs, asks the task to stop; a second one ends the program at once.
#[derive(Debug)]
pub struct Patience<'a> {
    teller: Mutex<(Instant, &'a mut Out)>,
    began: Instant,
    all: u64,
    /// What the steps are, and what else is to be said of them.
    what: String,
    asked: Arc<AtomicBool>,
    hooks: Vec<SigId>,
}

impl<'a> Patience<'a> {
    /// Begins to watch a task of so many sessions.
    pub fn new(out: &'a mut Out, sessions: u64) -> Self {
        Self::of(out, sessions, "sessions".to_owned())
    }

    /// Begins to watch a task of so many steps, called `what` where it is told how many are done.
    pub fn of(out: &'a mut Out, all: u64, what: String) -> Self {
        let asked = Arc::new(AtomicBool::new(false));
        // In this order the first interrupt finds the flag down, and only the second ends the program.
        // Where signals cannot be caught, an interrupt ends the program as it always does.
        let hooks = [SIGINT, SIGTERM].into_iter().flat_map(|signal| {
            [
                flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(&asked)),
                flag::register(signal, Arc::clone(&asked)),
            ]
        });
        let hooks = hooks.flatten().collect();
        Self {
            teller: Mutex::new((Instant::now(), out)),
            began: Instant::now(),
            all,
            what,
            asked,
            hooks,
        }
    }

    /// Tells that so many are done, and whether to go on.
    pub fn see(&self, done: u64) -> ControlFlow<()> {
        // Whoever holds the line is telling already; nobody waits for it.
        if let Ok(mut teller) = self.teller.try_lock()
            && teller.0.elapsed() >= PACE
        {
            teller.0 = Instant::now();
            let left = left(self.began.elapsed(), done, self.all);
            let text = format!("{done} of {} {}{left}; Ctrl-C stops", self.all, self.what);
            teller.1.progress(&text);
        }
        if self.asked.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

/// About how long it still takes, where there is something to go by.
fn left(took: Duration, done: u64, all: u64) -> String {
    if took < SOON || done == 0 || done >= all {
        return String::new();
    }
    let left = took.as_secs().saturating_mul(all - done) / done;
    match left {
        0..=5 => String::new(),
        6..=99 => format!(", about {left} s more"),
        _ => format!(", about {} min more", left.div_ceil(60)),
    }
}

impl Drop for Patience<'_> {
    fn drop(&mut self) {
        for hook in self.hooks.drain(..) {
            low_level::unregister(hook);
        }
        if let Ok(teller) = self.teller.get_mut() {
            teller.1.end_progress();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;

    #[test]
    fn what_is_left_is_told_from_what_was_done() {
        let after = |seconds, done| left(Duration::from_secs(seconds), done, 1000);
        assert_eq!(after(2, 100), "");
        assert_eq!(after(10, 0), "");
        assert_eq!(after(10, 200), ", about 40 s more");
        assert_eq!(after(60, 200), ", about 4 min more");
        assert_eq!(after(60, 1000), "");
    }

    #[test]
    fn an_interrupt_or_a_timeout_asks_the_task_to_stop() {
        for signal in [SIGINT, SIGTERM] {
            let mut out = Out::onto(Box::new(io::sink()), Box::new(io::sink()));
            let patience = Patience::new(&mut out, 10);
            assert_eq!(patience.see(1), ControlFlow::Continue(()));
            signal_hook::low_level::raise(signal).unwrap();
            assert_eq!(patience.see(2), ControlFlow::Break(()));
        }
    }
}
