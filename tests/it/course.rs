//! What the records of sensible bots hold: themes on the menu, no two quiet moves in a row, no event against what was played.
//!
//! `unequal deck rehearse` plays a thousand sessions of a deck; here are fewer.

use unequal_partners::analysis::course::course;
use unequal_partners::deck::{Deck, shipped};

const SESSIONS: u64 = 300;

/// Five moves and a third of the cards do not bring every theme in most sessions.
const TOO_SHORT_FOR_ALL_THEMES: &str = "unequal-partners-short";

#[test]
fn the_records_of_every_shipped_deck_hold() {
    for shipped in shipped() {
        let deck = Deck::from_text(shipped.id, shipped.text).unwrap();
        let course = course(&deck, SESSIONS, 1).unwrap();
        assert_eq!(course.quiet_again, [], "{}", shipped.id);
        assert_eq!(course.contradictions, [], "{}", shipped.id);
        if shipped.id == TOO_SHORT_FOR_ALL_THEMES {
            continue;
        }
        let rare: Vec<_> = course.rare().collect();
        assert!(rare.is_empty(), "{}: {rare:?}", shipped.id);
    }
}
