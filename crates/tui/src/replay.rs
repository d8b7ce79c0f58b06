//! A session that is read: where the reader is, whose eyes look, what was found and written beside it.

pub(crate) mod chapter;
pub mod eyes;
pub mod filter;
pub mod findings;
pub mod guesses;
pub mod mark;
pub mod place;
pub mod player;
pub mod reel;
pub mod remark;
pub mod study;

use crate::replay::filter::Filter;
use crate::replay::guesses::Guesses;
use crate::replay::mark::Mark;
use crate::replay::player::Player;
use crate::replay::reel::Reel;
use crate::replay::study::Study;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_core::store::Annotations;
use unequal_session::Place;
use unequal_session::sight::Seen;

/// Where the reader is, and how the record is looked at.
#[derive(Debug)]
pub struct Replay {
    /// What is stepped through.
    pub(crate) reel: Reel,
    /// The step that is looked at.
    pub(crate) step: usize,
    /// Whose eyes.
    pub(crate) eyes: Seat,
    /// What is left out.
    pub(crate) filter: Filter,
    /// Whether undone entries are stepped through as well.
    pub(crate) undone: bool,
    /// The marks that `n` goes to; none: all weighty ones.
    pub(crate) sought: Option<Mark>,
    /// The part that is read where there is room for one only.
    pub(crate) part: Part,
    /// The number of a move as far as it was typed.
    pub(crate) typed: Option<u32>,
    /// Lines of the entry's text scrolled away.
    pub(crate) scroll: usize,
    /// The entries that the last search found.
    pub(crate) hits: Vec<EntryNumber>,
    /// What people wrote beside the record, or why it cannot be read.
    pub(crate) remarks: Result<Annotations, String>,
    /// What the program found.
    pub(crate) study: Study,
    /// Whether the record plays by itself.
    pub(crate) player: Player,
    /// The guesses made, while decisions are guessed.
    pub(crate) guesses: Option<Guesses>,
}

/// A part of the replay beside the curve.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The entry in full.
    #[default]
    Entry,
    /// The record, line by line.
    Record,
    /// The domains.
    Domains,
    /// Conditions and moods.
    Gauges,
    /// What lies on the place.
    Table,
    /// Why stability moved.
    Why,
}

impl Part {
    /// All of them, in order.
    pub(crate) const ALL: [Self; 6] = [
        Self::Entry,
        Self::Record,
        Self::Domains,
        Self::Gauges,
        Self::Table,
        Self::Why,
    ];

    /// Its title.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Entry => "Entry",
            Self::Record => "Record",
            Self::Domains => "Domains",
            Self::Gauges => "Pressures",
            Self::Table => "Table",
            Self::Why => "Why",
        }
    }

    /// The one so many further on, round and round.
    pub(crate) fn stepped(self, by: isize) -> Self {
        let at = Self::ALL.iter().position(|part| *part == self).unwrap_or(0);
        Self::ALL[(at + Self::ALL.len()).saturating_add_signed(by) % Self::ALL.len()]
    }
}

impl Replay {
    /// The replay of a session, at an entry or at its beginning, with the eyes of who sits at the place.
    pub fn new(place: &Place, at: Option<EntryNumber>) -> Self {
        let mut replay = Self {
            reel: Reel::new(place, Filter::default(), false),
            step: 0,
            eyes: place.seat(),
            filter: Filter::default(),
            undone: false,
            sought: None,
            part: Part::default(),
            typed: None,
            scroll: 0,
            hits: Vec::new(),
            remarks: load(place),
            study: Study::default(),
            player: Player::default(),
            guesses: None,
        };
        replay.mark_anew();
        let at = at.unwrap_or(place.last_number().min(EntryNumber::FIRST));
        replay.step = replay.reel.step_at(at);
        // An entry that was undone is only there where undone ones are.
        if replay.at() != at && replay.reel.frame(at).is_some() {
            replay.undone = true;
            replay.cut(place);
            replay.step = replay.reel.step_at(at);
        }
        replay
    }

    /// Whether what the program can say of the session is wanted and not there.
    pub fn wants_study(&self) -> bool {
        self.eyes == Seat::WhiteCell && self.study.aar.is_none()
    }

    /// The entry that is looked at; 0 is STARTEX.
    pub fn at(&self) -> EntryNumber {
        self.reel
            .steps
            .get(self.step)
            .copied()
            .unwrap_or(EntryNumber::STARTEX)
    }

    /// Whose eyes.
    pub const fn eyes(&self) -> Seat {
        self.eyes
    }

    /// Whether what came after this entry may be shown.
    pub(crate) fn knows_the_future(&self) -> bool {
        self.eyes == Seat::WhiteCell && self.guesses.is_none()
    }

    /// The entry as these eyes could see it then.
    pub(crate) fn seen(&self, place: &Place, number: EntryNumber) -> Option<Seen> {
        let then = if self.knows_the_future() {
            place.last_number()
        } else {
            self.at()
        };
        place.entry_seen(number, then)
    }

    /// Takes up the record anew: other eyes.
    pub(crate) fn look_anew(&mut self, place: &Place) {
        let at = self.at();
        self.reel = Reel::new(place, self.filter, self.undone);
        self.mark_anew();
        self.step = self.reel.step_at(at);
    }

    /// Chooses anew what is stepped through.
    pub(crate) fn cut(&mut self, place: &Place) {
        let at = self.at();
        self.reel.cut(place, self.filter, self.undone);
        self.step = self.reel.step_at(at);
    }

    /// Goes to an entry, whatever is left out of the steps now.
    pub(crate) fn show(&mut self, place: &Place, number: EntryNumber) {
        if self.reel.steps.binary_search(&number).is_err() {
            self.filter = Filter::default();
            self.undone |= self.reel.frame(number).is_some_and(|frame| frame.undone);
            self.cut(place);
        }
        self.go_to(number);
    }

    /// Puts the marks anew that do not lie in the entries themselves.
    pub(crate) fn mark_anew(&mut self) {
        let hits = self.hits.iter().map(|number| (*number, Mark::Hit));
        let marks: Vec<(EntryNumber, Mark)> = hits
            .chain(self.marks_of_remarks())
            .chain(self.turning_marks())
            .collect();
        self.reel.mark(marks);
    }
}

/// The annotations of a session, or why they cannot be read: then none are added to the file either.
pub(crate) fn load(place: &Place) -> Result<Annotations, String> {
    match place.standing().path.as_ref().map(Annotations::load) {
        None => Ok(Annotations::default()),
        Some(Ok(annotations)) => Ok(annotations),
        Some(Err(error)) => Err(format!("{error}. What to do: {}.", error.hint())),
    }
}
