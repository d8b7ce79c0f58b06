//! Where the deck's facts come from: what the marks in brackets on the other pages stand for.

use maud::{Markup, html};

use super::page::page;
use unequal_core::deck::Deck;

pub(super) fn list(deck: &Deck) -> String {
    let body = html! {
        section.sheet {
            h1 { "Sources" }
            p.lead { (deck.text.about.title) }
            p.small {
                "Grade A: primary, official or research body. B: established outlet or agency. "
                "C: reprint, aggregator or party to the conflict."
            }
            table {
                tr { th { "Mark" } th { "What" } th { "Who" } th { "When" } th { "Where" } th { "Grade" } }
                @for source in &deck.text.sources { (row(source)) }
            }
        }
    };
    page(deck, "sources", &body)
}

fn row(source: &unequal_core::deck::text::Source) -> Markup {
    use unequal_core::deck::text::Grade;
    let grade = source.grade.map_or("", |grade| match grade {
        Grade::A => "A",
        Grade::B => "B",
        Grade::C => "C",
    });
    html! {
        tr {
            td { (source.id) } td { (source.title) } td { (source.publisher) } td { (source.date) }
            td style="word-break: break-all" { (source.address) } td { (grade) }
        }
    }
}
