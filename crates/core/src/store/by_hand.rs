//! What a facilitator writes about a session in their own words: a text beside the record, taken along by its report.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::store::error::StoreError;
use crate::store::file;

/// Where that text lies: `table-2.toml.brief.md`, beside the record.
pub fn path_for(save: impl AsRef<Path>) -> PathBuf {
    file::beside(save.as_ref(), "brief.md")
}

/// The text beside a record; empty where there is none.
///
/// # Errors
///
/// As [`load_file`].
pub fn load(save: impl AsRef<Path>) -> Result<String, StoreError> {
    match load_file(&path_for(save)) {
        Err(StoreError::NotFound { .. }) => Ok(String::new()),
        other => other,
    }
}

/// A text from any file.
///
/// # Errors
///
/// Says why the file cannot be read; what is no UTF-8 is none.
pub fn load_file(path: &Path) -> Result<String, StoreError> {
    fs::read_to_string(path).map_err(|error| {
        let doing = if error.kind() == ErrorKind::InvalidData {
            "read this as UTF-8 text"
        } else {
            "read the brief"
        };
        StoreError::from_io(path, doing, error)
    })
}
