//! The loop: takes what happened, does what follows from it, draws once. Idle, it sleeps.

use std::time::{Duration, Instant};

use ratatui::Terminal;
use ratatui::backend::Backend;

use crate::console::{Console, Happening};
use crate::fall::Fall;
use crate::key::Input;
use crate::stack::Stack;
use crate::stack::draw::draw;
use crate::{flow, outside, time};

/// How long what was typed may wait for the disk while typing goes on.
const DRAFT_LATEST: Duration = Duration::from_secs(1);
/// How long a pause in typing is: then the draft is kept.
const DRAFT_PAUSE: Duration = Duration::from_millis(250);
/// How long inputs are taken before the screen is drawn in between.
const LONGEST_DRAIN: Duration = Duration::from_millis(50);
/// How long work in the background may take before keys are looked at.
const LONGEST_WORK: Duration = Duration::from_millis(25);

/// Why the loop ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// A person left.
    Left,
    /// The system asked for it; the signal's number.
    Signal(i32),
    /// The terminal is gone.
    Lost,
}

/// Runs the interface until it is left.
///
/// # Errors
///
/// Fails where the backend cannot draw: the record is not touched by that.
pub fn run<B: Backend>(
    terminal: &mut Terminal<B>,
    stack: &mut Stack,
    console: &mut impl Console,
) -> Result<Ending, B::Error> {
    let mut draft_since: Option<Instant> = None;
    let mut stale = true;
    let mut fall = Fall::default();
    // A session that is opened from the command line may have clocks: they go on before any key.
    time::look(stack, console);
    loop {
        flow::settle(stack);
        stale |= fall.look(stack);
        if let Ok(size) = terminal.size() {
            stack.sitting.size = (size.width, size.height);
        }
        if std::mem::take(&mut stack.sitting.redraw) {
            // The terminal's own way to clear asks where the cursor is, and a late answer would be keys.
            terminal.backend_mut().clear()?;
            // What was drawn last is forgotten, so that everything is drawn.
            terminal.swap_buffers();
            stale = true;
        }
        if stale {
            terminal.draw(|frame| draw(frame, stack))?;
        }
        let works = stack.sitting.shelf.is_reading() || flow::is_pilot_due(stack);
        draft_since = match (&stack.sitting.unsaved_draft, draft_since) {
            (None, _) => None,
            (Some(_), since) => since.or_else(|| Some(Instant::now())),
        };
        let wait = if works {
            Some(Duration::ZERO)
        } else {
            let draft = draft_since
                .map(|since| DRAFT_PAUSE.min(DRAFT_LATEST.saturating_sub(since.elapsed())));
            [draft, time::pause(stack), fall.pause()]
                .into_iter()
                .flatten()
                .min()
        };
        stale = works || draft_since.is_some();
        match console.next(wait) {
            // The key that woke the machine meant nothing else.
            Some(Happening::Input(Input::Key(_))) if outside::clocks::part(stack) => stale = true,
            Some(happening) => {
                stale = true;
                if let Some(ending) = drain(stack, console, &mut fall, happening) {
                    stack.sitting.keep_draft();
                    outside::clocks::keep(stack);
                    return Ok(ending);
                }
                let overdue = draft_since.is_some_and(|since| since.elapsed() >= DRAFT_LATEST);
                if overdue {
                    stack.sitting.keep_draft();
                    draft_since = None;
                }
            }
            None if works => {}
            None => stack.sitting.keep_draft(),
        }
        stale |= time::look(stack, console);
        stack.tell_of_writing();
        work(stack);
    }
}

/// Takes all that has happened, so that a burst of keys is drawn once.
fn drain(
    stack: &mut Stack,
    console: &mut impl Console,
    fall: &mut Fall,
    first: Happening,
) -> Option<Ending> {
    let begun = Instant::now();
    let mut next = Some(first);
    while let Some(happening) = next {
        match happening {
            Happening::Signal(signal) => return Some(Ending::Signal(signal)),
            Happening::Lost => return Some(Ending::Lost),
            Happening::Continued => {
                console.retake();
                stack.sitting.redraw = true;
            }
            // Everybody looks at the table after whatever happened.
            Happening::News => {}
            Happening::Input(input) if fall.swallows(stack, &input) => {}
            Happening::Input(input) => {
                for effect in stack.handle(input) {
                    if outside::perform(stack, console, effect) {
                        return Some(Ending::Left);
                    }
                }
                flow::settle(stack);
            }
        }
        if begun.elapsed() > LONGEST_DRAIN {
            break;
        }
        next = console.next(Some(Duration::ZERO));
    }
    None
}

/// Does a little of what waits to be done: an act of a bot, or some saves to be looked at.
fn work(stack: &mut Stack) {
    if flow::is_pilot_due(stack) {
        outside::step(stack);
        flow::settle(stack);
        return;
    }
    let begun = Instant::now();
    while stack.sitting.shelf.is_reading() && begun.elapsed() < LONGEST_WORK {
        stack.sitting.shelf.read_one();
    }
}
