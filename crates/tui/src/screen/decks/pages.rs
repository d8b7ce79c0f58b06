//! What there is to read in a deck, page by page: the leaves of its booklet.

use ratatui::style::Style;

use crate::theme::Theme;
use crate::widget::prose::{Piece, card};
use unequal_core::deck::Deck;
use unequal_core::engine::seat::Seat;
use unequal_papers::booklet::{Leaf, Part};

/// A section of the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// The decks themselves.
    Decks,
    /// The fields of the partnership, and what lies outside it.
    Domains,
    /// What the patron may ask.
    Demands,
    /// What the client may offer, and what both may do in a crisis.
    Offers,
    /// What Europe may do, and the endings that it may plan for.
    Measures,
    /// What may happen.
    Injects,
    /// What the seats read, and the questions of the debriefing.
    Briefings,
    /// Where the facts come from.
    Sources,
}

/// All sections, in order.
pub(super) const SECTIONS: [Section; 8] = [
    Section::Decks,
    Section::Domains,
    Section::Demands,
    Section::Offers,
    Section::Measures,
    Section::Injects,
    Section::Briefings,
    Section::Sources,
];

impl Section {
    /// Its name; that of the measures is the third seat's in the deck that is open.
    pub(super) fn title(self, open: Option<&Deck>) -> &str {
        match self {
            Self::Decks => "Decks",
            Self::Domains => "Domains",
            Self::Demands => "Demands",
            Self::Offers => "Offers",
            Self::Measures => open.map_or("Measures", |deck| deck.text.seat_name(Seat::Europe)),
            Self::Injects => "Injects",
            Self::Briefings => "Briefings",
            Self::Sources => "Sources",
        }
    }

    /// The parts of a deck that are read in it.
    const fn parts(self) -> &'static [Part] {
        match self {
            Self::Decks => &[Part::About],
            Self::Domains => &[
                Part::Domains,
                Part::State,
                Part::Conditions,
                Part::Timeline,
                Part::Record,
            ],
            Self::Demands => &[Part::Demands],
            Self::Offers => &[Part::Offers, Part::Asks, Part::CrisisActs],
            Self::Measures => &[Part::Measures, Part::Endings],
            Self::Injects => &[Part::Injects],
            Self::Briefings => &[
                Part::Briefing(Seat::Patron),
                Part::Briefing(Seat::Client),
                Part::Briefing(Seat::Europe),
                Part::Questions,
                Part::Research,
            ],
            Self::Sources => &[Part::Sources],
        }
    }
}

/// A page: its line in the list, and what is to be read.
#[derive(Clone, Debug)]
pub(super) struct Page {
    /// The line in the list.
    pub(super) title: String,
    /// Its style there.
    pub(super) style: Style,
    /// The text.
    pub(super) pieces: Vec<Piece>,
}

impl Page {
    fn new(leaf: Leaf, theme: &Theme) -> Self {
        let seat = leaf.seat.map(|seat| theme.seat(seat));
        let heading = seat.map_or(theme.title, |hue| hue.patch(theme.strong));
        Self {
            style: seat.unwrap_or(theme.text),
            pieces: card(&leaf.with_id(), heading, theme),
            title: leaf.name,
        }
    }
}

/// The pages of a section of a deck.
pub(super) fn pages(deck: &Deck, section: Section, theme: &Theme) -> Vec<Page> {
    let named = |part: Part, mut leaf: Leaf| {
        match part {
            // Titles of decks begin alike, and are read beside the list.
            Part::About => leaf.name.clone_from(&deck.scenario.id),
            // What tells the pages apart from the domains, and from one another, must not fall to a narrow list.
            Part::State => leaf.name = format!("State of play: {}", leaf.name),
            _ => {}
        }
        leaf
    };
    let parts = section.parts().iter();
    let leaves = parts.flat_map(|part| {
        let leaves = part.leaves(deck).into_iter();
        leaves.map(|leaf| named(*part, leaf))
    });
    let mut leaves: Vec<Leaf> = leaves.collect();
    // Who may play belongs to what the deck is.
    if section == Section::Decks {
        let bots = Part::Bots.leaves(deck).into_iter();
        let bots = bots.flat_map(|leaf| leaf.card.blocks);
        for leaf in &mut leaves {
            leaf.card.blocks.extend(bots.clone());
        }
    }
    leaves
        .into_iter()
        .map(|leaf| Page::new(leaf, theme))
        .collect()
}
