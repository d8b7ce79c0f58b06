//! What a person chose once for every session: a file of their own among the settings of programs.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::error::StoreError;
use super::whole::{self, Readers, folder_of};

#[derive(Deserialize)]
struct Kept {
    theme: Option<String>,
}

/// Where choices are kept; none where the user has no home.
pub fn place() -> Option<PathBuf> {
    let settings = directories::ProjectDirs::from("", "", "unequal")?;
    Some(settings.config_dir().join("choices.toml"))
}

/// The word of the theme that was chosen; none where none was, or nobody can read it.
pub fn theme(path: &Path) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    toml::from_str::<Kept>(&text).ok()?.theme
}

/// Keeps the word of a theme.
///
/// # Errors
///
/// Says why it cannot be written.
pub fn keep_theme(path: &Path, word: &str) -> Result<(), StoreError> {
    let failed = |error| StoreError::from_io(path, "keep what was chosen", error);
    fs::create_dir_all(folder_of(path)).map_err(failed)?;
    let text = format!("# What was chosen in unequal, for the next time.\ntheme = \"{word}\"\n");
    whole::replace(path, text.as_bytes(), Readers::AsUsual).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_is_kept_and_a_file_that_is_none_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("unequal/choices.toml");
        assert_eq!(theme(&path), None);
        keep_theme(&path, "light").unwrap();
        keep_theme(&path, "dark").unwrap();
        assert_eq!(theme(&path).as_deref(), Some("dark"));
        fs::write(&path, "theme = [").unwrap();
        assert_eq!(theme(&path), None);
    }
}
