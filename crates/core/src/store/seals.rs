//! Seals what a copy of a record keeps back: hashes under a secret key, which lies beside the record until ENDEX.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::error::StoreError;
pub use super::foreign::COPY_LEAD;
use super::foreign::KEY_LEAD;
use super::{file, frame, shared};
use crate::engine::entry_number::EntryNumber;

/// Hexadecimal digits of a key: 256 bits, so that nobody finds what is sealed by trying.
const DIGITS: usize = 64;

/// The secret under which a record is sealed. Every copy of the record has the same, so that the copies of two
/// seats can be held against each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key(String);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    key: String,
}

impl Key {
    /// Where the key of a record lies.
    pub fn path_for(save: impl AsRef<Path>) -> PathBuf {
        file::beside(save.as_ref(), "seals")
    }

    /// The key of a record; none where no copy was made of it.
    ///
    /// # Errors
    ///
    /// Says why it cannot be read. It is never made anew then: what was sealed under it could not be opened.
    pub fn load(save: impl AsRef<Path>) -> Result<Option<Self>, StoreError> {
        let path = Self::path_for(save);
        match fs::read(&path) {
            Ok(bytes) => Self::read(&path, &bytes),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(StoreError::from_io(&path, READ, error)),
        }
    }

    /// The key of a record, or `fresh` from now on where it has none yet: 64 hexadecimal digits that
    /// nobody can guess. It is on the disk when this returns.
    ///
    /// # Errors
    ///
    /// As [`Key::load`], or says why it cannot be kept.
    pub fn of(save: impl AsRef<Path>, fresh: String) -> Result<Self, StoreError> {
        let path = Self::path_for(save);
        shared::change(&path, "keep the key to copies", |bytes| {
            let key = Self::read(&path, bytes)?.unwrap_or(Self(fresh));
            let text = format!(
                "{KEY_LEAD} With it, what they hide\n# could be found by trying: it is the white \
                 cell's until ENDEX. Without it they\n# cannot be opened: keep it beside the \
                 session.\n\nkey = \"{}\"\n",
                key.0
            );
            Ok((Some(text), key))
        })
    }

    fn read(path: &Path, bytes: &[u8]) -> Result<Option<Self>, StoreError> {
        if bytes.is_empty() {
            return Ok(None);
        }
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        let kept: Option<Kept> = toml::from_str(text).ok();
        let is_key = |key: &str| key.len() == DIGITS && key.bytes().all(|c| c.is_ascii_hexdigit());
        if let Some(kept) = kept.filter(|kept| is_key(&kept.key)) {
            return Ok(Some(Self(kept.key)));
        }
        let said = io::Error::new(ErrorKind::InvalidData, "it holds none");
        Err(StoreError::from_io(path, READ, said))
    }

    /// Takes the key along to another file of the same record.
    ///
    /// # Errors
    ///
    /// As [`Key::of`].
    pub fn go_along(from: &Path, to: &Path) -> Result<(), StoreError> {
        match Self::load(from)? {
            Some(key) => Self::of(to, key.0).map(drop),
            None => Ok(()),
        }
    }

    /// The seal of an entry, given the record's digest at it; 0 is the header.
    ///
    /// The digest stands for all that the record holds up to there, and the key keeps anybody from
    /// trying out what that might be.
    pub fn seal(&self, entry: EntryNumber, digest: &str) -> String {
        let sealed = format!("unequal seal\n{}\n{entry}\n{digest}", self.0);
        blake3::hash(sealed.as_bytes()).to_hex().to_string()
    }
}

const READ: &str = "read the key to copies";

/// The digest of a line of a copy and of all lines before it, as the record chains its blocks.
pub fn chained(previous: &str, line: &str) -> String {
    frame::digest_of(previous, line.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_once_and_never_over_one_that_cannot_be_read() {
        let folder = tempfile::tempdir().unwrap();
        let save = folder.path().join("s.toml");
        assert_eq!(Key::load(&save).unwrap(), None);
        let key = Key::of(&save, "a".repeat(DIGITS)).unwrap();
        assert_eq!(Key::of(&save, "b".repeat(DIGITS)).unwrap(), key);
        assert_eq!(Key::load(&save).unwrap(), Some(key.clone()));
        let other = folder.path().join("other.toml");
        Key::go_along(&save, &other).unwrap();
        assert_eq!(Key::load(&other).unwrap(), Some(key));
        for broken in ["key = \"short\"\n", "\u{0}", "# nothing\n"] {
            fs::write(Key::path_for(&save), broken).unwrap();
            assert!(Key::load(&save).is_err());
            assert!(Key::of(&save, "c".repeat(DIGITS)).is_err());
            assert_eq!(fs::read_to_string(Key::path_for(&save)).unwrap(), broken);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_key_is_readable_by_its_user_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let save = folder.path().join("s.toml");
        Key::of(&save, "a".repeat(DIGITS)).unwrap();
        let mode = fs::metadata(Key::path_for(&save)).unwrap().permissions();
        assert_eq!(mode.mode() & 0o077, 0);
    }

    #[test]
    fn a_seal_depends_on_key_entry_and_digest() {
        let key = |c: &str| Key(c.repeat(DIGITS));
        let seals = [
            key("a").seal(EntryNumber::new(1), "x"),
            key("b").seal(EntryNumber::new(1), "x"),
            key("a").seal(EntryNumber::new(2), "x"),
            key("a").seal(EntryNumber::new(1), "y"),
        ];
        for (place, seal) in seals.iter().enumerate() {
            assert_eq!(seal.len(), 64);
            assert!(!seals[..place].contains(seal));
        }
    }
}
