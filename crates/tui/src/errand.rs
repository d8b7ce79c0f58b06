//! Work that takes longer than a key may wait: done beside the loop, told how far it is, broken off at will.

mod found;

use std::fmt;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::Duration;

use rayon::{ThreadPool, ThreadPoolBuilder};
use unequal_core::deck::Deck;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;

pub use found::{Found, Gathered, Tipped};

/// How often the loop looks whether something has come back.
pub const PACE: Duration = Duration::from_millis(80);

/// What is to be worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// What the program can say of a session at once: turning points, shares, the script of the debriefing.
    Study,
    /// What could be expected after every entry, and of every alternative.
    Expect,
    /// The same for one entry alone.
    Explain(EntryNumber),
    /// Where a session could go from an entry.
    Fan(EntryNumber),
    /// Several lines side by side, as a seat may know them; without a seat, everything of sessions that
    /// have ended, and what is public of others.
    Compare(Vec<PathBuf>, Option<Seat>),
    /// Sessions in groups.
    Cohort(Vec<PathBuf>),
    /// A branch played to its end by bots, and beside the line that it leaves.
    PlayOut(PathBuf),
    /// The report of a session, as a file.
    Report(PathBuf),
    /// Paper for the table.
    Print(Papers),
    /// All that a session leaves when it is over.
    Close(PathBuf),
    /// Whether a record is what it was.
    Verify(PathBuf),
    /// Where the session could go after each result of the exchange on the ruling desk.
    Outlook,
    /// On which number of the deck the result hangs, with this roll and this net of arguments.
    Tips(i64, i64),
    /// When the injects of the plan would come.
    DryRun,
}

/// What papers are made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Papers {
    /// A deck, and the folder that the papers are to lie in.
    Deck(Box<Deck>, PathBuf),
    /// A session, with its own cards and people.
    Session(PathBuf),
}

impl Order {
    /// What is being done, in a few words.
    pub const fn words(&self) -> &'static str {
        match self {
            Self::Study => "reading the session",
            Self::Expect => "expectations",
            Self::Explain(_) => "playing on from here",
            Self::Fan(_) => "playing sessions on",
            Self::Compare(..) => "comparing",
            Self::Cohort(_) => "reading the sessions",
            Self::PlayOut(_) => "bots play it to its end, move",
            Self::Report(_) => "writing the report",
            Self::Print(_) => "printing",
            Self::Close(_) => "writing what the session leaves",
            Self::Verify(_) => "verifying",
            Self::Outlook => "playing on from each result",
            Self::Tips(..) => "trying other numbers",
            Self::DryRun => "trying out the plan",
        }
    }
}

/// How far a piece of work is, and whether it is still wanted.
#[derive(Debug, Default)]
pub struct Progress {
    unwanted: AtomicBool,
    done: AtomicUsize,
    all: AtomicUsize,
}

impl Progress {
    /// Notes how far the work is; says whether to go on.
    pub fn tell(&self, done: usize, all: usize) -> ControlFlow<()> {
        self.done.fetch_max(done, Ordering::Relaxed);
        self.all.store(all, Ordering::Relaxed);
        self.go_on()
    }

    /// Notes one more step of work whose length is known.
    pub fn step(&self, all: usize) -> ControlFlow<()> {
        self.done.fetch_add(1, Ordering::Relaxed);
        self.all.store(all, Ordering::Relaxed);
        self.go_on()
    }

    fn go_on(&self) -> ControlFlow<()> {
        if self.unwanted.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

/// A piece of work under way. Whoever lets go of it, breaks it off.
struct Errand {
    order: Order,
    progress: Arc<Progress>,
    result: Receiver<Option<Found>>,
}

impl Drop for Errand {
    fn drop(&mut self) {
        self.progress.unwanted.store(true, Ordering::Relaxed);
    }
}

impl fmt::Debug for Errand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Errand")
            .field("order", &self.order)
            .finish_non_exhaustive()
    }
}

/// The threads on which work is done, shared by all that are given a clone: all cores but one, so that the keys have
/// theirs. They are begun with the first piece of work.
#[derive(Clone, Debug, Default)]
pub struct Workers(Arc<OnceLock<Result<ThreadPool, String>>>);

impl Workers {
    fn pool(&self) -> Result<&ThreadPool, &String> {
        let begin = || {
            let threads = thread::available_parallelism().map_or(1, |cores| cores.get().max(2) - 1);
            let pool = ThreadPoolBuilder::new().num_threads(threads).build();
            pool.map_err(|error| error.to_string())
        };
        self.0.get_or_init(begin).as_ref()
    }
}

/// All work under way.
#[derive(Debug, Default)]
pub struct Errands {
    workers: Workers,
    under_way: Vec<Errand>,
}

impl Errands {
    /// No work yet, on threads that others use, too.
    pub const fn on(workers: Workers) -> Self {
        Self {
            workers,
            under_way: Vec::new(),
        }
    }

    /// Begins a piece of work; the same kind of work that was under way is broken off.
    ///
    /// Gives whether it could be begun.
    pub fn begin(
        &mut self,
        order: Order,
        job: impl FnOnce(&Progress) -> Option<Found> + Send + 'static,
    ) -> bool {
        self.drop_kind(&order);
        let progress = Arc::new(Progress::default());
        let (sender, result) = channel();
        let watched = Arc::clone(&progress);
        let workers = self.workers.clone();
        let begun = thread::Builder::new()
            .name("errand".to_owned())
            .spawn(move || {
                let found = match workers.pool() {
                    Ok(pool) => pool.install(|| job(&watched)),
                    Err(error) => Some(Found::Trouble(error.clone())),
                };
                // Nobody may want it any more.
                let _ = sender.send(found);
            });
        if begun.is_err() {
            return false;
        }
        self.under_way.push(Errand {
            order,
            progress,
            result,
        });
        true
    }

    fn drop_kind(&mut self, order: &Order) {
        let kind = std::mem::discriminant(order);
        self.under_way
            .retain(|errand| std::mem::discriminant(&errand.order) != kind);
    }

    /// Whether anything is under way.
    pub const fn is_busy(&self) -> bool {
        !self.under_way.is_empty()
    }

    /// Whether this is under way.
    pub fn does(&self, order: &Order) -> bool {
        self.under_way.iter().any(|errand| errand.order == *order)
    }

    /// How far this is: `12 of 60`.
    pub fn progress(&self, order: &Order) -> Option<String> {
        let errand = self
            .under_way
            .iter()
            .find(|errand| errand.order == *order)?;
        let done = errand.progress.done.load(Ordering::Relaxed);
        let all = errand.progress.all.load(Ordering::Relaxed);
        Some(match all {
            0 => "…".to_owned(),
            _ => format!("{done} of {all}"),
        })
    }

    /// What is under way and how far it is, in a line.
    pub fn words(&self) -> Option<String> {
        let errand = self
            .under_way
            .iter()
            .find(|errand| errand.order != Order::Study)?;
        let progress = self.progress(&errand.order)?;
        Some(format!("{} {progress}", errand.order.words()))
    }

    /// Breaks off what is under way, but for what the program does by itself; gives whether there was any.
    pub fn break_off(&mut self) -> bool {
        let before = self.under_way.len();
        self.under_way.retain(|errand| errand.order == Order::Study);
        self.under_way.len() < before
    }

    /// Breaks off everything.
    pub fn clear(&mut self) {
        self.under_way.clear();
    }

    /// Takes everything that is under way, and waits for what has not come back.
    pub fn collect_all(&mut self) -> Vec<Found> {
        let under_way = std::mem::take(&mut self.under_way).into_iter();
        let come = under_way.filter_map(|errand| errand.result.recv().ok().flatten());
        come.collect()
    }

    /// Takes what has come back.
    pub fn collect(&mut self) -> Vec<Found> {
        let mut found = Vec::new();
        self.under_way
            .retain(|errand| match errand.result.try_recv() {
                Ok(result) => {
                    found.extend(result);
                    false
                }
                Err(TryRecvError::Empty) => true,
                Err(TryRecvError::Disconnected) => {
                    let words = format!("{}: a fault of the program", errand.order.words());
                    found.push(Found::Trouble(words));
                    false
                }
            });
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Instant;

    fn wait(errands: &mut Errands) -> Vec<Found> {
        let begun = Instant::now();
        loop {
            let found = errands.collect();
            if !found.is_empty() || !errands.is_busy() {
                return found;
            }
            assert!(begun.elapsed() < Duration::from_secs(20));
            thread::yield_now();
        }
    }

    #[test]
    fn work_comes_back_and_tells_how_far_it_is() {
        let mut errands = Errands::default();
        let (go, wait_for_it) = channel::<()>();
        errands.begin(Order::Expect, move |progress| {
            let _ = progress.tell(3, 5);
            wait_for_it.recv().ok()?;
            Some(Found::Report(PathBuf::from("it"), None))
        });
        let begun = Instant::now();
        while errands.progress(&Order::Expect).as_deref() != Some("3 of 5") {
            assert!(begun.elapsed() < Duration::from_secs(20));
            thread::yield_now();
        }
        assert!(errands.collect().is_empty());
        go.send(()).unwrap();
        assert!(matches!(wait(&mut errands)[..], [Found::Report(..)]));
        assert!(!errands.is_busy());
    }

    #[test]
    fn work_that_is_let_go_of_is_broken_off() {
        let mut errands = Errands::default();
        let (sender, ended) = channel();
        errands.begin(Order::Expect, move |progress| {
            while progress.step(9).is_continue() {
                thread::yield_now();
            }
            let _ = sender.send(());
            None
        });
        assert!(errands.break_off());
        assert!(ended.recv_timeout(Duration::from_secs(20)).is_ok());
        assert!(!errands.break_off());
    }

    #[test]
    fn errands_of_several_people_are_done_on_the_same_threads() {
        let workers = Workers::default();
        let mut used = std::collections::BTreeSet::new();
        for order in [Order::Outlook, Order::Expect, Order::Study, Order::DryRun] {
            let mut errands = Errands::on(workers.clone());
            errands.begin(order, |_| {
                Some(Found::Trouble(format!("{:?}", thread::current().id())))
            });
            match &wait(&mut errands)[..] {
                [Found::Trouble(thread)] => used.insert(thread.clone()),
                other => panic!("{other:?}"),
            };
        }
        let cores = thread::available_parallelism().unwrap().get();
        assert!(used.len() < cores.max(2), "{used:?}");
    }
}
