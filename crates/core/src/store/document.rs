//! Documents made from a record, such as reports: whole or not at all, and over others only if asked for.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use super::error::StoreError;
use super::file::folder_of;

/// Writes a document. One that is there already is replaced only with `replace`.
///
/// # Errors
///
/// Says why it cannot be written; what was there before is still there then.
pub fn write(path: &Path, text: &str, replace: bool) -> Result<(), StoreError> {
    let failed = |error| match StoreError::from_io(path, "write", error) {
        StoreError::NotFound { .. } => StoreError::NotFound {
            path: folder_of(path).to_owned(),
        },
        error => error,
    };
    if path.is_dir() {
        return Err(StoreError::NotAFile {
            path: path.to_owned(),
        });
    }
    if !replace && path.symlink_metadata().is_ok() {
        return Err(StoreError::Exists {
            path: path.to_owned(),
        });
    }
    let mut options = tempfile::Builder::new();
    options.prefix(".unequal-").suffix(".tmp");
    // Who may read it is for the user's umask to say.
    #[cfg(unix)]
    options.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut temporary = options.tempfile_in(folder_of(path)).map_err(failed)?;
    temporary.write_all(text.as_bytes()).map_err(failed)?;
    temporary
        .persist(path)
        .map_err(|refused| failed(refused.error))?;
    Ok(())
}

/// Makes a folder for documents, with those above it.
///
/// # Errors
///
/// Says why it cannot be made.
pub fn folder(path: &Path) -> Result<(), StoreError> {
    match fs::create_dir_all(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        made => made.map_err(|error| StoreError::from_io(path, "make the folder", error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_replaced_only_if_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.html");
        write(&path, "one", false).unwrap();
        let refused = write(&path, "two", false).unwrap_err();
        assert!(matches!(refused, StoreError::Exists { .. }));
        assert_eq!(fs::read_to_string(&path).unwrap(), "one");
        write(&path, "two", true).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        assert!(write(&folder.path().join("no/where.html"), "x", false).is_err());
        assert!(write(folder.path(), "x", true).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no rests");
    }
}
