//! Taking the terminal over and giving it back, whatever happens.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use crossterm::cursor::Show;
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::style::Print;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode,
};
use crossterm::{Command as _, execute, queue};

use crate::field::clean;
use unequal_core::store::typed;

/// Remembers the terminal's title on its own stack, and takes it back.
const PUSH_TITLE: &str = "\u{1b}[22;0t";
const POP_TITLE: &str = "\u{1b}[23;0t";

/// This process's own terminal: whether it is ours at present, and what a fault would have to say.
///
/// Clones are the same terminal.
#[derive(Clone, Debug, Default)]
pub struct Local(Arc<Held>);

#[derive(Debug, Default)]
struct Held {
    taken: AtomicBool,
    /// The record that is being written, for the message of a fault.
    record: Mutex<Option<PathBuf>>,
}

/// Holds the terminal; gives it back when dropped.
#[derive(Debug)]
pub struct Guard(Local);

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.give_back();
    }
}

impl Local {
    /// Takes the terminal: raw mode, the alternate screen, bracketed paste.
    ///
    /// # Errors
    ///
    /// Says why it cannot be taken; it is given back then.
    pub fn take(&self) -> io::Result<Guard> {
        enable_raw_mode()?;
        self.0.taken.store(true, Ordering::SeqCst);
        // From here on the guard is dropped, and the terminal given back, whatever fails.
        let guard = Guard(self.clone());
        enter()?;
        Ok(guard)
    }

    /// Gives the terminal to the shell and stops, until that goes on with the program, which then has it again.
    pub(crate) fn suspend(&self) {
        self.give_back();
        stop();
        let _ = self.retake();
    }

    /// Takes the terminal again where it was given back, or where somebody else changed how it takes keys.
    ///
    /// # Errors
    ///
    /// Says why it cannot be taken.
    pub(crate) fn retake(&self) -> io::Result<()> {
        // What it takes to be raw already it leaves as it is.
        disable_raw_mode()?;
        enable_raw_mode()?;
        if self.0.taken.swap(true, Ordering::SeqCst) {
            // Our screen is there still: gone to once more, it would forget where the cursor was on the other.
            return execute!(io::stdout(), EnableBracketedPaste);
        }
        enter()
    }

    /// Gives the terminal back; does nothing where it was given back already.
    ///
    /// Errors are passed over: a terminal that is gone needs nothing back.
    fn give_back(&self) {
        if !self.0.taken.swap(false, Ordering::SeqCst) {
            return;
        }
        let mut out = io::stdout();
        let _ = queue!(
            out,
            DisableMouseCapture,
            DisableBracketedPaste,
            LeaveAlternateScreen,
            Print(POP_TITLE),
            Show
        );
        let _ = out.flush();
        let _ = disable_raw_mode();
    }

    /// Notes which record is being written, for the message of a fault.
    pub fn note_record(&self, path: Option<&Path>) {
        if let Ok(mut record) = self.0.record.lock() {
            *record = path.map(Path::to_owned);
        }
    }

    /// Makes a panic give the terminal back first, and say what it means for the record.
    pub fn tell_faults(&self) {
        let local = self.clone();
        std::panic::set_hook(Box::new(move |info| {
            local.give_back();
            let what = info
                .payload_as_str()
                .unwrap_or("no further words")
                .to_owned();
            let place = info.location().map_or_else(String::new, |at| {
                format!(" ({}, line {})", at.file(), at.line())
            });
            let record = local.0.record.try_lock().ok();
            let record = record.and_then(|record| record.clone());
            let _ = writeln!(
                io::stderr(),
                "{}",
                fault_message(&what, &place, record.as_deref())
            );
        }));
    }
}

/// What takes a terminal that is elsewhere: its title is remembered, and it goes to a screen of our own.
pub fn taking() -> String {
    let mut text = PUSH_TITLE.to_owned();
    // A string takes whatever is written.
    let _ = EnterAlternateScreen.write_ansi(&mut text);
    let _ = EnableBracketedPaste.write_ansi(&mut text);
    text
}

/// What gives a terminal that is elsewhere back.
pub fn giving_back() -> String {
    let mut text = String::new();
    let _ = DisableMouseCapture.write_ansi(&mut text);
    let _ = DisableBracketedPaste.write_ansi(&mut text);
    let _ = LeaveAlternateScreen.write_ansi(&mut text);
    text.push_str(POP_TITLE);
    let _ = Show.write_ansi(&mut text);
    text
}

/// Goes to a screen of our own.
fn enter() -> io::Result<()> {
    execute!(
        io::stdout(),
        Print(PUSH_TITLE),
        EnterAlternateScreen,
        EnableBracketedPaste
    )
}

/// Stops as Ctrl-Z stops other programs. Where no shell could go on with it the system passes over it.
#[cfg(all(unix, not(feature = "portable")))]
fn stop() {
    let _ = signal_hook::low_level::raise(signal_hook::consts::SIGTSTP);
}

/// Other systems have no such thing.
#[cfg(not(all(unix, not(feature = "portable"))))]
fn stop() {}

/// Turns the mouse on or off.
pub(crate) fn listen_to_mouse(on: bool) -> io::Result<()> {
    if on {
        execute!(io::stdout(), EnableMouseCapture)
    } else {
        execute!(io::stdout(), DisableMouseCapture)
    }
}

/// Rings the bell.
pub(crate) fn ring() -> io::Result<()> {
    execute!(io::stdout(), Print('\u{7}'))
}

/// Sets the terminal's title: the program and the session's name, never anything of the play.
pub(crate) fn set_title(session: Option<&str>) -> io::Result<()> {
    title(&mut io::stdout(), session)
}

/// Sets the title of a terminal, wherever it is.
pub(crate) fn title(out: &mut impl Write, session: Option<&str>) -> io::Result<()> {
    let title = session.map_or_else(
        || "unequal".to_owned(),
        |name| {
            let name: String = clean(name, false).chars().take(60).collect();
            format!("unequal – {name}")
        },
    );
    execute!(out, SetTitle(title))
}

/// Columns and rows; those of old terminals where it does not say.
pub fn size() -> (u16, u16) {
    crossterm::terminal::size().unwrap_or((80, 24))
}

/// Whether keys can be read and a screen be drawn.
pub(crate) fn is_there() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// What a fault of ours means for the people at the table.
fn fault_message(what: &str, place: &str, record: Option<&Path>) -> String {
    let told = format!("error: unequal stopped because of a fault of its own{place}: {what}\n");
    let kept = record.map_or_else(String::new, |path| {
        let shown = path.display();
        let command = typed(path);
        if path.is_file() {
            format!(
                "Every act that was shown is in {shown}\n\
                 hint: go on with `unequal resume {command}`\n"
            )
        } else {
            format!(
                "Every act that was shown was written to {shown}, and there is no such file now\n\
                 hint: look for it where it was moved to\n"
            )
        }
    });
    told + &kept + "hint: please report the first line of this message"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_of_a_fault_looks_for_the_record_and_says_how_to_go_on() {
        let folder = tempfile::tempdir().unwrap();
        let record = folder.path().join("a.toml");
        let place = " (src/x.rs, line 3)";
        let lost = fault_message("index out of bounds", place, Some(&record));
        assert!(lost.contains("there is no such file now"), "{lost}");
        std::fs::write(&record, "").unwrap();
        let message = fault_message("index out of bounds", place, Some(&record));
        let shown = record.display();
        let command = typed(&record);
        assert_eq!(
            message,
            format!(
                "error: unequal stopped because of a fault of its own (src/x.rs, line 3): index out of bounds\n\
                 Every act that was shown is in {shown}\n\
                 hint: go on with `unequal resume {command}`\n\
                 hint: please report the first line of this message"
            )
        );
        assert!(!fault_message("x", "", None).contains("shown"));
    }
}
