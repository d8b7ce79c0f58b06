//! What the patron may choose from in a move: rungs of each domain, and some drawn besides (rules 6).
//!
//! A card that was written in the room is on every menu as long as it is open, besides all others: it
//! takes no rung and has no part in what is drawn.

use crate::model::card_set::CardSet;
use crate::model::luck::{Stream, shuffle_into};
use crate::model::place::{At as _, CardAt};
use crate::model::progress::Progress;
use crate::model::scenario::{BroughtUpBy, Scenario};

/// Places that the shuffle of one move may use.
const DRAWS_A_MOVE: u64 = 64;

/// A menu, and the lists that making it needs.
#[derive(Clone, Debug, Default)]
pub struct Menu {
    cards: Vec<CardAt>,
    /// The memory of the last shuffle; no part of the game.
    order: Vec<usize>,
}

impl PartialEq for Menu {
    fn eq(&self, other: &Self) -> bool {
        self.cards == other.cards
    }
}

impl Eq for Menu {}

impl Menu {
    /// The cards on the menu, in the deck's order.
    pub fn cards(&self) -> &[CardAt] {
        &self.cards
    }

    /// Takes everything off.
    pub fn clear(&mut self) {
        self.cards.clear();
    }

    /// Takes some cards off.
    pub fn take_off(&mut self, off: impl Fn(CardAt) -> bool) {
        self.cards.retain(|card| !off(*card));
    }

    /// Lays out the menu of a move, counted from 0.
    pub fn lay(&mut self, scenario: &Scenario, progress: &Progress, seed: u64, move_index: u32) {
        let mut open = open_to_patron(scenario, progress, move_index);
        let written = written(scenario, &open);
        open = open.without(&written);
        let mut chosen = rungs(scenario, progress, &open);
        let rest = open.without(&chosen);
        let base = DRAWS_A_MOVE * u64::from(move_index);
        shuffle_into(&mut self.order, seed, Stream::DemandPile, base, rest.len());
        let wild = self.order.iter().take(scenario.session.menu.wild);
        for card in wild.filter_map(|&place| rest.iter().nth(place)) {
            chosen.insert(card);
        }
        self.cards.clear();
        self.cards.extend(chosen.iter());
        self.cards.extend(written.iter());
    }

    /// Puts a card on the menu as it lies.
    pub fn add(&mut self, card: CardAt) {
        self.cards.push(card);
    }
}

/// What is certain to lie on the menu of a move, counted from 0, whatever is drawn: the rungs and the written cards.
///
/// Whoever cannot see the menu knows so much of it.
pub fn certain(scenario: &Scenario, progress: &Progress, move_index: u32) -> CardSet {
    let open = open_to_patron(scenario, progress, move_index);
    let written = written(scenario, &open);
    let rungs = rungs(scenario, progress, &open.without(&written));
    rungs.iter().chain(written.iter()).collect()
}

/// The cards that the patron may bring up.
fn open_to_patron(scenario: &Scenario, progress: &Progress, move_index: u32) -> CardSet {
    let may = |&card: &CardAt| {
        scenario.card(card).brought_up_by != BroughtUpBy::Client
            && progress.is_open(scenario, card, move_index)
    };
    scenario.cards.places().filter(may).collect()
}

/// Of open cards those that were written in the room.
fn written(scenario: &Scenario, open: &CardSet) -> CardSet {
    let written = scenario.written_cards();
    written.filter(|&card| open.contains(card)).collect()
}

/// Of open cards the next rungs of each domain.
fn rungs(scenario: &Scenario, progress: &Progress, open: &CardSet) -> CardSet {
    let rungs = 0..scenario.session.menu.rungs;
    rungs.fold(CardSet::default(), |chosen, _| {
        with_next_rungs(scenario, progress, open, chosen)
    })
}

/// The chosen cards, and of each domain the open one besides that was demanded least often.
fn with_next_rungs(
    scenario: &Scenario,
    progress: &Progress,
    open: &CardSet,
    mut chosen: CardSet,
) -> CardSet {
    let mut least = [(i64::MAX, None); crate::model::place::MAX_DOMAINS];
    for card in open.without(&chosen).iter() {
        let rung = &mut least[scenario.card(card).domain.index()];
        let times = progress.tabled(card);
        if times < rung.0 {
            *rung = (times, Some(card));
        }
    }
    let rungs = least.iter().take(scenario.domains.len());
    for card in rungs.filter_map(|(_, card)| *card) {
        chosen.insert(card);
    }
    chosen
}
