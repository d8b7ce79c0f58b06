//! Looks at the session when something has come in, and keeps what is shown of it: the last alone, however many read it.

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use axum::body::Bytes;
use tokio::sync::watch;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_core::store::stage::Scene;
use unequal_session::clock::seconds;
use unequal_session::{Owner, Place};
use unequal_tui::clock::Clock;
use unequal_tui::glance::Glance;
use unequal_tui::wall::Wall;

use crate::phone::decisions;
use crate::ticking::{TIME, Ticking};
use crate::wall;

/// How often it is looked at what nobody tells of: which scene was called onto the projector.
const LOOK: Duration = Duration::from_secs(1);

/// What is shown of a session.
#[derive(Debug, Default)]
pub(crate) struct Shown {
    /// The session's name.
    pub(crate) session: String,
    /// The wall as HTML, with [`TIME`] where the time on the clock is to stand.
    pub(crate) wall: String,
    /// The clock.
    pub(crate) ticking: Option<Ticking>,
    /// What may be entered from phones: another word for each time it changes.
    pub(crate) forms: String,
    /// What a browser is sent that has the page open.
    pub(crate) event: Bytes,
}

impl Shown {
    /// What the room may see now, but for what is sent.
    fn of(place: &Place, clock: &Clock, open: bool) -> Self {
        let glance = Glance::new(place);
        let now = clock.now();
        // Time passes on the page itself: what is sent does not change with every second.
        // The link that lets phones in is the room's alone to see.
        let call = place.called();
        let call = call.filter(|call| call.scene != Some(Scene::Phones));
        let wall = Wall::of(
            &glance,
            call.as_ref(),
            (true, "live".to_owned()),
            (None, clock),
        );
        let ticking = Ticking::of(&glance, &now);
        Self {
            session: place.standing().name.clone(),
            wall: wall::html(&wall, ticking.as_ref()).into_string(),
            ticking,
            forms: forms(place, open),
            event: Bytes::new(),
        }
    }

    /// The wall at a moment.
    pub(crate) fn at(&self, clock: &Clock) -> String {
        let now = seconds(&clock.now()).unwrap_or_default();
        let time = self.ticking.as_ref().map(|ticking| ticking.time(now));
        self.wall.replace(TIME, &time.unwrap_or_default())
    }

    /// With what is sent to those who have the page open.
    fn sent(mut self, clock: &Clock) -> Self {
        let mut event = String::from("event: wall\n");
        for line in self.at(clock).lines() {
            event.push_str("data: ");
            event.push_str(line);
            event.push('\n');
        }
        event.push('\n');
        let _ = write!(event, "event: forms\ndata: {}\n\n", self.forms);
        self.event = event.into();
        self
    }
}

/// What may be entered from phones, as a word.
fn forms(place: &Place, open: bool) -> String {
    if !open {
        return "closed".to_owned();
    }
    let polls = place.view().room.polls.iter();
    let polls = polls.filter(|poll| poll.estimates.is_none()).count();
    let decision = decisions(place)
        .first()
        .map_or(EntryNumber::STARTEX, |seen| seen.number);
    format!("{polls}-{decision}")
}

/// A thread that looks at a session; it ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Looks {
    over: Arc<AtomicBool>,
    wakes: SyncSender<()>,
    thread: Option<JoinHandle<()>>,
}

impl Looks {
    /// Looks from now on; gives where what is shown is found.
    pub(crate) fn begin(owner: &Owner, clock: Clock) -> (Self, watch::Receiver<Arc<Shown>>) {
        let place = owner.place_beside(Seat::Audience);
        let (wakes, woken) = sync_channel(1);
        let rings = wakes.clone();
        // Listened to before the first look: what comes in meanwhile is looked at again.
        owner.listen(move || !matches!(rings.try_send(()), Err(TrySendError::Disconnected(()))));
        let (sender, shown) = watch::channel(Arc::new(
            Shown::of(&place, &clock, owner.phones().is_open()).sent(&clock),
        ));
        let over = Arc::<AtomicBool>::default();
        let ends = Arc::clone(&over);
        let owner = owner.clone();
        let thread = thread::spawn(move || look((owner, place), &clock, &sender, &woken, &ends));
        let looks = Self {
            over,
            wakes,
            thread: Some(thread),
        };
        (looks, shown)
    }
}

impl Drop for Looks {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        let _woken_already = self.wakes.try_send(());
        if let Some(thread) = self.thread.take() {
            // A fault in it has been told already.
            let _ended = thread.join();
        }
    }
}

fn look(
    (owner, mut place): (Owner, Place),
    clock: &Clock,
    sender: &watch::Sender<Arc<Shown>>,
    woken: &Receiver<()>,
    over: &AtomicBool,
) {
    let mut called = place.called();
    loop {
        let told = woken.recv_timeout(LOOK).is_ok();
        if over.load(Ordering::Relaxed) {
            return;
        }
        let news = place.look();
        let call = place.called();
        if !news && !told && call == called {
            continue;
        }
        called = call;
        let next = Shown::of(&place, clock, owner.phones().is_open());
        let shown = sender.borrow().clone();
        if (&next.wall, &next.ticking, &next.session, &next.forms)
            != (&shown.wall, &shown.ticking, &shown.session, &shown.forms)
        {
            sender.send_replace(Arc::new(next.sent(clock)));
        }
    }
}
