//! `unequal deck print`: handouts for tables that want paper in hand.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use crate::cli::args::DeckPrint;
use crate::cli::decks;
use crate::cli::error::Error;
use crate::cli::out::Out;
use crate::deck::plain;
use crate::handout::handouts;

pub(super) fn run(args: &DeckPrint, out: &mut Out) -> Result<(), Error> {
    let deck = decks::load(&args.deck)?;
    let handouts = handouts(&deck);
    let folder = &args.out;
    fs::create_dir_all(folder)
        .map_err(|cause| Error::from_io(folder, "make the folder", &cause))?;
    let taken = handouts
        .iter()
        .map(|handout| folder.join(handout.name))
        .find(|path| path.exists());
    if let Some(path) = taken.filter(|_| !args.replace) {
        let message = format!("{}: a file of this name exists", path.display());
        return Err(Error::wrong_use(message).hint("print into another folder, or add --replace"));
    }
    for handout in &handouts {
        let path = folder.join(handout.name);
        write(&path, &handout.html).map_err(|cause| Error::from_io(&path, "write", &cause))?;
        let shown = plain(&path.display().to_string());
        out.line(format!("{shown}: {}", handout.purpose))?;
    }
    Ok(())
}

/// Writes a file whole or not at all, in the place of one that may be there.
pub(super) fn write(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.persist(path)?;
    Ok(())
}
