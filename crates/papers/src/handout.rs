//! Paper for the table: cards, briefings, rules, signs and slips, as self-contained pages that print on A4.
//!
//! Each paper says who may read it, and lies in that reader's folder: what is handed out from the folder of a
//! seat and from that for all holds nothing of another seat.

mod brief;
mod course;
mod crib;
mod lines;
mod rules;
mod signs;
mod slips;
mod state;
mod what;

use std::path::{Path, PathBuf};

use crate::booklet::{self, Part};
use crate::document::{Block, Document, html as page};
use crate::report::exchange_sheets;
use unequal_core::deck::Deck;
use unequal_core::engine::seat::Seat;
use unequal_core::store::{StoreError, document};
use unequal_session::History;
use unequal_session::listed::Listed;
use unequal_session::telling::seat_name;

pub use what::{ALL, What};

/// Cards on a page.
const A_PAGE: usize = 8;
/// Offers, measures and injects on a page: their paragraphs are longer.
const LONGER_A_PAGE: usize = 6;

/// One page file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handout {
    /// What it is.
    pub what: What,
    /// The one seat that may read it; none: everybody may.
    pub reader: Option<Seat>,
    /// The folder that it belongs in: the reader's word, or that for everybody.
    pub folder: &'static str,
    /// The file's name.
    pub name: String,
    /// What it is for, in a few words.
    pub purpose: String,
    /// The whole HTML.
    pub html: String,
}

/// A file that was written, and what it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Where it lies.
    pub path: PathBuf,
    /// What it is for, in a few words.
    pub purpose: String,
}

/// Writes papers into a folder, each into the folder of its reader; none where one is there already, unless those
/// of an earlier print are to be replaced. Gives what lies where.
///
/// # Errors
///
/// Says which file is there already, or cannot be written.
pub fn put(papers: &[Handout], folder: &Path, replace: bool) -> Result<Vec<Written>, StoreError> {
    let place = |paper: &Handout| folder.join(paper.folder).join(&paper.name);
    let mut places = papers.iter().map(place);
    if let Some(path) = places.find(|path| !replace && path.symlink_metadata().is_ok()) {
        return Err(StoreError::Exists { path });
    }
    let mut written = Vec::new();
    for paper in papers {
        document::folder(&folder.join(paper.folder))?;
        let path = place(paper);
        document::write(&path, &paper.html, replace)?;
        written.push(Written {
            path,
            purpose: paper.purpose.clone(),
        });
    }
    Ok(written)
}

/// What papers are made from: a deck, and what is known of a session.
#[derive(Clone, Debug)]
pub struct Printed<'a> {
    deck: &'a Deck,
    seed: Option<u64>,
    people: Vec<Listed>,
    played: Option<&'a History>,
}

impl<'a> Printed<'a> {
    /// A deck of which no session has begun: the white cell fills in where the client's red lines lie.
    pub const fn of_deck(deck: &'a Deck) -> Self {
        Self {
            deck,
            seed: None,
            people: Vec::new(),
            played: None,
        }
    }

    /// A session: its own cards, where its red lines lie, the people at its table, and what they have exchanged.
    pub fn of_session(table: &'a History) -> Self {
        let people = table.view(Seat::WhiteCell).room.participants;
        let listed = people.into_iter().map(|one| Listed {
            name: one.name,
            seat: one.seat,
        });
        Self {
            played: Some(table),
            ..Self::of_deck(table.deck())
                .seeded(table.header().seed)
                .naming(listed.collect())
        }
    }

    /// The session that is played has this seed: the client's page says where its lines lie.
    #[must_use]
    pub const fn seeded(mut self, seed: u64) -> Self {
        self.seed = Some(seed);
        self
    }

    /// These people take part: each gets a sign.
    #[must_use]
    pub fn naming(mut self, people: Vec<Listed>) -> Self {
        self.people = people;
        self
    }

    /// All papers, none that would be empty.
    pub fn handouts(&self) -> Vec<Handout> {
        let all = ALL.into_iter();
        all.flat_map(|what| what.readers().iter().map(move |reader| (what, *reader)))
            .filter_map(|(what, reader)| self.handout(what, reader))
            .collect()
    }

    /// What a seat may have in hand: the papers for everybody, and its own. The white cell has all.
    pub fn handouts_of(&self, seat: Seat) -> Vec<Handout> {
        let mut all = self.handouts();
        all.retain(|one| seat == Seat::WhiteCell || one.reader.is_none_or(|reader| reader == seat));
        all
    }

    fn handout(&self, what: What, reader: Option<Seat>) -> Option<Handout> {
        let deck = self.deck;
        let blocks = self.blocks(what, reader);
        if blocks.is_empty() {
            return None;
        }
        let of = match reader {
            Some(seat) => format!("for {} only", seat_name(deck, seat)),
            None => "for everybody".to_owned(),
        };
        let title = format!("{} – {}, {of}", deck.text.about.title, what.word());
        let paper: Document = booklet::paper(deck, &title, blocks);
        Some(Handout {
            what,
            reader,
            folder: reader.map_or(what::EVERYBODY, Seat::word),
            name: format!("{}.html", what.word()),
            purpose: what.purpose(deck, reader),
            html: page::html(&paper),
        })
    }

    fn blocks(&self, what: What, reader: Option<Seat>) -> Vec<Block> {
        let deck = self.deck;
        match what {
            What::Rules => rules::sheets(deck),
            What::Briefing => reader.map_or_else(Vec::new, |seat| brief::sheets(deck, seat)),
            What::Cards => cards(deck, &[(&[Part::Demands], A_PAGE)]),
            What::Offers => cards(
                deck,
                &[(&[Part::Offers], LONGER_A_PAGE), (&[Part::Asks], A_PAGE)],
            ),
            What::Responses => cards(
                deck,
                &[
                    (&[Part::Responses], A_PAGE),
                    (&[Part::FollowUps, Part::CrisisActs], A_PAGE),
                ],
            ),
            What::Measures => cards(deck, &[(&[Part::Measures], LONGER_A_PAGE)]),
            What::Injects => cards(deck, &[(&[Part::Injects], LONGER_A_PAGE)]),
            What::Lines => lines::sheets(deck, self.seed),
            What::State => state::sheets(deck, reader),
            What::Signs => signs::sheets(deck, &self.people),
            What::Slips => slips::sheets(deck),
            What::Crib => crib::sheets(deck),
            What::Sources => brief::sources(deck),
            What::Exchanges => match (self.played, reader) {
                (Some(table), Some(seat)) => exchange_sheets(table, seat),
                _ => Vec::new(),
            },
        }
    }
}

/// Sheets of cards, so many on a page.
fn cards(deck: &Deck, sheets: &[(&[Part], usize)]) -> Vec<Block> {
    let sheet = |(parts, a_page): &(&[Part], usize)| {
        let leaves = parts.iter().flat_map(|part| part.leaves(deck));
        let cards: Vec<_> = leaves.map(|leaf| leaf.card).collect();
        (!cards.is_empty()).then_some(Block::Cards(*a_page, cards))
    };
    sheets.iter().filter_map(sheet).collect()
}
