//! A session whose seats are open over SSH, in this process.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use unequal_core::deck::{Deck, shipped};
use unequal_core::engine::action::Action;
use unequal_core::engine::holder::{Holder, Holders};
use unequal_core::engine::seat::Seat;
use unequal_host::{Reception, Serve};
use unequal_partners::cli::host::Seats;
use unequal_seat::Limits;
use unequal_session::{Owner, Setup, Table};
use unequal_ssh::{Gate, Taken};

/// How long anything may take.
pub(crate) const PATIENCE: Duration = Duration::from_mins(1);

/// When sessions begin.
const NOW: &str = "2026-11-27T08:00:00Z";

/// Any port of this computer.
const ANYWHERE: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0);

/// People in every seat.
fn setup(seed: u64) -> Setup {
    Setup {
        seats: Holders {
            europe: Holder::Human,
            ..Holders::default()
        },
        ..Setup::of_people("Table 2", seed)
    }
}

/// A session with open seats.
pub(crate) struct House {
    pub(crate) owner: Owner,
    pub(crate) at: SocketAddr,
    pub(crate) save: PathBuf,
    /// Dropped before the folder goes.
    pub(crate) gate: Option<Gate>,
    folder: tempfile::TempDir,
}

impl House {
    /// The main deck, with people in every seat.
    pub(crate) fn new() -> Self {
        let deck = &shipped()[0];
        let deck = Deck::from_text(deck.id, deck.text).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let save = folder.path().join("s.toml");
        let table = Table::create(deck, &setup(7), &save, NOW).unwrap();
        Self::of(Owner::of(table), folder, ANYWHERE, Box::new(Seats))
    }

    /// A session that there is, shown in a way of one's own.
    pub(crate) fn served(owner: Owner, serve: Box<dyn Serve>) -> Self {
        Self::of(owner, tempfile::tempdir().unwrap(), ANYWHERE, serve)
    }

    fn of(owner: Owner, folder: tempfile::TempDir, at: SocketAddr, serve: Box<dyn Serve>) -> Self {
        let save = folder.path().join("s.toml");
        let mut house = Self {
            at,
            owner,
            save,
            gate: None,
            folder,
        };
        house.open(serve);
        house
    }

    /// The host ends, and is there again at the same address.
    pub(crate) fn again(self) -> Self {
        let Self {
            owner,
            at,
            save,
            gate,
            folder,
        } = self;
        drop((gate, owner));
        let (table, torn) = Table::resume(&save).unwrap();
        assert!(torn.is_none());
        Self::of(Owner::of(table), folder, at, Box::new(Seats))
    }

    /// Opens the seats.
    fn open(&mut self, serve: Box<dyn Serve>) {
        let taken = Taken::at(&self.at.to_string(), self.folder.path()).unwrap();
        self.at = taken.address();
        let limits = Limits::default();
        let reception = Reception::new(self.owner.clone(), serve, limits, None);
        self.gate = Some(Gate::open(taken, reception));
    }

    /// The code of a seat.
    pub(crate) fn code(&self, seat: Seat) -> String {
        let entrance = self.owner.presence().entrance().unwrap();
        let mut doors = entrance.doors.into_iter();
        doors.find(|door| door.seat == seat).unwrap().code
    }

    /// Waits until something holds of the session.
    pub(crate) fn wait(&self, what: &str, holds: impl Fn(&Owner) -> bool) {
        let until = Instant::now() + PATIENCE;
        while !holds(&self.owner) {
            assert!(Instant::now() < until, "not {what}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Whoever came in, by the record: the seat, the name, the key.
    pub(crate) fn admitted(&self) -> Vec<(Seat, String, Option<String>)> {
        let table = self.owner.table();
        let acts = table.standing().map(|moment| moment.entry.act.clone());
        acts.filter_map(|act| match act {
            Action::Admit { at, name, key } => Some((at, name, key)),
            _ => None,
        })
        .collect()
    }
}
