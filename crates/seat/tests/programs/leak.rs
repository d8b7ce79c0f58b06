//! Nothing hidden is in a seat's stream: sessions that differ in what it may not know give it the same bytes.

use unequal_core::deck::Deck;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_seat::Limits;
use unequal_seat::asking::{Question, end, turn};
use unequal_seat::hello::hello;
use unequal_session::{Owner, Place, Remarks};

use crate::pairs::{NOW, Pair, many, whole_menu};

/// What a seat is told of a session.
struct Told {
    place: Place,
    stream: String,
    heard: EntryNumber,
}

impl Told {
    fn new(owner: &Owner, of: Seat) -> Self {
        let place = owner.place(of);
        let stream = serde_json::to_string(&hello(&place, Limits::default())).unwrap();
        Self {
            place,
            stream,
            heard: EntryNumber::new(0),
        }
    }

    /// What the seat is told now, as often as something has come in.
    fn listen(&mut self) {
        self.place.look();
        let question = Question {
            turn: 1,
            try_number: 1,
            told: self.heard,
            seconds: 60.0,
        };
        self.heard = self.place.last_number();
        self.stream = serde_json::to_string(&turn(&self.place, question)).unwrap();
        self.stream += &serde_json::to_string(&end(&self.place, "over")).unwrap();
    }
}

/// Plays one pair of sessions; gives how many times the streams were compared.
fn pair(deck: &Deck, of: Seat, number: u64) -> usize {
    let mut pair = Pair::new(deck, of, number);
    let [mut one, mut two] = pair.both.each_ref().map(|each| Told::new(&each.owner, of));
    assert!(one.stream == two.stream, "hello to {of}, {number}");
    let mut compared = 1;
    while pair.goes_on() {
        for told in [&mut one, &mut two] {
            told.listen();
        }
        assert!(
            one.stream == two.stream,
            "{of}, {number}, step {compared}:\n{}\n{}",
            one.stream,
            two.stream
        );
        compared += 1;
    }
    compared
}

#[test]
fn what_is_hidden_changes_no_byte_of_a_seats_stream() {
    let deck = whole_menu();
    let each = many(20).div_ceil(4);
    for of in [Seat::Patron, Seat::Client, Seat::Europe, Seat::Audience] {
        let compared: usize = (0..each).map(|number| pair(&deck, of, number)).sum();
        let most = usize::try_from(each).unwrap() * 10;
        assert!(compared > most, "{of}: only {compared} times");
        println!("{of}: {each} pairs of sessions, compared {compared} times");
    }
}

#[test]
fn the_white_cells_stream_does_change() {
    let deck = whole_menu();
    let pair = Pair::new(&deck, Seat::WhiteCell, 0);
    let streams = pair.both.iter().zip(["yes", "no"]).map(|(each, say)| {
        let mut told = Told::new(&each.owner, Seat::WhiteCell);
        let note = Action::Note {
            text: say.to_owned(),
            private: true,
        };
        let mut client = each.owner.place(Seat::Client);
        client
            .submit("person", &note, Remarks::default(), NOW)
            .unwrap();
        told.listen();
        told.stream
    });
    let streams: Vec<String> = streams.collect();
    assert_ne!(streams[0], streams[1]);
}
