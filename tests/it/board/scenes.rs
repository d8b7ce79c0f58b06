//! Tables of people on the reference deck, and the scenes of a move: what the board is looked at and pressed in.

use std::collections::BTreeMap;
use std::sync::Mutex;

use unequal_partners::deck::Deck;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::{Holder, Setup};
use unequal_partners::tui::harness::Play;

use crate::names;

fn deck() -> Deck {
    read(&names::deck(include_str!("../../golden/deck.toml")))
}

/// A deck, read once for all tests that begin with it.
pub(crate) fn read(source: &str) -> Deck {
    static READ: Mutex<BTreeMap<String, Deck>> = Mutex::new(BTreeMap::new());
    let mut read = READ.lock().unwrap();
    if let Some(deck) = read.get(source) {
        return deck.clone();
    }
    let deck = Deck::from_text("golden", source).unwrap();
    read.insert(source.to_owned(), deck.clone());
    deck
}

/// A session of people on the reference deck; nobody hides anything.
pub(crate) fn table(setup: &Setup) -> Play {
    with_deck(deck(), setup)
}

pub(crate) fn with_deck(deck: Deck, setup: &Setup) -> Play {
    let mut play = Play::with_deck(deck, &names::setup(setup)).unwrap();
    play.stack.sitting.curtain = false;
    play.stack.sitting.briefed.extend(Seat::ALL);
    play
}

pub(crate) fn people(seed: u64) -> Setup {
    Setup::of_people("Stockholm table 2", seed)
}

/// Scenes of one move, each reached from the one before by these keys.
pub(crate) const SCENES: [(&str, &str); 26] = [
    ("inject", ""),
    ("inject sheet", "2<down><down>"),
    ("inject search", "/sanctions"),
    ("event", "<enter>"),
    ("offer", "<enter>"),
    ("offers", "1"),
    ("what for", "<enter>"),
    ("no offer", "<esc><esc><end><enter>"),
    ("demand", "<c-s>"),
    ("cards", "<enter>"),
    ("terms", "<enter>"),
    ("reasons", "<enter>"),
    ("confidence", "<tab>"),
    ("response", "<c-s>"),
    ("responses", "5"),
    ("deflect", "<enter>"),
    ("ask", "<esc>2<enter>"),
    ("ruling", "<esc>7<enter><c-s>"),
    ("desk", "<enter>"),
    ("dice by hand", "<tab>"),
    ("fallen", "<enter>"),
    ("override", "o"),
    ("result", "because<c-s>"),
    ("follow-up", "<enter>"),
    ("follow-ups", "1"),
    ("drift", "<enter><c-s>"),
];

/// The session as it is in a scene of this name.
pub(crate) fn scene_named(name: &str) -> Play {
    let place = SCENES.iter().position(|(scene, _)| *scene == name);
    scene(place.unwrap())
}

/// The session as it is in a scene.
pub(crate) fn scene(last: usize) -> Play {
    let mut play = table(&people(7));
    for (_, keys) in SCENES.iter().take(last + 1) {
        play.keys(&names::said(keys));
    }
    play
}

/// Scenes of a move of three seats that begins in a crisis, each reached from the one before by these keys.
pub(crate) const CRISIS_SCENES: [(&str, &str); 18] = [
    ("europe", "<enter><esc>"),
    ("measures", "1"),
    ("measure reasons", "<enter>"),
    ("measure", "<c-s>"),
    ("crisis of the patron", "<enter>"),
    ("climb down", "1"),
    ("climbed down", "<enter><c-s>"),
    ("crisis of the client", ""),
    ("both decided", "1<enter><c-s>"),
    ("offer in a crisis", "<enter>"),
    ("offers in a crisis", "1"),
    ("offer for what", "<enter>"),
    ("offer made", "<enter><c-s>"),
    ("offer on the table", "1"),
    ("signposts", "<esc>S"),
    ("take up", "<esc>1<enter>"),
    ("taken up", "<c-s>"),
    ("the move is done", "<enter>"),
];

/// The session of three seats as it is in a scene: it has a white cell, and its second move begins in a crisis.
pub(crate) fn crisis_scene(last: usize) -> Play {
    let mut source = include_str!("../../golden/deck.toml").to_owned();
    for (own, other) in [
        ("\nstability = 64\n", "\nstability = 30\n"),
        ("\nbase = 47\n", "\nbase = 10\n"),
    ] {
        assert!(source.contains(own), "{own}");
        source = source.replacen(own, other, 1);
    }
    let deck = read(&names::deck(&source));
    let mut setup = people(7);
    setup.seats.europe = Holder::Human;
    let mut play = with_deck(deck, &setup);
    // The first move: nobody does anything, and stability stays where the crisis begins.
    for keys in [
        "<enter>",
        "<end><enter><c-s>",
        "<end><enter><c-s>",
        "<end><enter><c-s>",
        "<enter>",
    ] {
        play.keys(keys);
        while play.stack.is_covered() {
            play.keys("<enter>");
        }
    }
    for (_, keys) in CRISIS_SCENES.iter().take(last + 1) {
        play.keys(keys);
    }
    play
}
