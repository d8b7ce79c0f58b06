//! Texts of the shipped decks fit where they are read: a card its frame on paper, an inject one page of an old terminal.

use unequal_partners::deck::{Deck, shipped};
use unequal_partners::handout::Printed;

/// Below this size of type, in parts of the usual, a card is hard to read.
const SMALLEST_TYPE: f64 = 0.9;
/// How wide a letter of Georgia is in running text, in sizes of type, measured over the main deck.
const LETTER: f64 = 0.444;
/// Within the frame of a card, in millimetres: the width of a line, and what is no text above, below and between.
const CARD: (f64, f64) = (85.0, 7.0);

/// What stands behind a key of a style.
fn number(html: &str, key: &str) -> f64 {
    let (_, rest) = html.split_once(key).unwrap();
    let is_figure = |c: char| c.is_ascii_digit() || c == '.';
    let figure = rest.split(|c| !is_figure(c)).next();
    figure.unwrap().parse().unwrap()
}

/// About how high a card is in Georgia in a type, by counting letters: less than it surely is.
fn high(card: &str, size: f64) -> f64 {
    let blocks = ["</header>", "</h3>", "</p>", "</dd>", "</div>", "</li>"];
    let marked = blocks
        .iter()
        .fold(card.to_owned(), |card, end| card.replace(end, "\n"));
    let lines = crate::printed::plain(&marked);
    let lines = lines.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| {
            let points = 7.2 * size * 25.4 / 72.0;
            let letters = u32::try_from(line.chars().count()).unwrap();
            (f64::from(letters) * LETTER * points / CARD.0).ceil() * points * 1.2
        })
        .sum()
}

#[test]
fn every_card_of_a_shipped_deck_fits_its_frame_in_a_font_as_wide_as_georgia() {
    for shipped in shipped() {
        let deck = Deck::from_text(shipped.id, shipped.text).unwrap();
        for handout in Printed::of_deck(&deck).handouts() {
            for sheet in handout.html.split("<div class=\"cards\"").skip(1) {
                let (size, row) = (number(sheet, "--type:"), number(sheet, "--row:"));
                let name = &handout.name;
                assert!(
                    size >= SMALLEST_TYPE,
                    "{}, {name}: type of {size}",
                    shipped.id
                );
                for card in sheet.split("<article class=\"card\">").skip(1) {
                    let high = high(card, size);
                    assert!(
                        high <= row - CARD.1,
                        "{}, {name}: {high} in {row}: {card}",
                        shipped.id
                    );
                }
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
