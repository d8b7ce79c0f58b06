//! What the interface asks the world to do: the only way from a key press to the disk.

use std::path::PathBuf;

use crate::engine::action::Action;
use crate::engine::seat::Seat;

/// What is said with an act; each may be left out, and the gap is counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remarks {
    /// Why.
    pub rationale: Option<String>,
    /// How sure, 0..=100.
    pub confidence: Option<u8>,
    /// Who disagreed, and why.
    pub dissent: Option<String>,
}

/// One thing to be done outside the interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Go on with the session in this file.
    Resume(PathBuf),
    /// Open the session in this file for reading only.
    Replay(PathBuf),
    /// Put an act on the record.
    Submit {
        /// Whose act.
        seat: Seat,
        /// The act.
        action: Action,
        /// What is said with it.
        remarks: Remarks,
    },
    /// Keep what was typed; an empty text forgets it.
    SaveDraft {
        /// The field's name.
        name: String,
        /// What was typed.
        text: String,
    },
    /// Close the session and show the home screen.
    Leave,
    /// Turn the mouse on or off.
    Mouse(bool),
    /// Leave the program.
    Quit,
}
