//! What people wrote beside the record: comments, glyphs and bookmarks, each by its author.
//!
//! Whoever wrote one may have known everything, so that they are shown with everything only.

use crate::screen::replay::Replay;
use crate::screen::replay::mark::Mark;
use crate::theme::Theme;
use crate::widget::prose::Piece;
use unequal_core::deck::plain;
use unequal_core::store::{Annotation, AnnotationKind, Annotations};
use unequal_session::{StoreError, Table};

/// The beginning of the names of the drafts for an entry.
pub fn draft_prefix(entry: u64) -> String {
    format!("annotate/{entry}/")
}

/// The annotations of a session, or why they cannot be read: then none are added to the file either.
pub(super) fn load(table: &Table) -> Result<Annotations, String> {
    match table.path().map(Annotations::load) {
        None => Ok(Annotations::default()),
        Some(Ok(annotations)) => Ok(annotations),
        Some(Err(error)) => Err(format!("{error}. What to do: {}.", error.hint())),
    }
}

/// An annotation in a line.
pub(super) fn words(annotation: &Annotation) -> String {
    let author = plain(&annotation.author);
    let text = plain(&annotation.text);
    match annotation.kind {
        AnnotationKind::Comment => format!("{author}: {text}"),
        AnnotationKind::Glyph => format!("{text} {author}"),
        AnnotationKind::Bookmark if text.is_empty() => format!("⚑ {author}"),
        AnnotationKind::Bookmark => format!("⚑ {author}: {text}"),
        AnnotationKind::Withdrawal => String::new(),
    }
}

impl Replay {
    /// Keeps an annotation beside the record.
    ///
    /// # Errors
    ///
    /// Says why it could not be written.
    pub fn keep(&mut self, annotation: Annotation) -> Result<(), String> {
        let remarks = self.remarks.as_mut().map_err(|error| error.clone())?;
        let told = |error: StoreError| format!("{error}. What to do: {}.", error.hint());
        remarks.add(annotation).map_err(told)?;
        self.mark_anew();
        Ok(())
    }

    /// The annotations of an entry, as far as these eyes may read them.
    pub(super) fn annotations(&self, number: u64) -> Vec<&Annotation> {
        if !self.knows_the_future() {
            return Vec::new();
        }
        let remarks = self.remarks.iter();
        remarks.flat_map(|remarks| remarks.of(number)).collect()
    }

    /// The same in words.
    pub(super) fn remarks_of(&self, number: u64) -> Vec<String> {
        self.annotations(number).into_iter().map(words).collect()
    }

    /// The glyphs of an entry: `!?`.
    pub(super) fn glyphs(&self, number: u64) -> String {
        let mut glyphs = String::new();
        for annotation in self.annotations(number) {
            if annotation.kind == AnnotationKind::Glyph && !glyphs.contains(&annotation.text) {
                glyphs.push_str(&plain(&annotation.text));
            }
        }
        glyphs
    }

    pub(super) fn marks_of_remarks(&self) -> Vec<(u64, Mark)> {
        if !self.knows_the_future() {
            return Vec::new();
        }
        let mark = |annotation: &Annotation| {
            let mark = match annotation.kind {
                AnnotationKind::Bookmark => Mark::Bookmark,
                _ => Mark::Remark,
            };
            (annotation.entry, mark)
        };
        let remarks = self.remarks.iter();
        remarks.flat_map(Annotations::standing).map(mark).collect()
    }

    pub(super) fn remark_pieces(&self, number: u64, theme: &Theme) -> Vec<Piece> {
        let remarks = self.remarks_of(number);
        if remarks.is_empty() {
            return Vec::new();
        }
        let heading = Piece::Heading("❝ Remarks".to_owned(), theme.observer);
        [Piece::Gap, heading]
            .into_iter()
            .chain(remarks.into_iter().map(Piece::Point))
            .collect()
    }
}
