//! Drives a session that no screen drives: bots, the program and the programs of the host act when they are due.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use unequal_seat::Attended;
use unequal_session::{Owner, Pace, Remarks, SubmitError, Turn, clock, pilot};

/// How long nothing is looked at where nobody rings, and time alone brings nothing.
const LOOK: Duration = Duration::from_mins(10);
/// The same while a clock runs or is waited for: a system that slept counts no time, and what is used is kept.
const LOOK_AT_CLOCKS: Duration = Duration::from_secs(pilot::KEPT_EVERY.unsigned_abs());

/// A thread that drives a session; it ends when this is dropped.
#[derive(Debug)]
pub struct Driven {
    left: Arc<AtomicBool>,
    wake: SyncSender<()>,
    thread: Option<JoinHandle<()>>,
}

impl Driven {
    /// Drives from now on.
    pub fn begin(mut attended: Attended, owner: Owner) -> Self {
        let left = Arc::<AtomicBool>::default();
        attended.leave_with(Arc::clone(&left));
        let (wake, woken) = sync_channel(1);
        let rings = wake.clone();
        owner.listen(move || !matches!(rings.try_send(()), Err(TrySendError::Disconnected(()))));
        let told = Arc::clone(&left);
        let thread = thread::spawn(move || drive(&mut attended, &owner, &told, &woken));
        Self {
            left,
            wake,
            thread: Some(thread),
        }
    }
}

impl Drop for Driven {
    fn drop(&mut self) {
        self.left.store(true, Ordering::Relaxed);
        let _woken_already = self.wake.try_send(());
        if let Some(thread) = self.thread.take() {
            // A fault in it has been told already.
            let _ended = thread.join();
        }
    }
}

fn drive(attended: &mut Attended, owner: &Owner, left: &AtomicBool, woken: &Receiver<()>) {
    let mut kept = 0;
    while !left.load(Ordering::Relaxed) {
        keep_now_and_then(owner, &mut kept);
        match step(attended, owner) {
            Ok(true) => {}
            Ok(false) => {
                let _whoever_rang = woken.recv_timeout(patience(owner));
            }
            // The record cannot be written: whoever acts is told by their own acts.
            Err(_) => break,
        }
    }
    keep(owner);
    attended.dismiss("the session is left");
}

/// Keeps what is used of the clocks while one runs, where that was done some time ago: by when it is, in seconds since
/// 1970.
fn keep_now_and_then(owner: &Owner, kept: &mut i64) {
    let now = clock::now();
    let second = clock::seconds(&now).unwrap_or(0);
    let runs = Pace::of(&owner.table(), &now).is_running();
    if runs && (second - *kept).abs() >= pilot::KEPT_EVERY {
        *kept = second;
        keep(owner);
    }
}

/// Keeps beside the record what is used of the clocks by now.
fn keep(owner: &Owner) {
    // Nobody is there who could be told: whoever goes on loses what was used since the last entry, and no more.
    let _lost_where_it_fails = owner.table().is_together(&clock::now());
}

/// How long nobody is waited for: until time brings something by itself.
fn patience(owner: &Owner) -> Duration {
    let now = clock::now();
    let table = owner.table();
    let next = pilot::next_by_the_clock(&table, &Turn::of(&table), &now);
    let left = next.zip(clock::seconds(&now)).map(|(at, now)| at - now);
    match left.map(u64::try_from) {
        Some(Ok(left @ 2..)) => Duration::from_secs(left - 1).min(LOOK_AT_CLOCKS),
        Some(_) => clock::to_next_second(),
        None if Pace::of(&table, &now).is_running() => LOOK_AT_CLOCKS,
        None => LOOK,
    }
}

/// Lets whoever is due act who is no person; gives whether somebody was.
fn step(attended: &mut Attended, owner: &Owner) -> Result<bool, SubmitError> {
    let now = clock::now();
    let mut table = owner.table();
    let turn = Turn::of(&table);
    let timely = pilot::by_the_clock(&table, &turn, &now);
    if let Some(next) = timely.or_else(|| pilot::next(&table, &turn)) {
        let none = Remarks::default();
        table.submit(turn.entry, next.seat, &next.by, &next.action, none, &now)?;
        return Ok(true);
    }
    drop(table);
    attended.step(owner, &clock::now)
}
