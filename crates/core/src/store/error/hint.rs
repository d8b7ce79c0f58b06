//! What to do after each fault of a record's file.

use std::io::ErrorKind;

use super::StoreError;
use crate::store::file::LONGEST_NAME;
use crate::store::text::typed;

impl StoreError {
    /// What to do next.
    pub fn hint(&self) -> String {
        match self {
            Self::NotFound { .. } => "check the name, or begin a new session".into(),
            Self::NotAFile { .. } => "name a session file, such as saves/table-2.toml".into(),
            Self::Exists { .. } => {
                "resume it, or give the new session another name or place".into()
            }
            Self::NotMadeHere { .. } => "name another file, or move this one away first".into(),
            Self::Permission { .. } | Self::ReadOnly { .. } => {
                "copy the file to, or begin the session in, a folder you may write to".into()
            }
            Self::DiskFull { .. } => {
                "make room on the disk and do it again: all entries so far are safe".into()
            }
            Self::Busy { path } => format!(
                "close the other program, or watch the record from here with `unequal watch {path}`",
                path = typed(path)
            ),
            Self::NoLocks { .. } => {
                "keep the session in a folder of this computer's own disk, with `--save FILE`, and copy it \
                 to the share when it is done"
                    .into()
            }
            Self::OtherVersion { version, .. } => version.hint(),
            Self::NotASession { path, what } => what.hint(path),
            Self::CutHeader { .. } => "restore the file from a copy: it holds no entry".into(),
            Self::DamagedHeader {
                line_ends: true, ..
            } => "a program has changed the ends of its lines: take the file again from where it \
                 came, copied as it is"
                .into(),
            Self::DamagedHeader { .. } => {
                "nothing was changed; restore the file from a copy".into()
            }
            Self::DamagedEntry { path, entry, .. } => {
                format!(
                    "nothing was changed; restore the file from a copy, or go on with what is whole: \
                     `unequal branch {shown} --at {at}`",
                    shown = typed(path),
                    at = entry.before()
                )
            }
            Self::Unreadable { .. } => {
                "the file is as it was written: a later version of the program made it, or a hand \
                 that knew the format; nothing was changed"
                    .into()
            }
            Self::Unrecordable { .. } => "change what is named and do it again".into(),
            Self::SyncFailed { .. } | Self::Stopped { .. } => {
                "stop, look at the disk, and resume the session: all entries before this one are \
                 safe"
                    .into()
            }
            Self::Changed { .. } | Self::Overwritten { .. } => {
                "stop here, close the other program, and verify the file before resuming it".into()
            }
            Self::Moved { .. } => {
                "put the file back where it was, or resume it from its new place".into()
            }
            Self::Io { source, .. } if source.kind() == ErrorKind::InvalidFilename => {
                format!("give it a shorter name, of at most {LONGEST_NAME} bytes")
            }
            Self::Io { .. } => "see what the system says, then do it again".into(),
        }
    }
}
