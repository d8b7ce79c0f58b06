//! Briefings for STARTEX, a page each: the patron's, the client's, the observer's.

use maud::{Markup, html};

use super::page::{page, running, titled};
use unequal_core::deck::Deck;
use unequal_core::engine::seat::Seat;

pub(super) fn pages(deck: &Deck) -> String {
    let body = html! {
        @for seat in [Seat::Patron, Seat::Client, Seat::Observer] { (briefing(deck, seat)) }
    };
    page(deck, "briefings", &body)
}

fn briefing(deck: &Deck, seat: Seat) -> Markup {
    let about = &deck.text.about;
    html! {
        @if let Some(briefing) = deck.text.briefing(seat) {
            section.sheet {
                h1 { (deck.text.seat_name(seat)) }
                p.lead { (about.title) " · STARTEX briefing. For this seat only." }
                (running(&briefing.text))
                (titled("What you want", &briefing.aims))
                (titled("What binds you", &briefing.constraints))
                (titled("What you know of the other side", &briefing.knows))
                (titled("What to watch", &briefing.watch))
                p.small { (about.disclaimer) }
            }
        }
    }
}
