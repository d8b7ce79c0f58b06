//! A folder to be kept or handed on: a record, what lies beside it, documents made from it, and checksums.

use std::fs;
use std::path::{Path, PathBuf};

use super::annotations::Annotations;
use super::document;
use super::drafts::Drafts;
use super::error::StoreError;
use super::sealed;
use super::seals::Key;
use super::sums;
use super::together::Together;
use super::whole::{self, Readers};

/// Writes a bundle into a new folder: the record as it lies there, annotations, signatures and the key to copies
/// where there are some, the documents by their names, and checksums of all of them. What was typed and never sent stays
/// out. Gives where the folder lies.
///
/// # Errors
///
/// Says what cannot be read or written.
pub fn write(
    save: &Path,
    folder: &Path,
    documents: &[(String, String)],
) -> Result<PathBuf, StoreError> {
    let mut files = Vec::new();
    let beside = [
        save.to_owned(),
        Annotations::path_for(save),
        Key::path_for(save),
    ];
    for path in beside.into_iter().chain(sealed::files(save)?) {
        match fs::read(&path) {
            Ok(bytes) => {
                let name = path.file_name().unwrap_or_default();
                files.push((name.to_string_lossy().into_owned(), bytes));
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && path != save => {}
            Err(error) => return Err(StoreError::from_io(&path, "read", error)),
        }
    }
    let documents = documents.iter().cloned();
    files.extend(documents.map(|(name, text)| (name, text.into_bytes())));
    files.sort();
    let listed = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let sums = sums::text(listed);
    let folder = document::folder_new(folder)?;
    files.push((sums::NAME.to_owned(), sums.into_bytes()));
    for (name, bytes) in &files {
        document::write_new(&folder.join(name), bytes)?;
    }
    Ok(folder)
}

/// Copies a record with all that belongs to it into a folder, for another computer: remarks, signatures, the key to
/// copies, what was typed and not sent, until when the table was together. Nothing is written over. Gives where the
/// record lies there.
///
/// # Errors
///
/// Says which file is there already, or cannot be read or written.
pub fn copy(save: &Path, folder: &Path) -> Result<PathBuf, StoreError> {
    let beside = [
        Annotations::path_for(save),
        Key::path_for(save),
        Drafts::path_for(save),
        Together::path_for(save),
    ];
    let there = |path: &Path| folder.join(path.file_name().unwrap_or_default());
    let signed = sealed::files(save)?;
    let taken = beside.iter().chain(&signed).map(PathBuf::as_path);
    for path in taken.chain([save]) {
        let path = there(path);
        if path.symlink_metadata().is_ok() {
            return Err(StoreError::Exists { path });
        }
    }
    let write = |path: &Path, readers: Readers| {
        let bytes = fs::read(path).map_err(|error| StoreError::from_io(path, "read", error))?;
        let to = there(path);
        let written = whole::create(&to, &bytes, readers);
        written.map_err(|error| StoreError::from_io(&to, "write", error))
    };
    for path in beside.iter().filter(|path| path.is_file()) {
        // A key and what was never sent are nobody else's.
        write(path, Readers::UserAlone)?;
    }
    for path in &signed {
        write(path, Readers::AsUsual)?;
    }
    write(save, Readers::AsUsual)?;
    Ok(there(save))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_takes_along_what_belongs_to_the_record_and_writes_over_nothing() {
        let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let save = here.path().join("table.toml");
        for (ending, text) in [
            ("", "record"),
            (".drafts", "typed"),
            (".head-9.client.sig", "signed"),
            (".lock", ""),
        ] {
            fs::write(here.path().join(format!("table.toml{ending}")), text).unwrap();
        }
        let copied = copy(&save, there.path()).unwrap();
        assert_eq!(fs::read_to_string(&copied).unwrap(), "record");
        let drafts = there.path().join("table.toml.drafts");
        assert_eq!(fs::read_to_string(drafts).unwrap(), "typed");
        let signed = there.path().join("table.toml.head-9.client.sig");
        assert_eq!(fs::read_to_string(signed).unwrap(), "signed");
        assert!(!there.path().join("table.toml.lock").exists());
        let again = copy(&save, there.path()).unwrap_err();
        assert!(matches!(again, StoreError::Exists { .. }), "{again:?}");
        assert!(matches!(
            copy(&save, here.path()),
            Err(StoreError::Exists { .. })
        ));
    }

    #[test]
    fn a_bundle_holds_the_record_what_was_written_beside_it_and_sums_but_nothing_unsent() {
        let folder = tempfile::tempdir().unwrap();
        let save = folder.path().join("table.toml");
        for (ending, text) in [
            ("", "record"),
            (".annotations", "said"),
            (".head-9", "head"),
            (".drafts", "typed"),
        ] {
            fs::write(folder.path().join(format!("table.toml{ending}")), text).unwrap();
        }
        let documents = [("table.report.html".to_owned(), "page".to_owned())];
        let made = write(&save, &folder.path().join("table.bundle"), &documents).unwrap();
        let mut names: Vec<String> = fs::read_dir(&made)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        let wanted = [
            "BLAKE3SUMS",
            "table.report.html",
            "table.toml",
            "table.toml.annotations",
            "table.toml.head-9",
        ];
        assert_eq!(names, wanted);
        let sums = fs::read_to_string(made.join(sums::NAME)).unwrap();
        for line in sums.lines() {
            let (digest, name) = line.split_once("  ").unwrap();
            let bytes = fs::read(made.join(name)).unwrap();
            assert_eq!(digest, blake3::hash(&bytes).to_hex().as_str(), "{name}");
        }
        assert_eq!(sums.lines().count(), 4);
        let again = write(&save, &folder.path().join("table.bundle"), &documents).unwrap();
        assert_eq!(again, folder.path().join("table.bundle-2"));
    }
}
