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

/// What was found out, each kind in a file of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Findings {
    /// What could be expected of each act.
    Expected,
    /// What players that were asked would have done.
    Asked,
}

impl Findings {
    const fn ending(self) -> &'static str {
        match self {
            Self::Expected => "findings.json",
            Self::Asked => "asked.json",
        }
    }

    /// Where they lie beside a record.
    pub fn path_for(self, save: impl AsRef<Path>) -> PathBuf {
        file::beside(save.as_ref(), self.ending())
    }

    /// Those about a record, as text; none where there are none that can be read.
    pub fn load(self, save: impl AsRef<Path>) -> Option<String> {
        let file = File::open(self.path_for(save)).ok()?;
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
        self,
        save: impl AsRef<Path>,
        join: impl FnOnce(Option<&str>) -> String,
    ) -> Result<(), StoreError> {
        shared::change(&self.path_for(save), "keep findings", |bytes| {
            let there = std::str::from_utf8(bytes).ok();
            Ok((Some(join(there)), ()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_come_back_and_a_missing_or_broken_file_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let save = folder.path().join("table.toml");
        assert_eq!(Findings::Asked.load(&save), None);
        Findings::Asked
            .keep(&save, |_| "{\"a\": 1}".to_owned())
            .unwrap();
        assert_eq!(Findings::Asked.load(&save).as_deref(), Some("{\"a\": 1}"));
        Findings::Asked
            .keep(&save, |there| {
                assert_eq!(there, Some("{\"a\": 1}"));
                "{}".to_owned()
            })
            .unwrap();
        assert_eq!(Findings::Asked.load(&save).as_deref(), Some("{}"));
        assert_eq!(Findings::Expected.load(&save), None);
        std::fs::write(Findings::Asked.path_for(&save), [0xff, 0xfe]).unwrap();
        assert_eq!(Findings::Asked.load(&save), None);
    }
}
