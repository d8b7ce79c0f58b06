//! Knows where records live and what their files are called.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use unicode_segmentation::UnicodeSegmentation;

use super::error::StoreError;
use crate::engine::unseen::is_ignorable;

/// Enough of a session's name to know it by, in bytes: systems allow 255 for all of a file's name.
const LONGEST_NAME: usize = 120;

/// A letter and the marks on it; no script needs more.
const MOST_MARKS: usize = 8;

/// The folder for records: `saves` in the working folder if there is one, else in the user's data
/// folder. It is made if it is not there.
pub fn folder() -> Result<PathBuf, StoreError> {
    folder_in(Path::new(""), data_folder().as_deref())
}

/// The folder that the system gives the program for data of this user; none where the user has no home.
pub fn data_folder() -> Option<PathBuf> {
    let data = directories::ProjectDirs::from("", "", "unequal")?;
    Some(data.data_dir().to_owned())
}

/// The same, for a given working folder and data folder.
pub fn folder_in(working: &Path, data: Option<&Path>) -> Result<PathBuf, StoreError> {
    let here = working.join("saves");
    // Without a home there is no data folder; then the working folder must do.
    let folder = match data {
        Some(data) if !here.is_dir() => data.join("saves"),
        _ => here,
    };
    fs::create_dir_all(&folder)
        .map_err(|error| StoreError::from_io(&folder, "make the folder for records", error))?;
    Ok(folder)
}

/// The name of a record's file, made from the session's name and the date on which it began. The
/// number tells files apart that would have the same name; the first has none.
pub fn file_name(session: &str, day: &str, number: u32) -> String {
    let mut name = slug(session);
    let date: String = day.chars().take(10).collect();
    if date.len() == 10 && date.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
        name.push('-');
        name.push_str(&date);
    }
    if number > 1 {
        name.push('-');
        name.push_str(&number.to_string());
    }
    name.push_str(".toml");
    name
}

/// Letters and digits of any script with the marks that belong to them, small, with single hyphens between
/// words.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for sign in name.graphemes(true) {
        if slug.len() >= LONGEST_NAME {
            break;
        }
        if sign.starts_with(char::is_alphanumeric) {
            let seen = sign.chars().filter(|c| !is_ignorable(*c));
            slug.extend(seen.take(MOST_MARKS).flat_map(small));
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() {
        "session".to_owned()
    } else {
        slug
    }
}

/// A letter made small, by itself; a mark stays what it is.
fn small(c: char) -> impl Iterator<Item = char> {
    let made = c.to_lowercase();
    made.filter(move |made| *made == c || made.is_alphanumeric())
}

/// The files in a folder that may be records, the last changed first. A folder that is not there
/// holds none.
pub fn records(folder: impl AsRef<Path>) -> Result<Vec<PathBuf>, StoreError> {
    let folder = folder.as_ref();
    let io = |error| StoreError::from_io(folder, "list the records", error);
    let listed = match fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        listed => listed.map_err(io)?,
    };
    let mut found: Vec<(SystemTime, PathBuf)> = Vec::new();
    for item in listed {
        let path = item.map_err(io)?.path();
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        // A file that cannot be looked at may be gone by now.
        let Ok(metadata) = path.metadata() else {
            continue;
        };
        if metadata.is_file() {
            found.push((metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH), path));
        }
    }
    found.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    Ok(found.into_iter().map(|(_, path)| path).collect())
}
