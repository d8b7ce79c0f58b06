//! Texts of the shipped decks fit where they are read: a card its frame on paper, an inject one page of an old terminal.

use unequal_partners::deck::{Deck, shipped};
use unequal_partners::handout::Printed;

/// Below this size of type, in parts of the usual, a card is no longer fitted to its frame but runs over it.
const SMALLEST_TYPE: f64 = 0.96;

#[test]
fn no_card_of_a_shipped_deck_is_too_long_for_its_frame_on_paper() {
    for shipped in shipped() {
        let deck = Deck::from_text(shipped.id, shipped.text).unwrap();
        for handout in Printed::of_deck(&deck).handouts() {
            for sheet in handout.html.split("--type:").skip(1) {
                let mut parts = sheet.split(|c: char| !c.is_ascii_digit() && c != '.');
                let size: f64 = parts.next().unwrap().parse().unwrap();
                let name = &handout.name;
                assert!(
                    size >= SMALLEST_TYPE,
                    "{}, {name}: type of {size}",
                    shipped.id
                );
            }
        }
    }
}

/// Columns and rows that the news have on a terminal of 80 by 24, within their frame.
const NEWS: (usize, usize) = (74, 21);

/// How many rows a text takes.
fn rows(text: &str) -> usize {
    let mut rows = 1;
    let mut used = 0;
    for word in text.split_whitespace() {
        let letters = word.chars().count();
        if used > 0 && used + 1 + letters > NEWS.0 {
            rows += 1;
            used = letters;
        } else {
            used += letters + usize::from(used > 0);
        }
    }
    rows
}

#[test]
fn the_news_of_every_shipped_inject_are_read_on_one_page_of_an_old_terminal() {
    for shipped in shipped() {
        let deck: toml::Table = toml::from_str(shipped.text).unwrap();
        for event in deck["event"].as_array().unwrap() {
            let told = |key: &str| rows(event[key].as_str().unwrap());
            let precedent = rows(event["precedent"]["text"].as_str().unwrap());
            // Between them: four blank rows, what it moves on up to two, what kind of precedent it is on one.
            let all = told("title") + told("text") + told("why") + precedent + 4 + 2 + 1;
            let id = &event["id"];
            assert!(all <= NEWS.1, "{}, {id}: {all} rows", shipped.id);
        }
    }
}
