//! This process's terminal as the far end of a seat that is held elsewhere: keys go there, and what comes is shown.

use std::fmt;
use std::io::{self, Write as _};
use std::sync::mpsc::Receiver;

use crossterm::cursor::{MoveTo, RestorePosition, SavePosition};
use crossterm::queue;
use crossterm::style::{Attribute, Print, SetAttribute};

use crate::console::{Console as _, Happening, TerminalConsole, Wakes};
use crate::key::{Code, Input, Key};
use crate::start::TuiError;
use crate::terminal::{Local, size};

/// What comes from elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Came {
    /// To be shown as it is.
    Shown(String),
    /// Nobody is there, and it is tried again.
    Gone,
    /// It is over; why.
    Over(String),
}

/// Both directions to a seat that is held elsewhere.
pub struct Far {
    /// What comes; whoever puts something in wakes this end.
    pub came: Receiver<Came>,
    /// Takes what was done here; gives whether anybody is there.
    pub send: Box<dyn FnMut(&Input) -> bool>,
}

impl fmt::Debug for Far {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Far")
    }
}

/// Shows a seat that is held elsewhere until it is over, or is left here; gives why it is over. `begin` is given what
/// wakes this end.
///
/// # Errors
///
/// Says why there is nothing to show it on; the terminal is given back in any case.
pub fn attach(begin: impl FnOnce(Wakes) -> Far) -> Result<Option<String>, TuiError> {
    let local = Local::default();
    local.tell_faults();
    let mut console = TerminalConsole::listen(local.clone())?;
    let guard = local.take()?;
    let wakes = console.wakes().unwrap_or_else(|| Box::new(|| false));
    let far = begin(wakes);
    let ended = forward(&mut console, far);
    drop(guard);
    ended.map_err(TuiError::from)
}

fn forward(console: &mut TerminalConsole, mut far: Far) -> io::Result<Option<String>> {
    let mut there = true;
    loop {
        match console.next(None) {
            Some(Happening::Input(input)) => {
                let leaves = matches!(input, Input::Key(key) if key == Key::ctrl('c') || key == Key::plain(Code::Esc));
                if !there && leaves {
                    return Ok(None);
                }
                // What is typed while nobody is there is lost, and the line below says that nobody is.
                let _nobody_there = (far.send)(&input);
            }
            Some(Happening::Signal(_) | Happening::Lost) => return Ok(None),
            Some(Happening::Continued) => {
                console.retake();
                // A new size is drawn whole.
                let (columns, rows) = size();
                let _nobody_there = (far.send)(&Input::Resize(columns, rows));
            }
            Some(Happening::News) | None => {}
        }
        while let Ok(came) = far.came.try_recv() {
            match came {
                Came::Shown(text) => {
                    there = true;
                    let mut out = io::stdout();
                    out.write_all(text.as_bytes())?;
                    out.flush()?;
                }
                Came::Gone => {
                    there = false;
                    say_gone()?;
                }
                Came::Over(why) => return Ok(Some(why)),
            }
        }
    }
}

/// Says in the last line that nobody is there.
fn say_gone() -> io::Result<()> {
    let (_, rows) = size();
    let mut out = io::stdout();
    queue!(
        out,
        SavePosition,
        MoveTo(0, rows.saturating_sub(1)),
        SetAttribute(Attribute::Reverse),
        Print(" The host is gone. It is tried again; esc leaves. Nothing that was done is lost. "),
        SetAttribute(Attribute::Reset),
        RestorePosition
    )?;
    out.flush()
}
