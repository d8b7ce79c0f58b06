//! The way in: takes the terminal, opens what was asked for, runs, and says how to go on.

use std::io::{self, Write};
use std::path::PathBuf;

use jiff::tz::TimeZone;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use crate::ability::{Environment, Glyphs, Unfit};
use crate::beside::Beside;
use crate::clock::Clock;
use crate::command::Command;
use crate::console::{Console, TerminalConsole};
use crate::effect::Effect;
use crate::far::Looks;
use crate::goal::Goal;
use crate::outside;
use crate::run::{self, Ending};
use crate::shelf::Shelf;
use crate::sitting::Sitting;
use crate::stack::Stack;
use crate::terminal::{self, Local};
use crate::theme::{Theme, ThemeName};
use unequal_core::deck::Deck;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_core::store::{choices, typed};
use unequal_session::telling::count;
use unequal_session::{SessionError, Setup, shelf};

/// What is shown first.
#[derive(Clone, Debug)]
pub enum Start {
    /// The home screen.
    Home,
    /// The form of a new session.
    NewSession,
    /// A new session, in a file of the folder of saves or where `path` says.
    Play {
        /// The deck.
        deck: Box<Deck>,
        /// How it is set up.
        setup: Setup,
        /// The file, where it was named.
        path: Option<PathBuf>,
    },
    /// A session to go on with.
    Resume(PathBuf),
    /// A session to read.
    Replay {
        /// The file.
        path: PathBuf,
        /// The entry to begin with.
        at: Option<EntryNumber>,
        /// Whose eyes.
        seat: Option<Seat>,
        /// Whether its chapters come first.
        tour: bool,
    },
    /// The projector: a session that is played elsewhere.
    Watch(PathBuf),
    /// The projector of the newest session in the folder of saves, which need not hold one yet.
    WatchNewest,
}

impl Start {
    /// What to use where there is no terminal.
    pub const fn headless(&self) -> &'static str {
        match self {
            Self::Home | Self::NewSession | Self::Play { .. } => {
                "unequal run --deck unequal-partners --seed 1"
            }
            Self::Resume(_) => "unequal run --help",
            Self::Replay { .. } => "unequal report SAVE --format md",
            Self::Watch(_) | Self::WatchNewest => "unequal watch SAVE --text",
        }
    }
}

/// How the interface looks and listens.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    /// The colours; without a choice, by what the terminal says it has, and by what was chosen before.
    pub theme: Option<ThemeName>,
    /// The signs; without a choice, by what the terminal is.
    pub glyphs: Option<Glyphs>,
    /// Whether the mouse is listened to.
    pub mouse: bool,
}

/// Why the interface could not run, or had to stop.
#[derive(Debug, thiserror::Error)]
pub enum TuiError {
    /// There is no terminal to read keys from and draw on.
    #[error("this needs a terminal, and there is none here")]
    NoTerminal {
        /// The command that needs none.
        headless: &'static str,
    },
    /// The terminal there can show no screen.
    #[error("this terminal cannot show a screen")]
    Unfit(Unfit),
    /// The session could not be opened.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// The terminal failed.
    #[error("the terminal failed: {0}")]
    Terminal(#[from] io::Error),
    /// A fault of ours: the message has been written already.
    #[error("a fault of the program")]
    Fault,
}

/// Fails where there is no terminal, naming the command that needs none.
///
/// # Errors
///
/// [`TuiError::NoTerminal`].
pub fn needs_terminal(start: &Start) -> Result<(), TuiError> {
    if terminal::is_there() {
        Ok(())
    } else {
        Err(TuiError::NoTerminal {
            headless: start.headless(),
        })
    }
}

/// Runs the interface in this process's terminal until it is left; `beside` goes on with the session that is
/// opened first.
///
/// # Errors
///
/// Says why it could not run; the terminal is given back in any case.
pub fn run(start: Start, look: Look, beside: Option<Beside>) -> Result<(), TuiError> {
    needs_terminal(&start)?;
    if let Some(unfit) = environment().unfit(look.glyphs) {
        return Err(TuiError::Unfit(unfit));
    }
    let mut stack = stack(look)?;
    stack.beside = beside;
    let before = std::panic::take_hook();
    let local = Local::default();
    local.tell_faults();
    let ran = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        in_terminal(&mut stack, &local, start)
    }));
    std::panic::set_hook(before);
    let (ending, left) = ran.map_err(|_| TuiError::Fault)??;
    let mut out = io::stdout();
    if ending != Ending::Lost
        && let Some(words) = left
    {
        // Nobody may be there to read it any more.
        let _ = writeln!(out, "{words}");
    }
    Ok(())
}

/// What the environment says of the terminal.
fn environment() -> Environment {
    let said = |name: &str| {
        let value = std::env::var_os(name).unwrap_or_default();
        value.to_string_lossy().into_owned()
    };
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].map(said);
    Environment {
        term: said("TERM"),
        colorterm: said("COLORTERM"),
        colorfgbg: said("COLORFGBG"),
        no_color: said("NO_COLOR"),
        locale: locale
            .into_iter()
            .find(|value| !value.is_empty())
            .unwrap_or_default(),
        described: cfg!(unix),
    }
}

/// What this process's terminal is, for whoever draws for it from elsewhere.
///
/// # Errors
///
/// Says why nothing can be shown on it.
pub fn looks(look: Look) -> Result<Looks, TuiError> {
    let start = Start::WatchNewest;
    needs_terminal(&start)?;
    let environment = environment();
    if let Some(unfit) = environment.unfit(look.glyphs) {
        return Err(TuiError::Unfit(unfit));
    }
    let choices = choices::place();
    let chosen = choices.as_deref().and_then(choices::theme);
    let chosen = chosen.as_deref().and_then(ThemeName::from_word);
    Ok(Looks {
        size: terminal::size(),
        theme: look.theme.unwrap_or_else(|| environment.theme(chosen)),
        glyphs: look.glyphs.unwrap_or_else(|| environment.glyphs()),
        mouse: look.mouse,
    })
}

/// The clock of this machine, as its people read it.
pub fn system_clock() -> Clock {
    Clock::in_zone(TimeZone::system())
}

/// The interface before anything is opened.
fn stack(look: Look) -> Result<Stack, TuiError> {
    let folder = shelf::folder().map_err(SessionError::from)?;
    let environment = environment();
    let choices = choices::place();
    let name = look.theme.unwrap_or_else(|| {
        let chosen = choices.as_deref().and_then(choices::theme);
        environment.theme(chosen.as_deref().and_then(ThemeName::from_word))
    });
    let shelf = Shelf::in_folder(folder);
    let mut sitting = Sitting::new(Theme::named(name), system_clock(), shelf);
    sitting.mouse = look.mouse;
    sitting.glyphs = look.glyphs.unwrap_or_else(|| environment.glyphs());
    sitting.choices = choices;
    Ok(Stack::new(sitting))
}

/// Runs with the terminal taken; gives why it ended and what is to be said then.
fn in_terminal(
    stack: &mut Stack,
    local: &Local,
    start: Start,
) -> Result<(Ending, Option<String>), TuiError> {
    let mut console = TerminalConsole::listen(local.clone())?;
    let guard = local.take()?;
    console.set_title(None);
    if stack.sitting.mouse {
        console.listen_to_mouse(true);
    }
    open(stack, &mut console, start)?;
    let mut screen = Terminal::new(CrosstermBackend::new(io::stdout()))?;
    let ran = run::run(&mut screen, stack, &mut console);
    // The terminal is given back before anything is said in it.
    drop(guard);
    // Dropped, a screen that is gone would complain where nobody can hear it, and panic for that.
    if screen.show_cursor().is_err() {
        std::mem::forget(screen);
    }
    stack.sitting.look_at_file();
    let left = farewell(&stack.sitting);
    let ending = match ran {
        Ok(ending) => ending,
        // A terminal that cannot be drawn on any more is a terminal that is gone.
        Err(_) if !terminal::is_there() => Ending::Lost,
        Err(error) => return Err(error.into()),
    };
    stack.give_up();
    Ok((ending, left))
}

/// Opens what was asked for. What cannot be opened from the command line is an error, not a notice.
fn open(stack: &mut Stack, console: &mut impl Console, start: Start) -> Result<(), TuiError> {
    let effect = match start {
        Start::Home => Effect::ListSessions,
        Start::NewSession => {
            stack.go(Goal::Setup);
            Effect::ListSessions
        }
        Start::Play { deck, setup, path } => Effect::Create { deck, setup, path },
        Start::Resume(path) => Effect::Resume(path),
        Start::Replay {
            path,
            at,
            seat,
            tour,
        } => {
            outside::try_perform(stack, console, Effect::Replay { path, at, seat })?;
            if !tour {
                return Ok(());
            }
            Effect::Command(Command::Chapters)
        }
        Start::Watch(path) => Effect::Watch(path),
        Start::WatchNewest => Effect::WatchNewest,
    };
    outside::try_perform(stack, console, effect)?;
    Ok(())
}

/// How to go on with the session that was open.
fn farewell(sitting: &Sitting) -> Option<String> {
    let place = sitting.place.as_ref()?;
    let path = place.standing().path.as_deref()?;
    let name = &place.standing().name;
    if let Some(lost) = &sitting.lost {
        let acts = count(place.last_number().count(), "act", "acts");
        return Some(format!(
            "“{name}” is NOT kept: {lost}; recorded there: {acts}\nhint: look for the file where it was \
             moved to, and go on with: unequal resume FILE"
        ));
    }
    let path = typed(path);
    Some(if place.has_ended() {
        format!("“{name}” has ended and is kept in {path}\nhint: the report: unequal report {path}")
    } else if place.is_writable() {
        format!("“{name}” is kept in {path}\nhint: go on with: unequal resume {path}")
    } else {
        return None;
    })
}
