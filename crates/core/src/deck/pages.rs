//! Compares the pages that are made from a deck with those in the repository.

use std::fs;
use std::path::Path;

/// Compares a page with the file of this name in `docs`; with `UPDATE_DOCS` set it is written anew.
pub(super) fn compare(name: &str, page: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../docs")
        .join(name);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, page).unwrap();
        return;
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == page,
        "docs/{name} is out of date; write it anew with `UPDATE_DOCS=1 cargo test -p unequal-core --lib the_page_of`"
    );
}
