//! `unequal deck new`: a commented deck to start from.

use std::path::Path;

use crate::cli::args::DeckNew;
use crate::cli::error::Error;
use crate::cli::out::Out;
use unequal_core::deck::{plain, template};
use unequal_core::engine::limits::LONGEST_ID;
use unequal_core::store::{StoreError, document};

/// The id where neither the command line nor the file's name gives one.
const NAMELESS: &str = "my-deck";

pub(super) fn run(args: &DeckNew, out: &mut Out) -> Result<(), Error> {
    let path = args.file.as_path();
    let id = args.id.clone().unwrap_or_else(|| id_of(path));
    let text = template(&id);
    if path.as_os_str() == "-" {
        return out.text(&text);
    }
    document::write(path, &text, false).map_err(|error| match error {
        StoreError::Exists { .. } => {
            Error::wrong_use(format!("{}: a file of this name exists", path.display()))
                .hint("give the new file another name; nothing is ever overwritten")
        }
        StoreError::NotFound { path } => {
            Error::wrong_use(format!("{}: no such folder", path.display()))
                .hint("make it, or name another place")
        }
        StoreError::Permission { .. } | StoreError::ReadOnly { .. } => {
            Error::wrong_use(error.to_string()).hint("name another place")
        }
        other => other.into(),
    })?;
    let shown = plain(&path.display().to_string());
    out.line(format!(
        "{shown}: a deck that plays as it stands, with the id {id}"
    ))?;
    out.line("Change it piece by piece; check it with:")?;
    out.line(format!("  unequal deck check {shown} --watch"))
}

/// An id from a file's name: its letters and digits, small, with single hyphens between words.
fn id_of(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let mut id = String::new();
    for c in stem.chars().take(LONGEST_ID) {
        match c.to_ascii_lowercase() {
            c if c.is_ascii_alphanumeric() => id.push(c),
            _ if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    let id = id.trim_end_matches('-');
    if id.is_empty() {
        NAMELESS.to_owned()
    } else {
        id.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_from_the_name_of_the_file() {
        assert_eq!(
            id_of(Path::new("decks/Energy & its price.toml")),
            "energy-its-price"
        );
        assert_eq!(id_of(Path::new("東.toml")), NAMELESS);
        assert_eq!(id_of(Path::new("-")), NAMELESS);
    }
}
