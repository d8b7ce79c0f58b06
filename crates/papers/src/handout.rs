//! Paper for the table: a deck as self-contained pages that print well on A4.

mod crib;

use crate::booklet::{self, Part};
use crate::document::{Block, Rank, Span, Table, cells, html as page, line, paragraph};
use unequal_core::deck::Deck;
use unequal_core::engine::seat::Seat;

/// Cards on a page.
const A_PAGE: usize = 8;
/// Injects on a page: their paragraphs are longer.
const INJECTS_A_PAGE: usize = 6;

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
    let cards = |part: Part, a_page| {
        let leaves = part.leaves(deck).into_iter();
        Block::Cards(a_page, leaves.map(|leaf| leaf.card).collect())
    };
    let answers = vec![
        cards(Part::Responses, A_PAGE),
        cards(Part::FollowUps, A_PAGE),
    ];
    let papers = [
        (
            "cards.html",
            "the patron's demands, eight cards to a page",
            vec![cards(Part::Demands, A_PAGE)],
        ),
        (
            "responses.html",
            "the client's responses and the patron's follow-ups",
            answers,
        ),
        (
            "injects.html",
            "the injects, to be read aloud by the white cell",
            vec![cards(Part::Injects, INJECTS_A_PAGE)],
        ),
        (
            "briefings.html",
            "a briefing for each seat, a page each",
            briefings(deck),
        ),
        (
            "crib.html",
            "the facilitator's crib sheet",
            crib::sheets(deck),
        ),
        (
            "sources.html",
            "what the marks in brackets stand for",
            sources(deck),
        ),
    ];
    let papers = papers
        .into_iter()
        .filter(|(_, _, blocks)| !blocks.is_empty());
    papers
        .map(|(name, purpose, blocks)| {
            let what = name.trim_end_matches(".html");
            let title = format!("{} – {what}", deck.text.about.title);
            let html = page::html(&booklet::paper(deck, &title, blocks));
            Handout {
                name,
                purpose,
                html,
            }
        })
        .collect()
}

/// Briefings for STARTEX, a page each.
fn briefings(deck: &Deck) -> Vec<Block> {
    let about = &deck.text.about;
    let seats = Seat::briefed();
    let sheet = |seat| {
        let leaf = booklet::briefing(deck, seat)?;
        let under_title = format!("{} · STARTEX briefing. For this seat only.", about.title);
        let mut blocks = vec![
            Block::Heading(1, line(leaf.name)),
            paragraph(Rank::Lead, under_title),
        ];
        blocks.extend(leaf.card.blocks);
        blocks.push(paragraph(Rank::Note, &about.disclaimer));
        Some(Block::Sheet(blocks))
    };
    seats.filter_map(sheet).collect()
}

/// What the marks in brackets on the other pages stand for; nothing where there are none.
fn sources(deck: &Deck) -> Vec<Block> {
    if deck.text.sources.is_empty() {
        return Vec::new();
    }
    let rows = deck.text.sources.iter().map(|source| {
        let grade = source
            .grade
            .map_or_else(String::new, |grade| format!("{grade:?}"));
        let address = Span::Code(source.address.clone());
        cells! {
            [(&source.id)] [(&source.title)] [(&source.publisher)] [(&source.date)] [(address)] [(grade)]
        }
    });
    let table = Table::default()
        .texts(["Mark", "What", "Who", "When", "Where", "Grade"])
        .rows(rows);
    let grades = "Grade A: primary, official or research body. B: established outlet or agency. C: reprint, \
                  aggregator or party to the conflict.";
    vec![Block::Sheet(vec![
        Block::Heading(1, line("Sources")),
        paragraph(Rank::Lead, &deck.text.about.title),
        paragraph(Rank::Note, grades),
        Block::Table(table),
    ])]
}
