//! How annotations stand in their file, and what is read of it where people have written there by hand.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::one::{Annotation, AnnotationKind};
use crate::engine::entry_number::EntryNumber;
use crate::store::flaw::{Flaw, Part};
use crate::store::text::{on_one_line, push_plain_line, push_text_line};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct OnDisk {
    #[serde(default)]
    annotation: Vec<Written>,
}

/// An annotation as it stands in the file. One that somebody wrote by hand has no id.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    entry: EntryNumber,
    at: String,
    author: String,
    kind: AnnotationKind,
    text: String,
    id: Option<String>,
}

impl Written {
    /// The annotation, if it is as it was written.
    fn checked(self) -> Result<Annotation, String> {
        let annotation = Annotation {
            entry: self.entry,
            at: self.at,
            author: self.author,
            kind: self.kind,
            text: self.text,
        };
        if self.id.is_none_or(|id| id == annotation.id()) {
            return Ok(annotation);
        }
        let Annotation { entry, author, .. } = annotation;
        let author = on_one_line(&author);
        Err(format!(
            "what {author} wrote about entry {entry} was changed since; remove its line `id` to keep it as it is now"
        ))
    }
}

/// What a file says.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) all: BTreeSet<Annotation>,
    /// What of it cannot be understood, in the order of lines.
    pub(super) flaws: Vec<Flaw>,
}

/// Reads a file: as a whole where it is one, else each annotation by itself.
pub(super) fn parse(bytes: &[u8]) -> Found {
    let whole = Part::whole(bytes);
    let mut found = Found::default();
    if found.take(whole).is_ok() {
        return found;
    }
    found = Found::default();
    for part in whole.split(|line| line.starts_with(b"[")) {
        if let Err(flaw) = found.take(part) {
            found.flaws.push(flaw);
        }
    }
    found
}

impl Found {
    /// Takes in what a part holds, up to the first that is not as it was written.
    fn take(&mut self, part: Part<'_>) -> Result<(), Flaw> {
        for written in part.read::<OnDisk>()?.annotation {
            let read = written.checked();
            self.all
                .insert(read.map_err(|what| Flaw::new(part.line, &what))?);
        }
        Ok(())
    }
}

/// The whole file.
pub(super) fn anew(all: &BTreeSet<Annotation>) -> String {
    let mut text =
        "# Annotations of a session: comments, glyphs and bookmarks of those who study it.\n"
            .to_owned();
    for annotation in all {
        push(&mut text, annotation);
    }
    text
}

/// A file as it is, with more behind it.
pub(super) fn behind<'a>(bytes: &[u8], new: impl Iterator<Item = &'a Annotation>) -> Vec<u8> {
    let mut text = String::new();
    for annotation in new {
        push(&mut text, annotation);
    }
    let open = !text.is_empty() && !bytes.ends_with(b"\n");
    [bytes, if open { b"\n" } else { b"" }, text.as_bytes()].concat()
}

fn push(text: &mut String, annotation: &Annotation) {
    text.push_str("\n[[annotation]]\n");
    push_plain_line(text, "entry", annotation.entry);
    push_text_line(text, "at", &annotation.at);
    push_text_line(text, "author", &annotation.author);
    push_text_line(text, "kind", annotation.kind.word());
    push_text_line(text, "text", &annotation.text);
    push_text_line(text, "id", &annotation.id());
}
