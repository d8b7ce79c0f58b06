//! Documents made from a record, such as reports: whole or not at all, and only over others of their kind.
//!
//! Whatever option names the file, and whatever is being read: a record, a deck, annotations, drafts, and
//! what this program did not make stay as they are.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use super::error::StoreError;
use super::frame::{self, Beginning};
use super::whole::{self, Readers, folder_of};

/// Bytes of a file that are looked at before it is written over.
const LOOKED_AT: u64 = 4 * 1024 * 1024;
/// Characters that make a line telling: documents of one kind share some that others do not hold.
const TELLING: usize = 16;

/// Writes a document. One that is there already is replaced only with `replace`, and only if this program
/// made it. When this returns, the document would survive the loss of power.
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
    if path.metadata().is_ok_and(|there| !there.is_file()) {
        return Err(StoreError::NotAFile {
            path: path.to_owned(),
        });
    }
    if path.symlink_metadata().is_ok() {
        if !replace {
            return Err(StoreError::Exists {
                path: path.to_owned(),
            });
        }
        expect_of_its_kind(path, text)?;
    }
    whole::sweep(folder_of(path));
    // Who may read it is for the user's umask to say.
    let write = if replace {
        whole::replace
    } else {
        whole::create
    };
    write(path, text.as_bytes(), Readers::AsUsual).map_err(failed)
}

/// Writes a document that takes nothing's place: where its name is taken, it gets a number before its ending.
/// Gives where it lies.
///
/// # Errors
///
/// Says why it cannot be written.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<PathBuf, StoreError> {
    whole::sweep(folder_of(path));
    let name = |number: u64| {
        let mut name = path.file_stem().unwrap_or_default().to_owned();
        name.push(format!("-{number}"));
        if let Some(ending) = path.extension() {
            name.push(".");
            name.push(ending);
        }
        path.with_file_name(name)
    };
    first_free(path, name, "write", |path| {
        whole::create(path, bytes, Readers::AsUsual)
    })
}

/// Makes a folder that was not there: where its name is taken, it gets a number. Gives where it lies.
///
/// # Errors
///
/// Says why it cannot be made.
pub fn folder_new(path: &Path) -> Result<PathBuf, StoreError> {
    let name = |number: u64| {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(format!("-{number}"));
        path.with_file_name(name)
    };
    first_free(path, name, "make the folder", |path| fs::create_dir(path))
}

/// Makes something under the first name that is free.
fn first_free(
    path: &Path,
    name: impl Fn(u64) -> PathBuf,
    doing: &'static str,
    make: impl Fn(&Path) -> io::Result<()>,
) -> Result<PathBuf, StoreError> {
    let (mut path, mut number) = (path.to_owned(), 1);
    loop {
        match make(&path) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                number += 1;
                path = name(number);
            }
            Err(error) => return Err(StoreError::from_io(&path, doing, error)),
        }
    }
}

/// Refuses to write over what is no document, or one that is not known to be of this program's making.
fn expect_of_its_kind(path: &Path, text: &str) -> Result<(), StoreError> {
    let failed = |error| StoreError::from_io(path, "read what is there already", error);
    let mut there = Vec::new();
    match File::open(path) {
        // A link that leads nowhere.
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        opened => opened
            .map_err(failed)?
            .take(LOOKED_AT)
            .read_to_end(&mut there)
            .map_err(failed)?,
    };
    if is_alike(&there, text) {
        return Ok(());
    }
    Err(StoreError::NotMadeHere {
        path: path.to_owned(),
    })
}

/// Whether what is there is a document like the one that is to be written. Records, decks, annotations
/// and drafts are TOML, which no document is.
fn is_alike(there: &[u8], text: &str) -> bool {
    if there.is_empty() {
        return true;
    }
    let Ok(there) = std::str::from_utf8(there) else {
        return false;
    };
    let is_session = !matches!(frame::beginning(there.as_bytes()), Beginning::Other);
    if is_session || toml::from_str::<toml::Table>(there).is_ok() {
        return false;
    }
    let telling = |line: &&str| line.chars().count() >= TELLING;
    let lines: HashSet<&str> = there.lines().map(str::trim).filter(telling).collect();
    text.lines().any(|line| lines.contains(line.trim()))
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
    use crate::store::frame::HEADER_LEAD;

    #[test]
    fn a_document_is_replaced_only_if_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.html");
        let page = |word: &str| format!("<p>{word}</p>\n<p>Every page has this line.</p>\n");
        write(&path, &page("one"), false).unwrap();
        let refused = write(&path, &page("two"), false).unwrap_err();
        assert!(matches!(refused, StoreError::Exists { .. }));
        assert_eq!(fs::read_to_string(&path).unwrap(), page("one"));
        write(&path, &page("two"), true).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), page("two"));
        assert!(write(&folder.path().join("no/where.html"), "x", false).is_err());
        assert!(write(folder.path(), "x", true).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no rests");
    }

    #[test]
    fn what_takes_nothings_place_gets_a_number() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("table.report.html");
        let made: Vec<PathBuf> = ["one", "two", "three"]
            .iter()
            .map(|text| write_new(&path, text.as_bytes()).unwrap())
            .collect();
        let names = [
            "table.report.html",
            "table.report-2.html",
            "table.report-3.html",
        ];
        assert_eq!(made, names.map(|name| folder.path().join(name)));
        assert_eq!(fs::read_to_string(&path).unwrap(), "one");
        let papers = folder.path().join("table.papers");
        assert_eq!(folder_new(&papers).unwrap(), papers);
        assert_eq!(
            folder_new(&papers).unwrap(),
            folder.path().join("table.papers-2")
        );
        assert!(write_new(&folder.path().join("no/where.html"), b"").is_err());
        assert!(folder_new(&folder.path().join("no/where")).is_err());
    }

    #[test]
    fn what_is_no_document_of_this_program_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let page = "A line that all of them share\nmore\n";
        let others = [
            format!("{HEADER_LEAD}1, header 20 bytes\n{page}"),
            format!("# A deck\ntext = \"\"\"\n{page}\"\"\"\n"),
            "What somebody wrote by hand\n".to_owned(),
            "\u{0}".to_owned(),
        ];
        for other in others {
            let path = folder.path().join("other");
            fs::write(&path, &other).unwrap();
            let refused = write(&path, page, true).unwrap_err();
            assert!(matches!(refused, StoreError::NotMadeHere { .. }), "{other}");
            assert_eq!(fs::read_to_string(&path).unwrap(), other);
        }
        let empty = folder.path().join("empty");
        fs::write(&empty, "").unwrap();
        write(&empty, page, true).unwrap();
    }
}
