//! Where a report goes: a file, a folder, beside the save, or standard output.

use std::path::{Path, PathBuf};

use crate::cli::error::Error;
use crate::cli::out::Out;
use unequal_core::deck::plain;
use unequal_core::store::{StoreError, document};
use unequal_papers::report::Part;

/// The option that names the place of a report.
pub(in crate::cli) const OUT: &str = "--out";

/// Where a report goes.
#[derive(Debug)]
pub(in crate::cli) struct Place {
    to: To,
    replace: bool,
}

#[derive(Debug)]
enum To {
    /// Into the folder of the save.
    Beside,
    Folder(PathBuf),
    File(PathBuf),
    Stdout,
}

impl Place {
    /// What `--out` names, for files that end so.
    ///
    /// # Errors
    ///
    /// Says why the format cannot go there.
    pub(in crate::cli) fn new(
        named: Option<&Path>,
        endings: &[&str],
        replace: bool,
    ) -> Result<Self, Error> {
        let to = match named {
            None => To::Beside,
            Some(path) if path == Path::new("-") => To::Stdout,
            Some(path) if path.is_dir() || is_named_as_folder(path) => To::Folder(path.to_owned()),
            Some(path) if endings.len() == 1 => To::File(path.to_owned()),
            Some(path) if path.extension().is_none() => To::Folder(path.to_owned()),
            Some(path) => {
                let shown = path.display();
                let message = format!("{shown}: csv makes several files, not one");
                return Err(Error::wrong_use(message).hint("name a folder, such as --out tables/"));
            }
        };
        if matches!(to, To::Stdout) && endings.len() != 1 {
            return Err(
                Error::wrong_use("csv makes several files, and standard output is one")
                    .hint("name a folder, such as --out tables/"),
            );
        }
        Ok(Self { to, replace })
    }

    /// Looks whether all files can be written, before anything is worked out for them.
    ///
    /// # Errors
    ///
    /// Names the file that is there already.
    pub(in crate::cli) fn check(
        &self,
        save: &Path,
        stem: &str,
        endings: &[&str],
    ) -> Result<(), Error> {
        for ending in endings {
            let Some(path) = self.path(save, stem, ending) else {
                continue;
            };
            if !self.replace && path.symlink_metadata().is_ok() {
                return Err(exists(&path, OUT));
            }
        }
        Ok(())
    }

    /// Writes or prints the files of a report, and says where they are.
    ///
    /// # Errors
    ///
    /// Says which file cannot be written.
    pub(in crate::cli) fn put(
        &self,
        save: &Path,
        stem: &str,
        parts: &[Part],
        out: &mut Out,
    ) -> Result<(), Error> {
        if let To::Folder(folder) = &self.to {
            document::folder(folder).map_err(|error| told(error, folder, OUT))?;
        }
        for part in parts {
            let Some(path) = self.path(save, stem, &part.ending) else {
                out.text(&part.text)?;
                continue;
            };
            document::write(&path, &part.text, self.replace)
                .map_err(|error| told(error, &path, OUT))?;
            out.line(format!("Wrote {}", plain(&path.display().to_string())))?;
        }
        Ok(())
    }

    /// The folder in which the files will lie; for standard output that in which the command runs.
    pub(super) fn folder(&self, save: &Path) -> PathBuf {
        let of = |path: &Path| path.parent().map(Path::to_owned).unwrap_or_default();
        let folder = match &self.to {
            To::Beside => of(save),
            To::Folder(folder) => folder.clone(),
            To::File(path) => of(path),
            To::Stdout => PathBuf::new(),
        };
        Path::new(".").join(folder)
    }

    /// The path of a file; none for standard output.
    fn path(&self, save: &Path, stem: &str, ending: &str) -> Option<PathBuf> {
        let name = format!("{stem}.{ending}");
        match &self.to {
            To::Beside => Some(save.with_file_name(name)),
            To::Folder(folder) => Some(folder.join(name)),
            To::File(path) => Some(path.clone()),
            To::Stdout => None,
        }
    }
}

/// Whether a path that is not there yet is written as a folder's.
fn is_named_as_folder(path: &Path) -> bool {
    path.to_string_lossy().ends_with(std::path::is_separator)
}

fn exists(path: &Path, option: &str) -> Error {
    Error::wrong_use(format!("{}: a file of this name exists", path.display())).hint(format!(
        "add --replace to write over it, or name another place with {option}"
    ))
}

/// A document that cannot be written, with what to do; the option names its place.
pub(in crate::cli) fn told(error: StoreError, path: &Path, option: &str) -> Error {
    match error {
        StoreError::Exists { .. } => exists(path, option),
        StoreError::NotFound { path } => {
            Error::wrong_use(format!("{}: no such folder", path.display()))
                .hint(format!("make it, or name another place with {option}"))
        }
        StoreError::Permission { .. }
        | StoreError::ReadOnly { .. }
        | StoreError::NotAFile { .. }
        | StoreError::NotMadeHere { .. } => {
            Error::wrong_use(error.to_string()).hint(format!("name another place with {option}"))
        }
        other => other.into(),
    }
}
