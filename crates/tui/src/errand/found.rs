//! What comes back of work that was done beside the loop.

use std::path::PathBuf;

use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::model::choice::Band;
use unequal_core::study::tipping::Tipping;
use unequal_papers::handout::Written;
use unequal_papers::report::Aar;
use unequal_papers::report::cohort::SessionLine;
use unequal_session::compare::Comparison;
use unequal_session::desk::AfterBand;
use unequal_session::dry_run::Coming;
use unequal_session::expectations::{Answer, Inquiry};
use unequal_session::fan::Fan;
/// What was worked out.
#[derive(Debug)]
pub enum Found {
    /// What the program can say of a session.
    Study(Box<Aar>),
    /// What could be expected after every entry, with the question.
    Expected(Box<Inquiry>, Vec<Answer>),
    /// What could be expected of one entry.
    Explained(Box<Answer>),
    /// Where the session could go.
    Fan(Box<Fan>),
    /// Lines side by side.
    Compared(Box<Comparison>),
    /// Sessions to be seen in groups.
    Gathered(Box<Gathered>),
    /// A branch was played to its end: its file, and both lines side by side, or why they are not.
    PlayedOut(PathBuf, Result<Box<Comparison>, String>),
    /// The file that the report is in, and what of the remarks is not.
    Report(PathBuf, Option<String>),
    /// What was written into a folder, under a title, and what of the remarks was not.
    Written(&'static str, PathBuf, Vec<Written>, Option<String>),
    /// What is to be said of it, and no more.
    Said(String),
    /// What would follow each result of the exchange on the desk, as it lay there after an entry.
    Outlook(EntryNumber, Vec<AfterBand>),
    /// The numbers on which the result of the exchange on the desk hangs.
    Tips(Tipped),
    /// When the injects of the plan would come, as it stood after an entry.
    DryRun(EntryNumber, Vec<Coming>),
    /// Why nothing came of it.
    Trouble(String),
}

/// Sessions of a folder, each in a line.
#[derive(Clone, Debug)]
pub struct Gathered {
    /// The lines.
    pub lines: Vec<SessionLine>,
    /// The file of each.
    pub paths: Vec<PathBuf>,
    /// What could not be read, and why.
    pub unread: Vec<String>,
}

/// The numbers of the deck on which the result of the exchange on the desk hangs, the nearest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Tipped {
    /// The entry after which the exchange lay there.
    pub entry: EntryNumber,
    /// The roll.
    pub roll: i64,
    /// The net of the arguments.
    pub arguments: i64,
    /// The numbers.
    pub numbers: Vec<Tipping<Band>>,
}
