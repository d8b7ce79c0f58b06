//! `unequal annotate`: what several people wrote beside their copies of one session, put together and read.

use std::path::{Path, PathBuf};

use crate::cli::args::{AnnotateArgs, AnnotateCommand};
use crate::cli::error::Error;
use crate::cli::out::Out;
use unequal_core::deck::plain;
use unequal_core::store::{AnnotationKind, Annotations};
use unequal_session::telling::{count, person_words};

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
    note(&own, out);
    // All are read before anything is written.
    let others: Vec<(&PathBuf, Annotations)> = others
        .iter()
        .map(|other| Ok((other, read(other)?)))
        .collect::<Result<_, Error>>()?;
    for (path, other) in others {
        note(&other, out);
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
        return some(Annotations::load_file(path)?);
    }
    if !beside.exists() {
        let message = format!("{}: no annotations lie beside it", path.display());
        let wanted = format!("they are kept in {}", beside.display());
        return Err(Error::wrong_use(message).hint(wanted));
    }
    some(Annotations::load(path)?)
}

/// Annotations of which something was read: a file of which nothing was is another one.
fn some(read: Annotations) -> Result<Annotations, Error> {
    match read.left_out() {
        Some(words) if read.is_empty() => Err(Error::data(words)
            .hint("name a file of annotations, or the session that they lie beside")),
        _ => Ok(read),
    }
}

/// Says what of a file was left out.
fn note(read: &Annotations, out: &mut Out) {
    if let Some(words) = read.left_out() {
        out.notice(format!("note: {words}"));
    }
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
    let all = Annotations::load(save)?;
    note(&all, out);
    for annotation in all.standing() {
        let mark = match annotation.kind {
            AnnotationKind::Bookmark => "bookmark ",
            AnnotationKind::Comment | AnnotationKind::Glyph | AnnotationKind::Withdrawal => "",
        };
        out.line(format!(
            "[{}] {}: {mark}{}",
            annotation.entry,
            person_words(&annotation.author),
            plain(&annotation.text)
        ))?;
    }
    Ok(())
}
