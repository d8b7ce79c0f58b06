//! The kinds of paper, and who may read each.

use unequal_core::deck::Deck;
use unequal_core::engine::seat::Seat;

/// The folder of what everybody may read.
pub(super) const EVERYBODY: &str = "everybody";

/// A kind of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The rules on one page.
    Rules,
    /// What a seat reads before its first act.
    Briefing,
    /// What the patron may demand.
    Cards,
    /// What the client may offer, and ask in return.
    Offers,
    /// Answers, follow-ups, acts in a crisis.
    Responses,
    /// What the third seat may do.
    Measures,
    /// What may happen, to be read aloud.
    Injects,
    /// Where the client's red lines truly lie.
    Lines,
    /// What is known of each domain.
    State,
    /// Signs with names, to be put up on the table.
    Signs,
    /// Slips on which decisions and estimates are written down.
    Slips,
    /// What the white cell keeps beside it.
    Crib,
    /// What the marks in brackets stand for.
    Sources,
    /// The exchanges of a session, one a sheet.
    Exchanges,
}

/// All kinds, in the order in which they are told.
pub const ALL: [What; 14] = [
    What::Rules,
    What::Briefing,
    What::Cards,
    What::Offers,
    What::Responses,
    What::Measures,
    What::Injects,
    What::Lines,
    What::State,
    What::Signs,
    What::Slips,
    What::Crib,
    What::Sources,
    What::Exchanges,
];

impl What {
    /// Its word on the command line and in names of files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Rules => "rules",
            Self::Briefing => "briefing",
            Self::Cards => "cards",
            Self::Offers => "offers",
            Self::Responses => "responses",
            Self::Measures => "measures",
            Self::Injects => "injects",
            Self::Lines => "lines",
            Self::State => "state",
            Self::Signs => "signs",
            Self::Slips => "slips",
            Self::Crib => "crib",
            Self::Sources => "sources",
            Self::Exchanges => "exchanges",
        }
    }

    /// The kind of this word.
    pub fn from_word(word: &str) -> Option<Self> {
        ALL.into_iter().find(|what| what.word() == word)
    }

    /// Who may read it, one paper each; none is everybody.
    pub(super) const fn readers(self) -> &'static [Option<Seat>] {
        match self {
            Self::Rules | Self::Responses | Self::Signs | Self::Slips | Self::Sources => &[None],
            Self::State => &[None, Some(Seat::WhiteCell)],
            Self::Briefing => &[Some(Seat::Patron), Some(Seat::Client), Some(Seat::Europe)],
            Self::Cards => &[Some(Seat::Patron)],
            Self::Offers | Self::Lines => &[Some(Seat::Client)],
            Self::Measures => &[Some(Seat::Europe)],
            Self::Injects | Self::Crib => &[Some(Seat::WhiteCell)],
            Self::Exchanges => &[
                Some(Seat::Patron),
                Some(Seat::Client),
                Some(Seat::WhiteCell),
            ],
        }
    }

    /// Whether a seat may have it in hand; the white cell may have everything.
    pub fn is_for(self, seat: Seat) -> bool {
        let mut readers = self.readers().iter();
        seat == Seat::WhiteCell || readers.any(|reader| reader.is_none_or(|reader| reader == seat))
    }

    /// What it is for, in a few words.
    pub(super) fn purpose(self, deck: &Deck, reader: Option<Seat>) -> String {
        let (patron, client) = (&deck.text.patron, &deck.text.client);
        match self {
            Self::Rules => "the rules on one page".to_owned(),
            Self::Briefing => {
                let seat = reader.map_or("", |seat| deck.text.seat_name(seat));
                format!("the briefing for {seat} alone")
            }
            Self::Cards => format!("what {patron} may demand, eight cards to a page"),
            Self::Offers => format!("what {client} may offer, and ask in return"),
            Self::Responses => format!(
                "how {client} may answer, how {patron} may follow up, what both may do in a crisis"
            ),
            Self::Measures => format!("what {} may do", deck.text.seat_name(Seat::Europe)),
            Self::Injects => "what may happen, to be read aloud".to_owned(),
            Self::Lines => format!("where the red lines truly lie, for {client} alone"),
            Self::State if reader.is_some() => {
                "what happened in the time that is played, for the hot wash".to_owned()
            }
            Self::State => "the state of play: where things stand, and each domain".to_owned(),
            Self::Signs => "name signs, to be cut and folded".to_owned(),
            Self::Slips => "slips for decisions and for blind estimates".to_owned(),
            Self::Crib => "the crib sheet of whoever runs the session".to_owned(),
            Self::Sources => "what the marks in brackets stand for".to_owned(),
            Self::Exchanges => {
                let seat = reader.map_or("", |seat| deck.text.seat_name(seat));
                format!("each exchange on a sheet, as {seat} may know it")
            }
        }
    }
}
