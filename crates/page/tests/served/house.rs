//! A session in this process, and a page of it.

use std::net::SocketAddr;

use unequal_core::deck::Deck;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_page::{Gate, Page};
use unequal_session::{Owner, Remarks, Setup, Table};
use unequal_tui::clock::Clock;

use crate::browser::{Open, get};

/// When everything happens.
pub(crate) const NOW: &str = "2026-11-23T21:00:00Z";

/// A session with a page.
pub(crate) struct House {
    pub(crate) owner: Owner,
    pub(crate) page: Page,
    /// Goes last.
    _folder: tempfile::TempDir,
}

impl House {
    /// A session with people in every seat but Europe's.
    pub(crate) fn new() -> Self {
        Self::of(&reference(), &Setup::of_people("Table 2", 7))
    }

    pub(crate) fn of(deck: &Deck, setup: &Setup) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let save = folder.path().join("s.toml");
        let owner = Owner::of(Table::create(deck.clone(), setup, &save, NOW).unwrap());
        let page = serve(&owner);
        Self {
            owner,
            page,
            _folder: folder,
        }
    }

    pub(crate) fn at(&self) -> SocketAddr {
        self.page.address()
    }

    /// The page once these words are on its wall.
    pub(crate) fn with(&self, words: &str) -> String {
        Open::at(self.at()).until(words);
        get(self.at(), "/").body
    }

    /// An act of a seat.
    pub(crate) fn act(&self, seat: Seat, action: &Action) -> EntryNumber {
        let mut place = self.owner.place(seat);
        place
            .submit("person", action, Remarks::default(), NOW)
            .unwrap()
    }

    pub(crate) fn announce(&self, words: &str) {
        let text = words.to_owned();
        self.act(Seat::WhiteCell, &Action::Announce { text });
    }

    /// Plays the first act that is open, until a phase is reached.
    pub(crate) fn play_to(&self, phase: Phase) {
        loop {
            let view = self.owner.table().view(Seat::WhiteCell);
            if view.phase == phase {
                return;
            }
            let seat = view.waits_for[0];
            let act = first(&self.owner, seat);
            self.act(seat, &act);
        }
    }
}

/// An act that a seat may do, and a demand where it may make one.
pub(crate) fn first(owner: &Owner, seat: Seat) -> Action {
    let view = owner.table().view(seat);
    if view.phase == Phase::Inject {
        return Action::Inject { instead: None };
    }
    let demand = view
        .acts
        .iter()
        .find(|act| matches!(act, Action::Demand { .. }));
    demand.unwrap_or(&view.acts[0]).clone()
}

/// A page of a session, at an address that the system chooses.
pub(crate) fn serve(owner: &Owner) -> Page {
    let gate = Gate::open("127.0.0.1:0").unwrap();
    Page::open(gate, owner, Clock::held_at(NOW))
}

/// The reference deck.
pub(crate) fn reference() -> Deck {
    let text = include_str!("../../../../tests/golden/deck.toml");
    Deck::from_text("deck.toml", text).unwrap()
}
