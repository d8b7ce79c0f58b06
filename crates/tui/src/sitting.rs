//! What lies before a person: the table or what is read, who sits there, the colours, the clock, what was typed.

pub mod day;
pub mod desk;
pub mod drafts;
pub mod file;
mod noted;
pub mod pace;
pub mod pin;
pub mod turn;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use ratatui::layout::{Position, Rect};

use crate::ability::Glyphs;
use crate::clock::Clock;
use crate::command::Command;
use crate::errand::Errands;
use crate::looked::Looked;
use crate::notice::{Notice, Tone};
use crate::replay::Replay;
use crate::shelf::Shelf;
use crate::sitting::desk::Desk;
use crate::theme::Theme;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_session::{Drafts, Place};

/// Whether the curtain takes keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fallen {
    /// It does.
    #[default]
    TakesKeys,
    /// It has only just fallen, and takes none yet.
    Settles,
}

/// What lies before a person; it knows no page.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says another thing of what lies before a person"
)]
#[derive(Debug)]
pub struct Sitting {
    /// A line to the person at the screen.
    pub notice: Option<Notice>,
    /// The colours.
    pub theme: Theme,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Which signs are drawn with.
    pub glyphs: Glyphs,
    /// Where choices are kept for the next time; none where they are not.
    pub choices: Option<PathBuf>,
    /// Whether everything is to be drawn anew, whatever is thought to be on the screen.
    pub redraw: bool,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// What time it is.
    pub clock: Clock,
    /// The saved sessions.
    pub shelf: Shelf,
    /// The place at the session that is open: what whoever sits here may see of it. Acts are handed in by
    /// effects.
    pub place: Option<Place>,
    /// What became of the file under the session, when it was looked at last; none while every act is in it.
    pub lost: Option<String>,
    /// Where the reader is, while the session is only read.
    pub replay: Option<Box<Replay>>,
    /// What the terminal's title names.
    pub title: Option<String>,
    /// The lines that were left for the one that is open, with the entries looked at: the last first to
    /// come back to.
    pub trail: Vec<(PathBuf, EntryNumber)>,
    /// Whether a page that the session was opened from waits to be come back to.
    pub is_awaited: bool,
    /// What is being worked out beside the loop.
    pub errands: Errands,
    /// Who sits at the screen; none while the curtain is down or no session is open.
    pub seat: Option<Seat>,
    /// Whether this terminal is one seat's alone: it reaches no file, and nothing but the session.
    pub confined: bool,
    /// Whether a curtain falls between seats.
    pub curtain: bool,
    /// Whether the curtain, where it is down, takes keys.
    pub fallen: Fallen,
    /// How the clocks stood when they were last looked at, and whether they are shown.
    pub clocks: Looked,
    /// How the white cell works at this screen.
    pub desk: Desk,
    /// Who has read the briefing.
    pub briefed: BTreeSet<Seat>,
    /// Whether a bot or the program could not act: it is not asked again before the next input.
    pub pilot_failed: bool,
    /// The acts that open what people sealed, by commitment: for sessions that have no drafts on disk.
    pub sealed: BTreeMap<String, Action>,
    /// What was typed and not sent, beside the open session.
    pub drafts: Option<Drafts>,
    /// What is kept for this sitting: for sessions that have no drafts on disk.
    pub(crate) notes: BTreeMap<String, String>,
    /// What was typed last and is not on disk yet: the field's name, its text.
    pub unsaved_draft: Option<(String, String)>,
    /// Where what is shown lies, for the mouse; drawing fills it.
    targets: RefCell<Vec<(Rect, Command)>>,
}

impl Sitting {
    /// A sitting before any session is open.
    pub fn new(theme: Theme, clock: Clock, shelf: Shelf) -> Self {
        Self {
            notice: None,
            theme,
            size: (80, 24),
            glyphs: Glyphs::default(),
            choices: None,
            redraw: false,
            mouse: false,
            clock,
            shelf,
            place: None,
            lost: None,
            replay: None,
            title: None,
            trail: Vec::new(),
            is_awaited: false,
            errands: Errands::default(),
            seat: None,
            confined: false,
            curtain: true,
            fallen: Fallen::default(),
            clocks: Looked::default(),
            desk: Desk::default(),
            briefed: BTreeSet::new(),
            pilot_failed: false,
            sealed: BTreeMap::new(),
            drafts: None,
            notes: BTreeMap::new(),
            unsaved_draft: None,
            targets: RefCell::default(),
        }
    }

    /// Where the reader is, with the session that is read.
    pub fn reading(&mut self) -> Option<(&mut Replay, &Place)> {
        Some((self.replay.as_deref_mut()?, self.place.as_ref()?))
    }

    /// A seat sits down at the screen, or nobody does, and what is public is shown. A place that is one
    /// seat's alone stays that seat's.
    pub fn sit(&mut self, seat: Option<Seat>) {
        self.seat = seat;
        if let Some(place) = &mut self.place
            && !place.sit(seat.unwrap_or(Seat::Audience))
        {
            self.seat = Some(place.seat());
        }
    }

    /// Says something in one line.
    pub fn say(&mut self, tone: Tone, text: impl Into<String>) {
        self.notice = Some(Notice {
            tone,
            text: text.into(),
        });
    }

    /// Forgets where things lay: drawing begins anew.
    pub(crate) fn forget_targets(&self) {
        self.targets.borrow_mut().clear();
    }

    /// Notes that a click on `place` means `command`.
    pub fn mark(&self, place: Rect, command: Command) {
        if self.mouse {
            self.targets.borrow_mut().push((place, command));
        }
    }

    /// Notes where the rows of a list lie.
    pub fn mark_rows(&self, places: impl Iterator<Item = (usize, Rect)>) {
        for (row, place) in places {
            self.mark(place, Command::Row(u16::try_from(row).unwrap_or(u16::MAX)));
        }
    }

    /// What a click on a place means.
    pub(crate) fn target(&self, column: u16, row: u16) -> Option<Command> {
        let at = Position::new(column, row);
        self.targets
            .borrow()
            .iter()
            .rev()
            .find(|(place, _)| place.contains(at))
            .map(|(_, command)| *command)
    }
}
