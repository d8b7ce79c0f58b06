//! A host in this process, and what a session at one table comes to.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::Value;

use unequal_core::deck::{Deck, shipped};
use unequal_core::engine::holder::{Holder, Holders};
use unequal_core::engine::seat::Seat;
use unequal_core::store::Entry;
use unequal_host::wire::Terminal;
use unequal_host::{Door, Heard, Host, Reception, Serve, Visit};
use unequal_seat::Limits;
use unequal_session::{Owner, Setup, Table};

/// How long anything may take.
pub(crate) const PATIENCE: Duration = Duration::from_mins(2);

/// When sessions begin.
pub(crate) const NOW: &str = "2026-11-23T21:00:00Z";

/// Every seat that acts in a session with Europe in it.
pub(crate) const SEATS: [Seat; 4] = [Seat::WhiteCell, Seat::Patron, Seat::Client, Seat::Europe];

/// A session, hosted.
pub(crate) struct House {
    pub(crate) owner: Owner,
    pub(crate) save: PathBuf,
    /// Dropped before the folder goes.
    pub(crate) host: Option<Host>,
    _folder: tempfile::TempDir,
}

/// Shows a person each line that they typed, and how many entries there are when there is news.
struct Echo;

impl Serve for Echo {
    fn text(&self, visit: &Visit) -> String {
        loop {
            match visit.hear(None) {
                Some(Heard::Typed(text)) => {
                    if !visit.show(&format!("{text}\n")) {
                        return "it does not read".to_owned();
                    }
                }
                Some(Heard::News) => {
                    let entries = visit.place().last_number();
                    if !visit.show(&format!("{entries} {}\n", "x".repeat(4000))) {
                        return "it does not read".to_owned();
                    }
                }
                Some(Heard::Over) | None => return "over".to_owned(),
                Some(Heard::CaughtUp | Heard::Input(_)) => {}
            }
        }
    }

    fn terminal(&self, visit: &Visit, _terminal: &Terminal) -> String {
        self.text(visit)
    }
}

impl House {
    /// A host of a session with people in every seat.
    pub(crate) fn new(deck: &Deck, seed: u64, moves: Option<u32>) -> Self {
        Self::of(|save| Table::create(deck.clone(), &setup(seed, moves), save, NOW).unwrap())
    }

    /// A host of a session that is made so.
    pub(crate) fn of(table: impl FnOnce(&std::path::Path) -> Table) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let owner = Owner::of(table(&folder.path().join("s.toml")));
        Self::in_folder(owner, folder)
    }

    /// A host of a session that there is.
    pub(crate) fn hosting(owner: Owner) -> Self {
        Self::in_folder(owner, tempfile::tempdir().unwrap())
    }

    fn in_folder(owner: Owner, folder: tempfile::TempDir) -> Self {
        let save = folder.path().join("s.toml");
        let host = open(&save, &owner);
        Self {
            owner,
            save,
            host: Some(host),
            _folder: folder,
        }
    }

    /// Waits until something holds of the session.
    pub(crate) fn wait(&self, holds: impl Fn(&Owner) -> bool) {
        let (rings, rung): (_, Receiver<()>) = channel();
        self.owner.listen(move || rings.send(()).is_ok());
        let until = Instant::now() + PATIENCE;
        while !holds(&self.owner) {
            let left = until.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "it takes too long");
            let _whoever_rang = rung.recv_timeout(left.min(Duration::from_secs(1)));
        }
    }
}

pub(crate) fn open(save: &std::path::Path, owner: &Owner) -> Host {
    let limits = Limits {
        time: PATIENCE,
        tries: 3,
    };
    let reception = Reception::new(owner.clone(), Box::new(Echo), limits, None);
    Host::open(Door::open(save).unwrap(), reception)
}

/// People in every seat.
pub(crate) fn setup(seed: u64, moves: Option<u32>) -> Setup {
    Setup {
        seats: Holders {
            europe: Holder::Human,
            ..Holders::default()
        },
        moves,
        ..Setup::of_people("Table 2", seed)
    }
}

/// A shipped deck.
pub(crate) fn deck(id: &str) -> Deck {
    let found = shipped().iter().find(|deck| deck.id == id).unwrap();
    Deck::from_text(found.id, found.text).unwrap()
}

/// What an entry says, but for who held the pen and when.
pub(crate) fn told(entry: &Entry) -> Value {
    let mut told = serde_json::to_value(entry).unwrap();
    let map = told.as_object_mut().unwrap();
    for of_the_place in ["at", "by", "digest"] {
        map.remove(of_the_place);
    }
    told
}

/// What all entries of a table say.
pub(crate) fn all_told(owner: &Owner) -> Vec<Value> {
    let table = owner.table();
    table.moments().iter().map(|m| told(&m.entry)).collect()
}
