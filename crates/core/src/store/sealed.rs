//! Heads of a record that seats sign: what is signed, where it lies, and whether a record still holds it.
//!
//! A head is a few lines of text that follow from the record alone, so that all seats sign the same bytes.
//! The signing itself is done by the system's `ssh-keygen`.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::StoreError;
use super::{chain, document, file, frame, shared};
use crate::engine::entry_number::EntryNumber;
use crate::engine::seat::Seat;

/// What the signatures are for: one that was given for anything else is none for a record.
pub const NAMESPACE: &str = "unequal-record";
/// Parts the name of a record from the number of the entry in names of what was signed.
const HEAD: &str = "head-";
/// How the names of signatures end.
const SIGNATURE: &str = ".sig";
/// The first line of a head.
const FIRST_LINE: &str = "unequal record, sealed";

/// What a seat signs of a record: all that it holds up to an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The number of the last entry; 0 where the record has none.
    pub entry: EntryNumber,
    /// How many bytes the record has up to its end.
    pub bytes: u64,
    /// The digest of that entry, by which it stands in the chain.
    pub digest: String,
    /// BLAKE3 of all these bytes, in hexadecimal digits, as `b3sum` gives it.
    pub whole: String,
}

/// Why a record does not hold a head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unheld {
    /// It ends before; all that it has was sealed.
    Cut,
    /// Something else stands there.
    Other,
}

impl Head {
    /// The head of a whole record.
    ///
    /// # Errors
    ///
    /// Says what is damaged. None where something stands behind the last entry, so that what is sealed would
    /// not be the whole file.
    pub fn of(path: &Path, bytes: &[u8]) -> Result<Option<Self>, StoreError> {
        let chain = chain::check(path, bytes)?;
        let head = Self {
            entry: chain.last,
            bytes: bytes.len() as u64,
            digest: chain.digest,
            whole: frame::digest_of("", bytes),
        };
        Ok(chain.torn.is_none().then_some(head))
    }

    /// What is signed: the same bytes for everybody.
    pub fn text(&self) -> String {
        let Self {
            entry,
            bytes,
            digest,
            whole,
        } = self;
        format!("{FIRST_LINE}\nentry {entry}\nbytes {bytes}\ndigest {digest}\nblake3 {whole}\n")
    }

    /// Reads what was signed; none where it is not to the byte what [`Head::text`] gives.
    pub fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines().skip(1);
        let mut after = |name: &str| lines.next()?.strip_prefix(name);
        let head = Self {
            entry: after("entry ")?.parse().ok()?,
            bytes: after("bytes ")?.parse().ok()?,
            digest: after("digest ")?.to_owned(),
            whole: after("blake3 ")?.to_owned(),
        };
        (head.text() == text).then_some(head)
    }

    /// Whether a record's bytes begin with what was sealed, to the byte.
    ///
    /// # Errors
    ///
    /// Says whether it was cut, or is another one.
    pub fn hold(&self, path: &Path, bytes: &[u8]) -> Result<(), Unheld> {
        let sealed = usize::try_from(self.bytes).ok();
        let Some(sealed) = sealed.and_then(|sealed| bytes.get(..sealed)) else {
            // Nothing shows what the rest was; that the chain ends earlier shows that there was one.
            return Err(match chain::check(path, bytes) {
                Ok(chain) if chain.last < self.entry => Unheld::Cut,
                _ => Unheld::Other,
            });
        };
        let is_it = frame::digest_of("", sealed) == self.whole
            && Self::of(path, sealed).is_ok_and(|found| found.as_ref() == Some(self));
        is_it.then_some(()).ok_or(Unheld::Other)
    }

    /// Where a head of a record lies.
    pub fn path_for(save: &Path, entry: EntryNumber) -> PathBuf {
        file::beside(save, &format!("{HEAD}{entry}"))
    }

    /// Where a seat's signature of a head lies.
    pub fn signature_for(save: &Path, entry: EntryNumber, seat: Seat) -> PathBuf {
        file::beside(save, &format!("{HEAD}{entry}.{}{SIGNATURE}", seat.word()))
    }

    /// Puts the head beside its record. One that is there already is the same.
    ///
    /// # Errors
    ///
    /// Says why it cannot be written, or that something else stands there.
    pub fn keep(&self, save: &Path) -> Result<PathBuf, StoreError> {
        let path = Self::path_for(save, self.entry);
        match fs::read_to_string(&path) {
            Ok(text) if text == self.text() => {}
            _ => document::write(&path, &self.text(), false)?,
        }
        Ok(path)
    }
}

/// What lies beside a record about one of its heads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The entry that its name tells.
    pub entry: EntryNumber,
    /// What was signed; none where it is missing, or is none.
    pub head: Option<Head>,
    /// The seats whose signatures lie there, in the order of seats.
    pub signed: Vec<Seat>,
}

/// What lies beside a record about its heads, by the number of their entries.
///
/// # Errors
///
/// Says why the folder cannot be read.
pub fn beside(save: &Path) -> Result<Vec<Sealed>, StoreError> {
    let mut found: Vec<Sealed> = Vec::new();
    for path in files(save)? {
        let Some((entry, seat)) = named(save, &path) else {
            continue;
        };
        let place = found.iter().position(|sealed| sealed.entry == entry);
        let place = place.unwrap_or_else(|| {
            found.push(Sealed {
                entry,
                head: None,
                signed: Vec::new(),
            });
            found.len() - 1
        });
        let Some(sealed) = found.get_mut(place) else {
            continue;
        };
        if let Some(seat) = seat {
            sealed.signed.push(seat);
        } else {
            let head = fs::read_to_string(&path).ok();
            let head = head.and_then(|text| Head::read(&text));
            sealed.head = head.filter(|head| head.entry == entry);
        }
    }
    found.sort_by_key(|sealed| sealed.entry);
    for sealed in &mut found {
        sealed.signed.sort();
    }
    Ok(found)
}

/// The files about a record's heads: heads, signatures, and who may sign. All of them belong to it.
///
/// # Errors
///
/// Says why the folder cannot be read.
pub fn files(save: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let folder = super::whole::folder_of(save);
    let failed = |error| StoreError::from_io(folder, "read the folder", error);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = save.with_file_name(entry.map_err(failed)?.file_name());
        if path == signers_for(save) || named(save, &path).is_some() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The entry and, of a signature, the seat that the name of a file tells.
fn named(save: &Path, path: &Path) -> Option<(EntryNumber, Option<Seat>)> {
    let lead = file::beside(save, HEAD);
    let lead = lead.file_name()?.as_encoded_bytes();
    let rest = path.file_name()?.as_encoded_bytes().strip_prefix(lead)?;
    let rest = std::str::from_utf8(rest).ok()?;
    let (entry, seat) = match rest.split_once('.') {
        None => (rest, None),
        Some((entry, seat)) => (entry, Some(Seat::from_word(seat.strip_suffix(SIGNATURE)?)?)),
    };
    let number = entry.parse().ok()?;
    (EntryNumber::to_string(&number) == entry).then_some((number, seat))
}

/// Where it stands whose keys sign for which seat of a record, in the form that `ssh-keygen` calls allowed
/// signers.
pub fn signers_for(save: &Path) -> PathBuf {
    file::beside(save, "signers")
}

/// Adds a public key to those that sign for a seat of a record. One that stands there already stays as it is.
///
/// # Errors
///
/// Says why it cannot be kept.
pub fn admit(save: &Path, seat: Seat, key: &str) -> Result<PathBuf, StoreError> {
    let path = signers_for(save);
    let line = format!("{} namespaces=\"{NAMESPACE}\" {key}", seat.word());
    shared::change(&path, "keep the key of a seat", |bytes| {
        let mut text = String::from_utf8_lossy(bytes).into_owned();
        if text.is_empty() {
            text +=
                "# Whose keys sign for which seat: allowed signers, as ssh-keygen reads them.\n";
        }
        if !text.lines().any(|there| there == line) {
            if !text.ends_with('\n') {
                text.push('\n');
            }
            text += &line;
            text.push('\n');
        }
        Ok((Some(text), ()))
    })?;
    Ok(path)
}

/// The names in a text of allowed signers, each once, in their order. A line may have several, parted by commas.
pub fn names(signers: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let lines = signers.lines().map(str::trim);
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let first = line.split_whitespace().next().unwrap_or_default();
        for name in first.split(',').filter(|name| !name.is_empty()) {
            if !names.iter().any(|there| there == name) {
                names.push(name.to_owned());
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_back_and_only_to_the_byte() {
        let head = Head {
            entry: EntryNumber::new(63),
            bytes: 48_123,
            digest: "6c".repeat(32),
            whole: "ab".repeat(32),
        };
        let text = head.text();
        assert_eq!(Head::read(&text), Some(head));
        for at in 0..text.len() {
            let mut changed = text.clone().into_bytes();
            changed[at] ^= 1;
            let read = String::from_utf8(changed)
                .ok()
                .and_then(|text| Head::read(&text));
            // What is still a head is another one, which the signature does not fit.
            assert_ne!(read, Head::read(&text), "byte {at}");
        }
        for cut in 0..text.len() {
            let part = text.get(..cut).unwrap();
            assert_ne!(Head::read(part), Head::read(&text), "cut at {cut}");
        }
        assert_eq!(Head::read(&text.replace("entry 63", "entry 063")), None);
        assert_eq!(Head::read(&(text + "more\n")), None);
    }

    #[test]
    fn what_lies_beside_a_record_is_found_by_name_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let save = folder.path().join("t.toml");
        for name in [
            "t.toml.head-12.client.sig",
            "t.toml.head-12.patron.sig",
            "t.toml.head-5",
            "t.toml.head-05",
            "t.toml.head-5.nobody.sig",
            "t.toml.head-x",
            "t.toml.seals",
            "other.toml.head-5",
        ] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        let found = beside(&save).unwrap();
        let told: Vec<_> = found
            .iter()
            .map(|sealed| {
                (
                    sealed.entry,
                    sealed.head.is_some(),
                    sealed.signed.as_slice(),
                )
            })
            .collect();
        let both = [Seat::Patron, Seat::Client];
        assert_eq!(
            told,
            [
                (EntryNumber::new(5), false, &[][..]),
                (EntryNumber::new(12), false, &both[..])
            ]
        );
        admit(&save, Seat::Client, "ssh-ed25519 AAAA").unwrap();
        admit(&save, Seat::Client, "ssh-ed25519 AAAA").unwrap();
        admit(&save, Seat::Patron, "ssh-ed25519 BBBB").unwrap();
        let text = fs::read_to_string(signers_for(&save)).unwrap();
        assert_eq!(text.lines().count(), 3, "{text}");
        assert_eq!(names(&text), ["client", "patron"]);
        assert_eq!(files(&save).unwrap().len(), 4);
    }
}
