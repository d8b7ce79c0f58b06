//! A folder of sessions: all of them hosted by one process, and listed with who sits where. So the tables of an exercise
//! run on one machine.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use super::resumed;
use super::seats::{self, Seats, attended};
use crate::cli::args::HostArgs;
use crate::cli::error::Error;
use crate::cli::out::Out;
use unequal_core::deck::plain;
use unequal_core::store::typed;
use unequal_host::wire::{SeatHere, ToClient};
use unequal_host::{Call, Door, DoorError, Driven, Host, Lost, Reception};
use unequal_session::telling::count;
use unequal_session::{Owner, Table};

/// How often it is looked whether there are more sessions.
const LOOK: Duration = Duration::from_secs(1);
/// How long a session that could not be hosted is left alone, unless it changes.
const AGAIN: Duration = Duration::from_secs(10);

/// A session that is hosted; seats are seen out before whatever plays beside them ends.
struct Hosted {
    host: Host,
    _driven: Driven,
}

/// Hosts every session of a folder, those that come later, too, until it is asked to end.
///
/// # Errors
///
/// Says why the folder cannot be hosted. A session that cannot is told, and left as it is.
pub(super) fn run(args: &HostArgs, out: &mut Out) -> Result<(), Error> {
    let one_only = [
        ("--deck", args.deck.is_some()),
        ("--ssh", args.ssh.is_some()),
        ("--page", args.page.is_some()),
    ];
    if let Some((option, _)) = one_only.iter().find(|(_, given)| *given) {
        let folder = plain(&args.save.display().to_string());
        return Err(Error::wrong_use(format!(
            "{folder} is a folder, and {option} is for one session"
        ))
        .hint("name a session file, or leave the option out"));
    }
    let mut signals = Signals::new([SIGINT, SIGTERM])
        .map_err(|error| Error::data(format!("the system gives no signals: {error}")))?;
    let mut lobby = Lobby::default();
    loop {
        lobby.look(args, out)?;
        out.flush()?;
        thread::sleep(LOOK);
        if signals.pending().next().is_some() {
            break;
        }
    }
    let many = lobby.hosted.len();
    drop(lobby);
    out.line(format!(
        "{} left and kept",
        count(many, "session is", "sessions are")
    ))
}

/// The sessions that are hosted, and the files that are not.
#[derive(Default)]
struct Lobby {
    hosted: BTreeMap<PathBuf, Hosted>,
    /// The others, each with when it is tried again.
    others: BTreeMap<PathBuf, Other>,
    told: BTreeSet<String>,
}

/// A file that is not hosted.
struct Other {
    /// What tells that it has changed: its length, and when it was written last.
    stamp: (u64, Option<SystemTime>),
    /// When it is tried again even if it has not: somebody else may have had it.
    again: Option<Instant>,
}

impl Lobby {
    /// Hosts what can be hosted by now. Files that have ended or are no sessions are read again when they have changed.
    fn look(&mut self, args: &HostArgs, out: &mut Out) -> Result<(), Error> {
        for save in sessions(&args.save)? {
            let stamp = fs::metadata(&save).map_or((0, None), |of| (of.len(), of.modified().ok()));
            let is_due = self.others.get(&save).is_none_or(|other| {
                other.stamp != stamp || other.again.is_some_and(|again| Instant::now() >= again)
            });
            if self.hosted.contains_key(&save) || !is_due {
                continue;
            }
            let again = match host(args, &save, out) {
                Ok(Some(one)) => {
                    let socket = plain(&one.host.path().display().to_string());
                    out.line(format!("{} is hosted at {socket}", typed(&save)))?;
                    self.others.remove(&save);
                    self.hosted.insert(save, one);
                    continue;
                }
                Ok(None) => None,
                Err(error) => {
                    self.tell(format!("{}: {}", typed(&save), error.message), out);
                    Some(Instant::now() + AGAIN)
                }
            };
            self.others.insert(save, Other { stamp, again });
        }
        if self.hosted.is_empty() {
            let none = "there is no session here that goes on; each is hosted once it is there";
            self.tell(none.to_owned(), out);
        }
        Ok(())
    }

    /// Tells something once.
    fn tell(&mut self, words: String, out: &mut Out) {
        if !self.told.contains(&words) {
            out.notice(format!("note: {words}"));
            self.told.insert(words);
        }
    }
}

/// The files of a folder that may be sessions, by name.
fn sessions(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let failed = |error| Error::data(format!("{}: {error}", plain(&folder.display().to_string())));
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|ending| ending == "toml") && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Hosts a session; none where it has ended.
fn host(args: &HostArgs, save: &Path, out: &mut Out) -> Result<Option<Hosted>, Error> {
    if Table::read(save)?.0.has_ended() {
        return Ok(None);
    }
    let door = Door::open(save).map_err(|error| seats::told(&error, save))?;
    let owner = Owner::of(resumed::of(save, out)?);
    let programs = attended(args);
    let limits = programs.limits();
    let driven = Driven::begin(programs, owner.clone());
    let reception = Reception::new(owner, Box::new(Seats), limits, None);
    Ok(Some(Hosted {
        host: Host::open(door, reception),
        _driven: driven,
    }))
}

/// Lists who sits where: at a session, or at those of a folder that are hosted.
///
/// # Errors
///
/// Says why there is nothing to list.
pub fn list(save: &Path, out: &mut Out) -> Result<(), Error> {
    let folder = save.is_dir();
    let saves = if folder {
        sessions(save)?
    } else {
        vec![save.to_owned()]
    };
    let mut hosted = 0;
    for save in saves {
        match Call::who(&save) {
            Ok(ToClient::Here {
                session,
                stands,
                seats,
            }) => {
                hosted += 1;
                out.line(format!("{} · {session} · {stands}", typed(&save)))?;
                for seat in seats {
                    out.line(line(&save, &seat))?;
                }
            }
            // Others of a folder are no matter of those who look for a seat.
            Ok(_) | Err(_) if folder => {}
            Ok(_) => return Err(Error::data(Lost::Cut.to_string())),
            Err(Lost::Door(error)) => return Err(seats::told(&error, &save)),
            Err(Lost::Refused { why, hint }) => {
                return Err(Error::data(plain(&why)).hint(plain(&hint)));
            }
            Err(error @ Lost::Cut) => return Err(Error::data(error.to_string())),
        }
    }
    if hosted == 0 {
        let error = DoorError::NotHosted(save.to_owned());
        return Err(seats::told(&error, save));
    }
    Ok(())
}

/// A seat, with what is typed to sit down at it where it is free.
fn line(save: &Path, seat: &SeatHere) -> String {
    let (called, who) = (plain(&seat.called), plain(&seat.who));
    let told = format!("    {called}: {who}");
    if seat.free {
        format!("{told}; unequal seat {} --seat {}", typed(save), seat.seat)
    } else {
        told
    }
}
