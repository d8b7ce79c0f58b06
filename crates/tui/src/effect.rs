//! What the interface asks the world to do: the only way from a key press to the disk.

use std::path::PathBuf;

use crate::command::Command;
use crate::errand::Order;
use crate::theme::ThemeName;
use unequal_core::deck::Deck;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::room::clock::ClockOf;
use unequal_core::engine::seat::Seat;
use unequal_core::store::Annotation;
use unequal_core::store::stage::Scene;
use unequal_session::branch::Departure;
use unequal_session::seal::SealedPlan;
use unequal_session::{Remarks, Setup};

/// What is done with a branch when it has been made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Onward {
    /// It is shown.
    Show,
    /// It is played on by whoever holds its seats.
    PlayOn,
    /// Bots play it to its end, and it is shown beside the line that it leaves.
    PlayOut,
}

/// One thing to be done outside the interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Keep the choice of colours for the next time.
    KeepTheme(ThemeName),
    /// Stop until the shell goes on with the program.
    Suspend,
    /// Begin a session: its record is made in the folder of saves, or where `path` says.
    Create {
        /// The deck.
        deck: Box<Deck>,
        /// How it is set up.
        setup: Setup,
        /// The file, where it was named.
        path: Option<PathBuf>,
    },
    /// Go on with the session in this file.
    Resume(PathBuf),
    /// Open the session in this file for reading only.
    Replay {
        /// The file.
        path: PathBuf,
        /// The entry to begin with.
        at: Option<EntryNumber>,
        /// Whose eyes.
        seat: Option<Seat>,
    },
    /// Begin a branch of the record that is replayed, in a file of its own.
    Branch {
        /// Where it leaves, and what it does otherwise.
        departure: Departure,
        /// What is done with it then.
        then: Onward,
    },
    /// Show another line of the family of the session that is open.
    GoTo {
        /// Its file.
        path: PathBuf,
        /// The entry to begin with.
        at: Option<EntryNumber>,
    },
    /// Work something out beside the loop.
    Work(Order),
    /// Keep annotations beside the record that is replayed.
    Annotate(Vec<Annotation>),
    /// Look with the eyes of a seat, in the replay.
    LookWith(Seat),
    /// Show a session that is played elsewhere, on the projector.
    Watch(PathBuf),
    /// Show the newest session in the folder of saves, on the projector.
    WatchNewest,
    /// Put an act on the record.
    Submit {
        /// Whose act.
        seat: Seat,
        /// The act.
        action: Action,
        /// What is said with it.
        remarks: Remarks,
    },
    /// Put an act on the record in somebody's name.
    SubmitAs {
        /// Whose act.
        seat: Seat,
        /// The name of who acts.
        by: String,
        /// The act.
        action: Action,
    },
    /// Keep a sealed plan among the drafts, then put its commitment on the record.
    Seal {
        /// Whose plan.
        seat: Seat,
        /// The plan.
        plan: SealedPlan,
        /// What is said with it.
        remarks: Remarks,
    },
    /// Let the program or a bot make its next act: where nobody but bots play, one at a time.
    Step,
    /// Give a session that is not open another name.
    RenameSession {
        /// Its file.
        path: PathBuf,
        /// The name.
        name: String,
    },
    /// Copy a session with what belongs to it.
    CopySession {
        /// Its file.
        path: PathBuf,
        /// The folder that the copy goes to.
        folder: PathBuf,
    },
    /// Look at the saves anew.
    ListSessions,
    /// Write the whole record into a new file and go on there: its own is gone.
    Elsewhere,
    /// Close the session and show the home screen.
    Leave,
    /// Turn the mouse on or off.
    Mouse(bool),
    /// Take the page on top away.
    Lift,
    /// Take everything away that lies over the screen.
    Bare,
    /// Do a command, as if its key had been pressed.
    Command(Command),
    /// Note that a hard clock has run out.
    ClockOut(ClockOf),
    /// Let play go on: the time of a pause is over.
    GoOn,
    /// Call a scene onto the projector, at a page; none: it follows play.
    Call(Option<Scene>, u32),
    /// Keep the dice off the projector, or show them there again, as the desk does.
    HideDice,
    /// Give so many minutes more to whoever is to act.
    MoreTime(u32),
    /// Say whether the time that passed unseen counts.
    Lapse {
        /// Whether it does.
        counts: bool,
    },
    /// Say by when the session must end, in seconds since 1970, or that it need not.
    MustEnd(Option<i64>),
    /// Let a seat sit down that has shown its PIN.
    SitDown {
        /// The seat.
        seat: Seat,
        /// Whether it takes the screen as the white cell, and keeps it.
        console: bool,
    },
    /// Give a seat a PIN on the curtain, or take its own away.
    SetPin {
        /// The seat.
        seat: Seat,
        /// The PIN.
        pin: Option<String>,
    },
    /// Let somebody take over a seat that somebody has, or not.
    Answer {
        /// Who asks.
        asks: unequal_session::presence::Asks,
        /// Whether they may.
        leave: bool,
    },
    /// Leave the program.
    Quit,
}
