//! A program at a seat: started, spoken to in lines, and never waited for longer than its time.

use std::io::{BufReader, Read, Write};
use std::process::{Child, ChildStderr, Command as Process, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::command::Command;
use crate::exchange::Exchange;
use crate::fault::Fault;
use crate::hello::hello;
use crate::limits::Limits;
use crate::line::{self, shortened};
use crate::message::{FromSeat, Hello, OnlyAsked, PROTOCOL, Ready, ToSeat};
use unequal_core::deck::plain;
use unequal_core::engine::name::shows_nothing;
use unequal_session::Place;

/// Lines that may wait for a program to read them; one that reads nothing is given no more.
const UNREAD: usize = 8;
/// Lines of a program that may wait to be looked at; then it waits itself.
const UNHEARD: usize = 8;
/// Bytes that are kept of what a program says on standard error, the last ones.
const SAID: usize = 2000;
/// How long a program may take to end when it was told that nothing more comes.
const FAREWELL: Duration = Duration::from_secs(1);
/// How often it is looked whether anybody waits for an answer still.
const SLICE: Duration = Duration::from_millis(100);
/// Characters of a name, and of a version.
const LONGEST_NAME: usize = 40;

/// A program at a seat.
#[derive(Debug)]
pub struct Program {
    /// What it calls itself, with its version.
    called: String,
    to: Option<SyncSender<String>>,
    from: Receiver<Result<FromSeat, Fault>>,
    child: Option<Child>,
    said: Arc<Mutex<Vec<u8>>>,
    /// Ends when all that it says on standard error has been heard.
    heard: Option<Receiver<()>>,
    limits: Limits,
    /// Whether the session is left, so that no answer is waited for.
    left: Arc<AtomicBool>,
    /// How it is asked, where nothing of it is done.
    asking: Asking,
}

/// How a program is asked beside a record; nothing of this where it holds a seat.
#[derive(Clone, Debug, Default)]
pub struct Asking {
    /// What it is told of it.
    pub asked: Option<OnlyAsked>,
    /// The names that are exchanged in all that it reads.
    pub names: Option<Exchange>,
}

impl Program {
    /// Starts a program for the seat of a place, and waits until it is ready, or the session is left.
    ///
    /// # Errors
    ///
    /// Says why it cannot be started, or what it did instead of saying that it is ready.
    pub fn start(
        command: &Command,
        place: &Place,
        limits: Limits,
        left: &Arc<AtomicBool>,
    ) -> Result<Self, Fault> {
        Self::start_asking(command, place, limits, left, Asking::default())
    }

    /// The same, to ask it what it would do.
    ///
    /// # Errors
    ///
    /// As [`Program::start`].
    pub fn start_asking(
        command: &Command,
        place: &Place,
        limits: Limits,
        left: &Arc<AtomicBool>,
        asking: Asking,
    ) -> Result<Self, Fault> {
        let (program, arguments) = command
            .words()
            .split_first()
            .ok_or_else(|| Fault::NotStarted("no program is named".to_owned()))?;
        let mut child = Process::new(program)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| Fault::NotStarted(error.to_string()))?;
        let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (Some(to), Some(from), Some(errors)) = pipes else {
            return Err(Fault::NotStarted("it has no pipes".to_owned()));
        };
        let mut started = Self::stream(from, to, limits);
        started.left = Arc::clone(left);
        started.asking = asking;
        let said = Arc::clone(&started.said);
        let (hearing, heard) = sync_channel(0);
        started.heard = Some(heard);
        thread::spawn(move || {
            listen(errors, &said);
            drop(hearing);
        });
        started.child = Some(child);
        started.greet(&command.name(), place)?;
        Ok(started)
    }

    /// A program at the other end of any stream of bytes, for the seat of a place; `file` is what it is called
    /// where it gives no name.
    ///
    /// # Errors
    ///
    /// Says what it did instead of saying that it is ready.
    pub fn over(
        file: &str,
        place: &Place,
        stream: (impl Read + Send + 'static, impl Write + Send + 'static),
        limits: Limits,
    ) -> Result<Self, Fault> {
        Self::over_until(&Arc::default(), file, place, stream, limits)
    }

    /// The same, where no answer is waited for any more once `left` is set.
    ///
    /// # Errors
    ///
    /// As [`Program::over`].
    pub fn over_until(
        left: &Arc<AtomicBool>,
        file: &str,
        place: &Place,
        (from, to): (impl Read + Send + 'static, impl Write + Send + 'static),
        limits: Limits,
    ) -> Result<Self, Fault> {
        let mut met = Self::stream(from, to, limits);
        met.left = Arc::clone(left);
        met.greet(file, place)?;
        Ok(met)
    }

    fn stream(
        from: impl Read + Send + 'static,
        mut to: impl Write + Send + 'static,
        limits: Limits,
    ) -> Self {
        let (lines, written) = sync_channel::<String>(UNREAD);
        thread::spawn(move || {
            for line in written {
                if to
                    .write_all(line.as_bytes())
                    .and_then(|()| to.flush())
                    .is_err()
                {
                    return;
                }
            }
        });
        let (heard, answers) = sync_channel(UNHEARD);
        thread::spawn(move || {
            let mut from = BufReader::new(from);
            while let Ok(Some(answer)) = line::next(&mut from) {
                if heard.send(answer).is_err() {
                    return;
                }
            }
        });
        Self {
            called: String::new(),
            to: Some(lines),
            from: answers,
            child: None,
            said: Arc::default(),
            heard: None,
            limits,
            left: Arc::default(),
            asking: Asking::default(),
        }
    }

    /// Says what the seat may read, and hears what the program is called.
    fn greet(&mut self, file: &str, place: &Place) -> Result<(), Fault> {
        let hello = Hello {
            asked: self.asking.asked.clone(),
            ..hello(place, self.limits)
        };
        self.tell(&ToSeat::Hello(Box::new(hello)))?;
        let ready = match self.hear(Instant::now() + self.limits.time)? {
            FromSeat::Ready(ready) => ready,
            FromSeat::Act(_) => {
                return Err(Fault::Garbage("`ready` comes before any act".to_owned()));
            }
        };
        if ready.protocol != PROTOCOL {
            return Err(Fault::Version(ready.protocol));
        }
        self.called = called(&ready, file).ok_or(Fault::Nameless)?;
        Ok(())
    }

    /// What it calls itself, with its version.
    pub fn called(&self) -> &str {
        &self.called
    }

    /// What it is held to.
    pub const fn limits(&self) -> Limits {
        self.limits
    }

    /// Hands it a line.
    ///
    /// # Errors
    ///
    /// Says that it is gone, or reads nothing.
    pub fn tell(&self, line: &ToSeat) -> Result<(), Fault> {
        let text = match &self.asking.names {
            None => serde_json::to_string(line),
            Some(names) => names.line(line),
        };
        let text =
            text.map_err(|error| Fault::Garbage(format!("a fault of this program: {error}")))?;
        let gone = || Fault::Ended { said: self.said() };
        let to = self.to.as_ref().ok_or_else(gone)?;
        to.try_send(text + "\n").map_err(|error| match error {
            TrySendError::Full(_) => Fault::ReadsNothing,
            TrySendError::Disconnected(_) => gone(),
        })
    }

    /// Waits for its next line.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the line, or that none came in time, or that none will.
    pub fn hear(&self, until: Instant) -> Result<FromSeat, Fault> {
        loop {
            let remains = until.saturating_duration_since(Instant::now());
            match self.from.recv_timeout(remains.min(SLICE)) {
                Ok(answer) => return answer,
                Err(RecvTimeoutError::Disconnected) => {
                    return Err(Fault::Ended { said: self.said() });
                }
                Err(RecvTimeoutError::Timeout) if self.left.load(Ordering::Relaxed) => {
                    return Err(Fault::Left);
                }
                Err(RecvTimeoutError::Timeout) if remains <= SLICE => {
                    let seconds = self.limits.time.as_secs_f64();
                    return Err(Fault::Silent(seconds.to_string()));
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }

    /// The last that it said on standard error, as it may be shown. It may be on its way still when its standard output
    /// has ended.
    fn said(&self) -> String {
        if let Some(heard) = &self.heard {
            let _all = heard.recv_timeout(FAREWELL);
        }
        let said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        let said = String::from_utf8_lossy(&said);
        let last = said.lines().rev().find(|line| !line.trim().is_empty());
        last.map_or_else(String::new, shortened)
    }

    /// Says the last line, and lets it end.
    pub fn dismiss(mut self, last: &ToSeat) {
        if self.tell(last).is_err() {
            return;
        }
        // Without more to come its standard input ends.
        self.to = None;
        let until = Instant::now() + FAREWELL;
        while !matches!(
            self.hear(until),
            Err(Fault::Ended { .. } | Fault::Silent(_) | Fault::Left)
        ) {}
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            // It may be gone already.
            let _gone = child.kill();
            let _status = child.wait();
        }
    }
}

/// What the record calls a program; none where it does not say, or says too much.
fn called(ready: &Ready, file: &str) -> Option<String> {
    let fits = |text: &str| text.chars().count() <= LONGEST_NAME;
    let (name, version) = (plain(ready.name.trim()), plain(ready.version.trim()));
    let name = if name.is_empty() { plain(file) } else { name };
    if shows_nothing(&name) || !fits(&name) || !fits(&version) {
        return None;
    }
    Some(format!("{name} {version}").trim_end().to_owned())
}

/// Keeps the end of what a program says on standard error.
fn listen(mut errors: ChildStderr, said: &Mutex<Vec<u8>>) {
    let mut bytes = [0; SAID];
    while let Ok(count @ 1..) = errors.read(&mut bytes) {
        let mut said = said.lock().unwrap_or_else(PoisonError::into_inner);
        said.extend_from_slice(bytes.get(..count).unwrap_or_default());
        let over = said.len().saturating_sub(SAID);
        said.drain(..over);
    }
}
