//! What can go wrong with a record: what happened, where, and what to do next.

mod hint;

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::foreign::Foreign;
use super::frame::Fault;
use super::text::on_one_line;
use super::version::OtherVersion;
use crate::engine::entry_number::EntryNumber;

/// Why a record could not be made, read or continued. Nothing is changed by any of these.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("{}: no such file or folder", shown(.path))]
    NotFound {
        /// Where.
        path: PathBuf,
    },
    /// A folder, a device or the like.
    #[error("{}: not a file", shown(.path))]
    NotAFile {
        /// Where.
        path: PathBuf,
    },
    /// A file stands where a new one should be made.
    #[error("{}: a file of this name exists, and a record is never overwritten", shown(.path))]
    Exists {
        /// Where.
        path: PathBuf,
    },
    /// A file stands where a document should be written, and is not known to be one.
    #[error("{}: this is no document that this program made, so it is not written over", shown(.path))]
    NotMadeHere {
        /// Where.
        path: PathBuf,
    },
    /// The user may not do this here.
    #[error("{}: no permission to {doing}", shown(.path))]
    Permission {
        /// Where.
        path: PathBuf,
        /// What was tried.
        doing: &'static str,
    },
    /// The folder or disk is read-only.
    #[error("{}: cannot {doing}, the disk is read-only", shown(.path))]
    ReadOnly {
        /// Where.
        path: PathBuf,
        /// What was tried.
        doing: &'static str,
    },
    /// The disk, or the user's share of it, is full.
    #[error("{}: cannot {doing}, the disk is full{}", shown(.path), not_recorded(*.entry))]
    DiskFull {
        /// Where.
        path: PathBuf,
        /// What was tried.
        doing: &'static str,
        /// The entry that was not recorded.
        entry: Option<EntryNumber>,
    },
    /// Another program writes this record.
    #[error("{}: another program has this record open for writing", shown(.path))]
    Busy {
        /// Where.
        path: PathBuf,
    },
    /// The folder cannot lock files, so that a second writer could not be kept out.
    #[error("{}: this folder knows no locks, as some network shares and folders of the cloud", shown(.path))]
    NoLocks {
        /// Where.
        path: PathBuf,
    },
    /// The record is in order, and of another version than this program reads or plays.
    #[error("{}: {version}", shown(.path))]
    OtherVersion {
        /// Where.
        path: PathBuf,
        /// Which, and what made it.
        version: OtherVersion,
    },
    /// The file is something else.
    #[error("{}: {what}", shown(.path))]
    NotASession {
        /// Where.
        path: PathBuf,
        /// What it is.
        what: Foreign,
    },
    /// The file ends within its header, so there is no session to continue.
    #[error("{}: cut off within its header, after {has} bytes{}", shown(.path), of(*.needs))]
    CutHeader {
        /// Where.
        path: PathBuf,
        /// How many bytes there are.
        has: u64,
        /// How many the header has.
        needs: Option<u64>,
    },
    /// The header has been changed since it was written.
    #[error("{}: damaged header: {fault}", shown(.path))]
    DamagedHeader {
        /// Where.
        path: PathBuf,
        /// What is wrong.
        fault: Fault,
        /// The line ends have been changed, as some programs do in passing.
        line_ends: bool,
    },
    /// An entry has been changed since it was written.
    #[error("{}: damaged entry {entry}, at byte {offset}: {fault}", shown(.path))]
    DamagedEntry {
        /// Where.
        path: PathBuf,
        /// The entry.
        entry: EntryNumber,
        /// Where the entry begins in the file.
        offset: u64,
        /// What is wrong.
        fault: Fault,
    },
    /// A block is as it was written, and means nothing to this program.
    #[error("{}: cannot understand {}: {problem}", shown(.path), block(*.entry))]
    Unreadable {
        /// Where.
        path: PathBuf,
        /// The entry; 0 is the header.
        entry: EntryNumber,
        /// What was found and expected.
        problem: String,
    },
    /// An act that the record cannot hold.
    #[error("{}: entry {entry} cannot be recorded: {problem}", shown(.path))]
    Unrecordable {
        /// Where.
        path: PathBuf,
        /// The number it would have had.
        entry: EntryNumber,
        /// Why.
        problem: String,
    },
    /// The disk did not confirm that it holds what was written.
    #[error(
        "{}: the disk did not confirm that it holds {}: {source}",
        shown(.path),
        block(*.entry)
    )]
    SyncFailed {
        /// Where.
        path: PathBuf,
        /// The entry; 0 is the header.
        entry: EntryNumber,
        /// What the system said.
        source: io::Error,
    },
    /// The journal stopped at an earlier fault and takes nothing more.
    #[error(
        "{}: recording stopped at entry {stopped_at}, so entry {entry} was not recorded",
        shown(.path)
    )]
    Stopped {
        /// Where.
        path: PathBuf,
        /// The entry at which it stopped.
        stopped_at: EntryNumber,
        /// The entry that was not recorded.
        entry: EntryNumber,
    },
    /// The file was changed while it was open here.
    #[error(
        "{}: changed by another program: expected {expected} bytes before entry {entry}, found {found}",
        shown(.path)
    )]
    Changed {
        /// Where.
        path: PathBuf,
        /// The entry that was to be recorded or read next.
        entry: EntryNumber,
        /// How long it should be.
        expected: u64,
        /// How long it is.
        found: u64,
    },
    /// The file was written over in place while it was open here, and has the length that it had.
    #[error(
        "{}: written over by another program before entry {entry}, which was not recorded",
        shown(.path)
    )]
    Overwritten {
        /// Where.
        path: PathBuf,
        /// The entry that was to be recorded next.
        entry: EntryNumber,
    },
    /// The file was moved, deleted or replaced while it was open here.
    #[error("{}: moved, deleted or replaced before entry {entry}", shown(.path))]
    Moved {
        /// Where it was.
        path: PathBuf,
        /// The entry that was to be recorded or read next.
        entry: EntryNumber,
    },
    /// Anything else that the system refused.
    #[error("{}: cannot {doing}: {source}{}", shown(.path), not_recorded(*.entry))]
    Io {
        /// Where.
        path: PathBuf,
        /// What was tried.
        doing: &'static str,
        /// The entry that was not recorded.
        entry: Option<EntryNumber>,
        /// What the system said.
        source: io::Error,
    },
}

/// A path as it may be shown: on one line, and without anything that acts on a terminal.
fn shown(path: &Path) -> String {
    on_one_line(&path.to_string_lossy())
}

fn block(entry: EntryNumber) -> String {
    if entry.is_startex() {
        "the header".to_owned()
    } else {
        format!("entry {entry}")
    }
}

fn not_recorded(entry: Option<EntryNumber>) -> String {
    entry.map_or_else(String::new, |entry| {
        format!("; entry {entry} was not recorded")
    })
}

fn of(needs: Option<u64>) -> String {
    needs.map_or_else(String::new, |needs| format!(" of {needs}"))
}

impl StoreError {
    /// The error for what the system said while something was tried.
    pub(crate) fn from_io(path: &Path, doing: &'static str, source: io::Error) -> Self {
        Self::from_append(path, doing, None, source)
    }

    /// The same, for an entry that was therefore not recorded.
    pub(crate) fn from_append(
        path: &Path,
        doing: &'static str,
        entry: Option<EntryNumber>,
        source: io::Error,
    ) -> Self {
        let path = path.to_owned();
        match source.kind() {
            ErrorKind::NotFound => Self::NotFound { path },
            ErrorKind::IsADirectory | ErrorKind::NotADirectory => Self::NotAFile { path },
            ErrorKind::AlreadyExists => Self::Exists { path },
            ErrorKind::PermissionDenied => Self::Permission { path, doing },
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { path, doing },
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                Self::DiskFull { path, doing, entry }
            }
            _ => Self::Io {
                path,
                doing,
                entry,
                source,
            },
        }
    }

    /// The file concerned.
    pub fn path(&self) -> &Path {
        match self {
            Self::NotFound { path }
            | Self::NotAFile { path }
            | Self::Exists { path }
            | Self::NotMadeHere { path }
            | Self::Permission { path, .. }
            | Self::ReadOnly { path, .. }
            | Self::DiskFull { path, .. }
            | Self::Busy { path }
            | Self::NoLocks { path }
            | Self::OtherVersion { path, .. }
            | Self::NotASession { path, .. }
            | Self::CutHeader { path, .. }
            | Self::DamagedHeader { path, .. }
            | Self::DamagedEntry { path, .. }
            | Self::Unreadable { path, .. }
            | Self::Unrecordable { path, .. }
            | Self::SyncFailed { path, .. }
            | Self::Stopped { path, .. }
            | Self::Changed { path, .. }
            | Self::Overwritten { path, .. }
            | Self::Moved { path, .. }
            | Self::Io { path, .. } => path,
        }
    }

    /// The entry concerned; 0 is the header, none is the file as a whole.
    pub const fn entry(&self) -> Option<EntryNumber> {
        match self {
            Self::DamagedEntry { entry, .. }
            | Self::Unreadable { entry, .. }
            | Self::Unrecordable { entry, .. }
            | Self::SyncFailed { entry, .. }
            | Self::Stopped { entry, .. }
            | Self::Changed { entry, .. }
            | Self::Overwritten { entry, .. }
            | Self::Moved { entry, .. } => Some(*entry),
            Self::OtherVersion { version, .. } => match version.entry {
                EntryNumber::STARTEX => None,
                entry => Some(entry),
            },
            Self::DiskFull { entry, .. } | Self::Io { entry, .. } => *entry,
            Self::CutHeader { .. } | Self::DamagedHeader { .. } => Some(EntryNumber::STARTEX),
            Self::NotFound { .. }
            | Self::NotAFile { .. }
            | Self::Exists { .. }
            | Self::NotMadeHere { .. }
            | Self::Permission { .. }
            | Self::ReadOnly { .. }
            | Self::Busy { .. }
            | Self::NoLocks { .. }
            | Self::NotASession { .. } => None,
        }
    }

    /// Whether the data itself is at fault, so that `verify` says no.
    pub const fn is_damage(&self) -> bool {
        matches!(
            self,
            Self::CutHeader { .. } | Self::DamagedHeader { .. } | Self::DamagedEntry { .. }
        )
    }
}
