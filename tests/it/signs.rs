//! Warning signs at any entry: only what could be seen by then, on the line of play that led there.

use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::session::warning::{closed, shown};
use unequal_partners::session::{Moment, Table};

use crate::replay::{open, told};

#[test]
fn a_sign_has_shown_at_an_entry_only_after_moves_that_had_been_closed_by_then() {
    let told = told();
    let (table, _) = Table::read(&told.path).unwrap();
    let all = shown(&table, table.last_number());
    assert!(!all.is_empty());
    for number in EntryNumber::STARTEX.through(table.last_number()) {
        let closed = closed(&table, number);
        for sign in shown(&table, number) {
            assert!(sign.moves.iter().all(|seen| closed.contains(seen)));
            let game = |entry| &table.state_at(entry).game;
            for (_, entry) in &closed {
                let shows = sign.sign.shows(table.scenario(), game(*entry));
                let told = sign.moves.iter().any(|(_, at)| at == entry);
                assert_eq!(told, shows, "{:?} after entry {entry}", sign.sign);
            }
        }
    }
}

#[test]
fn what_was_undone_warns_nobody() {
    let told = told();
    let (table, _) = Table::read(&told.path).unwrap();
    let standing: Vec<EntryNumber> = table
        .standing()
        .map(|Moment { entry, .. }| entry.number)
        .collect();
    let closed = closed(&table, table.last_number());
    assert_eq!(closed.len(), 3);
    assert!(closed.iter().all(|(_, entry)| standing.contains(entry)));
}

#[test]
fn the_page_of_signposts_tells_the_signs_up_to_the_entry_that_is_read() {
    let told = told();
    let mut play = open(&told);
    play.resize(80, 60);
    play.keys("<home>S");
    assert!(
        play.screen().contains("none after a move"),
        "{}",
        play.screen()
    );
    play.keys("<esc><end>S");
    let screen = play.screen();
    let (table, _) = Table::read(&told.path).unwrap();
    for sign in shown(&table, table.last_number()) {
        assert!(
            screen.contains(sign.sign.says()),
            "{:?}\n{screen}",
            sign.sign
        );
    }
}
