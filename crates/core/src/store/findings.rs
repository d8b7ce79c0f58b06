//! Keeps what was worked out about a record beside it, so that it need not be worked out again.
//!
//! Findings are no part of the record. They can be thrown away at any time, and a file that cannot
//! be read is as good as none.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::error::StoreError;
use super::file;
use super::shared;

/// The largest file of findings that is read, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Where the findings about a record lie.
pub fn path_for(save: impl AsRef<Path>) -> PathBuf {
    file::beside(save.as_ref(), "findings.json")
}

/// The findings about a record, as text; none where there are none that can be read.
pub fn load(save: impl AsRef<Path>) -> Option<String> {
    let file = File::open(path_for(save)).ok()?;
    let mut text = String::new();
    file.take(LARGEST).read_to_string(&mut text).ok()?;
    Some(text)
}

/// Keeps findings. `join` gets those that are there by now, if they can be read, and gives what shall be.
///
/// # Errors
///
/// Says why the file cannot be written; the record is not touched in any case.
pub fn keep(
    save: impl AsRef<Path>,
    join: impl FnOnce(Option<&str>) -> String,
) -> Result<(), StoreError> {
    shared::change(&path_for(save), "keep findings", |bytes| {
        let there = std::str::from_utf8(bytes).ok();
        Ok((Some(join(there)), ()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_come_back_and_a_missing_or_broken_file_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let save = folder.path().join("table.toml");
        assert_eq!(load(&save), None);
        keep(&save, |_| "{\"a\": 1}".to_owned()).unwrap();
        assert_eq!(load(&save).as_deref(), Some("{\"a\": 1}"));
        keep(&save, |there| {
            assert_eq!(there, Some("{\"a\": 1}"));
            "{}".to_owned()
        })
        .unwrap();
        assert_eq!(load(&save).as_deref(), Some("{}"));
        std::fs::write(path_for(&save), [0xff, 0xfe]).unwrap();
        assert_eq!(load(&save), None);
    }
}
