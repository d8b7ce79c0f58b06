//! The replay filmed: every entry as the replay screen shows it, as text for a terminal of a given size.

use std::cell::RefCell;
use std::io::{self, Write};
use std::path::Path;
use std::rc::Rc;

use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use crate::clock::Clock;
use crate::effect::Effect;
use crate::harness::Noted;
use crate::key::Input;
use crate::replay::mark::Mark;
use crate::replay::{Replay, remark};
use crate::shelf::Shelf;
use crate::sitting::Sitting;
use crate::stack::Stack;
use crate::stack::draw::draw;
use crate::start::TuiError;
use crate::theme::{Theme, ThemeName};
use crate::{flow, outside};
use unequal_core::engine::action::Kind;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::seat::Seat;
use unequal_core::model::ledger::Reason;
use unequal_core::store::AnnotationKind;
use unequal_session::sight::Seen;
use unequal_session::telling::reason_words;

/// One entry on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shot {
    /// The entry; 0 is STARTEX.
    pub entry: EntryNumber,
    /// The move, from 1; 0 is turn zero; none at STARTEX.
    pub move_number: Option<u32>,
    /// What the terminal is sent, from the shot before to this one.
    pub sent: String,
    /// What somebody may want to jump to here, in a few words each.
    pub marks: Vec<String>,
    /// Characters that are new to read.
    pub reading: usize,
}

/// How the film looks.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Columns of the terminal.
    pub columns: u16,
    /// Rows of the terminal.
    pub rows: u16,
    /// The colours.
    pub theme: ThemeName,
}

/// Films a record from STARTEX to its last entry, as a seat knew it then.
///
/// # Errors
///
/// Says why the record cannot be read.
pub fn film(save: &Path, seat: Option<Seat>, format: Format) -> Result<Vec<Shot>, TuiError> {
    let theme = Theme::named(format.theme);
    let sitting = Sitting::new(theme, Clock::held_at(""), Shelf::default());
    let mut stack = Stack::new(sitting);
    let opened = Effect::Replay {
        path: save.to_owned(),
        at: Some(EntryNumber::STARTEX),
        seat,
    };
    let mut console = Noted::default();
    outside::try_perform(&mut stack, &mut console, opened)?;
    // Turning points are among what is looked for in a recording.
    outside::wait(&mut stack);
    if let Some(place) = &stack.sitting.place {
        // The time on the screen is that of the record, so that one record gives one film.
        stack.sitting.clock = Clock::held_at(&place.standing().recorded).dated();
    }
    let wire = Wire::default();
    let area = Rect::new(0, 0, format.columns, format.rows);
    let viewport = Viewport::Fixed(area);
    let backend = CrosstermBackend::new(wire.clone());
    let mut terminal = Terminal::with_options(backend, TerminalOptions { viewport })?;
    stack.sitting.size = (format.columns, format.rows);
    let mut shots: Vec<Shot> = Vec::new();
    loop {
        flow::settle(&mut stack);
        terminal.draw(|frame| draw(frame, &stack))?;
        let here =
            at(&stack.sitting).filter(|at| shots.last().is_none_or(|shot| shot.entry != *at));
        let Some(entry) = here else {
            return Ok(shots);
        };
        shots.push(shot(&stack.sitting, entry, wire.take()));
        for input in Input::keys("<right>") {
            for effect in stack.handle(input) {
                outside::perform(&mut stack, &mut console, effect);
            }
        }
    }
}

/// The entry that the replay shows.
fn at(sitting: &Sitting) -> Option<EntryNumber> {
    Some(sitting.replay.as_ref()?.at())
}

fn shot(sitting: &Sitting, entry: EntryNumber, sent: String) -> Shot {
    let place = sitting.place.as_ref();
    let seen = place.and_then(|place| place.entry_seen(entry, entry));
    let length = |text: Option<&String>| text.map_or(0, |text| text.chars().count());
    let replay = sitting.replay.as_ref();
    let marks = replay.into_iter().flat_map(|replay| {
        let marks = replay.reel.marks_of(entry);
        let weighty = marks.filter(|mark| mark.is_weighty());
        weighty.flat_map(|mark| told(sitting, replay, seen.as_ref(), mark))
    });
    let frame = replay.and_then(|replay| replay.reel.frame(entry));
    Shot {
        entry,
        marks: marks.collect(),
        move_number: frame.map(|frame| frame.move_number),
        reading: seen.as_ref().map_or(0, |seen| {
            length(Some(&seen.sentence))
                + length(seen.rationale.as_ref())
                + length(seen.dissent.as_ref())
        }),
        sent,
    }
}

/// What is told of a mark: by the one who set a bookmark what it is called, by a red line which one, else what happened.
fn told(sitting: &Sitting, replay: &Replay, seen: Option<&Seen>, mark: Mark) -> Vec<String> {
    let (Some(seen), Some(place)) = (seen, &sitting.place) else {
        return Vec::new();
    };
    let words = match mark {
        Mark::Bookmark => {
            let beside = replay.annotations(seen.number).into_iter();
            let beside = beside.filter(|one| one.kind == AnnotationKind::Bookmark);
            let mut words: Vec<String> = beside.map(remark::words).collect();
            if seen.kind == Kind::Bookmark {
                words.push(format!("{} {}", mark.sign(), seen.sentence));
            }
            return words;
        }
        Mark::RedLine => {
            let crossed = seen.facts.iter().filter_map(|fact| match fact {
                Fact::RedLineCrossed(at) => Some(reason_words(place.deck(), Reason::RedLine(*at))),
                _ => None,
            });
            crossed.collect::<Vec<_>>().join(", ")
        }
        Mark::Turning
        | Mark::Override
        | Mark::Remark
        | Mark::Dissent
        | Mark::Inject
        | Mark::Unreasoned
        | Mark::Hit => seen.sentence.clone(),
    };
    vec![format!("{} {words}", mark.sign())]
}

/// Takes what a terminal is sent.
#[derive(Clone, Debug, Default)]
struct Wire(Rc<RefCell<Vec<u8>>>);

impl Wire {
    /// What was sent since the last time.
    fn take(&self) -> String {
        let bytes = std::mem::take(&mut *self.0.borrow_mut());
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
