//! `unequal annotate`: what several people wrote beside their copies of one session, put together and read.

use std::path::{Path, PathBuf};

use crate::cli::args::{AnnotateArgs, AnnotateCommand};
use crate::cli::error::Error;
use crate::cli::out::Out;
use unequal_core::deck::plain;
use unequal_core::store::{AnnotationKind, Annotations};
use unequal_session::telling::count;

/// Runs the command.
///
/// # Errors
///
/// Says which annotations cannot be read, or why they cannot be written.
pub fn run(args: &AnnotateArgs, out: &mut Out) -> Result<(), Error> {
    match &args.command {
        AnnotateCommand::Merge { save, others } => merge(save, others, out),
        AnnotateCommand::List { save } => list(save, out),
    }
}

fn merge(save: &Path, others: &[PathBuf], out: &mut Out) -> Result<(), Error> {
    is_there(save)?;
    let mut own = Annotations::load(save)?;
    // All are read before anything is written.
    let others: Vec<(&PathBuf, Annotations)> = others
        .iter()
        .map(|other| Ok((other, read(other)?)))
        .collect::<Result<_, Error>>()?;
    for (path, other) in others {
        let new = own.merge(&other)?;
        out.line(format!(
            "Took in {} from {}.",
            count(new, "new annotation", "new annotations"),
            plain(&path.display().to_string())
        ))?;
    }
    Ok(())
}

/// Others' annotations, by their own file or by the session that they lie beside.
fn read(path: &Path) -> Result<Annotations, Error> {
    is_there(path)?;
    let beside = Annotations::path_for(path);
    let named = path
        .extension()
        .is_some_and(|ending| ending == "annotations");
    if named {
        return Ok(Annotations::load_file(path)?);
    }
    if !beside.exists() {
        let message = format!("{}: no annotations lie beside it", path.display());
        let wanted = format!("they are kept in {}", beside.display());
        return Err(Error::wrong_use(message).hint(wanted));
    }
    Ok(Annotations::load(path)?)
}

fn is_there(path: &Path) -> Result<(), Error> {
    if path.exists() {
        return Ok(());
    }
    let message = format!("{}: no such file", path.display());
    Err(Error::wrong_use(message).hint("name a session file, or a file of annotations"))
}

fn list(save: &Path, out: &mut Out) -> Result<(), Error> {
    is_there(save)?;
    for annotation in Annotations::load(save)?.standing() {
        let mark = match annotation.kind {
            AnnotationKind::Bookmark => "bookmark ",
            AnnotationKind::Comment | AnnotationKind::Glyph | AnnotationKind::Withdrawal => "",
        };
        out.line(format!(
            "[{}] {}: {mark}{}",
            annotation.entry,
            plain(&annotation.author),
            plain(&annotation.text)
        ))?;
    }
    Ok(())
}
