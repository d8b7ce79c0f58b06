//! Briefings, questions and sources to read.

use super::page::Page;
use unequal_core::deck::Deck;
use unequal_core::deck::text::Grade;
use unequal_core::engine::seat::Seat;

/// The briefing of a seat, where the deck has one.
pub(super) fn briefing(page: &mut Page, deck: &Deck, seat: Seat) {
    let Some(briefing) = deck.text.briefing(seat) else {
        return;
    };
    let lists = [
        &briefing.aims,
        &briefing.constraints,
        &briefing.knows,
        &briefing.watch,
    ];
    if briefing.text.is_empty() && lists.iter().all(|list| list.is_empty()) {
        return;
    }
    page.heading(&format!("Briefing: {}", deck.text.seat_name(seat)));
    page.paragraphs(&briefing.text, 0);
    page.list("Aims", &briefing.aims, 0);
    page.list("Constraints", &briefing.constraints, 0);
    page.list("What you know of the other side", &briefing.knows, 0);
    page.list("What to watch", &briefing.watch, 0);
}

/// The questions of the debriefing and of research.
pub(super) fn questions(page: &mut Page, deck: &Deck) {
    if !deck.text.questions.is_empty() {
        page.heading("Questions for the hot wash");
        let asked: Vec<String> = deck.text.questions.iter().map(|q| q.text.clone()).collect();
        page.list("To ask", &asked, 0);
    }
    if !deck.text.research.is_empty() {
        page.heading("Questions for research");
        for research in &deck.text.research {
            page.title(&research.question);
            page.labelled("Issue", &research.issue, 4);
            page.labelled("Evidence", &research.evidence, 4);
        }
    }
}

/// Where the facts come from.
pub(super) fn sources(page: &mut Page, deck: &Deck) {
    if deck.text.sources.is_empty() {
        return;
    }
    page.heading("Sources");
    for source in &deck.text.sources {
        let grade = source.grade.map_or("", |grade| match grade {
            Grade::A => " (A)",
            Grade::B => " (B)",
            Grade::C => " (C)",
        });
        let parts = [
            &source.title,
            &source.publisher,
            &source.date,
            &source.address,
        ];
        let words: Vec<&str> = parts
            .into_iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        page.labelled(
            &format!("[{}]", source.id),
            &format!("{}{grade}", words.join(", ")),
            0,
        );
    }
}
