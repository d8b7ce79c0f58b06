//! `unequal seat`: a seat of a session that is hosted on this machine. The client forwards, and holds nothing.

use std::io::{self, BufRead as _, BufReader, IsTerminal as _, Read, Write};
use std::path::Path;
use std::process::{Child, Command as Process, Stdio};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crate::cli::args::{LookArgs, SeatAtArgs};
use crate::cli::error::Error;
use crate::cli::host::{lobby, seats};
use crate::cli::out::Out;
use crate::cli::screen;
use unequal_core::deck::plain;
use unequal_core::engine::seat::Seat;
use unequal_core::store::typed;
use unequal_host::call::AGAIN;
use unequal_host::wire::{Else, FromClient, Hello, PROTOCOL, Terminal, ToClient, Way};
use unequal_host::{Call, DoorError, Hears, Lost, Sends};
use unequal_seat::Command;
use unequal_session::seal::fresh_nonce;
use unequal_tui::attach::{Came, Far, attach};
use unequal_tui::key::Input;
use unequal_tui::start::looks;
use unequal_tui::terminal::size;

/// The longest line that is forwarded, in bytes; what is longer goes in pieces, and the host says so.
const LONGEST: u64 = 2 * 1024 * 1024;

/// Where lines are sent while the host is there.
type Line = Arc<Mutex<Option<Sends>>>;

/// Runs the command.
///
/// # Errors
///
/// Says why nobody can sit down there.
pub fn run(args: &SeatAtArgs, look: LookArgs, out: &mut Out) -> Result<(), Error> {
    let Some(seat) = args.seat else {
        return lobby::list(&args.save, out);
    };
    let come = |way| hello(args, seat, way);
    if args.json || args.program.is_some() {
        return by_program(args, &come(Way::Json), out);
    }
    if args.text {
        return by_lines(args, &come(Way::Text), out);
    }
    on_screen(args, come(Way::Terminal), look, out)
}

fn hello(args: &SeatAtArgs, seat: Seat, way: Way) -> Hello {
    Hello {
        protocol: PROTOCOL,
        seat,
        way,
        name: args.name.clone(),
        key: fresh_nonce(),
        taken: match (args.look_on, args.take_over) {
            (true, _) => Else::LookOn,
            (_, true) => Else::TakeOver,
            _ => Else::Go,
        },
        terminal: None,
    }
}

/// Calls until the host is there; the first time it has to be. Tells of what is waited for.
fn call(
    save: &Path,
    hello: &Hello,
    again: bool,
    tell: &mut dyn FnMut(String),
) -> Result<Call, Error> {
    loop {
        let mut asked = |from: &str| {
            let from = plain(from);
            tell(format!(
                "note: {from} has this seat; the white cell is asked"
            ));
        };
        match Call::at(save, hello, &mut asked) {
            Ok(call) => return Ok(call),
            Err(Lost::Refused { why, hint }) => {
                return Err(Error::data(plain(&why)).hint(plain(&hint)));
            }
            Err(Lost::Door(DoorError::NotHosted(_)) | Lost::Cut) if again => thread::sleep(AGAIN),
            Err(Lost::Door(error)) => return Err(seats::told(&error, save)),
            Err(error @ Lost::Cut) => return Err(cut(&error)),
        }
    }
}

fn cut(error: &Lost) -> Error {
    Error::data(error.to_string())
}

/// Sits at the screen of the interface, which is drawn by the host.
fn on_screen(
    args: &SeatAtArgs,
    mut hello: Hello,
    look: LookArgs,
    out: &mut Out,
) -> Result<(), Error> {
    let instead = format!(
        "unequal seat {} --seat {} --text",
        typed(&args.save),
        hello.seat
    );
    let looks = looks(look.into()).map_err(|error| screen::told(error, &instead))?;
    let terminal = move |size: (u16, u16)| Terminal {
        columns: size.0,
        rows: size.1,
        theme: Some(looks.theme.word().to_owned()),
        glyphs: Some(looks.glyphs.word().to_owned()),
        mouse: looks.mouse,
    };
    hello.terminal = Some(terminal(looks.size));
    let mut called = call(&args.save, &hello, false, &mut |told| out.notice(told))?;
    let line = Line::default();
    let sends = Arc::clone(&line);
    let save = args.save.clone();
    let (tells, came) = channel();
    let ended = attach(move |wakes| {
        let hears = Arc::clone(&line);
        thread::spawn(move || {
            let came = |came: Came| tells.send(came).is_ok() && wakes();
            while let Ok((sends, heard)) = called.ends() {
                swap(&hears, Some(sends));
                let over = shown(heard, &came);
                swap(&hears, None);
                if over || !came(Came::Gone) {
                    return;
                }
                hello.terminal = Some(terminal(size()));
                called = match call(&save, &hello, true, &mut |_| ()) {
                    Ok(called) => called,
                    Err(error) => {
                        came(Came::Over(error.message));
                        return;
                    }
                };
            }
        });
        let send = Box::new(move |input: &Input| {
            serde_json::to_value(input).is_ok_and(|input| {
                let said = FromClient::Input { input };
                send(&line, |sends| sends.line(&said))
            })
        });
        Far { came, send }
    });
    send(&sends, |sends| {
        sends.cut();
        Ok(())
    });
    match ended.map_err(|error| screen::told(error, &instead))? {
        Some(why) => out.line(format!("Left: {}.", plain(&why))),
        None => Ok(()),
    }
}

/// Hands on what is to be shown; gives whether it is over, or nobody looks any more.
fn shown(mut hears: Hears, came: &dyn Fn(Came) -> bool) -> bool {
    while let Some(said) = hears.line() {
        let goes_on = match said {
            ToClient::Text { text } => came(Came::Shown(text)),
            ToClient::End { why } => {
                came(Came::Over(why));
                false
            }
            ToClient::Trouble { .. }
            | ToClient::Welcome { .. }
            | ToClient::Asked { .. }
            | ToClient::Here { .. }
            | ToClient::Refused { .. } => true,
        };
        if !goes_on {
            return true;
        }
    }
    false
}

/// Plays line by line.
fn by_lines(args: &SeatAtArgs, hello: &Hello, out: &mut Out) -> Result<(), Error> {
    let mut called = call(&args.save, hello, false, &mut |told| out.notice(told))?;
    let line = Line::default();
    type_to(&line);
    loop {
        let (sends, mut hears) = called.ends().map_err(|error| cut(&error))?;
        swap(&line, Some(sends));
        while let Some(said) = hears.line() {
            match said {
                ToClient::Text { text } => {
                    out.text(&text)?;
                    out.flush()?;
                }
                ToClient::Trouble { why } => out.notice(format!("note: {}", plain(&why))),
                ToClient::End { why } => {
                    out.line("")?;
                    return out.line(format!("Left: {}.", plain(&why)));
                }
                ToClient::Welcome { .. }
                | ToClient::Asked { .. }
                | ToClient::Here { .. }
                | ToClient::Refused { .. } => {}
            }
            if out.is_closed() {
                return Ok(());
            }
        }
        swap(&line, None);
        out.notice("note: the host is gone; waiting for it to come back (Ctrl-C leaves)");
        called = call(&args.save, hello, true, &mut |told| out.notice(told))?;
        out.notice("note: the host is there again");
    }
}

/// Sends what is typed, from a thread of its own; at its end whoever sits here leaves.
fn type_to(line: &Line) {
    let line = Arc::clone(line);
    let echoes = !io::stdin().is_terminal();
    thread::spawn(move || {
        let mut stdin = BufReader::new(io::stdin());
        loop {
            let mut text = Vec::new();
            let read = stdin.by_ref().take(LONGEST).read_until(b'\n', &mut text);
            let said = match read {
                Ok(1..) => FromClient::Typed {
                    text: String::from_utf8_lossy(&text).trim_end().to_owned(),
                },
                Ok(0) | Err(_) => FromClient::Leave,
            };
            if echoes && matches!(said, FromClient::Typed { .. }) {
                // What is typed does not show here: the next line begins anew all the same.
                let _nobody_reads = io::stdout().write_all(b"\n");
            }
            let last = said == FromClient::Leave;
            while !send(&line, |sends| sends.line(&said)) && last {
                thread::sleep(AGAIN);
            }
            if last {
                return;
            }
        }
    });
}

/// Lets a program play, or whatever is at standard input and output.
fn by_program(args: &SeatAtArgs, hello: &Hello, out: &mut Out) -> Result<(), Error> {
    let mut called = call(&args.save, hello, false, &mut |told| out.notice(told))?;
    let line = Line::default();
    let mut child = args.program.as_ref().map(start).transpose()?;
    let pipes = child
        .as_mut()
        .map(|child| (child.stdin.take(), child.stdout.take()));
    let (mut to, from): (Box<dyn Write>, Box<dyn Read + Send>) = match pipes {
        Some((Some(to), Some(from))) => (Box::new(to), Box::new(from)),
        Some(_) => return Err(Error::data("the program has no pipes")),
        None => (Box::new(io::stdout()), Box::new(io::stdin())),
    };
    let ended = forward(&line, from);
    loop {
        let (sends, mut hears) = called.ends().map_err(|error| cut(&error))?;
        swap(&line, Some(sends));
        if told(&mut hears, &mut *to) {
            drop(to);
            if let Some(child) = &mut child {
                let _status = child.wait();
            }
            return Ok(());
        }
        swap(&line, None);
        if ended.lock().is_ok_and(|ended| *ended) {
            return Err(Error::data("the program at the seat has ended"));
        }
        out.notice("note: the host is gone; waiting for it to come back");
        called = call(&args.save, hello, true, &mut |told| out.notice(told))?;
    }
}

fn start(command: &Command) -> Result<Child, Error> {
    let mut words = command.words().iter();
    let program = words.next().map_or("", String::as_str);
    let child = Process::new(program)
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    child.map_err(|error| Error::wrong_use(format!("{program} could not be started: {error}")))
}

/// Forwards what a program says, from a thread of its own; tells when it has ended, and hangs up then.
fn forward(line: &Line, from: Box<dyn Read + Send>) -> Arc<Mutex<bool>> {
    let ended = Arc::new(Mutex::new(false));
    let (line, tells) = (Arc::clone(line), Arc::clone(&ended));
    thread::spawn(move || {
        let mut from = BufReader::new(from);
        loop {
            let mut text = Vec::new();
            if let Ok(1..) = from.by_ref().take(LONGEST).read_until(b'\n', &mut text) {
                // What was meant for a host that is gone is lost: it asks again when it is back.
                let _sent = send(&line, |sends| sends.bytes(&text));
                continue;
            }
            *tells.lock().unwrap_or_else(PoisonError::into_inner) = true;
            send(&line, |sends| {
                sends.done();
                Ok(())
            });
            return;
        }
    });
    ended
}

/// Hands on what the host says; gives whether that was all of it.
fn told(hears: &mut Hears, to: &mut dyn Write) -> bool {
    while let Some(text) = hears.raw() {
        let last = serde_json::from_slice::<serde_json::Value>(&text)
            .is_ok_and(|value| value.get("kind").is_some_and(|kind| kind == "end"));
        let gone = to.write_all(&text).and_then(|()| to.flush()).is_err();
        if last || gone {
            return true;
        }
    }
    false
}

fn swap(line: &Line, sends: Option<Sends>) {
    *line.lock().unwrap_or_else(PoisonError::into_inner) = sends;
}

/// Sends something, where the host is there; gives whether it was sent.
fn send(line: &Line, what: impl Fn(&mut Sends) -> Result<(), Lost>) -> bool {
    let mut line = line.lock().unwrap_or_else(PoisonError::into_inner);
    line.as_mut().is_some_and(|sends| what(sends).is_ok())
}
