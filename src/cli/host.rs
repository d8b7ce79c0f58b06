//! `unequal host`: a session whose seats are held from other terminals, from other computers and by programs.

pub mod lobby;
mod network;
mod resumed;
pub mod seats;

use std::ffi::OsStr;

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use crate::cli::args::{Held, HostArgs, LookArgs};
use crate::cli::decks;
use crate::cli::error::Error;
use crate::cli::out::Out;
use crate::cli::screen;
use crate::cli::text::ways_in;
use network::Network;
pub use seats::Seats;
use seats::{attended, told};
use unequal_core::deck::{Deck, plain};
use unequal_core::engine::holder::{Holder, Holders};
use unequal_core::engine::options::Options;
use unequal_core::engine::seat::Seat;
use unequal_core::store::typed;
use unequal_host::{Door, Driven, Host, Reception};
use unequal_session::seal::fresh_seed;
use unequal_session::{Owner, Setup, Table, clock};
use unequal_tui::{Beside, Start};

/// Runs the command.
///
/// # Errors
///
/// Says why the session cannot be hosted.
pub fn run(args: &HostArgs, look: LookArgs, out: &mut Out) -> Result<(), Error> {
    if args.save.is_dir() {
        return lobby::run(args, out);
    }
    let instead = format!("unequal host {} --headless", typed(&args.save));
    if !args.headless {
        screen::needed(&Start::Resume(args.save.clone()), &instead)?;
    }
    let new = args
        .deck
        .as_deref()
        .map(|deck| new(args, deck))
        .transpose()?;
    let network = Network::take(args)?;
    let door = Door::open(&args.save).map_err(|error| told(&error, &args.save))?;
    let limits = attended(args).limits();
    if args.headless {
        return headless(args, new, (door, network), out);
    }
    let start = match new {
        Some((deck, setup)) => Start::Play {
            deck: Box::new(deck),
            setup,
            path: Some(args.save.clone()),
        },
        None => Start::Resume(args.save.clone()),
    };
    let at_host = Some(Seat::WhiteCell);
    let beside = Beside::new(move |owner| {
        let reception = Reception::new(owner, Box::new(Seats), limits, at_host);
        let network = network.open(&reception);
        Box::new((network, Host::open(door, reception)))
    });
    screen::with(start, look, &instead, beside)
}

/// Hosts until it is asked to end.
fn headless(
    args: &HostArgs,
    new: Option<(Deck, Setup)>,
    (door, network): (Door, Network),
    out: &mut Out,
) -> Result<(), Error> {
    let table = if let Some((deck, setup)) = new {
        Table::create(deck, &setup, &args.save, &clock::now())?
    } else {
        resumed::of(&args.save, out)?
    };
    // Before anybody can come in: an early signal is heard.
    let mut signals = Signals::new([SIGINT, SIGTERM])
        .map_err(|error| Error::data(format!("the system gives no signals: {error}")))?;
    let owner = Owner::of(table);
    let programs = attended(args);
    let limits = programs.limits();
    let driven = Driven::begin(programs, owner.clone());
    let white_cell = owner.place(Seat::WhiteCell);
    let reception = Reception::new(owner, Box::new(Seats), limits, None);
    let told = network.told().to_vec();
    let network = network.open(&reception);
    // A link ends with the host that gave it.
    if let Err(error) = white_cell.call_link_anew() {
        out.notice(plain(&error.to_string()));
    }
    let host = Host::open(door, reception);
    let (save, socket) = (typed(&args.save), plain(&host.path().display().to_string()));
    out.line(format!("{save} is hosted at {socket}"))?;
    out.line(format!(
        "hint: sit down with: unequal seat {save} --seat white-cell --text"
    ))?;
    for line in told.into_iter().chain(ways_in(&white_cell)) {
        out.line(line)?;
    }
    out.flush()?;
    signals.forever().next();
    drop(network);
    drop(host);
    drop(driven);
    out.line(format!("{save} is left and kept"))
}

/// A session that is begun with a deck.
fn new(args: &HostArgs, deck: &OsStr) -> Result<(Deck, Setup), Error> {
    if deck == OsStr::new("-") {
        return Err(
            Error::wrong_use("a host reads no deck from standard input").hint("name a deck file")
        );
    }
    let deck = decks::load(deck)?;
    let stem = args.save.file_stem().unwrap_or_default();
    let setup = Setup {
        seats: Holders {
            europe: Held::or(args.europe.as_ref(), || Holder::Nobody),
            ..Holders::default()
        },
        moves: args.moves,
        options: Options {
            sealed: args.sealed,
            ..Options::default()
        },
        ..Setup::of_people(stem.to_string_lossy(), args.seed.unwrap_or_else(fresh_seed))
    };
    setup.scenario(&deck)?;
    Ok((deck, setup))
}
