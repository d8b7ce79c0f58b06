//! The terminal apart from drawing: where inputs and signals come from, its title, the mouse.

use std::io;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crossterm::event;

use crate::key::Input;
use crate::late::{self, Source};
use crate::terminal::{self, Local};

/// What may happen to the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happening {
    /// A person did something.
    Input(Input),
    /// The system asks the program to end; the signal's number.
    Signal(i32),
    /// The program goes on after it was stopped: nobody knows what is on the screen.
    Continued,
    /// The terminal is gone.
    Lost,
    /// Something has come in at the table, or somebody has come or gone.
    News,
}

/// Says that there is news, from any thread; gives whether anybody listens still.
pub type Wakes = Box<dyn Fn() -> bool + Send>;

/// The terminal apart from drawing. Tests have one of their own.
pub trait Console {
    /// Waits for the next happening, at most for `wait`; for ever where that is none.
    fn next(&mut self, wait: Option<Duration>) -> Option<Happening>;

    /// Turns the mouse on or off.
    fn listen_to_mouse(&mut self, on: bool);

    /// Leaves the terminal to the shell until that goes on with the program; does nothing where there is no such thing.
    fn suspend(&mut self);

    /// Takes the terminal again, after whoever stopped the program may have given it to others.
    fn retake(&mut self) {}

    /// What wakes it when there is news; none where it is looked for now and then.
    fn wakes(&self) -> Option<Wakes> {
        None
    }

    /// Rings the terminal's bell.
    fn ring(&mut self);

    /// Sets the title: the program and the open session's name.
    fn set_title(&mut self, session: Option<&str>);

    /// Notes which record is being written, for what is said after a fault.
    fn note_record(&mut self, path: Option<&Path>);
}

/// The terminal's keys and the system's signals, each read by a thread that sleeps in between.
#[derive(Debug)]
pub struct TerminalConsole {
    happenings: Receiver<Happening>,
    /// Tells itself.
    tells: Sender<Happening>,
    local: Local,
}

impl TerminalConsole {
    /// Starts to listen at this process's terminal.
    ///
    /// # Errors
    ///
    /// Says why the system lets nobody listen.
    pub fn listen(local: Local) -> io::Result<Self> {
        let (sender, happenings) = channel();
        let tells = sender.clone();
        hear_signals(sender.clone())?;
        hear_hang_up(sender.clone())?;
        // The first look begins to listen for a new size: left to the thread, one that came before it was
        // running would go unheard, and the screen stay as it was. What cannot be read is told by the reading.
        let _ = event::poll(Duration::ZERO);
        thread::Builder::new()
            .name("keys".to_owned())
            .spawn(move || read_keys(&sender))?;
        Ok(Self {
            happenings,
            tells,
            local,
        })
    }
}

/// Passes on that the system asks the program to end.
#[cfg(all(unix, not(feature = "portable")))]
fn hear_signals(sender: Sender<Happening>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    let heard = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT];
    let mut signals = signal_hook::iterator::Signals::new(heard)?;
    let hear = move || {
        for signal in signals.forever() {
            let happening = match signal {
                SIGCONT => Happening::Continued,
                signal => Happening::Signal(signal),
            };
            if sender.send(happening).is_err() {
                return;
            }
        }
    };
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(hear)?;
    Ok(())
}

/// Other systems have no such signals: they end the program, and the record is in order all the same.
#[cfg(not(all(unix, not(feature = "portable"))))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "where there are signals it can fail"
)]
fn hear_signals(sender: Sender<Happening>) -> io::Result<()> {
    drop(sender);
    Ok(())
}

/// Passes on that the terminal is gone. Where it does not control the program no signal says so, and the
/// source of keys reads nothing again and again.
#[cfg(all(unix, not(feature = "portable")))]
fn hear_hang_up(sender: Sender<Happening>) -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, poll};
    let hear = move || {
        let stdin = io::stdin();
        // Asked for nothing, the system tells of the end alone.
        let mut terminal = [PollFd::new(&stdin, PollFlags::empty())];
        while poll(&mut terminal, None) == Err(rustix::io::Errno::INTR) {}
        let _ = sender.send(Happening::Lost);
    };
    thread::Builder::new().name("line".to_owned()).spawn(hear)?;
    Ok(())
}

/// Other systems tell whoever reads the keys.
#[cfg(not(all(unix, not(feature = "portable"))))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "where the terminal is watched it can fail"
)]
fn hear_hang_up(sender: Sender<Happening>) -> io::Result<()> {
    drop(sender);
    Ok(())
}

/// The terminal's own events.
struct Events;

impl Source for Events {
    fn read(&mut self) -> io::Result<Option<Input>> {
        loop {
            match event::read() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => return Ok(Input::from_event(read?)),
            }
        }
    }

    fn comes(&mut self, within: Duration) -> bool {
        event::poll(within).unwrap_or(false)
    }
}

fn read_keys(sender: &Sender<Happening>) {
    while let Ok(inputs) = late::next(&mut Events) {
        for input in inputs {
            if sender.send(Happening::Input(input)).is_err() {
                return;
            }
        }
    }
    let _ = sender.send(Happening::Lost);
}

impl Console for TerminalConsole {
    fn next(&mut self, wait: Option<Duration>) -> Option<Happening> {
        match wait {
            None => Some(self.happenings.recv().unwrap_or(Happening::Lost)),
            Some(wait) => match self.happenings.recv_timeout(wait) {
                Ok(happening) => Some(happening),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => Some(Happening::Lost),
            },
        }
    }

    // A terminal that takes none of these does no harm: they are comforts.
    fn listen_to_mouse(&mut self, on: bool) {
        let _ = terminal::listen_to_mouse(on);
    }

    fn suspend(&mut self) {
        self.local.suspend();
    }

    fn retake(&mut self) {
        let _ = self.local.retake();
    }

    fn wakes(&self) -> Option<Wakes> {
        let tells = self.tells.clone();
        Some(Box::new(move || tells.send(Happening::News).is_ok()))
    }

    fn ring(&mut self) {
        let _ = terminal::ring();
    }

    fn set_title(&mut self, session: Option<&str>) {
        let _ = terminal::set_title(session);
    }
    fn note_record(&mut self, path: Option<&Path>) {
        self.local.note_record(path);
    }
}
