//! Paper for the table: a deck as self-contained pages that print well on A4.

mod briefings;
mod cards;
mod crib;
mod page;
mod sources;

use unequal_core::deck::Deck;

/// One page file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handout {
    /// The file's name.
    pub name: &'static str,
    /// What it is for, in a few words.
    pub purpose: &'static str,
    /// The whole HTML.
    pub html: String,
}

/// All handouts of a deck; a list of sources only where the deck has some.
pub fn handouts(deck: &Deck) -> Vec<Handout> {
    let mut handouts = vec![
        Handout {
            name: "cards.html",
            purpose: "the patron's demands, eight cards to a page",
            html: cards::demands(deck),
        },
        Handout {
            name: "responses.html",
            purpose: "the client's responses and the patron's follow-ups",
            html: cards::answers(deck),
        },
        Handout {
            name: "injects.html",
            purpose: "the injects, to be read aloud by the white cell",
            html: cards::injects(deck),
        },
        Handout {
            name: "briefings.html",
            purpose: "a briefing for each seat, a page each",
            html: briefings::pages(deck),
        },
        Handout {
            name: "crib.html",
            purpose: "the facilitator's crib sheet",
            html: crib::sheet(deck),
        },
    ];
    if !deck.text.sources.is_empty() {
        handouts.push(Handout {
            name: "sources.html",
            purpose: "what the marks in brackets stand for",
            html: sources::list(deck),
        });
    }
    handouts
}
