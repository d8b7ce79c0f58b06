//! Nothing hidden reaches a seat's terminal: of sessions that differ in what a seat may not know every byte that its terminal
//! is sent is the same, whatever is looked at there.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, Write};
use std::rc::Rc;
use std::time::Duration;

use unequal_partners::deck::Deck;
use unequal_partners::engine::seat::Seat;
use unequal_partners::tui::ability::Glyphs;
use unequal_partners::tui::clock::Clock;
use unequal_partners::tui::console::Happening;
use unequal_partners::tui::far::{Looks, sit};
use unequal_partners::tui::key::Input;
use unequal_partners::tui::theme::ThemeName;

use crate::pairs::{NOW, Pair, many, whole_menu};

/// What is looked at, one after the other: panels, the record, gauges, why, the map of words, help.
const KEYS: [&str; 6] = [
    "<tab>",
    "r<up><up><home><esc>",
    "y<right><esc>",
    "w<right><esc>",
    "<tab><tab>",
    "?<esc>",
];

/// The sizes of terminals.
const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (160, 45)];

/// What a terminal is sent.
#[derive(Clone, Default)]
struct Wire(Rc<RefCell<Vec<u8>>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// All bytes that a terminal is sent at a seat, of a session of a pair that looks alike from one; gives them, and how many
/// acts there were.
fn sent(deck: &Deck, (of, at): (Seat, Seat), number: u64, which: usize) -> (Vec<u8>, usize) {
    let mut pair = Pair::new(deck, of, number);
    let place = pair.both[which].owner.place(at);
    let turn = usize::try_from(number).unwrap();
    let looks = Looks {
        size: SIZES[turn % SIZES.len()],
        theme: ThemeName::default(),
        glyphs: Glyphs::default(),
        mouse: false,
    };
    // The briefing is read first.
    let mut keys: VecDeque<Input> = Input::keys("<enter><enter>").into();
    let mut acts = 0;
    let hears = Box::new(|wait| {
        if wait == Some(Duration::ZERO) {
            // What comes is drawn one by one, however fast the machine is.
            return None;
        }
        if let Some(input) = keys.pop_front() {
            return Some(Happening::Input(input));
        }
        if !pair.goes_on() {
            return Some(Happening::Lost);
        }
        acts += 1;
        keys.extend(Input::keys(KEYS[(turn + acts) % KEYS.len()]));
        Some(Happening::News)
    });
    let wire = Wire::default();
    sit(place, looks, Clock::held_at(NOW), hears, wire.clone()).unwrap();
    let bytes = wire.0.take();
    (bytes, acts)
}

/// Holds pairs of sessions that look alike from a seat to its terminal's bytes: a quarter of how many are asked for.
/// Gives how many there were, in words.
fn compared(of: Seat) -> String {
    let deck = whole_menu();
    let each = many(4).div_ceil(4);
    let mut acts = 0;
    for number in 0..each {
        let (one, many) = sent(&deck, (of, of), number, 0);
        let (two, _) = sent(&deck, (of, of), number, 1);
        let same = one.iter().zip(&two).take_while(|(one, two)| one == two);
        let at = same.count();
        let near = |bytes: &[u8]| {
            let near = &bytes[at.saturating_sub(200)..(at + 200).min(bytes.len())];
            String::from_utf8_lossy(near).into_owned()
        };
        assert!(
            one == two,
            "{of}, {number}, byte {at}:\n{:?}\n{:?}",
            near(&one),
            near(&two)
        );
        acts += many;
    }
    assert!(acts > 5, "{of}: only {acts} acts");
    format!("{of}: {each} pairs of sessions, {acts} acts")
}

#[test]
fn what_is_hidden_changes_no_byte_that_the_patrons_terminal_is_sent() {
    println!("{}", compared(Seat::Patron));
}

#[test]
fn what_is_hidden_changes_no_byte_that_the_clients_terminal_is_sent() {
    println!("{}", compared(Seat::Client));
}

#[test]
fn what_is_hidden_changes_no_byte_that_europes_terminal_is_sent() {
    println!("{}", compared(Seat::Europe));
}

#[test]
fn what_is_hidden_changes_no_byte_that_the_audiences_terminal_is_sent() {
    println!("{}", compared(Seat::Audience));
}

#[test]
fn what_a_seat_has_said_itself_does_show_at_its_terminal() {
    let deck = whole_menu();
    // The patron is among the others here, whose reasons differ.
    let sent = |which| sent(&deck, (Seat::Client, Seat::Patron), 1, which).0;
    assert_ne!(sent(0), sent(1));
}
