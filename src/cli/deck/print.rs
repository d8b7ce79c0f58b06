//! `unequal deck print`: handouts for tables that want paper in hand.

use std::fs;

use crate::cli::args::DeckPrint;
use crate::cli::decks;
use crate::cli::error::Error;
use crate::cli::out::Out;
use crate::cli::report::{OUT, told};
use unequal_core::deck::plain;
use unequal_core::store::document;
use unequal_papers::handout::handouts;

pub(super) fn run(args: &DeckPrint, out: &mut Out) -> Result<(), Error> {
    let deck = decks::load(&args.deck)?;
    let handouts = handouts(&deck, args.seed);
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
        document::write(&path, &handout.html, args.replace)
            .map_err(|error| told(error, &path, OUT))?;
        let shown = plain(&path.display().to_string());
        out.line(format!("{shown}: {}", handout.purpose))?;
    }
    Ok(())
}
