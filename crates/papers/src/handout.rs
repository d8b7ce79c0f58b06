//! Paper for the table: a deck as self-contained pages that print well on A4.

mod crib;
mod lines;
mod state;

use crate::booklet::{self, Part};
use crate::document::{Block, Rank, Span, Table, cells, html as page, line, paragraph};
use unequal_core::deck::Deck;
use unequal_core::deck::text::Grade;
use unequal_core::engine::seat::Seat;

/// Cards on a page.
const A_PAGE: usize = 8;
/// Offers, measures and injects on a page: their paragraphs are longer.
const LONGER_A_PAGE: usize = 6;

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

/// All handouts of a deck; none that would be empty. With the session's seed the client's page of its lines is filled
/// in; without, the white cell fills it in by hand.
pub fn handouts(deck: &Deck, seed: Option<u64>) -> Vec<Handout> {
    let cards = |parts: &[Part], a_page| {
        let leaves = parts.iter().flat_map(|part| part.leaves(deck));
        let cards: Vec<_> = leaves.map(|leaf| leaf.card).collect();
        (!cards.is_empty()).then_some(Block::Cards(a_page, cards))
    };
    let some = |sheets: &[(&[Part], usize)]| {
        let sheets = sheets.iter();
        let cards = sheets.filter_map(|(parts, a_page)| cards(parts, *a_page));
        cards.collect::<Vec<Block>>()
    };
    let papers = [
        (
            "cards.html",
            "the patron's demands, eight cards to a page",
            some(&[(&[Part::Demands], A_PAGE)]),
        ),
        (
            "offers.html",
            "what the client may offer, and what it may ask in return",
            some(&[(&[Part::Offers], LONGER_A_PAGE), (&[Part::Asks], A_PAGE)]),
        ),
        (
            "responses.html",
            "the client's responses, the patron's follow-ups, and the acts of both in a crisis",
            some(&[
                (&[Part::Responses], A_PAGE),
                (&[Part::FollowUps, Part::CrisisActs], A_PAGE),
            ]),
        ),
        (
            "measures.html",
            "the measures of the third seat",
            some(&[(&[Part::Measures], LONGER_A_PAGE)]),
        ),
        (
            "injects.html",
            "the injects, to be read aloud by the white cell",
            some(&[(&[Part::Injects], LONGER_A_PAGE)]),
        ),
        (
            "briefings.html",
            "a briefing for each seat, a page each",
            briefings(deck),
        ),
        (
            "lines.html",
            "where the client's red lines truly lie, for the client alone",
            lines::sheets(deck, seed),
        ),
        (
            "state.html",
            "the state of play of each domain, and what has happened",
            state::sheets(deck),
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
    Seat::PLAYING.into_iter().filter_map(sheet).collect()
}

/// What the marks in brackets on the other pages stand for; nothing where there are none.
fn sources(deck: &Deck) -> Vec<Block> {
    if deck.text.sources.is_empty() {
        return Vec::new();
    }
    let rows = deck.text.sources.iter().map(|source| {
        let grade = source.grade.map_or("", Grade::letter);
        let address = Span::Code(source.address.clone());
        cells! {
            [(&source.id)] [(&source.title)] [(&source.publisher)] [(&source.date)] [(address)] [(grade)]
            [(source.seen_in_words())]
        }
    });
    let table = Table::default()
        .texts(["Mark", "What", "Who", "When", "Where", "Grade", "Read"])
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
