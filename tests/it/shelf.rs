//! What a list of saves tells of a session: where it stands, and not where its last act was done.

use std::path::Path;

use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::history::Decks;
use unequal_partners::session::{Remarks, Setup, Table, shelf};

use crate::eventful::{reference, stamp, submit};

const WHITE: Seat = Seat::WhiteCell;

/// Where the list says that the session in a file stands.
fn standing(path: &Path) -> (u32, Phase) {
    let listed = shelf::look(path, &mut Decks::default()).unwrap();
    (listed.move_number, listed.phase)
}

fn said(table: &mut Table, seat: Seat, act: &Action) {
    submit(table, seat, "Anna", act, Remarks::default());
}

#[test]
fn a_list_of_saves_says_where_each_session_stands() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("s.toml");
    let setup = Setup::of_people("Table 2", 7);
    let mut table = Table::create(reference(), &setup, &path, &stamp(0)).unwrap();
    assert_eq!(standing(&path), (0, Phase::Inject), "nobody has opened it");
    let steps = [
        (WHITE, Action::Inject { instead: None }, (1, Phase::Offer)),
        (Seat::Client, Action::NoOffer, (1, Phase::Demand)),
        (Seat::Patron, Action::Hold, (1, Phase::Drift)),
        (WHITE, Action::CloseMove, (2, Phase::Inject)),
    ];
    for (seat, act, stands) in steps {
        said(&mut table, seat, &act);
        assert_eq!(standing(&path), stands, "after {}", act.word());
    }
    let back = Action::Undo {
        to: EntryNumber::new(2),
        reason: "China asks for something after all".to_owned(),
    };
    said(&mut table, WHITE, &back);
    assert_eq!(standing(&path), (1, Phase::Demand), "taken back");
    let end = Action::End {
        reason: "the train leaves".to_owned(),
    };
    said(&mut table, WHITE, &end);
    let note = Action::Note {
        text: "all have left".to_owned(),
        private: false,
    };
    said(&mut table, WHITE, &note);
    assert_eq!(
        standing(&path),
        (1, Phase::Ended),
        "and a note after the end"
    );
}
