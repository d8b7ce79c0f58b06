//! Handouts: everything of the deck is on paper, nothing is fetched, hostile text stays text.

use unequal_partners::deck::Deck;
use unequal_partners::handout::handouts;

use crate::eventful::REFERENCE;

fn text_of(deck: &Deck) -> String {
    handouts(deck, None)
        .into_iter()
        .map(|handout| handout.html)
        .collect()
}

#[test]
fn every_card_ask_measure_inject_and_ending_of_every_shipped_deck_is_printed() {
    for shipped in unequal_partners::deck::shipped() {
        let deck = Deck::from_text(shipped.id, shipped.text).unwrap();
        let printed = text_of(&deck);
        let cards = deck.text.cards.iter().map(|card| &card.title);
        let events = deck.text.events.iter().map(|event| &event.title);
        let endings = deck.text.endings.iter().map(|ending| &ending.title);
        let asks = deck.text.asks.iter().map(|ask| &ask.title);
        let measures = deck.text.measures.iter().map(|measure| &measure.title);
        let all = cards.chain(events).chain(endings).chain(asks);
        for title in all.chain(measures) {
            let escaped = title.replace('&', "&amp;");
            assert!(
                printed.contains(&escaped),
                "{}: {title} is not printed",
                shipped.id
            );
        }
    }
}

#[test]
fn pages_stand_alone_and_run_nothing() {
    let shipped = &unequal_partners::deck::shipped()[0];
    let deck = Deck::from_text(shipped.id, shipped.text).unwrap();
    for handout in handouts(&deck, None) {
        for forbidden in ["<script", "<link", "src=", "@import", "url("] {
            assert!(
                !handout.html.contains(forbidden),
                "{} has {forbidden}",
                handout.name
            );
        }
        assert!(
            handout.html.starts_with("<!DOCTYPE html>"),
            "{}",
            handout.name
        );
    }
}

#[test]
fn hostile_titles_are_printed_as_text() {
    let source = REFERENCE.replace(
        "Deeper discount on pipeline gas",
        "<script>alert(1)</script>",
    );
    let deck = Deck::from_text("hostile.toml", &source).unwrap();
    let printed = text_of(&deck);
    assert!(!printed.contains("<script"));
    assert!(printed.contains("&lt;script&gt;"));
}

#[test]
fn where_the_lines_lie_is_printed_for_the_client_where_a_seed_is_named() {
    let shipped = &unequal_partners::deck::shipped()[0];
    let deck = Deck::from_text(shipped.id, shipped.text).unwrap();
    let lines = |seed| {
        let pages = handouts(&deck, seed);
        let page = pages.into_iter().find(|page| page.name == "lines.html");
        page.map(|page| page.html)
    };
    assert_ne!(lines(Some(1)), lines(Some(2)));
    let page = lines(Some(541_037)).unwrap();
    assert!(
        !page.contains("541037"),
        "what is hidden follows from the seed"
    );
}
