//! Where a page about a deck goes, and in what form: to a file that was named, or to standard output.

use std::ffi::OsStr;
use std::path::Path;

use crate::cli::error::Error;
use crate::cli::out::Out;
use crate::cli::report;
use unequal_core::deck::plain;
use unequal_core::store::document;
use unequal_papers::document::{Document, html, markdown};

/// Refuses a file that is there already, before anything is worked out for it.
///
/// # Errors
///
/// Names the file.
pub fn check(to: Option<&Path>, replace: bool) -> Result<(), Error> {
    match to.filter(|path| path.exists() && !replace) {
        None => Ok(()),
        Some(path) => {
            let message = format!("{}: a file of this name exists", path.display());
            Err(Error::wrong_use(message).hint("name another file, or add --replace"))
        }
    }
}

/// Writes the page, or prints it where no file is named.
///
/// # Errors
///
/// Says why it cannot be written.
pub fn write(to: Option<&Path>, replace: bool, page: &str, out: &mut Out) -> Result<(), Error> {
    let Some(path) = to else {
        return out.text(page);
    };
    document::write(path, page, replace).map_err(|error| report::told(error, path, report::OUT))?;
    out.line(format!("{}: written", plain(&path.display().to_string())))
}

/// A paper in the form that the name of its file asks for: HTML, else Markdown.
pub fn drawn(paper: &Document, to: Option<&Path>) -> String {
    match to.and_then(Path::extension).and_then(OsStr::to_str) {
        Some("html" | "htm") => html::html(paper),
        _ => markdown::markdown(paper),
    }
}
