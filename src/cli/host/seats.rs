//! What a host shows of a seat: lines, or the screen of the interface.

use std::path::Path;
use std::time::Duration;

use crate::cli::args::HostArgs;
use crate::cli::clock::Clock;
use crate::cli::error::Error;
use crate::cli::out::Out;
use crate::cli::text::{Ear, Shown, Text};
use unequal_core::deck::plain;
use unequal_core::engine::holder::Holder;
use unequal_core::engine::seat::Seat;
use unequal_core::store::typed;
use unequal_host::wire::Terminal;
use unequal_host::{DoorError, Heard, Serve, Visit};
use unequal_seat::{Attended, Limits};
use unequal_tui::ability::Glyphs;
use unequal_tui::console::Happening;
use unequal_tui::far::{Looks, sit};
use unequal_tui::run::Ending;
use unequal_tui::start::system_clock;
use unequal_tui::theme::ThemeName;

/// The programs that a host lets play beside its clients.
pub(super) fn attended(args: &HostArgs) -> Attended {
    args.programs.attended(Vec::new(), Holder::Human)
}

/// An error of the socket with what to do next.
pub(in crate::cli) fn told(error: &DoorError, save: &Path) -> Error {
    Error::wrong_use(plain(&error.to_string())).hint(plain(&error.hint(&typed(save))))
}

/// Shows seats to people: line by line, and at screens of their own.
#[derive(Clone, Copy, Debug)]
pub struct Seats;

impl Serve for Seats {
    fn text(&self, visit: &Visit) -> String {
        let mut out = Out::shown(Shown::to(visit));
        let nobody = Attended::new(Vec::new(), Limits::default(), Holder::Human);
        let (owner, ear) = (visit.owner.clone(), Ear::Client(visit));
        let text = Text::new(owner, nobody, Clock::Running, ear, &mut out).by(&visit.name);
        match text.at_seat(visit.place()) {
            Ok(why) => why.to_owned(),
            Err(error) => plain(&error.message),
        }
    }

    fn terminal(&self, visit: &Visit, terminal: &Terminal) -> String {
        if visit.seat == Seat::WhiteCell {
            return "the white cell sits at the host's own screen, or line by line with --text"
                .to_owned();
        }
        let glyphs = |word: &str| Glyphs::ALL.into_iter().find(|glyphs| glyphs.word() == word);
        let looks = Looks {
            size: (
                terminal.columns.clamp(1, 1000),
                terminal.rows.clamp(1, 1000),
            ),
            theme: (terminal.theme.as_deref())
                .and_then(ThemeName::from_word)
                .unwrap_or_default(),
            glyphs: terminal
                .glyphs
                .as_deref()
                .and_then(glyphs)
                .unwrap_or_default(),
            mouse: terminal.mouse,
        };
        let hears = Box::new(|wait| happening(visit, wait));
        let out = Shown::drawn_for(visit);
        match sit(visit.place(), looks, system_clock(), hears, out) {
            Ok(Ending::Left) => "your seat is kept for when you come back".to_owned(),
            Ok(Ending::Lost | Ending::Signal(_)) => "the terminal is gone".to_owned(),
            Err(error) => error.to_string(),
        }
    }
}

/// What has happened at a client's terminal.
fn happening(visit: &Visit, wait: Option<Duration>) -> Option<Happening> {
    match visit.hear(wait)? {
        Heard::Input(input) => serde_json::from_value(input).ok().map(Happening::Input),
        Heard::CaughtUp => Some(Happening::Continued),
        Heard::Over => Some(Happening::Lost),
        Heard::News | Heard::Typed(_) => Some(Happening::News),
    }
}
